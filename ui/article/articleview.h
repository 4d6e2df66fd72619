// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/coverage.h"
#include "core/text/segmentation.h"
#include "ui/article/highlightpainter.h"
#include "ui/article/interviewformats.h"
#include "ui/article/margin.h"
#include "ui/article/overviewstrip.h"
#include "ui/article/passageboundary.h"
#include "ui/article/textselection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

#include <functional>
#include <optional>

namespace pq {

/// Shows a text to be read, with passages over it and cards beside it, and lets keyboard and mouse select in it
/// and choose a passage. Knows no project: values come in, positions go out. What it does costs what is in
/// view, however long the text and however many the passages.
class ArticleView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ArticleView(QWidget *parent = nullptr);
    ~ArticleView() override;

    /// Nothing of another text remains: no passages, cards, selection.
    void setText(const Text &text);
    [[nodiscard]] const Text &text() const { return m_layout.text(); }
    void setTags(const QList<Tag> &tags);
    void setTagVisibilities(const TagVisibilities &visibilities);
    [[nodiscard]] QString tagName(TagId tag) const { return m_highlightPainter.look(tag).name; }
    [[nodiscard]] QColor tagTint(TagId tag) const { return m_highlightPainter.look(tag).tint; }

    void setPassages(const QList<Passage> &passages);
    /// Shows what is in view at once and takes the rest while nobody waits; passagesComplete() follows.
    void setPassages(PassageMarks::Feed feed);
    /// Adds the passage or changes the one with its id.
    void putPassage(const Passage &passage);
    void removePassage(PassageId passage);
    /// Paints what of the passage is in view, without waiting for the event loop.
    void paintNow(PassageId passage);
    [[nodiscard]] const PassageMarks &passages() const { return m_marks; }

    /// The small marks that passages wear beside their tags.
    void setSigns(const QHash<PassageId, PassageSigns> &signs);

    /// Passages that the strip beside the article marks as not checked yet.
    void setUnchecked(const QSet<PassageId> &passages);

    /// Marks the words under no claim, here and in the strip beside the article; nothing marks none.
    void setCoverage(const std::optional<Coverage> &coverage);
    /// Of the stretches that are marked so, the next after (or before) the current passage, or else the selection;
    /// nothing when there is none.
    [[nodiscard]] std::optional<TextSpan> nextUncovered(bool forward) const;

    void setCards(QList<MarginCard> cards);
    [[nodiscard]] const QList<MarginCard> &cards() const { return m_margin.cards(); }
    /// The card under a point of the viewport, and where it stands.
    [[nodiscard]] std::optional<CardId> cardIdAt(const QPoint &point) const;
    [[nodiscard]] QRect cardBoxAt(const QPoint &point) const;

    /// Places to mark with a frame, such as what was found; ascending, not overlapping.
    void setHits(const QList<TextSpan> &hits);
    /// Begins of paragraphs to mark beside the column; ascending.
    void setBookmarks(const QList<TextPosition> &bookmarks);
    [[nodiscard]] const QList<TextPosition> &bookmarks() const { return m_bookmarks; }

    // --- caret and selection; positions are snapped to characters (grapheme clusters) ---

    [[nodiscard]] const TextSelection &selection() const { return m_selection; }
    /// Moves the caret there and into view.
    void moveCaret(TextPosition position, bool select = false);
    void select(const TextSpan &span);
    void selectAll();
    void clearSelection();
    /// Into view; the caret stays.
    void scrollTo(const TextSpan &span);
    /// Sets the selection aside as a fragment, so that another can be selected beside it.
    void addFragment();
    void copy() const;

    // --- passages ---

