// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/support.h"
#include "tests/ui/article/articlefixture.h"
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/session.h"

#include <QTemporaryDir>

namespace pq::test {

/// The article page over a project that holds the sample, to be driven by keys and mouse as an editor would.
struct Desk
{
    QTemporaryDir folder;
    Session session;
    Actions actions;
    std::unique_ptr<ArticlePage> page;
    Corpus corpus = sampleCorpus();
    QStringList failures;

    Desk()
    {
        QObject::connect(&session, &Session::failed, &session, [this](const QString &m) { failures.append(m); });
        if (!session.create(folder.filePath(QStringLiteral("desk.pullquote"))))
            qFatal("No project: %s", qPrintable(failures.join(u' ')));
        page = std::make_unique<ArticlePage>(session, actions);
        if (!session.edit(QStringLiteral("Import"), [this](Edit &e) { e.put(corpus); }))
            qFatal("No corpus: %s", qPrintable(failures.join(u' ')));
        page->resize(1100, 800);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("The page is not shown.");
        page->showArticle(corpus.articles.first().id);
        page->view()->setFocus();
    }
    [[nodiscard]] QList<Passage> passages() { return session.value(session.store().passages(page->version())); }
    [[nodiscard]] std::optional<Passage> passage(PassageId id)
    {
        const QList<Passage> found = session.value(session.store().passages({id}));
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(page->view(), key, modifiers); }
    void keys(int count, Qt::Key which, Qt::KeyboardModifiers modifiers = {})
    {
        for (int i = 0; i < count; ++i)
            key(which, modifiers);
    }
    void caretAt(const QString &words)
    {
        const TextSpan span = spanOf(page->text(), words);
        if (span.isEmpty())
            qFatal("The text does not hold these words: %s", qPrintable(words));
        page->view()->moveCaret(span.begin);
    }
    /// Another article with this text.
    void showText(const QString &text)
    {
        Document document;
        document.text = Text(text);
        document.head.title = QStringLiteral("Another article");
        document.sourceName = QStringLiteral("another.txt");
        document.sourceBytes = text.toUtf8();
        document.encoding = QStringLiteral("UTF-8");
        ArticleId article;
        if (!session.edit(QStringLiteral("Import"), [&](Edit &e) { article = e.import(document).article; }))
            qFatal("No article: %s", qPrintable(failures.join(u' ')));
        page->showArticle(article);
    }
    void selectByKeys(const QString &words)
    {
        const TextSpan span = spanOf(page->text(), words);
        if (span.isEmpty())
            qFatal("The text does not hold these words: %s", qPrintable(words));
        page->view()->moveCaret(span.begin);
        while (page->view()->selection().caret() < span.end)
            key(Qt::Key_Right, Qt::ShiftModifier);
    }
    [[nodiscard]] QStringList words(PassageId id)
    {
        QStringList result;
        if (const auto found = passage(id)) {
            for (const Fragment &fragment : found->fragments)
                result.append(fragment.words);
        }
        return result;
    }
    [[nodiscard]] Passage sample(const QString &firstWords) const
    {
        for (const Passage &p : corpus.passages) {
            if (p.fragments.first().words == firstWords)
                return p;
        }
        qFatal("No such passage: %s", qPrintable(firstWords));
    }
};

}
