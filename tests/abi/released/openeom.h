/* OpenEOM: the record of an election observation, in C.
 *
 * A dossier is an immutable snapshot of a mission's record: elections, parties, registration events, findings,
 * documents and what they rest on. It is opened or parsed, or committed from an edit, the only thing that changes.
 * Types, members, codes, analyses and options have one name everywhere: here, in JSON, in Python and at the command
 * line. eom_schema lists them: of all types, or of one with what each member holds and whether it must have a value.
 *
 *     eom_error *error = NULL;
 *     eom_dossier *dossier = NULL;
 *     eom_cursor *parties = NULL;
 *     int32_t id = 0;
 *     eom_str text;
 *     eom_dossier_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, NULL, NULL, &dossier, &error);
 *     eom_cursor_open(dossier, "party", EOM_AUTO, NULL, 0, &parties, &error);
 *     eom_cursor_column(parties, "id", EOM_AUTO, &id, &error);
 *     while (eom_cursor_next(parties, &error) == EOM_ROW && eom_cursor_text(parties, id, &text, &error) == EOM_OK)
 *         printf("%.*s\n", (int)text.length, text.data);
 *     eom_cursor_destroy(parties);
 *     eom_dossier_release(dossier);
 *
 * (Each call returns a status, which a program looks at.)
 *
 * Conventions
 *   Status     Functions return an eom_status: EOM_OK is 0, errors are EOM_E_..., and EOM_ROW, EOM_DONE, EOM_NULL are
 *              answers rather than errors. On failure outputs are NULL or zero; a column is then -2, which no member has.
 *   Errors     The last argument receives an owned eom_error, or NULL where there is none; it may be NULL. What it held
 *              before is not freed.
 *   Text       UTF-8 with a length in bytes; EOM_AUTO as a length means that the text ends at its first zero byte. Any
 *              other length of SIZE_MAX / 2 or more is refused before a byte is read.
 *   Ownership  What create, open, parse, commit, check, analyze ... hand out is yours to destroy (a dossier: to
 *              release). eom_str is borrowed and says from whom; eom_buf is yours, freed by eom_buf_free. Inputs are
 *              copied.
 *   Threads    A const pointer may be used by any number of threads at once; any other pointer by one at a time.
 *   Options    One JSON object, NULL for the defaults (its length is then ignored); an unknown member is refused with a
 *              suggestion.
 *   Progress   Whatever may take long takes a callback, or NULL, and a pointer that is handed to it.
 *   Callbacks  A callback returns: it neither throws nor jumps out. What is thrown nonetheless ends the call with
 *              EOM_E_ARGUMENT (std::bad_alloc with EOM_E_MEMORY), nothing half done.
 *   Growth     Functions, statuses and members are only ever added; what is here keeps its meaning. A function that has a
 *              better successor is marked EOM_DEPRECATED, names it, and goes on working. eom_has tells at run time what
 *              the library at hand can do.
 * The library prints nothing, reads no environment, sets no locale and no signal handler.
 */
#ifndef OPENEOM_H
#define OPENEOM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#  if defined(EOM_BUILDING)
#    define EOM_API __declspec(dllexport)
#  else
#    define EOM_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define EOM_API __attribute__((visibility("default")))
#else
#  define EOM_API
#endif

/* Warns of functions that have a better successor; define EOM_NO_DEPRECATED to hear nothing of it. */
#if defined(EOM_NO_DEPRECATED)
#  define EOM_DEPRECATED
#elif defined(__GNUC__)
#  define EOM_DEPRECATED __attribute__((deprecated))
#elif defined(_MSC_VER)
#  define EOM_DEPRECATED __declspec(deprecated)
#else
#  define EOM_DEPRECATED
#endif

/* ---- Status ---- */

typedef int32_t eom_status;

#define EOM_OK           ((eom_status)0)   /* done */
#define EOM_E_ARGUMENT   ((eom_status)1)   /* a caller's mistake: a NULL, a wrong length, state or kind of value */
#define EOM_E_NOT_FOUND  ((eom_status)2)   /* no such file, example, type, member, analysis or record */
#define EOM_E_SYNTAX     ((eom_status)3)   /* the bytes are not what their format demands */
#define EOM_E_DATA       ((eom_status)4)   /* well formed, yet not what belongs there: a dossier, record, value, option, filter */
#define EOM_E_CONFLICT   ((eom_status)5)   /* two things that cannot both be kept */
#define EOM_E_LIMIT      ((eom_status)6)   /* a limit on bytes, depth, records or time was reached */
#define EOM_E_IO         ((eom_status)7)   /* the system could not read or write */
#define EOM_E_OVERFLOW   ((eom_status)8)   /* a number does not fit; nothing was rounded */
#define EOM_E_MEMORY     ((eom_status)9)   /* out of memory */
#define EOM_E_CANCELLED  ((eom_status)10)  /* the progress callback asked to stop */
#define EOM_E_VERSION    ((eom_status)11)  /* a newer major format version */
#define EOM_E_INTERNAL   ((eom_status)12)  /* a defect of the library */
#define EOM_ROW          ((eom_status)100) /* the cursor stands on a record */
#define EOM_DONE         ((eom_status)101) /* the cursor is past the last record */
#define EOM_NULL         ((eom_status)102) /* nothing is recorded. A code such as "unknown" is recorded, and EOM_OK */

