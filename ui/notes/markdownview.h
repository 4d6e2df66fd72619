// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace pq {

/// Markdown as a person wrote it in a note, as high as it needs to be. HTML in it is shown as text, nothing
/// is ever loaded, and a link is opened in the browser only when it is http or https and was clicked.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void setMarkdownText(const QString &markdown);

protected:
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

}
