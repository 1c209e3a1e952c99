#include "check/parts.hpp"

#include <fmt/format.h>

namespace openeom::check {

namespace {

template <class Code>
FindingPart coded(AnchorRole role, std::string_view member, const Cue<Code>& cue) {
    std::string code;
    if constexpr (std::is_enum_v<Code>) code = code_name(cue.code);
    else code = cue.code.empty() ? "not_stated" : cue.code;
    return {role, member, std::move(code), cue.stated(), cue.words, cue.implied_by, cue.target};
}

struct QuantityCode {
    std::string operator()(std::monostate) const { return "not_stated"; }
    std::string operator()(const Quantity::Exact& value) const { return fmt::format("exact:{}", value.n); }
    std::string operator()(const Quantity::AtLeast& value) const { return fmt::format("at_least:{}", value.n); }
    std::string operator()(const Quantity::Range& value) const {
        return fmt::format("range:{}-{}", value.low, value.high);
    }
    std::string operator()(const Quantity::CountOf& value) const {
        return fmt::format("k_of_n:{}/{}", value.k, value.n);
    }
    std::string operator()(const Quantity::Share& value) const { return "share:" + value.percent.text(); }
    std::string operator()(const Quantity::Vague& value) const {
        return fmt::format("{}:{}", name(value.scale), value.term);
    }
};

}  // namespace

std::string quantity_code(const Quantity& quantity) {
    return std::visit(QuantityCode(), quantity.value());
}

std::vector<FindingPart> parts_of(const Finding& finding) {
    const QuantityCue& quantity = finding.quantity;
    return {
        coded(AnchorRole::polarity, "polarity", finding.polarity),
        {AnchorRole::quantity,
         "quantity",
         quantity_code(quantity.value),
         quantity.value.is_stated(),
         quantity.words,
         quantity.implied_by,
         {}},
        coded(AnchorRole::degree, "degree", finding.degree),
        coded(AnchorRole::scope, "scope", finding.scope),
        coded(AnchorRole::persistence, "persistence", finding.persistence),
        coded(AnchorRole::actor, "responsible_actor", finding.responsible_actor),
        coded(AnchorRole::attribution, "asserted_by", finding.asserted_by),
        coded(AnchorRole::determination, "determination", finding.determination),
        coded(AnchorRole::test_failed, "test_failed", finding.test_failed),
    };
}

std::optional<FindingPart> part_of(const Finding& finding, AnchorRole role) {
    for (FindingPart& part : parts_of(finding))
        if (part.role == role) return std::move(part);
    return std::nullopt;
}

bool is_part(AnchorRole role) {
    switch (role) {
        case AnchorRole::polarity:
        case AnchorRole::quantity:
        case AnchorRole::degree:
        case AnchorRole::scope:
        case AnchorRole::persistence:
        case AnchorRole::attribution:
        case AnchorRole::actor:
        case AnchorRole::determination:
        case AnchorRole::test_failed:
        case AnchorRole::concedes: return true;
        default: return false;
    }
}

const Finding* finding_at(const Dossier& dossier, const AnyRef& target) {
    return target.type() == "finding" ? dossier.find<Finding>(target.id()) : nullptr;
}

}  // namespace openeom::check
