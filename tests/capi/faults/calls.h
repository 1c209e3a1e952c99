/* A call of every function of the header, with arguments that a test can spoil one by one, and an answer that can be
 * compared. The suites of this folder run through the table. */
#ifndef CALLS_H
#define CALLS_H

#include <openeom.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What all calls share and none changes: made when first asked for, or at once for threads. */
typedef struct world {
    const char *fixture; /* path of a dossier that holds every type */
    const char *folder;  /* for files that calls write */
    char *json;          /* the fixture */
    eom_dossier *dossier;
    eom_dossier *changed; /* the same with a few changes, and a record less */
    eom_edit *broken;     /* an edit that cannot be committed */
    eom_result *check;
    eom_result *document;
    eom_buf change_set; /* from the one to the other */
    eom_table *table;
} world;

/* An argument as a call passed it. */
typedef struct argument {
    const char *name;
    char kind; /* i input, t text, n number of elements, o output, p progress, c another callback */
    void *place;
    size_t size; /* of an output */
} argument;

enum { MOST_ARGUMENTS = 12 };

typedef struct frame {
    world *shared;
    int number; /* no two frames that are used at once have the same */

    /* How the call is to be spoilt, and watched. */
    const char *null;           /* the argument that is NULL; "*" for all */
    const char *stretched;      /* the text whose length is `length` */
    size_t length;
    int no_error;               /* NULL for `error` */
    const char *type;           /* of the records at hand */
    const char *variant;        /* what else the call is of: an analysis, a format */
    int state;                  /* of a cursor: 0 on a record, 1 before the first, 2 past the last */
    void (*around)(int begins); /* told right before and right after the function runs */
    int runs;
    uint64_t ticks, stop_at;    /* progress was told so often; it says stop the time that is numbered `stop_at` */
    void (*in_callback)(void);  /* called then in place of that, and by the read and write callbacks */

    /* What the call passed. */
    argument arguments[MOST_ARGUMENTS];
    int count;

    /* Handles of its own, made when first asked for. */
    eom_edit *edit;
    eom_dossier *fresh; /* an edit's commit that nobody asked anything yet */
    eom_record *record, *element;
    eom_cursor *cursor;
    eom_error *given;
    struct ArrowArrayStream stream;
    int32_t column;
    size_t read;
    uint64_t written; /* hash of what the write callback took */
    char path[512];

    /* What came back. */
    eom_status status;
    eom_error *error;
    struct out {
        eom_dossier *dossier;
        eom_edit *edit;
        eom_record *record;
        eom_cursor *cursor;
        eom_result *result;
        eom_table *table;
        eom_buf buffer;
        struct ArrowArrayStream stream;
        struct ArrowSchema schema;
        eom_str text;
        int64_t integers[2];
        int32_t numbers[1];
        double real;
        eom_date date;
        eom_quantity quantity;
    } out;
} frame;

typedef struct call {
    const char *function;
    void (*run)(frame *f); /* makes what is needed, then calls the function once */
    eom_status expected;
    const char *type;
    const char *variant;
} call;

extern const call calls[];
extern const size_t call_count;

/* The types of the fixture, one after the other, into `name`; NULL behind the last. */
const char *type_name(const world *w, size_t at, char *name, size_t room);
/* Whether a call can be made for each type of record. */
int is_by_type(const call *c);

int world_open(world *w, const char *fixture, const char *folder);
void world_fill(world *w);
void world_close(world *w);

void frame_open(frame *f, world *w, const call *c, int number);
/* Runs the call; again on the same handles where it ran before. */
void frame_run(frame *f, const call *c);
/* Frees what came back, so that the call can be run again. */
void frame_empty(frame *f);
void frame_close(frame *f);

/* 1 where each output that was passed is zero, and a column -2. */
int outputs_are_zero(const frame *f);
/* A hash of all that came back, and of the edit and the cursor at hand. Changes the builder at hand. */
uint64_t answer(frame *f);
/* A hash of the edit at hand alone; changes nothing. */
uint64_t edit_hash(const frame *f);

#ifdef __cplusplus
}
#endif

#endif /* CALLS_H */