/* A length that means: up to the first zero byte. */
#define EOM_AUTO ((size_t)-1)

/* ---- Public structs, fixed for ever ---- */

/* Borrowed text: not zero-terminated, valid as long as what lent it. */
typedef struct eom_str {
    const char *data;
    size_t length;
} eom_str;

/* Owned bytes, zero-terminated after `length`; free with eom_buf_free. */
typedef struct eom_buf {
    char *data;
    size_t length;
} eom_buf;

/* A date as precise as it is known: some day from `first` to `last`, in days since 1970-01-01 (INT32_MIN, INT32_MAX: open
 * end). A known day has the same twice, a known year its first day and its last. `precision` is what was told of both: 1 the
 * year, 2 the month, 3 the day. `flags`: 1 told as a range, 2 approximate. */
typedef struct eom_date {
    int32_t first;
    int32_t last;
    int32_t precision;
    int32_t flags;
} eom_date;

/* How many, as somebody said it; `kind` says what the other members mean. A vague quantity has no number.
 *   EOM_QUANTITY_EXACT     low = high = the number
 *   EOM_QUANTITY_AT_LEAST  low; high is INT64_MAX
 *   EOM_QUANTITY_RANGE     from low to high, both included
 *   EOM_QUANTITY_COUNT_OF  low = high = how many, of `of`
 *   EOM_QUANTITY_SHARE     low / high per cent as printed (75.10 is 7510 / 100); `of` the number observed, or -1; `words` of what
 *   EOM_QUANTITY_VAGUE     `words` the term ("several"), `of` its scale: 1 number, 2 prevalence, 3 pattern */
typedef struct eom_quantity {
    int32_t kind;
    int32_t reserved; /* 0 */
    int64_t low;
    int64_t high;
    int64_t of;
    eom_str words;
} eom_quantity;

#define EOM_QUANTITY_EXACT    1
#define EOM_QUANTITY_AT_LEAST 2
#define EOM_QUANTITY_RANGE    3
#define EOM_QUANTITY_COUNT_OF 4
#define EOM_QUANTITY_SHARE    5
#define EOM_QUANTITY_VAGUE    6

typedef struct eom_error eom_error;
typedef struct eom_dossier eom_dossier;
typedef struct eom_edit eom_edit;
typedef struct eom_record eom_record;
typedef struct eom_cursor eom_cursor;
typedef struct eom_result eom_result;
typedef struct eom_table eom_table;

/* Called now and then during long work; a non-zero return stops it with EOM_E_CANCELLED, nothing half done. */
typedef int (*eom_progress)(void *user, uint64_t done, uint64_t total, const char *phase);

/* Puts up to `room` bytes at `into` and returns how many; 0 at the end, less than 0 where it cannot. */
typedef int64_t (*eom_read)(void *user, char *into, size_t room);

/* Takes `length` bytes; a non-zero return says that it cannot, and ends the writing with EOM_E_IO. */
typedef int (*eom_write)(void *user, const char *bytes, size_t length);

/* ---- Version and capabilities ---- */

/* Purpose:   the library's release, such as "0.1.0".
 * Ownership: constant text.
 * NULL:      never NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API const char *eom_version(void);

/* Purpose:   number of the binary interface; a program built against n runs with every library that says n or more.
 * Ownership: none.
 * NULL:      not applicable.
 * Threads:   any.
 * Since:     0.1 */
EOM_API int32_t eom_abi_version(void);

/* Purpose:   the dossier format written, such as "1.0"; files of a newer minor version are read, of a newer major not.
 * Ownership: constant text.
 * NULL:      never NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API const char *eom_format_version(void);

/* Purpose:   1 where the library at hand has what `name` says, 0 where it has not: "function:eom_cursor_child",
 *            "analysis:registration", "type:candidacy", "member:candidacy.position", "render:html".
 * Ownership: none.
 * NULL:      0 for a NULL name.
 * Threads:   any.
 * Since:     0.1 */
EOM_API int32_t eom_has(const char *name, size_t name_length);

/* ---- Errors and buffers ---- */

/* Purpose:   the name of a status, such as "EOM_E_DATA".
 * Ownership: constant text.
 * NULL:      never NULL; "EOM_?" for a number that has no name.
 * Threads:   any.
 * Since:     0.1 */
EOM_API const char *eom_status_name(eom_status status);

/* Purpose:   the status that the function returned.
 * Ownership: none.
 * NULL:      EOM_OK for a NULL error.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_error_code(const eom_error *error);

/* Purpose:   what went wrong, for people, in one or more sentences; zero-terminated UTF-8.
 * Ownership: borrowed from the error.
 * NULL:      "" for a NULL error.
 * Threads:   any.
 * Since:     0.1 */
EOM_API const char *eom_error_message(const eom_error *error);

/* Purpose:   what went wrong, for programs: a JSON object with those that apply of code ("not_found" for EOM_E_NOT_FOUND),
 *            message, hint, source, line, column (bytes, from 1), record, member and `diagnostics`, a list of such objects
 *            where there are several.
 * Ownership: borrowed from the error.
 * NULL:      "{}" for a NULL error.
 * Threads:   any.
 * Since:     0.1 */
