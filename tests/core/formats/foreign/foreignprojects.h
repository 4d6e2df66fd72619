// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <sqlite3.h>

namespace pq::test {

/// The bytes of a database that these statements make; empty when one of them fails.
inline QByteArray database(const QByteArray &statements)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(":memory:", &handle);
    QByteArray bytes;
    if (sqlite3_exec(handle, statements.constData(), nullptr, nullptr, nullptr) == SQLITE_OK) {
        sqlite3_int64 size = 0;
        unsigned char *copy = sqlite3_serialize(handle, "main", &size, 0);
        bytes = QByteArray(reinterpret_cast<const char *>(copy), qsizetype(size));
        sqlite3_free(copy);
    }
    sqlite3_close(handle);
    return bytes;
}

}
