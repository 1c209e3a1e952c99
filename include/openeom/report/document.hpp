// Documents with all that their sentences rest on, rendered for one audience.
// Threads: pure functions of an immutable dossier; a RenderedDocument may be read by any number of threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "openeom/report/view.hpp"

namespace openeom::report {

inline constexpr std::size_t kTextWidth = 80;

class RenderedDocument {
public:
    explicit RenderedDocument(DocumentView view) : view_(std::move(view)) {}

    [[nodiscard]] const DocumentView& view() const noexcept { return view_; }
    /// CommonMark with footnotes.
    [[nodiscard]] std::string markdown() const;
    /// One file: no script, no address contacted.
    [[nodiscard]] std::string html() const;
    /// Wrapped to `width` columns.
    [[nodiscard]] std::string text(std::size_t width = kTextWidth) const;
    /// The view itself.
    [[nodiscard]] std::string json() const;

private:
    DocumentView view_;
};

/// The document with id `document`. Throws Error(not_found) with a suggestion, Error(argument) for a language that the
/// renderer has no words in, Error(conflict) where an embargo forbids the audience.
///
/// The public sees no narrative, no suggestion, no name but those of public roles, no telephone number or e-mail address,
/// and evidence of published kinds only; what is left out is counted. Notes that begin with "internal:" stay inside.
RenderedDocument document(const Dossier& dossier, std::string_view document, const DocumentOptions& options = {});

}  // namespace openeom::report
