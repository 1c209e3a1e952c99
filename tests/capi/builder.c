/* A dossier written member by member and read member by member, without JSON; callbacks in place of files. Prints "N cases". */
#include <limits.h>
#include <locale.h>
#include <openeom.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int cases, failures;

#define CHECK(condition)                                           \
    do {                                                           \
        ++cases;                                                   \
        if (!(condition)) {                                        \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            ++failures;                                            \
        }                                                          \
    } while (0)

/* The status of a refused call, its message being as expected. */
static eom_status refused(eom_status status, eom_error **error, const char *expected) {
    if (*error == NULL || strstr(eom_error_message(*error), expected) == NULL) {
        printf("said \"%s\", expected \"%s\"\n", eom_error_message(*error), expected);
        status = EOM_E_INTERNAL;
    }
    eom_error_destroy(*error);
    *error = NULL;
    return status;
}

static int32_t column(eom_record *record, const char *member) {
    int32_t number = -1;
    eom_error *err = NULL;
    if (eom_record_column(record, member, EOM_AUTO, &number, &err) != EOM_OK)
        printf("%s: %s\n", member, eom_error_message(err));
    eom_error_destroy(err);
    return number;
}

static int32_t found(eom_cursor *cursor, const char *member) {
    int32_t number = -1;
    eom_error *err = NULL;
    if (eom_cursor_column(cursor, member, EOM_AUTO, &number, &err) != EOM_OK)
        printf("%s: %s\n", member, eom_error_message(err));
    eom_error_destroy(err);
    return number;
}

static eom_record *builder(eom_edit *edit, const char *type) {
    eom_record *record = NULL;
    CHECK(eom_record_create(edit, type, EOM_AUTO, &record, NULL) == EOM_OK);
    return record;
}

static eom_cursor *cursor(const eom_dossier *dossier, const char *type, const char *filter) {
    eom_cursor *made = NULL;
    eom_error *err = NULL;
    if (eom_cursor_open(dossier, type, EOM_AUTO, filter, EOM_AUTO, &made, &err) != EOM_OK)
        printf("%s: %s\n", filter, eom_error_message(err));
    eom_error_destroy(err);
    return made;
}

