/* The client as a program: main FOLDER [CAPABILITY...]. It was built against the released header, and runs against any
 * library since; CAPABILITY is what the library at hand must say that it has, so that it is not the wrong one. */
#include "client.h"

#include <openeom.h>
#include <stdio.h>

static int failures;

static void failed(const char *expectation, int line) {
    printf("client.c:%d: %s\n", line, expectation);
    ++failures;
}

int main(int argc, char **argv) {
    int cases = client_run(argc > 1 ? argv[1] : ".", failed), i;
    for (i = 2; i < argc; ++i) {
        ++cases;
        if (eom_has(argv[i], EOM_AUTO) != 1) failed(argv[i], 0);
    }
    printf(failures ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
