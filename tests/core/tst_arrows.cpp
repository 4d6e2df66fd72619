// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The house's arrows: base <- text <- model <- { store documents formats assist review <- reports } <- ui <- app. A
// room includes itself and these.
QStringList roomsBelow(const QString &room)
{
    static const QStringList values{u"core/base"_s, u"core/text"_s, u"core/model"_s};
    static const QStringList siblings{u"core/store"_s, u"core/documents"_s, u"core/formats"_s, u"core/assist"_s,
                                      u"core/review"_s};
    if (const qsizetype i = values.indexOf(room); i >= 0)
        return values.first(i);
    const QString review = u"core/review"_s;
    const QString reports = u"core/reports"_s; // show what review finds
    if (siblings.contains(room))
        return values;
    if (room == reports)
        return values + QStringList{review};
    if (room == "ui"_L1)
        return values + siblings + QStringList{reports};
    if (room == "app"_L1)
        return values + siblings + QStringList{reports, u"ui"_s};
    return {};
}

// "core/text" of "core/text/text.h", "ui" of "ui/session.h".
QString roomOf(const QString &path)
{
    return path.startsWith("core/"_L1) ? path.section(u'/', 0, 1) : path.section(u'/', 0, 0);
}

// Qt classes by the header they are named after; known by the headers that are installed.
bool isOfQtCore(const QString &header)
{
    return QFile::exists(QLibraryInfo::path(QLibraryInfo::HeadersPath) + "/QtCore/"_L1 + header);
}

// Other programs' projects are databases of their own schema, read only and never written: only their formats know it.
bool knowsDatabases(const QString &path)
{
    static const QRegularExpression foreign(u"^core/formats/foreign/"_s);
    return roomOf(path) == "core/store"_L1 || foreign.match(path).hasMatch();
}

QString wrongInclude(const QString &path, const QString &line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    const QRegularExpressionMatch match = include.match(line);
    if (!match.hasMatch())
        return {};
    const QString target = match.captured(2);
    const QString room = roomOf(path);
    const bool inCore = room.startsWith("core/"_L1);
    if (match.captured(1) == "\""_L1) {
        if (target.startsWith("tests/"_L1))
            return u"the product does not include tests"_s;
        if (!target.contains(u'/'))
            return target.startsWith("ui_"_L1) || target.endsWith(".moc"_L1) ? QString()
                                                                             : u"not from the source's root"_s;
        const QString other = roomOf(target);
        return other == room || roomsBelow(room).contains(other) ? QString()
                                                                 : u"%1 does not know %2"_s.arg(room, other);
    }
    static const QRegularExpression sqlite(u"^(?:sqlite3|SQLiteCpp|QtSql|QSql)"_s);
    if (!knowsDatabases(path) && sqlite.matchView(target).hasMatch())
        return u"SQLite outside core/store"_s;
    if (!inCore)
        return {};
    const bool ofQt = target.startsWith(u'Q') || target.startsWith("KSyntaxHighlighting"_L1);
    const bool allowed = target.startsWith("QtCore/"_L1) || (!target.contains(u'/') && isOfQtCore(target));
    return ofQt && !allowed ? u"core knows of Qt nothing but QtCore"_s : QString();
}

QString wrongSql(const QString &path, const QString &line)
{
    static const QRegularExpression sql(
        u"\\b(?:SELECT\\s+[\\w*(]|INSERT\\s+(?:OR\\s+\\w+\\s+)?INTO\\b|UPDATE\\s+\\w+\\s+SET\\b|DELETE\\s+FROM\\b"
        "|(?:CREATE|DROP|ALTER)\\s+(?:VIRTUAL\\s+|UNIQUE\\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\\b|PRAGMA\\s+\\w)"_s);
    return !knowsDatabases(path) && sql.match(line).hasMatch() ? u"SQL outside core/store"_s : QString();
}