static int same(eom_str text, const char *expected) {
    return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

static void text(eom_record *record, int32_t at, const char *value) {
    CHECK(eom_record_text(record, at, value, EOM_AUTO, NULL) == EOM_OK);
}

static const int32_t kMay9 = 20947, kMay10 = 20948; /* 2027, in days since 1970-01-01 */

static void write_parties(eom_edit *edit) {
    eom_record *party = builder(edit, "party"), *name = NULL;
    int32_t id, country, said, language, note, own;
    CHECK(eom_record_child(party, "names", EOM_AUTO, &name, NULL) == EOM_OK);
    id = column(party, "id"), country = column(party, "country"), note = column(party, "notes");
    own = column(party, "x-code"), said = column(name, "text"), language = column(name, "language");

    CHECK(eom_record_text(name, said, "Alpha", EOM_AUTO, NULL) == EOM_E_ARGUMENT); /* no element was begun */
    text(party, id, "a");
    text(party, country, "XN");
    text(party, note, "first");
    text(party, note, "second");
    CHECK(eom_record_json(party, own, " {\"n\": [1, 2]} ", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_record_next(name, NULL) == EOM_OK);
    text(name, said, "Alpha");
    text(name, language, "en");
    CHECK(eom_record_next(name, NULL) == EOM_OK);
    text(name, said, "Альфа");
    text(name, language, "ru");
    CHECK(eom_record_put(party, NULL) == EOM_OK);

    text(party, id, "b"); /* the builder is empty again, columns and children stay */
    CHECK(eom_record_next(name, NULL) == EOM_OK);
    text(name, said, "Beta");
    CHECK(eom_record_put(party, NULL) == EOM_OK);
    eom_record_destroy(party);
    CHECK(eom_record_next(name, NULL) == EOM_OK); /* outlives its record and harms nothing */
    eom_record_destroy(name);
}

static void write_election(eom_edit *edit) {
    eom_record *election = builder(edit, "election");
    eom_quantity voters = {EOM_QUANTITY_AT_LEAST, 0, 9000000, INT64_MAX, 0, {NULL, 0}};
    eom_quantity stations = {EOM_QUANTITY_VAGUE, 0, 0, 0, 1, {"several", 7}};
    eom_date day = {20947, 20947, 3, 0};
    text(election, column(election, "id"), "e");
    text(election, column(election, "country"), "XN");
    CHECK(eom_record_date(election, column(election, "dates"), &day, NULL) == EOM_OK);
    day.first = day.last = kMay10;
    CHECK(eom_record_date(election, column(election, "dates"), &day, NULL) == EOM_OK);
    CHECK(eom_record_quantity(election, column(election, "registered_voters"), &voters, NULL) == EOM_OK);
    CHECK(eom_record_quantity(election, column(election, "polling_stations"), &stations, NULL) == EOM_OK);
    CHECK(eom_record_put(election, NULL) == EOM_OK);
    eom_record_destroy(election);
}

static void write_results(eom_edit *edit) {
    static const eom_quantity votes[] = {{EOM_QUANTITY_EXACT, 0, 7, 7, 0, {NULL, 0}},
                                         {EOM_QUANTITY_RANGE, 0, 16, 19, 0, {NULL, 0}},
                                         {EOM_QUANTITY_COUNT_OF, 0, 3, 3, 20, {NULL, 0}},
                                         {EOM_QUANTITY_SHARE, 0, 7507, 100, 1200, {"valid votes", 11}}};
    eom_record *result = builder(edit, "result");
    const int32_t id = column(result, "id"), election = column(result, "election"), tally = column(result, "votes");
    const int32_t percent = column(result, "percent"), seats = column(result, "seats"), day = column(result, "published");
    const int32_t contestant = column(result, "contestant");
    eom_date month = {20939, 20969, 2, 2}, open = {INT32_MIN, 20947, 3, 1};
    int i;
    for (i = 0; i < 4; ++i) {
        char name[8];
        sprintf(name, "r%d", i);
        text(result, id, name);
        text(result, election, "e");
        text(result, contestant, "party:a");
        CHECK(eom_record_quantity(result, tally, &votes[i], NULL) == EOM_OK);
        CHECK(eom_record_rational(result, percent, 1250, 100, NULL) == EOM_OK);
        if (i > 0) CHECK(eom_record_integer(result, seats, i * 10, NULL) == EOM_OK);
        CHECK(eom_record_date(result, day, i == 0 ? &open : &month, NULL) == EOM_OK);
        CHECK(eom_record_put(result, NULL) == EOM_OK);
    }
    CHECK(eom_record_load(result, "r3", EOM_AUTO, NULL) == EOM_OK); /* one member changed, one taken away */
    CHECK(eom_record_integer(result, seats, 31, NULL) == EOM_OK);
    CHECK(eom_record_null(result, day, NULL) == EOM_OK);
    CHECK(eom_record_put(result, NULL) == EOM_OK);
    CHECK(eom_record_load(result, "r9", EOM_AUTO, NULL) == EOM_E_NOT_FOUND);
    eom_record_destroy(result);
}

static void write_evidence(eom_edit *edit) {
    eom_record *source = builder(edit, "source"), *evidence = builder(edit, "evidence");
    eom_record *reported = builder(edit, "reported_value"), *incident = builder(edit, "incident");
    text(source, column(source, "id"), "s");
    text(source, column(source, "title"), "The commission's site");
    CHECK(eom_record_put(source, NULL) == EOM_OK);
    text(evidence, column(evidence, "id"), "v");
    text(evidence, column(evidence, "source"), "s");
    CHECK(eom_record_span(evidence, column(evidence, "locator.span"), 10, 25, NULL) == EOM_OK);
    CHECK(eom_record_put(evidence, NULL) == EOM_OK);
    text(reported, column(reported, "id"), "rv");
    text(reported, column(reported, "record"), "result:r1");
    text(reported, column(reported, "member"), "seats");
    text(reported, column(reported, "evidence"), "v");
    CHECK(eom_record_json(reported, column(reported, "value"), "\"ten\"", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_record_put(reported, NULL) == EOM_E_DATA); /* seats are a whole number */
    CHECK(eom_record_json(reported, column(reported, "value"), "11", EOM_AUTO, NULL) == EOM_OK);
    CHECK(eom_record_put(reported, NULL) == EOM_OK);
    text(incident, column(incident, "id"), "i");
    text(incident, column(incident, "type"), "ballot_box_stuffing");
    text(incident, column(incident, "occurred_at"), "2027-05-09T20:00:00+06:00");
    CHECK(eom_record_put(incident, NULL) == EOM_OK);
    eom_record_destroy(source);
    eom_record_destroy(evidence);
    eom_record_destroy(reported);
    eom_record_destroy(incident);
}

static void refuses(eom_edit *edit) {
    eom_record *event = builder(edit, "registration_event"), *child = NULL;
    eom_error *err = NULL;
    eom_date wrong = {20947, 20950, 3, 0};
    eom_quantity negative = {EOM_QUANTITY_EXACT, 0, -1, -1, 0, {NULL, 0}};
    eom_quantity nameless = {EOM_QUANTITY_VAGUE, 0, 0, 0, 1, {"umpteen", 7}};
    int32_t kind = column(event, "kind"), decided = column(event, "decided"), level = column(event, "level"), at = 0;
#define REFUSED(call, status, said) CHECK(refused(call, &err, said) == (status))
    REFUSED(eom_record_create(edit, "candidancy", EOM_AUTO, &child, &err), EOM_E_NOT_FOUND, "'candidacy'");
    REFUSED(eom_record_column(event, "knd", EOM_AUTO, &at, &err), EOM_E_NOT_FOUND, "'kind'");
    REFUSED(eom_record_text(event, kind, "removed", EOM_AUTO, &err), EOM_E_DATA, "kind: no code of");
    REFUSED(eom_record_text(event, column(event, "subject"), "partei:a", EOM_AUTO, &err), EOM_E_NOT_FOUND, "'party'");
    REFUSED(eom_record_text(event, column(event, "id"), "No Id", EOM_AUTO, &err), EOM_E_DATA, "id: ");
    REFUSED(eom_record_text(event, column(event, "vote"), "\xff", EOM_AUTO, &err), EOM_E_DATA, "not UTF-8");
    REFUSED(eom_record_text(event, level, "3", EOM_AUTO, &err), EOM_E_ARGUMENT, "'level' is of type integer, not text");
    REFUSED(eom_record_integer(event, decided, 3, &err), EOM_E_ARGUMENT, "'decided' is of type date");
    REFUSED(eom_record_date(event, decided, &wrong, &err), EOM_E_DATA, "not those of its precision");
    REFUSED(eom_record_quantity(event, column(event, "fine"), &negative, &err), EOM_E_ARGUMENT, "");
    REFUSED(eom_record_quantity(event, column(event, "fine"), &nameless, &err), EOM_E_ARGUMENT, "umpteen");
    REFUSED(eom_record_json(event, column(event, "due_process"), "{\"hearing\": \"maybe\"}", EOM_AUTO, &err), EOM_E_DATA,
            "due_process: hearing");
    REFUSED(eom_record_json(event, column(event, "x-a"), "{", EOM_AUTO, &err), EOM_E_SYNTAX, "a member's name");
    REFUSED(eom_record_text(event, 99, "x", EOM_AUTO, &err), EOM_E_ARGUMENT, "no column has the number 99");
    REFUSED(eom_record_child(event, "kind", EOM_AUTO, &child, &err), EOM_E_ARGUMENT, "a list");
    REFUSED(eom_record_next(event, &err), EOM_E_ARGUMENT, "only a list");
    REFUSED(eom_record_put(event, &err), EOM_E_DATA, "id, subject, kind");
    CHECK(eom_record_child(event, "due_process.held", EOM_AUTO, &child, NULL) == EOM_OK);
    REFUSED(eom_record_put(child, &err), EOM_E_ARGUMENT, "together with its record");
#undef REFUSED
    eom_record_clear(event);
    eom_record_destroy(child);
    eom_record_destroy(event);
}

static void read_parties(const eom_dossier *dossier) {
    eom_cursor *party = cursor(dossier, "party", "{}"), *name = NULL, *note = NULL;
    int32_t id = found(party, "id"), said, value;
    eom_str read;
    eom_buf json;
    CHECK(eom_cursor_child(party, "names", EOM_AUTO, &name, NULL) == EOM_OK);
    CHECK(eom_cursor_child(party, "notes", EOM_AUTO, &note, NULL) == EOM_OK);
    said = found(name, "text"), value = found(note, "value");
    CHECK(eom_cursor_next(name, NULL) == EOM_DONE); /* the party cursor stands nowhere yet */
    CHECK(eom_cursor_next(party, NULL) == EOM_ROW && eom_cursor_text(party, id, &read, NULL) == EOM_OK && same(read, "a"));
    CHECK(eom_cursor_next(name, NULL) == EOM_ROW && eom_cursor_text(name, said, &read, NULL) == EOM_OK && same(read, "Alpha"));
    CHECK(eom_cursor_next(name, NULL) == EOM_ROW && eom_cursor_text(name, said, &read, NULL) == EOM_OK && same(read, "Альфа"));
    CHECK(eom_cursor_json(name, -1, &json, NULL) == EOM_OK &&
          strcmp(json.data, "{\"text\":\"Альфа\",\"language\":\"ru\"}") == 0);
    eom_buf_free(&json);
    CHECK(eom_cursor_next(name, NULL) == EOM_DONE);
    CHECK(eom_cursor_next(note, NULL) == EOM_ROW && eom_cursor_text(note, value, &read, NULL) == EOM_OK && same(read, "first"));
    CHECK(eom_cursor_next(party, NULL) == EOM_ROW);
    CHECK(eom_cursor_next(note, NULL) == EOM_DONE);
    CHECK(eom_cursor_next(name, NULL) == EOM_ROW && eom_cursor_text(name, said, &read, NULL) == EOM_OK && same(read, "Beta"));
    CHECK(eom_cursor_find(party, "a", EOM_AUTO, NULL) == EOM_ROW); /* a step too: the children begin anew */
    CHECK(eom_cursor_next(name, NULL) == EOM_ROW && eom_cursor_text(name, said, &read, NULL) == EOM_OK && same(read, "Alpha"));
    CHECK(eom_cursor_find(party, "z", EOM_AUTO, NULL) == EOM_DONE);
    CHECK(eom_cursor_find(name, "a", EOM_AUTO, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_cursor_next(party, NULL) == EOM_DONE);
    eom_cursor_destroy(party);
    CHECK(eom_cursor_next(name, NULL) == EOM_DONE);
    eom_cursor_destroy(name);
    eom_cursor_destroy(note);
}

static void read_results(const eom_dossier *dossier) {
    eom_cursor *c = cursor(dossier, "result", "{\"id\":{\"in\":[\"r0\",\"r1\",\"r2\",\"r3\"]}}");
    const int32_t votes = found(c, "votes"), percent = found(c, "percent"), seats = found(c, "seats"), day = found(c, "published");
    eom_quantity q;
    eom_date date;
    int64_t above, below, whole;
    double real;
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_quantity(c, votes, &q, NULL) == EOM_OK);
    CHECK(q.kind == EOM_QUANTITY_EXACT && q.low == 7 && q.high == 7);
    CHECK(eom_cursor_rational(c, percent, &above, &below, NULL) == EOM_OK && above == 1250 && below == 100);
    CHECK(eom_cursor_real(c, percent, &real, NULL) == EOM_OK && real == 12.5);
    CHECK(eom_cursor_integer(c, seats, &whole, NULL) == EOM_NULL && whole == 0);
    CHECK(eom_cursor_date(c, day, &date, NULL) == EOM_OK && date.first == INT32_MIN && date.last == kMay9 && date.flags == 1);
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_quantity(c, votes, &q, NULL) == EOM_OK);
    CHECK(q.kind == EOM_QUANTITY_RANGE && q.low == 16 && q.high == 19);
    CHECK(eom_cursor_rational(c, seats, &above, &below, NULL) == EOM_OK && above == 10 && below == 1);
    CHECK(eom_cursor_date(c, day, &date, NULL) == EOM_OK && date.precision == 2 && date.flags == 2 && date.last == 20969);
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_quantity(c, votes, &q, NULL) == EOM_OK);
    CHECK(q.kind == EOM_QUANTITY_COUNT_OF && q.low == 3 && q.of == 20);
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_quantity(c, votes, &q, NULL) == EOM_OK);
    CHECK(q.kind == EOM_QUANTITY_SHARE && q.low == 7507 && q.high == 100 && q.of == 1200 && same(q.words, "valid votes"));
    CHECK(eom_cursor_integer(c, seats, &whole, NULL) == EOM_OK && whole == 31);
    CHECK(eom_cursor_date(c, day, &date, NULL) == EOM_NULL);
    CHECK(eom_cursor_next(c, NULL) == EOM_DONE);
    eom_cursor_destroy(c);
}

