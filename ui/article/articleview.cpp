// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleview.h"

#include "ui/article/articleaccessible.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace pq {

ArticleView::ArticleView(QWidget *parent) : QAbstractScrollArea(parent), m_overview(new OverviewStrip(this))
{
    installArticleAccessible();
    setAccessibleName(tr("Article"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or the column would move when it comes and goes
    setAcceptDrops(false);                             // files are dropped onto the window
    setViewportMargins(0, 0, OverviewStrip::breadth, 0);
    connect(m_overview, &OverviewStrip::chosen, this, [this](double place) {
        m_visible.scrollTo(qint64(place * double(m_layout.heights().total())) - viewport()->height() / 2);
        scrolled();
    });
    viewport()->setAcceptDrops(false);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    m_layout.setFormats([this](QStringView block) { return m_formats.formats(block); });
    m_layout.setText(Text());
    applyTheme();
    setUp();
}

ArticleView::~ArticleView() = default;

void ArticleView::setText(const Text &text)
{
    const Text former = m_layout.text();
    m_layout.setText(text);
    setParagraphNumbers(m_showsNumbers);
    m_marks = PassageMarks();
    m_feedTimer.stop();
    m_margin.setCards({});
    m_highlightPainter.setSigns({});
    m_unchecked.clear();
    m_coverage.reset();
    m_hits.clear();
    m_bookmarks.clear();
    m_place = {};
    m_goalX.reset();
    m_dragOrigin.reset();
    m_gripDrag.reset();
    m_visible.scrollTo(0);
    scrolled();
    setSelection(TextSelection(), false);
    setCurrentPassage({});
    overviewSoon();
    tellText(*this, former.string());
}

void ArticleView::setTags(const QList<Tag> &tags)
{
    m_highlightPainter.setTags(tags);
    overviewSoon();
    viewport()->update();
}

void ArticleView::setTagVisibilities(const TagVisibilities &visibilities)
{
    m_highlightPainter.setVisibilities(visibilities);
    overviewSoon();
    viewport()->update();
}

void ArticleView::setPassages(const QList<Passage> &passages)
{
    assignPassages(PassageMarks(passages));
}

void ArticleView::setPassages(PassageMarks::Feed feed)
{
    assignPassages(PassageMarks(std::move(feed)));
    m_feedTimer.start(0, this);
    takePassages();
}

void ArticleView::assignPassages(PassageMarks marks)
{
    m_feedTimer.stop();
    m_gripDrag.reset();
    m_marks = std::move(marks);
    if (!m_current.isNull() && !m_marks.contains(m_current))
        setCurrentPassage({});
    overviewSoon();
    viewport()->update();
    tellPassages(*this);
}

void ArticleView::takePassages()
{
    m_marks.takeMore();
    if (!m_marks.isComplete())
        return;
    m_feedTimer.stop();
    Q_EMIT passagesComplete();
}

void ArticleView::putPassage(const Passage &passage)
{
    if (m_gripDrag && m_gripDrag->passage == passage.id)
        m_gripDrag.reset(); // what it was dragged from is no longer so
    if (m_marks.holds(passage))
        return; // it was shown before it was stored
    const QRect before = rectOf(passage.id);
    m_marks.put(passage);
    overviewSoon();
    viewport()->update(before | rectOf(passage.id));
    tellPassages(*this);
}

void ArticleView::paintNow(PassageId passage)
{
    viewport()->repaint(rectOf(passage));
}

QRect ArticleView::rectOf(PassageId passage) const
{
    return rectOf(m_marks.fragments(passage));
}

QRect ArticleView::rectOf(const QList<TextSpan> &spans) const
{
    QRect rect;
    for (const VisibleBlocks::Item &item : m_visible.items()) {
        const TextSpan block = m_layout.blocks().at(item.block).span;
        const auto touches = [&](const TextSpan &span) { return span.begin <= block.end && block.begin <= span.end; };
        if (std::ranges::any_of(spans, touches))
            rect |= QRect(0, item.y, viewport()->width(), m_layout.heights().height(item.block));
    }
    if (rect.isEmpty())
        return rect;
    const int beyond = m_layout.typography().lineHeight; // frames and grips stand out
    return rect.adjusted(0, -beyond, 0, beyond) & viewport()->rect();
}

void ArticleView::removePassage(PassageId passage)
{
    if (!m_marks.remove(passage))
        return;
    if (m_current == passage)
        setCurrentPassage({});
    overviewSoon();
    viewport()->update();
    tellPassages(*this);
}

void ArticleView::setSigns(const QHash<PassageId, PassageSigns> &signs)
{
    m_highlightPainter.setSigns(signs);
    viewport()->update();
    tellPassages(*this);
}

void ArticleView::setUnchecked(const QSet<PassageId> &passages)
{
    if (passages == m_unchecked)
        return;
    m_unchecked = passages;
    overviewSoon();
}

void ArticleView::setCards(QList<MarginCard> cards)
{
    m_margin.setCards(std::move(cards));
    m_hoveredCard = -1;
    viewport()->update();
}

void ArticleView::setHits(const QList<TextSpan> &hits)
{
    m_hits = hits;
    overviewSoon();
    viewport()->update();
}

void ArticleView::overviewSoon()
{
    constexpr int pause = 80; // ms; a held key or a flood of changes draws it once, at the end
    m_overviewTimer.start(pause, this);
}

void ArticleView::showOverview()
{
    m_overviewTimer.stop();
    if (m_feedTimer.isActive()) { // it would have to wait for all passages
        overviewSoon();
        return;
    }
    const QList<TextPosition> begins = rowBegins(m_layout, std::max(0, m_overview->height()));
    QList<TextPosition> unchecked;
    for (const PassageId passage : std::as_const(m_unchecked)) {
        if (m_marks.contains(passage) && m_highlightPainter.isShown(m_marks.mark(passage).tag))
            unchecked.append(m_marks.mark(passage).extent.begin);
    }
    m_overview->setOverview(overview(
                                m_marks, m_hits, begins, [this](TagId tag) { return m_highlightPainter.isShown(tag); },
                                unchecked, m_coverage ? m_coverage->uncovered : QList<TextSpan>()),
                            [this](TagId tag) { return m_highlightPainter.look(tag).line; });
}

void ArticleView::setParagraphNumbers(bool shown)
{
    m_showsNumbers = shown;
    m_numbers = shown ? paragraphNumbers(m_layout.blocks()) : std::vector<qint32>();
    viewport()->update();
}

void ArticleView::setFocusMode(bool focused)
{
    m_focusMode = focused;
    viewport()->update();
}

void ArticleView::setBookmarks(const QList<TextPosition> &bookmarks)
{
    m_bookmarks = bookmarks;
    viewport()->update();
}

// --- caret and selection ---

void ArticleView::setSelection(const TextSelection &selection, bool scroll)
{
    const TextSelection former = std::exchange(m_selection, selection);
    blinkAnew();
    if (scroll)
        showCaret();
    if (m_selection == former)
        return;
    if (m_focusMode) {
        viewport()->update(); // another paragraph may be the one that stands out
    } else {
        // The current passage loses its grips to a selection, or gets them back.
        const QList<TextSpan> carets{{former.caret(), former.caret()}, {m_selection.caret(), m_selection.caret()}};
        viewport()->update(rectOf(carets + former.spans() + m_selection.spans()) | rectOf(m_current));
    }
    Q_EMIT selectionChanged();
    tellSelection(*this, former);
}

void ArticleView::moveCaret(TextPosition position, bool select)
{
    m_selectedByMouse = false;
    const TextPosition within{std::clamp<qsizetype>(position.value, 0, text().length())};
    TextSelection selection = m_selection;
    selection.moveTo(snappedToCharacters(text(), {within, within}).begin, select);
    setSelection(selection);
}

void ArticleView::select(const TextSpan &span)
{
    m_selectedByMouse = false;
    const TextSpan snapped = snappedToCharacters(text(), span);
    TextSelection selection = m_selection;
    selection.select(snapped.begin, snapped.end);
    setSelection(selection);
}

void ArticleView::selectAll()
{
    m_selectedByMouse = false;
    TextSelection selection;
    selection.select({0}, text().span().end);
    setSelection(selection, false);
}

void ArticleView::clearSelection()
{
    TextSelection selection = m_selection;
    selection.clear();
    setSelection(selection, false);
}

void ArticleView::addFragment()
{
    TextSelection selection = m_selection;
    selection.addLive();
    setSelection(selection, false);
}

void ArticleView::copy() const
{
    QStringList words;
    for (const QList<TextSpan> all = m_selection.spans(); const TextSpan &span : all)
        words.append(text().words(span).toString());
    if (!words.isEmpty())
        QGuiApplication::clipboard()->setText(words.join(u" … "_s));
}

void ArticleView::showCaret()
{
    bringIntoView(m_selection.caret());
}

void ArticleView::scrollTo(const TextSpan &span)
{
    // As much of it as a screen holds, its begin in any case.
    bringIntoView(span.end);
    bringIntoView(span.begin);
}

void ArticleView::bringIntoView(TextPosition position)
{
    const qsizetype block = m_layout.blocks().indexAt(position);
    const QRectF caret = m_layout.caret(block, position);
    m_visible.show(block, int(caret.top()), int(std::ceil(caret.height())), m_layout.typography().lineHeight);
    scrolled();
}

void ArticleView::blinkAnew()
{
    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    m_caretShown = hasFocus();
    if (hasFocus() && flash > 0)
        m_caretBlink.start(flash / 2, this);
    else
        m_caretBlink.stop();
}

// --- passages ---

void ArticleView::setCurrentPassage(PassageId passage)
{
    if (m_current == passage)
        return;
    letGripGo(false);
    viewport()->update(rectOf(m_current) | rectOf(passage));
    m_current = passage;
    m_highlightPainter.setCurrent(passage);
    Q_EMIT currentPassageChanged(passage);
    tellCurrentPassage(*this);
}

void ArticleView::showPassage(PassageId passage)
{
    const QList<TextSpan> fragments = m_marks.fragments(passage);
    if (fragments.isEmpty())
        return;
    // As much of the passage as a screen holds, its begin in any case.
    const TextSpan whole{fragments.first().begin, fragments.last().end};
    moveCaret(whole.end);
    moveCaret(whole.begin);
    setCurrentPassage(passage);
}

bool ArticleView::isInView(PassageId passage) const
{
    const QList<VisibleBlocks::Item> &items = m_visible.items();
    if (items.isEmpty())
        return false;
    const TextSpan screen{m_layout.blocks().at(items.first().block).span.begin,
                          m_layout.blocks().at(items.last().block).span.end};
    const QList<TextSpan> fragments = m_marks.fragments(passage);
    return std::ranges::any_of(fragments, [&](const TextSpan &span) { return span.overlaps(screen); });
}

PassageId ArticleView::nextPassage(bool forward, const std::function<bool(PassageId)> &isWanted) const
{
    PassageId next;
    if (m_marks.contains(m_current))
        next = forward ? m_marks.after(m_current) : m_marks.before(m_current);
    else
        next = forward ? m_marks.firstFrom(m_selection.caret()) : m_marks.lastBefore(m_selection.caret());
    const auto isMeant = [&](PassageId id) {
        return m_highlightPainter.isShown(m_marks.mark(id).tag) && (!isWanted || isWanted(id));
    };
    while (!next.isNull() && !isMeant(next))
        next = forward ? m_marks.after(next) : m_marks.before(next);
    return next;
}

void ArticleView::showNextPassage(bool forward, const std::function<bool(PassageId)> &isWanted)
{
    if (const PassageId next = nextPassage(forward, isWanted); !next.isNull())
        showPassage(next);
}

QList<PassageId> ArticleView::passagesAt(TextPosition position) const
{
    QList<PassageId> here = m_marks.at(position);
    here.removeIf([this](PassageId id) { return !m_highlightPainter.isShown(m_marks.mark(id).tag); });
    return here;
}

QList<PassageId> ArticleView::passagesAtCaret() const
{
    const QList<PassageId> here = passagesAt(m_selection.caret());
    // Behind the last letter of a passage one still means it.
    if (here.isEmpty() && m_selection.caret() > TextPosition{0})
        return passagesAt(previousBoundary(text(), m_selection.caret(), Unit::Character));
    return here;
}

void ArticleView::cyclePassages()
{
    const QList<PassageId> here = passagesAtCaret();
    if (!here.isEmpty())
        setCurrentPassage(here[(here.indexOf(m_current) + 1) % here.size()]);
}

// --- geometry ---

QPointF ArticleView::origin(qsizetype block) const
{
    const qint64 y = std::clamp<qint64>(m_visible.yOf(block), -10'000'000, 10'000'000);
    return QPointF(m_columnX, double(y));
}

TextPosition ArticleView::positionAt(const QPoint &point)
{
    const VisibleBlocks::Item item = m_visible.itemAt(point.y());
    return m_layout.positionAt(item.block, point - QPointF(m_columnX, item.y));
}

TextSpan ArticleView::characterAt(const QPoint &point)
{
    const VisibleBlocks::Item item = m_visible.itemAt(point.y());
    return m_layout.characterAt(item.block, point - QPointF(m_columnX, item.y));
}

QRect ArticleView::rectAt(TextPosition position)
{
    const qsizetype block = m_layout.blocks().indexAt(position);
    if (position < m_layout.blocks().at(block).span.end) {
        const ArticleLayout::LineParts parts = m_layout.parts(block, unitAt(text(), position, Unit::Character));
        if (!parts.isEmpty())
            return parts.first().box.translated(origin(block)).toAlignedRect();
    }
    return m_layout.caret(block, position).translated(origin(block)).toAlignedRect();
}

QRect ArticleView::caretRect()
{
    const qsizetype block = m_layout.blocks().indexAt(m_selection.caret());
    return m_layout.caret(block, m_selection.caret()).translated(origin(block)).toAlignedRect();
}

void ArticleView::setTypesetting(const Typesetting &typesetting)
{
    if (typesetting == m_typesetting)
        return;
    m_typesetting = typesetting;
    setUp();
}

void ArticleView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 4.0);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    setUp();
    Q_EMIT zoomChanged();
}

