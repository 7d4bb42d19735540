#pragma once

#include "core/sample/sample_layer.h"
#include "tests/support/memory_table.h"

#include <map>

namespace lommer::test {

/// The tables of a made-up place, in memory.
class KeptTables : public core::SampleTableSink {
public:
    void append(core::SampleLayer layer, const core::Table& rows) override {
        tables_[layer].append(rows);
    }
    core::Table table(core::SampleLayer layer) const { return tables_.at(layer).table(); }
    std::size_t count() const noexcept { return tables_.size(); }

private:
    std::map<core::SampleLayer, MemoryTableSink> tables_;
};

}  // namespace lommer::test
