#include "app/desktop/council_dialog.h"

#include "app/desktop/save_file.h"
#include "app/desktop/screen_size.h"
#include "app/desktop/window_page.h"
#include "app/desktop/workspace.h"
#include "app/layout/council_draft.h"
#include "app/layout/page_picture.h"
#include "gis/platform/file_error.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace lommer::app {
namespace {

const QString kHouseKey = QStringLiteral("houseStyle");
const QString kHeadlineKey = QStringLiteral("councilHeadline");
constexpr int kPreviewDpi = 96;

enum Form { upright, lying, word };

}  // namespace

CouncilDialog::CouncilDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent),
      workspace_(workspace),
      draft_(councilPageOfWindow(workspace).value()),
      form_(new QComboBox(this)),
      headline_(new QLineEdit(QSettings().value(kHeadlineKey).toString(), this)),
      status_(new QComboBox(this)),
      title_(new QPlainTextEdit(draft_.map.title, this)),
      sentence_(new QPlainTextEdit(draft_.keySentence, this)),
      houseName_(new QLabel(this)),
      shown_(new QLabel(this)),
      said_(new QLabel(this)),
      soon_([this] { draw(); }, nullptr) {
    setWindowTitle(tr("Council page"));
    form_->addItems({tr("Page A4, upright"), tr("Page A4, lying"), tr("Picture for Word")});
    status_->addItems({tr("Draft"), tr("For decision"), tr("Adopted")});
    connect(form_, &QComboBox::currentIndexChanged, &soon_, &DelayedCall::soon);
    connect(status_, &QComboBox::currentIndexChanged, &soon_, &DelayedCall::soon);
    connect(headline_, &QLineEdit::textChanged, &soon_, &DelayedCall::soon);
    connect(title_, &QPlainTextEdit::textChanged, &soon_, &DelayedCall::soon);
    connect(sentence_, &QPlainTextEdit::textChanged, &soon_, &DelayedCall::soon);
    for (BackgroundTask* task : {&drawing_, &writing_}) {
        connect(task, &BackgroundTask::failed, this,
                [this](const core::Error& error) { say(workspace_.sentence(error)); });
    }
    connect(&writing_, &BackgroundTask::changed, this, &CouncilDialog::followWriting);
    layOut();
    readHouse(QSettings().value(kHouseKey).toString());
    soon_.soon();
}

QWidget* CouncilDialog::makeFields() {
    auto* fields = new QWidget(this);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    headline_->setPlaceholderText(tr("For example: Annex 2 to council proposal 2026-114"));
    for (QPlainTextEdit* edit : {title_, sentence_}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(fontMetrics().lineSpacing() * (edit == title_ ? 4 : 8));
    }
    title_->setAccessibleName(tr("Title"));
    sentence_->setAccessibleName(tr("Key sentence"));
    auto* note = new QLabel(
        tr("Title and key sentence are drafted from the figures. Change them where the page needs "
           "other words; map, table, limits and sources stay as they were computed."),
        fields);
    note->setWordWrap(true);
    houseName_->setWordWrap(true);
    auto* house = new QHBoxLayout;
    addButton(house, tr("Choose…"), [this] {
        chooseHouse();
    })->setAccessibleName(tr("Choose a house style"));
    addButton(house, tr("None"), [this] {
        forgetHouse();
    })->setAccessibleName(tr("No house style"));
    house->addStretch(1);
    form->addRow(tr("Shape"), form_);
    form->addRow(tr("Belongs to"), headline_);
    form->addRow(tr("Status"), status_);
    form->addRow(tr("Title"), title_);
    form->addRow(tr("Key sentence"), sentence_);
    form->addRow(note);
    form->addRow(tr("House style"), houseName_);
    form->addRow(QString(), house);
    return fields;
}

QPushButton* CouncilDialog::addButton(QLayout* layout, const QString& text,
                                      const std::function<void()>& act) {
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    layout->addWidget(button);
    return button;
}

QWidget* CouncilDialog::makeButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    writers_ = {addButton(layout, tr("Copy for Word"), [this] { copyForWord(); }),
                addButton(layout, tr("Save as image…"), [this] { save(QStringLiteral("png")); }),
                addButton(layout, tr("Save as PDF…"), [this] { save(QStringLiteral("pdf")); })};
    writers_.back()->setDefault(true);
    close_ = addButton(layout, tr("Close"), [this] { reject(); });
    return row;
}

/// One page at a time, so that what is said of each stays in sight. The keyboard waits on the
/// button to close: a disabled one would pass it on to anywhere.
void CouncilDialog::followWriting() {
    const bool isWriting = writing_.isRunning();
    const auto focused = std::find(writers_.begin(), writers_.end(), focusWidget());
    if (isWriting && focused != writers_.end()) {
        pressed_ = *focused;
        close_->setFocus();
    }
    for (QPushButton* button : writers_) {
        button->setEnabled(!isWriting);
    }
    if (!isWriting && pressed_ != nullptr && focusWidget() == close_) {
        pressed_->setFocus();
    }
    pressed_ = isWriting ? pressed_ : nullptr;
}

