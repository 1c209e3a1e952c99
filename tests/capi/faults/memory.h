/* Memory that runs out when a test says so. Linked into a test, it stands in front of what the library allocates with: malloc
 * and what goes by it, or, where a sanitizer has that, operator new. One thread. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* From now on the allocation that is numbered `which` (from 1) fails, and with `lasting` all behind it; 0: none does. */
void memory_fails(uint64_t which, int lasting);
/* Counting, and failing, between the two. */
void memory_begin(void);
void memory_end(void);
/* Allocations since memory_fails, while counting. */
uint64_t memory_counted(void);
/* Whether one was refused. */
int memory_refused(void);
/* What is allocated and not freed now; 0 where a sanitizer counts. */
int64_t memory_live(void);

#ifdef __cplusplus
}
#endif

#endif /* MEMORY_H */
