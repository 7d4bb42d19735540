#pragma once

#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>

#include <filesystem>
#include <memory>
#include <string>

namespace lommer::gis {

struct DatasetCloser {
    void operator()(void* dataset) const noexcept { GDALClose(dataset); }
};
/// An open GDAL dataset.
using DatasetHandle = std::unique_ptr<void, DatasetCloser>;

/// Collects what GDAL complains about on this thread while the object lives; nothing is printed.
class GdalErrors {
public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    bool hasFailed() const noexcept { return hasFailed_; }
    /// The failures, one a line.
    const std::string& text() const noexcept { return text_; }
    void clear();

private:
    static void collect(CPLErr level, CPLErrorNum number, const char* message);

    bool hasFailed_ = false;
    std::string text_;
};

/// A GDAL setting on this thread while the object lives.
class ThreadSetting {
public:
    ThreadSetting(const char* name, const char* value) : name_(name) {
        CPLSetThreadLocalConfigOption(name, value);
    }
    ~ThreadSetting() { CPLSetThreadLocalConfigOption(name_, nullptr); }
    ThreadSetting(const ThreadSetting&) = delete;
    ThreadSetting& operator=(const ThreadSetting&) = delete;

private:
    const char* name_;
};

/// The path as GDAL wants it: UTF-8 with forward slashes.
std::string gdalPath(const std::filesystem::path& path);
/// A table or column name as SQL wants it: between double quotes.
std::string sqlName(const std::string& name);
/// File name without folders, UTF-8, for errors and remarks.
std::string shownName(const std::filesystem::path& path);

}  // namespace lommer::gis
