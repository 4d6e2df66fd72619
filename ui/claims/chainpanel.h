// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/review/chain.h"
#include "ui/parts/panel.h"

#include <optional>
#include <variant>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pq {

class RowList;
class Session;
struct ChainSeeds;

/// Who spoke a line, who plays them, who contributed it, who told it to whom and who re-reported it: the
/// answer in one sentence, and below it hop by hop, each tied to its words.
class ChainPanel : public Panel
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

protected:
    void reload() override;

private:
    [[nodiscard]] ChainSeeds seeds();
    void showChain();
    void copy();

    /// Read once until they change: moving from line to line needs all of them.
    struct Known
    {
        QList<Claim> claims;
        QList<Passage> passages;
    };

    Session &m_session;
    std::variant<std::monostate, PassageId, ClaimId, QString> m_asked;
    std::optional<Known> m_known;
    Chain m_chain;
    QLineEdit *m_words;
    QLabel *m_line;
    QLabel *m_headline;
    RowList *m_hops;
    QCheckBox *m_surroundings;
    QPushButton *m_copy;
};

}
