#include "app/desktop/compare_bar.h"

#include "app/desktop/delayed_call.h"
#include "app/text/setting_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lommer::app {
namespace {

QComboBox* addChoice(QHBoxLayout* layout, const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setAccessibleName(text);
    label->setBuddy(box);
    layout->addWidget(label);
    layout->addWidget(box, 1);
    return box;
}

void fill(QComboBox* box, const std::vector<const Layer*>& layers, const LayerId& chosen) {
    const QSignalBlocker blocker(box);
    box->clear();
    for (const Layer* layer : layers) {
        box->addItem(layer->name, layer->id);
        box->setItemData(box->count() - 1, layer->name, Qt::ToolTipRole);
    }
    box->setCurrentIndex(box->findData(chosen));
}

}  // namespace

CompareBar::CompareBar(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      blink_(new QToolButton(this)),
      close_(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    left_ = addChoice(layout, tr("Left"), this);
    layout->addSpacing(12);
    right_ = addChoice(layout, tr("Right"), this);
    layout->addSpacing(12);
    blink_->setText(tr("Blink"));
    blink_->setToolTip(tr("Show the left one on the whole map, then the right one (K)"));
    layout->addWidget(blink_);
    close_->setText(tr("Close"));
    close_->setToolTip(tr("End the comparison (Escape)"));
    layout->addWidget(close_);
    connect(left_, &QComboBox::currentIndexChanged, this, &CompareBar::chooseLeft);
    connect(right_, &QComboBox::currentIndexChanged, this, &CompareBar::chooseRight);
    connect(blink_, &QToolButton::clicked, this, &CompareBar::blinkWanted);
    connect(close_, &QToolButton::clicked, &workspace.comparison(), &Comparison::end);
    auto* later = new DelayedCall([this] { renew(); }, this);
    connect(&workspace.project(), &Project::changed, later, &DelayedCall::soon);
    connect(&workspace.comparison(), &Comparison::changed, later, &DelayedCall::soon);
    renew();
}

void CompareBar::renew() {
    const auto& pair = workspace_.comparison().pair();
    setVisible(pair.has_value());
    if (!pair) {
        return;
    }
    const Project& project = workspace_.project();
    fill(left_, comparableLayers(project), pair->left);
    fill(right_, counterpartsOf(project, *project.find(pair->left)), pair->right);
}

void CompareBar::chooseLeft() {
    const Project& project = workspace_.project();
    const Layer* left = project.find(left_->currentData().toString());
    const auto& pair = workspace_.comparison().pair();
    if (left == nullptr || !pair) {
        return;
    }
    const std::vector<const Layer*> others = counterpartsOf(project, *left);
    if (others.empty()) {
        return;
    }
    const Layer* right = project.find(pair->right);
    const bool staysRight = right != nullptr && areComparable(*left, *right);
    // Choosing what is on the right swaps the two.
    const LayerId other = staysRight                ? pair->right
                          : left->id == pair->right ? pair->left
                                                    : others.front()->id;
    workspace_.comparison().compare({left->id, other});
}

void CompareBar::chooseRight() {
    const auto& pair = workspace_.comparison().pair();
    const LayerId right = right_->currentData().toString();
    if (pair && workspace_.project().find(right) != nullptr) {
        workspace_.comparison().compare({pair->left, right});
    }
}

QString comparedName(const Workspace& workspace, const Layer& layer, const Layer& other) {
    const core::RunRecord* own = workspace.recordOf(layer);
    const core::RunRecord* others = workspace.recordOf(other);
    QStringList parts{layer.name};
    const core::Analysis* analysis = own == nullptr || others == nullptr
                                         ? nullptr
                                         : workspace.environment().catalogue().find(own->analysis);
    if (analysis == nullptr) {
        return layer.name;
    }
    const Texts& texts = workspace.language().texts();
    for (const core::ParameterDeclaration& parameter : analysis->declaration().parameters) {
        const auto value = own->parameters.find(parameter.id);
        if (value == own->parameters.end()) {
            continue;
        }
        const auto found = others->parameters.find(parameter.id);
        const bool isOther = found == others->parameters.end() || found->second != value->second;
        const QString shown = settingText(own->analysis, parameter, value->second, texts);
        if (!shown.isEmpty() && isOther && !layer.name.contains(shown)) {
            parts << namedSetting(own->analysis, parameter, value->second, texts);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace lommer::app
