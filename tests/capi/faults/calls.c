#include "calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- The world --- */

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    char *bytes;
    long length;
    size_t got;
    if (file == NULL) return NULL;
    fseek(file, 0, SEEK_END);
    length = ftell(file);
    rewind(file);
    bytes = malloc((size_t)length + 1);
    if (bytes == NULL) exit(2);
    got = fread(bytes, 1, (size_t)length, file);
    bytes[got] = '\0';
    fclose(file);
    return bytes;
}

static void around(frame *f, int begins) {
    f->runs = begins;
    if (f->around != NULL) f->around(begins);
}

/* Making the world is no part of a call that asks for it among its arguments. */
static int stop_watching(frame *f) {
    const int runs = f->runs;
    if (runs) around(f, 0);
    return runs;
}

static void go_on_watching(frame *f, int runs) {
    if (runs) around(f, 1);
}

/* What the world is made with must not fail. */
static void must(eom_status status, eom_error **error) {
    if (status == EOM_OK) return;
    printf("%s\n%s\n", eom_error_message(*error), eom_error_detail(*error));
    exit(2);
}

static const eom_dossier *the_dossier(frame *f) {
    world *w = f->shared;
    eom_error *error = NULL;
    const int runs = stop_watching(f);
    if (w->dossier == NULL) must(eom_dossier_parse(w->json, EOM_AUTO, NULL, 0, NULL, 0, NULL, NULL, &w->dossier, &error), &error);
    go_on_watching(f, runs);
    return w->dossier;
}

static void make_changed(frame *f) {
#define NAMES "\"names\": [{\"text\": \"A party by another name\"}]"
    static const char party[] = "{\"id\": \"party-1\", " NAMES ", \"country\": \"XN\", \"notes\": [\"changed\"]}";
    static const char broken[] = "{\"id\": \"party-9\", " NAMES ", \"merged_into\": \"nobody\", \"evidence\": [\"none\"]}";
    world *w = f->shared;
    eom_error *error = NULL;
    int runs;
    if (w->changed != NULL) return;
    runs = stop_watching(f);
    must(eom_edit_create(the_dossier(f), &w->broken, &error), &error);
    must(eom_edit_put_json(w->broken, "party", EOM_AUTO, party, EOM_AUTO, &error), &error);
    must(eom_edit_remove(w->broken, "waiver", EOM_AUTO, "waiver-1", EOM_AUTO, &error), &error);
    must(eom_edit_commit(w->broken, NULL, NULL, &w->changed, &error), &error);
    must(eom_edit_put_json(w->broken, "party", EOM_AUTO, broken, EOM_AUTO, &error), &error);
    go_on_watching(f, runs);
}

static const eom_dossier *the_changed(frame *f) { return make_changed(f), f->shared->changed; }
static const eom_edit *the_broken(frame *f) { return make_changed(f), f->shared->broken; }

static const eom_result *the_check(frame *f) {
    world *w = f->shared;
    eom_error *error = NULL;
    const int runs = stop_watching(f);
    if (w->check == NULL) must(eom_check(the_dossier(f), NULL, 0, NULL, NULL, &w->check, &error), &error);
    go_on_watching(f, runs);
    return w->check;
}

static const eom_result *the_document(frame *f) {
    world *w = f->shared;
    eom_error *error = NULL;
    const int runs = stop_watching(f);
    if (w->document == NULL)
        must(eom_document(the_dossier(f), "document-1", EOM_AUTO, NULL, 0, NULL, NULL, &w->document, &error), &error);
    go_on_watching(f, runs);
    return w->document;
}

static const eom_buf *the_change_set(frame *f) {
    world *w = f->shared;
    eom_result *changes = NULL;
    eom_error *error = NULL;
    int runs;
    if (w->change_set.data != NULL) return &w->change_set;
    runs = stop_watching(f);
    must(eom_dossier_diff(the_dossier(f), the_changed(f), NULL, NULL, &changes, &error), &error);
    must(eom_result_json(changes, NULL, NULL, &w->change_set, &error), &error);
    eom_result_destroy(changes);
    go_on_watching(f, runs);
    return &w->change_set;
}

static const eom_table *the_table(frame *f) {
    world *w = f->shared;
    eom_error *error = NULL;
    const int runs = stop_watching(f);
    if (w->table == NULL)
        must(eom_dossier_table(the_dossier(f), "finding", EOM_AUTO, NULL, 0, NULL, NULL, &w->table, &error), &error);
    go_on_watching(f, runs);
    return w->table;
}

int world_open(world *w, const char *fixture, const char *folder) {
    memset(w, 0, sizeof *w);
    w->fixture = fixture, w->folder = folder;
    w->json = read_file(fixture);
    return w->json != NULL;
}

void world_fill(world *w) {
    frame f;
    memset(&f, 0, sizeof f);
    f.shared = w;
    the_change_set(&f), the_check(&f), the_document(&f), the_table(&f);
}

void world_close(world *w) {
    eom_table_destroy(w->table);
    eom_buf_free(&w->change_set);
    eom_result_destroy(w->document);
    eom_result_destroy(w->check);
    eom_edit_destroy(w->broken);
    eom_dossier_release(w->changed);
    eom_dossier_release(w->dossier);
    free(w->json);
}

/* A register stands as "PLURAL": [{"id": "TYPE-0 or 1" in the fixture. */
const char *type_name(const world *w, size_t at, char *name, size_t room) {
    const char *found = w->json;
    size_t i;
    for (i = 0; i <= at && found != NULL; ++i) {
        found = strstr(i == 0 ? found : found + 1, "\": [{\"id\": \"");
    }
    if (found == NULL) return NULL;
    found += strlen("\": [{\"id\": \"");
    if (strcspn(found, "\"") >= room) return NULL;
    strncpy(name, found, strcspn(found, "\"") - 2);
    name[strcspn(found, "\"") - 2] = '\0';
    return name;
}

/* --- Arguments --- */

static void note(frame *f, const char *name, char kind, void *place, size_t size) {
    argument *noted = &f->arguments[f->count++];
    noted->name = name, noted->kind = kind, noted->place = place, noted->size = size;
}

