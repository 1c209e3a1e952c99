// A point in time with the offset it was told in: RFC 3339, "2012-01-15T20:00:00+06:00". The original text is kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "openeom/base/parsed.hpp"

namespace openeom {

class Instant {
public:
    Instant() = default;
    static Parsed<Instant> parse(std::string_view text);

    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
    /// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    [[nodiscard]] std::int64_t utc_microseconds() const noexcept { return utc_; }
    [[nodiscard]] int offset_minutes() const noexcept { return offset_; }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    friend bool operator==(const Instant&, const Instant&) = default;

private:
    std::string text_;
    std::int64_t utc_ = 0;
    std::int16_t offset_ = 0;
};

}  // namespace openeom
