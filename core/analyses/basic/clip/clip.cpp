#include "core/analyses/basic/clip/clip.h"

#include "core/analyses/basic/masked_features.h"

namespace lommer::core {
namespace {

class Clip : public Analysis {
public:
    const AnalysisDeclaration& declaration() const noexcept override { return declaration_; }
    void run(const RunContext& context) const override {
        writeMaskedFeatures(context, "clip-areas", MaskSide::inside);
    }

private:
    AnalysisDeclaration declaration_ = maskingDeclaration("clip", "clip-areas");
};

}  // namespace

std::unique_ptr<const Analysis> makeClip() {
    return std::make_unique<Clip>();
}

}  // namespace lommer::core
