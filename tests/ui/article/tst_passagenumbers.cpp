// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagenumbers.h"

#include <QHash>
#include <QTest>

#include <rapidcheck.h>

using namespace pq;

class TestPassageNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneFindsNothing()
    {
        const PassageNumbers numbers;
        QVERIFY(!numbers.find(PassageId::create()));
        QCOMPARE(numbers.count(), 0);
    }

    void theyAreAHashWhateverComesAndGoes()
    {
        QVERIFY(rc::check([] {
            PassageNumbers numbers;
            QHash<PassageId, PassageNumbers::Number> model;
            QList<PassageId> ids;
            const int steps = *rc::gen::inRange(0, 600);
            for (int step = 0; step < steps; ++step) {
                if (model.isEmpty() || *rc::gen::inRange(0, 5) < 3) {
                    const PassageId id = PassageId::create();
                    ids.append(id);
                    const auto number = numbers.insert(id);
                    RC_ASSERT(!model.values().contains(number));
                    model.insert(id, number);
                } else {
                    const PassageId id = ids.takeAt(*rc::gen::inRange<qsizetype>(0, ids.size()));
                    numbers.remove(id);
                    model.remove(id);
                    RC_ASSERT(!numbers.find(id));
                }
            }
            RC_ASSERT(numbers.count() == model.size());
            for (auto it = model.cbegin(); it != model.cend(); ++it) {
                RC_ASSERT(numbers.find(it.key()) == it.value());
                RC_ASSERT(numbers.id(it.value()) == it.key());
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestPassageNumbers)
#include "tst_passagenumbers.moc"
