#include "core/sample/strip_builder.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace lommer::core {
namespace {

constexpr double kLongestPieceMetres = 140.0;
/// No tree stands so near to a crossing.
constexpr double kFreeAtCrossing = 9.0;

/// A stretch across a strip that is something else there.
struct Crossing {
    PlanLine line;  // its normal goes along the strip
    double low = 0.0;
    double high = 0.0;
    Cover cover = Cover::localRoad;
    bool isBridge = false;
};

/// The line with its normal along the strip.
PlanLine along(const PlanLine& strip, const PlanLine& line, double& low, double& high) {
    const Point direction = strip.direction();
    if (line.normal.x * direction.x + line.normal.y * direction.y >= 0.0) {
        return line;
    }
    std::swap(low, high);
    low = -low;
    high = -high;
    return line.reversed();
}

/// True where two lines run side by side rather than across each other.
bool isSameWay(const PlanLine& a, const PlanLine& b) noexcept {
    return std::abs(a.normal.x * b.normal.y - a.normal.y * b.normal.x) < 0.3;
}

class StripBuilder {
public:
    StripBuilder(PlanContext& context, const PlanPart& part, const Strip& strip)
        : context_(context), part_(part), strip_(strip), chance_(mixed(strip.key ^ 11)) {
        findBridges();
        for (const Junction& junction : strip.junctions) {
            stops_.push_back(strip.line.alongOf(crossingOf(strip.line, junction.line)));
        }
        std::sort(stops_.begin(), stops_.end());
    }

    void build() {
        for (std::size_t band = 0; band < strip_.profile.bands().size(); ++band) {
            buildBand(band);
        }
        addWay();
        addValley();
    }

private:
    ConvexPolygon between(double low, double high) const {
        return part_.net.cutBy(strip_.line.shiftedBy(low), ConvexPolygon::kNoOwner)
            .second.cutBy(strip_.line.shiftedBy(high), ConvexPolygon::kNoOwner)
            .first;
    }

    void emit(const ConvexPolygon& polygon, Cover cover, std::int64_t level = 0) {
        if (!polygon.isEmpty()) {
            context_.receiver.take(SurfacePart{.cover = cover,
                                               .ring = context_.warp.placedRing(polygon),
                                               .level = level,
                                               .area = part_.area});
        }
    }

    /// Where the strip crosses running water it goes over it.
    void findBridges() {
        if (!strip_.profile.isWalked()) {
            return;
        }
        const ConvexPolygon whole = between(strip_.profile.low(), strip_.profile.high());
        for (const ThroughLine& through : context_.throughLines) {
            const auto& bands = through.profile.bands();
            const auto water = std::find_if(bands.begin(), bands.end(),
                                            [](const Band& band) { return isWater(band.cover); });
            if (water == bands.end() || whole.isEmpty() || isSameWay(strip_.line, through.line)) {
                continue;
            }
            const auto index = static_cast<std::size_t>(std::distance(bands.begin(), water));
            double low = through.profile.startOf(index);
            double high = through.profile.startOf(index + 1);
            const auto [nearest, farthest] = whole.rangeFrom(through.line);
            if (nearest >= low || farthest <= high) {
                continue;
            }
            const PlanLine line = along(strip_.line, through.line, low, high);
            bridges_.push_back({line, low, high, water->cover, true});
            emit(whole.cutBy(line.shiftedBy(low), ConvexPolygon::kNoOwner)
                     .second.cutBy(line.shiftedBy(high), ConvexPolygon::kNoOwner)
                     .first,
                 water->cover);
        }
    }

    std::vector<Crossing> crossingsOf(std::size_t band) const {
        std::vector<Crossing> crossings = bridges_;
        for (const Junction& junction : strip_.junctions) {
            const std::size_t walked = strip_.profile.walkedBand().value_or(0);
            if (junction.isFromAbove ? band > walked : band < walked) {
                double low = junction.low;
                double high = junction.high;
                const PlanLine line = along(strip_.line, junction.line, low, high);
                crossings.push_back({line, low, high, junction.cover, false});
            }
        }
        std::sort(crossings.begin(), crossings.end(), [&](const Crossing& a, const Crossing& b) {
            return strip_.line.alongOf(crossingOf(strip_.line, a.line)) <
                   strip_.line.alongOf(crossingOf(strip_.line, b.line));
        });
        return crossings;
    }

