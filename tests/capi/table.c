/* Tables by the C ABI: out as Arrow, CSV and JSON Schema, in again, and what is refused. Prints "N cases". */
#include <locale.h>
#include <openeom.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Another header with the same structs may follow. */
#ifndef ARROW_C_DATA_INTERFACE
#error "the guard of the data interface is not set"
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#error "the guard of the stream interface is not set"
#endif

static int cases, failures;

#define CHECK(condition)                                                              \
    do {                                                                              \
        if (!(condition)) {                                                           \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);                    \
            ++failures;                                                               \
        }                                                                             \
    } while (0)

static eom_dossier *example(const char *name) {
    eom_dossier *d = NULL;
    if (eom_dossier_open(name, EOM_AUTO, NULL, 0, NULL, NULL, &d, NULL) != EOM_OK) printf("%s is not there\n", name);
    return d;
}

static eom_table *table_of(const eom_dossier *d, const char *type, const char *options) {
    eom_error *err = NULL;
    eom_table *t = NULL;
    if (eom_dossier_table(d, type, EOM_AUTO, options, options ? EOM_AUTO : 0, NULL, NULL, &t, &err) != EOM_OK)
        printf("%s: %s\n", type, eom_error_message(err));
    eom_error_destroy(err);
    return t;
}

static int stop(void *user, uint64_t done, uint64_t total, const char *phase) {
    (void)done, (void)total, (void)phase;
    return ++*(int *)user;
}

static void out_and_in(void) {
    eom_error *err = NULL;
    eom_dossier *d = example("example:kazakhstan-2012"), *made = NULL;
    eom_table *t = table_of(d, "registration_event", NULL), *read = NULL;
    eom_edit *edit = NULL;
    struct ArrowArrayStream stream = {0};
    struct ArrowSchema schema = {0};
    eom_str before, after;
    int64_t rows = 0, read_rows = -1;
    ++cases;
    CHECK(eom_table_rows(t, &rows, &err) == EOM_OK && rows == 25);
    CHECK(eom_table_schema(t, &schema, &err) == EOM_OK && strcmp(schema.format, "+s") == 0);
    CHECK(strcmp(schema.children[0]->name, "id") == 0 && strcmp(schema.children[0]->format, "u") == 0);
    schema.release(&schema);
    CHECK(schema.release == NULL);
    CHECK(eom_table_stream(t, &stream, &err) == EOM_OK && stream.release != NULL);
    eom_table_destroy(t); /* the stream keeps what it hands out */
    CHECK(eom_table_import(&stream, NULL, 0, NULL, NULL, &read, &err) == EOM_OK && stream.release == NULL);
    CHECK(eom_table_rows(read, &read_rows, &err) == EOM_OK && read_rows == rows);
    CHECK(eom_edit_create(d, &edit, &err) == EOM_OK);
    CHECK(eom_edit_put_table(edit, "registration_event", EOM_AUTO, read, NULL, NULL, &err) == EOM_OK);
    CHECK(eom_edit_commit(edit, NULL, NULL, &made, &err) == EOM_OK);
    CHECK(eom_dossier_digest(d, NULL, NULL, &before, &err) == EOM_OK && eom_dossier_digest(made, NULL, NULL, &after, &err) == EOM_OK);
    CHECK(before.length == 64 && memcmp(before.data, after.data, 64) == 0);

    ++cases; /* converted on the way: the stream outlives the dossier's handle */
    CHECK(eom_dossier_stream(d, "party", EOM_AUTO, "{\"columns\": [\"id\"], \"text\": \"plain\"}", EOM_AUTO, &stream, &err) == EOM_OK);
    CHECK(eom_dossier_count(d, "party", EOM_AUTO, &rows, &err) == EOM_OK);
    eom_dossier_release(d);
    {
        struct ArrowArray batch = {0};
        CHECK(stream.get_next(&stream, &batch) == 0 && batch.length == rows && batch.n_children == 1);
        stream.release(&stream);
        CHECK(((const int32_t *)batch.children[0]->buffers[1])[0] == 0);
        batch.release(&batch);
    }
    eom_table_destroy(read);
    eom_edit_destroy(edit);
    eom_dossier_release(made);
}