static int is_null(const frame *f, const char *name) {
    return f->null != NULL && (strcmp(f->null, name) == 0 || strcmp(f->null, "*") == 0);
}

static void *input(frame *f, const char *name, char kind, const void *pointer) {
    note(f, name, kind, NULL, 0);
    return is_null(f, name) ? NULL : (void *)pointer;
}

static void *output(frame *f, const char *name, void *place, size_t size) {
    note(f, name, 'o', is_null(f, name) ? NULL : place, size);
    return is_null(f, name) ? NULL : place;
}

static size_t length_of(const frame *f, const char *name, size_t length) {
    return f->stretched != NULL && strcmp(f->stretched, name) == 0 ? f->length : length;
}

#define IN(name, pointer) input(f, #name, 'i', pointer)
#define TEXT(name, text) input(f, #name, 't', text), length_of(f, #name, strlen(text))
#define OUT(name, member) output(f, #name, &f->out.member, sizeof f->out.member)
#define PROGRESS progress_of(f), input(f, "user", 'i', f)
#define ERROR (f->no_error ? NULL : &f->error)

/* The arguments are evaluated between the two; they need no memory. */
#define CALLED(call) (around(f, 1), f->status = (call), around(f, 0))
#define DONE(call) (around(f, 1), (call), around(f, 0), f->status = EOM_OK)
#define SAYS(condition) (around(f, 1), f->status = (condition) ? EOM_OK : EOM_E_INTERNAL, around(f, 0))

/* --- Callbacks --- */

static int tick(void *user, uint64_t done, uint64_t total, const char *phase) {
    frame *f = user;
    (void)done, (void)total;
    if (f == NULL || phase == NULL) return phase == NULL;
    if (++f->ticks != f->stop_at) return 0;
    if (f->in_callback != NULL) f->in_callback();
    return 1;
}

static eom_progress progress_of(frame *f) {
    note(f, "progress", 'p', NULL, 0);
    return is_null(f, "progress") ? NULL : &tick;
}

static int64_t give(void *user, char *into, size_t room) {
    frame *f = user;
    size_t left;
    if (f == NULL) return 0;
    if (f->stop_at == 0 && f->in_callback != NULL) f->in_callback();
    left = strlen(f->shared->json) - f->read;
    if (left > room) left = room;
    if (left > 7000) left = 7000; /* in pieces */
    memcpy(into, f->shared->json + f->read, left);
    f->read += left;
    return (int64_t)left;
}

static uint64_t hashed(uint64_t hash, const void *bytes, size_t length) {
    const unsigned char *each = bytes;
    size_t i;
    for (i = 0; i < length; ++i) hash = (hash ^ each[i]) * UINT64_C(0x100000001B3);
    return hash;
}

static const uint64_t kNothing = UINT64_C(0xCBF29CE484222325);

static int take(void *user, const char *bytes, size_t length) {
    frame *f = user;
    if (f == NULL) return 0;
    if (f->stop_at == 0 && f->in_callback != NULL) f->in_callback();
    f->written = hashed(f->written, bytes, length);
    return 0;
}

/* --- Handles at hand --- */

static const char *type_or(const frame *f, const char *type) {
    return f->type != NULL ? f->type : type;
}

static eom_edit *edit_at_hand(frame *f) {
    if (f->edit == NULL) eom_edit_create(the_dossier(f), &f->edit, NULL);
    return f->edit;
}

/* The id of the fixture's full record of a type. */
static const char *id_of(frame *f, const char *type) {
    sprintf(f->path, strcmp(type, "erasure") == 0 ? "party.gone-1" : "%s-1", type);
    return f->path;
}

/* A builder that holds the fixture's record of the type, and one of its columns. */
static eom_record *builder(frame *f, const char *type, const char *member) {
    if (f->record == NULL) {
        eom_record_create(edit_at_hand(f), type, EOM_AUTO, &f->record, NULL);
        eom_record_load(f->record, id_of(f, type), EOM_AUTO, NULL);
        eom_record_column(f->record, member, EOM_AUTO, &f->column, NULL);
    }
    return f->record;
}

static eom_cursor *reader(frame *f, const char *type, const char *member) {
    if (f->cursor == NULL) {
        eom_cursor_open(the_dossier(f), type, EOM_AUTO, NULL, 0, &f->cursor, NULL);
        if (member != NULL) eom_cursor_column(f->cursor, member, EOM_AUTO, &f->column, NULL);
        if (f->state == 0) eom_cursor_find(f->cursor, id_of(f, type), EOM_AUTO, NULL);
        if (f->state == 2)
            while (eom_cursor_next(f->cursor, NULL) == EOM_ROW) continue;
    }
    return f->cursor;
}

/* --- A call of each function --- */

static void run_abi_version(frame *f) { SAYS(eom_abi_version() >= 1); }
static void run_version(frame *f) { SAYS(eom_version() != NULL); }
static void run_format_version(frame *f) { SAYS(eom_format_version() != NULL); }
static void run_status_name(frame *f) { SAYS(strcmp(eom_status_name(EOM_E_MEMORY), "EOM_E_MEMORY") == 0); }

static void run_has(frame *f) {
    const int32_t has = eom_has(TEXT(name, f->variant));
    SAYS(has == !(is_null(f, "name") || f->stretched != NULL));
    if (f->stretched != NULL && f->length == EOM_AUTO) f->status = has == 1 ? EOM_OK : EOM_E_INTERNAL;
}

static eom_error *error_at_hand(frame *f) {
    eom_dossier *none = NULL;
    if (f->given == NULL) eom_dossier_open("nowhere/at-all.json", EOM_AUTO, NULL, 0, NULL, NULL, &none, &f->given);
    return f->given;
}

static void run_error_code(frame *f) {
    const eom_status expected = is_null(f, "error") ? EOM_OK : EOM_E_NOT_FOUND;
    const eom_error *given = error_at_hand(f);
    SAYS(eom_error_code(IN(error, given)) == expected);
}
static void run_error_message(frame *f) {
    const eom_error *given = error_at_hand(f);
    SAYS((eom_error_message(IN(error, given))[0] == '\0') == is_null(f, "error"));
}
static void run_error_detail(frame *f) {
    const eom_error *given = error_at_hand(f);
    SAYS((strcmp(eom_error_detail(IN(error, given)), "{}") == 0) == is_null(f, "error"));
}
static void run_error_destroy(frame *f) {
    eom_error *given = error_at_hand(f);
    DONE(eom_error_destroy(IN(error, given)));
    if (!is_null(f, "error")) f->given = NULL;
}

