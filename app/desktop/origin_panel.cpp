#include "app/desktop/origin_panel.h"

#include "app/composition/command_words.h"
#include "app/composition/recorded_order.h"
#include "app/desktop/window_page.h"
#include "app/layout/result_answer.h"
#include "app/platform/shell_line.h"
#include "app/project/sources.h"
#include "app/text/number_format.h"
#include "app/text/setting_text.h"
#include "gis/platform/file_error.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTextDocument>
#include <algorithm>
#include <set>

namespace lommer::app {
namespace {

/// Addresses of links that the panel follows itself.
const QString kFold = QStringLiteral("fold:");
const QString kCouncilPage = QStringLiteral("page:council");
const QString kRepeat = QStringLiteral("run:again");
const QString kCommand = QStringLiteral("run:command");

QString shown(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

/// Headings, lists and pairs as HTML. All that comes from data is escaped before it gets here.
class Sheet {
public:
    void heading(const QString& text) { html_ += QStringLiteral("<h4>%1</h4>").arg(text); }
    /// A heading that opens and closes what stands under it.
    void fold(const QString& text, const QString& section, bool isOpen) {
        html_ += QStringLiteral("<h4><a href=\"%1%2\">%3 %4</a></h4>")
                     .arg(kFold, section, isOpen ? QStringLiteral("▾") : QStringLiteral("▸"), text);
    }
    void link(const QString& address, const QString& text) {
        html_ += QStringLiteral("<p><a href=\"%1\">%2</a></p>").arg(address, text);
    }
    void line(const QString& text) { html_ += QStringLiteral("<p>%1</p>").arg(text); }
    void list(const QStringList& items) {
        if (items.isEmpty()) {
            return;
        }
        html_ += QStringLiteral("<ul>");
        for (const QString& item : items) {
            html_ += QStringLiteral("<li>%1</li>").arg(item);
        }
        html_ += QStringLiteral("</ul>");
    }
    /// Left out without a value.
    void pair(const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            html_ += QStringLiteral("<div><b>%1:</b> %2</div>").arg(name, value);
        }
    }
    void markdown(const QString& text) {
        QTextDocument document;
        document.setMarkdown(text, QTextDocument::MarkdownNoHTML);
        html_ += document.toHtml();
    }
    const QString& html() const { return html_; }

private:
    QString html_;
};

/// A layer by its own name, and what it is from where that says more.
QString withSources(const std::string& label, const QString& sources) {
    const QString name = QString::fromStdString(label);
    return (sources.startsWith(name) ? sources : QStringLiteral("%1: %2").arg(name, sources))
        .toHtmlEscaped();
}

QStringList sentencesOf(const std::vector<core::Remark>& remarks, const std::string& analysis,
                        const Texts& texts) {
    QStringList sentences;
    for (const core::Remark& remark : remarks) {
        sentences << texts.sentence(remark, analysis).toHtmlEscaped();
    }
    return sentences;
}

/// What the map shows of the run that a result came out of; the result itself where that is hidden.
const Layer& layerOnMap(const Project& project, const Layer& result) {
    const auto& layers = project.layers();
    const auto shown = std::find_if(layers.begin(), layers.end(), [&result](const Layer& layer) {
        return layer.isVisible && layer.origin && layer.origin->folder == result.origin->folder;
    });
    return result.isVisible || shown == layers.end() ? result : *shown;
}

/// A result: what it answers, what the map says and does not say; what it was made of folds out.
class ResultSheet {
    Q_DECLARE_TR_FUNCTIONS(OriginPanel)
public:
    /// `figures` that the analysis answers with; may be null.
    ResultSheet(const core::AnalysisDeclaration& analysis, const core::RunRecord& record,
                const core::Table* figures, const Texts& texts)
        : analysis_(analysis), record_(record), figures_(figures), texts_(texts) {}

