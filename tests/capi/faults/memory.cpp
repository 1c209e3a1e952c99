#include "memory.h"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

bool counting = false;
bool lasting_ = false;
std::uint64_t fails_at = 0;
std::uint64_t counted = 0;
bool refused = false;
std::int64_t live = 0;

bool fails() noexcept {
    if (!counting) return false;
    ++counted;
    if (fails_at == 0 || counted < fails_at || (counted > fails_at && !lasting_)) return false;
    refused = true;
    return true;
}

}  // namespace

void memory_fails(std::uint64_t which, int lasting) {
    fails_at = which;
    lasting_ = lasting != 0;
    counted = 0;
    refused = false;
}
void memory_begin() { counting = true; }
void memory_end() { counting = false; }
std::uint64_t memory_counted() { return counted; }
int memory_refused() { return refused ? 1 : 0; }
std::int64_t memory_live() { return live; }

#define VISIBLE __attribute__((visibility("default")))

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

// The sanitizer has malloc; the operators are ours, and come to it.
namespace {

void* made(std::size_t size, std::size_t alignment) noexcept {
    if (fails()) return nullptr;
    void* memory = nullptr;
    return ::posix_memalign(&memory, alignment, size) == 0 ? memory : nullptr;
}
void* needed(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
constexpr std::size_t kUsual = __STDCPP_DEFAULT_NEW_ALIGNMENT__;

}  // namespace

VISIBLE void* operator new(std::size_t size) { return needed(made(size, kUsual)); }
VISIBLE void* operator new[](std::size_t size) { return needed(made(size, kUsual)); }
VISIBLE void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return made(size, kUsual); }
VISIBLE void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return made(size, kUsual); }
VISIBLE void* operator new(std::size_t size, std::align_val_t at) { return needed(made(size, static_cast<std::size_t>(at))); }
VISIBLE void* operator new[](std::size_t size, std::align_val_t at) { return needed(made(size, static_cast<std::size_t>(at))); }
VISIBLE void operator delete(void* memory) noexcept { std::free(memory); }
VISIBLE void operator delete[](void* memory) noexcept { std::free(memory); }
VISIBLE void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
VISIBLE void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
VISIBLE void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
VISIBLE void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
VISIBLE void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
VISIBLE void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
VISIBLE void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
VISIBLE void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

#else

// glibc's own, under its names; the operators of the C++ library come to these.
extern "C" {

void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);

static void* known(void* memory) {
    live += memory != nullptr;
    return memory;
}
static void* none() {
    errno = ENOMEM;
    return nullptr;
}

VISIBLE void* malloc(std::size_t size) { return fails() ? none() : known(__libc_malloc(size)); }
VISIBLE void* calloc(std::size_t count, std::size_t size) { return fails() ? none() : known(__libc_calloc(count, size)); }
VISIBLE void* realloc(void* memory, std::size_t size) {
    if (memory == nullptr) return malloc(size);
    return fails() ? none() : __libc_realloc(memory, size);
}
VISIBLE void* memalign(std::size_t alignment, std::size_t size) {
    return fails() ? none() : known(__libc_memalign(alignment, size));
}
VISIBLE void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
VISIBLE int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
    void* made = memalign(alignment, size);
    if (made == nullptr) return ENOMEM;
    *memory = made;
    return 0;
}
VISIBLE void free(void* memory) {
    live -= memory != nullptr;
    __libc_free(memory);
}

}  // extern "C"

#endif