EOM_API const char *eom_error_detail(const eom_error *error);

/* Purpose:   frees an error.
 * Ownership: takes the error.
 * NULL:      does nothing.
 * Threads:   one thread, once.
 * Since:     0.1 */
EOM_API void eom_error_destroy(eom_error *error);

/* Purpose:   frees the bytes of a buffer and empties it.
 * Ownership: takes the bytes; the struct stays yours.
 * NULL:      does nothing; an empty buffer is fine.
 * Threads:   one thread at a time.
 * Since:     0.1 */
EOM_API void eom_buf_free(eom_buf *buffer);

/* Purpose:   replaces a file atomically: written beside it under a temporary name, flushed, renamed.
 * Ownership: copies nothing, keeps nothing.
 * NULL:      `path` and, unless `length` is 0, `data` are needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_file_write(const char *path, size_t path_length, const char *data, size_t length,
                                  eom_error **error);

/* ---- Dossiers: immutable snapshots ---- */

/* Purpose:   opens a dossier by name: a path, "-" for standard input, or "example:NAME". Options: {"limits": {"bytes",
 *            "depth", "records", "milliseconds"}}. A dossier with errors is refused, all of them in the error's detail.
 * Ownership: *dossier is yours to release.
 * NULL:      `name` and `dossier` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_open(const char *name, size_t name_length, const char *options, size_t options_length,
                                    eom_progress progress, void *user, eom_dossier **dossier, eom_error **error);

/* Purpose:   reads a dossier from bytes in memory; `source` names them in messages. Options as for eom_dossier_open.
 * Ownership: *dossier is yours to release; the bytes are copied.
 * NULL:      `bytes` and `dossier` are needed; `source`, `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_parse(const char *bytes, size_t length, const char *source, size_t source_length,
                                     const char *options, size_t options_length, eom_progress progress, void *user,
                                     eom_dossier **dossier, eom_error **error);

/* Purpose:   reads a dossier through a callback; `source` names it in messages. Options as for eom_dossier_open.
 * Ownership: *dossier is yours to release.
 * NULL:      `read` and `dossier` are needed; `source`, `options` and `progress` may be NULL.
 * Threads:   any; the callbacks are called in the same thread.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_read(eom_read read, void *read_user, const char *source, size_t source_length,
                                    const char *options, size_t options_length, eom_progress progress, void *user,
                                    eom_dossier **dossier, eom_error **error);

/* Purpose:   one more owner of the same snapshot.
 * Ownership: each retain needs its release.
 * NULL:      gives NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_dossier *eom_dossier_retain(const eom_dossier *dossier);

/* Purpose:   gives up one ownership; the last frees the snapshot.
 * Ownership: takes one ownership.
 * NULL:      does nothing.
 * Threads:   any, also the last one.
 * Since:     0.1 */
EOM_API void eom_dossier_release(eom_dossier *dossier);

/* Purpose:   the canonical JSON of a dossier: the same dossier, the same bytes.
 * Ownership: *json is yours to free.
 * NULL:      `dossier` and `json` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_json(const eom_dossier *dossier, eom_progress progress, void *user, eom_buf *json,
                                    eom_error **error);

/* Purpose:   writes the canonical JSON to a file, replaced atomically.
 * Ownership: keeps nothing.
 * NULL:      `dossier` and `path` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_write(const eom_dossier *dossier, const char *path, size_t path_length,
                                     eom_progress progress, void *user, eom_error **error);

/* Purpose:   gives the canonical JSON to a callback, piece by piece, for where a file name will not do.
 * Ownership: the pieces are borrowed for the call.
 * NULL:      `dossier` and `write` are needed; `progress` may be NULL.
 * Threads:   any; the callbacks are called in the same thread.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_write_to(const eom_dossier *dossier, eom_write write, void *write_user,
                                        eom_progress progress, void *user, eom_error **error);

/* Purpose:   SHA-256 of the canonical JSON, 64 hexadecimal digits; computed when first asked for.
 * Ownership: borrowed from the dossier.
 * NULL:      `dossier` and `digest` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_digest(const eom_dossier *dossier, eom_progress progress, void *user, eom_str *digest,
                                      eom_error **error);

/* Purpose:   how many records of a type there are; of all types where `type` is NULL.
 * Ownership: none.
 * NULL:      `dossier` and `count` are needed; `type` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_count(const eom_dossier *dossier, const char *type, size_t type_length, int64_t *count,
                                     eom_error **error);

/* Purpose:   the built-in dossiers, a row each.
 * Ownership: *result is yours to destroy.
 * NULL:      `result` is needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_examples(eom_result **result, eom_error **error);

/* ---- Edits: the only thing that changes ---- */

