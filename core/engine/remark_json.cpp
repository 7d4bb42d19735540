#include "core/engine/remark_json.h"

namespace lommer::core {

nlohmann::ordered_json remarksToJson(const std::vector<Remark>& remarks, bool withPlaces) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const Remark& remark : remarks) {
        nlohmann::ordered_json arguments = nlohmann::ordered_json::object();
        for (const auto& [name, value] : remark.arguments) {
            std::visit([&, key = name](const auto& plain) { arguments[key] = plain; }, value);
        }
        json.push_back({{"code", remark.code}, {"arguments", arguments}});
        if (remark.place && withPlaces) {
            json.back()["place"] = {remark.place->x, remark.place->y};
        }
    }
    return json;
}

std::vector<Remark> remarksFromJson(const nlohmann::ordered_json& json) {
    std::vector<Remark> remarks;
    for (const nlohmann::ordered_json& one : json) {
        Remark remark{one.at("code").get<std::string>(), {}};
        if (one.contains("place")) {
            remark.place = {one.at("place").at(0).get<double>(),
                            one.at("place").at(1).get<double>()};
        }
        for (const auto& [name, value] : one.at("arguments").items()) {
            if (value.is_number_integer()) {
                remark.arguments.emplace_back(name, value.get<std::int64_t>());
            } else if (value.is_number()) {
                remark.arguments.emplace_back(name, value.get<double>());
            } else {
                remark.arguments.emplace_back(name, value.get<std::string>());
            }
        }
        remarks.push_back(std::move(remark));
    }
    return remarks;
}

}  // namespace lommer::core
