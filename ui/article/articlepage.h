// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/model/changes.h"
#include "core/model/claim.h"
#include "core/model/note.h"
#include "core/model/passage.h"
#include "core/model/review.h"
#include "core/model/tag.h"
#include "core/text/segmentation.h"
#include "ui/article/margin.h"
#include "ui/article/passageboundary.h"
#include "ui/parts/passagedrag.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QMenu;
class QMimeData;
class QStackedLayout;

namespace pq {

class Actions;
class ArticleCoverage;
class ArticleView;
class BookmarkCommands;
class Edit;
class Session;
struct Citation;

/// The article on the screen and what an editor does in it: select, tag, move boundaries, delete.
class ArticlePage : public QWidget
{
    Q_OBJECT

public:
    ArticlePage(Session &session, Actions &actions, QWidget *parent = nullptr);
    ~ArticlePage() override;

    void showArticle(ArticleId article);
    /// Shows its article, scrolls to the passage and makes it the current one.
    void showPassage(PassageId passage);
    /// Shows the article and selects these words in its current version.
    void showSpan(ArticleId article, const TextSpan &span);

    /// Shows a version of any article, an older one to be read only.
    void showVersion(VersionId version);

    /// Null when no article is shown.
    [[nodiscard]] ArticleId article() const { return m_article; }
    [[nodiscard]] VersionId version() const { return m_version; }
    [[nodiscard]] bool isOlderVersion() const { return !m_older.isNull(); }
    /// True, and the session has said why, when an older version is shown: passages are put on the newest one.
    [[nodiscard]] bool isReadOnly();
    [[nodiscard]] const Text &text() const;
    /// The selected text with its added fragments as a passage would have it: its ends tidied as the settings say.
    /// Empty when nothing is selected.
    [[nodiscard]] QList<Fragment> selectedFragments() const;
    /// Of the selected text without fragments; empty when nothing is selected.
    [[nodiscard]] QString selectedWords() const;
    /// The passage that commands act on; null when none is.
    [[nodiscard]] PassageId currentPassage() const;
    [[nodiscard]] std::optional<Passage> current() const;

    /// Puts the tag on the selection, or, when nothing is selected, gives it to the current passage.
    void tagSelection(TagId tag);

    /// What goes with a passage that is dragged: its ids for this program, its words with their citation for others.
    [[nodiscard]] std::unique_ptr<QMimeData> dragData(const DraggedPassage &dragged);

    [[nodiscard]] ArticleView *view() const { return m_view; }
    /// How much of the article is under claims.
    [[nodiscard]] const ArticleCoverage &coverage() const { return *m_coverage; }

Q_SIGNALS:
    void articleShown(pq::ArticleId article);
    void selectionChanged();
    void coverageChanged();
    void currentPassageChanged(pq::PassageId passage);
    /// The user wants to write a note on this.
    void noteRequested(const pq::NoteTarget &target);
    /// A card in the margin was chosen.
    void claimActivated(pq::ClaimId claim);
    void noteActivated(pq::NoteId note);
    /// A passage was dropped on the claim's card.
    void passageDropped(const pq::DraggedPassage &passage, pq::ClaimId claim, const QPoint &globalPosition);

private:
    void serveActions();
    void serveSwitch(const char *id, void (ArticleView::*set)(bool));
    void serveCoverage();
    void goToUnchecked(bool forward);
    void updateActions();
    void onChanged(const Changes &changes);
    void clear();
    void reload();
    void loadVersions();
    void loadTags();
    void loadNames();
    void loadHeader();
    void loadCards(); ///< reads claims and notes anew
    void showCards();
    void applyPassages(const QSet<PassageId> &ids);
    void showChange(const QSet<PassageId> &changed);
    bool edit(const QString &label, const std::function<void(Edit &)> &change);
    bool put(const QString &label, const Passage &passage);
    void growPassage(Surroundings around);
    void moveBoundary(Boundary boundary, Growth growth, Unit unit);
    void setFragments(PassageId passage, const QList<TextSpan> &spans);
    void deletePassage();
    void splitPassage();
    void mergePassage();
    void removeFragment();
    void copyWithCitation();
    [[nodiscard]] Citation citationOf(const QList<Fragment> &fragments);
    void serveDrags();
    void drag(const DraggedPassage &dragged);
    void dragCard(const CardId &card);
    void requestNote();
    void tagByKey(const QString &key);
    void pickTag();
    void choosePassage();
    void addPassagesHere(QMenu &menu);
    void showMenu(const QPoint &globalPosition);

    Session &m_session;
    Actions &m_actions;
    QStackedLayout *m_stack;
    QLabel *m_header;
    QComboBox *m_versionComboBox; ///< where there are several
    QLabel *m_nothing;
    ArticleView *m_view;
    BookmarkCommands *m_bookmarks;
    ArticleCoverage *m_coverage;
    ArticleId m_article;
    VersionId m_version;
    VersionId m_older; ///< the version that was asked for; null: the newest one
    QList<Version> m_versions; ///< of the article, oldest first, without their texts
    QList<Tag> m_tags;
    QHash<EntityId, QString> m_names;
    QList<Claim> m_claims;
    QHash<ClaimId, VerdictValue> m_verdicts; ///< the newest of each claim that has any
    QHash<ClaimId, QSet<ClaimId>> m_contradictions;
    QList<Note> m_notes;
    QSet<PassageId> m_passagesWithCards;
    TagId m_lastTag;
    bool m_editing = false; ///< what changes now was done here
};

}
