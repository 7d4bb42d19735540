#include "gis/crs/transformer.h"

#include "core/base/error.h"
#include "gis/crs/operation_choice.h"

#include <cmath>
#include <mutex>
#include <string>
#include <utility>

namespace lommer::gis {
namespace {

/// Longitude and latitude for which RDNAPTRANS2018 is defined (extent of the NSGI grids): the
/// Netherlands with its part of the North Sea. Elsewhere the formulas give numbers without meaning.
constexpr core::Bounds kRdArea{2.0, 50.0, 8.0, 56.0};
constexpr double kDegreesTolerance = 1e-6;

/// What one thread needs at a time: PROJ objects are bound to a context, a context to a thread.
struct Engine {
    ProjContext context;
    ProjObject first;
    ProjObject second;
};

void runStep(PJ* step, std::span<core::Point> points) {
    if (step == nullptr) {
        return;
    }
    constexpr std::size_t stride = sizeof(core::Point);
    proj_trans_generic(step, PJ_FWD, &points.data()->x, stride, points.size(), &points.data()->y,
                       stride, points.size(), nullptr, 0, 0, nullptr, 0, 0);
}

bool isPlace(core::Point point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

}  // namespace

struct Transformer::Impl {
    CrsInfo from;
    CrsInfo to;
    core::Bounds area;
    CoordinateOperation operation;
    std::mutex mutex;
    std::vector<Engine> idle;

    Engine makeEngine() {
        Engine engine;
        engine.context = makeProjContext();
        auto chosen = chooseOperation(engine.context.get(), from, to, area);
        engine.first = std::move(chosen.first);
        engine.second = std::move(chosen.second);
        operation = std::move(chosen.operation);
        return engine;
    }
    Engine take() {
        const std::lock_guard lock(mutex);
        if (idle.empty()) {
            return makeEngine();
        }
        Engine engine = std::move(idle.back());
        idle.pop_back();
        return engine;
    }
    void giveBack(Engine engine) {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(engine));
    }
    core::Error outside(core::Point point) const {
        return core::Error(
            core::ErrorCode::transformationTooCoarse,
            {{"crs", from.isRdNew ? to.name : from.name}, {"x", point.x}, {"y", point.y}},
            "the place lies outside the area of use of " + operation.name);
    }
    void requireInside(std::span<const core::Point> places,
                       std::span<const core::Point> given) const;
};

/// `places` are longitude and latitude (ETRS89) of the points that were `given`.
void Transformer::Impl::requireInside(std::span<const core::Point> places,
                                      std::span<const core::Point> given) const {
    const core::Bounds allowed = kRdArea.grownBy(kDegreesTolerance);
    for (std::size_t index = 0; index < places.size(); ++index) {
        const core::Point place = places[index];
        if (isPlace(given[index]) && !(place.x >= allowed.xmin && place.x <= allowed.xmax &&
                                       place.y >= allowed.ymin && place.y <= allowed.ymax)) {
            throw outside(given[index]);
        }
    }
}

Transformer::Transformer(const CrsInfo& from, const CrsInfo& to, const core::Bounds& area)
    : impl_(std::make_unique<Impl>()) {
    impl_->from = from;
    impl_->to = to;
    impl_->area = area;
    impl_->giveBack(impl_->makeEngine());
}

Transformer::~Transformer() = default;
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;

void Transformer::transform(std::span<core::Point> points) const {
    if (points.empty()) {
        return;
    }
    Engine engine = impl_->take();
    const bool involvesRd = impl_->from.isRdNew != impl_->to.isRdNew;
    constexpr std::size_t kBatch = 4096;
    std::vector<core::Point> given;
    for (std::size_t begin = 0; begin < points.size(); begin += kBatch) {
        const auto batch = points.subspan(begin, std::min(kBatch, points.size() - begin));
        given.assign(batch.begin(), batch.end());
        runStep(engine.first.get(), batch);
        if (involvesRd) {
            impl_->requireInside(batch, given);
        }
        runStep(engine.second.get(), batch);
        for (std::size_t index = 0; index < batch.size(); ++index) {
            if (!isPlace(given[index])) {
                batch[index] = given[index];
            } else if (!isPlace(batch[index])) {
                throw impl_->outside(given[index]);
            }
        }
    }
    impl_->giveBack(std::move(engine));
}

const CoordinateOperation& Transformer::operation() const noexcept {
    return impl_->operation;
}

}  // namespace lommer::gis
