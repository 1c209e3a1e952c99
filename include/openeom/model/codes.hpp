// Enumerations that more than one entity uses. The first code is what an omitted member means.
#pragma once

#include <string>
#include <vector>

#include "openeom/model/record.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(YesNo, not_stated, yes, no)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<YesNo>{"yes_no", "yes, no, or nobody said"};

BOOST_DEFINE_ENUM_CLASS(Assessment, unknown, met, partly_met, not_met, not_applicable)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Assessment>{
    "assessment", "whether a safeguard was observed; unknown is neither met nor not met"};

BOOST_DEFINE_ENUM_CLASS(Polarity, not_stated, positive, negative, mixed, neutral)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Polarity>{"polarity", "whether a finding praises or faults"};

BOOST_DEFINE_ENUM_CLASS(Persistence, not_stated, new_, previously_noted, improved, worsened, resolved)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Persistence>{
    "persistence", "how a finding compares with an earlier election or report"};

BOOST_DEFINE_ENUM_CLASS(Asserter, not_stated, mission, institution, named_speaker, interlocutors, authority, party,
                        citizen_observers, media, compiler)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Asserter>{"asserter", "who says so"};

BOOST_DEFINE_ENUM_CLASS(Basis, not_stated, observed, document, interview, media, statistics)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Basis>{"basis", "what an assertion was made on"};

BOOST_DEFINE_ENUM_CLASS(Verification, not_stated, corroborated, single_source, unverified, refuted)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Verification>{"verification", "how far an assertion is verified"};

BOOST_DEFINE_ENUM_CLASS(Determination, not_stated, determined, not_determinable)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Determination>{
    "determination", "whether the thing itself could be established; not a doubt about who says so"};

BOOST_DEFINE_ENUM_CLASS(LegalTest, not_stated, legality, legitimate_aim, necessity, proportionality, non_discrimination,
                        reasonableness, derogation, missing_guarantee)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<LegalTest>{
    "legal_test", "the test that a law or a restriction fails"};

BOOST_DEFINE_ENUM_CLASS(ImpliedBy, not_stated, issuers, no_agent, context)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ImpliedBy>{
    "implied_by", "why a part has a code though no words carry it"};

BOOST_DEFINE_ENUM_CLASS(Phase, not_stated, party_registration, candidate_registration, campaign, opening, voting, counting,
                        tabulation, results, post_election, whole)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Phase>{"phase", "phase of the electoral process"};

BOOST_DEFINE_ENUM_CLASS(State, not_stated, draft, reviewed, cleared, published, withdrawn)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<State>{"state", "how far a finding or a document has come"};

BOOST_DEFINE_ENUM_CLASS(Confidence, not_stated, high, medium, low)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Confidence>{
    "confidence", "how well a source bears out what is taken from it"};

BOOST_DEFINE_ENUM_CLASS(Sex, not_stated, female, male, other)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Sex>{"sex", "recorded only where reported"};

BOOST_DEFINE_ENUM_CLASS(ObservationMode, not_stated, mobile, stationary, count_only)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ObservationMode>{
    "observation_mode", "mobile and stationary observation are never pooled"};

BOOST_DEFINE_ENUM_CLASS(VoteBase, not_stated, valid_votes, party_votes, ballots_cast, voters_participating, registered_voters)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<VoteBase>{"vote_base", "what a share of votes is a share of"};

BOOST_DEFINE_ENUM_CLASS(AdministrativeLevel, not_stated, national, regional, district, precinct, international)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<AdministrativeLevel>{
    "administrative_level", "level of a body, election or figure; local elections are district"};

/// A coded part of a finding with the words it was read from.
template <class Code>
struct Cue : Part {
    Code code{};
    std::string words;
    ImpliedBy implied_by{};
    std::vector<AnyRef> target;

    [[nodiscard]] bool stated() const { return code != Code{}; }
    BOOST_DESCRIBE_CLASS(Cue, (Part), (code, words, implied_by, target), (), ())
};
template <class Code>
inline constexpr reflect::StructRow reflect::struct_row<Cue<Code>>{"cue", "", "a coded part and the words it was read from"};
template <class Code>
inline constexpr auto reflect::rows<Cue<Code>> = std::to_array<reflect::Row>({
    {"code", "what the part means"},
    {"words", "the words that carry it, exactly as in the text; empty where it is implied"},
    {"implied_by", "why the part holds though no words carry it"},
    {"target", "whom the part names, where it names somebody"},
});

/// How many, with the words it was read from.
struct QuantityCue : Part {
    Quantity value;
    std::string words;
    ImpliedBy implied_by{};

    BOOST_DESCRIBE_CLASS(QuantityCue, (Part), (value, words, implied_by), (), ())
};
template <>
inline constexpr reflect::StructRow reflect::struct_row<QuantityCue>{"quantity_cue", "", "how many, and the words it was read from"};
template <>
inline constexpr auto reflect::rows<QuantityCue> = std::to_array<reflect::Row>({
    {"value", "the quantity; a vague one stays vague"},
    {"words", "the words that carry it, without the noun"},
    {"implied_by", "why the part holds though no words carry it"},
});

}  // namespace openeom