    /// Null when none is.
    [[nodiscard]] PassageId currentPassage() const { return m_current; }
    void setCurrentPassage(PassageId passage);
    /// Makes it the current one, moves the caret to its begin and both into view.
    void showPassage(PassageId passage);
    /// In words what it wears: tag, state, verdicts, whether it has a note. The passage must be shown here.
    [[nodiscard]] QString description(PassageId passage) const;
    /// True when some of it is on the screen.
    [[nodiscard]] bool isInView(PassageId passage) const;
    /// Shows the passage that begins after (or before) the current one, or the caret when none is; of those
    /// whose tags are shown and, when @p isWanted is given, that it wants.
    void showNextPassage(bool forward, const std::function<bool(PassageId)> &isWanted = {});
    /// The one that it would show; null when there is none.
    [[nodiscard]] PassageId nextPassage(bool forward, const std::function<bool(PassageId)> &isWanted = {}) const;
    /// The passages that are seen over the character at @p position, innermost first.
    [[nodiscard]] QList<PassageId> passagesAt(TextPosition position) const;
    /// Over the character at the caret, or over the one before it when none is; inner before outer.
    [[nodiscard]] QList<PassageId> passagesAtCaret() const;
    /// Makes the next of the passages at the caret the current one, inner before outer.
    void cyclePassages();
    /// Asked when somebody takes a grip: whether it goes from word to word also without Ctrl.
    void setSnapsToWords(const std::function<bool()> &snaps) { m_snapsToWords = snaps; }

    // --- geometry, in pixels of the viewport ---

    /// The place between two characters nearest to a point.
    [[nodiscard]] TextPosition positionAt(const QPoint &point);
    /// The character under a point; empty where there is none.
    [[nodiscard]] TextSpan characterAt(const QPoint &point);
    /// Of the character behind @p position, or of the caret there at the end of a line.
    [[nodiscard]] QRect rectAt(TextPosition position);
    [[nodiscard]] QRect caretRect();

    /// What the mouse takes to drag one boundary of the current passage, or of a selection made with it.
    struct Grip
    {
        qsizetype fragment = 0;
        Boundary boundary = Boundary::Begin;
        QRectF knob;  ///< above the line at the begin, below it at the end
        QLineF stem;
    };
    /// Those in view: at both ends of every fragment.
    [[nodiscard]] QList<Grip> grips();

    // --- reading ---

    /// A number in front of each paragraph, counted from 1; empty ones do not count.
    void setParagraphNumbers(bool shown);
    /// All but the caret's paragraph steps back.
    void setFocusMode(bool focused);

    [[nodiscard]] const Typesetting &typesetting() const { return m_typesetting; }
    void setTypesetting(const Typesetting &typesetting);

    /// 1.0 is normal; from 0.5 to 4.
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);

    [[nodiscard]] ArticleLayout &layout() { return m_layout; }
    [[nodiscard]] const VisibleBlocks &visibleBlocks() const { return m_visible; }
    /// In the last paint event; for tests that count work.
    [[nodiscard]] qsizetype blocksPainted() const { return m_blocksPainted; }

