// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "ui/session.h"
#include "ui/shortcuteditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int usualSize = 13; // points, proposed when somebody chooses a face of their own

}

SettingsDialog::SettingsDialog(Actions &actions, QWidget *parent)
    : QDialog(parent),
      m_before(Settings::load(QSettings())),
      m_annotatorLineEdit(new QLineEdit(this)),
      m_schemeComboBox(new QComboBox(this)),
      m_fontCheckBox(new QCheckBox(tr("Set articles in a &face of my own"), this)),
      m_fontComboBox(new QFontComboBox(this)),
      m_sizeSpinBox(new QSpinBox(this)),
      m_facesComboBox(new QComboBox(this)),
      m_measureSpinBox(new QSpinBox(this)),
      m_leadingSpinBox(new QSpinBox(this)),
      m_wholeWordsCheckBox(new QCheckBox(tr("Selections end at whole &words (usually off)"), this)),
      m_spaceCheckBox(new QCheckBox(tr("Leave out white &space at the ends (usually on)"), this)),
      m_marksCheckBox(new QCheckBox(tr("Leave out &quotation marks at the ends (usually off)"), this)),
      m_shortcuts(new ShortcutEditor(actions, this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 560);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"settingsTabWidget"_s);
    tabs->addTab(makeGeneralPage(), tr("&General"));
    tabs->addTab(m_shortcuts, tr("&Keys"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    connect(m_schemeComboBox, &QComboBox::currentIndexChanged, this,
            [this](int scheme) { Q_EMIT schemeChosen(static_cast<Scheme>(scheme)); });
}

QWidget *SettingsDialog::makeGeneralPage()
{
    m_annotatorLineEdit->setObjectName(u"annotatorLineEdit"_s);
    m_annotatorLineEdit->setText(Session::annotatorName());
    m_schemeComboBox->setObjectName(u"schemeComboBox"_s);
    m_schemeComboBox->addItems({tr("As the desktop"), tr("Light"), tr("Dark"), tr("High contrast")});
    m_schemeComboBox->setCurrentIndex(static_cast<int>(m_before.scheme));
    m_fontCheckBox->setObjectName(u"fontCheckBox"_s);
    m_fontComboBox->setObjectName(u"fontComboBox"_s);
    m_fontComboBox->setAccessibleName(tr("Face of articles"));
    m_sizeSpinBox->setObjectName(u"sizeSpinBox"_s);
    m_sizeSpinBox->setAccessibleName(tr("Size of articles' text"));
    m_sizeSpinBox->setRange(8, 40);
    m_sizeSpinBox->setSuffix(tr(" pt"));
    m_sizeSpinBox->setValue(m_before.articleFontSize > 0 ? m_before.articleFontSize : usualSize);
    m_fontCheckBox->setChecked(!m_before.articleFont.isEmpty());
    if (!m_before.articleFont.isEmpty())
        m_fontComboBox->setCurrentFont(QFont(m_before.articleFont));
    const auto enable = [this](bool isOn) {
        m_fontComboBox->setEnabled(isOn);
        m_sizeSpinBox->setEnabled(isOn);
        m_facesComboBox->setEnabled(!isOn);
    };
    setUpTypesetting();
    connect(m_fontCheckBox, &QCheckBox::toggled, this, enable);
    enable(m_fontCheckBox->isChecked());

    m_wholeWordsCheckBox->setObjectName(u"wholeWordsCheckBox"_s);
    m_wholeWordsCheckBox->setChecked(m_before.tidying.toWholeWords);
    m_spaceCheckBox->setObjectName(u"spaceCheckBox"_s);
    m_spaceCheckBox->setChecked(m_before.tidying.leavesOutSpace);
    m_marksCheckBox->setObjectName(u"marksCheckBox"_s);
    m_marksCheckBox->setChecked(m_before.tidying.leavesOutMarks);

    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(10);
    auto *explanation = new QLabel(tr("Every change in a project is recorded under this name."), page);
    explanation->setWordWrap(true);
    auto *font = new QHBoxLayout;
    font->addWidget(m_fontComboBox, 1);
    font->addWidget(m_sizeSpinBox);
    form->addRow(tr("&Annotator:"), m_annotatorLineEdit);
    form->addRow(QString(), explanation);
    form->addRow(tr("&Colours:"), m_schemeComboBox);
    form->addRow(tr("A&rticles are set in:"), m_facesComboBox);
    form->addRow(QString(), m_fontCheckBox);
    form->addRow(QString(), font);
    form->addRow(tr("&Length of lines:"), m_measureSpinBox);
    form->addRow(tr("&Distance of lines:"), m_leadingSpinBox);
    form->addRow(tr("When a tag is put on words:"), m_wholeWordsCheckBox);
    form->addRow(QString(), m_spaceCheckBox);
    form->addRow(QString(), m_marksCheckBox);
    return page;
}

void SettingsDialog::setUpTypesetting()
{
    m_facesComboBox->setObjectName(u"facesComboBox"_s);
    m_facesComboBox->addItems({tr("Letters with serifs"), tr("Letters without serifs")});
    m_facesComboBox->setCurrentIndex(m_before.typesetting.sansSerif ? 1 : 0);
    m_measureSpinBox->setObjectName(u"measureSpinBox"_s);
    m_measureSpinBox->setRange(Typesetting::leastMeasure, Typesetting::greatestMeasure);
    m_measureSpinBox->setSuffix(tr(" characters"));
    m_measureSpinBox->setValue(m_before.typesetting.measure);
    m_leadingSpinBox->setObjectName(u"leadingSpinBox"_s);
    m_leadingSpinBox->setRange(Typesetting::leastLeading, Typesetting::greatestLeading);
    m_leadingSpinBox->setSingleStep(5);
    m_leadingSpinBox->setSuffix(tr(" %"));
    m_leadingSpinBox->setValue(m_before.typesetting.leading);
    const auto tell = [this] { Q_EMIT typesettingChosen(typesetting()); };
    connect(m_facesComboBox, &QComboBox::currentIndexChanged, this, tell);
    connect(m_measureSpinBox, &QSpinBox::valueChanged, this, tell);
    connect(m_leadingSpinBox, &QSpinBox::valueChanged, this, tell);
}

Typesetting SettingsDialog::typesetting() const
{
    return {.sansSerif = m_facesComboBox->currentIndex() == 1,
            .measure = m_measureSpinBox->value(),
            .leading = m_leadingSpinBox->value()};
}

void SettingsDialog::accept()
{
    QSettings stored;
    Settings settings = Settings::load(stored);
    const QString name = m_annotatorLineEdit->text().simplified();
    const bool isOtherName = name != Session::annotatorName();
    if (isOtherName)
        settings.annotator = name;
    settings.scheme = static_cast<Scheme>(m_schemeComboBox->currentIndex());
    settings.articleFont = m_fontCheckBox->isChecked() ? m_fontComboBox->currentFont().family() : QString();
    settings.articleFontSize = m_fontCheckBox->isChecked() ? m_sizeSpinBox->value() : 0;
    settings.typesetting = typesetting();
    settings.tidying = {.toWholeWords = m_wholeWordsCheckBox->isChecked(),
                        .leavesOutSpace = m_spaceCheckBox->isChecked(),
                        .leavesOutMarks = m_marksCheckBox->isChecked()};
    settings.save(stored);
    m_shortcuts->apply();
    if (isOtherName)
        Q_EMIT annotatorChanged();
    if (settings.articleFont != m_before.articleFont || settings.articleFontSize != m_before.articleFontSize)
        Q_EMIT articleFontChanged();
    QDialog::accept();
}

void SettingsDialog::reject()
{
    if (m_schemeComboBox->currentIndex() != static_cast<int>(m_before.scheme))
        Q_EMIT schemeChosen(m_before.scheme);
    if (typesetting() != m_before.typesetting)
        Q_EMIT typesettingChosen(m_before.typesetting);
    QDialog::reject();
}

}
