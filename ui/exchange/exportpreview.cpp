// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportpreview.h"

#include "ui/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int previewLines = 200;
constexpr qsizetype longestLine = 20'000; // in characters; one line may hold a whole article

}

QString beginning(const QByteArray &bytes, int lines)
{
    QString text;
    qsizetype begin = 0;
    for (int line = 0; line < lines && begin < bytes.size(); ++line) {
        const qsizetype feed = bytes.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? bytes.size() : feed;
        // A code point has four bytes at most; what decoding a cut one leaves at the end is cut off with it.
        const QString decoded = QString::fromUtf8(
            QByteArrayView(bytes).sliced(begin, qMin(end - begin, 4 * longestLine)));
        if (decoded.size() > longestLine) // what follows half a line would be coloured all wrong
            return text + decoded.first(longestLine) + u" …\n"_s;
        text += decoded + u'\n';
        begin = end + 1;
    }
    if (begin < bytes.size())
        text += u"…\n"_s;
    return text;
}

ExportPreview::ExportPreview(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

ExportPreview::~ExportPreview()
{
    // The document and its highlighter are gone only after the repository otherwise.
    delete m_highlighter;
}

void ExportPreview::show(const QByteArray &bytes, const QString &syntax)
{
    if (!m_repository) {
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_repository->addCustomSearchPath(u":"_s); // finds :/syntax/*.xml
    }
    // A highlighter that puts off some lines to the next turn of the event loop does not notice when these are no
    // more: each text has one of its own.
    delete m_highlighter;
    setPlainText(beginning(bytes, previewLines));
    m_highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document());
    applyTheme();
    m_highlighter->setDefinition(m_repository->definitionForName(syntax));
}

void ExportPreview::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        applyTheme();
        m_highlighter->rehighlight();
    }
}

void ExportPreview::applyTheme()
{
    const Theme theme = Theme::of(palette());
    const KSyntaxHighlighting::Theme calm = m_repository->theme(theme.isDark() ? u"GitHub Dark"_s : u"GitHub Light"_s);
    m_highlighter->setTheme(calm.isValid() && !theme.isHighContrast() ? calm
                                                                      : m_repository->themeForPalette(palette()));
}

}