static void run_buf_free(frame *f) {
    eom_buf bytes = {NULL, 0};
    if (eom_dossier_json(the_dossier(f), NULL, NULL, &bytes, NULL) != EOM_OK) return;
    DONE(eom_buf_free(IN(buffer, &bytes)));
    if (!is_null(f, "buffer") && bytes.data != NULL) f->status = EOM_E_INTERNAL;
    eom_buf_free(&bytes);
    eom_buf_free(&bytes); /* an empty one is fine */
}

static const char *path_at_hand(frame *f) {
    sprintf(f->path, "%.400s/written-%d", f->shared->folder, f->number);
    return f->path;
}

static void run_file_write(frame *f) {
    const char *path = path_at_hand(f);
    CALLED(eom_file_write(TEXT(path, path), TEXT(data, "some bytes"), ERROR));
}

static void run_dossier_open(frame *f) {
    CALLED(eom_dossier_open(TEXT(name, f->shared->fixture), TEXT(options, "{\"limits\": {\"depth\": 64}}"), PROGRESS,
                            OUT(dossier, dossier), ERROR));
}
static void run_dossier_parse(frame *f) {
    const char *json = f->variant != NULL ? f->variant : f->shared->json;
    CALLED(eom_dossier_parse(TEXT(bytes, json), TEXT(source, "the source of these bytes"), TEXT(options, "{}"), PROGRESS,
                             OUT(dossier, dossier), ERROR));
}
static void run_dossier_read(frame *f) {
    eom_read read;
    note(f, "read", 'c', NULL, 0);
    read = is_null(f, "read") ? NULL : &give;
    f->read = 0;
    CALLED(eom_dossier_read(read, input(f, "read_user", 'i', f), TEXT(source, "the source of these bytes"), TEXT(options, "{}"),
                            PROGRESS, OUT(dossier, dossier), ERROR));
}
static void run_dossier_retain(frame *f) {
    const eom_dossier *dossier = the_dossier(f);
    eom_dossier *again;
    around(f, 1);
    again = eom_dossier_retain(IN(dossier, dossier));
    around(f, 0);
    f->status = again == (is_null(f, "dossier") ? NULL : dossier) ? EOM_OK : EOM_E_INTERNAL;
    eom_dossier_release(again);
}
static void run_dossier_release(frame *f) {
    eom_dossier *again = eom_dossier_retain(the_dossier(f));
    DONE(eom_dossier_release(IN(dossier, again)));
    if (is_null(f, "dossier")) eom_dossier_release(again);
}
static void run_dossier_json(frame *f) {
    CALLED(eom_dossier_json(IN(dossier, the_dossier(f)), PROGRESS, OUT(json, buffer), ERROR));
}
static void run_dossier_write(frame *f) {
    const char *path = path_at_hand(f);
    CALLED(eom_dossier_write(IN(dossier, the_dossier(f)), TEXT(path, path), PROGRESS, ERROR));
}
static void run_dossier_write_to(frame *f) {
    const eom_dossier *dossier = IN(dossier, the_dossier(f));
    eom_write write;
    note(f, "write", 'c', NULL, 0);
    write = is_null(f, "write") ? NULL : &take;
    f->written = kNothing;
    CALLED(eom_dossier_write_to(dossier, write, input(f, "write_user", 'i', f), PROGRESS, ERROR));
}
/* Of a snapshot that was never asked. */
static void run_dossier_digest(frame *f) {
    if (f->fresh == NULL) eom_edit_commit(edit_at_hand(f), NULL, NULL, &f->fresh, NULL);
    CALLED(eom_dossier_digest(IN(dossier, f->fresh), PROGRESS, OUT(digest, text), ERROR));
}
static void run_dossier_count(frame *f) {
    const char *type = type_or(f, "party");
    CALLED(eom_dossier_count(IN(dossier, the_dossier(f)), TEXT(type, type), OUT(count, integers[0]), ERROR));
}
static void run_examples(frame *f) { CALLED(eom_examples(OUT(result, result), ERROR)); }

