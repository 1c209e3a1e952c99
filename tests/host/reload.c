/* Loads the library, uses it and unloads it, a hundred times: reload MODULE FOLDER
 *
 * Each time it is gone from memory; and from the tenth time on, when the C++ runtime that stays has settled, neither
 * the bytes allocated, nor open files, nor mappings grow. Prints "N cases".
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <malloc.h>
#include <string.h>

#include "guest.h"

enum { kTimes = 100, kSettled = 10 };

static int cases, failures;

static void guest_failed(const char *expectation, int line) {
    printf("client.c:%d: %s\n", line, expectation);
    ++failures;
}

/* Lines of this process's map, all of them or those of one library. */
static int mappings(const char *library) {
    char line[4000];
    int lines = 0;
    FILE *map = fopen("/proc/self/maps", "r");
    if (map == NULL) return -1;
    while (fgets(line, sizeof line, map) != NULL) lines += strstr(line, library) != NULL;
    fclose(map);
    return lines;
}

static int open_files(void) {
    int files = 0;
    DIR *folder = opendir("/proc/self/fd");
    if (folder == NULL) return -1;
    while (readdir(folder) != NULL) ++files;
    closedir(folder);
    return files;
}

typedef struct held {
    long bytes;
    int files;
    int maps;
} held;

static held now(void) {
    held all;
    all.bytes = (long)mallinfo2().uordblks, all.files = open_files(), all.maps = mappings("");
    return all;
}

static void expect(int holds, int time, const char *what, long was, long is) {
    ++cases;
    if (holds) return;
    printf("time %d: %s (was %ld, is %ld)\n", time, what, was, is);
    ++failures;
}

int main(int argc, char **argv) {
    held settled = {0, 0, 0};
    int time;
    if (argc != 3) return 2;
    for (time = 1; time <= kTimes; ++time) {
        guest_run run = NULL;
        void *handle = guest_load(argv[1], &run, stdout);
        expect(run != NULL && mappings("libopeneom") > 0, time, "the library was not loaded", 0, 0);
        if (run != NULL) expect(run(argv[2], guest_failed) > 0, time, "the guest did nothing", 0, 0);
        if (handle != NULL) dlclose(handle);
        expect(mappings("libopeneom") == 0, time, "the library is still there", 0, mappings("libopeneom"));
        if (time == kSettled) settled = now();
    }
    {
        const held end = now();
        expect(end.bytes <= settled.bytes, kTimes, "more bytes are allocated", settled.bytes, end.bytes);
        expect(end.files == settled.files, kTimes, "more files are open", settled.files, end.files);
        expect(end.maps <= settled.maps, kTimes, "more is mapped", settled.maps, end.maps);
    }
    printf(failures ? "%d cases, %d failed\n" : "%d cases\n", cases, failures);
    return failures != 0;
}
