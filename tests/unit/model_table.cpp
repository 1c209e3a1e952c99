// Tables: how records lie in them, and who owns what.
#include <doctest/doctest.h>

#include <cstdint>
#include <thread>

#include "openeom/model/entities.hpp"
#include "openeom/model/typed_table.hpp"

using namespace openeom;

namespace {

template <class T>
Table table_of(const std::vector<T>& records, TextForm form = TextForm::dictionary) {
    TableBuilder builder(reflect::table<T>(), form);
    std::vector<const void*> rows;
    for (const T& record : records) rows.push_back(&record);
    builder.add(rows);
    return std::move(builder).finish();
}

std::size_t place_of(const Table& table, std::string_view name) {
    const auto& fields = table.schema().children;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == name) return i;
    FAIL("no such column");
    return 0;
}

const Field& field(const Table& table, std::string_view name) { return table.schema().children[place_of(table, name)]; }

const Column& column(const Table& table, std::string_view name, std::size_t batch = 0) {
    return table.batches()[batch].children[place_of(table, name)];
}

Candidacy candidacy(int n) {
    Candidacy made;
    made.id = "c-" + std::to_string(n);
    made.election = Ref<Election>("e");
    if (n % 3 != 0) made.position = n;
    if (n % 2 == 0) made.constituency = "north";
    made.independent = n % 5 == 0 ? YesNo::yes : YesNo{};
    return made;
}

std::vector<Candidacy> candidacies(int count) {
    std::vector<Candidacy> made;
    for (int n = 0; n < count; ++n) made.push_back(candidacy(n));
    return made;
}

/// Every buffer of a column and of what is inside it.
void for_each_buffer(const Column& column, const auto& visit) {
    for (const Buffer* buffer : {&column.validity, &column.values, &column.bytes}) visit(*buffer);
    for (const Column& child : column.children) for_each_buffer(child, visit);
    if (column.dictionary) for_each_buffer(*column.dictionary, visit);
}

}  // namespace

TEST_CASE("what is unknown is null and never 0, and what always has a value is never null") {
    const Table table = table_of(candidacies(6));
    const Column& position = column(table, "position");
    CHECK(field(table, "position").nullable);
    CHECK(position.nulls == 2);
    CHECK(position.is_null(0));
    CHECK(position.is_null(3));
    CHECK(position.number<std::int64_t>(4) == 4);
    CHECK(column(table, "constituency").is_null(1));
    CHECK(column(table, "constituency").text(2) == "north");
    CHECK(!field(table, "independent").nullable);
    CHECK(column(table, "independent").nulls == 0);
    CHECK(column(table, "independent").text(1) == reflect::table<Candidacy>().find("independent")->type->codes->codes[0]);
    CHECK(column(table, "independent").text(5) == "yes");
    CHECK(!field(table, "notes").nullable);
    CHECK(column(table, "notes").elements(0) == std::pair<std::int64_t, std::int64_t>(0, 0));
    CHECK(column(table, "x-").nulls == 6);
}

TEST_CASE("a bitmap is there only where something is null") {
    const Table table = table_of(candidacies(6));
    CHECK(column(table, "id").validity.data() == nullptr);
    CHECK(column(table, "position").validity.bytes() == 1);
}

TEST_CASE("buffers begin at multiples of 64") {
    const Table table = table_of(candidacies(1000));
    std::size_t seen = 0;
    for (const Column& batch : table.batches())
        for_each_buffer(batch, [&](const Buffer& buffer) {
            CHECK(reinterpret_cast<std::uintptr_t>(buffer.data()) % 64 == 0);
            seen += buffer.data() != nullptr ? 1u : 0u;
        });
    CHECK(seen > 20);
}

TEST_CASE("batches have 65,536 rows at most and share their dictionaries") {
    const int count = 2 * static_cast<int>(kBatchRows) + 10;
    const Table table = table_of(candidacies(count));
    REQUIRE(table.batches().size() == 3);
    CHECK(table.rows() == count);
    CHECK(table.batches()[0].length == static_cast<std::int64_t>(kBatchRows));
    CHECK(table.batches()[2].length == 10);
    const Column& last = column(table, "constituency", 2);
    CHECK(last.dictionary == column(table, "constituency", 0).dictionary);
    CHECK(last.dictionary->length == 1);
    CHECK(column(table, "id", 2).text(9) == "c-" + std::to_string(count - 1));
    CHECK(column(table, "position", 1).number<std::int64_t>(0) == static_cast<std::int64_t>(kBatchRows));
}

TEST_CASE("texts stand coded or plain, as asked") {
    const Table coded = table_of(candidacies(4)), plain = table_of(candidacies(4), TextForm::plain);
    CHECK(field(coded, "election").layout == Layout::coded);
    CHECK(field(plain, "election").layout == Layout::text);
    CHECK(field(coded, "id").layout == Layout::text);  // each stands once
    CHECK(column(coded, "election").dictionary->length == 1);
    for (std::int64_t row = 0; row < 4; ++row) CHECK(column(coded, "election").text(row) == column(plain, "election").text(row));
}

