// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QWidget>

namespace pq {

class Session;

/// Who spoke a line, who plays them, who contributed it, who told it to whom and who re-reported it: the
/// answer in one sentence, and below it hop by hop, each tied to its words.
class ChainPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChainPanel(Session &session, QWidget *parent = nullptr);

    /// The chain of the claims that have this passage, or whose words are the passage's.
    void showLine(PassageId passage);
    void showClaim(ClaimId claim);
    /// The chain of the claims whose words hold these.
    void showWords(const QString &words);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);

private:
    Session &m_session;
};

}