static void read_others(const eom_dossier *dossier) {
    eom_cursor *c = cursor(dossier, "evidence", "{\"source\":\"s\"}");
    int64_t begin = 0, end = 0, utc = 0;
    int32_t offset = 0, at;
    eom_quantity q;
    at = found(c, "locator.span");
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_span(c, at, &begin, &end, NULL) == EOM_OK);
    CHECK(begin == 10 && end == 25);
    eom_cursor_destroy(c);
    c = cursor(dossier, "incident", "{\"occurred_at\":{\"from\":\"2027-05-09T14:00:00Z\"}}");
    at = found(c, "occurred_at");
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_instant(c, at, &utc, &offset, NULL) == EOM_OK);
    CHECK(utc == (int64_t)kMay9 * 86400000000 + INT64_C(14) * 3600000000 && offset == 360);
    eom_cursor_destroy(c);
    c = cursor(dossier, "election", "{\"registered_voters\":{\"at_least\":9000000}}");
    at = found(c, "polling_stations");
    CHECK(eom_cursor_next(c, NULL) == EOM_ROW && eom_cursor_quantity(c, at, &q, NULL) == EOM_OK);
    CHECK(q.kind == EOM_QUANTITY_VAGUE && q.of == 1 && same(q.words, "several"));
    eom_cursor_destroy(c);
}

