#pragma once

#include "app/desktop/workspace.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace lommer::app {

/// Above the map while two layers are compared: which one is left, which one right, the button to
/// see one and then the other, and the way out.
class CompareBar : public QWidget {
    Q_OBJECT
public:
    explicit CompareBar(Workspace& workspace, QWidget* parent = nullptr);

    QComboBox* left() const { return left_; }
    QComboBox* right() const { return right_; }
    QToolButton* blinkButton() const { return blink_; }
    QToolButton* closeButton() const { return close_; }

Q_SIGNALS:
    /// The one, or the other, over the whole map.
    void blinkWanted();

private:
    void renew();
    void chooseLeft();
    void chooseRight();

    Workspace& workspace_;
    QComboBox* left_;
    QComboBox* right_;
    QToolButton* blink_;
    QToolButton* close_;
};

/// What a layer of the pair is called on the map: its name, and the settings of its run that differ
/// from those of the other.
QString comparedName(const Workspace& workspace, const Layer& layer, const Layer& other);

}  // namespace lommer::app
