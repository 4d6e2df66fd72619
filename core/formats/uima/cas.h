// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace pq {

/// A feature that structures of a type have. Its range is a type; that of arrays says in elementType what is in them.
struct CasFeature
{
    QString name;
    QString range;
    QString elementType;
    QString description;
    bool sharesArrays = false; ///< UIMA's multipleReferencesAllowed: arrays and lists are objects of their own

    friend bool operator==(const CasFeature &, const CasFeature &) = default;
};

struct CasType
{
    QString name; ///< in full, such as "uima.tcas.Annotation"
    QString super;
    QString description;
    QList<CasFeature> features; ///< without those of the super types
    QStringList allowedValues;  ///< of a type of strings; empty where all are

    friend bool operator==(const CasType &, const CasType &) = default;
};

/// The types that a CAS knows, beside those that UIMA has in itself. To be used from one thread at a time.
class TypeSystem
{
public:
    /// Of a type that is there already the new features are added.
    void add(const CasType &type);
    void add(const TypeSystem &other);
    void addFeature(const QString &type, const CasFeature &feature);

    /// Without UIMA's own.
    [[nodiscard]] const QList<CasType> &types() const { return m_types; }
    [[nodiscard]] bool knows(const QString &type) const; ///< UIMA's own, too
    /// Also one that a super type has; null when there is none.
    [[nodiscard]] const CasFeature *feature(const QString &type, const QString &name) const;
    [[nodiscard]] QList<CasFeature> featuresOf(const QString &type) const; ///< with those of its super types
    [[nodiscard]] bool isA(const QString &type, const QString &ancestor) const;
    [[nodiscard]] QString superOf(const QString &type) const; ///< empty when it is not known

private:
    /// A type with what it has from its super types.
    struct Whole
    {
        QStringList ancestors; ///< itself first
        QHash<QString, CasFeature> features;
    };
    [[nodiscard]] const CasType *find(const QString &type) const;
    [[nodiscard]] const Whole &whole(const QString &type) const;

    QList<CasType> m_types;
    QHash<QString, qsizetype> m_places;
    /// Made when they are asked for, since each value of each structure asks; none while types are added.
    mutable QHash<QString, std::shared_ptr<const Whole>> m_whole;
};

namespace Uima {
inline constexpr QLatin1StringView top("uima.cas.TOP");
inline constexpr QLatin1StringView sofa("uima.cas.Sofa");
inline constexpr QLatin1StringView annotation("uima.tcas.Annotation");
inline constexpr QLatin1StringView documentAnnotation("uima.tcas.DocumentAnnotation");
inline constexpr QLatin1StringView string("uima.cas.String");
inline constexpr QLatin1StringView integer("uima.cas.Integer");
inline constexpr QLatin1StringView longInteger("uima.cas.Long");
inline constexpr QLatin1StringView boolean("uima.cas.Boolean");
inline constexpr QLatin1StringView fsArray("uima.cas.FSArray");
inline constexpr QLatin1StringView stringArray("uima.cas.StringArray");
inline constexpr QLatin1StringView byteArray("uima.cas.ByteArray");
inline constexpr QLatin1StringView initialView("_InitialView");

[[nodiscard]] bool isWholeNumber(QStringView range); ///< of one of UIMA's four sizes
[[nodiscard]] bool isFloat(QStringView range);
[[nodiscard]] bool isPrimitive(const TypeSystem &types, const QString &range);
[[nodiscard]] bool isArray(QStringView type);          ///< also "some.Type[]"
[[nodiscard]] bool holdsReferences(QStringView array); ///< rather than primitive values
[[nodiscard]] bool isList(QStringView type);           ///< the four kinds of linked lists
/// "Type" of "some.Type".
[[nodiscard]] QString shortName(const QString &type);
}

/// A value of a feature or an element of an array.
struct CasValue
{
    enum class Kind { Null, Text, Reference };
    Kind kind = Kind::Null;
    QString text; ///< numbers and truth values, too
    qint64 id = 0;     ///< of the structure referred to

    static CasValue of(const QString &text) { return {Kind::Text, text}; }
    static CasValue to(qint64 id) { return {id == 0 ? Kind::Null : Kind::Reference, {}, id}; }

    friend bool operator==(const CasValue &, const CasValue &) = default;
};

struct CasMember
{
    QString feature;
    CasValue value;

    friend bool operator==(const CasMember &, const CasMember &) = default;
};

/// Arrays have elements, everything else has features.
struct FeatureStructure
{
    qint64 id = 0; ///< from 1, unique in its CAS
    QString type;
    QList<CasMember> members;
    QList<CasValue> elements;
    qint64 line = 0; ///< where a file has it; 0 when that is not known

    [[nodiscard]] const CasValue *find(QStringView feature) const;
    [[nodiscard]] bool has(QStringView feature) const { return find(feature) != nullptr; }
    [[nodiscard]] QString text(QStringView feature) const;
    [[nodiscard]] qint64 reference(QStringView feature) const; ///< 0 when it is none
    [[nodiscard]] qint64 number(QStringView feature, qint64 fallback = 0) const;
    void set(const QString &feature, const CasValue &value);
    void set(const QString &feature, qint64 number) { set(feature, CasValue::of(QString::number(number))); }
    void remove(QStringView feature);

    /// Wherever they stand.
    friend bool operator==(const FeatureStructure &a, const FeatureStructure &b)
    {
        return a.id == b.id && a.type == b.type && a.members == b.members && a.elements == b.elements;
    }
};

/// What of a CAS is indexed under one name.
struct CasView
{
    QString name;
    qint64 sofa = 0;
    QList<qint64> members;

    friend bool operator==(const CasView &, const CasView &) = default;
};

/// Whether there is nothing to look at in @p sofa: dkpro-cassis writes one such beside others, with a number of theirs.
[[nodiscard]] bool isEmptySofa(const FeatureStructure &sofa);

/// UIMA's common analysis structure: typed feature structures that refer to each other, on one or more texts (sofas).
/// Annotations count UTF-16 units of their sofa's text.
struct Cas
{
    TypeSystem types;
    QList<FeatureStructure> structures;
    QList<CasView> views;

    [[nodiscard]] qint64 unusedId() const;
    /// The view of UIMA's default name with a text, or else the first that has one; null when none has.
    [[nodiscard]] const CasView *mainView() const;
    /// Where a file has none at all: one for each sofa, with everything in it.
    void addMissingViews();
    /// A sofa has one view, of its name; what the others of it have is in that.
    void uniteViews();
};

/// Finds the structures of a CAS, which must not change meanwhile, by their ids.
class CasIndex
{
public:
    explicit CasIndex(const Cas &cas);
    /// Null when there is none.
    [[nodiscard]] const FeatureStructure *find(qint64 id) const { return m_all.value(id); }

private:
    QHash<qint64, const FeatureStructure *> m_all;
};

}
