/* Eight threads at once on the same snapshot, table and results: threads FIXTURE FOLDER [ROUNDS].
 * Each makes every call of calls.c, on handles of its own where the header says so, and gets the answers that one thread alone
 * got; each in another order, and all at the same time. Then they retain and release one snapshot, whose last release is
 * anybody's; ask a digest that nobody asked before; and release what one stream handed out. Run under ThreadSanitizer too.
 * Prints "N cases". */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"

enum { THREADS = 8 };

static world shared;
static uint64_t *got[THREADS]; /* what each thread was answered */
static int rounds = 2;
static pthread_barrier_t barrier;
static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;
static int cases, failures;

static void check(int condition, const char *what, const char *detail) {
    pthread_mutex_lock(&counting);
    ++cases;
    if (!condition) {
        ++failures;
        printf("%s %s\n", what, detail);
    }
    pthread_mutex_unlock(&counting);
}

static void together(void *(*work)(void *)) {
    pthread_t threads[THREADS];
    static int numbers[THREADS];
    int i;
    pthread_barrier_init(&barrier, NULL, THREADS);
    for (i = 0; i < THREADS; ++i) {
        numbers[i] = i;
        if (pthread_create(&threads[i], NULL, work, &numbers[i]) != 0) exit(2);
    }
    for (i = 0; i < THREADS; ++i) pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&barrier);
}

static uint64_t answered(const call *c, int number) {
    frame f;
    uint64_t hash;
    frame_open(&f, &shared, c, number);
    frame_run(&f, c);
    hash = answer(&f);
    frame_close(&f);
    return hash;
}

static void *make_calls(void *argument) {
    const int number = *(int *)argument;
    int round;
    size_t i;
    pthread_barrier_wait(&barrier);
    for (round = 0; round < rounds; ++round)
        for (i = 0; i < call_count; ++i) {
            /* In even rounds all at the same call; in odd ones each somewhere else. */
            const size_t at = round % 2 == 0 ? i : (i + (size_t)number * call_count / THREADS) % call_count;
            const uint64_t hash = answered(&calls[at], number);
            check(round == 0 || hash == got[number][at], "another answer than before:", calls[at].function);
            got[number][at] = hash;
        }
    return NULL;
}

/* --- The last release --- */

static eom_dossier *passed[THREADS];
static const char *digest;

static void *release_last(void *argument) {
    const int number = *(int *)argument;
    int i;
    eom_dossier *mine = passed[number];
    pthread_barrier_wait(&barrier);
    for (i = 0; i < 2000; ++i) {
        int64_t count = 0;
        eom_dossier *again = eom_dossier_retain(mine);
        if (eom_dossier_count(again, NULL, 0, &count, NULL) != EOM_OK || count == 0) check(0, "a snapshot is empty", "");
        eom_dossier_release(again);
    }
    pthread_barrier_wait(&barrier);
    eom_dossier_release(mine); /* all at once: one of them is the last */
    return NULL;
}

static void *ask_digest(void *argument) {
    eom_str asked = {NULL, 0};
    (void)argument;
    pthread_barrier_wait(&barrier);
    check(eom_dossier_digest(passed[0], NULL, NULL, &asked, NULL) == EOM_OK && asked.length == 64, "digest", "");
    pthread_mutex_lock(&counting);
    if (digest == NULL) digest = asked.data;
    pthread_mutex_unlock(&counting);
    check(asked.data == digest, "digest:", "not the same bytes for all");
    return NULL;
}

/* --- Arrow: each thread releases what another one took --- */

static struct ArrowArray arrays[THREADS];
static struct ArrowSchema schemas[THREADS];

static void *release_arrays(void *argument) {
    const int number = *(int *)argument;
    const int other = (number + 1) % THREADS;
    struct ArrowArrayStream stream;
    const eom_status status = number % 2 == 0 ? eom_table_stream(shared.table, &stream, NULL)
                                              : eom_dossier_stream(shared.dossier, "party", EOM_AUTO, NULL, 0, &stream, NULL);
    check(status == EOM_OK && stream.get_schema(&stream, &schemas[number]) == 0 && stream.get_next(&stream, &arrays[number]) == 0,
          "a stream", "");
    stream.release(&stream);
    pthread_barrier_wait(&barrier);
    arrays[other].release(&arrays[other]);
    schemas[other].release(&schemas[other]);
    return NULL;
}

/* --- Edits of the same snapshot, each in its thread; the snapshot goes while they are read --- */

static void *edit_alone(void *argument) {
    const int number = *(int *)argument;
    eom_dossier *made = passed[number];
    int i;
    pthread_barrier_wait(&barrier);
    for (i = 0; i < 40; ++i) {
        char json[120];
        eom_edit *edit = NULL;
        eom_dossier *next = NULL;
        int64_t count = 0;
        sprintf(json, "{\"id\": \"party-of-%d-%d\", \"names\": [{\"text\": \"A party\"}]}", number, i);
        eom_edit_create(made, &edit, NULL);
        eom_dossier_release(made);
        check(eom_edit_put_json(edit, "party", EOM_AUTO, json, EOM_AUTO, NULL) == EOM_OK, "put", json);
        check(eom_edit_commit(edit, NULL, NULL, &next, NULL) == EOM_OK, "commit", json);
        eom_edit_destroy(edit);
        check(eom_dossier_count(next, "party", EOM_AUTO, &count, NULL) == EOM_OK && count == 3 + i, "count", json);
        made = next;
    }
    eom_dossier_release(made);
    return NULL;
}

static void pass_on(eom_dossier *snapshot) {
    int i;
    for (i = 0; i < THREADS; ++i) passed[i] = eom_dossier_retain(snapshot);
    eom_dossier_release(snapshot);
}

static eom_dossier *parsed(void) {
    eom_dossier *made = NULL;
    if (eom_dossier_parse(shared.json, EOM_AUTO, NULL, 0, NULL, 0, NULL, NULL, &made, NULL) != EOM_OK) exit(2);
    return made;
}

int main(int argc, char **argv) {
    size_t i;
    int j;
    if (argc < 3 || !world_open(&shared, argv[1], argv[2])) return 2;
    if (argc > 3) rounds = atoi(argv[3]);

    /* One thread alone comes last: what is computed once is computed by all at once. */
    world_fill(&shared);
    for (j = 0; j < THREADS; ++j)
        if ((got[j] = calloc(call_count, sizeof *got[j])) == NULL) return 2;
    together(&make_calls);
    for (i = 0; i < call_count; ++i) {
        const uint64_t alone = answered(&calls[i], 0);
        for (j = 0; j < THREADS; ++j) check(got[j][i] == alone, "another answer than alone:", calls[i].function);
    }

    pass_on(parsed());
    together(&release_last);
    for (i = 0; i < 20; ++i) {
        passed[0] = parsed();
        digest = NULL;
        together(&ask_digest);
        eom_dossier_release(passed[0]);
        together(&release_arrays);
    }
    pass_on(parsed());
    together(&edit_alone);

    for (j = 0; j < THREADS; ++j) free(got[j]);
    world_close(&shared);
    printf(failures != 0 ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
