/* The C ABI on a record: dossiers, cursors, edits, results, errors. Prints "N cases". */
#include <locale.h>
#include <openeom.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int cases, failures;

#define CHECK(condition)                                                              \
    do {                                                                              \
        if (!(condition)) {                                                           \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);                    \
            ++failures;                                                               \
        }                                                                             \
    } while (0)

static const char small[] =
    "{\"format\": \"openeom/1.0\","
    "\"elections\": [{\"id\": \"e\", \"country\": \"XN\", \"dates\": [\"2027-05-09\"], \"names\": [{\"text\": \"Storting\", \"language\": \"en\"}]}],"
    "\"parties\": [{\"id\": \"a\", \"names\": [{\"text\": \"Alpha\", \"language\": \"en\"}], \"country\": \"XN\"},"
    "             {\"id\": \"b\", \"names\": [{\"text\": \"Beta\", \"language\": \"en\"}]}],"
    "\"candidate_lists\": [{\"id\": \"la\", \"party\": \"a\", \"election\": \"e\", \"ballot_number\": 3}],"
    "\"registration_events\": ["
    "  {\"id\": \"r1\", \"subject\": \"candidate_list:la\", \"kind\": \"registered\", \"decided\": \"2027-04-01\"},"
    "  {\"id\": \"r2\", \"subject\": \"candidate_list:la\", \"kind\": \"deregistered\", \"decided\": \"2027-04-20/2027-04-21\","
    "   \"due_process\": {\"hearing\": \"not_met\"}}],"
    "\"results\": [{\"id\": \"x\", \"election\": \"e\", \"percent\": \"12.50\"}]}";

static eom_dossier *parse(const char *json) {
    eom_error *err = NULL;
    eom_dossier *d = NULL;
    if (eom_dossier_parse(json, EOM_AUTO, "small", EOM_AUTO, NULL, 0, NULL, NULL, &d, &err) != EOM_OK)
        printf("parse: %s\n", eom_error_message(err));
    eom_error_destroy(err);
    return d;
}