struct piece {
    const char *bytes;
    size_t length, at, most;
    int64_t fail; /* returned once `at` has passed the half */
};

static int64_t give(void *user, char *into, size_t room) {
    struct piece *from = user;
    size_t length = from->length - from->at;
    if (from->fail != 0 && from->at > from->length / 2) return from->fail;
    if (length > from->most) length = from->most;
    if (length > room) length = room;
    memcpy(into, from->bytes + from->at, length);
    from->at += length;
    return (int64_t)length;
}

static int take(void *user, const char *bytes, size_t length) {
    eom_buf *into = user;
    char *more = realloc(into->data, into->length + length + 1);
    if (more == NULL) return 1;
    memcpy(more + into->length, bytes, length);
    into->data = more;
    into->length += length;
    more[into->length] = '\0';
    return 0;
}

static int full(void *user, const char *bytes, size_t length) {
    (void)user, (void)bytes, (void)length;
    return 1;
}

static int stop_at_once(void *user, uint64_t done, uint64_t total, const char *phase) {
    (void)done, (void)total;
    *(const char **)user = phase;
    return 1;
}

static void callbacks(const eom_dossier *dossier) {
    eom_buf written = {NULL, 0}, json = {NULL, 0};
    eom_dossier *again = NULL;
    eom_str digest, other;
    struct piece from;
    eom_error *err = NULL;
    CHECK(eom_dossier_write_to(dossier, take, &written, NULL, NULL, NULL) == EOM_OK);
    CHECK(eom_dossier_json(dossier, NULL, NULL, &json, NULL) == EOM_OK);
    CHECK(written.length == json.length && memcmp(written.data, json.data, json.length) == 0);
    from.bytes = json.data, from.length = json.length, from.at = 0, from.most = 13, from.fail = 0;
    CHECK(eom_dossier_read(give, &from, "a stream", EOM_AUTO, NULL, 0, NULL, NULL, &again, NULL) == EOM_OK);
    CHECK(eom_dossier_digest(dossier, NULL, NULL, &digest, NULL) == EOM_OK);
    CHECK(eom_dossier_digest(again, NULL, NULL, &other, NULL) == EOM_OK);
    CHECK(digest.length == 64 && memcmp(digest.data, other.data, 64) == 0);
    eom_dossier_release(again);
    from.at = 0, from.fail = -1;
    CHECK(refused(eom_dossier_read(give, &from, NULL, 0, NULL, 0, NULL, NULL, &again, &err), &err, "read callback") == EOM_E_IO);
    CHECK(again == NULL);
    from.at = 0, from.fail = INT64_MAX;
    CHECK(refused(eom_dossier_read(give, &from, NULL, 0, NULL, 0, NULL, NULL, &again, &err), &err, "room") == EOM_E_ARGUMENT);
    from.at = 0, from.fail = 0;
    CHECK(refused(eom_dossier_read(give, &from, NULL, 0, "{\"limits\":{\"bytes\":100}}", EOM_AUTO, NULL, NULL, &again, &err), &err,
                  "100 bytes") == EOM_E_LIMIT);
    CHECK(refused(eom_dossier_write_to(dossier, full, NULL, NULL, NULL, &err), &err, "write callback") == EOM_E_IO);
    CHECK(eom_dossier_read(NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, &again, NULL) == EOM_E_ARGUMENT);
    CHECK(eom_dossier_write_to(dossier, NULL, NULL, NULL, NULL, NULL) == EOM_E_ARGUMENT);
    free(written.data);
    eom_buf_free(&json);
}

