#pragma once

#include "app/composition/environment.h"
#include "app/composition/input_binding.h"
#include "app/composition/input_privacy.h"
#include "core/engine/run.h"
#include "core/engine/run_record.h"
#include "gis/platform/identity.h"

#include <functional>
#include <future>
#include <stop_token>
#include <string>
#include <vector>

namespace lommer::app {

/// The layers of a run, opened; their identities are found out meanwhile on a thread of its own.
class OpenedInputs {
public:
    /// `remarks` outlives this object. Throws what opening throws.
    OpenedInputs(const Environment& environment, const core::AnalysisDeclaration& analysis,
                 const std::vector<InputOrder>& orders, core::RemarkList& remarks,
                 const std::stop_token& stop);
    /// Does not wait for identities that nobody asked for: the run has failed.
    ~OpenedInputs();
    OpenedInputs(const OpenedInputs&) = delete;
    OpenedInputs& operator=(const OpenedInputs&) = delete;

    const std::vector<core::BoundInput>& bound() const noexcept { return bound_; }
    /// What the outputs may tell; lives as long as this.
    const InputPrivacy& privacy() const noexcept { return privacy_; }
    /// Waits for the identities. Throws Error file-changed where a member is not what it was when
    /// it was opened, and Cancelled.
    std::vector<core::RecordedInput> record();

private:
    struct Opened {
        core::RecordedInput recorded;
        /// Null: of a raster.
        std::function<std::string(const std::stop_token&)> referenceDate;
        std::vector<std::filesystem::path> files;
        std::future<gis::Identity> identity;
        std::vector<std::pair<std::uintmax_t, std::filesystem::file_time_type>> stamps;
    };

    void open(const Environment& environment, const core::AnalysisDeclaration& analysis,
              const InputOrder& order, core::RemarkList& remarks, const std::stop_token& stop);

    std::stop_token stop_;
    /// Of the identities: stops with the run, and with this object.
    std::stop_source hashing_;
    std::stop_callback<std::function<void()>> stopHashing_;
    std::vector<core::BoundInput> bound_;
    InputPrivacy privacy_;
    std::vector<Opened> opened_;
};

}  // namespace lommer::app
