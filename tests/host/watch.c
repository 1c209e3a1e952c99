/* A host that watches its guest: watch MODULE FOLDER
 *
 * It defines the functions that a well-behaved library leaves alone; being the program, its definitions come before
 * those of the C library for everything loaded later. Each call is told with its caller: file, function, argument. Then
 * it looks whether standard output and error stayed empty, and whether signals, locale and environment are as before.
 * Prints "N cases".
 */
#define _GNU_SOURCE
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "guest.h"

extern char **environ;

static int cases, failures, watching;
static FILE *report; /* where standard output went when the program began */

static void expect(int holds, const char *what) {
    ++cases;
    if (holds) return;
    fprintf(report, "not so: %s\n", what);
    ++failures;
}

static void guest_failed(const char *expectation, int line) {
    fprintf(report, "client.c:%d: %s\n", line, expectation);
    ++failures;
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* The one thing that may be asked: simdjson reads which of its implementations to take. The C++ runtime's own questions
 * are told and not counted. */
static int allowed(const char *caller, const char *function, const char *argument) {
    static const char *const runtime[] = {"libstdc++.", "libc.", "ld-linux"};
    size_t i;
    for (i = 0; i < sizeof runtime / sizeof *runtime; ++i)
        if (strncmp(caller, runtime[i], strlen(runtime[i])) == 0) return 1;
    return strcmp(function, "getenv") == 0 && strcmp(argument, "SIMDJSON_FORCE_IMPLEMENTATION") == 0;
}

static void called(const void *from, const char *function, const char *argument) {
    static const char here;
    Dl_info where, own;
    const char *caller;
    int may;
    if (!watching || dladdr(&here, &own) == 0) return;
    watching = 0;
    caller = "somebody";
    if (dladdr(from, &where) != 0) caller = base_name(where.dli_fname);
    if (strcmp(caller, base_name(own.dli_fname)) != 0) {
        may = allowed(caller, function, argument);
        fprintf(report, "%s: %s calls %s(%s)\n", may ? "allowed" : "not allowed", caller, function, argument);
        if (!may) ++failures;
    }
    watching = 1;
}

/* A definition in place of the C library's: tells the call, then makes it. */
#define WATCH(result, name, parameters, arguments, argument)                 \
    result name parameters {                                                 \
        static result(*real) parameters;                                     \
        called(__builtin_return_address(0), #name, argument);                \
        if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, #name);         \
        return real arguments;                                               \
    }

/* The C library's headers declare some of these as never given NULL, or with attributes; the types are the same. */
WATCH(char *, getenv, (const char *name), (name), name)
WATCH(char *, secure_getenv, (const char *name), (name), name)
WATCH(int, setenv, (const char *name, const char *value, int over), (name, value, over), name)
WATCH(int, putenv, (char *entry), (entry), entry)
WATCH(int, unsetenv, (const char *name), (name), name)
WATCH(char *, setlocale, (int category, const char *name), (category, name), name == NULL ? "NULL" : name)
WATCH(locale_t, newlocale, (int mask, const char *name, locale_t base), (mask, name, base), name)
WATCH(locale_t, uselocale, (locale_t to), (to), "")
WATCH(struct lconv *, localeconv, (void), (), "")
WATCH(__sighandler_t, signal, (int number, __sighandler_t handler), (number, handler), strsignal(number))
WATCH(__sighandler_t, __sysv_signal, (int number, __sighandler_t handler), (number, handler), strsignal(number))
WATCH(int, sigaction, (int number, const struct sigaction *to, struct sigaction *was), (number, to, was),
      strsignal(number))
WATCH(int, sigaltstack, (const stack_t *to, stack_t *was), (to, was), "")
WATCH(int, sigprocmask, (int how, const sigset_t *to, sigset_t *was), (how, to, was), "")
WATCH(int, pthread_sigmask, (int how, const sigset_t *to, sigset_t *was), (how, to, was), "")
WATCH(int, raise, (int number), (number), strsignal(number))
WATCH(int, kill, (pid_t process, int number), (process, number), strsignal(number))
WATCH(int, pthread_create, (pthread_t * thread, const pthread_attr_t *how, void *(*run)(void *), void *with),
      (thread, how, run, with), "")
WATCH(int, pthread_atfork, (void (*before)(void), void (*parent)(void), void (*child)(void)), (before, parent, child),
      "")
WATCH(pid_t, fork, (void), (), "")
WATCH(int, system, (const char *command), (command), command)
WATCH(int, execve, (const char *path, char *const arguments[], char *const variables[]), (path, arguments, variables),
      path)
WATCH(int, atexit, (void (*last)(void)), (last), "")
WATCH(mode_t, umask, (mode_t mask), (mask), "")
WATCH(int, chdir, (const char *path), (path), path)
WATCH(unsigned, alarm, (unsigned seconds), (seconds), "")
WATCH(void *, dlopen, (const char *path, int how), (path, how), path == NULL ? "NULL" : path)

WATCH(struct tm *, localtime, (const time_t *at), (at), "")
WATCH(struct tm *, localtime_r, (const time_t *at, struct tm *made), (at, made), "")
WATCH(time_t, mktime, (struct tm * broken), (broken), "")
WATCH(void, tzset, (void), (), "")

static int is_empty(const char *file) {
    struct stat held;
    return stat(file, &held) == 0 && held.st_size == 0;
}

static void signals(struct sigaction *held) {
    int number;
    memset(held, 0, 65 * sizeof *held);
    for (number = 1; number < 65; ++number) sigaction(number, NULL, &held[number]);
}

static int same_signals(const struct sigaction *before, const struct sigaction *after) {
    int number;
    for (number = 1; number < 65; ++number)
        if (before[number].sa_handler != after[number].sa_handler || before[number].sa_flags != after[number].sa_flags)
            return 0;
    return 1;
}

/* The environment as one text, to be freed. */
static char *environment(void) {
    size_t length = 1;
    char **each, *text;
    for (each = environ; *each != NULL; ++each) length += strlen(*each) + 1;
    text = calloc(length, 1);
    for (each = environ; *each != NULL; ++each) strcat(strcat(text, *each), "\n");
    return text;
}

/* What a guest leaves as it was. */
typedef struct state {
    struct sigaction signals[65];
    sigset_t blocked;
    char *environment;
    char *locale;
    mode_t mask;
    char directory[1000];
} state;

static void look(state *held) {
    memset(held, 0, sizeof *held);
    signals(held->signals);
    sigprocmask(SIG_SETMASK, NULL, &held->blocked);
    held->environment = environment();
    held->locale = strdup(setlocale(LC_ALL, NULL));
    held->mask = umask(0);
    umask(held->mask);
    if (getcwd(held->directory, sizeof held->directory) == NULL) exit(2);
}

static void compare(const state *before, const state *after) {
    expect(same_signals(before->signals, after->signals), "signal handlers are as they were");
    expect(memcmp(&before->blocked, &after->blocked, sizeof before->blocked) == 0, "the signal mask is as it was");
    expect(strcmp(before->environment, after->environment) == 0, "the environment is as it was");
    expect(strcmp(before->locale, after->locale) == 0, "the locale is as it was");
    expect(before->mask == after->mask, "the file mask is as it was");
    expect(strcmp(before->directory, after->directory) == 0, "the directory is as it was");
}

int main(int argc, char **argv) {
    static state before, after;
    char out[1000], err[1000];
    guest_run run = NULL;
    void *handle;
    if (argc != 3 || (report = fdopen(dup(1), "w")) == NULL) return 2;
    snprintf(out, sizeof out, "%s/stdout", argv[2]), snprintf(err, sizeof err, "%s/stderr", argv[2]);
    if (freopen(out, "w", stdout) == NULL || freopen(err, "w", stderr) == NULL) return 2;
    look(&before);

    watching = 1;
    handle = guest_load(argv[1], &run, report);
    expect(run != NULL && run(argv[2], guest_failed) > 0, "the guest did its work");
    if (handle != NULL) dlclose(handle);
    watching = 0;

    look(&after);
    compare(&before, &after);
    fflush(NULL);
    expect(is_empty(out), "standard output stayed empty");
    expect(is_empty(err), "standard error stayed empty");
    free(before.environment), free(before.locale), free(after.environment), free(after.locale);
    fprintf(report, failures ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    fclose(report);
    return failures != 0;
}