static int same(eom_str text, const char *expected) {
    return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

static void versions(void) {
    ++cases;
    CHECK(eom_version()[0] != '\0');
    CHECK(eom_abi_version() == 1);
    CHECK(strcmp(eom_format_version(), "1.0") == 0);
    CHECK(strcmp(eom_status_name(EOM_E_DATA), "EOM_E_DATA") == 0);
    CHECK(strcmp(eom_status_name(-7), "EOM_?") == 0);
}

static void cursors(void) {
    eom_error *err = NULL;
    eom_cursor *c = NULL;
    int32_t kind, decided, hearing, published;
    eom_str text;
    eom_date date;
    int64_t whole;
    double real;
    eom_buf json = {0};
    eom_dossier *d = parse(small);
    ++cases;
    CHECK(eom_cursor_open(d, "registration_event", EOM_AUTO, "{\"kind\":\"deregistered\"}", EOM_AUTO, &c, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "kind", EOM_AUTO, &kind, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "decided", EOM_AUTO, &decided, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "published", EOM_AUTO, &published, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "due_process.hearing", EOM_AUTO, &hearing, &err) == EOM_OK);
    CHECK(eom_cursor_text(c, kind, &text, &err) == EOM_E_ARGUMENT);
    CHECK(strstr(eom_error_message(err), "no record") != NULL);
    eom_error_destroy(err);
    CHECK(eom_cursor_next(c, &err) == EOM_ROW);
    CHECK(eom_cursor_text(c, kind, &text, &err) == EOM_OK && same(text, "deregistered"));
    CHECK(eom_cursor_text(c, hearing, &text, &err) == EOM_OK && same(text, "not_met"));
    CHECK(eom_cursor_date(c, decided, &date, &err) == EOM_OK);
    CHECK(date.last - date.first == 1 && date.precision == 3 && date.flags == 1);
    CHECK(eom_cursor_date(c, published, &date, &err) == EOM_NULL && err == NULL);
    CHECK(eom_cursor_integer(c, kind, &whole, &err) == EOM_E_ARGUMENT && whole == 0);
    eom_error_destroy(err);
    CHECK(eom_cursor_json(c, -1, &json, &err) == EOM_OK && strstr(json.data, "\"r2\"") != NULL);
    eom_buf_free(&json);
    CHECK(json.data == NULL && json.length == 0);
    CHECK(eom_cursor_json(c, decided, &json, &err) == EOM_OK && strcmp(json.data, "\"2027-04-20/2027-04-21\"") == 0);
    eom_buf_free(&json);
    CHECK(eom_cursor_next(c, &err) == EOM_DONE);
    CHECK(eom_cursor_next(c, &err) == EOM_DONE);
    eom_cursor_destroy(c);

    ++cases;
    CHECK(eom_cursor_open(d, "candidate_lists", EOM_AUTO, NULL, 0, &c, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "ballot_number", EOM_AUTO, &kind, &err) == EOM_OK);
    CHECK(eom_cursor_next(c, &err) == EOM_ROW && eom_cursor_integer(c, kind, &whole, &err) == EOM_OK && whole == 3);
    eom_cursor_destroy(c);
    CHECK(eom_cursor_open(d, "result", EOM_AUTO, NULL, 0, &c, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "percent", EOM_AUTO, &kind, &err) == EOM_OK);
    CHECK(eom_cursor_next(c, &err) == EOM_ROW && eom_cursor_real(c, kind, &real, &err) == EOM_OK && real == 12.5);
    eom_cursor_destroy(c);
    CHECK(eom_cursor_open(d, "party", EOM_AUTO, "{\"country\":null}", EOM_AUTO, &c, &err) == EOM_OK);
    CHECK(eom_cursor_column(c, "id", EOM_AUTO, &kind, &err) == EOM_OK);
    eom_dossier_release(d); /* the cursor keeps the records */
    CHECK(eom_cursor_next(c, &err) == EOM_ROW && eom_cursor_text(c, kind, &text, &err) == EOM_OK && same(text, "b"));
    CHECK(eom_cursor_next(c, &err) == EOM_DONE);
    eom_cursor_destroy(c);
}

static void errors(void) {
    eom_error *err = NULL;
    eom_dossier *d = parse(small), *none = (eom_dossier *)1;
    eom_cursor *c = (eom_cursor *)1;
    ++cases;
    CHECK(eom_cursor_open(d, "candidancy", EOM_AUTO, NULL, 0, &c, &err) == EOM_E_NOT_FOUND && c == NULL);
    CHECK(strcmp(eom_error_message(err), "no type is called 'candidancy' (did you mean 'candidacy'?)") == 0);
    CHECK(eom_error_code(err) == EOM_E_NOT_FOUND);
    CHECK(strstr(eom_error_detail(err), "\"hint\"") != NULL);
    eom_error_destroy(err);
    CHECK(eom_cursor_open(d, "party", EOM_AUTO, "{\"countri\":\"XN\"}", EOM_AUTO, &c, &err) == EOM_E_NOT_FOUND);
    CHECK(strstr(eom_error_message(err), "'country'") != NULL);
    eom_error_destroy(err);
    CHECK(eom_cursor_open(NULL, "party", EOM_AUTO, NULL, 0, &c, NULL) == EOM_E_ARGUMENT);

    ++cases;
    CHECK(eom_dossier_open("example:nowhere", EOM_AUTO, NULL, 0, NULL, NULL, &none, &err) == EOM_E_NOT_FOUND && none == NULL);
    eom_error_destroy(err);
    CHECK(eom_dossier_open(NULL, 0, NULL, 0, NULL, NULL, &none, &err) == EOM_E_ARGUMENT);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse("{\"format\": \"openeom/1.0\", \"parties\": [{\"id\": \"a\", \"named\": []}]}", EOM_AUTO, "m.json",
                            EOM_AUTO, NULL, 0, NULL, NULL, &none, &err) == EOM_E_DATA);
    CHECK(strstr(eom_error_detail(err), "\"line\": 1") != NULL && strstr(eom_error_detail(err), "'names'") != NULL);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse("{\"format\": \"openeom/2.0\"}", EOM_AUTO, NULL, 0, NULL, 0, NULL, NULL, &none, &err) == EOM_E_VERSION);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse(small, EOM_AUTO, NULL, 0, "{\"limits\": {\"bytes\": 10}}", EOM_AUTO, NULL, NULL, &none, &err) == EOM_E_LIMIT);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse(small, EOM_AUTO, NULL, 0, "{\"limit\": {}}", EOM_AUTO, NULL, NULL, &none, &err) == EOM_E_DATA);
    CHECK(strstr(eom_error_message(err), "'limits'") != NULL);
    eom_error_destroy(err);
    eom_error_destroy(NULL);

    ++cases; /* a source's name need not be UTF-8 */
    CHECK(eom_dossier_parse("{", 1, "\xff\xfe", 2, NULL, 0, NULL, NULL, &none, &err) == EOM_E_SYNTAX);
    CHECK(strstr(eom_error_message(err), "\xEF\xBF\xBD\xEF\xBF\xBD:1:2: expected a member's name") == eom_error_message(err));
    CHECK(strstr(eom_error_detail(err), "\"source\": \"\xEF\xBF\xBD\xEF\xBF\xBD\", \"line\": 1") != NULL);
    eom_error_destroy(err);
    CHECK(eom_dossier_open("/nowhere/n\xff.json", EOM_AUTO, NULL, 0, NULL, NULL, &none, &err) == EOM_E_NOT_FOUND);
    CHECK(strstr(eom_error_message(err), "/nowhere/n\xEF\xBF\xBD.json") != NULL);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse("", 0, NULL, 0, NULL, 0, NULL, NULL, &none, &err) == EOM_E_SYNTAX);
    eom_error_destroy(err);

    ++cases; /* options have the members they have, each once */
    CHECK(eom_dossier_parse(small, EOM_AUTO, NULL, 0, "{\"x-foo\": 1}", EOM_AUTO, NULL, NULL, &none, &err) == EOM_E_DATA);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse(small, EOM_AUTO, NULL, 0, "{\"limits\": {}, \"limits\": {}}", EOM_AUTO, NULL, NULL, &none, &err) == EOM_E_DATA);
    CHECK(strstr(eom_error_message(err), "'limits' stands here twice") != NULL);
    eom_error_destroy(err);
    CHECK(eom_cursor_open(d, "party", EOM_AUTO, "{\"id\":\"a\",\"id\":\"b\"}", EOM_AUTO, &c, &err) == EOM_E_DATA);
    eom_error_destroy(err);
    CHECK(eom_dossier_parse(small, EOM_AUTO, NULL, 0, "{\"limits\": {\"depth\": 4294967298}}", EOM_AUTO, NULL, NULL, &none, &err) ==
          EOM_OK);
    eom_dossier_release(none);
    eom_dossier_release(d);
    eom_dossier_release(NULL);
}

