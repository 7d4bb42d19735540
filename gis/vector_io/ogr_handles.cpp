#include "gis/vector_io/ogr_handles.h"

#include "gis/platform/file_error.h"

#include <cpl_error.h>

namespace lommer::gis {

GdalErrors::GdalErrors() {
    CPLPushErrorHandlerEx(&GdalErrors::collect, this);
}

GdalErrors::~GdalErrors() {
    CPLPopErrorHandler();
}

void GdalErrors::clear() {
    hasFailed_ = false;
    text_.clear();
}

void GdalErrors::collect(CPLErr level, CPLErrorNum /*number*/, const char* message) {
    auto* self = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
    constexpr std::size_t kEnough = 4000;
    if (level < CE_Failure || self->text_.size() > kEnough) {
        return;
    }
    self->hasFailed_ = true;
    self->text_ += (self->text_.empty() ? "" : "\n") + std::string(message);
}

std::string gdalPath(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

std::string shownName(const std::filesystem::path& path) {
    return gdalPath(path.filename());
}

std::string sqlName(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) {
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return text + '"';
}

}  // namespace lommer::gis
