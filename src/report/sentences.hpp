// Sections and sentences of a document, in order, each as it is shown.
#pragma once

#include <vector>

#include "anchors.hpp"
#include "context.hpp"

namespace openeom::report {

/// All sections of the document in order, each with its sentences; first, without a heading, the sentences outside any.
std::vector<SectionView> section_views(const Context& context, Anchors& anchors);

/// Heading of an outline's section in the language of the renderer's words; empty where it has none.
std::string outline_heading(const Context& context, std::string_view key);

}  // namespace openeom::report