/* Purpose:   begins an edit of a dossier, or of an empty one.
 * Ownership: *edit is yours to destroy; the dossier stays yours and unchanged.
 * NULL:      `edit` is needed; `base` may be NULL, and the edit then begins empty.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_edit_create(const eom_dossier *base, eom_edit **edit, eom_error **error);

/* Purpose:   opens a dossier as an edit, errors and all, so that eom_edit_check can show them with their places.
 *            Options as for eom_dossier_open.
 * Ownership: *edit is yours to destroy.
 * NULL:      `name` and `edit` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_edit_open(const char *name, size_t name_length, const char *options, size_t options_length,
                                 eom_progress progress, void *user, eom_edit **edit, eom_error **error);

/* Purpose:   reads bytes in memory as an edit, errors and all. Otherwise as eom_dossier_parse.
 * Ownership: *edit is yours to destroy; the bytes are copied.
 * NULL:      `bytes` and `edit` are needed; `source`, `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_edit_parse(const char *bytes, size_t length, const char *source, size_t source_length,
                                  const char *options, size_t options_length, eom_progress progress, void *user,
                                  eom_edit **edit, eom_error **error);

/* Purpose:   adds the record that a JSON object describes, or replaces all of the record with its id. Nothing changes
 *            where a member is unknown or has a wrong value.
 * Ownership: keeps nothing.
 * NULL:      `edit`, `type` and `json` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_put_json(eom_edit *edit, const char *type, size_t type_length, const char *json,
                                     size_t json_length, eom_error **error);

/* Purpose:   removes a record. EOM_E_NOT_FOUND where there is none.
 * Ownership: keeps nothing.
 * NULL:      `edit`, `type` and `id` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_remove(eom_edit *edit, const char *type, size_t type_length, const char *id,
                                   size_t id_length, eom_error **error);

/* What an upsert did. */
#define EOM_UNCHANGED 0
#define EOM_ADDED     1
#define EOM_CHANGED   2

/* Purpose:   puts what a partner's system says of a record that it knows as `external_id`: changes the record of the type
 *            that has this among its external_identifiers, or adds one. Members given in `json`, an object, replace, null
 *            takes a value away, what is not given stays. A new record without an id gets one made of both names.
 *            EOM_E_CONFLICT, with both ids, where two records claim the identifier, and where the record was erased.
 * Ownership: *id, of the record here, is borrowed from the edit until its next upsert.
 * NULL:      `edit`, `type`, `system`, `external_id` and `json` are needed; `outcome` and `id` may be NULL.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_upsert(eom_edit *edit, const char *type, size_t type_length, const char *system,
                                   size_t system_length, const char *external_id, size_t external_id_length,
                                   const char *json, size_t json_length, int32_t *outcome, eom_str *id,
                                   eom_error **error);

/* Purpose:   erases a record for good and leaves a tombstone, a record of type "erasure"; references to it stay, and lead
 *            there. Values reported of it go with it, and evidence of nothing else. Options: {"erased":
 *            "2026-12-01T10:00:00Z", "authority": "data protection officer", "ground": "consent_withdrawn", "reason":
 *            "...", "mentions": "refused" | "kept"}, the first two needed. Where words of it stand in other records it is
 *            refused, EOM_E_CONFLICT with each place in the error's detail, unless they are kept.
 * Ownership: *result, named "erase" (what went, what still refers to it or mentions it), is yours to destroy.
 * NULL:      `edit`, `type`, `id` and `options` are needed; `result` may be NULL.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_erase(eom_edit *edit, const char *type, size_t type_length, const char *id,
                                  size_t id_length, const char *options, size_t options_length, eom_result **result,
                                  eom_error **error);

/* Purpose:   runs the checks on the edit as it is, coherent or not; a result named "check". Options as for eom_check.
 * Ownership: *result is yours to destroy.
 * NULL:      `edit` and `result` are needed; `options` and `progress` may be NULL.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_check(const eom_edit *edit, const char *options, size_t options_length,
                                  eom_progress progress, void *user, eom_result **result, eom_error **error);

/* Purpose:   makes a dossier of the edit, which stays as it is. What would make it incoherent (a dangling reference, a
 *            double id, a cycle) is refused, all of it in the error's detail.
 * Ownership: *dossier is yours to release.
 * NULL:      `edit` and `dossier` are needed; `progress` may be NULL.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_commit(const eom_edit *edit, eom_progress progress, void *user, eom_dossier **dossier,
                                   eom_error **error);

/* Purpose:   frees an edit.
 * Ownership: takes the edit.
 * NULL:      does nothing.
 * Threads:   one thread, once.
 * Since:     0.1 */
EOM_API void eom_edit_destroy(eom_edit *edit);

/* ---- Record builders: records written member by member, the mirror of cursors ---- */

/* Purpose:   begins to write records of a type into an edit: find columns once, then for each record set its members and
 *            put it. A wrong member, type or value is refused where it is set and changes nothing.
 * Ownership: *record is yours to destroy; it keeps the edit alive.
 * NULL:      `edit`, `type` and `record` are needed.
 * Threads:   one at a time, together with the edit.
 * Since:     0.1 */
EOM_API eom_status eom_record_create(eom_edit *edit, const char *type, size_t type_length, eom_record **record,
                                     eom_error **error);

/* Purpose:   the number of a member, to be found once; a path such as "due_process.hearing" reaches into parts, a name
 *            that begins with "x-" is a member of your own, written as JSON.
 * Ownership: none.
 * NULL:      `record`, `member` and `column` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_column(eom_record *record, const char *member, size_t member_length, int32_t *column,
                                     eom_error **error);

/* Purpose:   a builder for the elements of a list, made once: eom_record_next begins an element in the record at hand,
 *            whose members are then set. A list of texts, references or numbers needs none: setting its column adds one.
 * Ownership: *child is yours to destroy; it may outlive `record`.
 * NULL:      `record`, `member` and `child` are needed.
 * Threads:   one at a time, together with the record.
 * Since:     0.1 */
