// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QLineEdit;
class QSpinBox;

namespace pq {

class Actions;
class ShortcutEditor;

/// What a user can choose. Colours and how articles are set change at once, all else with OK; Cancel takes these back
/// too.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Actions &actions, QWidget *parent = nullptr);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void schemeChosen(pq::Scheme scheme);
    void typesettingChosen(const pq::Typesetting &typesetting);
    /// The settings hold another name for who annotates.
    void annotatorChanged();
    /// The settings hold another face or size for articles.
    void articleFontChanged();

private:
    [[nodiscard]] QWidget *makeGeneralPage();
    void setUpTypesetting();
    [[nodiscard]] Typesetting typesetting() const;

    Settings m_before;
    QLineEdit *m_annotatorLineEdit;
    QComboBox *m_schemeComboBox;
    QCheckBox *m_fontCheckBox;
    QFontComboBox *m_fontComboBox;
    QSpinBox *m_sizeSpinBox;
    QComboBox *m_facesComboBox;
    QSpinBox *m_measureSpinBox;
    QSpinBox *m_leadingSpinBox;
    QCheckBox *m_wholeWordsCheckBox;
    QCheckBox *m_spaceCheckBox;
    QCheckBox *m_marksCheckBox;
    ShortcutEditor *m_shortcuts;
};

}
