/* Every function with every pointer NULL, and every text with lengths that cannot be: arguments CONTRACT FIXTURE FOLDER.
 * CONTRACT is what the header says of each pointer (contract.py). Prints "N cases". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"

static int cases, failures;

static int check(int condition, const char *function, const char *argument, const char *what, const frame *f) {
    ++cases;
    if (condition) return 1;
    ++failures;
    printf("%s, %s: %s; %s \"%s\"\n", function, argument, what, eom_status_name(f->status), eom_error_message(f->error));
    return 0;
}

/* --- What the header says --- */

enum { MOST_LINES = 512 };
static struct line {
    char function[64], argument[64], kind[16];
} contract[MOST_LINES];
static int line_count;

static int read_contract(const char *path) {
    FILE *file = fopen(path, "r");
    char text[256];
    if (file == NULL) return 0;
    while (line_count < MOST_LINES && fgets(text, sizeof text, file) != NULL) {
        struct line *line = &contract[line_count++];
        sscanf(text, "%63s %63s %15s", line->function, line->argument, line->kind);
    }
    fclose(file);
    return line_count > 0;
}

static const char *stated(const char *function, const char *argument) {
    int i;
    for (i = 0; i < line_count; ++i)
        if (strcmp(contract[i].function, function) == 0 && strcmp(contract[i].argument, argument) == 0) return contract[i].kind;
    return NULL;
}

static const call *call_of(const char *function) {
    size_t i;
    for (i = 0; i < call_count; ++i)
        if (strcmp(calls[i].function, function) == 0) return &calls[i];
    return NULL;
}

static int passes(const frame *f, const char *argument) {
    int i;
    for (i = 0; i < f->count; ++i)
        if (strcmp(f->arguments[i].name, argument) == 0) return 1;
    return 0;
}

/* --- Spoilt calls --- */

static world *everything;

static int names(const eom_error *error, const char *argument) {
    char quoted[80];
    sprintf(quoted, "'%s'", argument);
    return strstr(eom_error_message(error), quoted) != NULL;
}

/* Runs the call with outputs that are not zero to begin with, as a careless caller has them. */
static void run_spoilt(frame *f, const call *c, const char *null, const char *stretched, size_t length, int no_error) {
    frame_open(f, everything, c, 0);
    f->null = null, f->stretched = stretched, f->length = length, f->no_error = no_error;
    memset(&f->out, 0x5A, sizeof f->out);
    frame_run(f, c);
}

/* What was not passed as an output is still as it was. */
static void forget_unpassed(frame *f) {
    struct out kept;
    int i;
    memset(&kept, 0, sizeof kept);
    for (i = 0; i < f->count; ++i)
        if (f->arguments[i].kind == 'o' && f->arguments[i].place != NULL) {
            const size_t at = (size_t)((char *)f->arguments[i].place - (char *)&f->out);
            memcpy((char *)&kept + at, f->arguments[i].place, f->arguments[i].size);
        }
    f->out = kept;
}

static int is_a_failure(eom_status status) { return status > EOM_OK && status < EOM_ROW; }

static void check_null(const call *c, const char *argument, const char *kind) {
    int no_error;
    for (no_error = 0; no_error < 2; ++no_error) {
        frame f;
        run_spoilt(&f, c, argument, NULL, 0, no_error);
        if (strcmp(kind, "needed") == 0) {
            check(f.status == EOM_E_ARGUMENT, c->function, argument, "NULL is not refused", &f);
            check(no_error || names(f.error, argument), c->function, argument, "the message does not name it", &f);
            check(outputs_are_zero(&f), c->function, argument, "an output is not zero", &f);
        } else if (strcmp(kind, "optional") == 0) {
            check(f.status == c->expected, c->function, argument, "NULL is not taken", &f);
        } else {
            check(!is_a_failure(f.status) || outputs_are_zero(&f), c->function, argument, "an output is not zero", &f);
        }
        forget_unpassed(&f);
        frame_close(&f);
    }
}

