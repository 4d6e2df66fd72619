// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/parts/mergedialog.h"
#include "ui/tags/tagdialog.h"
#include "ui/tags/tagmerge.h"
#include "ui/tags/tagmodel.h"
#include "ui/tags/tagspanel.h"
#include "ui/tags/tagtree.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_TagsPanel : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        TestProject project;
        Actions actions;
        TagsPanel panel{project.session(), actions};

        Fixture()
        {
            panel.resize(320, 500);
            panel.show();
            panel.activateWindow();
            if (!QTest::qWaitForWindowActive(&panel))
                qFatal("The panel cannot be active.");
        }
        TagTree *tree() { return panel.findChild<TagTree *>(u"tagsTreeView"_s); }
        QPushButton *button(const QString &name) { return panel.findChild<QPushButton *>(name); }
        void choose(const QString &name)
        {
            const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                                 Qt::MatchExactly | Qt::MatchRecursive);
            if (found.isEmpty())
                qFatal("There is no tag %s in the tree.", qPrintable(name));
            tree()->setCurrentIndex(found.first());
        }
        QList<Tag> tags() { return project.session().value(project.store().tags()); }
        Tag tag(TagId id)
        {
            for (const Tag &tag : tags()) {
                if (tag.id == id)
                    return tag;
            }
            return {};
        }
        /// Runs @p act on the dialog that comes up, then accepts it by Return or, when it stays, cancels it.
        void answer(const std::function<void(TagDialog *)> &act)
        {
            QTimer::singleShot(0, &panel, [act] {
                auto *dialog = qobject_cast<TagDialog *>(QApplication::activeModalWidget());
                if (!dialog)
                    qFatal("No dialog came up.");
                act(dialog);
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
                if (dialog->isVisible())
                    dialog->reject();
            });
        }
    };

