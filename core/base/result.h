// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace pq {

/// Why something the user asked for could not be done: what happened, to which file and line, and what
/// to do about it. Shown as it is.
struct Error
{
    QString message;
    friend bool operator==(const Error &, const Error &) = default;
};

/// What core's public functions return when the world (a file, a format, the database) can refuse.
template <class T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(QString message)
{
    return std::unexpected(Error{std::move(message)});
}

}
