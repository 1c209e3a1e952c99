#include "openeom/analysis/contents.hpp"

#include <algorithm>
#include <map>

#include "analysis/head.hpp"
#include "analysis/labels.hpp"
#include "analysis/scope.hpp"

namespace openeom::analysis {

namespace {

std::vector<ContentsElection> list_elections(const Dossier& dossier) {
    std::vector<ContentsElection> made;
    for (const Election& election : dossier.all<Election>()) {
        ContentsElection row;
        row.election = Ref<Election>(election.id);
        row.name = label_of(dossier, election);
        row.country = election.country;
        row.dates = election.dates;
        row.data_cutoff = election.data_cutoff;
        made.push_back(std::move(row));
    }
    const auto day = [](const ContentsElection& row) {
        return row.dates.empty() ? std::nullopt : row.dates.front().first();
    };
    std::stable_sort(made.begin(), made.end(),
                     [&](const auto& left, const auto& right) { return day(left) < day(right); });
    return made;
}

std::vector<ContentsRegister> list_registers(const Dossier& dossier) {
    std::vector<ContentsRegister> made;
    for (const reflect::Struct* type : entities()) {
        const std::size_t size = dossier.records(*type).size();
        if (size == 0) continue;
        ContentsRegister row;
        row.type = type->name;
        row.plural = type->plural;
        row.records = static_cast<std::int64_t>(size);
        row.meaning = type->meaning;
        made.push_back(std::move(row));
    }
    return made;
}

struct SentenceCount {
    std::int64_t all = 0;
    std::int64_t asserting = 0;
};

std::vector<ContentsDocument> list_documents(const Dossier& dossier) {
    std::map<std::string_view, SentenceCount> counts;
    for (const Sentence& sentence : dossier.all<Sentence>()) {
        SentenceCount& count = counts[sentence.document.text()];
        ++count.all;
        if (sentence.asserts == YesNo::yes) ++count.asserting;
    }
    std::vector<ContentsDocument> made;
    for (const Document& document : dossier.all<Document>()) {
        const SentenceCount count = counts[document.id.text()];
        ContentsDocument row;
        row.document = Ref<Document>(document.id);
        row.title = document.title;
        row.kind = document.kind;
        row.published = document.published;
        row.state = document.state;
        row.external = document.external;
        row.sentences = count.all;
        row.asserting = count.asserting;
        made.push_back(std::move(row));
    }
    return made;
}

}  // namespace

ContentsResult contents(const Dossier& dossier, const ContentsOptions& options) {
    ContentsResult result;
    result.head = head_for(dossier, "contents", options);
    const Election* election = choose_election(dossier, {});
    result.title = election ? label_of(dossier, *election) : std::string("a dossier without an election");
    result.records = static_cast<std::int64_t>(dossier.size());
    result.elections = list_elections(dossier);
    result.registers = list_registers(dossier);
    result.documents = list_documents(dossier);
    for (const Diagnostic& remark : dossier.remarks()) result.remarks.push_back(remark.text());
    return result;
}

}  // namespace openeom::analysis
