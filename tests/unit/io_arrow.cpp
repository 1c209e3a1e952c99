// Tables through Arrow's C interfaces: out without a copy, in again without a difference, and hostile streams refused.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "io_support.hpp"
#include "openeom/io/arrow.hpp"
#include "openeom/io/open.hpp"

using namespace openeom;
using reflect::Kind;
using test::error_of;

namespace {

Table imported(io::ArrowStreamOwner stream) { return io::import_stream(stream.get()); }

/// Canonical JSON of the records of one type.
std::string records_json(const Dossier& dossier, const reflect::Struct& type) {
    std::string made;
    for (const void* record : dossier.records(type)) made += io::to_json(type, record) + "\n";
    return made;
}

/// All registers of a dossier through tables, streams and back.
Dossier there_and_back(const Dossier& dossier, TextForm form, bool stored) {
    Edit edit;
    for (const reflect::Struct* type : entities()) {
        const io::TableOptions options{.columns = {}, .filter = {}, .text = form};
        const Table read = imported(stored ? io::export_stream(io::table(dossier, type->name, options))
                                           : io::export_stream(dossier, type->name, options));
        CHECK(read.rows() == static_cast<std::int64_t>(dossier.records(*type).size()));
        io::put_table(edit, type->name, read);
    }
    return edit.snapshot();
}

/// Gives every member of a record a value, another one for each turn, and now and then none.
class Filler {
public:
    explicit Filler(int turn) : turn_(turn) {}

    void record(const reflect::Struct& type, void* object) {
        for (const reflect::Member& member : type.members) {
            if ((turn_ + ++made_) % 7 == 0 && !member.required) continue;
            value(*member.type, member.in(object));
            if (member.required) must_say(*member.type, member.in(object));
        }
    }

private:
    void must_say(const reflect::Type& type, void* target) {
        if (type.kind == Kind::list && type.size(target) == 0) value(*type.element, type.append(target));
        if (type.kind == Kind::code && type.code(target) == 0) type.set_code(target, 1);
    }

    template <class T, std::size_t N>
    const T& pick(const std::array<T, N>& all) { return all[static_cast<std::size_t>(turn_ + made_) % N]; }