static void run_edit_create(frame *f) {
    CALLED(eom_edit_create(IN(base, the_dossier(f)), OUT(edit, edit), ERROR));
}
static void run_edit_open(frame *f) {
    CALLED(eom_edit_open(TEXT(name, f->shared->fixture), TEXT(options, "{}"), PROGRESS, OUT(edit, edit), ERROR));
}
static void run_edit_parse(frame *f) {
    const char *json = f->variant != NULL ? f->variant : f->shared->json;
    CALLED(eom_edit_parse(TEXT(bytes, json), TEXT(source, "the source of these bytes"), TEXT(options, "{}"), PROGRESS,
                          OUT(edit, edit), ERROR));
}
/* The record that the fixture has, without a member, so that something changes. */
static void run_edit_put_json(frame *f) {
    const char *type = type_or(f, "finding");
    eom_edit *edit = edit_at_hand(f);
    eom_buf json = {NULL, 0};
    char *notes;
    if (f->variant == NULL) {
        if (eom_cursor_json(reader(f, type, NULL), -1, &json, NULL) != EOM_OK) return;
        notes = strstr(json.data, "\"notes\"");
        if (notes != NULL) memcpy(notes, "\"x-not\"", 7);
    }
    CALLED(eom_edit_put_json(IN(edit, edit), TEXT(type, type), TEXT(json, f->variant != NULL ? f->variant : json.data),
                             ERROR));
    eom_buf_free(&json);
}
static void run_edit_remove(frame *f) {
    const char *type = type_or(f, "waiver");
    eom_edit *edit = edit_at_hand(f);
    const char *id = id_of(f, type);
    CALLED(eom_edit_remove(IN(edit, edit), TEXT(type, type), TEXT(id, id), ERROR));
}
static void run_edit_upsert(frame *f) {
    const char *type = type_or(f, "party");
    eom_edit *edit = edit_at_hand(f);
    CALLED(eom_edit_upsert(IN(edit, edit), TEXT(type, type), TEXT(system, "the system of a partner"),
                           TEXT(external_id, "what that system calls the record"), TEXT(json, f->variant),
                           OUT(outcome, numbers[0]), OUT(id, text), ERROR));
}
static void run_edit_erase(frame *f) {
    eom_edit *edit = edit_at_hand(f);
    CALLED(eom_edit_erase(IN(edit, edit), TEXT(type, "waiver"), TEXT(id, "waiver-1"), TEXT(options, f->variant),
                          OUT(result, result), ERROR));
}
static void run_edit_check(frame *f) {
    const eom_edit *edit = f->variant != NULL ? the_broken(f) : edit_at_hand(f);
    CALLED(eom_edit_check(IN(edit, edit), TEXT(options, "{\"as_of\": \"2012-01-16\"}"), PROGRESS, OUT(result, result), ERROR));
}
static void run_edit_commit(frame *f) {
    const eom_edit *edit = f->variant != NULL ? the_broken(f) : edit_at_hand(f);
    CALLED(eom_edit_commit(IN(edit, edit), PROGRESS, OUT(dossier, dossier), ERROR));
}
static void run_edit_destroy(frame *f) {
    eom_edit *edit = NULL;
    eom_edit_create(the_dossier(f), &edit, NULL);
    DONE(eom_edit_destroy(IN(edit, edit)));
    if (is_null(f, "edit")) eom_edit_destroy(edit);
}
static void run_edit_put_table(frame *f) {
    const char *type = type_or(f, "party");
    eom_edit *edit = edit_at_hand(f);
    eom_table *table = NULL;
    if (eom_dossier_table(the_dossier(f), type, EOM_AUTO, NULL, 0, NULL, NULL, &table, NULL) != EOM_OK) return;
    CALLED(eom_edit_put_table(IN(edit, edit), TEXT(type, type), IN(table, table), PROGRESS, ERROR));
    eom_table_destroy(table);
}

static void run_record_create(frame *f) {
    const char *type = type_or(f, "party");
    eom_edit *edit = edit_at_hand(f);
    CALLED(eom_record_create(IN(edit, edit), TEXT(type, type), OUT(record, record), ERROR));
}
static void run_record_column(frame *f) {
    eom_record *record = builder(f, "registration_event", "id");
    CALLED(eom_record_column(IN(record, record), TEXT(member, f->variant), OUT(column, numbers[0]), ERROR));
}
static void run_record_child(frame *f) {
    eom_record *record = builder(f, "party", "id");
    CALLED(eom_record_child(IN(record, record), TEXT(member, "names"), OUT(child, record), ERROR));
}
static void run_record_next(frame *f) {
    eom_record *record = builder(f, "party", "id");
    if (f->element == NULL) eom_record_child(record, "names", EOM_AUTO, &f->element, NULL);
    CALLED(eom_record_next(IN(child, f->element), ERROR));
}
static void run_record_load(frame *f) {
    const char *type = type_or(f, "seat_tier");
    const char *id;
    if (f->record == NULL) eom_record_create(edit_at_hand(f), type, EOM_AUTO, &f->record, NULL);
    id = id_of(f, type);
    CALLED(eom_record_load(IN(record, f->record), TEXT(id, id), ERROR));
}
static void run_record_text(frame *f) {
    eom_record *record = builder(f, "incident", f->variant);
    const char *text = strcmp(f->variant, "occurred_at") == 0        ? "2012-01-15T21:15:00.25+06:00"
                       : strcmp(f->variant, "phase") == 0            ? "voting"
                       : strcmp(f->variant, "asserted_by_whom") == 0 ? "party:party-1"
                       : strcmp(f->variant, "election") == 0         ? "election-1"
                                                                     : "A text that is longer than what is held in place.";
    CALLED(eom_record_text(IN(record, record), f->column, TEXT(text, text), ERROR));
}
static void run_record_integer(frame *f) {
    eom_record *record = builder(f, "seat_tier", "seats");
    CALLED(eom_record_integer(IN(record, record), f->column, 107, ERROR));
}
static void run_record_rational(frame *f) {
    eom_record *record = builder(f, "seat_tier", "correction_index");
    CALLED(eom_record_rational(IN(record, record), f->column, 7512, 100, ERROR));
}
static void run_record_date(frame *f) {
    static const eom_date date = {15354, 15354, 3, 0};
    eom_record *record = builder(f, "seat_tier", "dates");
    CALLED(eom_record_date(IN(record, record), f->column, IN(date, &date), ERROR));
}
static void run_record_quantity(frame *f) {
    static const eom_quantity share = {EOM_QUANTITY_SHARE, 0, 7507, 100, 1200, {"candidates that were asked about it", 35}};
    eom_record *record = builder(f, "seat_tier", "candidates");
    CALLED(eom_record_quantity(IN(record, record), f->column, IN(quantity, &share), ERROR));
}
static void run_record_span(frame *f) {
    eom_record *record = builder(f, "sentence", "span");
    CALLED(eom_record_span(IN(record, record), f->column, 3, 21, ERROR));
}
static void run_record_json(frame *f) {
    eom_record *record = builder(f, "party", f->variant);
    CALLED(eom_record_json(IN(record, record), f->column,
                           TEXT(json, "[{\"text\": \"A name that is told at length\", \"language\": \"en\"}]"), ERROR));
}
static void run_record_null(frame *f) {
    eom_record *record = builder(f, "party", f->variant);
    CALLED(eom_record_null(IN(record, record), f->column, ERROR));
}
static void run_record_put(frame *f) {
    const char *type = type_or(f, "reported_value");
    eom_record *record = builder(f, type, "notes");
    eom_record_null(record, f->column, NULL);
    CALLED(eom_record_put(IN(record, record), ERROR));
}
static void run_record_clear(frame *f) {
    eom_record *record = builder(f, "party", "id");
    DONE(eom_record_clear(IN(record, record)));
}
static void run_record_destroy(frame *f) {
    eom_record *record = builder(f, "party", "id");
    DONE(eom_record_destroy(IN(record, record)));
    if (!is_null(f, "record")) f->record = NULL;
}

