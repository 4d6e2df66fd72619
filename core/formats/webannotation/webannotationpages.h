// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/format.h"
#include "core/formats/webannotation/webannotationkept.h"

namespace pq {

/// JSON-LD writes one of something without the brackets.
[[nodiscard]] QJsonArray listOf(const QJsonValue &value);

struct AnnotationItem
{
    QString place; ///< for messages
    QJsonObject annotation;
};

/// What a file begins with, as far as it is not the annotations themselves.
struct AnnotationRoot
{
    QString file;
    QJsonObject members;
};

/// Takes the annotations out of what they stand in: a collection with its pages, a page, an array, a single one, or
/// what the API of Hypothes.is gives out. Those of Open Annotation get the names of the W3C's recommendation.
class AnnotationPages
{
public:
    void read(const NamedFile &file, Reading &reading);

    [[nodiscard]] const QList<AnnotationRoot> &roots() const { return m_roots; }
    [[nodiscard]] const QList<AnnotationItem> &items() const { return m_items; }
    /// Of other people's collections and pages.
    [[nodiscard]] const QList<KeptFrame> &frames() const { return m_frames; }

private:
    void readRoot(const QJsonValue &value, Reading &reading);
    void readCollection(const QJsonObject &collection, Reading &reading);
    /// The page without its items and the next one.
    QJsonObject readPage(const QJsonObject &page, Reading &reading);
    void addItems(const QJsonArray &items);

    QString m_file;
    qsizetype m_number = 0;
    QList<AnnotationRoot> m_roots;
    QList<AnnotationItem> m_items;
    QList<KeptFrame> m_frames;
};

}