    /// `open`: which of what folds out is open. `hasPage`: there is a page for the council.
    QString html(const Layer& layer, const std::set<QString>& open, bool hasPage) {
        addAnswer(layer);
        sheet_.heading(tr("What does the map not say?"));
        sheet_.line(texts_.analysisText(analysis_.id, QStringLiteral("limits")).toHtmlEscaped());
        if (hasPage) {
            sheet_.link(kCouncilPage, tr("Make a council page (A4)…"));
        }
        sheet_.link(kRepeat, tr("Adjust and calculate again"));
        const auto add = [&](const QString& title, const char* section,
                             void (ResultSheet::*part)()) {
            const bool isOpen = open.count(QLatin1String(section)) > 0;
            sheet_.fold(title, QLatin1String(section), isOpen);
            if (isOpen) {
                (this->*part)();
            }
        };
        add(tr("Data used"), "data", &ResultSheet::addInputs);
        add(tr("How it was computed"), "method", &ResultSheet::addMethod);
        add(tr("Remarks (%1)").arg(record_.remarks.size()), "remarks", &ResultSheet::addRemarks);
        add(tr("Origin"), "origin", &ResultSheet::addOrigin);
        return sheet_.html();
    }

private:
    void addAnswer(const Layer& layer) {
        QStringList meaning;
        if (const auto answer = resultAnswer(analysis_, record_, figures_, texts_)) {
            sheet_.heading(tr("Answer"));
            sheet_.line(QStringLiteral("<b>%1</b>").arg(answer->sentence.toHtmlEscaped()));
            meaning = answer->meaning;
        }
        sheet_.heading(tr("What does the map show?"));
        const QString name = texts_.output(analysis_.id, layer.origin->output.toStdString());
        const QString legend = layer.legendTitle.isEmpty() ? name : layer.legendTitle;
        sheet_.line((legend.startsWith(name) ? QStringLiteral("%1.").arg(legend)
                                             : QStringLiteral("%1: %2.").arg(name, legend))
                        .toHtmlEscaped());
        sheet_.line(texts_.analysisText(analysis_.id, QStringLiteral("sentence")).toHtmlEscaped());
        for (QString& line : meaning) {
            line = line.toHtmlEscaped();
        }
        sheet_.list(meaning);
    }

    void addMethod() { sheet_.markdown(texts_.methodCard(analysis_.id)); }

    void addOrigin() {
        addVersions();
        addSettings();
        sheet_.link(kCommand, tr("Copy command line"));
    }

    void addRemarks() {
        const QStringList remarks = sentencesOf(record_.remarks, analysis_.id, texts_);
        if (remarks.isEmpty()) {
            sheet_.line(tr("Nothing was noticed about the data."));
        } else {
            sheet_.list(remarks);
        }
    }

    void addInputs() {
        QStringList items;
        for (const core::RecordedInput& input : record_.inputs) {
            const QString sources =
                sourcesOf(core::sourcesOf(input), texts_).join(QStringLiteral("; "));
            QString item = QStringLiteral("<b>%1</b> – %2")
                               .arg(texts_.roleName(analysis_.id, input.role).toHtmlEscaped(),
                                    withSources(input.label, sources));
            if (!input.crs.empty()) {
                item += QStringLiteral(", %1 %2").arg(tr("coordinate system"), shown(input.crs));
            }
            items << item;
        }
        sheet_.list(items);
    }

    void addSettings() {
        sheet_.line(QStringLiteral("<b>%1</b>").arg(tr("Settings")));
        const std::string definition = definitionOf(analysis_, record_);
        if (!definition.empty()) {
            sheet_.pair(tr("Definition"),
                        texts_.definition(analysis_.id, definition).toHtmlEscaped());
        }
        for (const core::ParameterDeclaration& parameter : analysis_.parameters) {
            const auto value = record_.parameters.find(parameter.id);
            if (value != record_.parameters.end()) {
                sheet_.pair(
                    texts_.parameterLabel(analysis_.id, parameter.id).toHtmlEscaped(),
                    settingText(analysis_.id, parameter, value->second, texts_).toHtmlEscaped());
            }
        }
    }

    void addVersions() {
        sheet_.pair(tr("Analysis"),
                    tr("%1, version %2")
                        .arg(texts_.analysisText(analysis_.id, QStringLiteral("menu")))
                        .arg(record_.analysisVersion));
        sheet_.pair(tr("Computed on"),
                    formatMoment(QString::fromStdString(record_.startedAt), texts_.language()));
        sheet_.pair(tr("Duration"), formatDuration(record_.seconds, texts_.language()));
        sheet_.pair(tr("Program"), shown(record_.program));
        QStringList libraries;
        for (const std::string& library : record_.libraries) {
            libraries << shown(library);
        }
        sheet_.pair(tr("Libraries"), libraries.join(QStringLiteral(", ")));
    }

