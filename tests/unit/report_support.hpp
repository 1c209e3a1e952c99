// The small invented dossier of the report tests, and golden files.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "openeom/io/json.hpp"
#include "openeom/io/open.hpp"
#include "openeom/report/document.hpp"

namespace report_test {

inline std::string data(const std::string& name) { return std::string(OPENEOM_SOURCE_DIR) + "/tests/data/" + name; }

inline const openeom::Dossier& dossier() {
    static const openeom::Dossier opened = openeom::open(data("golden-dossier.json"));
    return opened;
}

inline openeom::check::TextAtHand note(std::string text = openeom::io::read_file(data("golden-note.txt"))) {
    openeom::check::TextAtHand made;
    made.document = openeom::Ref<openeom::Document>("note");
    made.text = std::move(text);
    return made;
}

inline openeom::report::DocumentOptions options(openeom::report::Audience audience, bool with_text = true) {
    openeom::report::DocumentOptions made;
    made.audience = audience;
    if (with_text) made.texts.push_back(note());
    return made;
}

inline openeom::report::RenderedDocument rendered(std::string_view id, const openeom::report::DocumentOptions& given) {
    return openeom::report::document(dossier(), id, given);
}

inline const openeom::report::SentenceView* find(const openeom::report::DocumentView& view, std::string_view id) {
    for (const auto& section : view.sections)
        for (const auto& sentence : section.sentences)
            if (sentence.sentence.text() == id) return &sentence;
    return nullptr;
}

inline const openeom::report::AnchorView* find(const openeom::report::SentenceView& sentence, std::string_view target) {
    for (const auto& anchor : sentence.anchors)
        if (anchor.target.text() == target) return &anchor;
    return nullptr;
}

/// All four formats together.
inline std::string everything(const openeom::report::RenderedDocument& document) {
    return document.html() + document.markdown() + document.text() + document.json();
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The bytes of a golden file; with OPENEOM_UPDATE_GOLDEN set, `made` is written there first.
inline std::string golden(const std::string& name, const std::string& made) {
    const std::string path = std::string(OPENEOM_SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("OPENEOM_UPDATE_GOLDEN")) openeom::io::write_file(path, made);
    return openeom::io::read_file(path);
}

}  // namespace report_test