/* Progress and options may be NULL of a call that fails for another reason, and all at once may be NULL. */
static void check_all_null(const call *c, int needs) {
    frame f;
    run_spoilt(&f, c, "*", NULL, 0, 1);
    check(f.status == (needs ? EOM_E_ARGUMENT : c->expected), c->function, "all", "NULL", &f);
    forget_unpassed(&f);
    frame_close(&f);
}

static void check_lengths(const call *c, const char *argument, char kind) {
    static const size_t too_long[] = {SIZE_MAX - 1, SIZE_MAX / 2 + 1, SIZE_MAX / 2, SIZE_MAX};
    frame f;
    size_t i;
    const int has = strcmp(c->function, "eom_has") == 0; /* answers 0, which its call checks */
    const size_t count = kind == 't' ? 3 : 4; /* EOM_AUTO is SIZE_MAX, for texts only */
    for (i = 0; i < count; ++i) {
        run_spoilt(&f, c, NULL, argument, too_long[i], 0);
        check(f.status == (has ? EOM_OK : EOM_E_ARGUMENT), c->function, argument, "an impossible length is not refused", &f);
        check(has || names(f.error, argument), c->function, argument, "the message does not name it", &f);
        check(outputs_are_zero(&f), c->function, argument, "an output is not zero", &f);
        forget_unpassed(&f);
        frame_close(&f);
    }
    run_spoilt(&f, c, NULL, argument, 0, 0);
    check(!is_a_failure(f.status) || (outputs_are_zero(&f) && f.error != NULL), c->function, argument, "length 0", &f);
    forget_unpassed(&f);
    frame_close(&f);
    if (kind != 't') return;
    run_spoilt(&f, c, NULL, argument, EOM_AUTO, 0);
    check(f.status == c->expected, c->function, argument, "EOM_AUTO is not taken", &f);
    forget_unpassed(&f);
    frame_close(&f);
}

static void check_call(const call *c) {
    frame f;
    argument passed[MOST_ARGUMENTS];
    int i, count, needs = 0;
    frame_open(&f, everything, c, 0);
    frame_run(&f, c);
    check(f.status == c->expected && f.error == NULL, c->function, "none", "the call as it should be fails", &f);
    count = f.count;
    memcpy(passed, f.arguments, sizeof passed);
    frame_close(&f);
    run_spoilt(&f, c, NULL, NULL, 0, 1);
    check(f.status == c->expected, c->function, "error", "NULL is not taken", &f);
    forget_unpassed(&f);
    frame_close(&f);
    for (i = 0; i < count; ++i) {
        const char *kind = stated(c->function, passed[i].name);
        if (!check(kind != NULL, c->function, passed[i].name, "the header has no such pointer", &f)) continue;
        needs = needs || strcmp(kind, "needed") == 0;
        check_null(c, passed[i].name, kind);
        if (passed[i].kind == 't' || passed[i].kind == 'n') check_lengths(c, passed[i].name, passed[i].kind);
    }
    check_all_null(c, needs);
}

/* Each function has its call, and each of its pointers is passed by it. */
static void check_complete(void) {
    int i;
    for (i = 0; i < line_count; ++i) {
        const struct line *line = &contract[i];
        const call *c = call_of(line->function);
        frame f;
        memset(&f, 0, sizeof f);
        if (!check(c != NULL, line->function, line->argument, "calls.c has no call of it", &f)) continue;
        if (line->argument[0] == '\0') continue;
        frame_open(&f, everything, c, 0);
        frame_run(&f, c);
        check(passes(&f, line->argument), line->function, line->argument, "the call in calls.c does not pass it", &f);
        frame_close(&f);
    }
}

int main(int argc, char **argv) {
    world w;
    size_t i;
    if (argc != 4 || !read_contract(argv[1]) || !world_open(&w, argv[2], argv[3])) return 2;
    everything = &w;
    check_complete();
    for (i = 0; i < call_count; ++i)
        if (i == 0 || strcmp(calls[i].function, calls[i - 1].function) != 0) check_call(&calls[i]);
    world_close(&w);
    printf(failures != 0 ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
