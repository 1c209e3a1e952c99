// Digests of dossiers and of single records.
#include <array>
#include <string>

#include <fmt/format.h>

#include "io/json_text.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

/// What counts or names changes without being part of what a record says.
constexpr std::array<std::string_view, 3> kCounters = {"state", "revision", "target_revision"};

/// Adds records, each under its type's name on a line of its own.
class Content {
public:
    void add(const reflect::Struct& type, const void* record) {
        out_.text() += type.name;
        out_.text() += ' ';
        out_.write(type, record, kCounters);
        out_.text() += '\n';
        hash_.update(out_.text());
        out_.text().clear();
    }
    template <class T>
    void add(const T& record) {
        add(reflect::table<T>(), &record);
    }
    [[nodiscard]] std::string finish() { return hash_.finish(); }

private:
    JsonText out_;
    Sha256 hash_;
};

void add_text_of(const Dossier& dossier, const Document& document, Content& content) {
    for (const auto& section : dossier.all<Section>())
        if (section.document.id() == document.id) content.add(section);
    for (const auto& sentence : dossier.all<Sentence>())
        if (sentence.document.id() == document.id) content.add(sentence);
    for (const auto& anchor : dossier.all<Anchor>()) {
        const Sentence* sentence = dossier.find(anchor.sentence);
        if (sentence && sentence->document.id() == document.id) content.add(anchor);
    }
}

}  // namespace

std::string digest(const Dossier& dossier, const Progress& progress) {
    return dossier.cached_digest([&] {
        Sha256 hash;
        const auto add = [&](std::string_view piece) { hash.update(piece); };
        write_json(dossier, add, progress);
        return hash.finish();
    });
}

std::string content_digest(const Dossier& dossier, const AnyRef& record) {
    const void* found = dossier.get(record.type(), record.id());
    const reflect::Struct& type = *entities()[entity_index(record.type())];
    Content content;
    content.add(type, found);
    if (&type == &reflect::table<Document>()) add_text_of(dossier, *static_cast<const Document*>(found), content);
    return content.finish();
}

}  // namespace openeom::io
