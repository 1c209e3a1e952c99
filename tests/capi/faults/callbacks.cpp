// Callbacks that stop, and callbacks that throw, at each place where they are called: callbacks FIXTURE FOLDER.
// Progress says stop at its k-th call, for every k until the call is through; then it throws there. Reading and writing, and a
// foreign Arrow stream, throw too. Each time the call ends with its status and zeros, the edit at hand is as it was, and the
// same call on the same handles then gives the same answer as ever. Prints "N cases".
#include <cstdio>
#include <cstring>
#include <stdexcept>

#include "calls.h"

namespace {

std::uint64_t cases = 0;
std::uint64_t failures = 0;

void check(bool condition, const char* where, const char* what, const frame& f) {
    ++cases;
    if (condition) return;
    ++failures;
    std::printf("%s, call %llu of progress: %s; %s \"%s\"\n", where, static_cast<unsigned long long>(f.stop_at), what,
                eom_status_name(f.status), eom_error_message(f.error));
}

struct Thrower {
    void (*function)();
    eom_status status;
    const char* told;  // a part of the message
};

const Thrower kThrowers[] = {
    {[] { throw std::runtime_error("the host is tired"); }, EOM_E_ARGUMENT, "the host is tired"},
    {[] { throw 7; }, EOM_E_ARGUMENT, "no std::exception"},
    {[] { throw std::bad_alloc(); }, EOM_E_MEMORY, "out of memory"},
};

bool passes(const frame& f, char kind) {
    for (int i = 0; i < f.count; ++i)
        if (f.arguments[i].kind == kind) return true;
    return false;
}

std::uint64_t untouched(world& w) {
    frame f{};
    f.shared = &w;
    eom_edit_create(w.dossier, &f.edit, nullptr);
    const std::uint64_t hash = edit_hash(&f);
    eom_edit_destroy(f.edit);
    return hash;
}

class Call {
public:
    Call(world& w, const call& c) : world_(w), call_(c), base_(untouched(w)) {
        frame f{};
        frame_open(&f, &world_, &call_, 0);
        frame_run(&f, &call_);
        ticks_ = f.ticks;
        has_progress_ = passes(f, 'p');
        has_other_ = passes(f, 'c');
        expected_ = answer(&f);
        frame_close(&f);
    }

    void try_all() {
        for (std::uint64_t k = 1; has_progress_ && k <= ticks_; k += k < 100 ? 1 : k / 10) {
            interrupted(k, nullptr, EOM_E_CANCELLED, "");
            const Thrower& thrower = kThrowers[k % 3];
            interrupted(k, thrower.function, thrower.status, thrower.told);
        }
        for (const Thrower& thrower : kThrowers)
            if (has_other_) interrupted(0, thrower.function, thrower.status, thrower.told);
    }

    [[nodiscard]] std::uint64_t ticks() const { return ticks_; }
    [[nodiscard]] bool has_progress() const { return has_progress_; }

private:
    void interrupted(std::uint64_t k, void (*thrower)(), eom_status status, const char* told) {
        frame f{};
        frame_open(&f, &world_, &call_, 0);
        f.stop_at = k;
        f.in_callback = thrower;
        frame_run(&f, &call_);
        check(f.status == status, call_.function, "another status", f);
        check(std::strstr(eom_error_message(f.error), told) != nullptr, call_.function, "another message", f);
        check(outputs_are_zero(&f) != 0, call_.function, "an output is not zero", f);
        if (f.edit != nullptr) check(edit_hash(&f) == base_, call_.function, "the edit is changed", f);
        frame_empty(&f);
        f.stop_at = 0;
        f.in_callback = nullptr;
        frame_run(&f, &call_);
        check(f.status == call_.expected && answer(&f) == expected_, call_.function, "another answer afterwards", f);
        frame_close(&f);
    }

    world& world_;
    const call& call_;
    std::uint64_t base_;
    std::uint64_t ticks_ = 0;
    std::uint64_t expected_ = 0;
    bool has_progress_ = false;
    bool has_other_ = false;
};

// --- A foreign stream ---

/// Stands in front of a stream of ours and throws in its turn.
struct Foreign {
    ArrowArrayStream inner{};
    int throws_in = 0;  // 1 get_schema, 2 get_next, 3 get_last_error, 4 release
    int released = 0;

    static Foreign& of(ArrowArrayStream* stream) { return *static_cast<Foreign*>(stream->private_data); }
    static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
        if (of(stream).throws_in == 1) throw std::runtime_error("the host is tired");
        return of(stream).inner.get_schema(&of(stream).inner, out);
    }
    static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
        if (of(stream).throws_in == 2) throw std::runtime_error("the host is tired");
        if (of(stream).throws_in == 3) return 5;
        return of(stream).inner.get_next(&of(stream).inner, out);
    }
    static const char* get_last_error(ArrowArrayStream* stream) {
        if (of(stream).throws_in == 3) throw std::runtime_error("the host is tired");
        return nullptr;
    }
    static void release(ArrowArrayStream* stream) {
        Foreign& foreign = of(stream);
        ++foreign.released;
        if (foreign.inner.release != nullptr) foreign.inner.release(&foreign.inner);
        stream->release = nullptr;
        if (foreign.throws_in == 4) throw 7;
    }
};

void try_foreign_streams(world& w) {
    for (int in = 0; in <= 4; ++in) {
        frame f{};
        Foreign foreign;
        foreign.throws_in = in;
        eom_dossier_stream(w.dossier, "party", EOM_AUTO, nullptr, 0, &foreign.inner, nullptr);
        ArrowArrayStream stream{&Foreign::get_schema, &Foreign::get_next, &Foreign::get_last_error, &Foreign::release, &foreign};
        f.status = eom_table_import(&stream, nullptr, 0, nullptr, nullptr, &f.out.table, &f.error);
        const bool fails = in >= 1 && in <= 3;
        check(f.status == (fails ? EOM_E_ARGUMENT : EOM_OK), "eom_table_import", "a foreign stream that throws", f);
        check(!fails || std::strstr(eom_error_message(f.error), "the host is tired") != nullptr, "eom_table_import", "message", f);
        check((f.out.table == nullptr) == fails, "eom_table_import", "the table", f);
        check(foreign.released == 1, "eom_table_import", "the stream was not released once", f);
        frame_empty(&f);
    }
}

}  // namespace

int main(int argc, char** argv) {
    world w;
    if (argc != 3 || world_open(&w, argv[1], argv[2]) == 0) return 2;
    world_fill(&w);
    for (std::size_t i = 0; i < call_count; ++i) {
        Call each(w, calls[i]);
        // Whoever takes a callback calls it, or its caller cannot stop it; a call that is refused may be refused before.
        frame f{};
        f.status = calls[i].expected;
        if (each.has_progress() && calls[i].expected == EOM_OK) check(each.ticks() > 0, calls[i].function, "progress is never told", f);
        each.try_all();
    }
    try_foreign_streams(w);
    world_close(&w);
    std::printf(failures != 0 ? "%llu cases, %llu failed\n" : "%llu cases\n", static_cast<unsigned long long>(cases),
                static_cast<unsigned long long>(failures));
    return failures != 0;
}
