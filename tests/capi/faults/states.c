/* Handles at the wrong moment: cursors that stand on no record, builders without an element, streams that were released, edits
 * that cannot be committed, columns that are not there: states FIXTURE FOLDER. Prints "N cases". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"

static int cases, failures;
static world w;

static void check(int condition, const char *what, const frame *f) {
    ++cases;
    if (condition) return;
    ++failures;
    printf("%s; %s \"%s\"\n", what, eom_status_name(f->status), eom_error_message(f->error));
}

#define CHECK(condition)                                           \
    do {                                                           \
        ++cases;                                                   \
        if (!(condition)) {                                        \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            ++failures;                                            \
        }                                                          \
    } while (0)

static int starts_with(const char *text, const char *begin) { return strncmp(text, begin, strlen(begin)) == 0; }

/* Those that read a member of the record at hand. */
static int reads(const call *c) {
    static const char *const others[] = {"open", "open_edit", "column", "child", "next", "find", "destroy"};
    size_t i;
    if (!starts_with(c->function, "eom_cursor_")) return 0;
    for (i = 0; i < sizeof others / sizeof others[0]; ++i)
        if (strcmp(c->function + strlen("eom_cursor_"), others[i]) == 0) return 0;
    return 1;
}

/* A reading function with the cursor before the first record, and past the last. */
static void no_record(const call *c) {
    int state;
    for (state = 1; state <= 2; ++state) {
        frame f;
        frame_open(&f, &w, c, 0);
        f.state = state;
        memset(&f.out, 0x5A, sizeof f.out);
        frame_run(&f, c);
        check(f.status == EOM_E_ARGUMENT && f.error != NULL && outputs_are_zero(&f), c->function, &f);
        memset(&f.out, 0, sizeof f.out);
        frame_close(&f);
    }
}

/* Columns that the cursor or builder does not have. */
static void no_column(const call *c) {
    static const int32_t columns[] = {-2, 1, 7, INT32_MAX, INT32_MIN};
    size_t i;
    if (strcmp(c->function, "eom_cursor_json") == 0) return; /* has its column fixed; see whole_record */
    for (i = 0; i < sizeof columns / sizeof columns[0]; ++i) {
        frame f;
        uint64_t before;
        frame_open(&f, &w, c, 0);
        frame_run(&f, c);
        frame_empty(&f);
        before = edit_hash(&f);
        f.column = columns[i];
        frame_run(&f, c);
        check(f.status == EOM_E_ARGUMENT && outputs_are_zero(&f) && edit_hash(&f) == before, c->function, &f);
        frame_close(&f);
    }
}

static int has_column(const call *c) {
    static const char *const without[] = {"create", "column", "child", "next", "load", "put", "clear", "destroy"};
    size_t i;
    if (reads(c)) return 1;
    if (!starts_with(c->function, "eom_record_")) return 0;
    for (i = 0; i < sizeof without / sizeof without[0]; ++i)
        if (strcmp(c->function + strlen("eom_record_"), without[i]) == 0) return 0;
    return 1;
}

static void whole_record(void) {
    eom_cursor *cursor = NULL;
    eom_buf json = {NULL, 0};
    eom_cursor_open(w.dossier, "party", EOM_AUTO, NULL, 0, &cursor, NULL);
    CHECK(eom_cursor_json(cursor, -1, &json, NULL) == EOM_E_ARGUMENT && json.data == NULL);
    CHECK(eom_cursor_next(cursor, NULL) == EOM_ROW);
    CHECK(eom_cursor_json(cursor, -2, &json, NULL) == EOM_E_ARGUMENT && json.data == NULL);
    CHECK(eom_cursor_json(cursor, 0, &json, NULL) == EOM_E_ARGUMENT && json.data == NULL);
    eom_cursor_destroy(cursor);
}

