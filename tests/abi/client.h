/* A partner's program, as a function: it calls the library in every way that the released header tells. */
#ifndef OPENEOM_TESTS_CLIENT_H
#define OPENEOM_TESTS_CLIENT_H

/* Told of every expectation that does not hold. */
typedef void (*client_failed)(const char *expectation, int line);

/* Uses the library, writes into `folder` only, prints nothing. Gives how many expectations were looked at. */
int client_run(const char *folder, client_failed failed);

#endif
