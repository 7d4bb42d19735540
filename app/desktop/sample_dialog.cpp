#include "app/desktop/sample_dialog.h"

#include "app/desktop/current_error.h"
#include "app/desktop/interface_language.h"
#include "gis/platform/file_error.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <array>

namespace lommer::app {
namespace {

const QString kFolderKey = QStringLiteral("sampleFolder");
constexpr int kProgressSteps = 1000;

struct Size {
    double squareKilometres;
    double cellMetres;
};
constexpr std::array kSizes{Size{1.0, 0.5}, Size{25.0, 1.0}, Size{300.0, 1.0}};

QString usualFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Lommer"));
}

/// One that was made before is as good as a new one.
void makeUnlessThere(const SampleOrder& order, const core::Progress& progress) {
    try {
        writeSample(order, progress);
    } catch (const core::Error& error) {
        if (error.code() != core::ErrorCode::outputExists) {
            throw;
        }
    }
}

}  // namespace

SampleDialog::SampleDialog(const InterfaceLanguage& language, QWidget* parent)
    : QDialog(parent),
      language_(language),
      size_(new QComboBox(this)),
      folder_(new QLineEdit(QSettings().value(kFolderKey, usualFolder()).toString(), this)),
      progress_(new QProgressBar(this)),
      said_(new QLabel(this)),
      make_(new QPushButton(tr("Make and open"), this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setWindowTitle(tr("Sample municipality"));
    pool_.setMaxThreadCount(1);
    size_->addItem(tr("Village, 1 km² (some seconds, 20 MB)"));
    size_->addItem(tr("Village with countryside, 25 km² (half a minute, 120 MB)"));
    size_->addItem(tr("Whole municipality, 300 km² (some minutes, 1.2 GB)"));
    progress_->setRange(0, kProgressSteps);
    said_->setWordWrap(true);
    make_->setDefault(true);
    connect(make_, &QPushButton::clicked, this, &SampleDialog::make);
    connect(cancel_, &QPushButton::clicked, this, &SampleDialog::reject);
    connect(folder_, &QLineEdit::textChanged, this, &SampleDialog::showState);
    layOut();
    showState();
}

SampleDialog::~SampleDialog() {
    stop_.request_stop();
    pool_.waitForDone();
}

void SampleDialog::layOut() {
    auto* text = new QLabel(
        tr("A made-up place with heights, buildings, streets, trees, water and figures, as the "
           "registers would deliver it. To try everything on, without data of your own."),
        this);
    text->setWordWrap(true);
    auto* browse = new QPushButton(tr("Choose…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &SampleDialog::chooseFolder);
    auto* place = new QHBoxLayout;
    place->addWidget(folder_, 1);
    place->addWidget(browse);
    auto* form = new QFormLayout;
    form->addRow(tr("Size"), size_);
    form->addRow(tr("In the folder"), place);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(make_, QDialogButtonBox::AcceptRole);
    buttons->addButton(cancel_, QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(progress_);
    layout->addWidget(said_);
    layout->addWidget(buttons);
    setMinimumWidth(480);
}

void SampleDialog::chooseFolder() {
    const QString chosen =
        QFileDialog::getExistingDirectory(this, tr("Folder for the sample"), folder_->text());
    if (!chosen.isEmpty()) {
        folder_->setText(chosen);
    }
}

void SampleDialog::showState() {
    progress_->setVisible(isMaking_);
    size_->setEnabled(!isMaking_);
    folder_->setEnabled(!isMaking_);
    make_->setEnabled(!isMaking_ && !folder_->text().trimmed().isEmpty());
    cancel_->setText(isMaking_ ? tr("Stop") : tr("Cancel"));
    said_->setVisible(!said_->text().isEmpty());
}

void SampleDialog::make() {
    const Size& size = kSizes[static_cast<std::size_t>(size_->currentIndex())];
    const QString name =
        tr("sample municipality %1 km2").arg(static_cast<int>(size.squareKilometres));
    const QString folder = QDir(folder_->text().trimmed()).filePath(name);
    QSettings().setValue(kFolderKey, folder_->text().trimmed());
    isMaking_ = true;
    said_->clear();
    progress_->setValue(0);
    showState();
    stop_ = std::stop_source();
    const SampleOrder order{.folder = gis::pathFromUtf8(folder.toStdString()),
                            .areaSquareKilometres = size.squareKilometres,
                            .cellMetres = size.cellMetres};
    pool_.start([this, order, stop = stop_.get_token()] { work(order, stop); });
}

void SampleDialog::work(const SampleOrder& order, const std::stop_token& stop) {
    try {
        const core::Progress progress(stop, [this](double fraction, const std::string&) {
            QMetaObject::invokeMethod(this, [this, fraction] {
                progress_->setValue(static_cast<int>(fraction * kProgressSteps));
            });
        });
        makeUnlessThere(order, progress);
        QMetaObject::invokeMethod(this,
                                  [this, folder = QString::fromStdString(gis::utf8(order.folder))] {
                                      end({});
                                      Q_EMIT made(folder);
                                      accept();
                                  });
    } catch (const core::Cancelled&) {
        QMetaObject::invokeMethod(this, [this] { end(tr("Stopped. Nothing was left behind.")); });
    } catch (const std::exception&) {
        QMetaObject::invokeMethod(
            this, [this, error = currentError()] { end(language_.texts().sentence(error)); });
    }
}

void SampleDialog::end(const QString& said) {
    isMaking_ = false;
    cancel_->setEnabled(true);
    said_->setText(said);
    showState();
}

void SampleDialog::reject() {
    if (isMaking_) {
        stop_.request_stop();
        cancel_->setEnabled(false);
        return;
    }
    QDialog::reject();
}

}  // namespace lommer::app
