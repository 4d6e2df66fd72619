// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlepage.h"

#include "core/model/labels.h"
#include "ui/actions.h"
#include "ui/article/articleview.h"
#include "ui/article/citation.h"
#include "ui/article/passagechooser.h"
#include "ui/article/passagekinds.h"
#include "ui/article/passageparts.h"
#include "ui/article/selectioncommands.h"
#include "ui/article/tagpicker.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAction>
#include <QFontMetrics>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr QLatin1StringView zoomKey{"article/zoom"};
constexpr qsizetype mostWordsInMenu = 200; // characters looked at
constexpr int widestWordsInMenu = 45;      // characters shown

/// A passage's first words, on one line.
QString beginOf(const ArticleView &view, PassageId passage)
{
    TextSpan span = view.passages().fragments(passage).first();
    span.end = std::min(span.end, span.begin + mostWordsInMenu);
    return view.text().words(span).toString().simplified();
}

void openAtCaret(Picker &picker, ArticleView &view)
{
    const QRect caret = view.caretRect();
    picker.openAt({view.viewport()->mapTo(picker.parentWidget(), caret.topLeft()), caret.size()});
}

}

bool ArticlePage::edit(const QString &label, const std::function<void(Edit &)> &change)
{
    const QScopedValueRollback editing(m_editing, true);
    return m_session.edit(label, change);
}

/// Shows the passage, then stores it: whoever has a slow disk waits for it with the picture before the eyes.
bool ArticlePage::put(const QString &label, const Passage &passage)
{
    if (isReadOnly()) {
        applyPassages({passage.id});
        return false;
    }
    m_view->putPassage(passage);
    m_view->paintNow(passage.id);
    if (edit(label, [&](Edit &e) { e.put(passage); }))
        return true;
    applyPassages({passage.id}); // as the project has it
    return false;
}

void ArticlePage::tagSelection(TagId tag)
{
    if (m_article.isNull() || tag.isNull())
        return;
    const QList<Fragment> fragments = selectedFragments();
    if (fragments.isEmpty()) {
        std::optional<Passage> passage = current();
        if (!passage || passage->tag == tag)
            return;
        passage->tag = tag;
        passage->attributes.clear(); // they answer the former tag's questions
        if (put(tr("Change tag"), *passage))
            m_lastTag = tag;
    } else {
        Passage passage;
        passage.id = PassageId::create();
        passage.version = m_version;
        passage.tag = tag;
        passage.fragments = fragments;
        passage.annotator = m_session.store().annotator().id;
        passage.created = Timestamp::now();
        if (!put(tr("Tag passage"), passage))
            return;
        m_lastTag = tag;
        m_view->clearSelection();
        m_view->setCurrentPassage(passage.id);
    }
    updateActions();
}

void ArticlePage::tagByKey(const QString &key)
{
    for (const Tag &tag : std::as_const(m_tags)) {
        if (!tag.retired && !tag.key.isEmpty() && tag.key.compare(key, Qt::CaseInsensitive) == 0) {
            tagSelection(tag.id);
            return;
        }
    }
    if (key == "?"_L1) // where no tag has it, it asks for the keys
        m_actions["help.keys"]->trigger();
}

void ArticlePage::pickTag()
{
    auto *picker = new TagPicker(m_tags, window());
    connect(picker, &TagPicker::chosen, this, &ArticlePage::tagSelection);
    connect(picker, &TagPicker::closed, m_view, qOverload<>(&QWidget::setFocus));
    openAtCaret(*picker, *m_view);
}

