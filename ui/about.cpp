// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about.h"

#include <QApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(About)
};

}

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, Words::tr("About Pullquote"),
                                Words::tr("Pullquote %1").arg(QString::fromLatin1(PULLQUOTE_VERSION)),
                                QMessageBox::Close, parent);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(QApplication::windowIcon().pixmap(64));
    box->setInformativeText(
        Words::tr("Annotate interviews and prove who said, contributed and re-reported every line.\n\n"
                  "Free software under the GNU General Public License, version 3 or later.\n"
                  "Made with Qt %1, KSyntaxHighlighting and SQLite.")
            .arg(QLatin1StringView(qVersion())));
    box->open();
}

}