EOM_API eom_status eom_record_child(eom_record *record, const char *member, size_t member_length, eom_record **child,
                                    eom_error **error);

/* Purpose:   begins the next element of the list that a child builder writes.
 * Ownership: none.
 * NULL:      `child` is needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_next(eom_record *child, eom_error **error);

/* Purpose:   empties the builder and takes the values of a record that the edit has, to change some of them; what is then
 *            added to a list comes after what it has, unless eom_record_null emptied it. EOM_E_NOT_FOUND where there is none.
 * Ownership: keeps nothing.
 * NULL:      `record` and `id` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_load(eom_record *record, const char *id, size_t id_length, eom_error **error);

/* Purpose:   a text, id, reference ("party-x"; "party:party-x" where any type can be referred to), code, or instant
 *            (RFC 3339); of a list of these, one more.
 * Ownership: copied.
 * NULL:      `record` and `text` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_text(eom_record *record, int32_t column, const char *text, size_t length,
                                   eom_error **error);

/* Purpose:   a whole number; of a list, one more.
 * Ownership: none.
 * NULL:      `record` is needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_integer(eom_record *record, int32_t column, int64_t value, eom_error **error);

/* Purpose:   an exact fraction. For a decimal number the denominator is a power of ten and says how many digits were
 *            printed: 75.10 is 7510 / 100.
 * Ownership: none.
 * NULL:      `record` is needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_rational(eom_record *record, int32_t column, int64_t numerator, int64_t denominator,
                                       eom_error **error);

/* Purpose:   a date; of a list, one more. EOM_E_ARGUMENT where its days are not those of its precision.
 * Ownership: none.
 * NULL:      `record` and `date` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_date(eom_record *record, int32_t column, const eom_date *date, eom_error **error);

/* Purpose:   a quantity.
 * Ownership: copied.
 * NULL:      `record` and `quantity` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_quantity(eom_record *record, int32_t column, const eom_quantity *quantity,
                                       eom_error **error);

/* Purpose:   a half-open range of bytes, from `begin` to before `end`.
 * Ownership: none.
 * NULL:      `record` is needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_span(eom_record *record, int32_t column, int64_t begin, int64_t end, eom_error **error);

/* Purpose:   a member of any type from JSON, in place of what it had.
 * Ownership: copied.
 * NULL:      `record` and `json` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_json(eom_record *record, int32_t column, const char *json, size_t length,
                                   eom_error **error);

/* Purpose:   takes a member's value away: unknown again, a list empty.
 * Ownership: none.
 * NULL:      `record` is needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_null(eom_record *record, int32_t column, eom_error **error);

/* Purpose:   adds the record to the edit, or replaces all of the one with its id, members that were not set included
 *            (eom_record_load first keeps them), and empties the builder for the next; columns and children stay. Where a
 *            member that it must have is missing the edit stays as it was, and so does the builder.
 * Ownership: none.
 * NULL:      `record` is needed, and no child.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_record_put(eom_record *record, eom_error **error);

/* Purpose:   empties the builder without putting anything.
 * Ownership: none.
 * NULL:      does nothing.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API void eom_record_clear(eom_record *record);

/* Purpose:   frees a builder; what was not put is gone.
 * Ownership: takes the builder.
 * NULL:      does nothing.
 * Threads:   one thread, once.
 * Since:     0.1 */
EOM_API void eom_record_destroy(eom_record *record);

/* ---- Changes: sent, and merged ---- */

/* Purpose:   what makes `to` of `from`, record by record and member by member, with the digest of `from`: a result
 *            named "changes", whose JSON is a change set that can be sent and merged.
 * Ownership: *changes is yours to destroy.
 * NULL:      `from`, `to` and `changes` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_diff(const eom_dossier *from, const eom_dossier *to, eom_progress progress, void *user,
                                    eom_result **changes, eom_error **error);

/* Purpose:   merges `count` change sets (JSON) into a dossier, all together, so that their order does not matter. A
 *            member takes a proposed value where the base holds what the proposer saw and all proposals agree;
 *            everything else is a conflict, listed with every value proposed in *summary (a result named "merge"), and
 *            then *merged is NULL. What is proposed of an erased record is left out, and listed too.
 * Ownership: *merged is yours to release, *summary to destroy; `base` stays as it is.
 * NULL:      `base`, `merged` and `summary` are needed; `changes` unless `count` is 0; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_merge(const eom_dossier *base, const eom_str *changes, size_t count,
                                     eom_progress progress, void *user, eom_dossier **merged, eom_result **summary,
                                     eom_error **error);

/* ---- Cursors: the records of a type, one after the other ---- */