TEST_CASE("columns are chosen by members, and through an optional part that is not there all is null") {
    RegistrationEvent bare, judged;
    bare.id = "a";
    judged.id = "b";
    judged.due_process.emplace().hearing = Assessment::not_met;
    const auto& type = reflect::table<RegistrationEvent>();
    const reflect::Member& due_process = *type.find("due_process");
    const reflect::Member& hearing = *due_process.type->element->record().find("hearing");
    TableBuilder builder(type, {{"due_process.hearing", {&due_process, &hearing}}});
    const void* rows[] = {&bare, &judged};
    builder.add(rows);
    const Table table = std::move(builder).finish();
    CHECK(field(table, "due_process.hearing").nullable);
    CHECK(column(table, "due_process.hearing").is_null(0));
    CHECK(column(table, "due_process.hearing").text(1) == "not_met");
    CHECK_THROWS_AS(TableBuilder(type, {{"x", {&hearing}}, {"x", {&hearing}}}), Error);
}

TEST_CASE("decimals, dates and quantities say all that was said") {
    Turnout turnout;
    turnout.id = "t";
    turnout.percent = Decimal(7510, 2);
    turnout.at = *Instant::parse("2012-01-15T20:00:00.250+06:00");
    turnout.voters = Quantity::share(Decimal(7510, 2), 1200, "stations");
    const Table table = table_of<Turnout>({turnout});
    const Column& percent = column(table, "percent");
    CHECK((percent.children[0].number<Wide>(0) == Wide{751} * 100'000'000'000'000'000));  // 75.1 of 18 places
    CHECK(percent.children[1].number<std::int16_t>(0) == 2);
    const Column& at = column(table, "at");
    CHECK(at.children[0].number<std::int64_t>(0) == 1'326'636'000'250'000);
    CHECK(at.children[1].number<std::int16_t>(0) == 360);
    CHECK(at.children[2].text(0) == "2012-01-15T20:00:00.250+06:00");
    const Column& voters = column(table, "voters");
    CHECK(voters.children[0].text(0) == "share");
    CHECK(voters.children[1].is_null(0));
    CHECK(voters.children[3].number<std::int64_t>(0) == 1200);
    CHECK(voters.children[5].text(0) == "stations");

    Poll poll;
    poll.id = "p";
    poll.published = *Date::parse("2012-01-09~/2012-02");
    const Table polls = table_of<Poll>({poll});
    const Column& published = column(polls, "published");
    CHECK(published.children[0].number<std::int32_t>(0) == *poll.published.first());
    CHECK(published.children[1].number<std::int32_t>(0) == *poll.published.last());
    CHECK(published.children[2].text(0) == "month");
    CHECK(published.children[3].boolean(0));
    CHECK(published.children[4].boolean(0));
    CHECK(published.children[5].text(0) == "2012-01-09~/2012-02");
}

TEST_CASE("every entity has finitely many columns, and as many as it has members") {
    for (const reflect::Struct* type : entities()) {
        const TableBuilder builder(*type);
        CHECK(builder.schema().children.size() == type->members.size());
    }
}

TEST_CASE("members are read with their types") {
    std::vector<Candidacy> records = candidacies(static_cast<int>(kBatchRows) + 3);
    records[1].person = Ref<Person>("p");
    for (const TextForm form : {TextForm::dictionary, TextForm::plain}) {
        const TypedTable<Candidacy> typed(table_of(records, form));
        const auto position = typed.column<&Candidacy::position>();
        const auto independent = typed.column<&Candidacy::independent>();
        const auto person = typed.column<&Candidacy::person>();
        const auto id = typed.column<&Candidacy::id>();
        static_assert(std::is_same_v<decltype(position[0]), std::optional<std::int64_t>>);
        static_assert(std::is_same_v<decltype(independent[0]), YesNo>);
        static_assert(std::is_same_v<decltype(person[0]), std::optional<std::string_view>>);
        REQUIRE(position.size() == records.size());
        for (const std::size_t row : {std::size_t{0}, std::size_t{1}, kBatchRows - 1, kBatchRows, kBatchRows + 2}) {
            CHECK(position[row] == records[row].position);
            CHECK(independent[row] == records[row].independent);
            CHECK(person[row].has_value() == records[row].person.has_value());
            CHECK(id[row] == records[row].id.text());
        }
        CHECK(*person[1] == "p");
    }
    CHECK_THROWS_AS(TypedTable<Party>(table_of(records)), Error);
}

TEST_CASE("uncertain values come back exactly through typed columns") {
    Turnout turnout;
    turnout.percent = Decimal(-5, 3);
    CHECK(TypedTable<Turnout>(table_of<Turnout>({turnout})).column<&Turnout::percent>()[0] == Decimal(-5, 3));
    Poll poll;
    poll.published = *Date::parse("../2012-02~");
    const TypedTable<Poll> polls(table_of<Poll>({poll, Poll{}}));
    CHECK(polls.column<&Poll::published>()[0] == poll.published);
    CHECK(polls.column<&Poll::published>()[1].empty());
}

TEST_CASE("copies share their buffers and outlive each other, in any thread") {
    Table table = table_of(candidacies(5000));
    const void* values = column(table, "position").values.data();
    std::vector<std::thread> readers;
    std::vector<std::int64_t> sums(8);
    for (std::size_t n = 0; n < sums.size(); ++n)
        readers.emplace_back([copy = table, &sum = sums[n]] {
            const Column& position = column(copy, "position");
            for (std::int64_t row = 0; row < copy.rows(); ++row)
                if (!position.is_null(row)) sum += position.number<std::int64_t>(row);
        });
    const Table kept = table;
    table = Table();
    for (std::thread& reader : readers) reader.join();
    CHECK(column(kept, "position").values.data() == values);
    CHECK(sums == std::vector<std::int64_t>(8, sums[0]));
    CHECK(sums[0] > 0);
}
