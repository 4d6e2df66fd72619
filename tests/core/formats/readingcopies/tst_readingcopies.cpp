// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zip.h"
#include "core/formats/readingcopies/html.h"
#include "core/formats/readingcopies/odt.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// What a page or a document shows of the texts themselves, and the comments beside them.
struct Shown
{
    QString error;
    QString text; ///< a line feed behind each paragraph
    QStringList opened;
    QStringList closed;
    QString comments;
};

/// Without the head of a document's texts, which is in other styles.
Shown parseOdt(const QByteArray &content)
{
    Shown shown;
    QXmlStreamReader xml(content);
    int inComment = 0;
    bool isText = false;
    while (!xml.atEnd()) {
        xml.readNext();
        const QString name = xml.qualifiedName().toString();
        if (xml.isStartElement() && name == u"office:annotation") {
            ++inComment;
            shown.opened.append(xml.attributes().value("office:name"_L1).toString());
        } else if (xml.isEndElement() && name == u"office:annotation") {
            --inComment;
        } else if (xml.isStartElement() && name == u"office:annotation-end") {
            shown.closed.append(xml.attributes().value("office:name"_L1).toString());
        } else if (inComment > 0) {
            shown.comments += xml.isCharacters() ? xml.text().toString() : xml.isEndElement() ? u"\n"_s : QString();
        } else if (xml.isStartElement() && name == u"text:p") {
            const auto style = xml.attributes().value("text:style-name"_L1);
            isText = style == "Text"_L1 || style == "Right"_L1;
        } else if (xml.isEndElement() && name == u"text:p") {
            shown.text += isText ? u"\n"_s : QString();
            isText = false;
        } else if (isText && xml.isStartElement() && name == u"text:s") {
            shown.text += u' ';
        } else if (isText && xml.isStartElement() && name == u"text:tab") {
            shown.text += u'\t';
        } else if (isText && xml.isCharacters()) {
            shown.text += xml.text();
        }
    }
    shown.error = xml.hasError() ? xml.errorString() : QString();
    return shown;
}

QByteArray contentOf(const Written &written)
{
    const auto found = std::ranges::find(written.files, u"content.xml"_s, &NamedFile::path);
    return found == written.files.end() ? QByteArray() : found->bytes;
}

QString withoutControls(QString text)
{
    for (QChar &c : text) {
        if (c == u'\u0001' || c == u'\u0085')
            c = u'\ufffd';
    }
    return text;
}

}

class tst_ReadingCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSamplesPagesLookAsTheyAlwaysDid()
    {
        const auto written = writeHtml(test::sampleCorpus());
        VERIFY_RESULT(written);
        QCOMPARE(written->files.size(), test::sampleCorpus().versions.size());
        for (const NamedFile &file : written->files) {
            const QString difference = test::differenceFromGolden(u"formats/html/"_s + file.path, file.bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void theSamplesDocumentLooksAsItAlwaysDid()
    {
        const auto written = writeOdt(test::sampleCorpus());
        VERIFY_RESULT(written);
        QCOMPARE(written->files.first().path, u"mimetype"_s);
        for (const NamedFile &file : written->files) {
            const QString difference = test::differenceFromGolden(u"formats/odt/"_s + file.path, file.bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        QTemporaryDir place;
        const QString path = place.filePath(u"a.odt"_s);
        VERIFY_RESULT(save(*findFormat(u"odt"), *written, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // What a program looks for to know the file by its first bytes.
        const QByteArray begin = file.read(90);
        QCOMPARE(begin.sliced(30, 47), QByteArray("mimetypeapplication/vnd.oasis.opendocument.text"));
    }

    void pagesOfAnyCorpusAreSoundAndFetchNothing()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeHtml(corpus);
            RC_ASSERT(written.has_value());
            RC_ASSERT(written->files.size() == corpus.versions.size());
            for (const NamedFile &file : written->files) {
                QXmlStreamReader xml(file.bytes);
                while (!xml.atEnd()) {
                    xml.readNext();
                    RC_ASSERT(!xml.isStartElement() || !xml.attributes().hasAttribute("src"_L1));
                }
                if (xml.hasError())
                    RC_FAIL(xml.errorString().toStdString() + file.bytes.toStdString());
            }
        }));
    }

    void documentsOfAnyCorpusHoldTheTextsAndACommentAPassage()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeOdt(corpus);
            RC_ASSERT(written.has_value());
            const Shown shown = parseOdt(contentOf(*written));
            if (!shown.error.isEmpty())
                RC_FAIL(shown.error.toStdString());
            QString texts;
            for (const Version &version : corpus.versions)
                texts += withoutControls(version.text.string()) + u'\n';
            if (shown.text != texts)
                RC_FAIL((shown.text + u"--- was ---\n"_s + texts).toStdString());
            RC_ASSERT(shown.opened.size() == corpus.passages.size());
            RC_ASSERT(QSet<QString>(shown.opened.cbegin(), shown.opened.cend())
                      == QSet<QString>(shown.closed.cbegin(), shown.closed.cend()));
            RC_ASSERT(shown.closed.size() == shown.opened.size());
        }));
    }

    void commentsSayWhatIsMarkedAndWhatWasNoted()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto written = writeOdt(corpus);
        VERIFY_RESULT(written);
        const Shown shown = parseOdt(contentOf(*written));
        for (const Note &note : corpus.notes) {
            if (std::holds_alternative<PassageId>(note.target))
                QVERIFY2(shown.comments.contains(note.body.section(u'\n', 0, 0)), qPrintable(note.body));
        }
        for (const Passage &passage : corpus.passages)
            QVERIFY(shown.comments.contains(std::ranges::find(corpus.tags, passage.tag, &Tag::id)->name));
    }
};

QTEST_GUILESS_MAIN(tst_ReadingCopies)
#include "tst_readingcopies.moc"
