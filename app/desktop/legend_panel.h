#pragma once

#include "app/desktop/workspace.h"
#include "app/style/legend.h"

#include <QScrollArea>

namespace lommer::app {

class LegendSheet;

/// What the colours on the map mean: a section for each visible layer, the topmost first.
class LegendPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit LegendPanel(Workspace& workspace, QWidget* parent = nullptr);

    const std::vector<LegendSection>& sections() const;

private:
    void renew();

    Workspace& workspace_;
    LegendSheet* sheet_;
};

/// The legend of the visible layers, the topmost first, and of two that are compared: once where
/// they look alike.
std::vector<LegendSection> legendOf(const Project& project, const InterfaceLanguage& language,
                                    const std::optional<LayerPair>& compared = std::nullopt);

}  // namespace lommer::app
