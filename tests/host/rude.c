/* A guest that does what none should, so that its hosts are seen to notice. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "../abi/client.h"

char *kept;

__attribute__((constructor)) static void at_loading(void) { kept = malloc(1000); }

int client_run(const char *folder, client_failed failed) {
    (void)folder;
    if (getenv("HOME") != NULL) puts("I am here.");
    fputs("And I warn of everything.\n", stderr);
    setlocale(LC_ALL, "C.UTF-8");
    signal(SIGPIPE, SIG_IGN);
    setenv("RUDE", "yes", 1);
    kept = malloc(1000);
    if (fopen("/dev/null", "r") == NULL) failed("/dev/null opens", __LINE__);
    return 1;
}
