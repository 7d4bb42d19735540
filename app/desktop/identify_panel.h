#pragma once

#include "app/composition/explain_service.h"
#include "app/desktop/background_task.h"
#include "app/desktop/place_look.h"
#include "app/desktop/share_bars.h"
#include "app/desktop/workspace.h"

#include <QScrollArea>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace lommer::app {

/// What is at one place of the map: what each visible layer has there, and of the topmost result
/// that can explain itself why it has its value. Both are found out in the background; a new place
/// stops what was being found out about the one before.
class IdentifyPanel : public QScrollArea {
    Q_OBJECT
public:
    /// `workspace` outlives this object.
    explicit IdentifyPanel(Workspace& workspace, QWidget* parent = nullptr);

    void identify(core::Point place, double toleranceMetres);
    /// Forgets the place.
    void clear();
    bool isBusy() const { return looking_.isRunning() || explaining_.isRunning(); }
    /// What may leave the house of what is shown, as plain text.
    QString copyText() const;

    const QLabel* found() const { return found_; }
    const QLabel* sentence() const { return sentence_; }
    const ShareBars* bars() const { return bars_; }
    QComboBox* hours() const { return hours_; }
    const QLabel* moment() const { return moment_; }
    QPushButton* copyButton() const { return copy_; }
    QPushButton* stopButton() const { return stop_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    /// Nothing where the place is forgotten.
    void placeChanged(const std::optional<lommer::core::Point>& place);

private:
    /// A result that says why.
    struct Source {
        std::string analysis;
        std::filesystem::path record;
        /// Of the layer, for what may be copied.
        core::PrivacyClass places = core::PrivacyClass::open;

        friend bool operator==(const Source&, const Source&) = default;
    };

    QLabel* addLabel(bool isHeading);
    void makeExplanation();
    void connectParts();
    std::optional<Source> source() const;
    bool followSource();
    void renew();
    void look();
    void explain();
    void showFound(std::vector<FoundLayer> found);
    void showExplanation(core::PlaceExplanation explanation);
    void showMoment(int index);
    void showOnlySentence(const QString& text);
    void showProgress(bool isRunning);

    Workspace& workspace_;
    std::optional<core::Point> place_;
    double tolerance_ = 0.0;
    std::vector<FoundLayer> layers_;
    std::optional<Source> source_;
    /// Of `source_`; keeps its inputs open from one place to the next.
    std::shared_ptr<ExplainedRun> run_;
    std::optional<core::PlaceExplanation> explanation_;
    QString wantedHour_;
    QLabel* where_ = nullptr;
    QLabel* found_ = nullptr;
    QPushButton* copy_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* stop_ = nullptr;
    QLabel* sentence_ = nullptr;
    QLabel* sharesHeading_ = nullptr;
    ShareBars* bars_ = nullptr;
    QLabel* factsHeading_ = nullptr;
    QLabel* facts_ = nullptr;
    QLabel* momentHeading_ = nullptr;
    QComboBox* hours_ = nullptr;
    QLabel* moment_ = nullptr;
    QLabel* note_ = nullptr;
    /// Last: they end before what they report to.
    BackgroundTask looking_;
    BackgroundTask explaining_;
};

}  // namespace lommer::app