static void run_dossier_diff(frame *f) {
    CALLED(eom_dossier_diff(IN(from, the_dossier(f)), IN(to, the_changed(f)), PROGRESS, OUT(changes, result), ERROR));
}
static void run_dossier_merge(frame *f) {
    eom_str changes[2];
    size_t count = f->variant != NULL ? 2 : 1;
    const eom_dossier *base = IN(base, the_dossier(f));
    changes[0].data = the_change_set(f)->data, changes[0].length = the_change_set(f)->length;
    changes[1].data = f->variant, changes[1].length = EOM_AUTO;
    CALLED(eom_dossier_merge(base, input(f, "changes", 'n', changes), length_of(f, "changes", count), PROGRESS,
                             OUT(merged, dossier), OUT(summary, result), ERROR));
}

static void run_cursor_open(frame *f) {
    const char *type = type_or(f, "registration_event");
    const char *filter = f->variant != NULL ? f->variant : "{}";
    CALLED(eom_cursor_open(IN(dossier, the_dossier(f)), TEXT(type, type), TEXT(filter, filter), OUT(cursor, cursor), ERROR));
}
static void run_cursor_open_edit(frame *f) {
    const char *type = type_or(f, "registration_event");
    const eom_edit *edit = edit_at_hand(f);
    CALLED(eom_cursor_open_edit(IN(edit, edit), TEXT(type, type), TEXT(filter, "{}"), OUT(cursor, cursor), ERROR));
}
static void run_cursor_column(frame *f) {
    eom_cursor *cursor = reader(f, "registration_event", NULL);
    CALLED(eom_cursor_column(IN(cursor, cursor), TEXT(member, "due_process.hearing"), OUT(column, numbers[0]), ERROR));
}
static void run_cursor_child(frame *f) {
    eom_cursor *cursor = reader(f, "party", NULL);
    CALLED(eom_cursor_child(IN(cursor, cursor), TEXT(member, "names"), OUT(child, cursor), ERROR));
}
static void run_cursor_next(frame *f) {
    eom_cursor *cursor;
    f->state = f->state == 0 ? 1 : f->state;
    cursor = reader(f, "party", NULL);
    CALLED(eom_cursor_next(IN(cursor, cursor), ERROR));
}
static void run_cursor_find(frame *f) {
    eom_cursor *cursor = reader(f, "party", NULL);
    CALLED(eom_cursor_find(IN(cursor, cursor), TEXT(id, "party-1"), ERROR));
}
static void run_cursor_text(frame *f) {
    eom_cursor *cursor = reader(f, "incident", f->variant);
    CALLED(eom_cursor_text(IN(cursor, cursor), f->column, OUT(text, text), ERROR));
}
static void run_cursor_integer(frame *f) {
    eom_cursor *cursor = reader(f, "seat_tier", "seats");
    CALLED(eom_cursor_integer(IN(cursor, cursor), f->column, OUT(value, integers[0]), ERROR));
}
static void run_cursor_real(frame *f) {
    eom_cursor *cursor = reader(f, "seat_tier", "correction_index");
    CALLED(eom_cursor_real(IN(cursor, cursor), f->column, OUT(value, real), ERROR));
}
static void run_cursor_rational(frame *f) {
    eom_cursor *cursor = reader(f, "seat_tier", "correction_index");
    CALLED(eom_cursor_rational(IN(cursor, cursor), f->column, OUT(numerator, integers[0]), OUT(denominator, integers[1]),
                               ERROR));
}
static void run_cursor_date(frame *f) {
    eom_cursor *cursor = reader(f, "election", "called");
    CALLED(eom_cursor_date(IN(cursor, cursor), f->column, OUT(date, date), ERROR));
}
static void run_cursor_instant(frame *f) {
    eom_cursor *cursor = reader(f, "incident", "occurred_at");
    CALLED(eom_cursor_instant(IN(cursor, cursor), f->column, OUT(utc, integers[0]), OUT(offset, numbers[0]), ERROR));
}
static void run_cursor_quantity(frame *f) {
    eom_cursor *cursor = reader(f, "seat_tier", "candidates");
    CALLED(eom_cursor_quantity(IN(cursor, cursor), f->column, OUT(quantity, quantity), ERROR));
}
static void run_cursor_span(frame *f) {
    eom_cursor *cursor = reader(f, "sentence", "span");
    CALLED(eom_cursor_span(IN(cursor, cursor), f->column, OUT(begin, integers[0]), OUT(end, integers[1]), ERROR));
}
static void run_cursor_json(frame *f) {
    eom_cursor *cursor = reader(f, type_or(f, "finding"), NULL);
    CALLED(eom_cursor_json(IN(cursor, cursor), -1, OUT(json, buffer), ERROR));
}
static void run_cursor_destroy(frame *f) {
    eom_cursor *cursor = reader(f, "party", NULL);
    DONE(eom_cursor_destroy(IN(cursor, cursor)));
    if (!is_null(f, "cursor")) f->cursor = NULL;
}

static void run_dossier_table(frame *f) {
    const char *type = type_or(f, "finding");
    const char *options = f->variant != NULL ? f->variant : "{\"text\": \"dictionary\"}";
    CALLED(eom_dossier_table(IN(dossier, the_dossier(f)), TEXT(type, type), TEXT(options, options), PROGRESS,
                             OUT(table, table), ERROR));
}
static void run_dossier_stream(frame *f) {
    const char *type = type_or(f, "finding");
    CALLED(eom_dossier_stream(IN(dossier, the_dossier(f)), TEXT(type, type), TEXT(options, "{\"text\": \"plain\"}"),
                              OUT(stream, stream), ERROR));
}
static void run_result_table(frame *f) {
    CALLED(eom_result_table(IN(result, the_check(f)), TEXT(name, "issues"), OUT(table, table), ERROR));
}
static void run_table_import(frame *f) {
    if (f->stream.release == NULL)
        eom_dossier_stream(the_dossier(f), type_or(f, "finding"), EOM_AUTO, NULL, 0, &f->stream, NULL);
    CALLED(eom_table_import(IN(stream, &f->stream), TEXT(options, "{\"limits\": {\"depth\": 64}}"), PROGRESS, OUT(table, table),
                            ERROR));
}
static void run_table_rows(frame *f) {
    CALLED(eom_table_rows(IN(table, the_table(f)), OUT(rows, integers[0]), ERROR));
}
static void run_table_schema(frame *f) {
    CALLED(eom_table_schema(IN(table, the_table(f)), OUT(schema, schema), ERROR));
}
static void run_table_stream(frame *f) {
    CALLED(eom_table_stream(IN(table, the_table(f)), OUT(stream, stream), ERROR));
}
static void run_table_csv(frame *f) {
    CALLED(eom_table_csv(IN(table, the_table(f)), TEXT(options, "{\"formulas\": \"escaped\"}"), PROGRESS, OUT(csv, buffer),
                         ERROR));
}
static void run_table_destroy(frame *f) {
    eom_table *table = NULL;
    eom_dossier_table(the_dossier(f), "party", EOM_AUTO, NULL, 0, NULL, NULL, &table, NULL);
    DONE(eom_table_destroy(IN(table, table)));
    if (is_null(f, "table")) eom_table_destroy(table);
}

