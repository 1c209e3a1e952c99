// The numbered sources of a document: each evidence once, that of one source together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "context.hpp"

namespace openeom::report {

/// Numbers of the sources shown, and how many this audience is not shown.
struct Cited {
    std::vector<std::int64_t> numbers;
    std::int64_t withheld = 0;
};

class Sources {
public:
    explicit Sources(const Context& context) : context_(context) {}

    Cited cite(const std::vector<Ref<Evidence>>& evidence);
    /// Puts the sources into the view, evidence of one source together, and gives all that cites them its final numbers.
    void settle(DocumentView& view);

private:
    [[nodiscard]] SourceNote note(const Evidence& evidence, std::int64_t number) const;
    [[nodiscard]] static SourceNote note(const Ref<Evidence>& evidence, const std::string& erased, std::int64_t number);

    const Context& context_;
    std::map<std::string, std::int64_t, std::less<>> numbers_;
    std::vector<SourceNote> notes_;
};

}  // namespace openeom::report