/* Purpose:   begins to read the records of a type in order of id. `filter` is a JSON object, all of whose conditions must
 *            hold: {"kind": "deregistered"} the value itself, {"kind": {"in": ["refused", "deregistered"]}} one of
 *            several, {"decided": {"from": "2011-12-01", "to": "2011-12-31"}} a range with both ends, {"body": null} no
 *            value, {"body": {"not": null}} any. A date is in a range where it certainly is.
 * Ownership: *cursor is yours to destroy; it keeps the dossier alive.
 * NULL:      `dossier`, `type` and `cursor` are needed; `filter` may be NULL.
 * Threads:   any; the cursor itself one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_open(const eom_dossier *dossier, const char *type, size_t type_length, const char *filter,
                                   size_t filter_length, eom_cursor **cursor, eom_error **error);

/* Purpose:   the same over the records of an edit as they are now, coherent or not; what the edit changes later is not seen.
 * Ownership: *cursor is yours to destroy; the edit may go before.
 * NULL:      `edit`, `type` and `cursor` are needed; `filter` may be NULL.
 * Threads:   one at a time, as the edit; the cursor itself one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_open_edit(const eom_edit *edit, const char *type, size_t type_length, const char *filter,
                                        size_t filter_length, eom_cursor **cursor, eom_error **error);

/* Purpose:   the number of a member, to be found once; a path such as "due_process.hearing" reaches into parts.
 * Ownership: none.
 * NULL:      `cursor`, `member` and `column` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_column(eom_cursor *cursor, const char *member, size_t member_length, int32_t *column,
                                     eom_error **error);

/* Purpose:   a cursor over the elements of a list, made once: it follows `cursor` and begins anew with each record that
 *            this steps to. The elements' members are its columns; of a list of texts, references or numbers the one
 *            column is "value".
 * Ownership: *child is yours to destroy; it may outlive `cursor` and then has no more elements.
 * NULL:      `cursor`, `member` and `child` are needed.
 * Threads:   one at a time, together with `cursor`.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_child(eom_cursor *cursor, const char *member, size_t member_length, eom_cursor **child,
                                    eom_error **error);

/* Purpose:   steps to the next record: EOM_ROW, or EOM_DONE past the last, however often it is asked.
 * Ownership: none; texts read from earlier records stay valid as long as the dossier.
 * NULL:      `cursor` is needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_next(eom_cursor *cursor, eom_error **error);

/* Purpose:   stands on the record with an id: EOM_ROW, or EOM_DONE where there is none; the filter is not asked, and
 *            eom_cursor_next goes on where it was.
 * Ownership: none.
 * NULL:      `cursor` and `id` are needed; a child has no ids.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_find(eom_cursor *cursor, const char *id, size_t id_length, eom_error **error);

/* Purpose:   a member as text: text, ids, references, codes, instants. EOM_NULL where it has no value; EOM_E_ARGUMENT where the
 *            member is no text (nothing is converted; eom_cursor_json gives any member).
 * Ownership: borrowed from the dossier.
 * NULL:      `cursor` and `text` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_text(const eom_cursor *cursor, int32_t column, eom_str *text, eom_error **error);

/* Purpose:   a whole number. EOM_NULL where it has no value.
 * Ownership: none.
 * NULL:      `cursor` and `value` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_integer(const eom_cursor *cursor, int32_t column, int64_t *value, eom_error **error);

/* Purpose:   a whole or decimal number as the nearest double. EOM_NULL where it has no value.
 * Ownership: none.
 * NULL:      `cursor` and `value` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_real(const eom_cursor *cursor, int32_t column, double *value, eom_error **error);

/* Purpose:   a whole or decimal number as an exact fraction. A decimal number keeps the digits that were printed: 75.10 is
 *            7510 / 100. EOM_NULL where it has no value.
 * Ownership: none.
 * NULL:      `cursor`, `numerator` and `denominator` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_rational(const eom_cursor *cursor, int32_t column, int64_t *numerator,
                                       int64_t *denominator, eom_error **error);

/* Purpose:   a date. EOM_NULL where it has no value.
 * Ownership: none.
 * NULL:      `cursor` and `date` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_date(const eom_cursor *cursor, int32_t column, eom_date *date, eom_error **error);

/* Purpose:   an instant as microseconds since 1970-01-01T00:00:00Z, and the offset in minutes that it was told in. EOM_NULL
 *            where it has no value.
 * Ownership: none.
 * NULL:      `cursor` and `utc` are needed; `offset` may be NULL.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_instant(const eom_cursor *cursor, int32_t column, int64_t *utc, int32_t *offset,
                                      eom_error **error);

/* Purpose:   a quantity. EOM_NULL where it has no value.
 * Ownership: its words are borrowed from the dossier.
 * NULL:      `cursor` and `quantity` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_quantity(const eom_cursor *cursor, int32_t column, eom_quantity *quantity,
                                       eom_error **error);

/* Purpose:   a half-open range of bytes, from `begin` to before `end`. EOM_NULL where it has no value.
 * Ownership: none.
 * NULL:      `cursor`, `begin` and `end` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_span(const eom_cursor *cursor, int32_t column, int64_t *begin, int64_t *end,
                                   eom_error **error);

/* Purpose:   a member of any type as JSON, lists and parts included; the whole record where `column` is -1. EOM_NULL
 *            where it has no value.
 * Ownership: *json is yours to free.
 * NULL:      `cursor` and `json` are needed.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_cursor_json(const eom_cursor *cursor, int32_t column, eom_buf *json, eom_error **error);

/* Purpose:   frees a cursor.
 * Ownership: takes the cursor.
 * NULL:      does nothing.
 * Threads:   one thread, once.
 * Since:     0.1 */