static void edits(const char *folder) {
    eom_error *err = NULL;
    eom_edit *edit = NULL;
    eom_dossier *d = parse(small), *d2 = NULL, *d3 = NULL;
    eom_result *result = NULL;
    eom_str digest, digest2;
    int64_t n = 0;
    char path[1000];
    ++cases;
    CHECK(eom_edit_create(d, &edit, &err) == EOM_OK);
    CHECK(eom_edit_put_json(edit, "party", EOM_AUTO, "{\"id\": \"c\", \"names\": [{\"text\": \"Gamma\"}]}", EOM_AUTO, &err) == EOM_OK);
    CHECK(eom_edit_put_json(edit, "party", EOM_AUTO, "{\"id\": \"d\", \"nams\": []}", EOM_AUTO, &err) == EOM_E_DATA);
    eom_error_destroy(err);
    CHECK(eom_edit_commit(edit, NULL, NULL, &d2, &err) == EOM_OK);
    CHECK(eom_dossier_count(d2, "party", EOM_AUTO, &n, &err) == EOM_OK && n == 3);
    CHECK(eom_dossier_count(d, "party", EOM_AUTO, &n, &err) == EOM_OK && n == 2);
    CHECK(eom_dossier_count(d, NULL, 0, &n, &err) == EOM_OK && n == 7);
    CHECK(eom_dossier_digest(d, NULL, NULL, &digest, &err) == EOM_OK && eom_dossier_digest(d2, NULL, NULL, &digest2, &err) == EOM_OK);
    CHECK(digest.length == 64 && memcmp(digest.data, digest2.data, 64) != 0);
    CHECK(eom_edit_remove(edit, "party", EOM_AUTO, "a", EOM_AUTO, &err) == EOM_OK);
    CHECK(eom_edit_remove(edit, "party", EOM_AUTO, "zz", EOM_AUTO, &err) == EOM_E_NOT_FOUND);
    eom_error_destroy(err);
    CHECK(eom_edit_commit(edit, NULL, NULL, &d3, &err) == EOM_E_DATA && d3 == NULL); /* the list still names party a */
    CHECK(strstr(eom_error_message(err), "candidate_list:la") != NULL);
    eom_error_destroy(err);
    CHECK(eom_edit_check(edit, NULL, 0, NULL, NULL, &result, &err) == EOM_OK && strcmp(eom_result_name(result), "check") == 0);
    eom_result_destroy(result);
    eom_edit_destroy(edit);
    eom_edit_destroy(NULL);

    ++cases;
    snprintf(path, sizeof path, "%s/written.json", folder);
    CHECK(eom_dossier_write(d2, path, EOM_AUTO, NULL, NULL, &err) == EOM_OK);
    CHECK(eom_dossier_open(path, EOM_AUTO, NULL, 0, NULL, NULL, &d3, &err) == EOM_OK);
    CHECK(eom_dossier_digest(d3, NULL, NULL, &digest, &err) == EOM_OK && memcmp(digest.data, digest2.data, 64) == 0);
    eom_dossier_release(d3);
    snprintf(path, sizeof path, "%s/no-such-folder/written.json", folder);
    CHECK(eom_dossier_write(d2, path, EOM_AUTO, NULL, NULL, &err) == EOM_E_IO);
    eom_error_destroy(err);
    d3 = eom_dossier_retain(d2);
    eom_dossier_release(d2);
    CHECK(d3 == d2 && eom_dossier_count(d3, "party", EOM_AUTO, &n, &err) == EOM_OK && n == 3);
    eom_dossier_release(d3);
    CHECK(eom_dossier_retain(NULL) == NULL);
    eom_dossier_release(d);
}