// Only Text converts, and only the screen has to ask it; formats that count otherwise do so through CountedText.
QString wrongUnits(const QString &path, const QString &line)
{
    static const QRegularExpression units(u"\\bUtf16(?:Position|Span)\\b"_s);
    static const QRegularExpression allowed(u"^(?:ui/|core/text/|core/base/span\\.h$)"_s);
    return units.match(line).hasMatch() && !allowed.match(path).hasMatch()
        ? u"UTF-16 positions outside core/text and ui"_s
        : QString();
}

bool isComment(const QString &line)
{
    return line.trimmed().startsWith("//"_L1);
}

// What is wrong with a file, each fault as "path:line: what".
QStringList faults(const QString &path, const QString &contents)
{
    QStringList all;
    const QStringList lines = contents.split(u'\n');
    const auto add = [&](qsizetype i, const QString &what) {
        if (!what.isEmpty())
            all.append(u"%1:%2: %3"_s.arg(path).arg(i + 1).arg(what));
    };
    static const QRegularExpression licence(u"^(?://|#|--) SPDX-License-Identifier: GPL-3\\.0-or-later$"_s);
    add(0, licence.match(lines.first()).hasMatch() ? QString() : u"the first line is not the SPDX line"_s);
    const bool isSource = path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1);
    if (!isSource || path.startsWith("tests/"_L1))
        return all;
    constexpr qsizetype most = 600;
    add(most, lines.size() > most + 1 ? u"a file of more than 600 lines"_s : QString());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        add(i, wrongInclude(path, lines[i]));
        if (isComment(lines[i]))
            continue;
        add(i, wrongSql(path, lines[i]));
        add(i, wrongUnits(path, lines[i]));
    }
    return all;
}

}

class tst_Arrows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRulesSeeWhatIsWrong_data();
    void theRulesSeeWhatIsWrong();
    void theRulesLetPassWhatIsRight_data();
    void theRulesLetPassWhatIsRight();
    void everyFileKeepsTheRules();
};

void tst_Arrows::theRulesSeeWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::newRow("upwards within core") << u"core/base/id.h"_s << u"#include \"core/text/text.h\""_s;
    QTest::newRow("model on store") << u"core/model/tag.h"_s << u"#include \"core/store/store.h\""_s;
    QTest::newRow("siblings") << u"core/formats/brat.cpp"_s << u"#include \"core/store/store.h\""_s;
    QTest::newRow("siblings the other way") << u"core/store/read.cpp"_s << u"#include \"core/review/chain.h\""_s;
    QTest::newRow("review on reports") << u"core/review/chain.cpp"_s << u"#include \"core/reports/table.h\""_s;
    QTest::newRow("reports on the store") << u"core/reports/table.cpp"_s << u"#include \"core/store/store.h\""_s;
    QTest::newRow("core on ui") << u"core/review/chain.cpp"_s << u"#include \"ui/session.h\""_s;
    QTest::newRow("ui on app") << u"ui/session.cpp"_s << u"#  include \"app/cli/command.h\""_s;
    QTest::newRow("on tests") << u"ui/session.cpp"_s << u"#include \"tests/support/support.h\""_s;
    QTest::newRow("beside") << u"core/text/text.cpp"_s << u"#include \"text.h\""_s;
    QTest::newRow("Gui by class") << u"core/formats/html.cpp"_s << u"#include <QColor>"_s;
    QTest::newRow("Gui by module") << u"core/formats/html.cpp"_s << u"#include <QtGui/QColor>"_s;
    QTest::newRow("Widgets") << u"core/store/store.h"_s << u"#include <QWidget>"_s;
    QTest::newRow("highlighting") << u"core/text/text.h"_s << u"#include <KSyntaxHighlighting/Theme>"_s;
    QTest::newRow("SQLite") << u"core/formats/qda.cpp"_s << u"#include <sqlite3.h>"_s;
    QTest::newRow("SQLiteCpp in ui") << u"ui/session.cpp"_s << u"#include <SQLiteCpp/SQLiteCpp.h>"_s;
    QTest::newRow("SELECT") << u"core/review/chain.cpp"_s << u"    query(\"SELECT id FROM claim\");"_s;
    QTest::newRow("INSERT") << u"ui/session.cpp"_s << u"u\"INSERT OR REPLACE INTO tag VALUES (?)\"_s"_s;
    QTest::newRow("PRAGMA") << u"app/main.cpp"_s << u"exec(\"PRAGMA user_version\")"_s;
    QTest::newRow("UTF-16") << u"core/assist/quotes.cpp"_s << u"    const Utf16Position at{3};"_s;
    QTest::newRow("UTF-16 in a format") << u"core/formats/jsonlines/jsonlines.cpp"_s
                                        << u"text.toText(Utf16Span{{1}, {2}})"_s;
}

