#pragma once

#include "app/desktop/analysis_panel.h"
#include "app/desktop/origin_panel.h"
#include "app/desktop/workspace.h"

#include <QObject>

namespace lommer::app {

/// "Adjust and calculate again": the form of an analysis as it was filled in for a result. Data of
/// then that are not in the project are opened first, without showing them on the map.
class RunAgain : public QObject {
    Q_OBJECT
public:
    /// All outlive this object. Begins where `asking` wants the active result again.
    RunAgain(Workspace& workspace, AnalysisPanel& panel, const OriginPanel& asking,
             QObject* parent = nullptr);

Q_SIGNALS:
    /// The form of that analysis is to come into sight.
    void formWanted(const std::string& analysis);

private:
    void start();
    std::vector<gis::LayerDescription> notInProject(const core::RunRecord& record) const;
    void fill();
    void tellWhatIsLeftOut(const QStringList& notFound);

    Workspace& workspace_;
    AnalysisPanel& panel_;
    RunOrder order_;
    bool isWaiting_ = false;
};

}  // namespace lommer::app
