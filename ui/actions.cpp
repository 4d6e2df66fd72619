// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr ActionSpec specs[] = {
    {"project.new", QT_TRANSLATE_NOOP("Actions", "&New Project…"), "Ctrl+N", "new"},
    {"project.open", QT_TRANSLATE_NOOP("Actions", "&Open Project…"), "Ctrl+O", "open"},
    {"project.close", QT_TRANSLATE_NOOP("Actions", "&Close Project"), "Ctrl+W", ""},
    {"project.check", QT_TRANSLATE_NOOP("Actions", "Chec&k Project"), "", "check"},
    {"project.report", QT_TRANSLATE_NOOP("Actions", "Repor&t…"), "Ctrl+Shift+R", "report"},
    {"project.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", ""},

    {"edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo"},
    {"edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo"},
    {"edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", ""},
    {"edit.copyCitation", QT_TRANSLATE_NOOP("Actions", "Copy with Ci&tation"), "Ctrl+Shift+C", ""},
    {"edit.selectAll", QT_TRANSLATE_NOOP("Actions", "Select &All"), "Ctrl+A", ""},

    {"search.find", QT_TRANSLATE_NOOP("Actions", "&Find…"), "Ctrl+F", "search"},
    {"search.findAll", QT_TRANSLATE_NOOP("Actions", "Find &in All Articles…"), "Ctrl+Shift+F", ""},
    {"search.next", QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3", ""},
    {"search.previous", QT_TRANSLATE_NOOP("Actions", "Find &Previous"), "Shift+F3", ""},
    {"search.tagEvery", QT_TRANSLATE_NOOP("Actions", "Tag &Every Occurrence…"), "Ctrl+T", ""},

    {"select.sentence", QT_TRANSLATE_NOOP("Actions", "Select &Sentence"), "S", ""},
    {"select.paragraph", QT_TRANSLATE_NOOP("Actions", "Select &Paragraph"), "A", ""},
    {"select.quotation", QT_TRANSLATE_NOOP("Actions", "Select &Quotation"), "Q", ""},
    {"select.turn", QT_TRANSLATE_NOOP("Actions", "Select &Turn"), "R", ""},

    {"article.import", QT_TRANSLATE_NOOP("Actions", "&Import Articles…"), "Ctrl+I", "import"},
    {"article.importFolder", QT_TRANSLATE_NOOP("Actions", "Import &Folder…"), "Ctrl+Shift+I", ""},
    {"article.export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "Ctrl+E", "export"},
    {"article.properties", QT_TRANSLATE_NOOP("Actions", "P&roperties…"), "F2", ""},
    {"article.newVersion", QT_TRANSLATE_NOOP("Actions", "New Version of &Article…"), "", ""},
    {"article.stayed", QT_TRANSLATE_NOOP("Actions", "Find Passa&ges That Stayed…"), "", ""},
    {"article.remove", QT_TRANSLATE_NOOP("Actions", "Re&move Article…"), "", ""},
    {"article.next", QT_TRANSLATE_NOOP("Actions", "&Next Article"), "Ctrl+PgDown", ""},
    {"article.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Article"), "Ctrl+PgUp", ""},
    {"article.bookmark", QT_TRANSLATE_NOOP("Actions", "Set or Remove &Bookmark"), "Ctrl+B", ""},
    {"article.nextBookmark", QT_TRANSLATE_NOOP("Actions", "Next Boo&kmark"), "F4", ""},
    {"article.previousBookmark", QT_TRANSLATE_NOOP("Actions", "Pre&vious Bookmark"), "Shift+F4", ""},
    {"article.zoomIn", QT_TRANSLATE_NOOP("Actions", "&Larger Text"), "Ctrl++", ""},
    {"article.zoomOut", QT_TRANSLATE_NOOP("Actions", "&Smaller Text"), "Ctrl+-", ""},
    {"article.zoomReset", QT_TRANSLATE_NOOP("Actions", "&Usual Text Size"), "Ctrl+0", ""},

    {"passage.addFragment", QT_TRANSLATE_NOOP("Actions", "&Add Fragment"), "Shift+Return", "fragment-add"},
    {"passage.removeFragment", QT_TRANSLATE_NOOP("Actions", "Remove Fragment"), "Shift+Del", ""},
    {"passage.split", QT_TRANSLATE_NOOP("Actions", "Split Passage Here"), "X", ""},
    {"passage.merge", QT_TRANSLATE_NOOP("Actions", "Merge with Next of This Tag"), "Shift+X", ""},
    {"passage.pickTag", QT_TRANSLATE_NOOP("Actions", "Choose Tag…"), "G", ""},
    {"passage.tagAgain", QT_TRANSLATE_NOOP("Actions", "&Tag Again"), "T", ""},
    {"passage.delete", QT_TRANSLATE_NOOP("Actions", "&Delete Passage"), "Del", "delete"},
    {"passage.note", QT_TRANSLATE_NOOP("Actions", "W&rite Note"), "M", "note"},
    {"passage.next", QT_TRANSLATE_NOOP("Actions", "&Next Passage"), "N", "next"},
    {"passage.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Passage"), "P", "previous"},
    {"passage.nextSameTag", QT_TRANSLATE_NOOP("Actions", "Next Passage with This Tag"), "Shift+N", ""},
    {"passage.previousSameTag", QT_TRANSLATE_NOOP("Actions", "Previous Passage with This Tag"), "Shift+P", ""},
    {"passage.nextNoted", QT_TRANSLATE_NOOP("Actions", "Next Passage with a Note"), "J", ""},
    {"passage.previousNoted", QT_TRANSLATE_NOOP("Actions", "Previous Passage with a Note"), "Shift+J", ""},
    {"passage.nextUnclaimed", QT_TRANSLATE_NOOP("Actions", "Next Passage without a Claim"), "U", ""},
    {"passage.previousUnclaimed", QT_TRANSLATE_NOOP("Actions", "Previous Passage without a Claim"), "Shift+U", ""},
    {"passage.nextUnchecked", QT_TRANSLATE_NOOP("Actions", "Next Passage Not Checked Yet"), "K", ""},
    {"passage.previousUnchecked", QT_TRANSLATE_NOOP("Actions", "Previous Passage Not Checked Yet"), "Shift+K", ""},
    {"passage.cycle", QT_TRANSLATE_NOOP("Actions", "&Other Passage Here"), "O", "overlap"},
    {"passage.choose", QT_TRANSLATE_NOOP("Actions", "Choose Passage Here…"), "Shift+O", ""},
    {"passage.extendBegin", QT_TRANSLATE_NOOP("Actions", "Extend Begin"), "Alt+Shift+Left", ""},
    {"passage.shrinkBegin", QT_TRANSLATE_NOOP("Actions", "Shrink Begin"), "Alt+Shift+Right", ""},
    {"passage.extendEnd", QT_TRANSLATE_NOOP("Actions", "Extend End"), "Alt+Right", ""},
    {"passage.shrinkEnd", QT_TRANSLATE_NOOP("Actions", "Shrink End"), "Alt+Left", ""},
    {"passage.extendBeginWord", QT_TRANSLATE_NOOP("Actions", "Extend Begin by a Word"), "Ctrl+Alt+Shift+Left", ""},
    {"passage.shrinkBeginWord", QT_TRANSLATE_NOOP("Actions", "Shrink Begin by a Word"), "Ctrl+Alt+Shift+Right", ""},
    {"passage.extendEndWord", QT_TRANSLATE_NOOP("Actions", "Extend End by a Word"), "Ctrl+Alt+Right", ""},
    {"passage.shrinkEndWord", QT_TRANSLATE_NOOP("Actions", "Shrink End by a Word"), "Ctrl+Alt+Left", ""},
    {"passage.extendBeginSentence", QT_TRANSLATE_NOOP("Actions", "Extend Begin by a Sentence"), "Alt+Shift+PgUp", ""},
    {"passage.shrinkBeginSentence", QT_TRANSLATE_NOOP("Actions", "Shrink Begin by a Sentence"), "Alt+Shift+PgDown", ""},
    {"passage.extendEndSentence", QT_TRANSLATE_NOOP("Actions", "Extend End by a Sentence"), "Alt+PgDown", ""},
    {"passage.shrinkEndSentence", QT_TRANSLATE_NOOP("Actions", "Shrink End by a Sentence"), "Alt+PgUp", ""},
    {"passage.extendBeginParagraph", QT_TRANSLATE_NOOP("Actions", "Extend Begin by a Paragraph"), "Ctrl+Alt+Shift+PgUp",
     ""},
    {"passage.shrinkBeginParagraph", QT_TRANSLATE_NOOP("Actions", "Shrink Begin by a Paragraph"),
     "Ctrl+Alt+Shift+PgDown", ""},
    {"passage.extendEndParagraph", QT_TRANSLATE_NOOP("Actions", "Extend End by a Paragraph"), "Ctrl+Alt+PgDown", ""},
    {"passage.shrinkEndParagraph", QT_TRANSLATE_NOOP("Actions", "Shrink End by a Paragraph"), "Ctrl+Alt+PgUp", ""},
    {"passage.growToSentence", QT_TRANSLATE_NOOP("Actions", "Grow to the Sentence"), "Shift+S", ""},
    {"passage.growToParagraph", QT_TRANSLATE_NOOP("Actions", "Grow to the Paragraph"), "Shift+A", ""},
    {"passage.growToQuotation", QT_TRANSLATE_NOOP("Actions", "Grow to the Quotation"), "Shift+Q", ""},
    {"passage.growToTurn", QT_TRANSLATE_NOOP("Actions", "Grow to the Turn"), "Shift+R", ""},

    {"tag.new", QT_TRANSLATE_NOOP("Actions", "Ne&w Tag…"), "", "tag"},
    {"tag.edit", QT_TRANSLATE_NOOP("Actions", "&Edit Tag…"), "", ""},
    {"tag.merge", QT_TRANSLATE_NOOP("Actions", "&Merge Tag…"), "", ""},
    {"tag.visibility", QT_TRANSLATE_NOOP("Actions", "Show, Dim or &Hide Tag"), "", ""},

    {"claim.new", QT_TRANSLATE_NOOP("Actions", "&New Claim"), "C", "claim"},
    {"claim.edit", QT_TRANSLATE_NOOP("Actions", "&Edit Claim"), "Shift+C", ""},
    {"claim.link", QT_TRANSLATE_NOOP("Actions", "&Link Claim…"), "L", "link"},
    {"claim.noCheckNeeded", QT_TRANSLATE_NOOP("Actions", "Mark as No C&heck Needed"), "Z", ""},
    {"claim.delete", QT_TRANSLATE_NOOP("Actions", "&Delete Claim"), "", ""},

    {"review.next", QT_TRANSLATE_NOOP("Actions", "&Next Claim"), "N", "next"},
    {"review.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Claim"), "P", "previous"},
    {"review.skip", QT_TRANSLATE_NOOP("Actions", "S&kip to the Next Open Claim"), "K", ""},
    {"review.words", QT_TRANSLATE_NOOP("Actions", "Go to Its &Words"), "W", "jump"},
    {"review.supported", QT_TRANSLATE_NOOP("Actions", "&Supported"), "S", ""},
    {"review.disputed", QT_TRANSLATE_NOOP("Actions", "&Disputed"), "D", ""},
    {"review.refuted", QT_TRANSLATE_NOOP("Actions", "&Refuted"), "R", ""},
    {"review.unverifiable", QT_TRANSLATE_NOOP("Actions", "&Unverifiable"), "U", ""},
    {"review.noCheckNeeded", QT_TRANSLATE_NOOP("Actions", "No &Check Needed"), "C", ""},
    {"review.inProgress", QT_TRANSLATE_NOOP("Actions", "Check &in Progress"), "I", ""},
    {"review.notChecked", QT_TRANSLATE_NOOP("Actions", "Not C&hecked"), "X", ""},
    {"review.reason", QT_TRANSLATE_NOOP("Actions", "&Give a Reason"), "G", ""},
    {"review.signOff", QT_TRANSLATE_NOOP("Actions", "Sign &Off"), "O", "check"},
    {"review.evidence", QT_TRANSLATE_NOOP("Actions", "Add &Evidence…"), "E", "evidence"},
    {"review.note", QT_TRANSLATE_NOOP("Actions", "Wri&te Note on the Claim"), "M", "note"},
    {"review.takeOn", QT_TRANSLATE_NOOP("Actions", "&Assign to Me, or to Nobody"), "A", ""},

    {"person.new", QT_TRANSLATE_NOOP("Actions", "New &Person…"), "", "person"},
    {"person.merge", QT_TRANSLATE_NOOP("Actions", "&Merge Person…"), "", ""},

    {"view.library", QT_TRANSLATE_NOOP("Actions", "&Library"), "Ctrl+1", ""},
    {"view.tags", QT_TRANSLATE_NOOP("Actions", "&Tags"), "Ctrl+2", ""},
    {"view.people", QT_TRANSLATE_NOOP("Actions", "&People"), "Ctrl+3", ""},
    {"view.article", QT_TRANSLATE_NOOP("Actions", "&Article"), "Ctrl+4", ""},
    {"view.inspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"), "Ctrl+5", ""},
    {"view.claims", QT_TRANSLATE_NOOP("Actions", "&Claim"), "Ctrl+6", ""},
    {"view.chain", QT_TRANSLATE_NOOP("Actions", "C&hain"), "Ctrl+7", "chain"},
    {"view.notes", QT_TRANSLATE_NOOP("Actions", "&Notes"), "Ctrl+8", ""},
    {"view.search", QT_TRANSLATE_NOOP("Actions", "&Search"), "Ctrl+9", ""},
    {"view.review", QT_TRANSLATE_NOOP("Actions", "Re&view"), "Ctrl+R", "review"},
    {"view.quotations", QT_TRANSLATE_NOOP("Actions", "&Quotations"), "Ctrl+Shift+Q", ""},
    {"view.paragraphNumbers", QT_TRANSLATE_NOOP("Actions", "Paragraph N&umbers"), "", ""},
    {"view.coverage", QT_TRANSLATE_NOOP("Actions", "&Words without a Claim"), "F9", ""},
    {"view.focusMode", QT_TRANSLATE_NOOP("Actions", "F&ocus on the Paragraph"), "F11", ""},
    {"view.palette", QT_TRANSLATE_NOOP("Actions", "&Find an Action…"), "Ctrl+Shift+P", "palette"},
    {"view.system", QT_TRANSLATE_NOOP("Actions", "&Same as the Desktop"), "", ""},
    {"view.light", QT_TRANSLATE_NOOP("Actions", "&Light"), "", ""},
    {"view.dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "", ""},
    {"view.contrast", QT_TRANSLATE_NOOP("Actions", "&High Contrast"), "", ""},

    {"settings.show", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "Ctrl+,", "settings"},

    {"help.keys", QT_TRANSLATE_NOOP("Actions", "&Keys…"), "F1", "help"},
    {"help.marks", QT_TRANSLATE_NOOP("Actions", "&Marks in an Article…"), "", ""},
    {"help.about", QT_TRANSLATE_NOOP("Actions", "&About Pullquote"), "", ""},
};