static void run_schema(frame *f) {
    const char *type = type_or(f, "party");
    CALLED(eom_schema(TEXT(type, type), OUT(result, result), ERROR));
}
static void run_json_schema(frame *f) {
    const char *type = type_or(f, "party");
    CALLED(eom_json_schema(TEXT(type, type), OUT(json, buffer), ERROR));
}

static void run_check(frame *f) {
    CALLED(eom_check(IN(dossier, the_dossier(f)),
                     TEXT(options, "{\"as_of\": \"2012-01-16\", \"texts\": [{\"document\": \"document-1\", \"text\": \"The text of a "
                                   "sentence, told at length. 75 per cent of 12 parties were refused on 16 January 2012.\"}]}"),
                     PROGRESS, OUT(result, result), ERROR));
}
static void run_check_rules(frame *f) { CALLED(eom_check_rules(OUT(result, result), ERROR)); }
static void run_analyses(frame *f) { CALLED(eom_analyses(OUT(result, result), ERROR)); }
static void run_analyze(frame *f) {
    const char *options = f->type != NULL ? f->type : "{}";
    CALLED(eom_analyze(IN(dossier, the_dossier(f)), TEXT(name, f->variant), TEXT(options, options), PROGRESS,
                       OUT(result, result), ERROR));
}
static void run_trace(frame *f) {
    CALLED(eom_trace(IN(dossier, the_dossier(f)), TEXT(record, f->variant), PROGRESS, OUT(result, result), ERROR));
}
static void run_document(frame *f) {
    CALLED(eom_document(IN(dossier, the_dossier(f)), TEXT(document, "document-1"), TEXT(options, f->variant), PROGRESS,
                        OUT(result, result), ERROR));
}
static void run_suggestions(frame *f) {
    CALLED(eom_suggestions(IN(dossier, the_dossier(f)), TEXT(document, "document-1"), PROGRESS, OUT(result, result), ERROR));
}

static void run_result_name(frame *f) {
    SAYS(strcmp(eom_result_name(IN(result, the_check(f))), is_null(f, "result") ? "" : "check") == 0);
}
static void run_result_json(frame *f) {
    CALLED(eom_result_json(IN(result, the_check(f)), PROGRESS, OUT(json, buffer), ERROR));
}
static void run_result_schema(frame *f) {
    CALLED(eom_result_schema(IN(result, the_document(f)), OUT(schema, result), ERROR));
}
static void run_result_render(frame *f) {
    const eom_result *result = f->type != NULL ? the_document(f) : the_check(f);
    CALLED(eom_result_render(IN(result, result), TEXT(format, f->variant), TEXT(options, "{\"width\": 90}"), PROGRESS,
                             OUT(rendered, buffer), ERROR));
}
static void run_result_destroy(frame *f) {
    eom_result *result = NULL;
    eom_analyses(&result, NULL);
    DONE(eom_result_destroy(IN(result, result)));
    if (is_null(f, "result")) eom_result_destroy(result);
}

#define ROW(name) {"eom_" #name, &run_##name, EOM_OK, NULL, NULL}
#define OF(name, variant) {"eom_" #name, &run_##name, EOM_OK, NULL, variant}
#define GIVES(name, status, variant) {"eom_" #name, &run_##name, status, NULL, variant}
#define WITH(name, type, variant) {"eom_" #name, &run_##name, EOM_OK, type, variant}

