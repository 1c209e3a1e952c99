// Results that are not laid out like the others: messages of the checks, the tree of a trace, a register as a table,
// documents. One row a result struct; all other results need none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "openeom/report/result.hpp"
#include "result_sheet.hpp"

namespace openeom::report {

struct Layout {
    std::string_view type;  ///< name of the result struct
    Sheet (*sheet)(const reflect::Struct& type, const void* result) = nullptr;
    std::vector<SheetTable> (*tables)(const reflect::Struct& type, const void* result) = nullptr;
    std::string (*text)(const void* result, const TextOptions& options) = nullptr;
    std::string (*markdown)(const void* result) = nullptr;
    std::string (*html)(const void* result) = nullptr;
};

/// Null for a result without a layout of its own.
const Layout* find_layout(std::string_view type) noexcept;

}  // namespace openeom::report