QKeySequence defaultShortcut(const ActionSpec &spec)
{
    return QKeySequence::fromString(QLatin1StringView(spec.shortcut), QKeySequence::PortableText);
}

QString settingsKey(const ActionSpec &spec)
{
    return "shortcuts/"_L1 + QLatin1StringView(spec.id);
}

}

std::span<const ActionSpec> actionSpecs()
{
    return specs;
}

bool actsInArticle(QStringView id)
{
    return id.startsWith("passage."_L1) || id.startsWith("claim."_L1) || id.startsWith("select."_L1);
}

bool actsInQueue(QStringView id)
{
    return id.startsWith("review."_L1);
}

bool meet(QStringView id, QStringView otherId)
{
    return !(actsInArticle(id) && actsInQueue(otherId)) && !(actsInQueue(id) && actsInArticle(otherId));
}

QString actionName(QStringView id)
{
    for (const ActionSpec &spec : specs) {
        if (id == QLatin1StringView(spec.id))
            return QCoreApplication::translate("Actions", spec.text).remove(u'&').remove(u'…');
    }
    return {};
}

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const ActionSpec &spec : specs) {
        const QString id = QString::fromLatin1(spec.id);
        auto *action = new QAction(QCoreApplication::translate("Actions", spec.text), this);
        action->setObjectName(id);
        action->setShortcut(defaultShortcut(spec));
        action->setShortcutContext(actsInArticle(id) || actsInQueue(id) ? Qt::WidgetWithChildrenShortcut
                                                                        : Qt::WindowShortcut);
        // A menu on another desktop must not move one of these to a menu of its own choice.
        action->setMenuRole(QAction::NoRole);
        if (*spec.icon)
            action->setIcon(icon(QString::fromLatin1(spec.icon)));
        // Icons are for toolbars; a menu with an icon here and there only looks untidy.
        action->setIconVisibleInMenu(false);
        m_actions.insert(id, action);
    }
}