/* The first row of a function is the one whose arguments are spoilt. */
const call calls[] = {
    ROW(abi_version),
    ROW(version),
    ROW(format_version),
    ROW(status_name),
    OF(has, "function:eom_has"),
    OF(has, "analysis:registration"),
    OF(has, "type:candidacy"),
    OF(has, "member:candidacy.position"),
    OF(has, "render:html"),
    ROW(error_code),
    ROW(error_message),
    ROW(error_detail),
    ROW(error_destroy),
    ROW(buf_free),
    ROW(file_write),
    ROW(dossier_open),
    ROW(dossier_parse),
    GIVES(dossier_parse, EOM_E_DATA, "{\"format\": \"openeom/1.0\", \"no_register\": [], \"parties\": [{\"id\": 7}, {\"founded\": \"7\"}]}"),
    GIVES(dossier_parse, EOM_E_SYNTAX, "{\"format\": \"openeom/1.0\", \"parties\": [{\"id\": \"a\" \"b\"}]}"),
    ROW(dossier_read),
    ROW(dossier_retain),
    ROW(dossier_release),
    ROW(dossier_json),
    ROW(dossier_write),
    ROW(dossier_write_to),
    ROW(dossier_digest),
    ROW(dossier_count),
    ROW(examples),
    ROW(edit_create),
    ROW(edit_open),
    ROW(edit_parse),
    OF(edit_parse, "{\"format\": \"openeom/1.0\", \"no_register\": [], \"parties\": [{\"id\": 7}, {\"founded\": \"7\"}]}"),
    ROW(edit_put_json),
    GIVES(edit_put_json, EOM_E_DATA, "{\"id\": \"finding-1\", \"kindd\": \"x\", \"evidence\": 7, \"summary\": {}}"),
    ROW(edit_remove),
    OF(edit_upsert, "{\"names\": [{\"text\": \"A party that a partner knows\"}]}"),
    GIVES(edit_upsert, EOM_E_DATA, "{\"names\": 7}"),
    OF(edit_erase, "{\"erased\": \"2026-12-01T10:00:00Z\", \"authority\": \"who decides\", \"mentions\": \"kept\"}"),
    GIVES(edit_erase, EOM_E_CONFLICT, "{\"erased\": \"2026-12-01T10:00:00Z\", \"authority\": \"who decides\"}"),
    ROW(edit_check),
    OF(edit_check, "broken"),
    ROW(edit_commit),
    GIVES(edit_commit, EOM_E_DATA, "broken"),
    ROW(edit_destroy),
    ROW(edit_put_table),
    ROW(record_create),
    OF(record_column, "due_process.hearing"),
    OF(record_column, "x-a-member-of-a-partner"),
    ROW(record_child),
    ROW(record_next),
    ROW(record_load),
    OF(record_text, "type"),
    OF(record_text, "notes"),
    OF(record_text, "occurred_at"),
    OF(record_text, "phase"),
    OF(record_text, "asserted_by_whom"),
    OF(record_text, "election"),
    ROW(record_integer),
    ROW(record_rational),
    ROW(record_date),
    ROW(record_quantity),
    ROW(record_span),
    OF(record_json, "names"),
    OF(record_json, "x-a-member-of-a-partner"),
    OF(record_null, "names"),
    OF(record_null, "x-own-member"),
    ROW(record_put),
    ROW(record_clear),
    ROW(record_destroy),
    ROW(dossier_diff),
    ROW(dossier_merge),
    OF(dossier_merge, "{\"format\":\"openeom-changes/1.0\",\"records\":[{\"record\":\"party:party-1\",\"kind\":\"changed\",\"members\":[{\"member\":\"country\",\"before\":\"YY\",\"after\":\"XX\"}]}]}"),
    ROW(cursor_open),
    ROW(cursor_open_edit),
    OF(cursor_open, "{\"kind\": {\"in\": [\"refused\", \"deregistered\"]}, \"decided\": {\"from\": \"2011-12-01\", \"to\": \"2012-12-31\"}, \"body\": null}"),
    ROW(cursor_column),
    ROW(cursor_child),
    GIVES(cursor_next, EOM_ROW, NULL),
    GIVES(cursor_find, EOM_ROW, NULL),
    OF(cursor_text, "type"),
    OF(cursor_text, "phase"),
    OF(cursor_text, "occurred_at"),
    ROW(cursor_integer),
    ROW(cursor_real),
    ROW(cursor_rational),
    ROW(cursor_date),
    ROW(cursor_instant),
    ROW(cursor_quantity),
    ROW(cursor_span),
    ROW(cursor_json),
    ROW(cursor_destroy),
    ROW(dossier_table),
    OF(dossier_table, "{\"columns\": [\"id\", \"polarity.words\"], \"filter\": {\"kind\": {\"not\": null}}, \"text\": \"plain\"}"),
    ROW(dossier_stream),
    ROW(result_table),
    ROW(table_import),
    ROW(table_rows),
    ROW(table_schema),
    ROW(table_stream),
    ROW(table_csv),
    ROW(table_destroy),
    ROW(schema),
    ROW(json_schema),
    ROW(check),
    ROW(check_rules),
    ROW(analyses),
    OF(analyze, "contents"),
    WITH(analyze, "{\"type\": \"party\", \"filter\": {\"country\": {\"not\": null}}}", "records"),
    WITH(analyze, "{\"type\": \"finding\", \"id\": \"finding-1\"}", "record"),
    OF(analyze, "registration"),
    OF(analyze, "indicators"),
    OF(analyze, "discrepancies"),
    WITH(analyze, "{\"document\": \"document-1\"}", "sourcing"),
    WITH(analyze, "{\"of\": \"finding:finding-1\"}", "trace"),
    OF(trace, "sentence:sentence-1"),
    OF(trace, "evidence:evidence-1"),
    OF(document, "{}"),
    OF(document, "{\"audience\": \"internal\", \"language\": \"ru\"}"),
    ROW(suggestions),
    ROW(result_name),
    ROW(result_json),
    ROW(result_schema),
    OF(result_render, "text"),
    OF(result_render, "markdown"),
    OF(result_render, "html"),
    OF(result_render, "csv"),
    WITH(result_render, "document", "text"),
    WITH(result_render, "document", "markdown"),
    WITH(result_render, "document", "html"),
    ROW(result_destroy),
};
const size_t call_count = sizeof calls / sizeof calls[0];

int is_by_type(const call *c) {
    static const char *const functions[] = {"eom_edit_put_json",  "eom_edit_put_table", "eom_cursor_json",
                                            "eom_dossier_table",  "eom_dossier_stream", "eom_table_import",
                                            "eom_record_put",     "eom_json_schema"};
    size_t i;
    if (c->variant != NULL) return 0;
    for (i = 0; i < sizeof functions / sizeof functions[0]; ++i)
        if (strcmp(c->function, functions[i]) == 0) return 1;
    return 0;
}

/* --- Frames --- */

void frame_open(frame *f, world *w, const call *c, int number) {
    memset(f, 0, sizeof *f);
    f->shared = w;
    f->number = number;
    f->type = c->type;
    f->variant = c->variant;
}

void frame_run(frame *f, const call *c) {
    f->count = 0;
    f->ticks = 0;
    f->status = EOM_E_INTERNAL;
    c->run(f);
}

void frame_empty(frame *f) {
    eom_dossier_release(f->out.dossier);
    eom_edit_destroy(f->out.edit);
    eom_record_destroy(f->out.record);
    eom_cursor_destroy(f->out.cursor);
    eom_result_destroy(f->out.result);
    eom_table_destroy(f->out.table);
    eom_buf_free(&f->out.buffer);
    if (f->out.stream.release != NULL) f->out.stream.release(&f->out.stream);
    if (f->out.schema.release != NULL) f->out.schema.release(&f->out.schema);
    eom_error_destroy(f->error);
    f->error = NULL;
    memset(&f->out, 0, sizeof f->out);
}

