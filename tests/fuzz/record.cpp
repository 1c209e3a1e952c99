// Lines as a sequence of calls on record builders. A record that is put is read by a cursor as JSON, and that JSON put
// into another edit makes the same dossier.
//
//     b TYPE             a builder         k N MEMBER         a child             c N MEMBER    a column
//     n N                next element      l N ID             loads               p N           puts, and compares
//     x N                clears            - N COLUMN         no value            m             commits
//     t N COLUMN TEXT    j N COLUMN JSON   i N COLUMN NUMBER  r N COLUMN A B      s N COLUMN A B
//     d N COLUMN FIRST LAST PRECISION FLAGS                   q N COLUMN KIND LOW HIGH OF RESERVED WORDS
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

constexpr std::size_t kMostBuilders = 12;

class Sequence {
public:
    Sequence() { must("an edit begins", eom_edit_create, few(), out(edit_)); }

    void step(Line line) {
        const char letter = line.letter();
        line.letter();
        if (letter == 'b') return begin(line.text());
        if (letter == 'm') return commit();
        const std::size_t number = line.number<std::size_t>();
        eom_record* record = pick(builders_, static_cast<std::int64_t>(number));
        switch (letter) {
            case 'k': return child(record, line.text(), number);
            case 'c': return column(record, line.text());
            case 'n': return static_cast<void>(call(eom_record_next, record));
            case 'l': return load(record, line.text());
            case 'p': return put(record, number);
            case 'x': return eom_record_clear(record);
            default: return set(record, letter, line);
        }
    }

private:
    void begin(const Text& type) {
        Record made;
        if (builders_.size() == kMostBuilders) return;
        if (call(eom_record_create, edit_.get(), type.data(), type.size(), out(made)) != EOM_OK) return;
        builders_.push_back(std::move(made));
        types_.emplace_back(type.view());
    }

    void child(eom_record* record, const Text& member, std::size_t number) {
        Record made;
        if (builders_.size() == kMostBuilders) return;
        if (call(eom_record_child, record, member.data(), member.size(), out(made)) != EOM_OK) return;
        builders_.push_back(std::move(made));
        types_.push_back(types_[number % types_.size()]);
    }

    static void column(eom_record* record, const Text& member) {
        std::int32_t found = -1;
        static_cast<void>(call(eom_record_column, record, member.data(), member.size(), &found));
    }

    static void load(eom_record* record, const Text& id) {
        static_cast<void>(call(eom_record_load, record, id.data(), id.size()));
    }

    static void set(eom_record* record, char letter, Line line) {
        const auto column = line.number<std::int32_t>();
        eom_status status = EOM_OK;
        switch (letter) {
            case 't': {
                const Text text = line.rest();
                status = call(eom_record_text, record, column, text.data(), text.size());
                break;
            }
            case 'j': {
                const Text json = line.rest();
                status = call(eom_record_json, record, column, json.data(), json.size());
                break;
            }
            case 'i': status = call(eom_record_integer, record, column, line.number()); break;
            case 'r': {
                const std::int64_t above = line.number();
                status = call(eom_record_rational, record, column, above, line.number());
                break;
            }
            case 's': {
                const std::int64_t from = line.number();
                status = call(eom_record_span, record, column, from, line.number());
                break;
            }
            case 'd': {
                eom_date date{};
                for (std::int32_t* part : {&date.first, &date.last, &date.precision, &date.flags}) *part = line.number<std::int32_t>();
                status = call(eom_record_date, record, column, &date);
                break;
            }
            case 'q': status = quantity(record, column, line); break;
            case '-': status = call(eom_record_null, record, column); break;
            default: break;
        }
        require(status != EOM_ROW && status != EOM_DONE && status != EOM_NULL, "setting gives no answer of a cursor");
    }

    static eom_status quantity(eom_record* record, std::int32_t column, Line line) {
        eom_quantity made{};
        made.kind = line.number<std::int32_t>();
        for (std::int64_t* part : {&made.low, &made.high, &made.of}) *part = line.number();
        made.reserved = line.number<std::int32_t>();
        const Text words = line.rest();
        made.words = {words.data(), words.size()};
        return call(eom_record_quantity, record, column, &made);
    }

    void put(eom_record* record, std::size_t number) {
        if (call(eom_record_put, record) != EOM_OK) return;
        const std::string& type = types_[number % types_.size()];
        if (std::find(put_.begin(), put_.end(), type) == put_.end()) put_.push_back(type);
    }

    void commit() {
        Dossier committed;
        if (++commits_ > 1) return;
        if (call(eom_edit_commit, edit_.get(), nullptr, nullptr, out(committed)) != EOM_OK) return;
        Edit other;
        Dossier again;
        must("an edit begins", eom_edit_create, few(), out(other));
        for (const std::string& type : put_) copy(committed.get(), type, other.get());
        must("what was built is built again from its JSON", eom_edit_commit, other.get(), nullptr, nullptr, out(again));
        require(json_of(again.get()) == json_of(committed.get()), "a builder writes what its record's JSON says");
    }

    static void copy(const eom_dossier* from, const std::string& type, eom_edit* to) {
        Cursor cursor;
        must("a cursor", eom_cursor_open, from, type.data(), type.size(), nullptr, std::size_t{0}, out(cursor));
        while (call(eom_cursor_next, cursor.get()) == EOM_ROW) {
            eom_buf buffer{};
            must("a record is written", eom_cursor_json, cursor.get(), -1, &buffer);
            const std::string json = taken(buffer);
            must("its JSON is taken", eom_edit_put_json, to, type.data(), type.size(), json.data(), json.size());
        }
    }

    Edit edit_;
    std::vector<Record> builders_;
    std::vector<std::string> types_;
    std::vector<std::string> put_;
    int commits_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sequence sequence;
    for_lines(data, size, 50, [&](Line line) { sequence.step(line); });
    return 0;
}
