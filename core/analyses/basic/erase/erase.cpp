#include "core/analyses/basic/erase/erase.h"

#include "core/analyses/basic/masked_features.h"

namespace lommer::core {
namespace {

class Erase : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override {
        writeMaskedFeatures(context, "erase-areas", MaskSide::outside);
    }

private:
    AnalysisDeclaration declaration_ = maskingDeclaration("erase", "erase-areas");
};

}  // namespace

std::unique_ptr<const Analysis> makeErase() {
    return std::make_unique<Erase>();
}

}  // namespace lommer::core
