// The value types that a described struct may hold.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openeom/base/date.hpp"
#include "openeom/base/decimal.hpp"
#include "openeom/base/id.hpp"
#include "openeom/base/instant.hpp"
#include "openeom/base/interval.hpp"
#include "openeom/base/quantity.hpp"
#include "openeom/base/rational.hpp"

namespace openeom {

/// A half-open range of bytes. JSON: [begin, end].
struct Span {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    [[nodiscard]] bool empty() const noexcept { return begin == 0 && end == 0; }
    [[nodiscard]] std::int64_t size() const noexcept { return end - begin; }
    [[nodiscard]] bool contains(const Span& other) const noexcept { return begin <= other.begin && other.end <= end; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// Any JSON value as its text, without white space outside strings; empty where there is none.
struct RawJson {
    std::string text;
    friend bool operator==(const RawJson&, const RawJson&) = default;
};

/// Members kept raw because they are a partner's own (x-...) or of a newer minor version: name and JSON text,
/// in order of name. One pointer wide where empty, which is nearly always.
class Extras {
public:
    using Members = std::map<std::string, std::string, std::less<>>;

    Extras() = default;
    Extras(const Extras& other) : members_(other.members_ ? std::make_unique<Members>(*other.members_) : nullptr) {}
    Extras(Extras&&) noexcept = default;
    Extras& operator=(const Extras& other) { return *this = Extras(other); }
    Extras& operator=(Extras&&) noexcept = default;
    ~Extras() = default;

    [[nodiscard]] bool empty() const noexcept { return !members_ || members_->empty(); }
    [[nodiscard]] const Members& members() const noexcept;
    /// An empty `json` removes the member.
    void set(std::string name, std::string json);

    friend bool operator==(const Extras& left, const Extras& right) { return left.members() == right.members(); }

private:
    std::unique_ptr<Members> members_;
};

}  // namespace openeom