void ArticleView::setUp()
{
    const Typography typography = Typography::of(font(), m_zoom, m_typesetting);
    const int width = viewport()->width();
    const int padding = typography.padding;
    const int beside = padding * 2 / 3; // between column and cards, and on their other side
    // The column comes first: cards get what a readable measure leaves, and make room for it down to a half.
    const int readable = typography.measure * 9 / 10;
    const int wished = Margin::wishedWidth(font());
    const int cards = std::clamp(width - padding - 2 * beside - readable, wished * 3 / 5, wished);
    const int roomBesideCards = width - padding - 2 * beside - cards;
    int column = 0;
    if (roomBesideCards >= typography.measure * 7 / 10) {
        column = std::min(typography.measure, roomBesideCards);
        // In the middle of the viewport, unless the cards need the room.
        m_columnX = std::min((width - column) / 2, width - cards - 2 * beside - column);
        m_marginX = m_columnX + column + beside;
        m_marginWidth = cards;
    } else {
        column = std::clamp(width - 2 * padding - Margin::dotsWidth, 40, typography.measure);
        m_columnX = std::max(4, (width - column) / 2);
        m_marginX = m_columnX + column + 6;
        m_marginWidth = Margin::dotsWidth;
    }
    m_layout.setTypography(typography, column);
    m_visible.setHeight(viewport()->height());
    m_visible.restore(m_place);
    m_goalX.reset();
    syncScrollBar();
    viewport()->update();
}

