#include "app/project/layer_commands.h"

#include "app/project/layer_model.h"
#include "tests/support/memory_raster.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QUndoStack>
#include <memory>

namespace lommer::app {
namespace {

class LayerCommands : public testing::Test {
protected:
    LayerCommands()
        : model_(project_, undo_),
          tester_(&model_, QAbstractItemModelTester::FailureReportingMode::Fatal) {}

    LayerId add(const QString& name) {
        Layer layer;
        layer.name = name;
        layer.data = LayerData::of(std::make_shared<const test::MemoryRaster>(test::gridOf(4, 4)));
        const LayerId id = project_.adopt(std::move(layer));
        undo_.push(new AddLayerCommand(project_, id, name, 0));
        return id;
    }
    QStringList names() const {
        QStringList result;
        for (const Layer& layer : project_.layers()) {
            result.append(layer.name);
        }
        return result;
    }
    /// Everything that a project file would hold of the layers.
    QString state() const {
        QString text;
        for (const Layer& layer : project_.layers()) {
            text += QStringLiteral("%1 %2 %3 %4;")
                        .arg(layer.id, layer.name)
                        .arg(layer.isVisible)
                        .arg(layer.style.colour.name());
        }
        return text;
    }

    Project project_;
    QUndoStack undo_;
    LayerModel model_;
    QAbstractItemModelTester tester_;
};

TEST_F(LayerCommands, AReplacementIsOneStepInTheSamePlace) {
    add("Onder");
    const LayerId before = add("Bomen");
    add("Boven");
    Layer repaired = *project_.find(before);
    repaired.name = QStringLiteral("Bomen, hersteld");
    const LayerId after = project_.adopt(std::move(repaired));
    std::vector<std::pair<LayerId, LayerId>> followed;
    QObject::connect(&project_, &Project::layerReplaced, &project_,
                     [&](const LayerId& from, const LayerId& to) {
                         EXPECT_EQ(project_.find(from), nullptr);
                         EXPECT_NE(project_.find(to), nullptr);
                         followed.emplace_back(from, to);
                     });
    undo_.push(new ReplaceLayerCommand(project_, before, after, QStringLiteral("herstellen")));
    EXPECT_EQ(names(), (QStringList{"Boven", "Bomen, hersteld", "Onder"}));
    EXPECT_EQ(project_.positionOf(after), 1);
    undo_.undo();
    EXPECT_EQ(names(), (QStringList{"Boven", "Bomen", "Onder"}));
    undo_.redo();
    EXPECT_EQ(project_.positionOf(after), 1);
    EXPECT_THAT(followed, testing::ElementsAre(std::pair(before, after), std::pair(after, before),
                                               std::pair(before, after)));
}

TEST_F(LayerCommands, EveryStepCanBeUndoneAndRedone) {
    const LayerId a = add("Bomen");
    const LayerId b = add("Buurten");
    add("Hoogte");
    undo_.push(new RenameLayerCommand(project_, a, "Bomenlijst"));
    undo_.push(new MoveLayerCommand(project_, a, 0));
    undo_.push(new ShowLayerCommand(project_, b, false));
    LayerStyle style;
    style.colour = Qt::red;
    undo_.push(new StyleLayerCommand(project_, a, style));
    undo_.push(new RemoveLayerCommand(project_, b));
    undo_.push(new MoveLayerCommand(project_, a, 1));

    std::vector<QString> states{state()};
    while (undo_.canUndo()) {
        undo_.undo();
        states.push_back(state());
    }
    EXPECT_TRUE(states.back().isEmpty());
    for (auto expected = states.rbegin() + 1; expected != states.rend(); ++expected) {
        undo_.redo();
        EXPECT_EQ(state(), *expected);
    }
}

TEST_F(LayerCommands, ARemovedLayerComesBackWithItsNameStyleAndPlace) {
    add("onder");
    const LayerId middle = add("midden");
    add("boven");
    LayerStyle style;
    style.colour = Qt::blue;
    undo_.push(new StyleLayerCommand(project_, middle, style));
    undo_.push(new RemoveLayerCommand(project_, middle));
    EXPECT_EQ(names(), QStringList({"boven", "onder"}));
    undo_.undo();
    EXPECT_EQ(names(), QStringList({"boven", "midden", "onder"}));
    EXPECT_EQ(project_.find(middle)->style.colour, QColor(Qt::blue));
}

TEST_F(LayerCommands, NamesWhatTheyDo) {
    add("Bomen");
    EXPECT_TRUE(undo_.undoText().contains("‘Bomen’"));
}

TEST_F(LayerCommands, AHundredStepsStayCheap) {
    const LayerId id = add("Bomen");
    for (int i = 0; i < 200; ++i) {
        undo_.push(new RenameLayerCommand(project_, id, QString::number(i)));
    }
    EXPECT_EQ(undo_.count(), 201);
    undo_.setIndex(1);
    EXPECT_EQ(names(), QStringList("Bomen"));
}

TEST_F(LayerCommands, AreMadeByTheModelForCheckboxAndName) {
    const LayerId id = add("Bomen");
    ASSERT_TRUE(
        model_.setData(model_.index(0), static_cast<int>(Qt::Unchecked), Qt::CheckStateRole));
    EXPECT_FALSE(project_.find(id)->isVisible);
    ASSERT_TRUE(model_.setData(model_.index(0), "Nieuw", Qt::EditRole));
    EXPECT_FALSE(model_.setData(model_.index(0), "  ", Qt::EditRole));
    EXPECT_EQ(undo_.count(), 3);
    undo_.undo();
    undo_.undo();
    EXPECT_EQ(project_.find(id)->name, QStringLiteral("Bomen"));
    EXPECT_TRUE(project_.find(id)->isVisible);
}

TEST_F(LayerCommands, AreMadeByDraggingALayerToAnotherPlace) {
    add("c");
    add("b");
    add("a");
    const auto drag = [this](int from, int before) {
        const std::unique_ptr<QMimeData> data(model_.mimeData({model_.index(from)}));
        model_.dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
    };
    drag(0, 3);
    EXPECT_EQ(names(), QStringList({"b", "c", "a"}));
    drag(2, 0);
    EXPECT_EQ(names(), QStringList({"a", "b", "c"}));
    drag(1, 2);
    EXPECT_EQ(names(), QStringList({"a", "b", "c"})) << "dropped where it was";
    undo_.undo();
    undo_.undo();
    EXPECT_EQ(names(), QStringList({"a", "b", "c"}));
}

TEST_F(LayerCommands, MovingKeepsTheModelsPersistentPlaces) {
    add("b");
    const LayerId a = add("a");
    const QPersistentModelIndex place(model_.indexOf(a));
    undo_.push(new MoveLayerCommand(project_, a, 1));
    EXPECT_EQ(place.row(), 1);
    EXPECT_EQ(model_.idAt(place), a);
}

}  // namespace
}  // namespace lommer::app
