#include "client.h"

#include <openeom.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int looked_at;
static client_failed tell;

#define CHECK(condition)                                 \
    do {                                                 \
        ++looked_at;                                     \
        if (!(condition)) tell(#condition, __LINE__);    \
    } while (0)

static int same(eom_str text, const char *expected) {
    return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

static int go_on(void *user, uint64_t done, uint64_t total, const char *phase) {
    (void)total;
    *(uint64_t *)user = done;
    return phase == NULL;
}

static int stop(void *user, uint64_t done, uint64_t total, const char *phase) {
    (void)user, (void)done, (void)total, (void)phase;
    return 1;
}

/* Versions, names, errors that are looked at and freed. */
static void versions_and_errors(void) {
    static const struct {
        eom_status status;
        const char *name;
    } names[] = {{EOM_OK, "EOM_OK"},
                 {EOM_E_ARGUMENT, "EOM_E_ARGUMENT"},
                 {EOM_E_NOT_FOUND, "EOM_E_NOT_FOUND"},
                 {EOM_E_SYNTAX, "EOM_E_SYNTAX"},
                 {EOM_E_DATA, "EOM_E_DATA"},
                 {EOM_E_CONFLICT, "EOM_E_CONFLICT"},
                 {EOM_E_LIMIT, "EOM_E_LIMIT"},
                 {EOM_E_IO, "EOM_E_IO"},
                 {EOM_E_OVERFLOW, "EOM_E_OVERFLOW"},
                 {EOM_E_MEMORY, "EOM_E_MEMORY"},
                 {EOM_E_CANCELLED, "EOM_E_CANCELLED"},
                 {EOM_E_VERSION, "EOM_E_VERSION"},
                 {EOM_E_INTERNAL, "EOM_E_INTERNAL"},
                 {EOM_ROW, "EOM_ROW"},
                 {EOM_DONE, "EOM_DONE"},
                 {EOM_NULL, "EOM_NULL"}};
    eom_error *err = NULL;
    eom_dossier *none = NULL;
    size_t i;
    CHECK(eom_version()[0] != '\0' && eom_abi_version() >= 1 && strcmp(eom_format_version(), "1.") > 0);
    CHECK(eom_has("function:eom_dossier_open", EOM_AUTO) == 1 && eom_has("function:eom_nothing", EOM_AUTO) == 0);
    for (i = 0; i < sizeof names / sizeof *names; ++i)
        CHECK(strcmp(eom_status_name(names[i].status), names[i].name) == 0);
    CHECK(eom_dossier_open("example:nowhere", EOM_AUTO, NULL, 0, NULL, NULL, &none, &err) == EOM_E_NOT_FOUND);
    CHECK(none == NULL && eom_error_code(err) == EOM_E_NOT_FOUND && eom_error_message(err)[0] != '\0');
    CHECK(strstr(eom_error_detail(err), "\"code\"") != NULL);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse("{\"format\": ", EOM_AUTO, "text", EOM_AUTO, NULL, 0, NULL, NULL, &none, NULL) ==
          EOM_E_SYNTAX);
    CHECK(eom_dossier_open("example:norlandia-2027", EOM_AUTO, NULL, 0, stop, NULL, &none, NULL) == EOM_E_CANCELLED ||
          none != NULL);
    eom_dossier_release(none);
}

static int32_t column(eom_record *record, const char *member) {
    int32_t number = -1;
    CHECK(eom_record_column(record, member, EOM_AUTO, &number, NULL) == EOM_OK);
    return number;
}

static void text(eom_record *record, const char *member, const char *value) {
    CHECK(eom_record_text(record, column(record, member), value, EOM_AUTO, NULL) == EOM_OK);
}

/* Parties, an election, a document of two sentences, and a result, member by member. */
static void write_records(eom_edit *edit) {
    static const eom_date day = {20947, 20947, 3, 0};
    static const eom_quantity voters = {EOM_QUANTITY_AT_LEAST, 0, 9000000, INT64_MAX, 0, {NULL, 0}};
    eom_record *party = NULL, *name = NULL, *election = NULL, *result = NULL;
    CHECK(eom_record_create(edit, "party", EOM_AUTO, &party, NULL) == EOM_OK);
    CHECK(eom_record_child(party, "names", EOM_AUTO, &name, NULL) == EOM_OK);
    text(party, "id", "a");
    CHECK(eom_record_next(name, NULL) == EOM_OK);
    text(name, "text", "Alpha");
    CHECK(eom_record_json(party, column(party, "x-code"), "{\"n\": 1}", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_record_put(party, NULL) == EOM_OK);
    CHECK(eom_record_load(party, "a", EOM_AUTO, NULL) == EOM_OK);
    text(party, "country", "XN");
    text(party, "notes", "to be taken away");
    CHECK(eom_record_null(party, column(party, "notes"), NULL) == EOM_OK);
    CHECK(eom_record_put(party, NULL) == EOM_OK);
    text(party, "id", "never");
    eom_record_clear(party);
    eom_record_destroy(name);
    eom_record_destroy(party);

    CHECK(eom_record_create(edit, "election", EOM_AUTO, &election, NULL) == EOM_OK);
    text(election, "id", "e");
    text(election, "country", "XN");
    CHECK(eom_record_date(election, column(election, "dates"), &day, NULL) == EOM_OK);
    CHECK(eom_record_quantity(election, column(election, "registered_voters"), &voters, NULL) == EOM_OK);
    CHECK(eom_record_put(election, NULL) == EOM_OK);
    eom_record_destroy(election);

    CHECK(eom_record_create(edit, "result", EOM_AUTO, &result, NULL) == EOM_OK);
    text(result, "id", "r");
    text(result, "election", "e");
    text(result, "contestant", "party:a");
    CHECK(eom_record_rational(result, column(result, "percent"), 7510, 100, NULL) == EOM_OK);
    CHECK(eom_record_integer(result, column(result, "seats"), 83, NULL) == EOM_OK);
    CHECK(eom_record_span(result, column(result, "seats"), 1, 2, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_record_put(result, NULL) == EOM_OK);
    eom_record_destroy(result);
}

static int32_t found(eom_cursor *cursor, const char *member) {
    int32_t number = -1;
    CHECK(eom_cursor_column(cursor, member, EOM_AUTO, &number, NULL) == EOM_OK);
    return number;
}

static eom_cursor *cursor_on(const eom_dossier *d, const char *type, const char *id) {
    eom_cursor *cursor = NULL;
    CHECK(eom_cursor_open(d, type, EOM_AUTO, NULL, 0, &cursor, NULL) == EOM_OK);
    CHECK(eom_cursor_find(cursor, id, EOM_AUTO, NULL) == EOM_ROW);
    return cursor;
}

/* What write_records wrote. */
static void read_records(const eom_dossier *d) {
    eom_cursor *party = cursor_on(d, "party", "a"), *name = NULL, *election = cursor_on(d, "election", "e");
    eom_cursor *result = cursor_on(d, "result", "r");
    eom_str said;
    eom_date day;
    eom_quantity voters;
    eom_buf json = {NULL, 0};
    int64_t whole = 0, below = 0, begin = 0, end = 0;
    int32_t offset = 0;
    double real = 0;
    CHECK(eom_cursor_text(party, found(party, "country"), &said, NULL) == EOM_OK && same(said, "XN"));
    CHECK(eom_cursor_json(party, -1, &json, NULL) == EOM_OK && strstr(json.data, "\"x-code\"") != NULL);
    eom_buf_free(&json);
    CHECK(eom_cursor_child(party, "names", EOM_AUTO, &name, NULL) == EOM_OK && eom_cursor_next(name, NULL) == EOM_ROW);
    CHECK(eom_cursor_text(name, found(name, "text"), &said, NULL) == EOM_OK && same(said, "Alpha"));
    CHECK(eom_cursor_next(name, NULL) == EOM_DONE);
    CHECK(eom_cursor_date(result, found(result, "published"), &day, NULL) == EOM_NULL);
    CHECK(eom_cursor_quantity(election, found(election, "registered_voters"), &voters, NULL) == EOM_OK);
    CHECK(voters.kind == EOM_QUANTITY_AT_LEAST && voters.low == 9000000 && voters.high == INT64_MAX);
    CHECK(eom_cursor_rational(result, found(result, "percent"), &whole, &below, NULL) == EOM_OK);
    CHECK(whole == 7510 && below == 100);
    CHECK(eom_cursor_real(result, found(result, "percent"), &real, NULL) == EOM_OK && real == 75.1);
    CHECK(eom_cursor_integer(result, found(result, "seats"), &whole, NULL) == EOM_OK && whole == 83);
    CHECK(eom_cursor_instant(result, found(result, "seats"), &whole, &offset, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_cursor_span(result, found(result, "seats"), &begin, &end, NULL) == EOM_E_ARGUMENT);
    eom_cursor_destroy(name);
    eom_cursor_destroy(party);
    eom_cursor_destroy(election);
    eom_cursor_destroy(result);
}

/* Bytes that a callback hands out, a few at a time, and takes in. */
typedef struct pieces {
    const char *from;
    size_t left;
    size_t taken;
} pieces;

static int64_t hand_out(void *user, char *into, size_t room) {
    pieces *p = user;
    const size_t n = p->left < room ? p->left : room;
    memcpy(into, p->from, n);
    p->from += n;
    p->left -= n;
    return (int64_t)n;
}

static int take(void *user, const char *bytes, size_t length) {
    (void)bytes;
    ((pieces *)user)->taken += length;
    return 0;
}

/* Into bytes and files, through callbacks, and back to the same digest. */
static void out_and_in(const eom_dossier *d, const char *folder) {
    eom_dossier *again = NULL;
    eom_edit *edit = NULL;
    eom_buf json = {NULL, 0};
    eom_str digest, other;
    pieces p = {NULL, 0, 0};
    uint64_t done = 0;
    char path[1000];
    CHECK(eom_dossier_json(d, go_on, &done, &json, NULL) == EOM_OK);
    CHECK(eom_dossier_digest(d, NULL, NULL, &digest, NULL) == EOM_OK);
    CHECK(eom_dossier_write_to(d, take, &p, NULL, NULL, NULL) == EOM_OK && p.taken == json.length);
    p.from = json.data, p.left = json.length;
    CHECK(eom_dossier_read(hand_out, &p, "pieces", EOM_AUTO, NULL, 0, NULL, NULL, &again, NULL) == EOM_OK);
    CHECK(eom_dossier_digest(again, NULL, NULL, &other, NULL) == EOM_OK && digest.length == 64);
    CHECK(memcmp(digest.data, other.data, 64) == 0);
    eom_dossier_release(again);
    snprintf(path, sizeof path, "%s/client.json", folder);
    CHECK(eom_file_write(path, EOM_AUTO, json.data, json.length, NULL) == EOM_OK);
    CHECK(eom_edit_open(path, EOM_AUTO, NULL, 0, NULL, NULL, &edit, NULL) == EOM_OK);
    eom_edit_destroy(edit);
    CHECK(eom_dossier_write(d, path, EOM_AUTO, NULL, NULL, NULL) == EOM_OK);
    CHECK(eom_dossier_open(path, EOM_AUTO, "{\"limits\": {\"bytes\": 100000}}", EOM_AUTO, NULL, NULL, &again, NULL) ==
          EOM_OK);
    eom_dossier_release(again);
    CHECK(eom_edit_parse(json.data, json.length, NULL, 0, NULL, 0, NULL, NULL, &edit, NULL) == EOM_OK);
    eom_edit_destroy(edit);
    eom_buf_free(&json);
    remove(path);
}

/* A record changed, sent as changes and merged. */
static void changes(const eom_dossier *base) {
    eom_edit *edit = NULL;
    eom_dossier *changed = NULL, *merged = NULL;
    eom_result *difference = NULL, *summary = NULL;
    eom_buf json = {NULL, 0};
    eom_str set, one, other;
    int64_t before = 0, after = 0;
    CHECK(eom_edit_create(base, &edit, NULL) == EOM_OK);
    CHECK(eom_edit_put_json(edit, "party", EOM_AUTO, "{\"id\": \"b\", \"names\": [{\"text\": \"Beta\"}]}", EOM_AUTO, NULL) ==
          EOM_OK);
    CHECK(eom_edit_remove(edit, "result", EOM_AUTO, "r", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_edit_check(edit, NULL, 0, NULL, NULL, &summary, NULL) == EOM_OK);
    eom_result_destroy(summary);
    CHECK(eom_edit_commit(edit, NULL, NULL, &changed, NULL) == EOM_OK);
    eom_edit_destroy(edit);
    CHECK(eom_dossier_count(base, "party", EOM_AUTO, &before, NULL) == EOM_OK);
    CHECK(eom_dossier_count(changed, "party", EOM_AUTO, &after, NULL) == EOM_OK && after == before + 1);
    CHECK(eom_dossier_diff(base, changed, NULL, NULL, &difference, NULL) == EOM_OK);
    CHECK(eom_result_json(difference, NULL, NULL, &json, NULL) == EOM_OK);
    set.data = json.data, set.length = json.length;
    CHECK(eom_dossier_merge(base, &set, 1, NULL, NULL, &merged, &summary, NULL) == EOM_OK && merged != NULL);
    CHECK(eom_dossier_digest(changed, NULL, NULL, &one, NULL) == EOM_OK);
    CHECK(eom_dossier_digest(merged, NULL, NULL, &other, NULL) == EOM_OK && memcmp(one.data, other.data, 64) == 0);
    eom_buf_free(&json);
    eom_result_destroy(difference);
    eom_result_destroy(summary);
    eom_dossier_release(changed);
    eom_dossier_release(merged);
}

/* Out as Arrow, in again, as CSV, and into an edit. */
static void tables(const eom_dossier *d) {
    eom_table *table = NULL, *read = NULL;
    eom_edit *edit = NULL;
    eom_buf csv = {NULL, 0};
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch;
    int64_t rows = 0;
    CHECK(eom_dossier_table(d, "party", EOM_AUTO, NULL, 0, NULL, NULL, &table, NULL) == EOM_OK);
    CHECK(eom_table_schema(table, &schema, NULL) == EOM_OK && strcmp(schema.children[0]->name, "id") == 0);
    schema.release(&schema);
    CHECK(eom_table_stream(table, &stream, NULL) == EOM_OK);
    CHECK(eom_table_csv(table, NULL, 0, NULL, NULL, &csv, NULL) == EOM_OK && strncmp(csv.data, "id,", 3) == 0);
    eom_buf_free(&csv);
    eom_table_destroy(table);
    CHECK(eom_table_import(&stream, NULL, 0, NULL, NULL, &read, NULL) == EOM_OK && stream.release == NULL);
    CHECK(eom_table_rows(read, &rows, NULL) == EOM_OK && rows == 1);
    CHECK(eom_edit_create(d, &edit, NULL) == EOM_OK);
    CHECK(eom_edit_put_table(edit, "party", EOM_AUTO, read, NULL, NULL, NULL) == EOM_OK);
    eom_edit_destroy(edit);
    eom_table_destroy(read);
    CHECK(eom_dossier_stream(d, "party", EOM_AUTO, NULL, 0, &stream, NULL) == EOM_OK);
    CHECK(stream.get_next(&stream, &batch) == 0 && batch.length == 1);
    batch.release(&batch);
    stream.release(&stream);
}

static void shown(eom_result *result, const char *name, const char *format, const char *expected) {
    eom_buf out = {NULL, 0};
    CHECK(strcmp(eom_result_name(result), name) == 0);
    CHECK(eom_result_render(result, format, EOM_AUTO, NULL, 0, NULL, NULL, &out, NULL) == EOM_OK);
    CHECK(out.data != NULL && strstr(out.data, expected) != NULL);
    eom_buf_free(&out);
    eom_result_destroy(result);
}

/* Everything that gives a result, on an example that holds something of everything. */
static void results(void) {
    static const char *const analyses[] = {"indicators", "discrepancies", "sourcing"};
    size_t i;
    eom_dossier *d = NULL, *kept;
    eom_result *result = NULL, *schema = NULL;
    eom_table *table = NULL;
    eom_buf json = {NULL, 0};
    uint64_t done = 0;
    CHECK(eom_dossier_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, go_on, &done, &kept, NULL) == EOM_OK);
    d = eom_dossier_retain(kept);
    eom_dossier_release(kept);
    CHECK(eom_check(d, NULL, 0, NULL, NULL, &result, NULL) == EOM_OK);
    shown(result, "check", "text", "");
    CHECK(eom_analyze(d, "registration", EOM_AUTO, NULL, 0, NULL, NULL, &result, NULL) == EOM_OK);
    CHECK(eom_result_table(result, "decisions", EOM_AUTO, &table, NULL) == EOM_OK);
    eom_table_destroy(table);
    CHECK(eom_result_schema(result, &schema, NULL) == EOM_OK);
    shown(schema, "schema", "csv", "decisions");
    shown(result, "registration", "markdown", "deregistered");
    for (i = 0; i < sizeof analyses / sizeof *analyses; ++i) {
        CHECK(eom_analyze(d, analyses[i], EOM_AUTO, NULL, 0, NULL, NULL, &result, NULL) == EOM_OK);
        shown(result, analyses[i], "text", "");
    }
    CHECK(eom_trace(d, "finding:candidates-deregistered", EOM_AUTO, NULL, NULL, &result, NULL) == EOM_OK);
    shown(result, "trace", "text", "finding:candidates-deregistered");
    CHECK(eom_document(d, "statement", EOM_AUTO, "{\"audience\": \"public\"}", EOM_AUTO, NULL, NULL, &result, NULL) ==
          EOM_OK);
    shown(result, "document", "html", "<!DOCTYPE html>");
    CHECK(eom_suggestions(d, "statement", EOM_AUTO, NULL, NULL, &result, NULL) == EOM_OK);
    shown(result, "suggestions", "text", "");
    CHECK(eom_schema("party", EOM_AUTO, &result, NULL) == EOM_OK);
    shown(result, "schema", "text", "members_claimed");
    CHECK(eom_json_schema("party", EOM_AUTO, &json, NULL) == EOM_OK && strstr(json.data, "\"party\"") != NULL);
    eom_buf_free(&json);
    CHECK(eom_check_rules(&result, NULL) == EOM_OK);
    shown(result, "rules", "text", "deregistration-without-registration");
    CHECK(eom_analyses(&result, NULL) == EOM_OK);
    shown(result, "analyses", "text", "registration");
    CHECK(eom_examples(&result, NULL) == EOM_OK);
    shown(result, "examples", "text", "kazakhstan-2012");
    eom_dossier_release(d);
}

int client_run(const char *folder, client_failed failed) {
    eom_edit *edit = NULL;
    eom_dossier *d = NULL;
    tell = failed;
    looked_at = 0;
    versions_and_errors();
    CHECK(eom_edit_create(NULL, &edit, NULL) == EOM_OK);
    write_records(edit);
    CHECK(eom_edit_commit(edit, NULL, NULL, &d, NULL) == EOM_OK);
    eom_edit_destroy(edit);
    read_records(d);
    out_and_in(d, folder);
    changes(d);
    tables(d);
    results();
    eom_dossier_release(d);
    return looked_at;
}
