#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "openeom/base/describe_tables.hpp"

namespace openeom {

enum class TestColour { not_stated, red, public_ };
BOOST_DESCRIBE_ENUM(TestColour, not_stated, red, public_)
template <>
inline constexpr reflect::CodeListRow reflect::code_list_row<TestColour>{"test_colour", "colours of a test"};

struct TestPart {
    std::string word;
    std::vector<std::string> more;
};
BOOST_DESCRIBE_STRUCT(TestPart, (), (word, more))
template <>
inline constexpr reflect::StructRow reflect::struct_row<TestPart>{"test_part", "", "a part"};
template <>
inline constexpr auto reflect::rows<TestPart> = std::to_array<reflect::Row>({{"word", "a word"}, {"more", "more words"}});

/// One member of each kind that can be empty.
struct TestWhole {
    Id id;
    std::string text;
    Ref<TestPart> part_ref;
    AnyRef any;
    Date date;
    Instant instant;
    Interval interval;
    Quantity quantity;
    Span span;
    TestColour colour = TestColour::not_stated;
    RawJson raw;
    Extras extras;
    std::optional<std::int64_t> count;
    std::optional<bool> flag;
    std::optional<Decimal> percent;
    std::vector<Ref<TestPart>> references;
    std::vector<std::vector<std::int64_t>> grid;
    TestPart part;
};
BOOST_DESCRIBE_STRUCT(TestWhole, (), (id, text, part_ref, any, date, instant, interval, quantity, span, colour, raw, extras, count, flag, percent, references, grid, part))
template <>
inline constexpr reflect::StructRow reflect::struct_row<TestWhole>{"test_whole", "test_wholes", "one member of each kind"};
template <>
inline constexpr auto reflect::rows<TestWhole> = std::to_array<reflect::Row>(
    {{"id", ""},       {"text", ""}, {"part_ref", ""}, {"any", ""},   {"date", ""},   {"instant", ""}, {"interval", ""},   {"quantity", ""}, {"span", ""},
     {"colour", ""},   {"raw", ""},  {"x-", ""},       {"count", ""}, {"flag", ""},   {"percent", ""}, {"references", ""}, {"grid", ""},     {"part", ""}});

/// Never empty: what it holds is always said.
struct TestPlain {
    std::int64_t count = 0;
    bool flag = false;
    Decimal decimal;
    Rational rational;
};
BOOST_DESCRIBE_STRUCT(TestPlain, (), (count, flag, decimal, rational))
template <>
inline constexpr reflect::StructRow reflect::struct_row<TestPlain>{"test_plain", "", "plain values"};
template <>
inline constexpr auto reflect::rows<TestPlain> =
    std::to_array<reflect::Row>({{"count", ""}, {"flag", ""}, {"decimal", ""}, {"rational", ""}});

/// Counts its objects, is over-aligned, and throws on request.
struct alignas(64) TestCounted {
    static inline int alive = 0;
    static inline bool refuse = false;
    std::string text;

    TestCounted() {
        if (refuse) throw std::runtime_error("refused");
        ++alive;
    }
    TestCounted(const TestCounted& other) : text(other.text) {
        if (refuse) throw std::runtime_error("refused");
        ++alive;
    }
    TestCounted& operator=(const TestCounted&) = default;
    ~TestCounted() { --alive; }
};

}  // namespace openeom

OPENEOM_TABLE(openeom::TestPart)
OPENEOM_TABLE(openeom::TestWhole)
OPENEOM_TABLE(openeom::TestPlain)

using namespace openeom;
using reflect::Kind;
using reflect::Object;

