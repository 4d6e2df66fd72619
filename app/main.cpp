// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"
#include "core/base/plurals.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/session.h"
#include "ui/style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace pq;

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Pullquote"_s);
    QApplication::setApplicationName(u"Pullquote"_s);
    QApplication::setApplicationVersion(QStringLiteral(PULLQUOTE_VERSION));
    QApplication::setDesktopFileName(u"org.pullquote.Pullquote"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.pullquote.Pullquote.svg"_s));
    QApplication::setStyle(new Style);
    EnglishPlurals plurals;
    QApplication::installTranslator(&plurals);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Annotate interviews and prove who said every line."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshots(
        u"screenshots"_s, QApplication::translate("main", "Write the manual's pictures into <folder> and stop."),
        QApplication::translate("main", "folder"));
    parser.addOption(screenshots);
    parser.addPositionalArgument(u"file"_s,
                                 QApplication::translate("main", "A project to open, or articles to import."),
                                 QApplication::translate("main", "[file…]"));
    parser.process(application);
    if (parser.isSet(screenshots))
        return makeScreenshots(parser.value(screenshots));

    Session session;
    Actions actions;
    actions.load(QSettings());
    MainWindow window(session, actions, Prompts::onScreen());
    window.show();
    window.start(parser.positionalArguments());
    return QApplication::exec();
}
