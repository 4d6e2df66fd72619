// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleaccessible.h"

#include "ui/article/articleview.h"

#include <QAccessibleWidget>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// The passages over a place in words, the innermost first.
QStringList passagesAt(const ArticleView &view, TextPosition position)
{
    QStringList described;
    for (const QList<PassageId> ids = view.passagesAt(position); const PassageId id : ids)
        described.append(view.description(id));
    return described;
}

class ArticleAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ArticleAccessible(ArticleView *view) : QAccessibleWidget(view, QAccessible::EditableText) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    /// Described by what lies over the caret, so that a reader hears of a passage when the caret comes to it.
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return passagesAt(*view(), view()->selection().caret()).join(u", "_s);
        return QAccessibleWidget::text(kind);
    }

    // The selection; fragments set aside are selections of their own.
    int selectionCount() const override { return int(view()->selection().spans().size()); }
    void selection(int index, int *begin, int *end) const override
    {
        const QList<TextSpan> spans = view()->selection().spans();
        tell(index >= 0 && index < spans.size() ? spans[index] : TextSpan(), begin, end);
    }
    void addSelection(int begin, int end) override
    {
        view()->addFragment();
        view()->select(span(begin, end));
    }
    void removeSelection(int index) override
    {
        QList<TextSpan> spans = view()->selection().spans();
        if (index < 0 || index >= spans.size())
            return;
        spans.removeAt(index);
        select(spans);
    }
    /// Of the one behind the last: another one.
    void setSelection(int index, int begin, int end) override
    {
        QList<TextSpan> spans = view()->selection().spans();
        if (index < 0 || index > spans.size())
            return;
        if (index < spans.size())
            spans.removeAt(index);
        spans.append(span(begin, end)); // the last one has the caret
        select(spans);
    }

    int cursorPosition() const override { return int(view()->selection().caret().value); }
    void setCursorPosition(int position) override { view()->moveCaret({position}); }

    QString text(int begin, int end) const override
    {
        return all().words(span(begin, end < 0 ? characterCount() : end)).toString();
    }
    int characterCount() const override { return int(all().length()); }

    QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        return isWithin(offset) ? words(unitAt(at(offset), type), begin, end) : nothing(begin, end);
    }
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        return isWithin(offset) ? words(unitBefore(unitAt(at(offset), type), type), begin, end) : nothing(begin, end);
    }
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        return isWithin(offset) ? words(unitAfter(unitAt(at(offset), type), type), begin, end) : nothing(begin, end);
    }

    QRect characterRect(int offset) const override
    {
        if (!isWithin(offset))
            return {};
        const QRect rect = view()->rectAt(at(offset));
        return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        const TextSpan character = view()->characterAt(view()->viewport()->mapFromGlobal(point));
        return character.isEmpty() ? -1 : int(character.begin.value);
    }
    void scrollToSubstring(int begin, int end) override { view()->scrollTo(span(begin, end)); }

    /// The passages on the character, as far as they stay the same.
    QString attributes(int offset, int *begin, int *end) const override
    {
        if (!isWithin(offset))
            return nothing(begin, end);
        const TextPosition position = at(offset);
        tell(sameTags(position), begin, end);
        const QList<PassageId> ids = view()->passagesAt(position);
        if (ids.isEmpty())
            return {};
        // The syntax of IAccessible2. To AT-SPI Qt hands on the names it knows and no others, and of those
        // only the font's family can hold any words without an effect of its own.
        const QString tags =
            passagesAt(*view(), position).join(u", "_s).replace(QRegularExpression(u"[;:=\\\\]"_s), u" "_s);
        const QColor tint = view()->tagTint(view()->passages().mark(ids.first()).tag);
        return u"mark:true;tags:%1;font-family:%1;text-underline-type:single;background-color:rgb(%2,%3,%4);"_s.arg(
            tags, QString::number(tint.red()), QString::number(tint.green()), QString::number(tint.blue()));
    }

