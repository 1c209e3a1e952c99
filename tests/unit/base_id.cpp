#include <doctest/doctest.h>

#include <string>

#include "openeom/base/error.hpp"
#include "openeom/base/id.hpp"
#include "openeom/base/values.hpp"

using namespace openeom;

TEST_SUITE("base id") {
    TEST_CASE("every byte, first and later") {
        for (int value = 0; value < 256; ++value) {
            const char c = static_cast<char>(value);
            const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            const bool inside = alphanumeric || c == '.' || c == '_' || c == '-';
            CHECK(static_cast<bool>(Id::parse(std::string(1, c))) == alphanumeric);
            CHECK(static_cast<bool>(Id::parse(std::string("a") + c)) == inside);
        }
    }

    TEST_CASE("limits and reasons") {
        CHECK(Id::parse(std::string(200, 'a')));
        CHECK(Id::parse(std::string(201, 'a')).reason() == "it has 201 bytes, more than 200");
        CHECK(Id::parse("").reason() == "it is empty");
        CHECK(Id::parse("Kz").reason() == "it does not begin with a lower-case letter a to z or a digit");
        CHECK(Id::parse("kz 17").reason() == "an id is made of a to z, 0 to 9, '.', '_' and '-'");
        CHECK_THROWS_WITH_AS(Id("kz 17"), "'kz 17' is no id: an id is made of a to z, 0 to 9, '.', '_' and '-'", Error);
        CHECK(Id("kz-17").text() == "kz-17");
        CHECK(Id("a") < Id("b"));
        CHECK(Id().empty());
        CHECK_THROWS_AS(Id(""), Error);
    }

    TEST_CASE("references") {
        const AnyRef finding("finding:parties-blocked");
        CHECK(finding.type() == "finding");
        CHECK(finding.id() == "parties-blocked");
        CHECK(finding == AnyRef("finding", "parties-blocked"));
        CHECK(AnyRef().empty());
        CHECK(AnyRef().type().empty());
        CHECK(AnyRef().id().empty());
        CHECK(AnyRef::parse("parties-blocked").reason() == "a reference is written type:id");
        CHECK(AnyRef::parse(":x").reason() == "the type before ':' is missing");
        for (std::string_view text : {"", "finding:", "Finding:x", "finding:X", "finding:a:b", "find-ing:x"})
            CHECK_FALSE_MESSAGE(AnyRef::parse(text), text);
        CHECK_THROWS_AS(AnyRef("finding", "x y"), Error);
        CHECK(Ref<int>("x").id() == Id("x"));
        CHECK(Ref<int>(std::string("x")) == Ref<int>(std::string_view("x")));
        CHECK(Ref<int>(Id("x")) < Ref<int>("y"));
        CHECK(Ref<int>().empty());
    }

    TEST_CASE("extras") {
        Extras extras;
        CHECK(extras.empty());
        CHECK(extras.members().empty());
        CHECK(sizeof(Extras) == sizeof(void*));
        extras.set("x-b", "1");
        extras.set("x-a", "{}");
        extras.set("x-b", "2");
        CHECK(extras.members().size() == 2);
        CHECK(extras.members().begin()->first == "x-a");
        Extras copy = extras;
        CHECK(copy == extras);
        copy.set("x-c", "null");
        CHECK_FALSE(copy == extras);
        copy = Extras();
        CHECK(copy == Extras());
    }
}
