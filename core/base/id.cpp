// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QMutex>
#include <QRandomGenerator>

#include <array>
#include <chrono>

namespace pq {

// RFC 9562, section 5.7, with method 1 of section 6.2: the 12 bits of rand_a count within a millisecond.
// When the clock stands still or goes back, time goes on from the last id, so the order never breaks.
QUuid createUuidV7()
{
    static QMutex mutex;
    static quint64 lastTick = 0; // milliseconds << 12 | counter

    using namespace std::chrono;
    const auto now = static_cast<quint64>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    quint64 tick = 0;
    {
        const QMutexLocker locker(&mutex);
        tick = std::max(now << 12, lastTick + 1);
        lastTick = tick;
    }
    const quint64 milliseconds48 = tick >> 12;
    const quint64 random = QRandomGenerator::system()->generate64();

    std::array<char, 16> bytes{};
    for (size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(milliseconds48 >> (8 * (5 - i)));
    bytes[6] = static_cast<char>(0x70 | ((tick >> 8) & 0x0f));
    bytes[7] = static_cast<char>(tick & 0xff);
    for (size_t i = 0; i < 8; ++i)
        bytes[8 + i] = static_cast<char>(random >> (8 * i));
    bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

}
