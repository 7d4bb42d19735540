#include "app/desktop/workspace.h"

#include "app/project/layer_commands.h"
#include "app/text/number_format.h"

#include <QFileInfo>

namespace lommer::app {

Workspace::Workspace(const Environment& environment, const InterfaceLanguage& language,
                     std::filesystem::path results)
    : environment_(environment),
      language_(language),
      results_(std::move(results)),
      loader_(environment),
      runner_(environment) {
    connect(&loader_, &LayerLoader::opened, this, &Workspace::addFromFile);
    connect(&loader_, &LayerLoader::failed, this,
            [this](const core::Error& error) { reportFailure(error, {}); });
    connect(&runner_, &AnalysisRunner::finished, this, &Workspace::addFromRun);
    connect(&runner_, &AnalysisRunner::failed, this,
            [this](const core::Error& error) { reportFailure(error, runner_.state().analysis); });
    connect(&runner_, &AnalysisRunner::cancelled, this, [this] {
        Q_EMIT reported({Message::Weight::noted, tr("Stopped. Nothing has been saved."), {}});
    });
    connect(&pageSaver_, &PageSaver::saved, this, [this](const QString& file) {
        Q_EMIT reported({Message::Weight::noted,
                         tr("The page is saved in ‘%1’.").arg(QFileInfo(file).fileName()), file});
    });
    connect(&pageSaver_, &PageSaver::failed, this,
            [this](const core::Error& error) { reportFailure(error, {}); });
    connect(&project_, &Project::layerReplaced, this,
            [this](const LayerId& before, const LayerId& after) {
                if (activeLayer_ == before) {
                    setActiveLayer(after);
                }
            });
    connect(&project_, &Project::changed, this, &Workspace::forgetWhatIsGone);
}

Workspace::~Workspace() = default;

void Workspace::setActiveLayer(const LayerId& layer) {
    if (layer != activeLayer_) {
        activeLayer_ = layer;
        Q_EMIT activeLayerChanged();
    }
}

void Workspace::select(const LayerId& layer, std::vector<std::int64_t> rows, bool isToggling) {
    const Layer* found = project_.find(layer);
    const auto table = found == nullptr ? nullptr : found->data.table;
    std::erase_if(rows, [&table](std::int64_t row) {
        return table == nullptr || row < 0 || row >= table->rowCount();
    });
    if (isToggling && rows.size() == 1) {
        selection_.toggle(layer, rows.front());
    } else {
        selection_.set(layer, std::move(rows));
    }
    if (!selection_.layer().isEmpty()) {
        setActiveLayer(selection_.layer());
    }
}

const core::RunRecord* Workspace::recordOf(const Layer& layer) const {
    const auto found = layer.origin ? records_.find(layer.origin->folder) : records_.end();
    return found == records_.end() ? nullptr : found->second.get();
}

void Workspace::beginAction() {
    Q_EMIT actionBegun();
}

void Workspace::open(const QStringList& paths) {
    if (!loader_.isBusy()) {
        beginAction();
    }
    int index = project_.count();
    for (const QString& path : paths) {
        loader_.open(path, language_.sharedTexts(), index++);
    }
}

void Workspace::open(const QString& name, const std::vector<gis::LayerDescription>& layers) {
    if (!loader_.isBusy()) {
        beginAction();
    }
    loader_.open(name, layers, language_.sharedTexts(), project_.count());
}

void Workspace::openBeside(const QString& name, const std::vector<gis::LayerDescription>& layers) {
    loader_.open(name, layers, language_.sharedTexts(), project_.count(), false);
}

LayerId Workspace::replace(const LayerId& layer, Layer by, const QString& action) {
    LayerId id = project_.adopt(std::move(by));
    undo_.push(new ReplaceLayerCommand(project_, layer, id, action));
    setActiveLayer(id);
    return id;
}

void Workspace::startRun(RunOrder order) {
    runner_.start(std::move(order), results_, language_.sharedTexts());
}

QString Workspace::sentence(const core::Error& error) const {
    return language_.texts().sentence(error);
}

void Workspace::reportFailure(const core::Error& error, const std::string& analysis) {
    const std::string details = error.details().empty()
                                    ? std::string(error.what())
                                    : std::string(error.what()) + "\n" + error.details();
    Q_EMIT reported({Message::Weight::stopped, language_.texts().sentence(error, analysis),
                     QString::fromStdString(details)});
}

QString Workspace::freeName(const QString& name) const {
    const auto isTaken = [this](const QString& wanted) {
        return std::any_of(project_.layers().begin(), project_.layers().end(),
                           [&wanted](const Layer& layer) { return layer.name == wanted; });
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number) {
        free = QStringLiteral("%1 (%2)").arg(name).arg(number);
    }
    return free;
}

int Workspace::placeFor(const Layer& layer) const {
    if (layer.origin || layer.data.raster == nullptr) {
        return 0;
    }
    const auto below =
        std::find_if(project_.layers().begin(), project_.layers().end(),
                     [](const Layer& one) { return one.origin || one.data.raster != nullptr; });
    return static_cast<int>(below - project_.layers().begin());
}

void Workspace::add(const OpenedLayers& opened) {
    if (opened.layers.empty()) {
        return;
    }
    core::Bounds bounds;
    LayerId first;
    const int end = project_.count();
    if (opened.layers.size() > 1) {
        undo_.beginMacro(tr("add %n layer(s)", nullptr, static_cast<int>(opened.layers.size())));
    }
    for (auto layer = opened.layers.rbegin(); layer != opened.layers.rend(); ++layer) {
        Layer named = *layer;
        const int place = opened.areShown ? placeFor(named) : end;
        named.name = freeName(layer->name);
        named.isVisible = named.isVisible && opened.areShown;
        bounds.include(named.data.bounds());
        const QString name = named.name;
        const LayerId id = project_.adopt(std::move(named));
        undo_.push(new AddLayerCommand(project_, id, name, place));
        if (&*layer == &opened.layers[opened.first]) {
            first = id;
        }
    }
    if (opened.layers.size() > 1) {
        undo_.endMacro();
    }
    if (opened.areShown && !bounds.isEmpty()) {
        Q_EMIT boundsWanted(bounds);
    }
    if (opened.areShown) {
        setActiveLayer(first);
    }
}

void Workspace::addFromFile(const OpenedLayers& opened) {
    if (opened.record != nullptr && !opened.layers.empty()) {
        records_[opened.layers.front().origin->folder] = opened.record;
    }
    if (opened.layers.empty()) {
        Q_EMIT reported(
            {Message::Weight::stopped,
             tr("No data were found in ‘%1’. Choose another file or folder.").arg(opened.name),
             {}});
        return;
    }
    add(opened);
    if (!opened.areShown) {
        return;  // each layer keeps its remarks
    }
    QStringList remarks;
    for (const core::Remark& remark : opened.remarks) {
        remarks << language_.texts().sentence(
            remark, opened.record == nullptr ? std::string() : opened.record->analysis);
    }
    if (!remarks.isEmpty() && opened.record == nullptr) {
        constexpr int kAtAGlance = 2;  // more would hide the map
        const auto count = static_cast<int>(remarks.size());
        Q_EMIT reported(count <= kAtAGlance
                            ? Message{Message::Weight::noted, remarks.join(QLatin1Char(' ')), {}}
                            : Message{Message::Weight::noted, countOfRemarks(count),
                                      remarks.join(QLatin1Char('\n'))});
    }
}

QString Workspace::countOfRemarks(int count) {
    return tr("%n remark(s) about the data: see ‘Details’.", nullptr, count);
}

void Workspace::addFromRun(const OpenedLayers& opened) {
    if (!opened.layers.empty()) {
        records_[opened.layers.front().origin->folder] = opened.record;
    }
    add(opened);
    QStringList remarks;
    for (const core::Remark& remark : opened.record->remarks) {
        remarks << language_.texts().sentence(remark, opened.record->analysis);
    }
    QString text = opened.answer.isEmpty() ? QString() : opened.answer + QLatin1Char(' ');
    text += tr("Done in %1.").arg(formatDuration(opened.record->seconds, language_.language()));
    if (!remarks.isEmpty()) {
        text += QLatin1Char(' ') + countOfRemarks(static_cast<int>(remarks.size()));
    }
    Q_EMIT reported({Message::Weight::noted, text, remarks.join(QLatin1Char('\n'))});
}

void Workspace::forgetWhatIsGone() {
    if (!selection_.layer().isEmpty() && project_.find(selection_.layer()) == nullptr) {
        selection_.clear();
    }
    if (!activeLayer_.isEmpty() && active() == nullptr) {
        setActiveLayer(project_.count() > 0 ? project_.layers().front().id : LayerId());
    }
}

}  // namespace lommer::app
