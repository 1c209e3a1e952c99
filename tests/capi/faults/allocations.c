/* The N-th allocation fails, for one N after the other, until the call passes:
 * allocations [--brief | --all] [--jobs=N] FIXTURE FOLDER.
 *
 * Each call of calls.c has a process of its own, so that it meets the library as nobody used it before, and a crash ends that
 * process only. There it is run three times through all N: once cold, where only the N-th allocation fails; again, when what
 * is computed once is there, with an eye on leaks; and with every allocation from the N-th on. Each time the call gives
 * EOM_E_MEMORY and zeros, or what it would give anyway; the edit at hand is as it was; and the same call on the same handles
 * then gives the same answer as one that never failed.
 *
 * With --all every N is tried, for every type of record where a call is of one. Without, N goes up to 200 one by one and then by
 * an ever larger step, and one type in twenty is tried; with --brief, for a sanitizer, fewer. Prints the N reached of each call,
 * and "N cases". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "calls.h"
#include "memory.h"

static enum { BRIEF, USUAL, ALL } extent = USUAL;
static const char *fixture, *folder;
static int failures;
static uint64_t cases;

/* What a process says to the one that waits for it, also when it crashes. */
static struct report {
    uint64_t cases, n;
    int failures, lasting;
    pid_t process;
    char what[128];
} *reports, *report;

static void failed(const char *what, const frame *f) {
    if (++report->failures > 5) return;
    printf("%s, N = %llu%s: %s; %s \"%s\"\n", report->what, (unsigned long long)report->n, report->lasting ? " and all behind" : "",
           what, eom_status_name(f->status), eom_error_message(f->error));
}

static void watch(int begins) { begins ? memory_begin() : memory_end(); }

static uint64_t step_behind(uint64_t n) {
    switch (extent) {
        case BRIEF: return n <= 40 ? 1 : n / 8;
        case USUAL: return n <= 200 ? 1 : n / 8;
        default: return 1;
    }
}

/* To run it again, and to compare, takes longer than the failure. */
static int is_looked_at_closely(uint64_t n) { return extent != ALL || n <= 200 || n % 16 == 0; }

/* Those that change an edit; the others are not asked whether they did. */
static int changes_edit(const call *c) {
    return strncmp(c->function, "eom_edit_put", 12) == 0 || strcmp(c->function, "eom_edit_remove") == 0 ||
           strcmp(c->function, "eom_edit_upsert") == 0 || strcmp(c->function, "eom_edit_erase") == 0 ||
           strcmp(c->function, "eom_record_put") == 0;
}

static uint64_t untouched(world *w) {
    static uint64_t hash;
    frame f;
    if (hash != 0) return hash;
    memset(&f, 0, sizeof f);
    f.shared = w;
    eom_edit_create(w->dossier, &f.edit, NULL);
    hash = edit_hash(&f);
    eom_edit_destroy(f.edit);
    return hash;
}

enum pass { COLD, WARM, LASTING };

/* One call whose N-th allocation fails. 0 where there was none. */
static int one(world *w, const call *c, enum pass pass, uint64_t n, uint64_t *expected) {
    frame f;
    const int64_t live = memory_live();
    const int closely = is_looked_at_closely(n);
    int was_refused;
    report->n = n, report->lasting = pass == LASTING;
    memory_fails(n, pass == LASTING);
    frame_open(&f, w, c, 0);
    f.around = &watch;
    frame_run(&f, c);
    was_refused = memory_refused();
    memory_fails(0, 0);
    ++report->cases;
    if (f.status == EOM_E_MEMORY && c->expected != EOM_E_MEMORY) {
        if (!was_refused) failed("memory was not refused", &f);
        if (!outputs_are_zero(&f)) failed("an output is not zero", &f);
        if (f.error == NULL || eom_error_code(f.error) != EOM_E_MEMORY) failed("no error, or another", &f);
        if (f.edit != NULL && changes_edit(c) && edit_hash(&f) != untouched(w)) failed("the edit is changed", &f);
        if (!closely) {
            f.status = c->expected;
        } else {
            frame_empty(&f);
            frame_run(&f, c);
        }
    }
    if (f.status != c->expected) failed("neither EOM_E_MEMORY nor what it gives otherwise", &f);
    else if (closely) {
        const uint64_t hash = answer(&f);
        if (*expected == 0) *expected = hash;
        if (hash != *expected) failed("another answer than otherwise", &f);
    }
    frame_close(&f);
    if (pass != COLD && memory_live() != live) failed("memory was lost", &f);
    return was_refused;
}

