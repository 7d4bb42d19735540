#pragma once

#include "app/desktop/message.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace lommer::app {

/// Says something above the map, until it is closed or something else is said. Never stops work.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(const Message& message);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyPalette();

    QLabel* sign_;
    QLabel* text_;
    QLabel* details_;
    QToolButton* detailsButton_;
    Message::Weight weight_ = Message::Weight::noted;
    bool isApplying_ = false;
};

}  // namespace lommer::app