/// Where only one passage is, there is nothing to choose among.
void ArticlePage::choosePassage()
{
    const QList<PassageId> here = m_view->passagesAtCaret();
    if (here.size() < 2) {
        m_view->setCurrentPassage(here.value(0));
        return;
    }
    QList<Row> rows;
    for (const PassageId id : here) {
        const PassageMarks::Mark mark = m_view->passages().mark(id);
        const auto tag = std::ranges::find(m_tags, mark.tag, &Tag::id);
        Row row;
        row.title = m_view->tagName(mark.tag);
        row.words = beginOf(*m_view, id);
        row.colour = tag == m_tags.end() ? QString() : tag->colour;
        row.aside = mark.state == State::Accepted ? QString() : label(mark.state);
        row.value = QVariant::fromValue(id);
        rows.append(row);
    }
    auto *chooser = new PassageChooser(rows, currentPassage(), window());
    connect(chooser, &PassageChooser::chosen, m_view, &ArticleView::setCurrentPassage);
    connect(chooser, &PassageChooser::closed, m_view, qOverload<>(&QWidget::setFocus));
    openAtCaret(*chooser, *m_view);
}

void ArticlePage::moveBoundary(Boundary boundary, Growth growth, Unit unit)
{
    const std::optional<Passage> passage = current();
    if (!passage)
        return;
    const std::optional<Passage> changed = withBoundaryMoved(text(), *passage, m_view->selection().caret(), boundary,
                                                             growth, unit);
    if (changed)
        put(tr("Move boundary"), *changed);
}

void ArticlePage::growPassage(Surroundings around)
{
    const std::optional<Passage> passage = current();
    if (!passage)
        return;
    if (const auto grown = withFragmentGrown(text(), *passage, m_view->selection().caret(), around))
        put(tr("Move boundary"), *grown);
}

void ArticlePage::setFragments(PassageId id, const QList<TextSpan> &spans)
{
    QList<Passage> found = m_session.value(m_session.store().passages({id}));
    if (found.isEmpty())
        return;
    found.first().fragments.clear();
    for (const TextSpan &span : spans)
        found.first().fragments.append({span, text().words(span).toString()});
    put(tr("Move boundary"), found.first());
}

void ArticlePage::deletePassage()
{
    const PassageId passage = currentPassage();
    if (!passage.isNull())
        edit(tr("Delete passage"), [&](Edit &e) { e.remove(passage); });
}

void ArticlePage::splitPassage()
{
    if (isReadOnly())
        return;
    const std::optional<Passage> passage = current();
    std::optional<PassageSplit> split = passage ? splitAt(text(), *passage, m_view->selection().caret()) : std::nullopt;
    if (!split)
        return;
    split->added.annotator = m_session.store().annotator().id;
    split->added.created = Timestamp::now();
    edit(tr("Split passage"), [&](Edit &e) {
        e.put(split->kept);
        e.put(split->added);
    });
}

void ArticlePage::mergePassage()
{
    if (isReadOnly())
        return;
    const PassageMarks &marks = m_view->passages();
    const std::optional<Passage> kept = current();
    if (!kept)
        return;
    PassageId next = marks.after(kept->id);
    while (!next.isNull() && marks.mark(next).tag != kept->tag)
        next = marks.after(next);
    const QList<Passage> found = next.isNull() ? QList<Passage>() : m_session.value(m_session.store().passages({next}));
    if (found.isEmpty())
        return;
    const PassageMerge merge = passageMerge(m_session, text(), *kept, found.first());
    edit(tr("Merge passages"), [&](Edit &e) { merge.apply(e); });
}

void ArticlePage::removeFragment()
{
    const std::optional<Passage> passage = current();
    const auto changed = passage ? withoutFragmentAt(*passage, m_view->selection().caret()) : std::nullopt;
    if (changed)
        put(tr("Remove fragment"), *changed);
}

void ArticlePage::copyWithCitation()
{
    const std::optional<Passage> passage = current();
    const QList<Fragment> fragments = m_view->selection().isEmpty() && passage ? passage->fragments
                                                                               : selectedFragments();
    if (!fragments.isEmpty())
        copyCitation(citationOf(fragments));
}

Citation ArticlePage::citationOf(const QList<Fragment> &fragments)
{
    QStringList words;
    for (const Fragment &fragment : fragments)
        words.append(fragment.words);
    const Article article = m_session.value(m_session.store().article(m_article));
    return {words.join(u" … "_s), article.title, m_names.value(article.outlet), article.published, article.url};
}