Q_SIGNALS:
    void passagesComplete();
    void selectionChanged();
    void currentPassageChanged(pq::PassageId passage);
    /// One of the passages at the caret shall be chosen from a list.
    void choiceRequested();
    /// A boundary was dragged: the passage shall have these fragments.
    void boundaryDragged(pq::PassageId passage, const QList<pq::TextSpan> &fragments);
    /// A key that types a character was pressed and means nothing here.
    void keyTyped(const QString &key);
    void cardActivated(const pq::CardId &card);
    /// The user drags it away, a passage with Alt.
    void cardDragged(const pq::CardId &card);
    void passageDragged(pq::PassageId passage);
    void zoomChanged();
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    // articleview.cpp
    void applyTheme();
    void setUp(); ///< typography and column for the viewport; keeps the place
    void syncScrollBar();
    void scrolled();
    void setSelection(const TextSelection &selection, bool scroll = true);
    void showCaret();
    void bringIntoView(TextPosition position);
    void blinkAnew();
    [[nodiscard]] QPointF origin(qsizetype block) const;

    /// The paragraphs in view that these are or touch, and what is between them, from one edge to the other.
    [[nodiscard]] QRect rectOf(const QList<TextSpan> &spans) const;
    [[nodiscard]] QRect rectOf(PassageId passage) const;
    void assignPassages(PassageMarks marks);
    void takePassages();
    void overviewSoon();
    void showOverview();

    // articleview_paint.cpp
    void paintNumber(QPainter &painter, qsizetype block, const QPointF &blockOrigin);
    void paintSelection(QPainter &painter, qsizetype block, const QPointF &blockOrigin);
    void paintBookmark(QPainter &painter, qsizetype block, const QPointF &blockOrigin);
    void paintHits(QPainter &painter, qsizetype block, const QPointF &blockOrigin);
    void paintConnector(QPainter &painter, PassageId passage);
    [[nodiscard]] QPointF connectorPoint(TextPosition position, bool end);
    [[nodiscard]] QString toolTipAt(const QPoint &point);

    // articleview_coverage.cpp
    void paintUncovered(QPainter &painter, qsizetype block, const QPointF &blockOrigin);
    [[nodiscard]] QString coverageToolTipAt(const QPoint &point);

    // articleview_grips.cpp
    [[nodiscard]] bool selectionHasGrips() const;
    [[nodiscard]] QList<TextSpan> grippedSpans() const;
    [[nodiscard]] std::optional<Grip> gripAt(const QPointF &point);
    void paintGrips(QPainter &painter);
    void takeGrip(const Grip &grip);
    void dragGripTo(const QPoint &point, bool byWords);
    void letGripGo(bool keeps);
    void showFragments(PassageId passage, const QList<TextSpan> &fragments);

    // articleview_input.cpp
    bool moveByKey(QKeyEvent *event);
    void moveByLine(bool forward, bool select);
    void moveByPage(bool forward, bool select);
    [[nodiscard]] TextPosition lineEdge(bool end);
    void dragTo(const QPoint &point);
    void autoScrollFrom(const QPoint &point);
    void hover(const QPoint &point);
    void setHovered(qsizetype card, PassageId passage);
    bool dragAway(const QPoint &point);
    void clickPassage(const QPoint &point);
    void askForPassage(const QPoint &point);
    [[nodiscard]] qsizetype cardAt(const QPoint &point) const;
    bool activateCard(); ///< of those at the caret or current passage the next one
    [[nodiscard]] const Margin::Placed *openDot() const;
    [[nodiscard]] QRect openBox(const Margin::Placed &dot) const;
    void beginDrag(const QPoint &point, Unit unit);

    ArticleLayout m_layout;
    VisibleBlocks m_visible{m_layout};
    VisibleBlocks::Place m_place; ///< what the user scrolled to; kept through changes of width and font
    PassageMarks m_marks;
    HighlightPainter m_highlightPainter{m_layout, m_marks};
    InterviewFormats m_formats;
    Margin m_margin;
    QList<Margin::Placed> m_placedCards;
    qsizetype m_hoveredCard = -1;
    std::optional<CardId> m_activatedCard; ///< by key, last
    PassageId m_hovered; ///< innermost under the pointer of those with several fragments
    Theme m_theme;
    double m_zoom = 1.0;
    Typesetting m_typesetting;
    int m_columnX = 0;
    int m_marginX = 0;
    int m_marginWidth = 0;

    TextSelection m_selection;
    QList<TextSpan> m_hits;
    QSet<PassageId> m_unchecked;
    std::optional<Coverage> m_coverage; ///< while it is shown
    QList<TextPosition> m_bookmarks;
    PassageId m_current;
    std::optional<double> m_goalX; ///< of moves by line, in the column

    Unit m_dragUnit = Unit::Character;
    std::optional<TextSpan> m_dragOrigin; ///< while a mouse button selects
    bool m_selectedByMouse = false;
    /// While a boundary is dragged.
    struct GripDrag
    {
        PassageId passage; ///< null: of the selection
        QList<TextSpan> before;
        QList<TextSpan> now;
        qsizetype fragment = 0;
        Boundary boundary = Boundary::Begin;
        bool byWords = false;
    };
    std::optional<GripDrag> m_gripDrag;
    std::function<bool()> m_snapsToWords;
    QPoint m_pressedAt;
    std::optional<CardId> m_pressedCard;
    QList<PassageId> m_pressedPassages; ///< with Alt; inner before outer
    QPoint m_clickedAt{-1000, -1000};
    QElapsedTimer m_sinceDoubleClick;
    QBasicTimer m_autoScroll;
    QBasicTimer m_longPress;
    QBasicTimer m_caretBlink;
    bool m_caretShown = false;
    bool m_syncing = false;
    bool m_showsNumbers = false;
    std::vector<qint32> m_numbers; ///< of the blocks, while they are shown
    bool m_focusMode = false;
    OverviewStrip *m_overview;
    QBasicTimer m_overviewTimer;
    QBasicTimer m_feedTimer; ///< while passages are missing
    qsizetype m_blocksPainted = 0;
};

}
