// Bodies of the state, places, lists of polling stations, persons.
#pragma once

#include "openeom/model/codes.hpp"
#include "openeom/model/record.hpp"

namespace openeom {

struct Election;
struct Person;
struct Place;

BOOST_DEFINE_ENUM_CLASS(BodyKind, not_stated, election_commission, court, prosecutor, ministry, regulator, tax_authority,
                        constitutional_body, head_of_state, parliament, government, local_council, international_organisation)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<BodyKind>{"body_kind", "kind of institution"};

BOOST_DEFINE_ENUM_CLASS(PlaceKind, not_stated, country, region, district, city, precinct, out_of_country, special_precinct)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<PlaceKind>{"place_kind", "kind of place or electoral unit"};

struct Office : Part {
    std::optional<Ref<Person>> person;
    std::string role;
    Date since;
    Date until;
    std::string proposed_by;
};
BOOST_DESCRIBE_STRUCT(Office, (Part), (person, role, since, until, proposed_by))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Office>{"office", "", "a seat on a body"};
template <>
inline constexpr auto reflect::rows<Office> = std::to_array<reflect::Row>({
    {"person", "who holds it"},
    {"role", "chair, secretary, member ..."},
    {"since", "since when"},
    {"until", "until when"},
    {"proposed_by", "who proposed the person"},
});

struct Body : Sourced {
    std::vector<Name> names;
    BodyKind kind{};
    AdministrativeLevel level{};
    std::string country;
    std::optional<Ref<Body>> parent;
    std::optional<Ref<Place>> place;
    std::vector<Office> members;
    std::optional<std::int64_t> term_years;
};
BOOST_DESCRIBE_STRUCT(Body, (Sourced), (names, kind, level, country, parent, place, members, term_years))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Body>{"body", "bodies", "an election commission, court, ministry or other institution"};
template <>
inline constexpr auto reflect::rows<Body> = std::to_array<reflect::Row>({
    {.name = "names", .meaning = "its names, spellings and abbreviations", .required = true},
    {"kind", "what kind of institution"},
    {"level", "its level"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"parent", "the body above it"},
    {"place", "the territory it is competent for"},
    {"members", "who sits on it, public roles only"},
    {.name = "term_years", .meaning = "length of its term", .unit = "years"},
});

struct Place : Sourced {
    std::vector<Name> names;
    PlaceKind kind{};
    std::optional<Ref<Place>> within;
    std::string country;
    std::string code;
    std::vector<std::string> code_aliases;
};
BOOST_DESCRIBE_STRUCT(Place, (Sourced), (names, kind, within, country, code, code_aliases))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Place>{"place", "places", "a territory, town, precinct or polling station"};
template <>
inline constexpr auto reflect::rows<Place> = std::to_array<reflect::Row>({
    {"names", "its names"},
    {"kind", "what kind of place"},
    {"within", "the place around it"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"code", "official code, as text"},
    {"code_aliases", "other codes in use for it"},
});

struct ListedStation : Part {
    Ref<Place> place;
    std::optional<std::int64_t> registered_voters;
    std::string location;
    YesNo mobile_voting{};
};
BOOST_DESCRIBE_STRUCT(ListedStation, (Part), (place, registered_voters, location, mobile_voting))
template <>
inline constexpr reflect::StructRow reflect::struct_row<ListedStation>{"listed_station", "", "a line of an authority's list of stations"};
template <>
inline constexpr auto reflect::rows<ListedStation> = std::to_array<reflect::Row>({
    {.name = "place", .meaning = "the station", .required = true},
    {.name = "registered_voters", .meaning = "voters registered there", .unit = "persons"},
    {"location", "building or address as listed"},
    {"mobile_voting", "whether it has mobile voting"},
});

struct StationList : Sourced {
    Ref<Election> election;
    std::optional<Ref<Body>> authority;
    Date version;
    std::vector<ListedStation> stations;
};
BOOST_DESCRIBE_STRUCT(StationList, (Sourced), (election, authority, version, stations))
template <>
inline constexpr reflect::StructRow reflect::struct_row<StationList>{"station_list", "station_lists", "a dated version of the authority's list of stations"};
template <>
inline constexpr auto reflect::rows<StationList> = std::to_array<reflect::Row>({
    {.name = "election", .meaning = "the election", .required = true},
    {"authority", "who published it"},
    {"version", "its date"},
    {"stations", "its lines"},
});

struct Party;

/// A public role of a person.
struct Role : Part {
    std::string title;
    std::optional<AnyRef> at;
    Date since;
    Date until;
};
BOOST_DESCRIBE_STRUCT(Role, (Part), (title, at, since, until))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Role>{"role", "", "a public role of a person"};
template <>
inline constexpr auto reflect::rows<Role> = std::to_array<reflect::Row>({
    {.name = "title", .meaning = "the role, in words", .required = true},
    {"at", "the body, party, mission or delegation it belongs to"},
    {"since", "since when"},
    {"until", "until when"},
});

struct Person : Sourced {
    std::vector<Name> names;
    Sex sex{};
    std::string country;
    std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(Person, (Sourced), (names, sex, country, roles))
template <>
inline constexpr reflect::StructRow reflect::struct_row<Person>{"person", "persons", "a person in a public role"};
template <>
inline constexpr auto reflect::rows<Person> = std::to_array<reflect::Row>({
    {.name = "names", .meaning = "names and spellings", .required = true},
    {"sex", "only where reported"},
    {.name = "country", .meaning = "ISO 3166-1 alpha-2 code", .codes = "country"},
    {"roles", "public roles with their dates"},
});

}  // namespace openeom
