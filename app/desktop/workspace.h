#pragma once

#include "app/desktop/analysis_runner.h"
#include "app/desktop/comparison.h"
#include "app/desktop/interface_language.h"
#include "app/desktop/layer_loader.h"
#include "app/desktop/message.h"
#include "app/desktop/page_saver.h"
#include "app/project/project.h"
#include "app/project/selection.h"

#include <QObject>
#include <QUndoStack>
#include <map>

namespace lommer::app {

/// What people work on, without a window: layers, what is selected, what is being opened and
/// computed, and what can be undone. Windows come and go (a change of language makes a new one).
class Workspace : public QObject {
    Q_OBJECT
public:
    /// Both outlive this object. `results` is where runs put their folders.
    Workspace(const Environment& environment, const InterfaceLanguage& language,
              std::filesystem::path results);
    ~Workspace() override;

    const Environment& environment() const { return environment_; }
    const InterfaceLanguage& language() const { return language_; }
    Project& project() { return project_; }
    QUndoStack& undo() { return undo_; }
    Selection& selection() { return selection_; }
    Comparison& comparison() { return comparison_; }
    const Comparison& comparison() const { return comparison_; }
    LayerLoader& loader() { return loader_; }
    AnalysisRunner& runner() { return runner_; }
    PageSaver& pageSaver() { return pageSaver_; }

    /// The layer that chart, table and origin are about; empty without.
    const LayerId& activeLayer() const { return activeLayer_; }
    const Layer* active() const { return project_.find(activeLayer_); }
    void setActiveLayer(const LayerId& layer);
    /// Selects rows and makes their layer the active one. Rows that the layer does not have are
    /// left out.
    void select(const LayerId& layer, std::vector<std::int64_t> rows, bool isToggling);
    /// The record of the run that a layer came out of; nullptr for others.
    const core::RunRecord* recordOf(const Layer& layer) const;

    /// Something new is being asked for: what was said about the time before goes.
    void beginAction();
    void open(const QStringList& paths);
    /// Opens chosen layers of the delivery `name`.
    void open(const QString& name, const std::vector<gis::LayerDescription>& layers);
    /// The same for something else than to look at them: hidden, and what is active stays so.
    void openBeside(const QString& name, const std::vector<gis::LayerDescription>& layers);
    /// Puts `by` in the place of a layer, as one step that can be undone. Returns its id.
    LayerId replace(const LayerId& layer, Layer by, const QString& action);
    void startRun(RunOrder order);
    QString sentence(const core::Error& error) const;
    /// Says in the message bar what went wrong; with an analysis in the words of its form.
    void reportFailure(const core::Error& error, const std::string& analysis);

Q_SIGNALS:
    void activeLayerChanged();
    /// New layers that the map should show.
    void boundsWanted(const lommer::core::Bounds& bounds);
    void reported(const lommer::app::Message& message);
    void actionBegun();

private:
    void add(const OpenedLayers& opened);
    void addFromFile(const OpenedLayers& opened);
    static QString countOfRemarks(int count);
    void addFromRun(const OpenedLayers& opened);
    void forgetWhatIsGone();
    /// Results and features come on top; cells from a file below the features, which they would
    /// hide.
    int placeFor(const Layer& layer) const;
    QString freeName(const QString& name) const;

    const Environment& environment_;
    const InterfaceLanguage& language_;
    std::filesystem::path results_;
    Project project_;
    QUndoStack undo_;
    Selection selection_;
    Comparison comparison_{project_};
    LayerLoader loader_;
    AnalysisRunner runner_;
    PageSaver pageSaver_;
    LayerId activeLayer_;
    std::map<QString, std::shared_ptr<const core::RunRecord>> records_;
};

}  // namespace lommer::app