static void render(eom_result *result, const char *format, const char *expected) {
    eom_error *err = NULL;
    eom_buf out = {0};
    CHECK(eom_result_render(result, format, EOM_AUTO, "{\"width\": 300}", EOM_AUTO, NULL, NULL, &out, &err) == EOM_OK);
    if (out.data == NULL || strstr(out.data, expected) == NULL) {
        printf("%s of %s lacks '%s': %s\n", format, eom_result_name(result), expected, err ? eom_error_message(err) : out.data);
        ++failures;
    }
    eom_error_destroy(err);
    eom_buf_free(&out);
}

static void results(void) {
    eom_error *err = NULL;
    eom_result *result = NULL;
    eom_buf json = {0};
    eom_dossier *d = parse(small);
    ++cases;
    CHECK(eom_check(d, NULL, 0, NULL, NULL, &result, &err) == EOM_OK);
    CHECK(eom_result_json(result, NULL, NULL, &json, &err) == EOM_OK && strstr(json.data, "\"issues\"") != NULL);
    eom_buf_free(&json);
    render(result, "text", "assessment-without-evidence");
    eom_result_destroy(result);
    CHECK(eom_check_rules(&result, &err) == EOM_OK);
    render(result, "text", "deregistration-without-registration");
    eom_result_destroy(result);

    ++cases;
    CHECK(eom_analyze(d, "registration", EOM_AUTO, NULL, 0, NULL, NULL, &result, &err) == EOM_OK);
    CHECK(strcmp(eom_result_name(result), "registration") == 0);
    CHECK(eom_result_json(result, NULL, NULL, &json, &err) == EOM_OK && strstr(json.data, "\"days_before_vote\":[18,19]") != NULL);
    eom_buf_free(&json);
    render(result, "text", "18 to 19");
    render(result, "markdown", "18 to 19");
    render(result, "html", "18 to 19");
    render(result, "csv", ",");
    CHECK(eom_result_render(result, "pdf", EOM_AUTO, NULL, 0, NULL, NULL, &json, &err) == EOM_E_ARGUMENT);
    eom_error_destroy(err);
    eom_result_destroy(result);
    CHECK(eom_analyze(d, "registraton", EOM_AUTO, NULL, 0, NULL, NULL, &result, &err) == EOM_E_NOT_FOUND);
    CHECK(strstr(eom_error_message(err), "'registration'") != NULL);
    eom_error_destroy(err);
    CHECK(eom_analyze(d, "registration", EOM_AUTO, "{\"electon\": \"e\"}", EOM_AUTO, NULL, NULL, &result, &err) == EOM_E_DATA);
    eom_error_destroy(err);
    CHECK(eom_analyses(&result, &err) == EOM_OK);
    render(result, "text", "registration");
    eom_result_destroy(result);
    CHECK(eom_trace(d, "party:a", EOM_AUTO, NULL, NULL, &result, &err) == EOM_OK);
    render(result, "text", "candidate_list:la");
    eom_result_destroy(result);

    ++cases;
    CHECK(eom_schema("party", EOM_AUTO, &result, &err) == EOM_OK);
    render(result, "text", "members_claimed");
    eom_result_destroy(result);
    CHECK(eom_schema("prty", EOM_AUTO, &result, &err) == EOM_E_NOT_FOUND && result == NULL);
    eom_error_destroy(err);
    CHECK(eom_examples(&result, &err) == EOM_OK);
    render(result, "text", "kazakhstan-2012");
    eom_result_destroy(result);
    eom_result_destroy(NULL);
    eom_dossier_release(d);
}