namespace {

const reflect::Struct& counted() {
    static const reflect::Struct made = [] {
        reflect::Struct type;
        type.name = "test_counted";
        type.bytes = sizeof(TestCounted);
        type.alignment = alignof(TestCounted);
        type.construct = [](void* at) { new (at) TestCounted; };
        type.copy = [](void* to, const void* from) { new (to) TestCounted(*static_cast<const TestCounted*>(from)); };
        type.destroy = [](void* at) noexcept { static_cast<TestCounted*>(at)->~TestCounted(); };
        return type;
    }();
    return made;
}

const reflect::Struct& whole() { return reflect::table<TestWhole>(); }

bool is_empty(const TestWhole& value) {
    reflect::Type type;
    type.kind = Kind::record;
    type.record = &reflect::table<TestWhole>;
    return reflect::is_empty(type, &value);
}

/// One change of each member, each of which makes a whole that is not empty.
const std::vector<std::pair<std::string, void (*)(TestWhole&)>> kChanges{
    {"id", [](TestWhole& w) { w.id = Id("x"); }},
    {"text", [](TestWhole& w) { w.text = "x"; }},
    {"part_ref", [](TestWhole& w) { w.part_ref = Ref<TestPart>("x"); }},
    {"any", [](TestWhole& w) { w.any = AnyRef("a:x"); }},
    {"date", [](TestWhole& w) { w.date = Date(1970, 1, 1); }},
    {"instant", [](TestWhole& w) { w.instant = *Instant::parse("1970-01-01T00:00:00Z"); }},
    {"interval", [](TestWhole& w) { w.interval = Interval::at_least(0); }},
    {"quantity", [](TestWhole& w) { w.quantity = Quantity::exact(0); }},
    {"span", [](TestWhole& w) { w.span = {0, 1}; }},
    {"colour", [](TestWhole& w) { w.colour = TestColour::public_; }},
    {"raw", [](TestWhole& w) { w.raw = {"null"}; }},
    {"x-", [](TestWhole& w) { w.extras.set("x-a", "1"); }},
    {"count", [](TestWhole& w) { w.count = 0; }},
    {"flag", [](TestWhole& w) { w.flag = false; }},
    {"percent", [](TestWhole& w) { w.percent = Decimal(); }},
    {"references", [](TestWhole& w) { w.references.emplace_back("x"); }},
    {"grid", [](TestWhole& w) { w.grid.emplace_back(); }},
    {"part", [](TestWhole& w) { w.part.more.emplace_back(); }},
};

}  // namespace

