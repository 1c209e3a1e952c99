// Elections, their seats, calendar and totals of registration.
#pragma once

#include "openeom/model/codes.hpp"
#include "openeom/model/record.hpp"

namespace openeom {

BOOST_DEFINE_ENUM_CLASS(ElectionType, not_stated, presidential, parliamentary, local, referendum)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ElectionType>{"election_type", "what is elected"};

BOOST_DEFINE_ENUM_CLASS(ElectionTiming, not_stated, regular, early, repeat, by_election, run_off)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<ElectionTiming>{"election_timing", "why it is held when it is held"};

BOOST_DEFINE_ENUM_CLASS(SeatMethod, not_stated, list_pr, majoritarian, indirect, appointed, reserved)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<SeatMethod>{"seat_method", "how the seats of a tier are filled"};

BOOST_DEFINE_ENUM_CLASS(RegistrationStage, not_stated, nominated, submitted, registered, refused, deregistered, on_ballot, elected)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<RegistrationStage>{
    "registration_stage", "how far nominations had come when they were counted"};

BOOST_DEFINE_ENUM_CLASS(Counted, not_stated, lists, persons)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<Counted>{"counted", "lists and persons are never mixed"};

/// A date or period of the electoral calendar.
struct CalendarItem : Part {
    std::string stage;
    Date dates;
    std::string rule;
};
BOOST_DESCRIBE_STRUCT(CalendarItem, (Part), (stage, dates, rule))
template <>
inline constexpr reflect::StructRow reflect::struct_row<CalendarItem>{"calendar_item", "", "a date or period of the electoral calendar"};
template <>
inline constexpr auto reflect::rows<CalendarItem> = std::to_array<reflect::Row>({
    {.name = "stage", .meaning = "what begins, ends or is due", .codes = "calendar_stage", .required = true},
    {"dates", "when"},
    {"rule", "the hour or rule that the dates do not show"},
});

struct Election : Sourced {
    std::vector<Name> names;
    std::string country;
    AdministrativeLevel level{};
    std::string institution;
    ElectionType type{};
    ElectionTiming timing{};
    std::string calling_act;
    Date called;
    std::vector<Date> dates;
    std::vector<Ref<Election>> concurrent;
    std::optional<Ref<Election>> prior;
    std::optional<Ref<Election>> next;
    std::vector<CalendarItem> calendar;
    Quantity registered_voters;
    Quantity polling_stations;
    Quantity polling_stations_abroad;
    Quantity commissions;
    std::optional<std::int64_t> ballots_per_voter;
    std::string voting_hours;
    Quantity budget;
    std::string currency;
    Date data_cutoff;
};
BOOST_DESCRIBE_STRUCT(Election, (Sourced),
                      (names, country, level, institution, type, timing, calling_act, called, dates, concurrent, prior, next,
                       calendar, registered_voters, polling_stations, polling_stations_abroad, commissions, ballots_per_voter,
                       voting_hours, budget, currency, data_cutoff))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Election>{"election", "elections", "an election or referendum, one round of it"};
template <>
inline constexpr auto reflect::rows<Election> = std::to_array<reflect::Row>({
    {"names", "what it is called"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"level", "national, regional or local (district)"},
    {"institution", "what is elected, by its name"},
    {"type", "presidential, parliamentary, local or referendum"},
    {"timing", "regular, early, repeat, by-election or run-off"},
    {"calling_act", "the act that called it"},
    {"called", "when it was called"},
    {"dates", "election day or days"},
    {"concurrent", "elections held on the same day"},
    {"prior", "the election before it, or the first round of a run-off"},
    {"next", "the election after it"},
    {"calendar", "dates and periods of the electoral calendar"},
    {.name = "registered_voters", .meaning = "voters on the lists", .unit = "persons"},
    {.name = "polling_stations", .meaning = "stations that operated", .unit = "stations"},
    {.name = "polling_stations_abroad", .meaning = "stations in other countries", .unit = "stations"},
    {.name = "commissions", .meaning = "election commissions of all levels", .unit = "commissions"},
    {.name = "ballots_per_voter", .meaning = "ballots that a voter receives", .unit = "ballots"},
    {"voting_hours", "opening and closing hours as told"},
    {"budget", "state budget for the election, in whole units of the currency"},
    {.name = "currency", .meaning = "ISO 4217 code", .codes = "currency"},
    {"data_cutoff", "the day up to which the dossier follows this election"},
});

struct Threshold : Part {
    std::optional<Decimal> percent;
    VoteBase base{};
};
BOOST_DESCRIBE_STRUCT(Threshold, (Part), (percent, base))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Threshold>{"threshold", "", "share of votes below which a list takes no seats"};
template <>
inline constexpr auto reflect::rows<Threshold> = std::to_array<reflect::Row>({
    {.name = "percent", .meaning = "the share", .unit = "percent"},
    {"base", "what it is a share of"},
});

struct SeatTier : Sourced {
    Ref<Election> election;
    std::optional<std::int64_t> seats;
    SeatMethod method{};
    std::string constituency;
    std::optional<Threshold> threshold;
    std::string formula;
    std::vector<std::string> special_rules;
    std::optional<std::int64_t> minimum_lists;
    std::optional<Decimal> correction_index;
    Quantity candidates;
    YesNo contested{};
    std::optional<std::int64_t> term_years;
    std::vector<Date> dates;
};
BOOST_DESCRIBE_STRUCT(SeatTier, (Sourced),
                      (election, seats, method, constituency, threshold, formula, special_rules, minimum_lists, correction_index,
                       candidates, contested, term_years, dates))
template <>
inline constexpr reflect::StructRow reflect::struct_row<SeatTier>{"seat_tier", "seat_tiers", "seats of an institution that are filled in one way"};
template <>
inline constexpr auto reflect::rows<SeatTier> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election that fills them", .required = true},
    {.name = "seats", .meaning = "how many", .unit = "seats"},
    {"method", "how they are filled"},
    {"constituency", "the constituency or constituencies"},
    {"threshold", "share below which a list takes no seats"},
    {"formula", "how votes become seats"},
    {"special_rules", "such as a guarantee for a second party"},
    {.name = "minimum_lists", .meaning = "lists admitted to the distribution whatever their share", .unit = "lists"},
    {"correction_index", "factor applied to the quota of a list admitted below the threshold"},
    {.name = "candidates", .meaning = "candidates that stood in the tier", .unit = "persons"},
    {"contested", "whether there were more candidates than seats"},
    {.name = "term_years", .meaning = "length of the term", .unit = "years"},
    {"dates", "when filled, where that differs from election day"},
});

