// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/parts.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pq {

/// Reads a corpus part by part in another thread, one part ahead of who takes them.
class PartStream : public QObject
{
    Q_OBJECT

public:
    /// @p progress is shared with the other thread; it is cancelled when this goes before the end.
    PartStream(const Format &format, const QString &path, qint64 bytes, std::shared_ptr<PartProgress> progress);
    ~PartStream() override;

    /// The next part; events are handled until it is there. Nothing behind the last one and after a refusal.
    [[nodiscard]] std::optional<Read> next();
    /// Why there was nothing more, once there is nothing more.
    [[nodiscard]] const Result<> &end() const { return m_end; }

Q_SIGNALS:
    void arrived();

private:
    struct Slot;
    std::shared_ptr<PartProgress> m_progress;
    std::shared_ptr<Slot> m_slot;
    bool m_isAtEnd = false;
    Result<> m_end;
};

}
