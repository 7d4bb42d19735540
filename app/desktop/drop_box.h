#pragma once

#include <QFrame>

class QBoxLayout;

namespace lommer::app {

/// Says that files can be dragged here, and has buttons for who would rather choose them. The
/// window takes what is dropped.
class DropBox : public QFrame {
    Q_OBJECT
public:
    explicit DropBox(QWidget* parent);

    /// Something that can be opened hangs above the window.
    void setExpecting(bool isExpecting);
    /// The buttons stand below each other.
    void setNarrow(bool isNarrow);

Q_SIGNALS:
    void folderWanted();
    void filesWanted();
    void sampleWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QBoxLayout* buttons_;
    bool isExpecting_ = false;
};

}  // namespace lommer::app
