// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlepage.h"

#include "ui/actions.h"
#include "ui/article/articlecoverage.h"
#include "ui/article/articleview.h"
#include "ui/article/passagekinds.h"
#include "ui/settings.h"

#include <QAccessible>
#include <QAction>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr QLatin1StringView shownKey{"article/coverage"};
constexpr qsizetype mostPassages = 20'000; // asking for all of these takes a frame or two

}

/// The mode is kept, like the other ways of reading.
void ArticlePage::serveCoverage()
{
    QAction *action = m_actions["view.coverage"];
    action->setCheckable(true);
    action->setChecked(QSettings().value(shownKey, false).toBool());
    const auto show = [this, action] {
        m_view->setCoverage(action->isChecked() ? m_coverage->coverage() : std::nullopt);
    };
    // Where there are very many passages, the window waits for a count only when somebody wants it.
    const auto weigh = [this, action] {
        m_coverage->setMayCount(action->isChecked() || m_view->passages().count() <= mostPassages);
    };
    connect(m_view, &ArticleView::passagesComplete, this, weigh);
    connect(action, &QAction::toggled, this, [show, weigh](bool on) {
        weigh();
        show();
        keep(shownKey, on);
    });
    connect(m_coverage, &ArticleCoverage::changed, this, [this, show] {
        show();
        Q_EMIT coverageChanged();
    });
}

/// What nobody has checked: claims without a verdict and, while they are shown, words without a claim.
void ArticlePage::goToUnchecked(bool forward)
{
    const PassageId passage = m_view->nextPassage(
        forward,
        [unchecked = uncheckedPassages(m_claims, m_verdicts)](PassageId id) { return unchecked.contains(id); });
    const std::optional<TextSpan> stretch = m_view->nextUncovered(forward);
    const auto isNearer = [&] {
        const TextPosition begin = m_view->passages().mark(passage).extent.begin;
        return forward ? stretch->begin < begin : begin < stretch->begin;
    };
    if (stretch && (passage.isNull() || isNearer())) {
        m_view->setCurrentPassage({});
        m_view->select(*stretch);
        QAccessibleAnnouncementEvent said(m_view,
                                          tr("Under no claim: %1").arg(text().words(*stretch).toString().simplified()));
        QAccessible::updateAccessibility(&said);
    } else if (!passage.isNull()) {
        m_view->showPassage(passage);
    }
}

}
