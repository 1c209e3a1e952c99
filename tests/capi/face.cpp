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

void tables() {
    const eom::Dossier dossier = small();
    const eom::Table table = dossier.table("party", R"({"columns": ["id", "names"]})");
    CHECK(table.rows() == 2);
    CHECK(table.csv().find("b") != std::string::npos);
    ArrowSchema schema = table.schema();
    CHECK(schema.n_children == 2 && std::strcmp(schema.children[0]->name, "id") == 0);
    schema.release(&schema);
    ArrowArrayStream stream = dossier.stream("party", R"({"columns": ["id", "names"]})");
    const eom::Table back = eom::Table::import(stream);
    CHECK(back.rows() == 2 && back.csv() == table.csv());
    eom::Edit edit;
    edit.put_table("party", back);
    CHECK(edit.commit().count("party") == 2);
    ArrowArrayStream handed_out = back.stream();
    CHECK(eom::Table::import(handed_out).rows() == 2);
    CHECK(dossier.analyze("contents").table().rows() > 0 && throws<eom::Error>([&] { static_cast<void>(dossier.table("partie")); }));
}

void upserts_and_erases() {
    eom::Edit edit = small().edit();
    const auto added = edit.upsert("party", "vote-monitor", "17", R"({"names": [{"text": "c"}], "country": "XN"})");
    const auto changed = edit.upsert("party", "vote-monitor", "17", R"({"country": null})");
    CHECK(added.outcome == EOM_ADDED && changed.outcome == EOM_CHANGED && changed.id == added.id);
    CHECK(edit.upsert("party", "vote-monitor", "17", "{}").outcome == EOM_UNCHANGED);
    eom::Cursor party = edit.cursor("party");
    const eom::Column country = party.column("country");
    CHECK(party.find(added.id) && !party.text(country));
    const std::string how = R"({"erased": "2026-12-01T10:00:00Z", "authority": "head of mission", "ground": "objection"})";
    CHECK(edit.erase("party", added.id, how).json().find("party:" + added.id) != std::string::npos);
    CHECK(party.find(added.id));  // as it was when the cursor was opened
    const eom::Dossier dossier = edit.commit();
    CHECK(dossier.count("erasure") == 1 && dossier.count("party") == 2);
    try {
        edit.upsert("party", "vote-monitor", "17", R"({"names": [{"text": "c"}]})");
        CHECK(false);
    } catch (const eom::Error& error) {
        CHECK(error.code() == EOM_E_CONFLICT && std::strstr(error.what(), "was erased on 2026-12-01") != nullptr);
    }
}

}  // namespace

int main() {
    reads();
    fails();
    whole();
    tables();
    upserts_and_erases();
    std::printf(failures != 0 ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0 ? 1 : 0;
}