struct RegistrationTotal : Sourced {
    Ref<Election> election;
    std::optional<Ref<SeatTier>> tier;
    RegistrationStage stage{};
    Counted counted{};
    AdministrativeLevel level{};
    std::string of;
    Quantity count;
    Quantity women;
    Quantity nationalities;
    std::optional<Decimal> average_age;
    Date as_of;
};
BOOST_DESCRIBE_STRUCT(RegistrationTotal, (Sourced),
                      (election, tier, stage, counted, level, of, count, women, nationalities, average_age, as_of))
template <>
inline constexpr reflect::StructRow reflect::struct_row<RegistrationTotal>{
    "registration_total", "registration_totals", "how many lists or persons had reached a stage of registration, as somebody counted them"};
template <>
inline constexpr auto reflect::rows<RegistrationTotal> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"tier", "the seats they stand for"},
    {"stage", "how far they had come"},
    {"counted", "lists or persons"},
    {"level", "level of the councils, for local elections"},
    {"of", "what the count leaves out or is limited to"},
    {"count", "how many"},
    {"women", "how many of them are women"},
    {"nationalities", "how many nationalities they declared"},
    {.name = "average_age", .meaning = "their average age", .unit = "years"},
    {"as_of", "when counted"},
});

}  // namespace openeom
