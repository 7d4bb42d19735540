#pragma once

#include "app/desktop/message.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;

namespace lommer::app {

/// Says something above the map until it is closed. What is said about one action stands together,
/// so that no failure is covered by the next sentence. Never stops work.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(const Message& message);
    /// A new action begins: what was said before goes.
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeDetails();
    void applyPalette();

    QLabel* sign_;
    QLabel* text_;
    QLabel* details_;
    QScrollArea* detailsArea_;
    QToolButton* detailsButton_;
    Message::Weight weight_ = Message::Weight::noted;
    bool isApplying_ = false;
};

}  // namespace lommer::app
