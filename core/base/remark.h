#pragma once

#include "core/base/argument.h"
#include "core/base/bounds.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace lommer::core {

/// Something noticed in the data while the run went on: "12 polygons repaired".
/// `code` is stable kebab-case; `app` makes the sentence.
struct Remark {
    std::string code;
    Arguments arguments;
    /// Of the first row it is about. Kept out of published records: the place can be somebody's.
    std::optional<Point> place = {};

    friend bool operator==(const Remark&, const Remark&) = default;
};

/// Collects remarks from any thread. `take()` orders them by code and arguments, so that the record
/// does not depend on which thread came first; equal remarks are kept once.
class RemarkList {
public:
    void add(Remark remark);
    std::vector<Remark> take();

private:
    std::mutex mutex_;
    std::vector<Remark> remarks_;
};

}  // namespace lommer::core