static void cursors(void) {
    eom_cursor *cursor = NULL, *child = NULL, *grandchild = NULL;
    int32_t value = -1;
    int64_t number = 7;
    eom_str text = {"", 1};
    CHECK(eom_cursor_open(w.dossier, "party", EOM_AUTO, NULL, 0, &cursor, NULL) == EOM_OK);
    CHECK(eom_cursor_child(cursor, "names", EOM_AUTO, &child, NULL) == EOM_OK);
    CHECK(eom_cursor_column(child, "text", EOM_AUTO, &value, NULL) == EOM_OK);
    CHECK(eom_cursor_child(child, "text", EOM_AUTO, &grandchild, NULL) == EOM_E_ARGUMENT && grandchild == NULL); /* no list */
    CHECK(eom_cursor_next(child, NULL) == EOM_DONE); /* its cursor stands on no record */
    CHECK(eom_cursor_text(child, value, &text, NULL) == EOM_E_ARGUMENT && text.data == NULL && text.length == 0);
    CHECK(eom_cursor_find(child, "party-1", EOM_AUTO, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_cursor_find(cursor, "party-1", EOM_AUTO, NULL) == EOM_ROW);
    CHECK(eom_cursor_text(child, value, &text, NULL) == EOM_E_ARGUMENT); /* not stepped yet */
    CHECK(eom_cursor_next(child, NULL) == EOM_ROW && eom_cursor_text(child, value, &text, NULL) == EOM_OK);
    CHECK(eom_cursor_integer(child, value, &number, NULL) == EOM_E_ARGUMENT && number == 0); /* of another kind */
    CHECK(eom_cursor_find(cursor, "nobody", EOM_AUTO, NULL) == EOM_DONE);
    CHECK(eom_cursor_next(child, NULL) == EOM_DONE);
    CHECK(eom_cursor_next(cursor, NULL) == EOM_ROW); /* goes on where it was */
    CHECK(eom_cursor_next(child, NULL) == EOM_ROW && eom_cursor_next(child, NULL) == EOM_DONE); /* it has one name */
    CHECK(eom_cursor_next(cursor, NULL) == EOM_ROW && eom_cursor_next(child, NULL) == EOM_ROW);
    eom_cursor_destroy(cursor);
    CHECK(eom_cursor_next(child, NULL) == EOM_DONE); /* it outlives its cursor */
    CHECK(eom_cursor_text(child, value, &text, NULL) == EOM_E_ARGUMENT);
    eom_cursor_destroy(child);
    cursor = NULL;
    CHECK(eom_cursor_open(w.dossier, "no_type", EOM_AUTO, NULL, 0, &cursor, NULL) == EOM_E_NOT_FOUND && cursor == NULL);
    CHECK(eom_cursor_open(w.dossier, "party", EOM_AUTO, "[]", EOM_AUTO, &cursor, NULL) != EOM_OK && cursor == NULL);
    CHECK(eom_cursor_open(w.dossier, "party", EOM_AUTO, NULL, 0, &cursor, NULL) == EOM_OK);
    while (eom_cursor_next(cursor, NULL) == EOM_ROW) continue;
    CHECK(eom_cursor_next(cursor, NULL) == EOM_DONE && eom_cursor_next(cursor, NULL) == EOM_DONE);
    eom_cursor_destroy(cursor);
}

static void builders(void) {
    eom_edit *edit = NULL;
    eom_record *record = NULL, *child = NULL, *other = NULL;
    int32_t id = -1, text = -1;
    eom_dossier *made = NULL;
    int64_t count = 0;
    eom_edit_create(NULL, &edit, NULL);
    CHECK(eom_record_create(edit, "name", EOM_AUTO, &record, NULL) == EOM_E_NOT_FOUND && record == NULL); /* a part */
    CHECK(eom_record_create(edit, "party", EOM_AUTO, &record, NULL) == EOM_OK);
    CHECK(eom_record_column(record, "id", EOM_AUTO, &id, NULL) == EOM_OK);
    CHECK(eom_record_child(record, "country", EOM_AUTO, &child, NULL) == EOM_E_ARGUMENT && child == NULL);
    CHECK(eom_record_child(record, "names", EOM_AUTO, &child, NULL) == EOM_OK);
    CHECK(eom_record_column(child, "text", EOM_AUTO, &text, NULL) == EOM_OK);
    CHECK(eom_record_next(record, NULL) == EOM_E_ARGUMENT); /* no child */
    CHECK(eom_record_put(child, NULL) == EOM_E_ARGUMENT);   /* a child */
    CHECK(eom_record_load(record, "nobody", EOM_AUTO, NULL) == EOM_E_NOT_FOUND);
    CHECK(eom_record_text(child, text, "early", EOM_AUTO, NULL) == EOM_E_ARGUMENT); /* no element was begun */
    CHECK(eom_record_null(child, text, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_record_json(child, text, "\"early\"", EOM_AUTO, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_record_put(record, NULL) == EOM_E_DATA); /* it has no id */
    CHECK(eom_record_text(record, id, "a", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_record_next(child, NULL) == EOM_OK);
    CHECK(eom_record_put(record, NULL) == EOM_E_DATA); /* the element lacks its text; both stay */
    CHECK(eom_record_text(child, text, "A", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_record_put(record, NULL) == EOM_OK);
    CHECK(eom_record_put(record, NULL) == EOM_E_DATA);                              /* it is empty again */
    CHECK(eom_record_text(child, text, "late", EOM_AUTO, NULL) == EOM_E_ARGUMENT);  /* and so is the list */
    eom_record_clear(record);
    eom_record_clear(record);
    CHECK(eom_record_create(edit, "party", EOM_AUTO, &other, NULL) == EOM_OK);
    CHECK(eom_record_integer(other, 0, 1, NULL) == EOM_E_ARGUMENT); /* columns are a builder's own */
    eom_record_destroy(other);
    CHECK(eom_edit_commit(edit, NULL, NULL, &made, NULL) == EOM_OK);
    CHECK(eom_record_text(record, id, "b", EOM_AUTO, NULL) == EOM_OK); /* an edit goes on after its commit */
    CHECK(eom_record_next(child, NULL) == EOM_OK && eom_record_text(child, text, "B", EOM_AUTO, NULL) == EOM_OK);
    eom_edit_destroy(edit);
    CHECK(eom_record_put(record, NULL) == EOM_OK); /* and lives as long as its builders */
    eom_record_destroy(record);
    CHECK(eom_record_next(child, NULL) == EOM_OK); /* a child outlives its record */
    eom_record_destroy(child);
    CHECK(eom_dossier_count(made, "party", EOM_AUTO, &count, NULL) == EOM_OK && count == 1); /* as it was committed */
    eom_dossier_release(made);
}

static void edits(void) {
    eom_edit *edit = NULL;
    eom_dossier *made = NULL;
    eom_error *error = NULL;
    eom_result *result = NULL;
    CHECK(eom_edit_create(w.dossier, &edit, NULL) == EOM_OK);
    CHECK(eom_edit_remove(edit, "party", EOM_AUTO, "nobody", EOM_AUTO, NULL) == EOM_E_NOT_FOUND);
    CHECK(eom_edit_remove(edit, "no_type", EOM_AUTO, "x", EOM_AUTO, NULL) == EOM_E_NOT_FOUND);
    CHECK(eom_edit_put_json(edit, "no_type", EOM_AUTO, "{}", EOM_AUTO, NULL) == EOM_E_NOT_FOUND);
    CHECK(eom_edit_put_table(edit, "election", EOM_AUTO, w.table, NULL, NULL, &error) != EOM_OK && error != NULL); /* of findings */
    eom_error_destroy(error);
    CHECK(eom_edit_commit(edit, NULL, NULL, &made, NULL) == EOM_OK);
    eom_dossier_release(made);
    CHECK(eom_edit_remove(edit, "party", EOM_AUTO, "party-1", EOM_AUTO, NULL) == EOM_OK);
    made = NULL;
    CHECK(eom_edit_commit(edit, NULL, NULL, &made, NULL) == EOM_E_DATA && made == NULL); /* others refer to it */
    CHECK(eom_edit_commit(edit, NULL, NULL, &made, NULL) == EOM_E_DATA && made == NULL); /* still */
    CHECK(eom_edit_check(edit, NULL, 0, NULL, NULL, &result, NULL) == EOM_OK);
    CHECK(strcmp(eom_result_name(result), "check") == 0);
    eom_result_destroy(result);
    eom_edit_destroy(edit);
}

static void streams(void) {
    struct ArrowArrayStream stream, released;
    struct ArrowArray array;
    struct ArrowSchema schema;
    eom_table *table = NULL;
    eom_error *error = NULL;
    int64_t rows = -1;
    CHECK(eom_table_stream(w.table, &stream, NULL) == EOM_OK);
    CHECK(stream.get_next(&stream, &array) == 0 && array.release != NULL);
    array.release(&array);
    CHECK(array.release == NULL);
    CHECK(stream.get_next(&stream, &array) == 0 && array.release == NULL); /* exhausted */
    CHECK(stream.get_next(&stream, &array) == 0 && array.release == NULL);
    CHECK(stream.get_schema(&stream, &schema) == 0 && stream.get_last_error(&stream) == NULL);
    released = stream;
    schema.release(&schema);
    CHECK(eom_table_import(&stream, NULL, 0, NULL, NULL, &table, NULL) == EOM_OK && stream.release == NULL); /* no rows are left */
    CHECK(eom_table_rows(table, &rows, NULL) == EOM_OK && rows == 0);
    CHECK(released.release != NULL);
    eom_table_destroy(table);
    table = (eom_table *)&stream;
    CHECK(eom_table_import(&stream, NULL, 0, NULL, NULL, &table, &error) == EOM_E_ARGUMENT && table == NULL); /* released */
    CHECK(strstr(eom_error_message(error), "released") != NULL);
    eom_error_destroy(error);
    CHECK(eom_table_stream(w.table, &stream, NULL) == EOM_OK);
    CHECK(eom_table_import(&stream, "{\"limits\": 7}", EOM_AUTO, NULL, NULL, &table, NULL) == EOM_E_DATA);
    CHECK(stream.release == NULL); /* taken all the same */
}

static void results(void) {
    eom_table *table = NULL;
    eom_buf out = {NULL, 0};
    eom_result *result = NULL;
    eom_dossier *merged = NULL;
    eom_str twice[2];
    CHECK(eom_result_table(w.check, "no_list", EOM_AUTO, &table, NULL) == EOM_E_NOT_FOUND && table == NULL);
    CHECK(eom_result_render(w.check, "no_format", EOM_AUTO, NULL, 0, NULL, NULL, &out, NULL) != EOM_OK && out.data == NULL);
    CHECK(eom_analyze(w.dossier, "no_analysis", EOM_AUTO, NULL, 0, NULL, NULL, &result, NULL) == EOM_E_NOT_FOUND && result == NULL);
    CHECK(eom_document(w.dossier, "no-document", EOM_AUTO, NULL, 0, NULL, NULL, &result, NULL) == EOM_E_NOT_FOUND && result == NULL);
    CHECK(eom_trace(w.dossier, "party:nobody", EOM_AUTO, NULL, NULL, &result, NULL) == EOM_E_NOT_FOUND && result == NULL);
    eom_buf_free(&out);
    eom_buf_free(&out); /* empty already */
    /* A change set made for another dossier, and the same twice. */
    twice[0].data = twice[1].data = w.change_set.data;
    twice[0].length = twice[1].length = w.change_set.length;
    CHECK(eom_dossier_merge(w.dossier, twice, 2, NULL, NULL, &merged, &result, NULL) == EOM_OK && merged != NULL);
    eom_result_destroy(result);
    eom_dossier_release(merged);
    CHECK(eom_dossier_merge(w.changed, twice, 1, NULL, NULL, &merged, &result, NULL) == EOM_OK);
    eom_result_destroy(result);
    eom_dossier_release(merged);
    CHECK(eom_dossier_merge(w.dossier, NULL, 0, NULL, NULL, &merged, &result, NULL) == EOM_OK && merged != NULL);
    eom_result_destroy(result);
    eom_dossier_release(merged);
}

/* What a struct that is handed in says of itself. */
static void structs(void) {
    static const char words[] = "several";
    eom_edit *edit = NULL;
    eom_record *record = NULL;
    int32_t date = -1, quantity = -1;
    size_t i;
    const eom_date dates[] = {{0, 0, 0, 0}, {0, 0, 4, 0}, {0, 0, 3, 4}, {5, 1, 3, 1}, {INT32_MAX, INT32_MIN, 3, 0}, {1, 1, -1, -1}};
    const eom_quantity quantities[] = {{0, 0, 0, 0, 0, {NULL, 0}},
                                       {7, 0, 0, 0, 0, {NULL, 0}},
                                       {EOM_QUANTITY_EXACT, 1, 0, 0, 0, {NULL, 0}},
                                       {EOM_QUANTITY_SHARE, 0, 7, 0, -1, {NULL, 0}},
                                       {EOM_QUANTITY_SHARE, 0, 7, INT64_MIN, -1, {NULL, 0}},
                                       {EOM_QUANTITY_VAGUE, 0, 0, 0, 4, {words, 7}},
                                       {EOM_QUANTITY_VAGUE, 0, 0, 0, 1, {words, SIZE_MAX - 1}},
                                       {EOM_QUANTITY_VAGUE, 0, 0, 0, 1, {words, SIZE_MAX / 2}}};
    const eom_quantity automatic = {EOM_QUANTITY_VAGUE, 0, 0, 0, 1, {words, EOM_AUTO}};
    eom_edit_create(NULL, &edit, NULL);
    eom_record_create(edit, "seat_tier", EOM_AUTO, &record, NULL);
    eom_record_column(record, "dates", EOM_AUTO, &date, NULL);
    eom_record_column(record, "candidates", EOM_AUTO, &quantity, NULL);
    for (i = 0; i < sizeof dates / sizeof dates[0]; ++i) CHECK(eom_record_date(record, date, &dates[i], NULL) != EOM_OK);
    for (i = 0; i < sizeof quantities / sizeof quantities[0]; ++i)
        CHECK(eom_record_quantity(record, quantity, &quantities[i], NULL) != EOM_OK);
    CHECK(eom_record_quantity(record, quantity, &automatic, NULL) == EOM_OK);
    CHECK(eom_record_rational(record, date, 1, 0, NULL) != EOM_OK);
    CHECK(eom_record_rational(record, quantity, INT64_MIN, INT64_MIN, NULL) != EOM_OK);
    CHECK(eom_record_span(record, date, 5, 1, NULL) != EOM_OK);
    eom_record_destroy(record);
    eom_edit_destroy(edit);
}

int main(int argc, char **argv) {
    size_t i;
    if (argc != 3 || !world_open(&w, argv[1], argv[2])) return 2;
    world_fill(&w);
    for (i = 0; i < call_count; ++i) {
        if (reads(&calls[i])) no_record(&calls[i]);
        if (has_column(&calls[i])) no_column(&calls[i]);
    }
    whole_record();
    cursors();
    builders();
    edits();
    streams();
    results();
    structs();
    world_close(&w);
    printf(failures != 0 ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
