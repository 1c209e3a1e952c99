// Results for people: any described result struct as text, Markdown, HTML or CSV. Nothing is computed here.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "openeom/base/progress.hpp"
#include "openeom/base/reflect.hpp"
#include "openeom/report/options.hpp"

namespace openeom::report {

struct TextOptions {
    std::size_t width = 80;   ///< columns of the terminal
    bool colour = false;      ///< ANSI colours, which never carry anything alone
    Audience audience{};      ///< whom a file is for; not stated on the analyst's own screen
    Progress progress{};      ///< asked before it begins
};

/// In every format, a result of a dossier that is a reconstruction from public sources says so first, and for whom it is
/// where an audience is named. No text of a record moves the cursor, begins a line or turns the direction of reading.

/// Scalars as "label: value", lists of flat structs as tables fitted to the width, lists of structs that hold lists as
/// blocks headed by their title, texts as bullets, the head at the end.
std::string render_text(const reflect::Struct& type, const void* result, const TextOptions& options = {});
std::string render_markdown(const reflect::Struct& type, const void* result, Audience audience = Audience::not_stated);
/// One file: no script, no address contacted. `language` is the BCP 47 tag of its words.
std::string render_html(const reflect::Struct& type, const void* result, std::string_view language = "en",
                        Audience audience = Audience::not_stated);
/// One table: the member named `table` ("decisions", or "decisions.criteria" for a list inside it, whose rows then begin
/// with what names the row around them), or the longest list of the result itself where none is named. RFC 4180; no cell is a formula
/// to a spreadsheet. RFC 4180 knows no comment, so what stands first in other formats is in every row here, in last columns
/// "reconstruction" and "audience". Throws Error(not_found) with a suggestion, Error(argument) for a result without a table.
std::string render_csv(const reflect::Struct& type, const void* result, std::string_view table = {},
                       Audience audience = Audience::not_stated);

/// What `render` knows: "text", "markdown", "html", "csv".
std::span<const std::string_view> formats() noexcept;

/// A result in one of the formats. Throws Error(argument) with a suggestion.
/// What a result says of its dossier where that is a reconstruction from public sources; empty where it is not.
std::string reconstruction_of(const reflect::Struct& type, const void* result);

/// "text", "markdown", "html" or "csv". Throws Error(argument) with a suggestion.
std::string render(const reflect::Struct& type, const void* result, std::string_view format, const TextOptions& options = {},
                   std::string_view table = {});

}  // namespace openeom::report
