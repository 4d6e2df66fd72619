// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/labels.h"

#include <QCoreApplication>
#include <QLocale>

namespace pq {

namespace {

template <class Enum, size_t size>
QString translated(const char *const (&table)[size], Enum value)
{
    return QCoreApplication::translate("Labels", table[static_cast<size_t>(value)]);
}

}

QString label(EntityKind kind)
{
    static constexpr const char *table[] = {
        QT_TRANSLATE_NOOP("Labels", "Person"), QT_TRANSLATE_NOOP("Labels", "Character"),
        QT_TRANSLATE_NOOP("Labels", "Organisation"), QT_TRANSLATE_NOOP("Labels", "Work")};
    return translated(table, kind);
}

QString label(ClaimKind kind)
{
    static constexpr const char *table[] = {QT_TRANSLATE_NOOP("Labels", "Quote"),
                                            QT_TRANSLATE_NOOP("Labels", "Contribution"),
                                            QT_TRANSLATE_NOOP("Labels", "Fact"), QT_TRANSLATE_NOOP("Labels", "Opinion"),
                                            QT_TRANSLATE_NOOP("Labels", "Prediction")};
    return translated(table, kind);
}

QString label(PassageRole role)
{
    static constexpr const char *table[] = {QT_TRANSLATE_NOOP("Labels", "Content"), QT_TRANSLATE_NOOP("Labels", "Cue"),
                                            QT_TRANSLATE_NOOP("Labels", "Source")};
    return translated(table, role);
}

QString label(ParticipantRole role)
{
    static constexpr const char *table[] = {
        QT_TRANSLATE_NOOP("Labels", "Speaker"), QT_TRANSLATE_NOOP("Labels", "Contributor"),
        QT_TRANSLATE_NOOP("Labels", "Source"),  QT_TRANSLATE_NOOP("Labels", "Interviewer"),
        QT_TRANSLATE_NOOP("Labels", "Outlet"),  QT_TRANSLATE_NOOP("Labels", "Addressee"),
        QT_TRANSLATE_NOOP("Labels", "Subject")};
    return translated(table, role);
}

QString label(AttributeKind kind)
{
    static constexpr const char *table[] = {QT_TRANSLATE_NOOP("Labels", "Text"), QT_TRANSLATE_NOOP("Labels", "Choice"),
                                            QT_TRANSLATE_NOOP("Labels", "Number"),
                                            QT_TRANSLATE_NOOP("Labels", "Yes or no")};
    return translated(table, kind);
}

QString label(State state)
{
    static constexpr const char *table[] = {QT_TRANSLATE_NOOP("Labels", "Accepted"),
                                            QT_TRANSLATE_NOOP("Labels", "Suggested"),
                                            QT_TRANSLATE_NOOP("Labels", "Rejected")};
    return translated(table, state);
}

QString label(VerdictValue value)
{
    static constexpr const char *table[] = {
        QT_TRANSLATE_NOOP("Labels", "Not checked"),    QT_TRANSLATE_NOOP("Labels", "Check in progress"),
        QT_TRANSLATE_NOOP("Labels", "Supported"),      QT_TRANSLATE_NOOP("Labels", "Disputed"),
        QT_TRANSLATE_NOOP("Labels", "Refuted"),        QT_TRANSLATE_NOOP("Labels", "Unverifiable"),
        QT_TRANSLATE_NOOP("Labels", "No check needed")};
    return translated(table, value);
}

QString label(EvidenceKind kind)
{
    static constexpr const char *table[] = {
        QT_TRANSLATE_NOOP("Labels", "Passage"), QT_TRANSLATE_NOOP("Labels", "Web page"),
        QT_TRANSLATE_NOOP("Labels", "Document"), QT_TRANSLATE_NOOP("Labels", "Recording"),
        QT_TRANSLATE_NOOP("Labels", "Conversation")};
    return translated(table, kind);
}

QString label(Stance stance)
{
    static constexpr const char *table[] = {QT_TRANSLATE_NOOP("Labels", "Supports"),
                                            QT_TRANSLATE_NOOP("Labels", "Refutes"),
                                            QT_TRANSLATE_NOOP("Labels", "Context")};
    return translated(table, stance);
}

QString label(LinkKind kind)
{
    static constexpr const char *table[] = {
        QT_TRANSLATE_NOOP("Labels", "Is within"), QT_TRANSLATE_NOOP("Labels", "Re-reports"),
        QT_TRANSLATE_NOOP("Labels", "Repeats"),   QT_TRANSLATE_NOOP("Labels", "Paraphrases"),
        QT_TRANSLATE_NOOP("Labels", "Supports"),  QT_TRANSLATE_NOOP("Labels", "Contradicts"),
        QT_TRANSLATE_NOOP("Labels", "Corrects")};
    return translated(table, kind);
}

QString reverseLabel(LinkKind kind)
{
    static constexpr const char *table[] = {
        QT_TRANSLATE_NOOP("Labels", "Is around"),       QT_TRANSLATE_NOOP("Labels", "Is re-reported by"),
        QT_TRANSLATE_NOOP("Labels", "Is repeated by"),  QT_TRANSLATE_NOOP("Labels", "Is paraphrased by"),
        QT_TRANSLATE_NOOP("Labels", "Is supported by"), QT_TRANSLATE_NOOP("Labels", "Is contradicted by"),
        QT_TRANSLATE_NOOP("Labels", "Is corrected by")};
    return translated(table, kind);
}

QString label(Timestamp time)
{
    if (time.microseconds == 0)
        return {};
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time.microseconds / 1000), QLocale::ShortFormat);
}

}