    void value(const reflect::Type& type, void* target) {
        static const std::array<std::string, 5> texts{"плакат", "a,\"b\"\r\n", "=1+1", "日本 ＝1", std::string("zero \0 inside", 13)};
        static const std::array<std::string, 9> dates{"2012-01-15", "2012-01", "2012", "2012-01-09/2012-01-10", "../2011-12-05",
                                                      "2012-01-15/..", "2012-01-09~", "2012-01-09~/2012-02", "2012-01/2012-01"};
        static const std::array<std::string, 4> times{"2012-01-15T20:00:00+06:00", "2012-01-15t14:00:00.1234567z", "1969-12-31T23:59:59.5-00:30", "2016-12-31T23:59:60Z"};
        static const std::array<std::string, 5> decimals{"75.10", "-0.001", "0", "123456789012345678", "0.000000000000000001"};
        static const std::array<std::string, 7> quantities{R"({"exact":7})", R"({"at_least":18})", R"({"range":[16,19]})", R"({"k_of_n":[3,20]})", R"({"share":{"percent":"75.07"}})",
                                                           R"({"share":{"percent":"75.10","n":1200,"of":"stations"}})", R"({"vague":{"scale":"number","term":"several"}})"};
        static const std::array<std::int64_t, 4> integers{0, -1, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
        ++made_;
        switch (type.kind) {
            case Kind::boolean: *static_cast<bool*>(target) = turn_ % 2 == 0; return;
            case Kind::integer: *static_cast<std::int64_t*>(target) = pick(integers); return;
            case Kind::text: *static_cast<std::string*>(target) = pick(texts); return;
            case Kind::id:
            case Kind::reference: static_cast<Id*>(target)->assign(fmt::format("r-{}.{}", turn_, made_)); return;
            case Kind::any_reference: *static_cast<AnyRef*>(target) = AnyRef("party", fmt::format("p-{}", made_)); return;
            case Kind::decimal: *static_cast<Decimal*>(target) = *Decimal::parse(pick(decimals)); return;
            case Kind::rational: *static_cast<Rational*>(target) = Rational(made_, 98); return;
            case Kind::date: *static_cast<Date*>(target) = *Date::parse(pick(dates)); return;
            case Kind::instant: *static_cast<Instant*>(target) = *Instant::parse(pick(times)); return;
            case Kind::interval: *static_cast<Interval*>(target) = turn_ % 2 == 0 ? Interval::at_least(9) : Interval{std::nullopt, 6}; return;
            case Kind::quantity: io::read_value(type, pick(quantities), target); return;
            case Kind::span: *static_cast<Span*>(target) = Span{made_, made_ + 12}; return;
            case Kind::code: type.set_code(target, static_cast<std::size_t>(turn_ + made_) % type.codes->codes.size()); return;
            case Kind::json: static_cast<RawJson*>(target)->text = R"({"a":[1.50,null,"=x"]})"; return;
            case Kind::extras:
                static_cast<Extras*>(target)->set("x-colour", R"("#c00")");
                static_cast<Extras*>(target)->set("x-\"\\\t", R"({"deep":[1]})");
                return;
            case Kind::optional: return value(*type.element, type.append(target));
            case Kind::list:
                for (int i = 0; i < turn_ % 3; ++i) value(*type.element, type.append(target));
                return;
            case Kind::record: return record(type.record(), target);
        }
    }

    int turn_;
    int made_ = 0;
};

/// A dossier with some records of every entity, every kind of value in it.
Dossier full_dossier() {
    Edit edit;
    for (const reflect::Struct* type : entities())
        for (int turn = 0; turn < 20; ++turn) {
            reflect::Object record(*type);
            Filler(turn).record(*type, record.get());
            edit.put(*type, record.get());
        }
    return edit.snapshot();
}

/// Arrow's encoding: the number of pairs, then length and bytes of each key and value.
std::vector<std::pair<std::string, std::string>> metadata_of(const ArrowSchema& schema) {
    const char* at = schema.metadata;
    const auto number = [&] {
        std::int32_t read = 0;
        std::memcpy(&read, at, sizeof read);
        at += sizeof read;
        return read;
    };
    const auto text = [&] {
        const auto length = static_cast<std::size_t>(number());
        return std::string(std::exchange(at, at + length), length);
    };
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::int32_t left = at == nullptr ? 0 : number(); left > 0; --left) {
        std::string key = text();
        pairs.emplace_back(std::move(key), text());
    }
    return pairs;
}

std::vector<const void*> buffers(const ArrowArray& array) {
    std::vector<const void*> all(array.buffers, array.buffers + array.n_buffers);
    for (std::int64_t i = 0; i < array.n_children; ++i)
        for (const void* buffer : buffers(*array.children[i])) all.push_back(buffer);
    return all;
}

std::vector<const void*> buffers(const Column& column, Layout layout, const Field& field) {
    std::vector<const void*> all{column.validity.data()};
    if (layout != Layout::structure) all.push_back(column.values.data());
    if (layout == Layout::text) all.push_back(column.bytes.data());
    for (std::size_t i = 0; i < column.children.size(); ++i)
        for (const void* buffer : buffers(column.children[i], field.children[i].layout, field.children[i])) all.push_back(buffer);
    return all;
}

}  // namespace

TEST_CASE("every record of the examples is the same after table, stream, import and edit") {
    for (const std::string name : {"example:kazakhstan-2012", "example:norlandia-2027"}) {
        const Dossier dossier = open(name);
        for (const TextForm form : {TextForm::dictionary, TextForm::plain})
            for (const bool stored : {true, false})
                CHECK(io::digest(there_and_back(dossier, form, stored)) == io::digest(dossier));
    }
}

TEST_CASE("every kind of value of every entity is the same after table, stream, import and edit") {
    const Dossier dossier = full_dossier();
    for (const TextForm form : {TextForm::dictionary, TextForm::plain}) {
        const Dossier back = there_and_back(dossier, form, true);
        for (const reflect::Struct* type : entities()) {
            CAPTURE(type->name);
            CHECK(records_json(back, *type) == records_json(dossier, *type));
        }
    }
}

TEST_CASE("an exported batch is the table's own memory") {
    const Dossier dossier = open("example:kazakhstan-2012");
    const Table table = io::table(dossier, "registration_event");
    io::ArrowStreamOwner stream = io::export_stream(table);
    io::ArrowOwner<ArrowArray> batch;
    REQUIRE(stream->get_next(stream.get(), batch.get()) == 0);
    const std::vector<const void*> ours = buffers(table.batches()[0], Layout::structure, table.schema());
    CHECK(buffers(*batch.operator->()) == ours);
    CHECK(ours.size() > 100);
    io::ArrowOwner<ArrowArray> end;
    REQUIRE(stream->get_next(stream.get(), end.get()) == 0);
    CHECK(!end);
}

TEST_CASE("what is exported outlives table, stream and dossier, and is released by any thread") {
    io::ArrowOwner<ArrowArray> batch;
    io::ArrowStreamOwner stream;
    {
        const Dossier dossier = open("example:norlandia-2027");
        stream = io::export_stream(dossier, "party", {.columns = {"id"}, .filter = {}});
        io::ArrowStreamOwner stored = io::export_stream(io::table(dossier, "party", {.columns = {"id"}, .filter = {}}));
        REQUIRE(stored->get_next(stored.get(), batch.get()) == 0);
    }
    io::ArrowOwner<ArrowArray> converted;
    REQUIRE(stream->get_next(stream.get(), converted.get()) == 0);
    stream.reset();
    CHECK(batch->length == converted->length);
    const auto* bytes = static_cast<const char*>(batch->children[0]->buffers[2]);
    CHECK(std::memcmp(bytes, converted->children[0]->buffers[2], 10) == 0);
    std::thread([moved = std::move(batch)]() mutable { moved.reset(); }).join();
}

TEST_CASE("children are moved out of a batch and stay when it is released") {
    const Table table = io::table(open("example:norlandia-2027"), "party");
    io::ArrowStreamOwner stream = io::export_stream(table);
    io::ArrowOwner<ArrowArray> batch;
    REQUIRE(stream->get_next(stream.get(), batch.get()) == 0);
    io::ArrowOwner<ArrowArray> id(std::exchange(*batch->children[0], ArrowArray{}));
    batch.reset();
    stream.reset();
    const auto* offsets = static_cast<const std::int32_t*>(id->buffers[1]);
    const std::string first(static_cast<const char*>(id->buffers[2]), static_cast<std::size_t>(offsets[1]));
    CHECK(first == table.batches()[0].children[0].text(0));

    io::ArrowSchemaOwner schema = io::export_schema(table);
    io::ArrowSchemaOwner column(std::exchange(*schema->children[0], ArrowSchema{}));
    schema.reset();
    CHECK(std::string(column->name) == "id");
}

TEST_CASE("a register longer than a batch is streamed batch by batch") {
    Register::Builder records(reflect::table<Candidacy>());
    const int count = static_cast<int>(kBatchRows) + 5;
    for (int n = 0; n < count; ++n) static_cast<Candidacy*>(records.add())->id = fmt::format("c-{:07}", n);
    Edit edit;
    edit.load(std::move(records));
    io::ArrowStreamOwner stream = io::export_stream(edit.snapshot(), "candidacy");
    std::vector<std::int64_t> lengths;
    for (;;) {
        io::ArrowOwner<ArrowArray> batch;
        REQUIRE(stream->get_next(stream.get(), batch.get()) == 0);
        if (!batch) break;
        lengths.push_back(batch->length);
    }
    CHECK(lengths == std::vector<std::int64_t>{static_cast<std::int64_t>(kBatchRows), 5});
}

TEST_CASE("columns and records are chosen, and a wrong word gets a suggestion") {
    const Dossier dossier = open("example:kazakhstan-2012");
    const Table table = io::table(dossier, "registration_event", {.columns = {"id", "due_process.hearing"}, .filter = R"({"kind":"deregistered"})"});
    CHECK(table.schema().children.size() == 2);
    CHECK(table.rows() > 0);
    CHECK(table.rows() < static_cast<std::int64_t>(dossier.records("registration_event").size()));
    CHECK(error_of([&] { static_cast<void>(io::table(dossier, "candidancy")); }).message().find("candidacy") != std::string::npos);
    CHECK(error_of([&] { static_cast<void>(io::table(dossier, "party", {.columns = {"cuntry"}, .filter = {}})); }).message().find("country") != std::string::npos);
}

TEST_CASE("metadata says what a column is") {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    const Table table = io::table(open("example:kazakhstan-2012"), "registration_event", {.columns = {"id", "kind", "evidence"}, .filter = {}});
    const io::ArrowSchemaOwner schema = io::export_schema(table);
    CHECK(metadata_of(*schema.operator->()) == Pairs{{"openeom.schema_version", "1.0"}, {"openeom.type", "registration_event"}, {"openeom.reconstruction", table.reconstruction()}});
    CHECK(table.reconstruction().find("Reconstruction from public sources") == 0);
    CHECK(metadata_of(*schema->children[0]) == Pairs{{"openeom.type", "id"}});
    CHECK(metadata_of(*schema->children[1]) == Pairs{{"openeom.type", "code"}, {"openeom.codelist", "registration_kind"}});
    CHECK(metadata_of(*schema->children[2]) == Pairs{{"openeom.type", "list"}, {"openeom.of", "evidence"}});
    const io::ArrowSchemaOwner turnouts = io::export_schema(io::table(open("example:kazakhstan-2012"), "turnout", {.columns = {"percent"}, .filter = {}}));
    CHECK(metadata_of(*turnouts->children[0]) == Pairs{{"openeom.type", "decimal"}, {"openeom.unit", "percent"}});
}

TEST_CASE("a list of a described object is a table") {
    const Dossier dossier = open("example:norlandia-2027");
    const Election& election = *dossier.all<Election>().begin();
    const Table names = io::table(reflect::table<Election>(), &election, "names");
    CHECK(names.rows() == static_cast<std::int64_t>(election.names.size()));
    CHECK(names.record() == &reflect::table<Name>());
    CHECK(error_of([&] { static_cast<void>(io::table(reflect::table<Election>(), &election, "country")); }).code() == ErrorCode::argument);
    CHECK(error_of([&] { static_cast<void>(io::table(reflect::table<Election>(), &election, "nmaes")); }).code() == ErrorCode::not_found);
    CHECK(error_of([&] { static_cast<void>(io::table(reflect::table<Name>(), &election, {})); }).code() == ErrorCode::argument);
}

// --- What others make ---

namespace {

/// A column as some producer makes it.
struct Made {
    std::string format = {};
    std::string name = {};
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    std::int64_t offset = 0;
    std::vector<std::string> buffers = {};  ///< their bytes; "-" for NULL
    std::vector<Made> children = {};
    std::vector<Made> dictionary = {};
};

template <class T>
std::string bytes(std::initializer_list<T> values) {
    std::string made(values.size() * sizeof(T), '\0');
    if (values.size() > 0) std::memcpy(made.data(), std::data(values), made.size());
    return made;
}

int live = 0;  ///< structs that nobody has released yet

/// A producer's structs, which may be spoilt before they are handed over.
struct SchemaNode {
    Made made;
    std::vector<std::unique_ptr<SchemaNode>> children;
    std::vector<ArrowSchema*> pointers;
    ArrowSchema schema{};

