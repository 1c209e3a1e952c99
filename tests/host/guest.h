/* The library inside a program that links none of it: a module that holds tests/abi/client.c is loaded and called. */
#ifndef OPENEOM_TESTS_GUEST_H
#define OPENEOM_TESTS_GUEST_H

#include <dlfcn.h>
#include <stdio.h>

#include "../abi/client.h"

typedef int (*guest_run)(const char *folder, client_failed failed);

/* Loads the module, and with it the library and all that this needs. NULL and a line on `log` where it cannot. */
static void *guest_load(const char *module, guest_run *run, FILE *log) {
    void *handle = dlopen(module, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) {
        fprintf(log, "%s\n", dlerror());
        return NULL;
    }
    *(void **)run = dlsym(handle, "client_run");
    return handle;
}

#endif