void frame_close(frame *f) {
    frame_empty(f);
    eom_cursor_destroy(f->cursor);
    eom_record_destroy(f->element);
    eom_record_destroy(f->record);
    eom_edit_destroy(f->edit);
    eom_dossier_release(f->fresh);
    eom_error_destroy(f->given);
    if (f->stream.release != NULL) f->stream.release(&f->stream);
}

int outputs_are_zero(const frame *f) {
    int i;
    size_t at;
    for (i = 0; i < f->count; ++i) {
        if (strcmp(f->arguments[i].name, "column") == 0 && f->arguments[i].kind == 'o') {
            if (f->arguments[i].place != NULL && *(int32_t *)f->arguments[i].place != -2) return 0;
            continue;
        }
        for (at = 0; f->arguments[i].kind == 'o' && f->arguments[i].place != NULL && at < f->arguments[i].size; ++at)
            if (((const unsigned char *)f->arguments[i].place)[at] != 0) return 0;
    }
    return 1;
}

/* --- Answers --- */

static uint64_t hashed_number(uint64_t hash, int64_t number) { return hashed(hash, &number, sizeof number); }

static uint64_t hashed_error(uint64_t hash, eom_status status, eom_error *error) {
    hash = hashed_number(hash, status);
    hash = hashed(hash, eom_error_detail(error), strlen(eom_error_detail(error)));
    eom_error_destroy(error);
    return hash;
}

static uint64_t hashed_buffer(uint64_t hash, eom_status status, eom_buf *json, eom_error *error) {
    hash = hashed(hashed_error(hash, status, error), json->data, json->length);
    eom_buf_free(json);
    return hash;
}

static uint64_t hashed_dossier(uint64_t hash, const eom_dossier *dossier) {
    eom_buf json = {NULL, 0};
    eom_error *error = NULL;
    const eom_status status = eom_dossier_json(dossier, NULL, NULL, &json, &error);
    return hashed_buffer(hash, status, &json, error);
}

static uint64_t hashed_edit(uint64_t hash, const eom_edit *edit) {
    eom_dossier *dossier = NULL;
    eom_error *error = NULL;
    const eom_status status = eom_edit_commit(edit, NULL, NULL, &dossier, &error);
    hash = hashed_error(hash, status, error);
    if (dossier != NULL) hash = hashed_dossier(hash, dossier);
    eom_dossier_release(dossier);
    return hash;
}

static uint64_t hashed_table(uint64_t hash, const eom_table *table) {
    eom_buf csv = {NULL, 0};
    eom_error *error = NULL;
    const eom_status status = eom_table_csv(table, NULL, 0, NULL, NULL, &csv, &error);
    return hashed_buffer(hash, status, &csv, error);
}

static uint64_t hashed_stream(uint64_t hash, struct ArrowArrayStream *stream) {
    eom_table *table = NULL;
    eom_error *error = NULL;
    const eom_status status = eom_table_import(stream, NULL, 0, NULL, NULL, &table, &error);
    hash = hashed_error(hash, status, error);
    if (table != NULL) hash = hashed_table(hash, table);
    eom_table_destroy(table);
    return hash;
}

static uint64_t hashed_schema(uint64_t hash, const struct ArrowSchema *schema) {
    int64_t i;
    hash = hashed(hash, schema->format, strlen(schema->format));
    hash = hashed(hash, schema->name, strlen(schema->name));
    for (i = 0; i < schema->n_children; ++i) hash = hashed_schema(hash, schema->children[i]);
    return hash;
}

static uint64_t hashed_cursor(uint64_t hash, eom_cursor *cursor) {
    do {
        eom_buf json = {NULL, 0};
        eom_error *error = NULL;
        const eom_status status = eom_cursor_json(cursor, -1, &json, &error);
        hash = hashed_buffer(hash, status, &json, error);
    } while (eom_cursor_next(cursor, NULL) == EOM_ROW);
    return hash;
}

static uint64_t hashed_builder(uint64_t hash, eom_record *record) {
    eom_error *error = NULL;
    const eom_status status = eom_record_put(record, &error);
    return hashed_error(hash, status, error);
}

uint64_t edit_hash(const frame *f) { return f->edit == NULL ? kNothing : hashed_edit(kNothing, f->edit); }

uint64_t answer(frame *f) {
    uint64_t hash = hashed_number(f->written, f->status);
    if (f->error != NULL) hash = hashed(hash, eom_error_detail(f->error), strlen(eom_error_detail(f->error)));
    hash = hashed(hash, f->out.text.data, f->out.text.length);
    hash = hashed(hash, f->out.integers, sizeof f->out.integers);
    hash = hashed(hash, f->out.numbers, sizeof f->out.numbers);
    hash = hashed(hash, &f->out.real, sizeof f->out.real);
    hash = hashed(hash, &f->out.date, sizeof f->out.date);
    hash = hashed_number(hashed_number(hash, f->out.quantity.low), f->out.quantity.high);
    hash = hashed(hash, f->out.quantity.words.data, f->out.quantity.words.length);
    hash = hashed(hash, f->out.buffer.data, f->out.buffer.length);
    if (f->out.dossier != NULL) hash = hashed_dossier(hash, f->out.dossier);
    if (f->out.edit != NULL) hash = hashed_edit(hash, f->out.edit);
    if (f->out.result != NULL) {
        eom_buf json = {NULL, 0};
        eom_error *error = NULL;
        const eom_status status = eom_result_json(f->out.result, NULL, NULL, &json, &error);
        hash = hashed_buffer(hash, status, &json, error);
    }
    if (f->out.table != NULL) hash = hashed_table(hash, f->out.table);
    if (f->out.stream.release != NULL) hash = hashed_stream(hash, &f->out.stream);
    if (f->out.schema.release != NULL) hash = hashed_schema(hash, &f->out.schema);
    if (f->out.cursor != NULL) hash = hashed_cursor(hash, f->out.cursor);
    if (f->cursor != NULL) hash = hashed_cursor(hash, f->cursor);
    if (f->out.record != NULL) hash = hashed_builder(hash, f->out.record);
    if (f->record != NULL) hash = hashed_builder(hash, f->record);
    if (f->edit != NULL) hash = hashed_edit(hash, f->edit);
    return hash;
}
