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

/// What a user can choose. Colours change at once, all else with OK; Cancel takes the colours back too.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Actions &actions, QWidget *parent = nullptr);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void schemeChosen(pq::Scheme scheme);
    /// The settings hold another name for who annotates.
    void annotatorChanged();
    /// The settings hold another face or size for articles.
    void articleFontChanged();

private:
    [[nodiscard]] QWidget *makeGeneralPage();

    Settings m_before;
    QLineEdit *m_annotatorLineEdit;
    QComboBox *m_schemeComboBox;
    QCheckBox *m_fontCheckBox;
    QFontComboBox *m_fontComboBox;
    QSpinBox *m_sizeSpinBox;
    QCheckBox *m_wholeWordsCheckBox;
    QCheckBox *m_spaceCheckBox;
    QCheckBox *m_marksCheckBox;
    ShortcutEditor *m_shortcuts;
};

}