    explicit SchemaNode(const Made& from) : made(from) {
        for (const Made& child : made.children) {
            children.push_back(std::make_unique<SchemaNode>(child));
            pointers.push_back(&children.back()->schema);
        }
        for (const Made& dictionary : made.dictionary) children.push_back(std::make_unique<SchemaNode>(dictionary));
        schema = {made.format.c_str(), made.name.c_str(), nullptr, 2, static_cast<std::int64_t>(pointers.size()), pointers.data(),
                  made.dictionary.empty() ? nullptr : &children.back()->schema, [](ArrowSchema* released) { released->release = nullptr; }, nullptr};
    }
};

struct ArrayNode {
    Made made;
    std::vector<std::unique_ptr<ArrayNode>> children;
    std::vector<ArrowArray*> pointers;
    std::vector<const void*> buffers;
    ArrowArray array{};

    explicit ArrayNode(const Made& from) : made(from) {
        for (const Made& child : made.children) {
            children.push_back(std::make_unique<ArrayNode>(child));
            pointers.push_back(&children.back()->array);
        }
        for (const Made& dictionary : made.dictionary) children.push_back(std::make_unique<ArrayNode>(dictionary));
        for (const std::string& buffer : made.buffers) buffers.push_back(buffer == "-" ? nullptr : buffer.data());
        array = {made.length, made.nulls, made.offset, static_cast<std::int64_t>(buffers.size()), static_cast<std::int64_t>(pointers.size()),
                 buffers.data(), pointers.data(), made.dictionary.empty() ? nullptr : &children.back()->array,
                 [](ArrowArray* released) { released->release = nullptr; }, nullptr};
    }
};

using Spoil = std::function<void(SchemaNode&, ArrayNode&)>;

/// A stream of one batch, or of `batches` of the same.
class Producer {
public:
    Producer(std::vector<Made> columns, const Spoil& spoil = {}, int batches = 1) : left_(batches) {
        Made rows{.format = "+s", .name = "", .length = columns.empty() ? 0 : columns[0].length, .buffers = {"-"}, .children = std::move(columns)};
        schema_ = std::make_unique<SchemaNode>(rows);
        array_ = std::make_unique<ArrayNode>(rows);
        if (spoil) spoil(*schema_, *array_);
    }

