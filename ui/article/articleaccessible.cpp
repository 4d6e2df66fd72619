// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleaccessible.h"

#include "ui/article/articleview.h"

#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// Assistive technology counts UTF-16 units, as Qt does.
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

    // The selection; fragments set aside are selections of their own.
    int selectionCount() const override { return int(view()->selection().spans().size()); }
    void selection(int index, int *begin, int *end) const override
    {
        const QList<TextSpan> spans = view()->selection().spans();
        const Utf16Span units = index >= 0 && index < spans.size() ? all().toUtf16(spans[index]) : Utf16Span();
        *begin = int(units.begin.value);
        *end = int(units.end.value);
    }
    void addSelection(int begin, int end) override
    {
        view()->addFragment();
        view()->select(span(begin, end));
    }
    void removeSelection(int) override { view()->clearSelection(); }
    void setSelection(int, int begin, int end) override { view()->select(span(begin, end)); }

    int cursorPosition() const override { return int(all().toUtf16(view()->selection().caret()).value); }
    void setCursorPosition(int position) override { view()->moveCaret(at(position)); }

    QString text(int begin, int end) const override
    {
        const QString &string = all().string();
        const qsizetype from = std::clamp<qsizetype>(begin, 0, string.size());
        const qsizetype to = end < 0 ? string.size() : std::clamp<qsizetype>(end, from, string.size());
        return string.sliced(from, to - from);
    }
    using QAccessibleWidget::text;
    int characterCount() const override { return int(all().string().size()); }

    QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        return unit(spanAt(at(offset), type), begin, end);
    }
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        const TextSpan here = spanAt(at(offset), type);
        if (here.begin <= TextPosition{0})
            return unit({}, begin, end);
        return unit(spanAt(here.begin - 1, type), begin, end);
    }
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        const TextSpan here = spanAt(at(offset), type);
        const TextPosition next = here.isEmpty() ? here.end + 1 : here.end;
        if (next >= all().span().end)
            return unit({all().span().end, all().span().end}, begin, end);
        return unit(spanAt(next, type), begin, end);
    }

    QRect characterRect(int offset) const override
    {
        const QRect rect = view()->rectAt(at(offset));
        return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        const TextSpan character = view()->characterAt(view()->viewport()->mapFromGlobal(point));
        return character.isEmpty() ? -1 : int(all().toUtf16(character.begin).value);
    }
    void scrollToSubstring(int begin, int end) override
    {
        view()->moveCaret(at(end));
        view()->moveCaret(at(begin));
    }

    /// The names of the tags on the character, as far as they stay the same.
    QString attributes(int offset, int *begin, int *end) const override
    {
        const TextPosition position = at(offset);
        TextSpan same = paragraphAt(all(), position);
        QStringList names;
        for (const QList<PassageMarks::Hit> hits = view()->passages().meeting(same);
             const PassageMarks::Hit &hit : hits) {
            if (hit.fragment.contains(position)) {
                names.append(view()->tagName(view()->passages().mark(hit.number).tag));
                same = {std::max(same.begin, hit.fragment.begin), std::min(same.end, hit.fragment.end)};
            } else if (hit.fragment.end <= position) {
                same.begin = std::max(same.begin, hit.fragment.end);
            } else {
                same.end = std::min(same.end, hit.fragment.begin);
            }
        }
        (void)unit(same, begin, end);
        if (names.isEmpty())
            return {};
        // The syntax of IAccessible2 text attributes.
        return u"mark:true;tags:%1;"_s.arg(names.join(u" / "_s).replace(u';', u' ').replace(u':', u' '));
    }

private:
    [[nodiscard]] ArticleView *view() const { return static_cast<ArticleView *>(widget()); }
    [[nodiscard]] const Text &all() const { return view()->text(); }
    [[nodiscard]] TextPosition at(int offset) const { return all().toText(Utf16Position{offset}); }
    [[nodiscard]] TextSpan span(int begin, int end) const
    {
        return all().toText(Utf16Span{{std::min(begin, end)}, {std::max(begin, end)}});
    }

    [[nodiscard]] TextSpan spanAt(TextPosition position, QAccessible::TextBoundaryType type) const
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
            return unitAt(all(), position, Unit::Character);
        case QAccessible::WordBoundary:
            return unitAt(all(), position, Unit::Word);
        case QAccessible::SentenceBoundary:
            return unitAt(all(), position, Unit::Sentence);
        case QAccessible::LineBoundary: {
            ArticleLayout &layout = view()->layout();
            const qsizetype block = layout.blocks().indexAt(position);
            return layout.lineSpan(block, layout.lineAt(block, position));
        }
        default:
            return paragraphAt(all(), position);
        }
    }
    QString unit(const TextSpan &span, int *begin, int *end) const
    {
        const Utf16Span units = all().toUtf16(span);
        *begin = int(units.begin.value);
        *end = int(units.end.value);
        return all().words(span).toString();
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

}
