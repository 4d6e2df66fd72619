// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkdialog.h"

#include "core/store/store.h"
#include "ui/background.h"
#include "ui/projectcopy.h"

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int frame = 50;    // milliseconds between two looks at the progress
constexpr int copying = 20;  // of 100 steps

}

CheckDialog::CheckDialog(Session &session, QWidget *parent)
    : QProgressDialog(tr("Checking every text, passage and entry of the journal…"), tr("Cancel"), 0, 100, parent),
      m_progress(std::make_shared<Progress>())
{
    setObjectName(u"checkDialog"_s);
    setWindowTitle(tr("Check Project"));
    setWindowModality(Qt::WindowModal);
    setAutoClose(false);
    setAutoReset(false);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *copy = new ProjectCopy(session, this);
    connect(copy, &ProjectCopy::progressed, this,
            [this](int done, int total) { setValue(done * copying / qMax(total, 1)); });
    connect(copy, &ProjectCopy::finished, this, [this, copy](const Result<CopiedProject> &copied) {
        copy->deleteLater();
        if (copied)
            check(*copied);
        else
            finish(fail(copied.error().message));
    });
    connect(this, &QProgressDialog::canceled, this, &QObject::deleteLater);
    connect(&m_tick, &QTimer::timeout, this, [this] { setValue(copying + m_progress->done * (100 - copying) / 100); });
}

CheckDialog::~CheckDialog()
{
    m_progress->isCancelled = true;
}

void CheckDialog::check(const CopiedProject &copied)
{
    m_tick.start(frame);
    inBackground(
        this,
        [copied, progress = m_progress]() -> Result<QStringList> {
            const Result<Store> store = Store::open(copied.path, copied.annotator);
            if (!store)
                return QStringList{store.error().message}; // so damaged that it cannot be opened
            return store->check([&progress](int done) {
                progress->done = done;
                return !progress->isCancelled;
            });
        },
        [this](const Result<QStringList> &problems) { finish(problems); });
}

void CheckDialog::finish(const Result<QStringList> &problems)
{
    m_tick.stop();
    hide();
    deleteLater();
    Q_EMIT checked(problems);
}

}