/* Whatever may take long asks at its beginning already whether it is wanted. */
static void stops(const eom_dossier *dossier, const eom_edit *edit) {
    const char *phase = NULL;
    eom_result *result = NULL;
    eom_dossier *made = NULL;
    eom_edit *read = NULL;
    eom_buf bytes = {NULL, 0};
    eom_error *err = NULL;
    eom_dossier *fresh = NULL;
    eom_str digest;
#define STOPPED(call) CHECK((phase = NULL, refused(call, &err, "") == EOM_E_CANCELLED) && phase != NULL)
    STOPPED(eom_dossier_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, stop_at_once, &phase, &made, &err));
    STOPPED(eom_edit_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, stop_at_once, &phase, &read, &err));
    STOPPED(eom_dossier_json(dossier, stop_at_once, &phase, &bytes, &err));
    STOPPED(eom_edit_commit(edit, stop_at_once, &phase, &made, &err));
    STOPPED(eom_edit_check(edit, NULL, 0, stop_at_once, &phase, &result, &err));
    STOPPED(eom_check(dossier, NULL, 0, stop_at_once, &phase, &result, &err));
    STOPPED(eom_analyze(dossier, "registration", EOM_AUTO, NULL, 0, stop_at_once, &phase, &result, &err));
    STOPPED(eom_trace(dossier, "party:a", EOM_AUTO, stop_at_once, &phase, &result, &err));
    STOPPED(eom_document(dossier, "statement", EOM_AUTO, NULL, 0, stop_at_once, &phase, &result, &err));
    STOPPED(eom_suggestions(dossier, "statement", EOM_AUTO, stop_at_once, &phase, &result, &err));
    STOPPED(eom_dossier_diff(dossier, dossier, stop_at_once, &phase, &result, &err));
    STOPPED(eom_dossier_merge(dossier, NULL, 0, stop_at_once, &phase, &made, &result, &err));
    CHECK(eom_edit_commit(edit, NULL, NULL, &fresh, NULL) == EOM_OK);
    STOPPED(eom_dossier_digest(fresh, stop_at_once, &phase, &digest, &err));
    CHECK(eom_dossier_digest(fresh, NULL, NULL, &digest, NULL) == EOM_OK && digest.length == 64); /* asked again, it is told */
    CHECK(eom_analyze(dossier, "contents", EOM_AUTO, NULL, 0, NULL, NULL, &result, NULL) == EOM_OK);
    STOPPED(eom_result_json(result, stop_at_once, &phase, &bytes, &err));
    STOPPED(eom_result_render(result, "html", EOM_AUTO, NULL, 0, stop_at_once, &phase, &bytes, &err));
