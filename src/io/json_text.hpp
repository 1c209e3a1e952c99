// Writing described values as canonical JSON text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "openeom/base/progress.hpp"
#include "openeom/base/reflect.hpp"

namespace openeom::io {

/// Appends to a text that grows; whoever owns it takes what is in it away from time to time.
class JsonText {
public:
    explicit JsonText(bool indented = false) : indented_(indented) {}
    /// Tells `pace` of each part written; it outlives this.
    explicit JsonText(Pace& pace) : indented_(false), pace_(&pace) {}

    [[nodiscard]] std::string& text() noexcept { return text_; }

    /// Throws Error(data) for text that is not UTF-8 and for raw values that are not JSON.
    void write(const reflect::Type& type, const void* value);
    /// Members that are empty and those of the `omitted` names are left out.
    void write(const reflect::Struct& type, const void* object, std::span<const std::string_view> omitted = {});
    void write_text(std::string_view text);
    void write_raw(std::string_view name, std::string_view json);

private:
    class Members;

    void write_number(std::int64_t number);
    void write_list(const reflect::Type& type, const void* value);
    void write_quantity(const void* value);
    void next_line();

    std::string text_;
    bool indented_;
    int level_ = 0;
    Pace* pace_ = nullptr;
};

}  // namespace openeom::io
