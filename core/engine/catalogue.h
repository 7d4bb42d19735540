#pragma once

#include "core/engine/analysis.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace lommer::core {

/// The analyses that this program has, in the order of menus and lists.
class Catalogue {
public:
    /// Ids are unique and the declarations sound (asserted through `declarationFaults`).
    void add(std::unique_ptr<const Analysis> analysis);

    std::span<const std::unique_ptr<const Analysis>> analyses() const noexcept { return analyses_; }
    const Analysis* find(std::string_view id) const noexcept;
    /// Throws Error analysis-unknown.
    const Analysis& get(std::string_view id) const;

private:
    std::vector<std::unique_ptr<const Analysis>> analyses_;
};

/// What is unsound in a declaration, as sentences for a developer: unknown references, a default
/// out of range, a definition with an unknown parameter … Empty when all is well.
std::vector<std::string> declarationFaults(const AnalysisDeclaration& declaration);

/// All analyses of the program: the one list (core/analyses/catalogue.cpp).
Catalogue makeCatalogue();

}  // namespace lommer::core