void tst_Arrows::theRulesSeeWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const QString licence = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    QCOMPARE(faults(path, licence + line + u'\n').size(), 1);
    QVERIFY(faults(path, licence + line).first().startsWith(path + u":2: "_s));
    QVERIFY(faults(path, u"#pragma once\n"_s).first().startsWith(path + u":1: "_s));
    QCOMPARE(faults(path, licence.repeated(600)), QStringList());
    QCOMPARE(faults(path, licence.repeated(601)).size(), 1);
}

void tst_Arrows::theRulesLetPassWhatIsRight_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::newRow("downwards") << u"core/store/read.cpp"_s << u"#include \"core/model/tag.h\""_s;
    QTest::newRow("reports on review") << u"core/reports/chainpicture.h"_s << u"#include \"core/review/chain.h\""_s;
    QTest::newRow("ui on reports") << u"ui/claims/chainpanel.cpp"_s << u"#include \"core/reports/chainpicture.h\""_s;
    QTest::newRow("itself") << u"core/store/read.cpp"_s << u"#include \"core/store/private.h\""_s;
    QTest::newRow("ui on core") << u"ui/session.cpp"_s << u"#include \"core/store/store.h\""_s;
    QTest::newRow("within ui") << u"ui/article/articlepage.cpp"_s << u"#include \"ui/session.h\""_s;
    QTest::newRow("app on ui") << u"app/main.cpp"_s << u"#include \"ui/mainwindow.h\""_s;
    QTest::newRow("QtCore") << u"core/text/text.h"_s << u"#include <QString>"_s;
    QTest::newRow("Widgets in ui") << u"ui/theme.cpp"_s << u"#include <QWidget>"_s;
    QTest::newRow("SQLite in the store") << u"core/store/database.cpp"_s << u"#include <sqlite3.h>"_s;
    QTest::newRow("SQL in the store") << u"core/store/read.cpp"_s << u"prepare(\"SELECT id FROM tag\")"_s;
    QTest::newRow("SQL of another program")
        << u"core/formats/foreign/qualcoder.cpp"_s << u"rows(\"SELECT id FROM source\")"_s;
    QTest::newRow("select in words") << u"ui/actions.h"_s << u"tr(\"Select the next passage\")"_s;
    QTest::newRow("SQL in a comment") << u"core/model/tag.h"_s << u"// where SELECT id FROM tag would be wrong"_s;
    QTest::newRow("UTF-16 on the screen") << u"ui/article/articleview.cpp"_s << u"text.toText(Utf16Position{at})"_s;
    QTest::newRow("pragma") << u"core/model/tag.h"_s << u"#pragma once"_s;
}

void tst_Arrows::theRulesLetPassWhatIsRight()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QCOMPARE(faults(path, u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s + line), QStringList());
}

void tst_Arrows::everyFileKeepsTheRules()
{
    const QDir root(QStringLiteral(SOURCE_ROOT));
    QStringList all;
    int files = 0;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
        QDirIterator entries(root.filePath(folder),
                             {u"*.cpp"_s, u"*.h"_s, u"*.sql"_s, u"CMakeLists.txt"_s, u"*.cmake"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            all += faults(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
            ++files;
        }
    }
    QVERIFY2(files > 40, "The sources were not found.");
    all.sort();
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all.join(u'\n')));
}

QTEST_APPLESS_MAIN(tst_Arrows)
#include "tst_arrows.moc"
