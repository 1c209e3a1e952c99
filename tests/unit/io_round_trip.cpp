// Whatever a record may hold comes back from its JSON, byte for byte: random records of every type, made by its table.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "io_support.hpp"

using namespace openeom;
using reflect::Kind;

namespace {

/// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool one_in(std::size_t chances) { return below(chances) == 0; }
    template <class T, std::size_t N>
    const T& of(const std::array<T, N>& all) {
        return all[below(N)];
    }

private:
    std::uint64_t state_;
};

constexpr std::array<std::string_view, 12> kTexts = {"a",
                                                     "Алга!",
                                                     "line\nbreak\t\"quoted\" \\ / \b\f\r",
                                                     std::string_view("\0\x01\x1F\x7F", 4),
                                                     "\U0001F600 中",
                                                     "null",
                                                     "12",
                                                     "{}",
                                                     " leading and trailing ",
                                                     "x-own",
                                                     "é\u0301",
                                                     "a text that is longer than what a short string holds in place"};
constexpr std::array<std::string_view, 5> kIds = {"a", "0", "kz-2012", "copenhagen-1990.7.5",
                                                  "a.name_that-is.longer_than-a-short-string"};
constexpr std::array<std::string_view, 8> kDates = {
    "2012-01-15",    "2012-01", "2012",      "2012-01-09/2012-01-10", "2012-01-09~/2012-01-10~",
    "2012-01-15/..", "../2012", "0001-01-01"};
constexpr std::array<std::string_view, 4> kInstants = {"2012-01-15T20:00:00+06:00", "2012-01-15T20:00:00Z",
                                                       "2016-12-31T23:59:60Z", "1969-12-31T23:59:59.123456-11:30"};
constexpr std::array<std::string_view, 6> kDecimals = {
    "0", "75.10", "-3", "0.000000000000000001", "123456789012345678", "-0.5"};
constexpr std::array<std::string_view, 8> kJson = {
    "null", "true", "1.50", "\"a\\u0041\"", "[]", "{\"b\":[1,{\"c\":null}],\"a\":-1e-7}", "\"\"", "[[[[0]]]]"};
constexpr std::array<std::int64_t, 9> kNumbers = {
    0,         1,        -1, 42, std::int64_t{1} << 53, (std::int64_t{1} << 53) + 1, -(std::int64_t{1} << 53) - 1,
    INT64_MAX, INT64_MIN};

Quantity any_quantity(Random& random) {
    switch (random.below(7)) {
        case 0: return Quantity::exact(static_cast<std::int64_t>(random.next() >> 1));
        case 1: return Quantity::at_least(18);
        case 2: return Quantity::range(16, INT64_MAX);
        case 3: return Quantity::count_of(3, 20);
        case 4: return Quantity::share(*Decimal::parse("75.07"), std::nullopt, "");
        case 5:
            return Quantity::share(*Decimal::parse("100"), (std::int64_t{1} << 53) + 1, std::string(random.of(kTexts)));
        default: return Quantity::vague(VagueScale::prevalence, "widespread");
    }
}

class Filler {
public:
    explicit Filler(Random& random) : random_(random) {}

    void fill(const reflect::Struct& type, void* object) {
        for (const auto& member : type.members) {
            if (!random_.one_in(3)) fill(*member.type, member.in(object));
            while (member.required && reflect::is_empty(*member.type, member.in(object)))
                fill(*member.type, member.in(object));
        }
    }

    void fill(const reflect::Type& type, void* value) {
        switch (type.kind) {
            case Kind::boolean: *static_cast<bool*>(value) = random_.one_in(2); return;
            case Kind::integer: *static_cast<std::int64_t*>(value) = random_.of(kNumbers); return;
            case Kind::text: *static_cast<std::string*>(value) = random_.of(kTexts); return;
            case Kind::id:
            case Kind::reference: *static_cast<Id*>(value) = Id(random_.of(kIds)); return;
            case Kind::any_reference: *static_cast<AnyRef*>(value) = AnyRef("party", random_.of(kIds)); return;
            case Kind::decimal: *static_cast<Decimal*>(value) = *Decimal::parse(random_.of(kDecimals)); return;
            case Kind::rational:
                *static_cast<Rational*>(value) = Rational(static_cast<std::int64_t>(random_.below(100)), 98);
                return;
            case Kind::date: *static_cast<Date*>(value) = *Date::parse(random_.of(kDates)); return;
            case Kind::instant: *static_cast<Instant*>(value) = *Instant::parse(random_.of(kInstants)); return;
            case Kind::interval:
                *static_cast<Interval*>(value) = random_.one_in(2) ? Interval::at_least(9) : Interval{-5, INT64_MAX};
                return;
            case Kind::quantity: *static_cast<Quantity*>(value) = any_quantity(random_); return;
            case Kind::span:
                *static_cast<Span*>(value) = {static_cast<std::int64_t>(random_.below(10)),
                                              1 + static_cast<std::int64_t>(random_.below(9)) + 10};
                return;
            case Kind::code: type.set_code(value, random_.below(type.codes->codes.size())); return;
            case Kind::json: static_cast<RawJson*>(value)->text = random_.of(kJson); return;
            case Kind::extras:
                for (std::size_t i = random_.below(3); i > 0; --i)
                    static_cast<Extras*>(value)->set(fmt::format("x-{}", random_.of(kTexts)),
                                                     std::string(random_.of(kJson)));
                return;
            case Kind::optional: fill(*type.element, type.append(value)); return;
            case Kind::list:
                for (std::size_t i = random_.below(3); i > 0; --i) fill(*type.element, type.append(value));
                return;
            case Kind::record: fill(type.record(), value); return;
        }
    }

private:
    Random& random_;
};