static void csv_and_schema(void) {
    eom_error *err = NULL;
    eom_dossier *d = example("example:norlandia-2027");
    eom_table *t = table_of(d, "party", "{\"columns\": [\"id\", \"country\"], \"filter\": {\"country\": \"XN\"}}");
    eom_buf text = {0};
    ++cases;
    CHECK(eom_table_csv(t, "{\"audience\": \"internal\"}", EOM_AUTO, NULL, NULL, &text, &err) == EOM_OK);
    CHECK(strncmp(text.data, "id,country,reconstruction,audience\r\n", 36) == 0 && strstr(text.data, ",internal\r\n") != NULL);
    eom_buf_free(&text);
    CHECK(eom_table_csv(t, "{\"rows\": 0}", EOM_AUTO, NULL, NULL, &text, &err) == EOM_OK);
    CHECK(text.length > 0 && memchr(text.data, '\n', text.length) == (const char *)text.data + text.length - 1);
    eom_buf_free(&text);
    CHECK(eom_table_csv(t, "{\"rows\": -1}", EOM_AUTO, NULL, NULL, &text, NULL) == EOM_E_ARGUMENT && text.data == NULL);
    CHECK(eom_table_csv(t, "{\"formula\": \"verbatim\"}", EOM_AUTO, NULL, NULL, &text, &err) == EOM_E_DATA && text.data == NULL);
    CHECK(strstr(eom_error_message(err), "'formulas'") != NULL);
    eom_error_destroy(err);
    eom_table_destroy(t);

    ++cases;
    CHECK(eom_json_schema("party", EOM_AUTO, &text, &err) == EOM_OK && strstr(text.data, "#/$defs/party") != NULL);
    eom_buf_free(&text);
    CHECK(eom_json_schema(NULL, 0, &text, &err) == EOM_OK && strstr(text.data, "\"candidacies\"") != NULL);
    eom_buf_free(&text);
    CHECK(eom_json_schema("candidancy", EOM_AUTO, &text, &err) == EOM_E_NOT_FOUND && text.data == NULL);
    eom_error_destroy(err);
    eom_dossier_release(d);
}

static void results(void) {
    eom_error *err = NULL;
    eom_dossier *d = example("example:kazakhstan-2012");
    eom_result *review = NULL;
    eom_table *longest = NULL, *named = NULL;
    struct ArrowSchema schema = {0};
    int64_t rows = 0;
    ++cases;
    CHECK(eom_analyze(d, "registration", EOM_AUTO, NULL, 0, NULL, NULL, &review, &err) == EOM_OK);
    CHECK(eom_result_table(review, NULL, 0, &longest, &err) == EOM_OK);
    CHECK(eom_result_table(review, "decisions", EOM_AUTO, &named, &err) == EOM_OK);
    CHECK(eom_table_rows(named, &rows, &err) == EOM_OK && rows > 0);
    CHECK(eom_table_schema(named, &schema, &err) == EOM_OK && schema.n_children > 5);
    schema.release(&schema);
    eom_table_destroy(named);
    eom_table_destroy(longest);
    CHECK(eom_result_table(review, "decison", EOM_AUTO, &named, &err) == EOM_E_NOT_FOUND && named == NULL);
    CHECK(strstr(eom_error_message(err), "'decisions'") != NULL);
    eom_error_destroy(err);
    eom_result_destroy(review);
    eom_dossier_release(d);
}