EOM_API void eom_cursor_destroy(eom_cursor *cursor);

/* ---- Tables: columns for other libraries, by Arrow's C interfaces ---- */

/* The structs of https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html, to the letter and
 * under their include guards, so that this header stands beside any other that has them. What is handed out may be
 * released by any thread, once.
 *
 * What a member becomes: an id utf8; a text, code or reference dictionary<int32, utf8>, or utf8 on request; a whole
 * number int64; a decimal number, date, instant, quantity or part a struct, whose fields its schema names (a date's `first`
 * and `last` are date32, null for an open end; an instant's `utc` timestamp[us, UTC]); a list list<item>; all members of
 * your own the one column "x-", as JSON. Any may be null for Arrow; eom_schema says which must have a value. */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/* Purpose:   the records of a type in order of id as a table. Options: "columns", members or paths into parts such as
 *            "due_process.hearing", a column of that name each (all members by default); "filter", as for
 *            eom_cursor_open; "text": "dictionary", each distinct text once (the default), or "plain".
 * Ownership: *table is yours to destroy.
 * NULL:      `dossier`, `type` and `table` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_table(const eom_dossier *dossier, const char *type, size_t type_length,
                                     const char *options, size_t options_length, eom_progress progress, void *user,
                                     eom_table **table, eom_error **error);

/* Purpose:   what eom_dossier_table gives, with its options, as an Arrow stream that converts 65,536 records on each
 *            get_next: memory for so many is enough. Each batch has dictionaries of its own.
 * Ownership: *stream is yours to release; it keeps the dossier alive.
 * NULL:      `dossier`, `type` and `stream` are needed; `options` may be NULL.
 * Threads:   any; the stream itself one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_dossier_stream(const eom_dossier *dossier, const char *type, size_t type_length,
                                      const char *options, size_t options_length, struct ArrowArrayStream *stream,
                                      eom_error **error);

/* Purpose:   a list of a result as a table: a member such as "decisions", or a path through parts (eom_result_schema
 *            names them); its longest where `name` is NULL.
 * Ownership: *table is yours to destroy.
 * NULL:      `result` and `table` are needed; `name` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_result_table(const eom_result *result, const char *name, size_t name_length, eom_table **table,
                                    eom_error **error);

/* Purpose:   a table of what another library hands out. Everything in it is validated before it is used, but what the
 *            interface does not tell, the sizes of its buffers. Read are booleans, integers, floats, decimal128, dates,
 *            timestamps, texts (utf8, large and view), dictionaries of texts, lists and structs. Options: {"limits":
 *            {"bytes", "depth", "records", "milliseconds"}}, where records are rows.
 * Ownership: takes the stream and releases it, also on failure: its `release` is NULL afterwards; *table is yours to
 *            destroy and holds copies.
 * NULL:      `stream` and `table` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_table_import(struct ArrowArrayStream *stream, const char *options, size_t options_length,
                                    eom_progress progress, void *user, eom_table **table, eom_error **error);

/* Purpose:   how many rows there are.
 * Ownership: none.
 * NULL:      `table` and `rows` are needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_table_rows(const eom_table *table, int64_t *rows, eom_error **error);

/* Purpose:   the columns: Arrow types, and as metadata openeom.type, openeom.of, openeom.unit and openeom.codelist; of
 *            the whole openeom.schema_version, openeom.type and openeom.reconstruction.
 * Ownership: *schema is yours to release.
 * NULL:      `table` and `schema` are needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_table_schema(const eom_table *table, struct ArrowSchema *schema, eom_error **error);

/* Purpose:   the table as an Arrow stream in batches of at most 65,536 rows; nothing is copied.
 * Ownership: *stream is yours to release; what it hands out keeps the table's memory alive, the table itself need not.
 * NULL:      `table` and `stream` are needed.
 * Threads:   any; the stream itself one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_table_stream(const eom_table *table, struct ArrowArrayStream *stream, eom_error **error);

/* Purpose:   the table as CSV (RFC 4180, UTF-8). Options: {"formulas": "escaped" | "verbatim", "audience": "internal",
 *            "rows": 10}: whether a text that a spreadsheet would take for a formula begins with an apostrophe, which it
 *            does by default; whom a file is for, which each row then says; how many rows at most.
 * Ownership: *csv is yours to free.
 * NULL:      `table` and `csv` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_table_csv(const eom_table *table, const char *options, size_t options_length,
                                 eom_progress progress, void *user, eom_buf *csv, eom_error **error);

/* Purpose:   adds the rows of a table as records of a type, or replaces all of the records with their ids, members without
 *            a column included: every row or none. Columns are members or paths by name, as exported; text may stand for
 *            dates, codes, decimals and, as JSON, for parts and lists.
 *            Every wrong cell is in the error's detail, by row and member, up to a thousand.
 * Ownership: keeps nothing.
 * NULL:      `edit`, `type` and `table` are needed; `progress` may be NULL.
 * Threads:   one at a time.
 * Since:     0.1 */
EOM_API eom_status eom_edit_put_table(eom_edit *edit, const char *type, size_t type_length, const eom_table *table,
                                      eom_progress progress, void *user, eom_error **error);