void ArticlePage::requestNote()
{
    if (!currentPassage().isNull())
        Q_EMIT noteRequested(currentPassage());
    else if (!m_article.isNull())
        Q_EMIT noteRequested(m_article);
}

void ArticlePage::serveActions()
{
    const auto serve = [this](const char *id, auto act) {
        connect(m_actions[id], &QAction::triggered, this, [act] { act(); });
    };
    serveSelection(*m_view, m_actions);
    serve("passage.addFragment", [this] { m_view->addFragment(); });
    serve("passage.pickTag", [this] { pickTag(); });
    serve("passage.tagAgain", [this] { tagSelection(m_lastTag); });
    serve("passage.delete", [this] { deletePassage(); });
    serve("passage.split", [this] { splitPassage(); });
    serve("passage.merge", [this] { mergePassage(); });
    serve("passage.removeFragment", [this] { removeFragment(); });
    serve("passage.note", [this] { requestNote(); });
    serve("passage.next", [this] { m_view->showNextPassage(true); });
    serve("passage.previous", [this] { m_view->showNextPassage(false); });
    const auto hasSameTag = [this](PassageId id) {
        const PassageMarks &marks = m_view->passages();
        return marks.contains(currentPassage()) && marks.mark(id).tag == marks.mark(currentPassage()).tag;
    };
    serve("passage.nextSameTag", [=, this] { m_view->showNextPassage(true, hasSameTag); });
    serve("passage.previousSameTag", [=, this] { m_view->showNextPassage(false, hasSameTag); });
    const auto goToNoted = [this](bool forward) {
        m_view->showNextPassage(forward, [noted = notedPassages(m_notes)](PassageId id) { return noted.contains(id); });
    };
    serve("passage.nextNoted", [=] { goToNoted(true); });
    serve("passage.previousNoted", [=] { goToNoted(false); });
    const auto goToUnclaimed = [this](bool forward) {
        m_view->showNextPassage(forward,
                                [claimed = claimedPassages(m_claims)](PassageId id) { return !claimed.contains(id); });
    };
    serve("passage.nextUnclaimed", [=] { goToUnclaimed(true); });
    serve("passage.previousUnclaimed", [=] { goToUnclaimed(false); });
    serve("passage.nextUnchecked", [this] { goToUnchecked(true); });
    serve("passage.previousUnchecked", [this] { goToUnchecked(false); });
    serve("passage.cycle", [this] { m_view->cyclePassages(); });
    serve("passage.choose", [this] { choosePassage(); });
    for (const BoundaryCommand &command : boundaryCommands())
        serve(command.id, [this, command] { moveBoundary(command.boundary, command.growth, command.unit); });
    for (const Surrounding &surrounding : surroundings())
        serve(surrounding.grow, [this, surrounding] { growPassage(surrounding.around); });
    // From the menu; what is typed in a field is the field's own.
    serve("edit.copy", [this] {
        if (m_view->hasFocus())
            m_view->copy();
    });
    serve("edit.copyCitation", [this] { copyWithCitation(); });
    serve("edit.selectAll", [this] {
        if (m_view->hasFocus())
            m_view->selectAll();
    });
    serve("article.zoomIn", [this] { m_view->setZoom(m_view->zoom() * 1.1); });
    serve("article.zoomOut", [this] { m_view->setZoom(m_view->zoom() / 1.1); });
    serve("article.zoomReset", [this] { m_view->setZoom(1); });
    m_view->setZoom(QSettings().value(zoomKey, 1.0).toDouble());
    connect(m_view, &ArticleView::zoomChanged, this, [this] { keep(zoomKey, m_view->zoom()); });
    serveSwitch("view.paragraphNumbers", &ArticleView::setParagraphNumbers);
    serveSwitch("view.focusMode", &ArticleView::setFocusMode);
    for (const QList<QAction *> actions = m_actions.all(); QAction * action : actions) {
        if (actsInArticle(action->objectName()))
            addAction(action); // its key acts while the focus is in here
    }
}

