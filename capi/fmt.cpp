// What the library uses of {fmt} 9, defined inside it. These are the definitions of {fmt}'s own src/format.cc, of which
// Debian has the shared library only; see cmake/dependencies.cmake for why they are here.

// No number of ours has its digits grouped by a locale, and none ever looks for one.
#define FMT_STATIC_THOUSANDS_SEPARATOR ','
#include <fmt/format-inl.h>

#ifndef FMT_HEADER_ONLY  // else every source has them
FMT_BEGIN_NAMESPACE
namespace detail {

template FMT_API auto dragonbox::to_decimal(float x) noexcept -> dragonbox::decimal_fp<float>;
template FMT_API auto dragonbox::to_decimal(double x) noexcept -> dragonbox::decimal_fp<double>;
template FMT_API auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
template FMT_API void buffer<char>::append(const char*, const char*);

}  // namespace detail
FMT_END_NAMESPACE
#endif