void ArticleView::syncScrollBar()
{
    m_syncing = true;
    QScrollBar *bar = verticalScrollBar();
    const auto pixels = [](qint64 y) { return int(std::min<qint64>(y, std::numeric_limits<int>::max())); };
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_layout.typography().lineHeight);
    bar->setRange(0, pixels(m_visible.greatestTop()));
    bar->setValue(pixels(m_visible.top()));
    m_syncing = false;
    const double whole = std::max<double>(1, double(m_layout.heights().total()));
    m_overview->setInView(double(m_visible.top()) / whole,
                          std::min(1.0, double(m_visible.top() + viewport()->height()) / whole));
}

/// After the place in view changed because the user wanted it to.
void ArticleView::scrolled()
{
    m_place = m_visible.place();
    syncScrollBar();
    viewport()->update();
}

void ArticleView::scrollContentsBy(int, int)
{
    if (m_syncing)
        return;
    m_visible.scrollBy(verticalScrollBar()->value() - m_visible.top());
    scrolled();
}

void ArticleView::resizeEvent(QResizeEvent *)
{
    const QRect text = viewport()->geometry();
    m_overview->setGeometry(text.right() + 1, text.top(), OverviewStrip::breadth, text.height());
    overviewSoon();
    setUp();
}

void ArticleView::applyTheme()
{
    m_theme = Theme::of(palette());
    m_formats.setTheme(m_theme);
    m_highlightPainter.setTheme(m_theme);
    m_overview->setTheme(m_theme);
    overviewSoon();
    m_layout.forgetLayouts();
    viewport()->update();
}

void ArticleView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
        applyTheme();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        setUp();
        break;
    default:
        break;
    }
    QAbstractScrollArea::changeEvent(event);
}

}
