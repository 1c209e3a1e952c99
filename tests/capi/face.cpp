// openeom.hpp as C++17: values, optionals, exceptions, and callbacks that throw. Prints "N cases".
#include <openeom.hpp>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace {

int cases = 0;
int failures = 0;

void check(bool condition, const char* what, int line) {
    ++cases;
    if (condition) return;
    std::printf("face.cpp:%d: %s\n", line, what);
    ++failures;
}
#define CHECK(condition) check((condition), #condition, __LINE__)

struct Own {
    int number;
};

template <class Thrown, class Call>
bool throws(Call call) {
    try {
        call();
    } catch (const Thrown&) {
        return true;
    }
    return false;
}

eom::Dossier small() {
    eom::Edit edit;
    eom::Record party = edit.record("party");
    eom::Record name = party.child("names");
    const eom::Column id = party.column("id"), text = name.column("text");
    for (const char* each : {"a", "b"}) {
        party.text(id, each);
        name.next();
        name.text(text, each);
        party.put();
    }
    eom::Record result = edit.record("result");
    edit.put_json("election", R"({"id": "e", "country": "XN", "dates": ["2027-05-09"]})");
    result.text(result.column("id"), "r");
    result.text(result.column("election"), "e");
    result.rational(result.column("percent"), {1250, 100});
    result.put();
    return edit.commit();
}

void reads() {
    const eom::Dossier dossier = small();
    const eom::Dossier copy = dossier;
    CHECK(copy.digest() == dossier.digest() && copy.count() == 4 && copy.count("party") == 2);
    eom::Cursor party = dossier.cursor("party", R"({"id": {"from": "b"}})");
    eom::Cursor name = party.child("names");
    const eom::Column id = party.column("id"), country = party.column("country"), text = name.column("text");
    CHECK(party.next() && party.text(id) == std::string_view("b") && !party.text(country));
    CHECK(name.next() && name.text(text) == std::string_view("b") && !name.next());
    CHECK(!party.next() && party.find("a") && party.json() == R"({"id":"a","names":[{"text":"a"}]})");
    eom::Cursor result = dossier.cursor("result");
    const eom::Column percent = result.column("percent"), seats = result.column("seats");
    CHECK(result.next() && result.rational(percent)->numerator == 1250 && *result.real(percent) == 12.5);
    CHECK(!result.integer(seats) && *result.json(percent) == "\"12.50\"");
}

void fails() {
    const eom::Dossier dossier = small();
    try {
        dossier.cursor("partie");
        CHECK(false);
    } catch (const eom::Error& error) {
        CHECK(error.code() == EOM_E_NOT_FOUND && std::strstr(error.what(), "'party'") != nullptr);
        CHECK(error.detail().find("\"code\": \"not_found\"") != std::string::npos);
    }
    eom::Dossier moved = dossier;
    const eom::Dossier there = std::move(moved);
    CHECK(throws<eom::Error>([&] { static_cast<void>(moved.count()); }));
    CHECK(throws<eom::Error>([&] { static_cast<void>(dossier.check({}, [](auto, auto, auto) { return false; })); }));
    CHECK(throws<Own>([&] { static_cast<void>(dossier.check({}, [](auto, auto, auto) -> bool { throw Own{1}; })); }));
    CHECK(throws<Own>([&] { dossier.write_to([](std::string_view) { throw Own{2}; }); }));
    CHECK(throws<Own>([&] { static_cast<void>(eom::Dossier::read([](char*, std::size_t) -> std::size_t { throw Own{3}; })); }));
}

void whole() {
    const eom::Dossier dossier = eom::Dossier::open("example:kazakhstan-2012");
    std::string written;
    dossier.write_to([&](std::string_view bytes) { written += bytes; });
    std::size_t at = 0;
    const eom::Dossier again = eom::Dossier::read([&](char* into, std::size_t room) {
        const std::size_t length = std::min(room, written.size() - at);
        written.copy(into, length, at);
        at += length;
        return length;
    });
    CHECK(again.digest() == dossier.digest() && written == dossier.json());
    CHECK(dossier.document("statement").render("markdown").find("15 January 2012") != std::string::npos);
    CHECK(dossier.analyze("registration").name() == "registration");
    eom::Edit edit = dossier.edit();
    edit.put_json("incident", R"({"id": "i", "type": "bribery"})");
    const std::string changes = dossier.diff(edit.commit()).json();
    const eom::Dossier::Merged merged = again.merge({changes});
    CHECK(merged.dossier && merged.dossier->count("incident") == dossier.count("incident") + 1);
    CHECK(eom::has("function:eom_record_put") && !eom::has("function:eom_fly"));
    CHECK(eom::schema("party").json().find("\"names\"") != std::string::npos && eom::examples().name() == "examples");
}

}  // namespace

int main() {
    reads();
    fails();
    whole();
    std::printf(failures != 0 ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0 ? 1 : 0;
}
