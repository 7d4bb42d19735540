#pragma once

#include <span>
#include <string_view>

namespace lommer::core {

/// The values that a register allows in a column. An empty list: the register does not fix them.
struct CodeList {
    std::string_view id;
    std::span<const std::string_view> codes;

    bool contains(std::string_view code) const noexcept;
};

/// All lists. Sources: Gegevenscatalogus BGT 1.2 and IMGeo 2.2 (terms that open deliveries hold),
/// Catalogus BAG 2018 chapter 7, CBS Toelichting Wijk- en Buurtkaart.
std::span<const CodeList> codeLists() noexcept;

/// Null where there is none of that id.
const CodeList* findCodeList(std::string_view id) noexcept;

}  // namespace lommer::core