    void buildBand(std::size_t index) {
        const Band& band = strip_.profile.bands()[index];
        const double low = strip_.profile.startOf(index);
        const double high = strip_.profile.startOf(index + 1);
        ConvexPolygon rest = between(low, high);
        for (const Crossing& crossing : crossingsOf(index)) {
            const PlanLine start = crossing.line.shiftedBy(crossing.low);
            const PlanLine end = crossing.line.shiftedBy(crossing.high);
            const auto [before, behind] = rest.cutBy(start, ConvexPolygon::kNoOwner);
            const auto [across, after] = behind.cutBy(end, ConvexPolygon::kNoOwner);
            emitPieces(before, band.cover);
            if (!crossing.isBridge) {
                emit(across, isWay(band.cover) ? band.cover : crossing.cover);
            } else if (isWay(band.cover)) {
                emit(across, band.cover, 1);
            }
            rest = after;
        }
        emitPieces(rest, band.cover);
        addBandRelief(band, (low + high) / 2.0);
        if (band.treeSpacingMetres > 0.0) {
            addTrees(band, (low + high) / 2.0);
        }
    }

    void emitPieces(ConvexPolygon rest, Cover cover) {
        if (rest.isEmpty()) {
            return;
        }
        const Point direction = strip_.line.direction();
        const PlanLine across{direction, 0.0};
        const auto [from, to] = rest.rangeFrom(across);
        const auto count =
            std::max<std::int64_t>(1, std::llround((to - from) / kLongestPieceMetres));
        for (std::int64_t piece = 1; piece < count; ++piece) {
            const double at =
                from + (to - from) * static_cast<double>(piece) / static_cast<double>(count);
            auto [before, after] = rest.cutBy(across.shiftedBy(at), ConvexPolygon::kNoOwner);
            emit(before, cover);
            rest = std::move(after);
        }
        emit(rest, cover);
    }

    bool isNearCrossing(double along, double metres) const {
        const auto next = std::lower_bound(stops_.begin(), stops_.end(), along);
        return (next != stops_.end() && *next - along < metres) ||
               (next != stops_.begin() && along - *std::prev(next) < metres);
    }

    bool isOnBridge(Point plan) const {
        return std::any_of(bridges_.begin(), bridges_.end(), [&](const Crossing& bridge) {
            const double away = bridge.line.distanceTo(plan);
            return away > bridge.low - 4.0 && away < bridge.high + 4.0;
        });
    }

    Point planPoint(double along, double offset) const {
        const PlanLine& line = strip_.line;
        const double away = line.offset + offset;
        return {line.normal.x * away + line.normal.y * along,
                line.normal.y * away - line.normal.x * along};
    }

    void addTrees(const Band& band, double offset) {
        const ConvexPolygon polygon =
            between(offset - band.widthMetres / 2.0, offset + band.widthMetres / 2.0);
        if (polygon.isEmpty()) {
            return;
        }
        const bool isHedge = band.cover == Cover::hedgeBank;
        const auto [from, to] = polygon.rangeFrom({strip_.line.direction(), 0.0});
        // A row is planted at once: one kind, one age.
        const auto species = static_cast<std::uint8_t>(chance_.upTo(kTreeSpeciesCount));
        const auto year = static_cast<std::int16_t>(1945 + chance_.upTo(76));
        const double grown = grownHeight(year);
        double at = from + 6.0 + 4.0 * chance_.next();
        while (at < to - 6.0) {
            const Point plan = planPoint(at, offset + chance_.between(-0.3, 0.3));
            const double height = grown * chance_.between(0.85, 1.12) * (isHedge ? 0.7 : 1.0);
            const bool isMissing = chance_.hits(isHedge ? 0.15 : 0.08);
            if (!isMissing && polygon.contains(plan) && !isNearCrossing(at, kFreeAtCrossing) &&
                !isOnBridge(plan)) {
                context_.receiver.take(SampleTree{.place = context_.warp.placed(plan),
                                                  .crownRadiusMetres = static_cast<float>(
                                                      crownRadius(height) * (isHedge ? 0.8 : 1.0)),
                                                  .heightMetres = static_cast<float>(height),
                                                  .plantedYear = year,
                                                  .species = species,
                                                  .isRegistered = !isHedge});
            }
            at += band.treeSpacingMetres * chance_.between(0.9, 1.1);
        }
    }

