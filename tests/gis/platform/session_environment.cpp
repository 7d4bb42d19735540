// All of gis needs one Session while it runs; the tests have it from start to end.

#include "gis/platform/session.h"

#include <gtest/gtest.h>

#include <memory>

namespace lommer::gis {
namespace {

class SessionEnvironment : public testing::Environment {
public:
    void SetUp() override { session_ = std::make_unique<Session>(Session::Options{}); }
    void TearDown() override { session_.reset(); }

private:
    std::unique_ptr<Session> session_;
};

// gtest owns what it is given, and there is no earlier place than this to give it.
[[maybe_unused]] const auto* const kEnvironment =
    testing::AddGlobalTestEnvironment(new SessionEnvironment);

}  // namespace
}  // namespace lommer::gis
