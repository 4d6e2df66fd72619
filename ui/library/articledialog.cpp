// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/articledialog.h"

#include "core/text/fold.h"
#include "ui/library/repairs.h"
#include "ui/session.h"

#include <QCompleter>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

bool isNamed(const Entity &entity, const QString &name)
{
    const QString wanted = folded(name);
    return folded(entity.name) == wanted
        || std::ranges::any_of(entity.aliases, [&wanted](const QString &alias) { return folded(alias) == wanted; });
}

QString factsOf(const Version &version)
{
    QStringList facts{ArticleDialog::tr("%n character(s)", nullptr, static_cast<int>(version.text.length()))};
    if (!version.sourceName.isEmpty())
        facts.append(ArticleDialog::tr("from “%1”").arg(version.sourceName));
    if (!version.encoding.isEmpty())
        facts.append(version.encodingGuessed ? ArticleDialog::tr("encoding %1 (guessed)").arg(version.encoding)
                                             : version.encoding);
    QStringList lines{facts.join(u", "_s)};
    for (const Repair &repair : version.repairs)
        lines.append(sentenceOf(repair));
    if (!version.correction.isEmpty())
        lines.append(ArticleDialog::tr("Correction: %1").arg(version.correction));
    return lines.join(u'\n');
}

}

bool isPublishedDate(const QString &text)
{
    static const QRegularExpression shape(u"^\\d{4}(-\\d{2}(-\\d{2})?)?$"_s);
    if (text.isEmpty())
        return true;
    if (!shape.match(text).hasMatch())
        return false;
    const QString day = text + u"-01-01"_s.sliced(text.size() - 4);
    return QDate::fromString(day, Qt::ISODate).isValid();
}

ArticleDialog::ArticleDialog(Session &session, ArticleId article, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_article(session.value(session.store().article(article))),
      m_titleLineEdit(new QLineEdit(this)),
      m_outletLineEdit(new QLineEdit(this)),
      m_bylineLineEdit(new QLineEdit(this)),
      m_publishedLineEdit(new QLineEdit(this)),
      m_urlLineEdit(new QLineEdit(this)),
      m_problemLabel(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Article Properties"));
    setMinimumWidth(520);
    m_titleLineEdit->setObjectName(u"titleLineEdit"_s);
    m_outletLineEdit->setObjectName(u"outletLineEdit"_s);
    m_bylineLineEdit->setObjectName(u"bylineLineEdit"_s);
    m_publishedLineEdit->setObjectName(u"publishedLineEdit"_s);
    m_publishedLineEdit->setPlaceholderText(tr("2021-07-20, 2021-07 or 2021"));
    m_urlLineEdit->setObjectName(u"urlLineEdit"_s);
    m_problemLabel->setObjectName(u"problemLabel"_s);
    m_problemLabel->setWordWrap(true);

    QStringList names;
    m_organisations = session.value(session.store().entities());
    m_organisations.removeIf([](const Entity &entity) { return entity.kind != EntityKind::Organisation; });
    for (const Entity &entity : std::as_const(m_organisations)) {
        names.append(entity.name);
        if (entity.id == m_article.outlet)
            m_outletLineEdit->setText(entity.name);
    }
    names.sort(Qt::CaseInsensitive);
    auto *completer = new QCompleter(names, m_outletLineEdit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_outletLineEdit->setCompleter(completer);
    m_titleLineEdit->setText(m_article.title);
    m_titleLineEdit->setCursorPosition(0);
    m_bylineLineEdit->setText(m_article.byline);
    m_publishedLineEdit->setText(m_article.published);
    m_urlLineEdit->setText(m_article.url);
    m_urlLineEdit->setCursorPosition(0);

    auto *facts = new QLabel(factsOf(session.value(session.store().currentVersion(article))), this);
    facts->setTextFormat(Qt::PlainText);
    facts->setWordWrap(true);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    facts->setAccessibleName(tr("About the text"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 12);
    form->setSpacing(10);
    form->addRow(tr("&Title:"), m_titleLineEdit);
    form->addRow(tr("&Outlet:"), m_outletLineEdit);
    form->addRow(tr("&Byline:"), m_bylineLineEdit);
    form->addRow(tr("&Published:"), m_publishedLineEdit);
    form->addRow(tr("&Address:"), m_urlLineEdit);
    form->addRow(tr("Text:"), facts);
    form->addRow(QString(), m_problemLabel);
    form->addRow(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &ArticleDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ArticleDialog::reject);
    for (QLineEdit *edit : {m_titleLineEdit, m_outletLineEdit, m_bylineLineEdit, m_publishedLineEdit, m_urlLineEdit})
        connect(edit, &QLineEdit::textChanged, this, &ArticleDialog::check);
    check();
}

void ArticleDialog::check()
{
    QString problem;
    if (m_titleLineEdit->text().trimmed().isEmpty())
        problem = tr("An article needs a title to be found by.");
    else if (!isPublishedDate(m_publishedLineEdit->text().trimmed()))
        problem = tr("Write the date as 2021-07-20, as 2021-07 or as 2021.");
    m_problemLabel->setText(problem);
    m_problemLabel->setVisible(!problem.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

Article ArticleDialog::edited(Entity &newOutlet) const
{
    Article article = m_article;
    article.title = m_titleLineEdit->text().simplified();
    article.byline = m_bylineLineEdit->text().simplified();
    article.published = m_publishedLineEdit->text().trimmed();
    article.url = m_urlLineEdit->text().trimmed();
    const QString outlet = m_outletLineEdit->text().simplified();
    const auto known = std::ranges::find_if(m_organisations,
                                            [&outlet](const Entity &entity) { return isNamed(entity, outlet); });
    if (outlet.isEmpty()) {
        article.outlet = {};
    } else if (known != m_organisations.end()) {
        article.outlet = known->id;
    } else {
        newOutlet.id = EntityId::create();
        newOutlet.kind = EntityKind::Organisation;
        newOutlet.name = outlet;
        article.outlet = newOutlet.id;
    }
    return article;
}

void ArticleDialog::accept()
{
    if (!m_buttons->button(QDialogButtonBox::Ok)->isEnabled())
        return;
    Entity newOutlet;
    const Article article = edited(newOutlet);
    if (article != m_article) {
        const bool done = m_session.edit(tr("Change article properties"), [&](Edit &edit) {
            if (!newOutlet.id.isNull())
                edit.put(newOutlet);
            edit.put(article);
        });
        if (!done)
            return;
    }
    QDialog::accept();
}

}