static void refusals(void) {
    eom_error *err = NULL;
    eom_dossier *d = example("example:norlandia-2027");
    eom_table *t = table_of(d, "party", NULL), *none = (eom_table *)1;
    eom_edit *edit = NULL;
    struct ArrowArrayStream stream = {0};
    struct ArrowSchema schema;
    eom_buf text;
    int64_t rows = 7;
    int asked = 0;
    ++cases; /* each pointer NULL */
    CHECK(eom_dossier_table(NULL, "party", EOM_AUTO, NULL, 0, NULL, NULL, &none, NULL) == EOM_E_ARGUMENT && none == NULL);
    CHECK(eom_dossier_table(d, NULL, 0, NULL, 0, NULL, NULL, &none, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_dossier_table(d, "party", EOM_AUTO, NULL, 0, NULL, NULL, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_dossier_stream(NULL, "party", EOM_AUTO, NULL, 0, &stream, NULL) == EOM_E_ARGUMENT && stream.release == NULL);
    CHECK(eom_dossier_stream(d, NULL, 0, NULL, 0, &stream, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_dossier_stream(d, "party", EOM_AUTO, NULL, 0, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_result_table(NULL, NULL, 0, &none, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_table_import(NULL, NULL, 0, NULL, NULL, &none, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_table_rows(NULL, &rows, NULL) == EOM_E_ARGUMENT && rows == 0);
    CHECK(eom_table_rows(t, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_table_schema(NULL, &schema, NULL) == EOM_E_ARGUMENT && schema.release == NULL);
    CHECK(eom_table_schema(t, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_table_stream(NULL, &stream, NULL) == EOM_E_ARGUMENT && stream.release == NULL);
    CHECK(eom_table_stream(t, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_table_csv(NULL, NULL, 0, NULL, NULL, &text, NULL) == EOM_E_ARGUMENT && text.data == NULL);
    CHECK(eom_table_csv(t, NULL, 0, NULL, NULL, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_edit_put_table(NULL, "party", EOM_AUTO, t, NULL, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_edit_create(NULL, &edit, NULL) == EOM_OK);
    CHECK(eom_edit_put_table(edit, NULL, 0, t, NULL, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_edit_put_table(edit, "party", EOM_AUTO, NULL, NULL, NULL, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_json_schema("party", EOM_AUTO, NULL, NULL) == EOM_E_ARGUMENT);
    eom_table_destroy(NULL);

    ++cases; /* a stream is taken also where something fails */
    CHECK(eom_table_stream(t, &stream, NULL) == EOM_OK);
    CHECK(eom_table_import(&stream, "{\"limits\": {\"records\": 1}}", EOM_AUTO, NULL, NULL, &none, &err) == EOM_E_LIMIT);
    CHECK(stream.release == NULL && none == NULL);
    eom_error_destroy(err);
    CHECK(eom_table_stream(t, &stream, NULL) == EOM_OK);
    CHECK(eom_table_import(&stream, "{\"limit\": 1}", EOM_AUTO, NULL, NULL, &none, NULL) == EOM_E_DATA && stream.release == NULL);
    CHECK(eom_table_stream(t, &stream, NULL) == EOM_OK);
    CHECK(eom_table_import(&stream, NULL, 0, NULL, NULL, NULL, NULL) == EOM_E_ARGUMENT && stream.release == NULL);
    CHECK(eom_table_import(&stream, NULL, 0, NULL, NULL, &none, NULL) == EOM_E_ARGUMENT); /* released already */

    ++cases; /* columns of another type, all that is wrong in the detail */
    CHECK(eom_edit_put_table(edit, "candidacy", EOM_AUTO, t, NULL, NULL, &err) == EOM_E_NOT_FOUND);
    eom_error_destroy(err);
    CHECK(eom_dossier_table(d, "party", EOM_AUTO, "{\"columns\": [\"cuntry\"]}", EOM_AUTO, NULL, NULL, &none, &err) == EOM_E_NOT_FOUND);
    CHECK(strstr(eom_error_message(err), "'country'") != NULL);
    eom_error_destroy(err);

    ++cases; /* stopped */
    CHECK(eom_dossier_table(d, "party", EOM_AUTO, NULL, 0, &stop, &asked, &none, NULL) == EOM_E_CANCELLED && none == NULL);
    CHECK(eom_table_csv(t, NULL, 0, &stop, &asked, &text, NULL) == EOM_E_CANCELLED && text.data == NULL);
    CHECK(eom_edit_put_table(edit, "party", EOM_AUTO, t, &stop, &asked, NULL) == EOM_E_CANCELLED);
    CHECK(eom_table_stream(t, &stream, NULL) == EOM_OK);
    CHECK(eom_table_import(&stream, NULL, 0, &stop, &asked, &none, NULL) == EOM_E_CANCELLED && stream.release == NULL);
    CHECK(asked == 4);
    eom_edit_destroy(edit);
    eom_table_destroy(t);
    eom_dossier_release(d);
}

int main(void) {
    setlocale(LC_ALL, ""); /* the suite runs in the locale of its environment, since a host may have set any */
    out_and_in();
    csv_and_schema();
    results();
    refusals();
    printf(failures ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
