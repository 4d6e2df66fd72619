// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/legend.h"

#include "core/model/labels.h"
#include "ui/article/articleview.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr std::array verdicts{VerdictValue::NotChecked,   VerdictValue::InProgress, VerdictValue::Supported,
                              VerdictValue::Disputed,     VerdictValue::Refuted,    VerdictValue::Unverifiable,
                              VerdictValue::NoCheckNeeded};

/// An explanation in which [[words]] are marked; each pair of brackets is a fragment.
struct Sample
{
    QString text;
    QList<TextSpan> marked;
};

Sample sampleOf(const QString &explanation)
{
    Sample sample;
    TextPosition begin;
    const QStringList pieces = explanation.split(u"[["_s);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const qsizetype end = pieces[i].indexOf("]]"_L1);
        begin = {Text(sample.text).length()};
        sample.text += QString(pieces[i]).remove("]]"_L1);
        if (i > 0 && end >= 0)
            sample.marked.append({begin, {begin.value + Text(pieces[i].first(end)).length()}});
    }
    return sample;
}

/// Builds the small article sample by sample.
class Page
{
public:
    explicit Page(ArticleView &view) : m_view(view)
    {
        for (const char *colour : {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#6E6E6E", "#56B4E9"}) {
            Tag tag;
            tag.id = TagId::create();
            tag.name = QString::fromLatin1(colour);
            tag.colour = tag.name;
            m_tags.append(tag);
        }
    }

    /// Its text's place in the article.
    TextPosition add(const Sample &sample)
    {
        const TextPosition begin{Text(m_text).length()};
        m_text += sample.text + u"\n\n"_s;
        return begin;
    }
    PassageId mark(TextPosition begin, const QList<TextSpan> &spans, int tag, State state = State::Accepted)
    {
        Passage passage;
        passage.id = PassageId::create();
        passage.tag = m_tags[tag].id;
        passage.state = state;
        for (const TextSpan &span : spans)
            passage.fragments.append(Fragment{{{begin.value + span.begin.value}, {begin.value + span.end.value}}, {}});
        m_passages.append(passage);
        return passage.id;
    }
    void show(const QList<MarginCard> &cards, const QList<TextSpan> &hits, PassageId current)
    {
        m_view.setTags(m_tags);
        m_view.setText(Text(m_text));
        m_view.setPassages(m_passages);
        m_view.setCards(cards);
        m_view.setHits(hits);
        m_view.setCurrentPassage(current);
    }

private:
    ArticleView &m_view;
    QList<Tag> m_tags;
    QString m_text;
    QList<Passage> m_passages;
};

TextSpan moved(const TextSpan &span, TextPosition by)
{
    return {{span.begin.value + by.value}, {span.end.value + by.value}};
}

}

Legend::Legend(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Marks in an Article"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 760);
    auto *view = new ArticleView(this);
    view->setObjectName(u"legendView"_s);
    view->setAccessibleName(tr("What the marks mean"));
    Page page(*view);
    page.add({tr("Marks in an article"), {}});

    const Sample plain = sampleOf(tr("A passage [[has the colour of its tag]], as a ground and as a line below."));
    page.mark(page.add(plain), plain.marked, 0);
    const Sample nested = sampleOf(
        tr("Where passages [[lie over]] each other, [[the inner one]] has the ground, and each has its line."));
    TextPosition at = page.add(nested);
    page.mark(at, {{nested.marked.first().begin, nested.marked.last().end}}, 0);
    page.mark(at, {nested.marked.last()}, 1);
    const Sample surplus = sampleOf(
        tr("Where [[more lie than there is room for lines]], +n at the begin of the line counts the rest."));
    at = page.add(surplus);
    for (int tag = 0; tag < 6; ++tag)
        page.mark(at, surplus.marked, tag);
    const Sample current = sampleOf(
        tr("The chosen passage has a frame; [[its fragments]] are joined [[by a thin line]], as under the pointer."));
    const PassageId chosen = page.mark(page.add(current), current.marked, 2);
    const Sample suggested = sampleOf(tr("A [[suggestion]] has a broken line until somebody accepts it."));
    page.mark(page.add(suggested), suggested.marked, 3, State::Suggested);
    const Sample hit = sampleOf(
        tr("What a search [[found]] has a thin frame; so has its place in the strip at the right."));
    at = page.add(hit);
    const TextSpan found = moved(hit.marked.first(), at);
    const Sample claimed = sampleOf(
        tr("A card in the margin stands for a [[claim]] or a note; where there is no room, a dot does."));
    at = page.add(claimed);
    page.mark(at, claimed.marked, 0);
    const TextPosition card = moved(claimed.marked.first(), at).begin;
    const Sample noted = sampleOf(tr("A [[small sheet]] on a passage's line says that it has a note."));
    const PassageId withNote = page.mark(page.add(noted), noted.marked, 4);
    const Sample contested = sampleOf(
        tr("An unequal sign says that another claim [[contradicts]] it, here or in any article that says it again."));
    const PassageId contradicted = page.mark(page.add(contested), contested.marked, 0);
    QHash<PassageId, PassageSigns> signs{{withNote, {{}, true}}, {contradicted, {{}, false, true}}};
    QStringList names;
    for (const VerdictValue verdict : verdicts)
        names.append(u"[["_s + label(verdict) + u"]]"_s);
    const Sample checked = sampleOf(
        tr("What checkers decided about a claim stands on its card and on its words: %1.").arg(names.join(u", "_s)));
    at = page.add(checked);
    const TextPosition verdictCard = moved(checked.marked.first(), at).begin;
    for (qsizetype i = 0; i < checked.marked.size(); ++i)
        signs.insert(page.mark(at, {checked.marked[i]}, 0), {{verdicts[size_t(i)]}, false});
    const Sample uncovered = sampleOf(
        tr("Words under no claim [[stand on dots]] while they are asked for; the strip has dots beside them."));
    at = page.add(uncovered);
    Coverage coverage;
    coverage.uncovered = {moved(uncovered.marked.first(), at)};
    page.add(
        {tr("The strip shows the whole article: tags, hits, rings where a claim waits to be checked, and in a frame "
            "what is on the screen."),
         {}});
    page.show({{ClaimId::create(), card, tr("A claim"), tr("and who takes part in it")},
               {NoteId::create(), {card.value + 1}, tr("Note"), tr("what somebody remarked")},
               {ClaimId::create(), verdictCard, tr("A claim that was checked"), label(VerdictValue::Supported),
                glyph(VerdictValue::Supported)}},
              {found}, chosen);
    view->setSigns(signs);
    view->setCoverage(coverage);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
}

}
