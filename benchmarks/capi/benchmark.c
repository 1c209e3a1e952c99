/* What the C interface costs: benchmark_capi build|cursor|edit|threads RECORDS. Prints a line of JSON for run.py.
 * The records are candidacies of six members each: id, election, list, constituency, position, ballot_state. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <openeom.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { kColumns = 6, kLists = 40 };
static const char *const members[kColumns] = {"id", "election", "list", "constituency", "position", "ballot_state"};

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

static void need(eom_status status, eom_error *error) {
    if (status == EOM_OK || status == EOM_ROW) return;
    fprintf(stderr, "%s\n", eom_error_message(error));
    exit(1);
}

static void small_records(eom_edit *edit) {
    eom_error *error = NULL;
    char json[160];
    int i;
    need(eom_edit_put_json(edit, "election", EOM_AUTO, "{\"id\": \"e\", \"country\": \"XN\", \"dates\": [\"2027-05-09\"]}", EOM_AUTO, &error),
         error);
    need(eom_edit_put_json(edit, "party", EOM_AUTO, "{\"id\": \"p\", \"names\": [{\"text\": \"P\", \"language\": \"en\"}]}", EOM_AUTO, &error),
         error);
    for (i = 0; i < kLists; ++i) {
        snprintf(json, sizeof json, "{\"id\": \"list-%02d\", \"party\": \"p\", \"election\": \"e\"}", i);
        need(eom_edit_put_json(edit, "candidate_list", EOM_AUTO, json, EOM_AUTO, &error), error);
    }
}

/* Puts the records; gives how long it took, without what comes before and after. */
static double put_records(eom_edit *edit, int64_t count) {
    eom_record *record = NULL;
    eom_error *error = NULL;
    int32_t at[kColumns];
    int64_t i;
    int column;
    double began;
    need(eom_record_create(edit, "candidacy", EOM_AUTO, &record, &error), error);
    for (column = 0; column < kColumns; ++column)
        need(eom_record_column(record, members[column], EOM_AUTO, &at[column], &error), error);
    began = now();
    for (i = 0; i < count; ++i) {
        char id[32], list[16];
        const int id_length = snprintf(id, sizeof id, "candidacy-%08" PRId64, i);
        const int list_length = snprintf(list, sizeof list, "list-%02d", (int)(i % kLists));
        need(eom_record_text(record, at[0], id, (size_t)id_length, &error), error);
        need(eom_record_text(record, at[1], "e", 1, &error), error);
        need(eom_record_text(record, at[2], list, (size_t)list_length, &error), error);
        need(eom_record_text(record, at[3], "district of the north", 21, &error), error);
        need(eom_record_integer(record, at[4], 1 + i % 60, &error), error);
        need(eom_record_text(record, at[5], "on_ballot", 9, &error), error);
        need(eom_record_put(record, &error), error);
    }
    began = now() - began;
    eom_record_destroy(record);
    return began;
}

static eom_dossier *dossier_of(int64_t count) {
    eom_edit *edit = NULL;
    eom_dossier *dossier = NULL;
    eom_error *error = NULL;
    need(eom_edit_create(NULL, &edit, &error), error);
    small_records(edit);
    put_records(edit, count);
    need(eom_edit_commit(edit, NULL, NULL, &dossier, &error), error);
    eom_edit_destroy(edit);
    return dossier;
}

/* Reads every field; gives a sum, so that nothing can be left out. */
static int64_t read_records(const eom_dossier *dossier) {
    eom_cursor *cursor = NULL;
    eom_error *error = NULL;
    int32_t at[kColumns];
    int64_t sum = 0;
    int column;
    need(eom_cursor_open(dossier, "candidacy", EOM_AUTO, NULL, 0, &cursor, &error), error);
    for (column = 0; column < kColumns; ++column)
        need(eom_cursor_column(cursor, members[column], EOM_AUTO, &at[column], &error), error);
    while (eom_cursor_next(cursor, NULL) == EOM_ROW) {
        for (column = 0; column < kColumns; ++column) {
            eom_str text;
            int64_t whole;
            if (column == 4) {
                if (eom_cursor_integer(cursor, at[column], &whole, NULL) == EOM_OK) sum += whole;
            } else if (eom_cursor_text(cursor, at[column], &text, NULL) == EOM_OK) {
                sum += (int64_t)text.length + text.data[0];
            }
        }
    }
    eom_cursor_destroy(cursor);
    return sum;
}

/* One record of a large dossier changed and committed: the median of many. */
static int by_size(const void *left, const void *right) {
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double edit_records(const eom_dossier *dossier, int64_t count) {
    enum { kEdits = 101 };
    double took[kEdits];
    int i;
    for (i = 0; i < kEdits; ++i) {
        eom_edit *edit = NULL;
        eom_dossier *changed = NULL;
        eom_error *error = NULL;
        char json[160];
        snprintf(json, sizeof json, "{\"id\": \"candidacy-%08" PRId64 "\", \"election\": \"e\", \"position\": 99}",
                 (int64_t)i * 7919 % count);
        took[i] = now();
        need(eom_edit_create(dossier, &edit, &error), error);
        need(eom_edit_put_json(edit, "candidacy", EOM_AUTO, json, EOM_AUTO, &error), error);
        need(eom_edit_commit(edit, NULL, NULL, &changed, &error), error);
        took[i] = now() - took[i];
        eom_dossier_release(changed);
        eom_edit_destroy(edit);
    }
    qsort(took, kEdits, sizeof *took, by_size);
    return took[kEdits / 2];
}

static void *reader(void *dossier) {
    int round;
    int64_t sum = 0;
    for (round = 0; round < 4; ++round) sum += read_records(dossier);
    return (void *)(intptr_t)sum;
}

/* Seconds for as many rounds in each of so many threads. */
static double read_by(int threads, eom_dossier *dossier) {
    pthread_t made[8];
    const double began = now();
    int i;
    for (i = 0; i < threads; ++i) pthread_create(&made[i], NULL, reader, dossier);
    for (i = 0; i < threads; ++i) pthread_join(made[i], NULL);
    return now() - began;
}

static void report(const char *work, double seconds) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"work\": \"%s\", \"seconds\": %.9f, \"peak_kilobytes\": %ld}\n", work, seconds, usage.ru_maxrss);
}

int main(int argc, char **argv) {
    const char *work = argc > 1 ? argv[1] : "";
    const int64_t count = argc > 2 ? strtoll(argv[2], NULL, 10) : 1000000;
    if (strcmp(work, "build") == 0) {
        eom_edit *edit = NULL;
        eom_error *error = NULL;
        need(eom_edit_create(NULL, &edit, &error), error);
        small_records(edit);
        report(work, put_records(edit, count));
        eom_edit_destroy(edit);
        return 0;
    }
    if (strcmp(work, "cursor") == 0 || strcmp(work, "edit") == 0 || strcmp(work, "threads") == 0) {
        eom_dossier *dossier = dossier_of(count);
        double took = now();
        if (work[0] == 'c') {
            if (read_records(dossier) == 0) return 1;
            took = now() - took;
        } else if (work[0] == 'e') {
            took = edit_records(dossier, count);
        } else {
            took = read_by(1, dossier);
            took = read_by(2, dossier) / took; /* 1: the second thread costs nothing */
        }
        report(work, took);
        eom_dossier_release(dossier);
        return 0;
    }
    fprintf(stderr, "benchmark_capi build|cursor|edit|threads RECORDS\n");
    return 2;
}
