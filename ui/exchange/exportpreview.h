// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
}

namespace pq {

/// The first lines of a file, coloured as an editor would. The definitions are read when the first preview
/// is made.
class ExportPreview : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ExportPreview(QWidget *parent = nullptr);
    ~ExportPreview() override;

    /// @p syntax: the name of a definition; one that does not exist leaves the text plain.
    void show(const QByteArray &bytes, const QString &syntax);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
};

/// The first @p lines lines of UTF-8 @p bytes, or those before the end of a very long one; ends in "…" when
/// there is more.
[[nodiscard]] QString beginning(const QByteArray &bytes, int lines);

}