private:
    [[nodiscard]] ArticleView *view() const { return static_cast<ArticleView *>(widget()); }
    [[nodiscard]] const Text &all() const { return view()->text(); }
    /// -1 stands for the end.
    [[nodiscard]] bool isWithin(int offset) const { return offset >= -1 && offset <= characterCount(); }
    [[nodiscard]] TextPosition at(int offset) const
    {
        return {offset < 0 ? all().length() : std::min<qsizetype>(offset, all().length())};
    }
    [[nodiscard]] TextSpan span(int begin, int end) const
    {
        const auto [from, to] = std::minmax({std::max(0, begin), std::max(0, end)});
        return {at(from), at(to)};
    }
    void select(const QList<TextSpan> &spans)
    {
        view()->clearSelection();
        for (const TextSpan &span : spans) {
            view()->addFragment();
            view()->select(span);
        }
    }

    static void tell(const TextSpan &span, int *begin, int *end)
    {
        *begin = int(span.begin.value);
        *end = int(span.end.value);
    }
    static QString nothing(int *begin, int *end)
    {
        *begin = *end = -1;
        return {};
    }
    QString words(const TextSpan &span, int *begin, int *end) const
    {
        tell(span, begin, end);
        return all().words(span).toString();
    }

    [[nodiscard]] TextSpan sameTags(TextPosition position) const
    {
        // Of a very long paragraph no more than what is laid out as one.
        const TextBlocks &blocks = view()->layout().blocks();
        const qsizetype block = blocks.indexAt(position);
        TextSpan same = blocks.at(block).span;
        if (block + 1 < blocks.count())
            same.end = blocks.at(block + 1).span.begin; // with the line feed
        for (const QList<PassageMarks::Hit> hits = view()->passages().meeting(same);
             const PassageMarks::Hit &hit : hits) {
            if (hit.fragment.contains(position))
                same = {std::max(same.begin, hit.fragment.begin), std::min(same.end, hit.fragment.end)};
            else if (hit.fragment.end <= position)
                same.begin = std::max(same.begin, hit.fragment.end);
            else
                same.end = std::min(same.end, hit.fragment.begin);
        }
        return same;
    }

    // Words and sentences come without the white space between them, lines and paragraphs without their line feed.
    [[nodiscard]] TextSpan unitAt(TextPosition position, QAccessible::TextBoundaryType type) const
    {
        const TextPosition last = all().span().end;
        if (type == QAccessible::NoBoundary)
            return all().span();
        if (position >= last && type != QAccessible::LineBoundary && type != QAccessible::ParagraphBoundary)
            return {last, last};
        switch (type) {
        case QAccessible::CharBoundary:
            if (paragraphAt(all(), position).end == position) // the line feed
                return {position, position + 1};
            return pq::unitAt(all(), position, Unit::Character);
        case QAccessible::WordBoundary:
            return pq::unitAt(all(), position, Unit::Word);
        case QAccessible::SentenceBoundary:
            return pq::unitAt(all(), position, Unit::Sentence);
        case QAccessible::LineBoundary: {
            ArticleLayout &layout = view()->layout();
            const qsizetype block = layout.blocks().indexAt(position);
            return layout.lineSpan(block, layout.lineAt(block, position));
        }
        default:
            return paragraphAt(all(), position);
        }
    }
    /// No word and no sentence.
    [[nodiscard]] bool isBlank(const TextSpan &span, QAccessible::TextBoundaryType type) const
    {
        return (type == QAccessible::WordBoundary || type == QAccessible::SentenceBoundary)
            && all().words(span).trimmed().isEmpty();
    }
    [[nodiscard]] TextSpan unitAfter(const TextSpan &here, QAccessible::TextBoundaryType type) const
    {
        const TextPosition last = all().span().end;
        for (TextPosition at = here.isEmpty() ? here.end + 1 : here.end; at < last;) {
            const TextSpan next = unitAt(at, type);
            if (next.begin >= here.end && !isBlank(next, type))
                return next;
            at = std::max(at + 1, next.end);
        }
        return {last, last};
    }
    [[nodiscard]] TextSpan unitBefore(const TextSpan &here, QAccessible::TextBoundaryType type) const
    {
        for (TextPosition at = here.begin - 1; at >= TextPosition{0};) {
            const TextSpan before = unitAt(at, type);
            if (before.end <= here.begin && !isBlank(before, type))
                return before;
            at = std::min(at, before.begin) - 1;
        }
        return {};
    }
};

QAccessibleInterface *makeArticleAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<ArticleView *>(object);
    return view ? new ArticleAccessible(view) : nullptr;
}

}

void installArticleAccessible()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeArticleAccessible);
        return true;
    }();
    (void)installed;
}

void tellText(ArticleView &view, const QString &former)
{
    QAccessibleTextUpdateEvent event(&view, 0, former, view.text().string());
    QAccessible::updateAccessibility(&event);
}

void tellSelection(ArticleView &view, const TextSelection &former)
{
    const TextSelection &now = view.selection();
    if (now.spans() != former.spans()) {
        const TextSpan live = now.live();
        QAccessibleTextSelectionEvent event(&view, int(live.begin.value), int(live.end.value));
        event.setCursorPosition(int(now.caret().value));
        QAccessible::updateAccessibility(&event);
    }
    if (now.caret() == former.caret())
        return;
    QAccessibleTextCursorEvent moved(&view, int(now.caret().value));
    QAccessible::updateAccessibility(&moved);
    if (view.passagesAt(now.caret()) != view.passagesAt(former.caret())) {
        QAccessibleEvent described(&view, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&described);
    }
}

void tellPassages(ArticleView &view)
{
    QAccessibleEvent event(&view, QAccessible::TextAttributeChanged);
    QAccessible::updateAccessibility(&event);
}

void tellCurrentPassage(ArticleView &view)
{
    if (!view.passages().contains(view.currentPassage()))
        return;
    constexpr qsizetype enough = 200; // characters
    TextSpan span = view.passages().fragments(view.currentPassage()).constFirst();
    span.end = std::min(span.end, span.begin + enough);
    QAccessibleAnnouncementEvent said(
        &view,
        ArticleView::tr("%1: %2").arg(view.description(view.currentPassage()), view.text().words(span).toString()));
    QAccessible::updateAccessibility(&said);
}

}
