#include "core/engine/scenario.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace lommer::core {
namespace {

using Json = nlohmann::json;

[[noreturn]] void throwInvalid(const std::string& reason, std::size_t edit,
                               const std::string& details = {}) {
    throw Error(ErrorCode::scenarioInvalid,
                {{"reason", reason}, {"edit", static_cast<std::int64_t>(edit) + 1}}, details);
}

/// Where the horizontal line at `y` crosses the ring, from west to east.
std::vector<double> crossingsAt(const std::vector<Point>& ring, double y) {
    std::vector<double> crossings;
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point& from = ring[index];
        const Point& to = ring[(index + 1) % ring.size()];
        // Half open in y, so that a corner on the line counts once.
        if ((from.y <= y) != (to.y <= y)) {
            crossings.push_back(from.x + (y - from.y) * (to.x - from.x) / (to.y - from.y));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

enum class ValueChange { set, add };

/// Sets or raises the cells whose centre lies in a polygon.
class PolygonEdit : public RasterEdit {
public:
    PolygonEdit(std::string role, ValueChange change, float value, std::vector<Point> ring)
        : role_(std::move(role)), change_(change), value_(value), ring_(std::move(ring)) {
        for (const Point& point : ring_) {
            bounds_.include(point);
        }
    }

    const std::string& role() const noexcept override { return role_; }
    Bounds bounds() const noexcept override { return bounds_; }

    void apply(const Grid& grid, const CellWindow& window,
               RasterView<float> values) const override {
        for (std::int64_t row = 0; row < window.rows; ++row) {
            const double y = grid.centreOf({window.row + row, 0}).y;
            const auto crossings = crossingsAt(ring_, y);
            for (std::size_t index = 0; index + 1 < crossings.size(); index += 2) {
                std::for_each(values.row(row) + firstColumn(grid, window, crossings[index]),
                              values.row(row) + firstColumn(grid, window, crossings[index + 1]),
                              [this](float& cell) { change(cell); });
            }
        }
    }

private:
    /// The first column of the window whose centre lies at or east of `x`; its count where none.
    static std::int64_t firstColumn(const Grid& grid, const CellWindow& window, double x) {
        const double column = std::ceil((x - grid.left()) / grid.cellSize() - 0.5) -
                              static_cast<double>(window.column);
        return static_cast<std::int64_t>(
            std::clamp(column, 0.0, static_cast<double>(window.columns)));
    }
    void change(float& cell) const { cell = change_ == ValueChange::set ? value_ : cell + value_; }

    std::string role_;
    ValueChange change_;
    float value_;
    std::vector<Point> ring_;
    Bounds bounds_;
};

/// A raster with edits laid over it.
class EditedRaster : public RasterSource {
public:
    EditedRaster(std::shared_ptr<const RasterSource> source,
                 std::vector<std::shared_ptr<const RasterEdit>> edits)
        : source_(std::move(source)), edits_(std::move(edits)) {}

    const Grid& grid() const noexcept override { return source_->grid(); }

    void read(const CellWindow& window, RasterView<float> values) const override {
        source_->read(window, values);
        for (const auto& edit : edits_) {
            const CellWindow touched = core::intersection(grid().windowOf(edit->bounds()), window);
            if (touched.isEmpty()) {
                continue;
            }
            edit->apply(grid(), touched, values.part(touched.countedFrom(window)));
        }
    }

private:
    std::shared_ptr<const RasterSource> source_;
    std::vector<std::shared_ptr<const RasterEdit>> edits_;
};

std::vector<Point> ringFromJson(const Json& json, std::size_t edit) {
    /// Farther than any place on earth in any projection, and safe to multiply.
    constexpr double kFarthestMetres = 1e9;
    std::vector<Point> ring;
    for (const Json& corner : json) {
        const Point point{corner.at(0).get<double>(), corner.at(1).get<double>()};
        if (!(std::abs(point.x) <= kFarthestMetres && std::abs(point.y) <= kFarthestMetres)) {
            throwInvalid("polygon", edit);
        }
        ring.push_back(point);
    }
    if (ring.size() < 3) {
        throwInvalid("polygon", edit);
    }
    return ring;
}

std::shared_ptr<const RasterEdit> editFromJson(const Json& json, std::size_t index) {
    const std::string kind = json.at("edit").get<std::string>();
    if (kind != "set-value" && kind != "add-value") {
        throwInvalid("edit", index, kind);
    }
    const auto value = json.at("value").get<float>();
    if (!std::isfinite(value)) {
        throwInvalid("value", index);
    }
    return std::make_shared<PolygonEdit>(json.at("role").get<std::string>(),
                                         kind == "set-value" ? ValueChange::set : ValueChange::add,
                                         value, ringFromJson(json.at("polygon"), index));
}

}  // namespace

Bounds Scenario::boundsOf(const std::string& role) const noexcept {
    Bounds bounds;
    for (const auto& edit : edits) {
        if (edit->role() == role) {
            bounds.include(edit->bounds());
        }
    }
    return bounds;
}

Scenario scenarioFromText(const std::string& text) {
    Scenario scenario;
    try {
        const Json json = Json::parse(text);
        if (json.at("format") != "lommer-scenario" || json.at("formatVersion").get<int>() != 1) {
            throwInvalid("format", 0);
        }
        scenario.name = json.value("name", "");
        for (const Json& edit : json.at("edits")) {
            scenario.edits.push_back(editFromJson(edit, scenario.edits.size()));
        }
    } catch (const nlohmann::json::exception& error) {
        throwInvalid("json", scenario.edits.size(), error.what());
    }
    return scenario;
}

std::vector<BoundInput> applyScenario(const Scenario& scenario, std::vector<BoundInput> inputs) {
    for (std::size_t index = 0; index < scenario.edits.size(); ++index) {
        const std::string& role = scenario.edits[index]->role();
        const bool isBound = std::any_of(inputs.begin(), inputs.end(), [&](const BoundInput& one) {
            return one.role == role && one.raster != nullptr;
        });
        if (!isBound) {
            throwInvalid("role", index, role);
        }
    }
    for (BoundInput& input : inputs) {
        std::vector<std::shared_ptr<const RasterEdit>> edits;
        std::copy_if(scenario.edits.begin(), scenario.edits.end(), std::back_inserter(edits),
                     [&](const auto& edit) { return edit->role() == input.role; });
        if (input.raster != nullptr && !edits.empty()) {
            input.raster = std::make_shared<EditedRaster>(input.raster, std::move(edits));
        }
    }
    return inputs;
}

}  // namespace lommer::core