static void documents(void) {
    eom_error *err = NULL;
    eom_result *result = NULL;
    eom_dossier *d = NULL;
    ++cases;
    CHECK(eom_dossier_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, NULL, NULL, &d, &err) == EOM_OK);
    if (d == NULL) printf("%s\n", eom_error_message(err));
    /* an empty text at hand is a text: the file is there, and its sentences are gone */
    ++cases;
    CHECK(eom_check(d, "{\"texts\": [{\"document\": \"press-release\", \"text\": \"\"}]}", EOM_AUTO, NULL, NULL, &result, &err) ==
          EOM_OK);
    render(result, "text", "Haraszti do not stand in the text");
    eom_result_destroy(result);
    CHECK(eom_check(d, "{\"texts\": [{\"document\": \"press-release\"}]}", EOM_AUTO, NULL, NULL, &result, &err) == EOM_E_DATA);
    CHECK(strstr(eom_error_message(err), "'text' is missing") != NULL);
    eom_error_destroy(err);
    CHECK(eom_document(d, "statement", EOM_AUTO, "{\"audience\": \"public\"}", EOM_AUTO, NULL, NULL, &result, &err) == EOM_OK);
    if (result != NULL) {
        render(result, "html", "<!DOCTYPE html>");
        render(result, "markdown", "Reconstruction from public sources");
        render(result, "text", "Reconstruction from public sources");
    }
    eom_result_destroy(result);
    CHECK(eom_document(d, "statment", EOM_AUTO, NULL, 0, NULL, NULL, &result, &err) == EOM_E_NOT_FOUND);
    eom_error_destroy(err);
    CHECK(eom_suggestions(d, "statement", EOM_AUTO, NULL, NULL, &result, &err) == EOM_OK);
    eom_result_destroy(result);
    eom_dossier_release(d);
}

static int stop(void *user, uint64_t done, uint64_t total, const char *phase) {
    (void)done, (void)total, (void)phase;
    ++*(int *)user;
    return 1;
}

static void cancelling(const char *folder) {
    eom_error *err = NULL;
    eom_edit *edit = NULL;
    eom_dossier *d = NULL;
    char path[1000];
    int calls = 0;
    FILE *file;
    int i;
    ++cases;
    snprintf(path, sizeof path, "%s/long.json", folder);
    file = fopen(path, "wb");
    CHECK(file != NULL);
    if (file == NULL) return;
    fputs("{\"format\": \"openeom/1.0\", \"parties\": [", file);
    for (i = 0; i < 60000; ++i) fprintf(file, "%s{\"id\": \"p%d\", \"names\": [{\"text\": \"Party\"}]}\n", i ? "," : "", i);
    fputs("]}", file);
    fclose(file);
    CHECK(eom_edit_open(path, EOM_AUTO, NULL, 0, stop, &calls, &edit, &err) == EOM_E_CANCELLED && edit == NULL);
    eom_error_destroy(err);
    CHECK(calls == 1);
    CHECK(eom_dossier_open(path, EOM_AUTO, NULL, 0, NULL, NULL, &d, &err) == EOM_OK);
    snprintf(path, sizeof path, "%s/cancelled.json", folder);
    CHECK(eom_dossier_write(d, path, EOM_AUTO, stop, &calls, &err) == EOM_E_CANCELLED);
    eom_error_destroy(err);
    file = fopen(path, "rb");
    CHECK(file == NULL);
    if (file != NULL) fclose(file);
    eom_dossier_release(d);
}

