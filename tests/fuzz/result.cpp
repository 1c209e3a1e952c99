// Lines as a sequence of calls that make results and show them: names of analyses, records and documents, formats and all
// options are any bytes. What is rendered is UTF-8, and strict JSON where it is JSON.
//
//     a NAME OPTIONS   an analysis      k OPTIONS    the checks      d ID OPTIONS      a document
//     s ID             suggestions      t RECORD     a trace         v FORMAT OPTIONS  the last result, rendered
//     m                the last result's schema instead of it        l NAME            a list of it as a table
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

constexpr int kMostResults = 3;

class Sequence {
public:
    void step(Line line) {
        const char letter = line.letter();
        line.letter();
        if (letter == 'v') return render(line);
        if (letter == 'm') return schema();
        if (letter == 'l') return table(line.rest());
        if (made_++ < kMostResults) make(letter, line);
    }

private:
    void make(char letter, Line line) {
        Result made;
        switch (letter) {
            case 'a': {
                const Text name = line.text(), options = line.rest();
                static_cast<void>(call(eom_analyze, golden(), name.data(), name.size(), options.data(), options.size(), nullptr,
                                       nullptr, out(made)));
                break;
            }
            case 'd': {
                const Text id = line.text(), options = line.rest();
                static_cast<void>(call(eom_document, golden(), id.data(), id.size(), options.data(), options.size(), nullptr,
                                       nullptr, out(made)));
                break;
            }
            case 'k': {
                if (checked_++ > 0) return;  // it takes longer than all the rest
                const Text options = line.rest();
                static_cast<void>(call(eom_check, golden(), options.data(), options.size(), nullptr, nullptr, out(made)));
                break;
            }
            case 's': {
                const Text id = line.rest();
                static_cast<void>(call(eom_suggestions, golden(), id.data(), id.size(), nullptr, nullptr, out(made)));
                break;
            }
            case 't': {
                const Text record = line.rest();
                static_cast<void>(call(eom_trace, golden(), record.data(), record.size(), nullptr, nullptr, out(made)));
                break;
            }
            default: return;
        }
        if (!made) return;
        last_ = std::move(made);
        require(*eom_result_name(last_.get()) != '\0', "a result has a name");
        is_json(json_of(last_.get()));
    }

    void render(Line line) const {
        const Text format = line.text(), options = line.rest();
        eom_buf rendered{};
        static_cast<void>(call(eom_result_render, last_.get(), format.data(), format.size(), options.data(), options.size(),
                               nullptr, nullptr, &rendered));
        is_text(taken(rendered));
    }

    void schema() {
        Result made;
        if (call(eom_result_schema, last_.get(), out(made)) == EOM_OK) last_ = std::move(made);
    }

    void table(const Text& name) const {
        Table made;
        static_cast<void>(call(eom_result_table, last_.get(), name.data(), name.size(), out(made)));
    }

    Result last_;
    int made_ = 0;
    int checked_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sequence sequence;
    for_lines(data, size, 12, [&](Line line) { sequence.step(line); });
    return 0;
}