    const core::AnalysisDeclaration& analysis_;
    const core::RunRecord& record_;
    const core::Table* figures_;
    const Texts& texts_;
    Sheet sheet_;
};

}  // namespace

OriginPanel::OriginPanel(Workspace& workspace, QWidget* parent)
    : QTextBrowser(parent), workspace_(workspace) {
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);  // nothing here goes out to the network
    setAccessibleName(tr("Explanation"));
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, &OriginPanel::follow);
    connect(&workspace, &Workspace::activeLayerChanged, this, [this] {
        verticalScrollBar()->setValue(0);
        renew();
    });
    connect(&workspace.project(), &Project::layerChanged, this, &OriginPanel::renew);
    renew();
}

void OriginPanel::follow(const QUrl& link) {
    const QString address = link.toString();
    if (address == kCouncilPage) {
        Q_EMIT councilPageWanted();
    } else if (address == kRepeat) {
        Q_EMIT repeatWanted();
    } else if (address == kCommand) {
        copyCommand();
    } else if (address.startsWith(kFold)) {
        const QString section = address.mid(kFold.size());
        if (open_.erase(section) == 0) {
            open_.insert(section);
        }
        renew();
    }
}

/// The line that does the run of the active result again, into a folder of its own.
void OriginPanel::copyCommand() {
    const Layer* layer = workspace_.active();
    const core::RunRecord* record = layer == nullptr ? nullptr : workspace_.recordOf(*layer);
    const auto* analysis =
        record == nullptr ? nullptr : workspace_.environment().catalogue().find(record->analysis);
    if (analysis == nullptr) {
        return;
    }
    RunOrder order = orderOf(*record, gis::pathFromUtf8(layer->origin->folder.toStdString()));
    order.output = record->analysis + "-" + tr("again").toStdString();
    const std::string line = shellLine(commandWords(analysis->declaration(), order));
    QGuiApplication::clipboard()->setText(QString::fromStdString(line));
    QString said = tr("The command line is copied.");
    QStringList roles;
    for (const std::string& role : rolesReadOtherwise(analysis->declaration(), order)) {
        roles << workspace_.language().texts().roleName(record->analysis, role);
    }
    if (!roles.isEmpty()) {
        said += QLatin1Char(' ') +
                tr("It reads the data for ‘%1’ in another way, so the result may differ.")
                    .arg(roles.join(QStringLiteral(", ")));
    }
    Q_EMIT workspace_.reported({Message::Weight::noted, said, QString::fromStdString(line)});
}

void OriginPanel::renew() {
    const Layer* layer = workspace_.active();
    if (layer == nullptr) {
        setPlainText(tr("Choose a layer to see where it comes from."));
        return;
    }
    const Texts& texts = workspace_.language().texts();
    if (const core::RunRecord* record = workspace_.recordOf(*layer)) {
        const auto* analysis = workspace_.environment().catalogue().find(record->analysis);
        if (analysis != nullptr) {
            const core::Table* figures =
                layer->origin ? answeredFigures(workspace_.project(), analysis->declaration(),
                                                layer->origin->folder)
                              : nullptr;
            const int seen = verticalScrollBar()->value();
            setHtml(ResultSheet(analysis->declaration(), *record, figures, texts)
                        .html(layerOnMap(workspace_.project(), *layer), open_,
                              hasCouncilPage(workspace_)));
            verticalScrollBar()->setValue(seen);
            return;
        }
    }
    showData(*layer);
}

void OriginPanel::showData(const Layer& layer) {
    const Texts& texts = workspace_.language().texts();
    Sheet sheet;
    sheet.heading(layer.name.toHtmlEscaped());
    if (layer.description != nullptr) {
        const gis::LayerDescription& description = *layer.description;
        sheet.pair(tr("Source"), withSources(description.name, sourceOf(description, texts)));
        sheet.list(sentencesOf(description.remarks, {}, texts));
    }
    if (layer.data.table != nullptr) {
        sheet.pair(tr("Rows"), formatCount(layer.data.table->rowCount(), texts.language()));
    } else if (layer.data.raster != nullptr) {
        const core::Grid& grid = layer.data.raster->grid();
        sheet.pair(tr("Cells"), QStringLiteral("%1 × %2").arg(
                                    formatCount(grid.window().columns, texts.language()),
                                    formatCount(grid.window().rows, texts.language())));
        sheet.pair(tr("Cell size"),
                   formatQuantity(grid.cellSize(), QStringLiteral("m"), texts.language()));
    }
    setHtml(sheet.html());
}

}  // namespace lommer::app