    /// The bends of the middle line, moved aside.
    std::vector<Point> bentLine(double offset) const {
        const ConvexPolygon polygon = between(offset - 0.05, offset + 0.05);
        if (polygon.isEmpty()) {
            return {};
        }
        const auto [from, to] = polygon.rangeFrom({strip_.line.direction(), 0.0});
        return context_.warp.placedLine(planPoint(from, offset), planPoint(to, offset));
    }

    void addRelief(double offset, const ReliefLine& shape) {
        const std::vector<Point> line = bentLine(offset);
        for (std::size_t index = 1; index < line.size(); ++index) {
            ReliefLine piece = shape;
            piece.from = line[index - 1];
            piece.to = line[index];
            context_.receiver.take(piece);
        }
    }

    void addBandRelief(const Band& band, double offset) {
        const auto half = static_cast<float>(band.widthMetres / 2.0);
        if (band.cover == Cover::ditch) {
            addRelief(offset, {.from = {},
                               .to = {},
                               .halfWidthMetres = 0.4F * half,
                               .slopeMetres = half + 0.8F,
                               .heightMetres = -1.1F,
                               .waterHalfWidthMetres = 0.6F * half});
        } else if (band.cover == Cover::brook) {
            addRelief(offset, {.from = {},
                               .to = {},
                               .halfWidthMetres = half,
                               .slopeMetres = 4.0F,
                               .heightMetres = -1.5F,
                               .waterHalfWidthMetres = half});
        } else if (band.cover == Cover::hedgeBank) {
            addRelief(offset, {.from = {},
                               .to = {},
                               .halfWidthMetres = 1.2F,
                               .slopeMetres = 1.6F,
                               .heightMetres = 0.6F});
        } else if (strip_.profile.walkedBand() && &band == &walkedBand()) {
            // Roads in the fields lie a little higher, streets a little lower than the gardens.
            const bool isInFields = strip_.profile.way() == WayKind::regional ||
                                    strip_.profile.bands().front().cover == Cover::ditch;
            addRelief(offset, {.from = {},
                               .to = {},
                               .halfWidthMetres = half + 0.8F,
                               .slopeMetres = isInFields ? 2.4F : 1.0F,
                               .heightMetres = isInFields ? 0.35F : -0.12F});
        }
    }

    const Band& walkedBand() const {
        return strip_.profile.bands()[strip_.profile.walkedBand().value_or(0)];
    }

    /// What a brook or a dike does to the land around it.
    void addValley() {
        const auto& bands = strip_.profile.bands();
        if (bands.front().cover == Cover::bank && bands.size() > 3) {
            addRelief(0.0, {.from = {},
                            .to = {},
                            .halfWidthMetres = 6.0F,
                            .slopeMetres = 110.0F,
                            .heightMetres = -1.3F});
        } else if (bands.front().cover == Cover::pasture) {
            addRelief(0.0, {.from = {},
                            .to = {},
                            .halfWidthMetres = 2.6F,
                            .slopeMetres = 11.0F,
                            .heightMetres = 3.8F});
        }
    }

    void addWay() {
        if (!strip_.profile.isWalked()) {
            return;
        }
        std::vector<double> stops{strip_.line.alongOf(strip_.from), strip_.line.alongOf(strip_.to)};
        const double first = std::min(stops[0], stops[1]);
        const double last = std::max(stops[0], stops[1]);
        for (const Junction& junction : strip_.junctions) {
            const double at = strip_.line.alongOf(crossingOf(strip_.line, junction.line));
            if (junction.isWalked && at > first && at < last) {
                stops.push_back(at);
            }
        }
        std::sort(stops.begin(), stops.end());
        for (std::size_t index = 1; index < stops.size(); ++index) {
            if (stops[index] - stops[index - 1] > 0.01) {
                context_.receiver.take(
                    SampleWay{.kind = strip_.profile.way(),
                              .street = strip_.street,
                              .line = context_.warp.placedLine(planPoint(stops[index - 1], 0.0),
                                                               planPoint(stops[index], 0.0))});
            }
        }
    }

    PlanContext& context_;
    const PlanPart& part_;
    const Strip& strip_;
    ChanceStream chance_;
    std::vector<Crossing> bridges_;
    std::vector<double> stops_;
};

}  // namespace

void layOutStrip(PlanContext& context, const PlanPart& part, const Strip& strip) {
    StripBuilder(context, part, strip).build();
}

}  // namespace lommer::core