/// A way of reading that is on or off, and kept.
void ArticlePage::serveSwitch(const char *id, void (ArticleView::*set)(bool))
{
    QAction *action = m_actions[id];
    const QString key = "article/"_L1 + QLatin1StringView(id).sliced(5); // without "view."
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, key, set](bool on) {
        (m_view->*set)(on);
        keep(key, on);
    });
    action->setChecked(QSettings().value(key, false).toBool());
}

void ArticlePage::updateActions()
{
    const bool shown = !m_article.isNull();
    const bool selected = shown && !m_view->selection().isEmpty();
    const bool chosen = shown && !m_view->currentPassage().isNull();
    for (const char *id :
         {"passage.next", "passage.previous", "passage.nextNoted", "passage.previousNoted", "passage.nextUnclaimed",
          "passage.previousUnclaimed", "passage.nextUnchecked", "passage.previousUnchecked", "passage.cycle",
          "passage.choose", "passage.note", "article.zoomIn", "article.zoomOut", "article.zoomReset"})
        m_actions[id]->setEnabled(shown);
    for (const char *id :
         {"passage.delete", "passage.split", "passage.merge", "passage.nextSameTag", "passage.previousSameTag"})
        m_actions[id]->setEnabled(chosen);
    m_actions["passage.removeFragment"]->setEnabled(chosen
                                                    && m_view->passages().fragments(currentPassage()).size() > 1);
    for (const BoundaryCommand &command : boundaryCommands())
        m_actions[command.id]->setEnabled(chosen);
    for (const Surrounding &surrounding : surroundings()) {
        m_actions[surrounding.select]->setEnabled(shown);
        m_actions[surrounding.grow]->setEnabled(chosen);
    }
    for (const char *id : {"edit.copyCitation", "passage.pickTag"})
        m_actions[id]->setEnabled(selected || chosen);
    m_actions["passage.addFragment"]->setEnabled(shown && !m_view->selection().live().isEmpty());
    m_actions["passage.tagAgain"]->setEnabled((selected || chosen) && !m_lastTag.isNull());
}

/// One entry for each passage at the caret, to choose among them where they lie over each other.
void ArticlePage::addPassagesHere(QMenu &menu)
{
    const QList<PassageId> ids = m_view->passagesAtCaret();
    QMenu *here = menu.addMenu(tr("Passages &Here"));
    here->setObjectName(u"passagesHereMenu"_s);
    here->setEnabled(!ids.isEmpty());
    for (const PassageId id : ids) {
        const QString words = fontMetrics().elidedText(beginOf(*m_view, id), Qt::ElideRight,
                                                       fontMetrics().averageCharWidth() * widestWordsInMenu);
        const QString name = m_view->tagName(m_view->passages().mark(id).tag);
        QAction *action = here->addAction(tr("%1: %2").arg(name, words).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(id == currentPassage());
        connect(action, &QAction::triggered, this, [this, id] { m_view->setCurrentPassage(id); });
    }
}

void ArticlePage::showMenu(const QPoint &globalPosition)
{
    QMenu menu(this);
    QMenu *tags = menu.addMenu(tr("&Tag"));
    tags->setEnabled(!m_view->selection().isEmpty() || !currentPassage().isNull());
    for (const Tag &tag : std::as_const(m_tags)) {
        if (tag.retired)
            continue;
        const QString name = QString(tag.name).replace(u'&', u"&&"_s);
        QAction *action = tags->addAction(tag.key.isEmpty() ? name : name + u'\t' + tag.key.toUpper());
        connect(action, &QAction::triggered, this, [this, id = tag.id] { tagSelection(id); });
    }
    addPassagesHere(menu);
    for (const char *id : {"passage.pickTag", "passage.tagAgain", "passage.addFragment", "passage.cycle",
                           "passage.note", "claim.new", "passage.delete"})
        menu.addAction(m_actions[id]);
    menu.addSeparator();
    QAction *copy = menu.addAction(tr("&Copy"));
    copy->setEnabled(!m_view->selection().isEmpty());
    connect(copy, &QAction::triggered, m_view, &ArticleView::copy);
    menu.exec(globalPosition);
}

}