static void go_through(world *w, const call *c) {
    uint64_t expected = 0, fresh = 0, reached = 0;
    int pass;
    for (pass = COLD; pass <= LASTING; ++pass) {
        uint64_t n = 1;
        while (one(w, c, (enum pass)pass, n, &expected)) n += extent == ALL && pass == WARM && n > 200 ? n / 16 : step_behind(n);
        if (pass == COLD) {
            frame f;
            frame_open(&f, w, c, 0);
            f.around = &watch;
            memory_fails(0, 0);
            frame_run(&f, c);
            reached = memory_counted();
            fresh = answer(&f);
            if (expected != 0 && fresh != expected) failed("after all failures another answer than before", &f);
            frame_close(&f);
        }
    }
    printf("%8llu  %s\n", (unsigned long long)reached + 1, report->what);
}

static void go_through_row(world *w, const call *c) {
    char name[48];
    size_t i;
    snprintf(report->what, sizeof report->what, "%s %.40s %.40s", c->function, c->variant != NULL ? c->variant : "",
             c->type != NULL ? c->type : "");
    go_through(w, c);
    if (!is_by_type(c) || extent == BRIEF) return;
    for (i = 0; type_name(w, i, name, sizeof name) != NULL; i += extent == ALL ? 1 : 20) {
        call of_type = *c;
        of_type.type = name;
        snprintf(report->what, sizeof report->what, "%s %s", c->function, name);
        go_through(w, &of_type);
    }
}

/* --- Processes --- */

static void begin(size_t at) {
    world w;
    pid_t process;
    fflush(stdout);
    process = fork();
    if (process != 0) {
        reports[at].process = process;
        return;
    }
    report = &reports[at];
    if (!world_open(&w, fixture, folder)) exit(2);
    go_through_row(&w, &calls[at]);
    world_close(&w);
    exit(report->failures != 0);
}

static void wait_for_one(void) {
    int status = 0;
    const pid_t ended = wait(&status);
    const struct report *of = reports;
    while (of->process != ended) ++of;
    cases += of->cases;
    failures += of->failures;
    if (WIFEXITED(status) && WEXITSTATUS(status) == (of->failures != 0)) return;
    ++failures;
    printf("%s, N = %llu%s: the process ended with %s %d\n", of->what, (unsigned long long)of->n,
           of->lasting ? " and all behind" : "", WIFSIGNALED(status) ? "signal" : "status",
           WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

int main(int argc, char **argv) {
    size_t i;
    int running = 0, jobs = 1, at = 1;
    for (; at < argc && argv[at][0] == '-'; ++at) {
        if (strcmp(argv[at], "--all") == 0) extent = ALL;
        if (strcmp(argv[at], "--brief") == 0) extent = BRIEF;
        if (strncmp(argv[at], "--jobs=", 7) == 0) jobs = atoi(argv[at] + 7);
    }
    if (argc - at < 2 || argc - at > 3) return 2;
    fixture = argv[at], folder = argv[at + 1];
    reports = mmap(NULL, call_count * sizeof *reports, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (reports == MAP_FAILED) return 2;
    for (i = 0; i < call_count; ++i) {
        if (argc - at == 3 && strcmp(calls[i].function, argv[at + 2]) != 0) continue; /* one function, to look into a failure */
        if (running == jobs) wait_for_one(), --running;
        begin(i), ++running;
    }
    for (; running > 0; --running) wait_for_one();
    printf(failures != 0 ? "%llu cases, %d failed\n" : "%llu cases\n", (unsigned long long)cases, failures);
    return failures != 0;
}