    /// The structs are on loan: what is released is counted.
    ArrowArrayStream stream() {
        ++live;
        return {[](ArrowArrayStream* self, ArrowSchema* out) { return of(self).give_schema(out); },
                [](ArrowArrayStream* self, ArrowArray* out) { return of(self).give_array(out); },
                [](ArrowArrayStream*) -> const char* { return "the disk is full"; },
                [](ArrowArrayStream* self) {
                    --live;
                    self->release = nullptr;
                },
                this};
    }

    int failing = 0;

private:
    static Producer& of(ArrowArrayStream* self) { return *static_cast<Producer*>(self->private_data); }

    int give_schema(ArrowSchema* out) {
        if (failing == 1) return 5;
        *out = schema_->schema;
        if (out->release == nullptr) return 0;
        ++live;
        out->release = [](ArrowSchema* released) {
            --live;
            released->release = nullptr;
        };
        return 0;
    }
    int give_array(ArrowArray* out) {
        if (failing == 2) return 5;
        *out = {};
        if (left_-- <= 0) return 0;
        *out = array_->array;
        ++live;
        out->release = [](ArrowArray* released) {
            --live;
            released->release = nullptr;
        };
        return 0;
    }

    std::unique_ptr<SchemaNode> schema_;
    std::unique_ptr<ArrayNode> array_;
    int left_;
};

Table read(std::vector<Made> columns, const Spoil& spoil = {}, const Limits& limits = {}) {
    Producer producer(std::move(columns), spoil);
    ArrowArrayStream stream = producer.stream();
    return io::import_stream(&stream, limits);
}

Made numbers() { return {.format = "l", .name = "n", .length = 3, .buffers = {"-", bytes<std::int64_t>({1, 2, 3})}}; }
Made texts() { return {.format = "u", .name = "t", .length = 3, .buffers = {"-", bytes<std::int32_t>({0, 1, 1, 3}), "abc"}}; }
Made coded() {
    return {.format = "c", .name = "d", .length = 3, .buffers = {"-", bytes<std::int8_t>({1, 0, 1})},
            .dictionary = {{.format = "u", .length = 2, .buffers = {"-", bytes<std::int32_t>({0, 1, 3}), "abc"}}}};
}
Made list(std::string format = "+l") {
    return {.format = std::move(format), .name = "l", .length = 3, .buffers = {"-", bytes<std::int32_t>({0, 2, 2, 3})}, .children = {numbers()}};
}
Made views() {
    const std::string_view longer = "longer than twelve";
    std::string inside(48, '\0');
    const std::int32_t lengths[] = {3, static_cast<std::int32_t>(longer.size()), 0};
    for (std::size_t i = 0; i < 3; ++i) std::memcpy(inside.data() + i * 16, &lengths[i], 4);
    std::memcpy(inside.data() + 4, "abc", 3);
    std::memcpy(inside.data() + 20, longer.data(), 4);
    return {.format = "vu", .name = "v", .length = 3, .buffers = {"-", inside, std::string(longer), bytes<std::int64_t>({static_cast<std::int64_t>(longer.size())})}};
}

std::string refused(std::vector<Made> columns, const Spoil& spoil = {}, const Limits& limits = {}) {
    const int before = live;
    const std::string message = error_of([&] { static_cast<void>(read(std::move(columns), spoil, limits)); }).message();
    CHECK(live == before);  // whatever was taken is released
    return message;
}

ArrowArray& array(ArrayNode& rows, std::size_t column = 0) { return rows.children[column]->array; }
ArrowSchema& schema(SchemaNode& rows, std::size_t column = 0) { return rows.children[column]->schema; }

}  // namespace

TEST_CASE("what other libraries hand out is taken in all its forms") {
    const int before = live;
    Made sliced = numbers();
    sliced.offset = 1, sliced.length = 2;
    CHECK(read({sliced}).batches()[0].children[0].number<std::int64_t>(1) == 3);

    const auto whole = [](std::string format, std::string values) {
        return read({{.format = std::move(format), .name = "n", .length = 2, .buffers = {"-", std::move(values)}}}).batches()[0].children[0];
    };
    for (const Column& column : {whole("c", bytes<std::int8_t>({-1, 2})), whole("s", bytes<std::int16_t>({-1, 2})), whole("i", bytes<std::int32_t>({-1, 2})), whole("l", bytes<std::int64_t>({-1, 2}))}) {
        CHECK(column.number<std::int64_t>(0) == -1);
        CHECK(column.number<std::int64_t>(1) == 2);
    }
    for (const Column& column : {whole("C", bytes<std::uint8_t>({200, 2})), whole("S", bytes<std::uint16_t>({200, 2})), whole("I", bytes<std::uint32_t>({200, 2})), whole("L", bytes<std::uint64_t>({200, 2}))})
        CHECK(column.number<std::int64_t>(0) == 200);
    CHECK(whole("f", bytes<float>({0.5f, 2})).number<double>(0) == 0.5);
    CHECK(whole("tdm", bytes<std::int64_t>({86'400'000, 0})).number<std::int32_t>(0) == 1);
    CHECK(whole("tss:UTC", bytes<std::int64_t>({1, 0})).number<std::int64_t>(0) == 1'000'000);
    CHECK(whole("tsn:UTC", bytes<std::int64_t>({5'000, 0})).number<std::int64_t>(0) == 5);

    CHECK(read({texts()}).batches()[0].children[0].text(2) == "bc");
    Made large = texts();
    large.format = "U", large.buffers[1] = bytes<std::int64_t>({0, 1, 1, 3});
    CHECK(read({large}).batches()[0].children[0].text(2) == "bc");
    CHECK(read({views()}).batches()[0].children[0].text(0) == "abc");
    CHECK(read({views()}).batches()[0].children[0].text(1) == "longer than twelve");
    CHECK(read({coded()}).batches()[0].children[0].text(0) == "bc");
    const Table lists = read({list()});
    CHECK(lists.batches()[0].children[0].elements(2) == std::pair<std::int64_t, std::int64_t>(2, 3));
    Made fixed = list("+w:1");
    fixed.buffers = {"-"};
    CHECK(read({fixed}).batches()[0].children[0].elements(1) == std::pair<std::int64_t, std::int64_t>(1, 2));
    CHECK(read({{.format = "n", .name = "x", .length = 3, .nulls = 3}}).batches()[0].children[0].is_null(2));
    Made unknown = numbers();
    unknown.nulls = -1, unknown.buffers[0] = std::string(1, '\x5');
    CHECK(read({unknown}).batches()[0].children[0].nulls == 1);
    CHECK(live == before);
}

TEST_CASE("a stream that lies is refused by name, and released") {
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    struct Case {
        std::vector<Made> columns;
        Spoil spoil;
        std::string_view said;
    };
    const std::vector<Case> cases = {
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { s.schema.release = nullptr; }, "its schema is released already"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).release = nullptr; }, "n: its schema is released already"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).format = nullptr; }, "n: its schema has no format"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).format = "+us:0"; }, "n: values of the type '+us:0' cannot be taken"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).format = "d:76,2,256"; }, "n: decimals of the type '76,2,256' cannot be taken"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).format = "d:2,3"; }, "n: decimals of the type"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).format = "tsx:"; }, "n: timestamps of the type"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).name = "\xFF"; }, "its name is not UTF-8"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { schema(s).n_children = -1; }, "n: a schema of the type 'l' cannot have -1 children"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { s.schema.children = nullptr; }, "its schema has no children, but a number of them"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { s.schema.children[0] = nullptr; }, "child 0 of its schema is NULL"},
        {{numbers()}, [](SchemaNode& s, ArrayNode&) { s.schema.format = "l"; s.schema.n_children = 0; }, "they are no structs"},
        {{list()}, [](SchemaNode& s, ArrayNode&) { schema(s).n_children = 0; }, "l: a schema of the type '+l' cannot have 0 children"},
        {{coded()}, [](SchemaNode& s, ArrayNode&) { schema(s).format = "g"; }, "d: the indices of its dictionary are no whole numbers"},
        {{coded()}, [](SchemaNode& s, ArrayNode&) { schema(s).dictionary->format = "l"; }, "d: its dictionary holds something else than texts"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).release = nullptr; }, "n: the array is released already"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).length = -1; }, "n: an array of -1 values"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { a.array.length = -3; }, "an array of -3 values"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).length = 2; }, "n: the array has 2 values, 3 are needed"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { a.array.offset = 1; }, "n: the array has 3 values, 4 are needed"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).offset = -1; }, "n: the array begins at -1"},
        {{numbers()}, [huge](SchemaNode&, ArrayNode& a) { array(a).offset = huge; }, "n: the array begins at 9223372036854775807"},
        {{numbers()}, [huge](SchemaNode&, ArrayNode& a) { array(a).length = a.array.length = huge; }, "the array begins at 0 and has 9223372036854775807"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).null_count = -2; }, "n: -2 of 3 values are null"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).null_count = 4; }, "n: 4 of 3 values are null"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).null_count = 1; }, "n: 1 values are null, but no bitmap says which"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).buffers[0] = "\x1"; }, "n: 0 values are said to be null, the bitmap has 2"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { a.array.buffers[0] = "\x1"; a.array.null_count = 2; }, "whole rows are null"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).n_buffers = 1; }, "n: the array has 1 buffers, not 2"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).n_buffers = -1; }, "n: the array has -1 buffers, not 2"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).buffers = nullptr; }, "n: the array has no buffers, but a number of them"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).buffers[1] = nullptr; }, "n: the buffer of its values is NULL"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).n_children = 1; }, "n: the array has 1 children, its schema 0"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { a.array.children = nullptr; }, "the array has no children, but a number of them"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { a.array.children[0] = nullptr; }, "n: the array is NULL"},
        {{numbers()}, [](SchemaNode&, ArrayNode& a) { array(a).dictionary = &a.array; }, "n: a dictionary that its schema does not have"},
        {{coded()}, [](SchemaNode&, ArrayNode& a) { array(a).dictionary = nullptr; }, "d: its dictionary is missing"},
        {{coded()}, [](SchemaNode&, ArrayNode& a) { array(a).dictionary->length = 1; }, "d: an index 1 into a dictionary of 1 texts"},
        {{coded()}, [](SchemaNode&, ArrayNode& a) { array(a).buffers[1] = "\xFF\x00\x01"; }, "d: an index -1 into a dictionary of 2 texts"},
        {{texts()}, [](SchemaNode&, ArrayNode& a) { array(a).buffers[2] = nullptr; }, "t: the buffer of its texts is NULL"},
        {{numbers(), list()}, [](SchemaNode&, ArrayNode& a) { array(a, 1).children[0]->length = 2; }, "l: its offsets go from 2 to 3, of 2 elements"},
        {{views()}, [](SchemaNode&, ArrayNode& a) { array(a).n_buffers = 2; }, "v: the array has 2 buffers, not 3"},
        {{views()}, [](SchemaNode&, ArrayNode& a) { static const std::int64_t size = 3; array(a).buffers[3] = &size; }, "v: a text that reaches beyond its buffer, to 18"},
        {{views()}, [](SchemaNode&, ArrayNode& a) { array(a).buffers[2] = "another text of that"; }, "v: a text that begins in another way than its view says"},
        {{views()}, [](SchemaNode&, ArrayNode& a) { array(a).n_buffers = 3; }, "v: a text in buffer 0 of 0, at 0"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.said);
        const std::string message = refused(each.columns, each.spoil);
        CHECK_MESSAGE(message.find(each.said) != std::string::npos, message);
    }
}

