// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace pq {

namespace {

bool askOnScreen(QWidget *parent, const Question &question)
{
    QMessageBox box(QMessageBox::Question, QString(), question.text, QMessageBox::Cancel, parent);
    box.setInformativeText(question.details);
    QPushButton *accept = box.addButton(question.accept, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == accept;
}

QStringList choosePathsOnScreen(QWidget *parent, const PathQuestion &question)
{
    QFileDialog dialog(parent, question.title, question.start, question.filter);
    switch (question.kind) {
    case PathKind::File:
        dialog.setFileMode(QFileDialog::ExistingFile);
        break;
    case PathKind::Files:
        dialog.setFileMode(QFileDialog::ExistingFiles);
        break;
    case PathKind::Folder:
        dialog.setFileMode(QFileDialog::Directory);
        dialog.setOption(QFileDialog::ShowDirsOnly);
        break;
    case PathKind::NewFile:
        dialog.setFileMode(QFileDialog::AnyFile);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        break;
    }
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles() : QStringList();
}

}

Prompts Prompts::onScreen()
{
    return {askOnScreen, choosePathsOnScreen};
}

}