TEST_SUITE("base reflect") {
    TEST_CASE("every kind has a name of its own") {
        std::set<std::string_view> names;
        for (int kind = 0; kind <= static_cast<int>(Kind::record); ++kind) names.insert(name(static_cast<Kind>(kind)));
        CHECK(names.size() == static_cast<std::size_t>(Kind::record) + 1);
        CHECK_FALSE(names.contains("unknown"));
        CHECK(name(static_cast<Kind>(static_cast<int>(Kind::record) + 1)) == "unknown");
        CHECK(name(Kind::any_reference) == "any_reference");
    }

    TEST_CASE("members and codes are found by name") {
        for (const auto& member : whole().members) CHECK(whole().find(member.name) == &member);
        CHECK(whole().find("nothing") == nullptr);
        CHECK(whole().find("") == nullptr);
        const auto* codes = whole().find("colour")->type->codes;
        REQUIRE(codes);
        CHECK(codes->find("not_stated") == 0);
        CHECK(codes->find("public") == 2);
        CHECK_FALSE(codes->find("public_"));
        CHECK_FALSE(codes->find("Red"));
    }

    TEST_CASE("one change of any member makes a whole that is neither empty nor equal") {
        REQUIRE(kChanges.size() == whole().members.size());
        const TestWhole blank;
        CHECK(is_empty(blank));
        CHECK(reflect::equal(whole(), &blank, &blank));
        for (const auto& each : kChanges) {
            const std::string& name = each.first;
            const auto change = each.second;
            CAPTURE(name);
            TestWhole changed, again;
            change(changed);
            change(again);
            CHECK_FALSE(is_empty(changed));
            CHECK_FALSE(reflect::equal(whole(), &blank, &changed));
            CHECK_FALSE(reflect::equal(whole(), &changed, &blank));
            CHECK(reflect::equal(whole(), &changed, &again));
            for (const auto& member : whole().members) {
                CHECK(reflect::is_empty(*member.type, member.in(static_cast<const void*>(&changed))) == (member.name != name));
                CHECK(reflect::equal(*member.type, member.in(static_cast<const void*>(&changed)),
                                     member.in(static_cast<const void*>(&blank))) == (member.name != name));
            }
        }
    }

    TEST_CASE("plain values are never empty") {
        TestPlain plain, other;
        for (const auto& member : reflect::table<TestPlain>().members) CHECK_FALSE(reflect::is_empty(*member.type, member.in(static_cast<void*>(&plain))));
        const auto& type = reflect::table<TestPlain>();
        CHECK(reflect::equal(type, &plain, &other));
        other.count = 1;
        CHECK_FALSE(reflect::equal(type, &plain, &other));
        other = {};
        other.flag = true;
        CHECK_FALSE(reflect::equal(type, &plain, &other));
        other = {};
        other.decimal = Decimal(0, 1);
        CHECK_FALSE(reflect::equal(type, &plain, &other));
        other = {};
        other.rational = Rational(1, 2);
        CHECK_FALSE(reflect::equal(type, &plain, &other));
    }

    TEST_CASE("lists are compared element by element") {
        TestWhole left, right;
        left.grid = {{1, 2}, {3}};
        right.grid = {{1, 2}, {4}};
        CHECK_FALSE(reflect::equal(whole(), &left, &right));
        right.grid = {{1, 2}};
        CHECK_FALSE(reflect::equal(whole(), &left, &right));
        right.grid = {{1, 2}, {3}};
        CHECK(reflect::equal(whole(), &left, &right));
        left.count = 1;
        right.count = 2;
        CHECK_FALSE(reflect::equal(whole(), &left, &right));
    }

    TEST_CASE("innermost") {
        CHECK(reflect::innermost(*whole().find("grid")->type).kind == Kind::integer);
        CHECK(reflect::innermost(*whole().find("percent")->type).kind == Kind::decimal);
        CHECK(reflect::innermost(*whole().find("part")->type).kind == Kind::record);
        CHECK(reflect::innermost(*whole().find("references")->type).kind == Kind::reference);
    }

    TEST_CASE("objects own what they hold") {
        REQUIRE(TestCounted::alive == 0);
        {
            Object first(counted());
            CHECK(TestCounted::alive == 1);
            CHECK(reinterpret_cast<std::uintptr_t>(first.get()) % 64 == 0);
            first.as<TestCounted>().text = "a text longer than what a string holds in place";
            Object second(first);
            CHECK(TestCounted::alive == 2);
            CHECK(second.as<TestCounted>().text == first.as<TestCounted>().text);
            CHECK(second.get() != first.get());
            const void* place = second.get();
            Object third(std::move(second));
            CHECK(third.get() == place);
            CHECK_FALSE(second);
            CHECK(TestCounted::alive == 2);
            Object copied(counted(), first.get());
            CHECK(TestCounted::alive == 3);
            copied = third;
            CHECK(TestCounted::alive == 3);
            copied = Object();
            CHECK(TestCounted::alive == 2);
            CHECK_FALSE(copied);
            Object nothing(copied);
            CHECK_FALSE(nothing);
            third = std::move(first);
            CHECK(TestCounted::alive == 1);
        }
        CHECK(TestCounted::alive == 0);
    }

    TEST_CASE("an object that cannot be made leaves nothing behind") {
        Object first(counted());
        TestCounted::refuse = true;
        CHECK_THROWS_AS(Object{counted()}, std::runtime_error);
        CHECK_THROWS_AS(Object{first}, std::runtime_error);
        CHECK_THROWS_AS(Object(counted(), first.get()), std::runtime_error);
        TestCounted::refuse = false;
        CHECK(TestCounted::alive == 1);
    }

    TEST_CASE("an object of a described struct") {
        TestPart part{"word", {"a", "b"}};
        const Object made = reflect::object(part);
        CHECK(&made.type() == &reflect::table<TestPart>());
        CHECK(made.as<TestPart>().more.size() == 2);
        CHECK(reflect::equal(made.type(), made.get(), &part));
        CHECK(reflect::table<TestWhole>().members.size() == 18);
    }
}