TEST_CASE("offsets that go back, before the beginning or far beyond are refused") {
    for (const std::string& offsets :
         {bytes<std::int32_t>({0, 2, 1, 3}), bytes<std::int32_t>({-1, 0, 1, 3}),
          bytes<std::int32_t>({0, 1 << 20, 3, 3})}) {
        Made made = texts();
        made.buffers[1] = offsets;
        CHECK(refused({made}).find("t: its offsets go from") != std::string::npos);
        Made nested = list();
        nested.buffers[1] = offsets;
        CHECK(refused({numbers(), nested}).find("l: its offsets go from") != std::string::npos);
    }
    Made large = texts();
    large.format = "U";
    large.buffers[1] = bytes<std::int64_t>({0, std::int64_t{1} << 40, std::int64_t{1} << 41, std::int64_t{1} << 42});
    CHECK(refused({large}).find("a value of 1099511627776 bytes") != std::string::npos);
    Made view = views();
    const std::int32_t negative = -5;
    std::memcpy(view.buffers[1].data(), &negative, 4);
    CHECK(refused({view}).find("a text of -5 bytes") != std::string::npos);
}

TEST_CASE("limits on rows, bytes, depth and columns hold") {
    CHECK(refused({numbers()}, {}, {.records = 2}).find("more rows than 2") != std::string::npos);
    CHECK(refused({numbers()}, {}, {.bytes = 16}).find("more bytes than allowed") != std::string::npos);
    Made deep = numbers();
    for (int i = 0; i < 100; ++i) deep = {.format = "+s", .name = "s", .length = 3, .buffers = {"-"}, .children = {deep}};
    CHECK(refused({deep}).find("deeper than 64") != std::string::npos);
    Made wide{.format = "+s", .name = "w", .length = 3, .buffers = {"-"}, .children = std::vector<Made>(5'000, numbers())};
    CHECK(refused({wide, wide}).find("more than 10000 columns") != std::string::npos);
    CHECK(refused(std::vector<Made>(10'001, numbers())).find("cannot have 10001 children") != std::string::npos);
    Producer endless({{.format = "l", .name = "n", .length = 0, .buffers = {"-", "-"}}}, {}, std::numeric_limits<int>::max());
    ArrowArrayStream stream = endless.stream();
    CHECK(error_of([&] { static_cast<void>(io::import_stream(&stream)); }).message().find("batches for 0 rows") != std::string::npos);
    Producer asked({numbers()});
    stream = asked.stream();
    CHECK(error_of([&] { static_cast<void>(io::import_stream(&stream, {}, [](auto, auto, auto) { return false; })); }).code() == ErrorCode::cancelled);
}

TEST_CASE("a producer that fails is quoted, and a stream that is none is refused") {
    const int before = live;
    for (const int failing : {1, 2}) {
        Producer producer({numbers()});
        producer.failing = failing;
        ArrowArrayStream stream = producer.stream();
        const Error error = error_of([&] { static_cast<void>(io::import_stream(&stream)); });
        CHECK(error.code() == ErrorCode::io);
        CHECK(error.message().find("the disk is full") != std::string::npos);
    }
    ArrowArrayStream released{};
    CHECK(error_of([&] { static_cast<void>(io::import_stream(&released)); }).code() == ErrorCode::argument);
    CHECK(error_of([&] { static_cast<void>(io::import_stream(nullptr)); }).code() == ErrorCode::argument);
    CHECK(live == before);
}

TEST_CASE("values that cannot be kept as they are come with row and column, all of them") {
    Made big{.format = "L", .name = "n", .length = 2, .buffers = {"-", bytes<std::uint64_t>({1, std::uint64_t{1} << 63})}};
    Made bad{.format = "u", .name = "t", .length = 2, .buffers = {"-", bytes<std::int32_t>({0, 1, 2}), "\xFF\xFE"}};
    Made half{.format = "tdm", .name = "d", .length = 2, .buffers = {"-", bytes<std::int64_t>({1, 86'400'000})}};
    Made inside{.format = "+l", .name = "l", .length = 2, .buffers = {"-", bytes<std::int32_t>({0, 1, 2})}, .children = {bad}};
    const Error error = error_of([&] { static_cast<void>(read({big, bad, half, inside})); });
    std::vector<std::string> places;
    for (const Diagnostic& each : error.diagnostics()) places.push_back(each.location.record + "." + each.location.member);
    CHECK(places == std::vector<std::string>{"row[1].n", "row[0].t", "row[1].t", "row[0].d", "row[0].l[]", "row[1].l[]"});
}

// --- Into the record ---

namespace {

Made column_of(std::string name, const std::vector<std::string>& values) {
    std::string offsets(4, '\0'), all, bits((values.size() + 7) / 8, '\0');
    std::int64_t nulls = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == "null") ++nulls;
        else {
            all += values[i];
            bits[i / 8] = static_cast<char>(bits[i / 8] | (1 << (i % 8)));
        }
        const auto end = static_cast<std::int32_t>(all.size());
        offsets.append(reinterpret_cast<const char*>(&end), sizeof end);
    }
    return {.format = "u", .name = std::move(name), .length = static_cast<std::int64_t>(values.size()), .nulls = nulls, .buffers = {bits, offsets, all.empty() ? " " : all}};
}

std::string put(Edit& edit, std::string_view type, std::vector<Made> columns) {
    try {
        io::put_table(edit, type, read(std::move(columns)));
        return {};
    } catch (const Error& error) {
        std::string said;
        for (const Diagnostic& each : error.diagnostics()) said += each.text() + "\n";
        return said.empty() ? error.message() : said;
    }
}

}  // namespace

TEST_CASE("plain texts are read as what the members are") {
    Edit edit;
    CHECK(put(edit, "registration_event",
              {column_of("id", {"a", "b"}), column_of("subject", {"party:p", "party:q"}), column_of("kind", {"deregistered", "founded"}), column_of("decided", {"2012-01-09~/2012-01-10~", "null"}),
               column_of("subjects", {R"({"at_least":18})", "null"}), column_of("evidence", {R"(["x","y"])", "null"}),
               column_of("due_process.hearing", {"not_met", "null"}), column_of("x-", {R"({"x-a":1})", "null"})}) == "");
    const Dossier made = edit.snapshot();
    REQUIRE(made.size() == 2);
    CHECK(io::to_json(reflect::table<RegistrationEvent>(), made.find("registration_event", "a")) ==
          R"({"id":"a","evidence":["x","y"],"subject":"party:p","kind":"deregistered","subjects":{"at_least":18},"decided":"2012-01-09~/2012-01-10~","due_process":{"hearing":"not_met"},"x-a":1})");
    CHECK(io::to_json(reflect::table<RegistrationEvent>(), made.find("registration_event", "b")) == R"({"id":"b","subject":"party:q","kind":"founded"})");
}

TEST_CASE("days, timestamps, whole and real numbers are read where they are exact") {
    Edit edit;
    const Made day{.format = "tdD", .name = "published", .length = 1, .buffers = {"-", bytes<std::int32_t>({15'354})}};
    const Made n{.format = "g", .name = "n", .length = 1, .buffers = {"-", bytes<double>({1200})}};
    CHECK(put(edit, "poll", {column_of("id", {"a"}), day, n, column_of("intend_to_vote", {"75.10"})}) == "");
    CHECK(io::to_json(reflect::table<Poll>(), edit.find("poll", "a")) == R"({"id":"a","published":"2012-01-15","n":1200,"intend_to_vote":"75.10"})");
    const Made at{.format = "tsm:UTC", .name = "at", .length = 1, .buffers = {"-", bytes<std::int64_t>({1'326'636'000'250})}};
    const Made percent{.format = "d:4,2", .name = "percent", .length = 1, .buffers = {"-", bytes<Wide>({7510})}};
    CHECK(put(edit, "turnout", {column_of("id", {"t"}), column_of("election", {"e"}), at, percent}) == "");
    CHECK(io::to_json(reflect::table<Turnout>(), edit.find("turnout", "t")) == R"({"id":"t","election":"e","at":"2012-01-15T14:00:00.25Z","percent":"75.10"})");
}

TEST_CASE("every wrong cell is told by row and member, and then nothing is changed") {
    Edit edit;
    const std::string said = put(edit, "candidacy", {column_of("id", {"a", "B!", "null", "d"}), column_of("election", {"e", "e", "e", "null"}),
                                                     column_of("position", {"3rd", "null", "null", "null"}), column_of("ballot_state", {"null", "on_balot", "null", "null"})});
    CAPTURE(said);
    CHECK(said.find("candidacy[0].position: expected a whole number, found a text") != std::string::npos);
    CHECK(said.find("candidacy[1].id: expected an id, found \"B!\"") != std::string::npos);
    CHECK(said.find("candidacy[1].ballot_state: expected a code of ballot_state, found \"on_balot\"") != std::string::npos);
    CHECK(said.find("candidacy[2].id: the member 'id' is missing") != std::string::npos);
    CHECK(said.find("candidacy[3].election: the member 'election' is missing") != std::string::npos);
    CHECK(edit.snapshot().size() == 0);
    CHECK(put(edit, "poll", {column_of("id", std::vector<std::string>(1'500, "!"))}).find("error: 500 more cells are wrong") != std::string::npos);
}

TEST_CASE("columns that are no members, stand twice or say the same are refused") {
    Edit edit;
    CHECK(put(edit, "candidacy", {column_of("id", {"a"}), column_of("positon", {"1"})}).find("did you mean 'position'?") != std::string::npos);
    CHECK(put(edit, "party", {column_of("country", {"KZ"})}) == "the table has no column 'id'");
    CHECK(put(edit, "party", {column_of("id", {"a"}), column_of("id", {"b"})}).find("says what another says too") != std::string::npos);
    CHECK(put(edit, "registration_event", {column_of("id", {"a"}), column_of("due_process", {"{}"}), column_of("due_process.hearing", {"met"})}).find("says what another says too") != std::string::npos);
    CHECK(put(edit, "candidancy", {column_of("id", {"a"})}).find("did you mean 'candidacy'?") != std::string::npos);
    CHECK(put(edit, "party", {column_of("id", {"a"}), column_of("x-", {R"({"colour":1})"})}).find("their names begin with x-") != std::string::npos);
}

TEST_CASE("an id in two rows is refused, an id in the edit is replaced") {
    for (const bool begun : {false, true}) {
        Edit edit;
        if (begun) CHECK(put(edit, "poll", {column_of("id", {"a"}), column_of("pollster", {"XN"})}) == "");
        CHECK(put(edit, "poll", {column_of("id", {"b", "a", "a"})}).find("poll[2].id: the id 'a' is in an earlier row too") != std::string::npos);
        CHECK(edit.records(reflect::table<Poll>()).size() == (begun ? 1 : 0));
        CHECK(put(edit, "poll", {column_of("id", {"a", "b"}), column_of("pollster", {"KZ", "KZ"})}) == "");
        CHECK(edit.records(reflect::table<Poll>()).size() == 2);
        CHECK(static_cast<const Poll*>(edit.find("poll", "a"))->pollster == "KZ");
    }
}

TEST_CASE("numbers that a member cannot hold exactly are refused") {
    Edit edit;
    const auto real = [](std::string name, double value) { return Made{.format = "g", .name = std::move(name), .length = 1, .buffers = {"-", bytes<double>({value})}}; };
    for (const double value : {0.5, 1e300, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 9007199254740994.0})
        CHECK(put(edit, "poll", {column_of("id", {"a"}), real("n", value)}).find("poll[0].n: expected a whole number") != std::string::npos);
    CHECK(put(edit, "poll", {column_of("id", {"a"}), real("intend_to_vote", 75.5)}).find("found a floating point number") != std::string::npos);
    const Made wide{.format = "d:38,0", .name = "intend_to_vote", .length = 1, .buffers = {"-", bytes<Wide>({Wide{1} << 100})}};
    CHECK(put(edit, "poll", {column_of("id", {"a"}), wide}).find("more than 18 digits") != std::string::npos);
    const Made far{.format = "tdD", .name = "published", .length = 1, .buffers = {"-", bytes<std::int32_t>({std::numeric_limits<std::int32_t>::max()})}};
    CHECK(put(edit, "poll", {column_of("id", {"a"}), far}).find("not in the years 1 to 9999") != std::string::npos);
    const Made local{.format = "tsu:", .name = "at", .length = 1, .buffers = {"-", bytes<std::int64_t>({0})}};
    CHECK(put(edit, "turnout", {column_of("id", {"a"}), column_of("election", {"e"}), local}).find("does not say how far it is from UTC") != std::string::npos);
    for (const std::int64_t value : {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
        const Made time{.format = "tsu:UTC", .name = "at", .length = 1, .buffers = {"-", bytes<std::int64_t>({value})}};
        CHECK(put(edit, "turnout", {column_of("id", {"a"}), column_of("election", {"e"}), time}).find("not in the years 1 to 9999") != std::string::npos);
    }
}

TEST_CASE("a date whose parts contradict each other is refused") {
    Edit edit;
    const auto date = [](std::int32_t first) {
        return Made{.format = "+s", .name = "published", .length = 1, .buffers = {"-"},
                    .children = {{.format = "tdD", .name = "first", .length = 1, .buffers = {"-", bytes<std::int32_t>({first})}}, column_of("text", {"2012-01-15"})}};
    };
    CHECK(put(edit, "poll", {column_of("id", {"a"}), date(15'354)}) == "");
    CHECK(put(edit, "poll", {column_of("id", {"a"}), date(15'355)}).find("says another day than its 'first'") != std::string::npos);
}