QAction *Actions::operator[](const char *id) const
{
    QAction *action = m_actions.value(QLatin1StringView(id));
    Q_ASSERT_X(action, "Actions", id);
    return action;
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> actions;
    actions.reserve(m_actions.size());
    for (const ActionSpec &spec : specs)
        actions.append((*this)[spec.id]);
    return actions;
}

QString Actions::conflict(const QString &id, const QKeySequence &shortcut) const
{
    if (shortcut.isEmpty())
        return {};
    for (const QList<QAction *> actions = all(); const QAction *action : actions) {
        if (action->objectName() != id && action->shortcut() == shortcut && meet(id, action->objectName()))
            return action->objectName();
    }
    return {};
}

void Actions::setShortcut(const QString &id, const QKeySequence &shortcut)
{
    m_actions.value(id)->setShortcut(shortcut);
}

void Actions::load(const QSettings &settings)
{
    for (const ActionSpec &spec : specs) {
        const QVariant kept = settings.value(settingsKey(spec));
        (*this)[spec.id]->setShortcut(kept.isValid()
                                          ? QKeySequence::fromString(kept.toString(), QKeySequence::PortableText)
                                          : defaultShortcut(spec));
    }
}

void Actions::save(QSettings &settings) const
{
    for (const ActionSpec &spec : specs) {
        const QKeySequence shortcut = (*this)[spec.id]->shortcut();
        if (shortcut == defaultShortcut(spec))
            settings.remove(settingsKey(spec));
        else
            settings.setValue(settingsKey(spec), shortcut.toString(QKeySequence::PortableText));
    }
}

}