private Q_SLOTS:
    void theTreeShowsNamesKeysAndCountsInOrder()
    {
        Fixture f;
        const QAbstractItemModel *model = f.tree()->model();
        QCOMPARE(
            texts(model),
            (QStringList{u"Speech"_s, u"Crédit / who made it"_s, u"Cue"_s, u"Source"_s, u"Old category (retired)"_s}));
        const QModelIndex speech = model->index(0, 0);
        QCOMPARE(model->index(0, 0, speech).data().toString(), u"Line of dialogue"_s);
        QCOMPARE(model->index(0, TagModel::KeyColumn, speech).data().toString(), u"2"_s);
        QCOMPARE(model->index(0, TagModel::CountColumn, speech).data().toString(), u"2"_s);
    }

    void returnAndDoubleClickPutTheTagOnTheSelectionUnlessItIsRetired()
    {
        Fixture f;
        const QSignalSpy activated(&f.panel, &TagsPanel::tagActivated);
        f.choose(u"Cue"_s);
        QTest::keyClick(f.tree(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<TagId>(), f.project.tag(u"Cue"_s).id);
        const QPoint at = f.tree()->visualRect(f.tree()->currentIndex()).center();
        QTest::mouseClick(f.tree()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(f.tree()->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(activated.size(), 2);
        f.choose(u"Old category (retired)"_s);
        QTest::keyClick(f.tree(), Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
    }

    void aNewTagIsMadeWithItsAttributesAndUndoTakesItBack()
    {
        Fixture f;
        const QList<Tag> before = f.tags();
        f.answer([](TagDialog *dialog) {
            dialog->findChild<QLineEdit *>(u"tagNameLineEdit"_s)->setText(u"  Fact  "_s);
            dialog->findChild<QLineEdit *>(u"tagKeyLineEdit"_s)->setText(u"f"_s);
            dialog->findChild<QToolButton *>(u"colour2ToolButton"_s)->click();
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"attributeNameLineEdit"_s), u"Source seen"_s);
            dialog->findChild<QComboBox *>(u"attributeKindComboBox"_s)
                ->setCurrentIndex(static_cast<int>(AttributeKind::Choice));
            dialog->findChild<QToolButton *>(u"addAttributeToolButton"_s)->click();
            dialog->findChild<QPlainTextEdit *>(u"attributeChoicesPlainTextEdit"_s)
                ->setPlainText(u"yes, all\nno\n\nno"_s);
        });
        f.button(u"newTagPushButton"_s)->click();
        const QList<Tag> after = f.tags();
        QCOMPARE(after.size(), before.size() + 1);
        const Tag made = f.tree()->currentIndex().data(TagModel::TagRole).value<Tag>();
        QCOMPARE(made.name, u"Fact"_s);
        QCOMPARE(made.key, u"f"_s);
        QCOMPARE(made.colour, u"#009e73"_s);
        QCOMPARE(made.attributes.size(), 1);
        QCOMPARE(made.attributes.first().name, u"Source seen"_s);
        QCOMPARE(made.attributes.first().choices, (QStringList{u"yes, all"_s, u"no"_s}));
        QCOMPARE(f.project.store().undoLabel().value(), u"Make tag Fact"_s);
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.tags(), before);
    }

    void aKeyThatIsTakenIsRefusedWithTheReason()
    {
        Fixture f;
        QString message;
        f.choose(u"Cue"_s);
        f.answer([&message](TagDialog *dialog) {
            auto *key = dialog->findChild<QLineEdit *>(u"tagKeyLineEdit"_s);
            key->clear();
            QTest::keyClicks(key, u"1"_s);
            message = dialog->findChild<QLabel *>(u"tagMessageLabel"_s)->text();
        });
        f.button(u"editTagPushButton"_s)->click();
        QCOMPARE(message, u"The tag “Speech” has this key already."_s);
        QCOMPARE(f.tag(f.project.tag(u"Cue"_s).id).key, u"4"_s);

        const TagId cue = f.project.tag(u"Cue"_s).id;
        QCOMPARE(TagDialog::keyProblem(u"4"_s, cue, f.tags(), f.actions), QString());
        QCOMPARE(TagDialog::keyProblem(u"o"_s, cue, f.tags(), f.actions), u"This key is for “Other Passage Here”."_s);
        QVERIFY(!TagDialog::keyProblem(u"ab"_s, cue, f.tags(), f.actions).isEmpty());
        QCOMPARE(TagDialog::keyProblem(u"9"_s, cue, f.tags(), f.actions), QString());
        QCOMPARE(TagDialog::keyProblem(QString(), cue, f.tags(), f.actions), QString());
    }

    void aTagCannotComeUnderItself()
    {
        Fixture f;
        QStringList offered;
        f.choose(u"Speech"_s);
        f.answer([&offered](TagDialog *dialog) {
            const auto *parents = dialog->findChild<QComboBox *>(u"tagParentComboBox"_s);
            for (int i = 0; i < parents->count(); ++i)
                offered.append(parents->itemText(i));
        });
        f.button(u"editTagPushButton"_s)->click();
        QVERIFY(offered.contains(u"Cue"_s));
        QVERIFY(!offered.contains(u"Speech"_s));
        QVERIFY(!offered.contains(u"Line of dialogue"_s));
    }

    void aTagInUseIsNotDeletedButCanBeRetired()
    {
        Fixture f;
        const QSignalSpy failed(&f.project.session(), &Session::failed);
        f.choose(u"Cue"_s);
        QTest::keyClick(f.tree(), Qt::Key_Delete);
        QCOMPARE(failed.size(), 1);
        const TagId cue = f.project.tag(u"Cue"_s).id;
        QVERIFY(!f.tag(cue).id.isNull());
        f.button(u"retireTagPushButton"_s)->click();
        QVERIFY(f.tag(cue).retired);
        QCOMPARE(f.tree()->currentIndex().data(TagModel::IdRole).value<TagId>(), cue);
        QCOMPARE(f.button(u"retireTagPushButton"_s)->text(), u"Use &again"_s);
        f.button(u"retireTagPushButton"_s)->click();
        QVERIFY(!f.tag(cue).retired);
    }

    void aTagGoesUpInAnotherOneAsOneEdit()
    {
        Fixture f;
        const Corpus before = f.project.session().value(f.project.store().corpus());
        const Tag speech = f.project.tag(u"Speech"_s);
        const TagId cue = f.project.tag(u"Cue"_s).id;
        const qsizetype carried = f.project.session().value(f.project.store().passages(speech.id)).size();
        const qsizetype carriedByCue = f.project.session().value(f.project.store().passages(cue)).size();
        QVERIFY(carried > 0);
        QString preview;
        f.choose(u"Speech"_s);
        QTimer::singleShot(0, &f.panel, [&preview] {
            auto *dialog = qobject_cast<MergeDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                qFatal("No dialog came up.");
            QTest::keyClicks(dialog->findChild<QComboBox *>(u"mergeIntoComboBox"_s), u"Cue"_s);
            preview = dialog->findChild<QLabel *>(u"mergePreviewLabel"_s)->text();
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        f.actions["tag.merge"]->trigger();
        QVERIFY2(preview.contains(u"%1 passage(s) will carry “Cue”."_s.arg(carried)), qPrintable(preview));
        QVERIFY2(preview.contains(u"tag(s) below it will move."_s), qPrintable(preview));
        QVERIFY(f.tag(speech.id).id.isNull());
        QCOMPARE(f.project.session().value(f.project.store().passages(cue)).size(), carried + carriedByCue);
        QCOMPARE(f.tag(f.project.tag(u"Line of dialogue"_s).id).parent, cue);
        QCOMPARE(f.tree()->currentIndex().data(TagModel::IdRole).value<TagId>(), cue);
        QCOMPARE(f.project.session().value(f.project.store().check()), QStringList());
        QCOMPARE(f.project.store().undoLabel().value(), u"Merge tag Speech into Cue"_s);
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.project.session().value(f.project.store().corpus()), before);
    }

    void valuesGoToTheAttributeOfTheSameNameAndAreCountedWhereThereIsNone()
    {
        Fixture f;
        const auto tag = [&](const QString &name, const QList<TagAttribute> &attributes) {
            return Tag{.id = TagId::create(),
                       .tagset = f.tags().first().tagset,
                       .name = name,
                       .colour = u"#4477aa"_s,
                       .attributes = attributes};
        };
        const Tag from = tag(u"From"_s,
                             {{AttributeId::create(), u"Tone"_s, AttributeKind::Text, {}},
                              {AttributeId::create(), u"Size"_s, AttributeKind::Number, {}}});
        const Tag to = tag(u"To"_s, {{AttributeId::create(), u"tone"_s, AttributeKind::Text, {}}});
        Passage passage = f.project.passage(u"Val recalls"_s);
        passage.id = PassageId::create();
        passage.tag = from.id;
        passage.attributes = {{from.attributes[0].id, u"dry"_s}, {from.attributes[1].id, u"3"_s}};
        QVERIFY(f.project.session().edit(u"Put"_s, [&](Edit &edit) {
            edit.put(from);
            edit.put(to);
            edit.put(passage);
        }));
        const TagMerge merge = tagMerge(f.project.session(), from, to, f.tags());
        QCOMPARE(merge.lostValues, 1);
        QVERIFY(f.project.session().edit(u"Merge"_s, [&](Edit &edit) { merge.apply(edit); }));
        QCOMPARE(f.project.passage(passage.id).attributes, (QList<AttributeValue>{{to.attributes[0].id, u"dry"_s}}));
        // Into one of its own: what stands between them comes up.
        Tag below = tag(u"Below"_s, {});
        below.parent = to.id;
        const TagMerge up = tagMerge(f.project.session(), to, below, f.tags() + QList{below});
        QCOMPARE(up.children.size(), 1);
        QVERIFY(up.children.first().parent.isNull());
    }

    void aTagThatNothingCarriesIsDeleted()
    {
        Fixture f;
        Tag unused = f.project.tag(u"Cue"_s);
        unused.id = TagId::create();
        unused.name = u"Unused"_s;
        unused.attributes.clear();
        QVERIFY(f.project.session().edit(u"Make"_s, [&](Edit &edit) { edit.put(unused); }));
        f.choose(u"Unused"_s);
        QTest::keyClick(f.tree(), Qt::Key_Delete);
        QVERIFY(f.tag(unused.id).id.isNull());
    }

    void altUpAndDownMoveATagAmongItsSiblings()
    {
        Fixture f;
        f.choose(u"Source"_s);
        QTest::keyClick(f.tree(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(texts(f.tree()->model()).mid(0, 4),
                 (QStringList{u"Speech"_s, u"Crédit / who made it"_s, u"Source"_s, u"Cue"_s}));
        QCOMPARE(f.tree()->currentIndex().data().toString(), u"Source"_s);
        QTest::keyClick(f.tree(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(f.tree(), Qt::Key_Down, Qt::AltModifier); // the last one stays
        QCOMPARE(texts(f.tree()->model()).mid(0, 4),
                 (QStringList{u"Speech"_s, u"Crédit / who made it"_s, u"Cue"_s, u"Source"_s}));
    }

    void theFilterKeepsTheParentsOfWhatItFinds()
    {
        Fixture f;
        QTest::keyClicks(f.panel.findChild<QLineEdit *>(u"tagFilterLineEdit"_s), u"dial"_s);
        const QAbstractItemModel *model = f.tree()->model();
        QCOMPARE(texts(model), QStringList{u"Speech"_s});
        QCOMPARE(model->rowCount(model->index(0, 0)), 1);
    }

    void returnInTheFilterPutsOnTheTagThatIsCalledSo()
    {
        Fixture f;
        const QSignalSpy activated(&f.panel, &TagsPanel::tagActivated);
        auto *filter = f.panel.findChild<QLineEdit *>(u"tagFilterLineEdit"_s);
        QTest::keyClicks(filter, u"dial"_s);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        const auto tag = activated.first().first().value<TagId>();
        const auto found = std::ranges::find(f.project.corpus().tags, tag, &Tag::id);
        QVERIFY(found->name.contains(u"dial"_s, Qt::CaseInsensitive));
    }

    void hShowsDimsAndHidesATagWithItsGroup()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().remove(u"tags"_s);
        Fixture f;
        const QSignalSpy changed(&f.panel, &TagsPanel::visibilitiesChanged);
        const QAbstractItemModel *model = f.tree()->model();
        f.tree()->setCurrentIndex(model->index(0, 0));
        const TagId parent = f.tree()->currentIndex().data(TagModel::IdRole).value<TagId>();
        const TagId child = model->index(0, 0, model->index(0, 0)).data(TagModel::IdRole).value<TagId>();
        QTest::keyClick(f.tree(), Qt::Key_H);
        QCOMPARE(changed.last().first().value<TagVisibilities>(),
                 (TagVisibilities{{parent, TagVisibility::Dimmed}, {child, TagVisibility::Dimmed}}));
        QTest::keyClick(f.tree(), Qt::Key_H);
        QCOMPARE(changed.last().first().value<TagVisibilities>().value(child), TagVisibility::Hidden);
        QCOMPARE(model->index(0, TagModel::VisibilityColumn).data(Qt::AccessibleTextRole).toString(),
                 u"Hidden in articles"_s);
        {
            TagsPanel again(f.project.session(), f.actions); // as after a restart
            const QSignalSpy told(&again, &TagsPanel::visibilitiesChanged);
            again.show();
            QCOMPARE(told.last().first().value<TagVisibilities>().value(parent), TagVisibility::Hidden);
        }
        QTest::keyClick(f.tree(), Qt::Key_H);
        QCOMPARE(changed.last().first().value<TagVisibilities>(), TagVisibilities());
    }

    void theTreeIsASoundModelWithOneTagsetAndWithTwo()
    {
        TestProject project;
        TagModel model(project.session());
        const QAbstractItemModelTester tester(&model);
        model.reload();
        const Tagset second{TagsetId::create(), u"Second"_s, {}};
        Tag inSecond;
        inSecond.id = TagId::create();
        inSecond.tagset = second.id;
        inSecond.name = u"There"_s;
        inSecond.colour = u"#000000"_s;
        QVERIFY(project.session().edit(u"Make"_s, [&](Edit &edit) {
            edit.put(second);
            edit.put(inSecond);
        }));
        model.reload();
        QCOMPARE(texts(&model), (QStringList{u"Interview"_s, u"Second"_s}));
        QCOMPARE(model.find(inSecond.id).parent().data().toString(), u"Second"_s);
        project.session().close();
        model.reload();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(tst_TagsPanel)
#include "tst_tagspanel.moc"
