// {fmt} as a part of the library: what the other sources call stands here, out of line, from its headers alone.
#define FMT_HEADER_ONLY 1
#include <fmt/format.h>

namespace {

// It formats whatever there is to format, and so needs all of it.
[[gnu::used]] auto* const kept = static_cast<std::string (*)(fmt::string_view, fmt::format_args)>(&fmt::vformat);

}  // namespace
