/* The small program that every way of using OpenEOM is tried with, in C99: how many registration events the example has. */
#include <openeom.h>
#include <stdio.h>

int main(void) {
    eom_error *err = NULL;
    eom_dossier *d = NULL;
    eom_cursor *c = NULL;
    int events = 0;
    if (eom_dossier_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, NULL, NULL, &d, &err) == EOM_OK &&
        eom_cursor_open(d, "registration_event", EOM_AUTO, NULL, 0, &c, &err) == EOM_OK)
        while (eom_cursor_next(c, &err) == EOM_ROW) ++events;
    const int failed = err != NULL;
    if (failed) fprintf(stderr, "%s\n", eom_error_message(err));
    eom_error_destroy(err);
    eom_cursor_destroy(c);
    eom_dossier_release(d);
    printf("OpenEOM %s: %d registration events\n", eom_version(), events);
    return failed;
}