/* A party renamed, an edit of its own each time. */
static eom_dossier *renamed(const eom_dossier *base, const char *name) {
    eom_error *err = NULL;
    eom_edit *edit = NULL;
    eom_dossier *made = NULL;
    char json[200];
    snprintf(json, sizeof json, "{\"id\": \"b\", \"names\": [{\"text\": \"%s\", \"language\": \"en\"}]}", name);
    CHECK(eom_edit_create(base, &edit, &err) == EOM_OK);
    CHECK(eom_edit_put_json(edit, "party", EOM_AUTO, json, EOM_AUTO, &err) == EOM_OK);
    CHECK(eom_edit_commit(edit, NULL, NULL, &made, &err) == EOM_OK);
    eom_edit_destroy(edit);
    return made;
}

static eom_buf changes_of(const eom_dossier *from, const eom_dossier *to) {
    eom_error *err = NULL;
    eom_result *result = NULL;
    eom_buf json = {0};
    CHECK(eom_dossier_diff(from, to, NULL, NULL, &result, &err) == EOM_OK);
    CHECK(strcmp(eom_result_name(result), "changes") == 0);
    CHECK(eom_result_json(result, NULL, NULL, &json, &err) == EOM_OK);
    eom_result_destroy(result);
    return json;
}

static void changes(void) {
    eom_error *err = NULL;
    eom_dossier *base = parse(small), *one = renamed(base, "Bela"), *two = renamed(base, "Bero"), *merged = NULL;
    eom_buf first = changes_of(base, one), second = changes_of(base, two), json = {0};
    eom_result *summary = NULL;
    eom_str sets[2], digest, expected;
    ++cases;
    sets[0].data = first.data, sets[0].length = first.length;
    sets[1].data = second.data, sets[1].length = second.length;
    CHECK(eom_dossier_merge(base, sets, 1, NULL, NULL, &merged, &summary, &err) == EOM_OK);
    CHECK(merged != NULL);
    CHECK(eom_dossier_digest(merged, NULL, NULL, &digest, &err) == EOM_OK);
    CHECK(eom_dossier_digest(one, NULL, NULL, &expected, &err) == EOM_OK);
    CHECK(digest.length == expected.length && memcmp(digest.data, expected.data, digest.length) == 0);
    eom_dossier_release(merged);
    eom_result_destroy(summary);
    CHECK(eom_dossier_merge(base, sets, 2, NULL, NULL, &merged, &summary, &err) == EOM_OK);
    CHECK(merged == NULL);
    CHECK(eom_result_json(summary, NULL, NULL, &json, &err) == EOM_OK);
    CHECK(strstr(json.data, "Bela") != NULL && strstr(json.data, "Bero") != NULL);
    eom_buf_free(&json);
    eom_result_destroy(summary);
    CHECK(eom_dossier_merge(base, NULL, 0, NULL, NULL, &merged, &summary, &err) == EOM_OK);
    CHECK(merged != NULL);
    eom_dossier_release(merged);
    eom_result_destroy(summary);
    CHECK(eom_dossier_merge(base, NULL, 1, NULL, NULL, &merged, &summary, &err) == EOM_E_ARGUMENT);
    CHECK(merged == NULL && summary == NULL);
    eom_error_destroy(err);
    sets[0].data = "{}", sets[0].length = 2;
    CHECK(eom_dossier_merge(base, sets, 1, NULL, NULL, &merged, &summary, &err) == EOM_E_DATA);
    CHECK(strstr(eom_error_message(err), "format") != NULL);
    eom_error_destroy(err);
    CHECK(eom_dossier_diff(base, NULL, NULL, NULL, &summary, &err) == EOM_E_ARGUMENT);
    eom_error_destroy(err);
    eom_buf_free(&first);
    eom_buf_free(&second);
    eom_dossier_release(base);
    eom_dossier_release(one);
    eom_dossier_release(two);
}

int main(int argc, char **argv) {
    const char *folder = argc > 1 ? argv[1] : ".";
    setlocale(LC_ALL, ""); /* the suite runs in the locale of its environment, since a host may have set any */
    versions();
    cursors();
    errors();
    edits(folder);
    results();
    documents();
    cancelling(folder);
    changes();
    printf(failures ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
