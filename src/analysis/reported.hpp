// Reported values as people read them, and as they compare: by the type of the member that they are values of.
#pragma once

#include <string>

#include "openeom/model/dossier.hpp"

namespace openeom::analysis {

/// One value of each kind that JSON writes in a way of its own.
struct ReportedScalar : Part {
    std::string text;
    Date date;
    Instant instant;
    Interval interval;
    Quantity quantity;
    Span span;
};
BOOST_DESCRIBE_STRUCT(ReportedScalar, (Part), (text, date, instant, interval, quantity, span))

/// The reported value in words: a date in words, a quantity as said, texts without quotation marks.
std::string value_words(const Dossier& dossier, const ReportedValue& reported);

/// The value as the member's type writes it, so that equal values have equal texts; as it stands where the member is unknown.
std::string comparable(const Dossier& dossier, const ReportedValue& reported);

/// Names of the sources that give it.
std::vector<std::string> sources_of(const Dossier& dossier, const ReportedValue& reported);

}  // namespace openeom::analysis

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<analysis::ReportedScalar>{"reported_scalar", "",
                                                                                  "a value read by its kind"};
template <>
inline constexpr auto reflect::rows<analysis::ReportedScalar> = std::to_array<reflect::Row>({
    {"text", "a text"},
    {"date", "a date"},
    {"instant", "an instant"},
    {"interval", "an interval"},
    {"quantity", "a quantity"},
    {"span", "a span"},
});

}  // namespace openeom