/* Purpose:   frees a table.
 * Ownership: takes the table.
 * NULL:      does nothing.
 * Threads:   one thread, once.
 * Since:     0.1 */
EOM_API void eom_table_destroy(eom_table *table);

/* ---- Schema ---- */

/* Purpose:   the members of a type with types, units, code lists and meaning; all types where `type` is NULL. A result
 *            named "schema".
 * Ownership: *result is yours to destroy.
 * NULL:      `result` is needed; `type` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_schema(const char *type, size_t type_length, eom_result **result, eom_error **error);

/* Purpose:   the JSON Schema (2020-12) of a type of record, or of a whole dossier file where `type` is NULL.
 * Ownership: *json is yours to free.
 * NULL:      `json` is needed; `type` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_json_schema(const char *type, size_t type_length, eom_buf *json, eom_error **error);

/* ---- Check, analyses, documents: each gives a result ---- */

/* Purpose:   runs the rules. Options: {"texts": [{"document": "press-release", "text": "..."}], "as_of": "2012-01-16"}:
 *            texts of external documents at hand, and the day that counts as today. A result named "check".
 * Ownership: *result is yours to destroy.
 * NULL:      `dossier` and `result` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_check(const eom_dossier *dossier, const char *options, size_t options_length,
                             eom_progress progress, void *user, eom_result **result, eom_error **error);

/* Purpose:   the rules: id, severity, what each finds, why it matters, what would mend it. A result named "rules".
 * Ownership: *result is yours to destroy.
 * NULL:      `result` is needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_check_rules(eom_result **result, eom_error **error);

/* Purpose:   the analyses: name, summary, options. A result named "analyses".
 * Ownership: *result is yours to destroy.
 * NULL:      `result` is needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_analyses(eom_result **result, eom_error **error);

/* Purpose:   runs an analysis by name: "registration", "indicators", "discrepancies", "sourcing" ...
 * Ownership: *result is yours to destroy.
 * NULL:      `dossier`, `name` and `result` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_analyze(const eom_dossier *dossier, const char *name, size_t name_length, const char *options,
                               size_t options_length, eom_progress progress, void *user, eom_result **result,
                               eom_error **error);

/* Purpose:   from a record ("finding:x", "sentence:y", "evidence:z", "gap:g" ...) to all it rests on and all that rests
 *            on it, as a tree. The analysis "trace" under a name of its own.
 * Ownership: *result is yours to destroy.
 * NULL:      `dossier`, `record` and `result` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_trace(const eom_dossier *dossier, const char *record, size_t record_length,
                             eom_progress progress, void *user, eom_result **result, eom_error **error);

/* Purpose:   a document with all that its sentences rest on. Options: {"audience": "public" | "partners" | "internal",
 *            "texts": [...], "language": "en"}; without an audience it is for the screen of the analyst only. Render
 *            the result as "html", "markdown", "text" or take its JSON.
 * Ownership: *result is yours to destroy.
 * NULL:      `dossier`, `document` and `result` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_document(const eom_dossier *dossier, const char *document, size_t document_length,
                                const char *options, size_t options_length, eom_progress progress, void *user,
                                eom_result **result, eom_error **error);

/* Purpose:   sentences that could be composed for a document; suggestions until somebody adopts them.
 * Ownership: *result is yours to destroy.
 * NULL:      `dossier`, `document` and `result` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_suggestions(const eom_dossier *dossier, const char *document, size_t document_length,
                                   eom_progress progress, void *user, eom_result **result, eom_error **error);

/* ---- Results ---- */

/* Purpose:   the name of what made the result: "check", "registration", "document" ...
 * Ownership: constant text.
 * NULL:      "" for a NULL result.
 * Threads:   any.
 * Since:     0.1 */
EOM_API const char *eom_result_name(const eom_result *result);

/* Purpose:   the result as a JSON object.
 * Ownership: *json is yours to free.
 * NULL:      `result` and `json` are needed; `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_result_json(const eom_result *result, eom_progress progress, void *user, eom_buf *json,
                                   eom_error **error);

/* Purpose:   the members of a result with types, units and meaning, and those of its parts. A result named "schema", whose
 *            `types` begin with the result's own.
 * Ownership: *schema is yours to destroy.
 * NULL:      `result` and `schema` are needed.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_result_schema(const eom_result *result, eom_result **schema, eom_error **error);

/* Purpose:   the result for people: `format` is "text", "markdown", "html" or "csv". Options: {"width": 100,
 *            "colour": "yes", "table": "name", "audience": "internal"} (text: columns and colour; csv: which table, its
 *            largest by default; whom a file is for, which it then says).
 * Ownership: *rendered is yours to free.
 * NULL:      `result`, `format` and `rendered` are needed; `options` and `progress` may be NULL.
 * Threads:   any.
 * Since:     0.1 */
EOM_API eom_status eom_result_render(const eom_result *result, const char *format, size_t format_length,
                                     const char *options, size_t options_length, eom_progress progress, void *user,
                                     eom_buf *rendered, eom_error **error);

/* Purpose:   frees a result.
 * Ownership: takes the result.
 * NULL:      does nothing.
 * Threads:   one thread, once.
 * Since:     0.1 */
EOM_API void eom_result_destroy(eom_result *result);

#ifdef __cplusplus
}
#endif

#endif /* OPENEOM_H */
