// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"

#include <QByteArray>
#include <QDate>

#include <span>

namespace pq {

enum class ReportKind { Article, FactSheet, Open, Person, Charts };

/// What a report is about besides the project.
enum class ReportSubject { Nothing, Article, Entity };

/// One row a report: dialogs, the command line and the tests read this table.
struct ReportSpec
{
    ReportKind kind;
    const char *id;   ///< for the command line and settings
    const char *name; ///< QT_TRANSLATE_NOOP("Report", …)
    ReportSubject subject;
    bool hasTable;    ///< also makes CSV
};

[[nodiscard]] std::span<const ReportSpec> reportSpecs();
[[nodiscard]] const ReportSpec &specOf(ReportKind kind);
/// Null when there is none with this id.
[[nodiscard]] const ReportSpec *findReport(QStringView id);

struct ReportQuestion
{
    ReportKind kind = ReportKind::Article;
    ArticleId article; ///< for ReportSubject::Article
    EntityId entity;   ///< for ReportSubject::Entity
    QDate made;        ///< stands on the report; left out when not valid
};

struct Report
{
    QString title;
    QString html;        ///< see page()
    QByteArray csv;      ///< see toCsv(); empty when the report has no table
    bool isWide = false; ///< to be printed across the sheet
    qsizetype count = 0; ///< of what it lists: claims or, of open questions, questions
};

/// Of the accepted claims of @p corpus, which is a whole project: chains lead out of an article. Only what is part of
/// the record is told, no suggestions. Refuses an article or entity that is not there. Takes time that grows with the
/// project.
[[nodiscard]] Result<Report> makeReport(const Corpus &corpus, const ReportQuestion &question);

}