#undef STOPPED
    CHECK(made == NULL && read == NULL && bytes.data == NULL);
    eom_result_destroy(result);
    eom_dossier_release(fresh);
}

static void capabilities(void) {
    static const char *const there[] = {"function:eom_cursor_child", "function:eom_has", "analysis:registration", "type:candidacy",
                                        "type:due_process", "member:candidacy.position", "render:html"};
    static const char *const not_there[] = {"function:eom_cursor_childs", "analysis:", "type:candidacies", "member:candidacy",
                                            "member:candidacy.", "render:pdf", "colour:red", "", ":"};
    size_t i;
    for (i = 0; i < sizeof there / sizeof *there; ++i) CHECK(eom_has(there[i], EOM_AUTO) == 1);
    for (i = 0; i < sizeof not_there / sizeof *not_there; ++i) CHECK(eom_has(not_there[i], EOM_AUTO) == 0);
    CHECK(eom_has("type:candidacy2", 14) == 1);
    CHECK(eom_has(NULL, 3) == 0);
}

int main(void) {
    setlocale(LC_ALL, ""); /* the suite runs in the locale of its environment, since a host may have set any */
    eom_edit *edit = NULL, *broken = NULL;
    eom_dossier *dossier = NULL, *same_again = NULL;
    eom_result *check = NULL;
    eom_buf json;
    eom_record *late;
    char deep[124];
    CHECK(eom_edit_create(NULL, &edit, NULL) == EOM_OK);
    write_election(edit);
    write_parties(edit);
    write_results(edit);
    write_evidence(edit);
    refuses(edit);
    CHECK(eom_edit_commit(edit, NULL, NULL, &dossier, NULL) == EOM_OK);
    read_parties(dossier);
    read_results(dossier);
    read_others(dossier);
    callbacks(dossier);
    stops(dossier, edit);
    capabilities();

    CHECK(eom_dossier_json(dossier, NULL, NULL, &json, NULL) == EOM_OK); /* what was built is what is read */
    CHECK(strstr(json.data, "\"x-code\":{\"n\":[1,2]}") != NULL);
    CHECK(eom_dossier_parse(json.data, json.length, NULL, 0, NULL, 0, NULL, NULL, &same_again, NULL) == EOM_OK);
    CHECK(eom_edit_parse("{\"format\": \"openeom/1.0\", \"parties\": [{\"id\": 3}]}", EOM_AUTO, "web", EOM_AUTO, NULL, 0, NULL, NULL,
                         &broken, NULL) == EOM_OK);
    CHECK(eom_edit_check(broken, NULL, 0, NULL, NULL, &check, NULL) == EOM_OK);
    eom_buf_free(&json);
    CHECK(eom_result_json(check, NULL, NULL, &json, NULL) == EOM_OK && strstr(json.data, "\"source\":\"web\"") != NULL);
    eom_buf_free(&json);

    late = builder(edit, "incident");
    eom_edit_destroy(edit); /* the builder keeps it */
    memset(deep, '[', 62), memset(deep + 62, ']', 62);
    CHECK(eom_record_json(late, column(late, "x-deep"), deep, 124, NULL) == EOM_E_DATA); /* nobody could read it again */
    CHECK(eom_record_json(late, column(late, "x-deep"), deep + 1, 122, NULL) == EOM_OK);
    eom_record_clear(late);
    text(late, column(late, "id"), "late");
    text(late, column(late, "type"), "bribery");
    CHECK(eom_record_put(late, NULL) == EOM_OK);
    eom_record_destroy(late);
    eom_record_destroy(NULL);
    eom_record_clear(NULL);
    eom_edit_destroy(broken);
    eom_result_destroy(check);
    eom_dossier_release(same_again);
    eom_dossier_release(dossier);
    printf(failures ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