reflect::Object any_record(const reflect::Struct& type, const std::string& id, Random& random) {
    reflect::Object record(type);
    Filler(random).fill(type, record.get());
    *static_cast<Id*>(type.find("id")->in(record.get())) = Id(id);
    return record;
}

}  // namespace

TEST_CASE("random records of every type come back from their JSON") {
    Random random(1);
    Edit edit;
    for (const reflect::Struct* type : entities())
        for (int i = 0; i < 200; ++i) edit.put(*type, any_record(*type, fmt::format("r{}", i), random).get());
    edit.set_extra("x-tool", "{\"a\":[1]}");
    const Dossier made = edit.snapshot();
    const std::string written = io::write_json(made);
    const Edit read = io::read_json(written, "written");
    REQUIRE_MESSAGE(read.diagnostics().empty(), read.diagnostics().front().text());
    const Dossier again = read.snapshot();
    CHECK(io::write_json(again) == written);
    CHECK(again.size() == made.size());
    CHECK(io::digest(again) == io::digest(made));
    for (const reflect::Struct* type : entities()) {
        const Register& records = made.records(*type);
        for (std::size_t i = 0; i < records.size(); ++i) {
            const bool same = reflect::equal(*type, records.at(i), again.records(*type).at(i));
            CHECK_MESSAGE(same, std::string(type->name), " ", i);
        }
    }
    CHECK(!io::find_json_fault(written));
}

TEST_CASE("random objects of every type come back as options do, compact and indented") {
    Random random(2);
    for (const reflect::Struct* type : structs()) {
        for (int i = 0; i < 50; ++i) {
            reflect::Object made(*type);
            Filler(random).fill(*type, made.get());
            const std::string compact = io::to_json(*type, made.get());
            CHECK(compact.find('\n') == std::string::npos);
            for (const std::string& json : {compact, io::to_json(*type, made.get(), true)}) {
                const reflect::Object read = io::from_json(*type, json);
                CHECK_MESSAGE(reflect::equal(*type, made.get(), read.get()), json);
            }
        }
    }
}

TEST_CASE("the canonical form does not depend on the order of what was read") {
    const std::string one = test::dossier(
        "\"parties\": [{\"id\": \"b\", \"x-b\": 1, \"founded\": \"2011\", \"x-a\": 2}, {\"notes\": [\"n\"], \"id\": "
        "\"a\"}], \"persons\": [{\"id\": \"p\"}]");
    const std::string other = test::dossier(
        "\"persons\": [{\"id\": \"p\", \"notes\": []}], \"parties\": [{\"id\": \"a\", \"notes\": "
        "[\"\\u006e\"]},\n{\"x-a\":2,\"x-b\" : 1,\"id\":\"b\",\"founded\":\"2011\",\"country\":\"\"}]");
    const std::string written = io::write_json(io::read_json(one, "one").snapshot());
    CHECK(written ==
          "{\"format\":\"openeom/"
          "1.0\",\n\"persons\":[\n{\"id\":\"p\"}\n],\n\"parties\":[\n{\"id\":\"a\",\"notes\":[\"n\"]},\n{\"id\":\"b\","
          "\"founded\":\"2011\",\"x-a\":2,\"x-b\":1}\n]}\n");
    CHECK(io::write_json(io::read_json(other, "other").snapshot()) == written);
}

TEST_CASE("an empty dossier is its format") {
    CHECK(io::write_json(Dossier()) == "{\"format\":\"openeom/1.0\"}\n");
    CHECK(io::read_json(io::write_json(Dossier()), "t").commit().size() == 0);
    CHECK(io::digest(Dossier()).size() == 64);
}

TEST_CASE("the pieces of a large dossier are the whole") {
    Edit edit;
    for (int i = 0; i < 3000; ++i) {
        Person person;
        person.id = fmt::format("p{:05}", i);
        person.notes = {std::string(100, 'n')};
        edit.put(std::move(person));
    }
    const Dossier dossier = edit.snapshot();
    std::string joined;
    std::size_t pieces = 0, largest = 0;
    io::write_json(dossier, [&](std::string_view piece) {
        joined += piece;
        ++pieces;
        largest = std::max(largest, piece.size());
    });
    CHECK(joined == io::write_json(dossier));
    CHECK(pieces > 3);
    CHECK(largest < 80'000);
}

TEST_CASE("a record that cannot be written is named") {
    Edit edit;
    Person person;
    person.id = "p";
    person.notes = {"\xFF"};
    edit.put(std::move(person));
    const auto error = test::error_of([&] { static_cast<void>(io::write_json(edit.snapshot())); });
    CHECK(error.code() == ErrorCode::data);
    CHECK(error.location().record == "person:p");
}