void CouncilDialog::layOut() {
    shown_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    shown_->setMinimumSize(280, 360);
    shown_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    shown_->setAccessibleName(tr("The page as it will be"));
    said_->setWordWrap(true);
    said_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    said_->hide();
    auto* parts = new QHBoxLayout;
    auto* fields = new QVBoxLayout;
    fields->addWidget(makeFields());
    fields->addStretch(1);
    parts->addLayout(fields, 2);
    parts->addWidget(shown_, 3);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(parts, 1);
    layout->addWidget(said_);
    layout->addWidget(makeButtons());
    resize(withinScreen(*this, {1000, 760}));
}

void CouncilDialog::readHouse(const QString& fileName) {
    house_ = {};
    said_->hide();
    houseName_->setText(tr("No house style"));
    if (fileName.isEmpty()) {
        return;
    }
    try {
        house_ = readHouseStyle(gis::pathFromUtf8(fileName.toStdString()));
        houseName_->setText(house_.organisation.isEmpty() ? QFileInfo(fileName).fileName()
                                                          : house_.organisation);
        QStringList sentences;
        for (const core::Remark& remark : house_.remarks) {
            sentences << workspace_.language().texts().sentence(remark);
        }
        say(sentences.join(QLatin1Char('\n')));
    } catch (const core::Error& error) {
        say(workspace_.sentence(error));
    }
}

void CouncilDialog::useHouseStyle(const QString& fileName) {
    QSettings().setValue(kHouseKey, fileName);
    readHouse(fileName);
    soon_.soon();
}

void CouncilDialog::chooseHouse() {
    const QString chosen = QFileDialog::getOpenFileName(
        this, tr("House style"), QFileInfo(QSettings().value(kHouseKey).toString()).absolutePath(),
        tr("House style (*.json)"));
    if (!chosen.isEmpty()) {
        useHouseStyle(chosen);
    }
}

void CouncilDialog::forgetHouse() {
    useHouseStyle({});
}

CouncilForm CouncilDialog::councilForm() const {
    return form_->currentIndex() == word ? CouncilForm::wordPicture : CouncilForm::page;
}

CouncilPage CouncilDialog::page() const {
    CouncilPage page = draft_;
    setHouseStyle(page, house_, workspace_.language().texts());
    page.map.orientation =
        form_->currentIndex() == lying ? QPageLayout::Landscape : QPageLayout::Portrait;
    page.headline = headline_->text().simplified();
    page.status = status_->currentText();
    const QString title = title_->toPlainText().simplified();
    page.map.title = title.isEmpty() ? draft_.map.title : title;
    page.keySentence = sentence_->toPlainText().simplified();
    return page;
}

void CouncilDialog::draw() {
    QSettings().setValue(kHeadlineKey, headline_->text());
    drawing_.start([this, page = page(), form = councilForm()](const core::Progress&) {
        const TaggedDocument document =
            form == CouncilForm::page ? councilDocument(page) : wordPicture(page);
        QImage picture = pagePicture(document, 0, kPreviewDpi);
        return [this, picture = std::move(picture)] {
            picture_ = picture;
            showPicture();
        };
    });
}

void CouncilDialog::showPicture() {
    if (picture_.isNull()) {
        return;
    }
    const double ratio = devicePixelRatioF();
    QPixmap scaled = QPixmap::fromImage(
        picture_.scaled(shown_->size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    scaled.setDevicePixelRatio(ratio);
    shown_->setPixmap(scaled);
}

void CouncilDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    showPicture();
}

void CouncilDialog::say(const QString& text) {
    said_->setText(text);
    said_->setVisible(!text.isEmpty());
}

void CouncilDialog::save(const QString& ending) {
    const QString name =
        councilForm() == CouncilForm::page ? tr("council page") : tr("picture for Word");
    const QString file = chosenSaveFile(this, tr("Save page"), name, ending);
    if (!file.isEmpty()) {
        saveAs(file);
    }
}

void CouncilDialog::write(const QString& meanwhile, BackgroundTask::Work work) {
    if (!writing_.isRunning()) {
        say(meanwhile);
        writing_.start(std::move(work));
    }
}

void CouncilDialog::saveAs(const QString& fileName) {
    write(tr("Saving…"),
          [this, page = page(), form = councilForm(), fileName](const core::Progress&) {
              exportCouncilPage(released(page, core::ReleaseProfile::openbaar), form, fileName);
              return [this, fileName] {
                  say(tr("Saved as %1.").arg(QFileInfo(fileName).fileName()));
                  Q_EMIT saved(fileName);
              };
          });
}

void CouncilDialog::copyForWord() {
    write(tr("Copying…"), [this, page = page()](const core::Progress&) {
        WordContent content = wordContent(released(page, core::ReleaseProfile::openbaar));
        return [this, content = std::move(content)] {
            auto* mime = new QMimeData;
            mime->setHtml(content.html);
            mime->setText(content.plainText);
            mime->setImageData(content.picture);
            QApplication::clipboard()->setMimeData(mime);
            say(tr("Copied. Paste it into your document."));
        };
    });
}

}  // namespace lommer::app
