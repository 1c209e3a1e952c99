// A result struct of no analysis, with every kind of member that the result renderers lay out.
#pragma once

#include "openeom/analysis/result.hpp"

namespace sample {

struct Row : openeom::Part {
    std::string name;
    std::int64_t count = 0;
    openeom::Assessment assessment{};
    openeom::Polarity polarity{};
    openeom::Date date;
    std::vector<std::string> sources;
    std::string never;
};
BOOST_DESCRIBE_STRUCT(Row, (openeom::Part), (name, count, assessment, polarity, date, sources, never))

struct Block : openeom::Part {
    std::string title;
    openeom::Interval days_before_vote;
    openeom::Quantity subjects;
    std::vector<std::string> remarks;
    std::vector<Row> rows;
};
BOOST_DESCRIBE_STRUCT(Block, (openeom::Part), (title, days_before_vote, subjects, remarks, rows))

struct Result : openeom::Part {
    openeom::analysis::ResultHead head;
    std::string title;
    openeom::YesNo complete{};
    std::optional<openeom::Rational> share;
    openeom::Decimal percent;
    std::string caution;
    std::vector<Row> table;
    std::vector<Block> blocks;
    std::vector<std::string> notes_of_all;
};
BOOST_DESCRIBE_STRUCT(Result, (openeom::Part), (head, title, complete, share, percent, caution, table, blocks, notes_of_all))

/// Filled with Latin, Cyrillic and wide characters, an unknown, formulas and markup.
inline Result filled() {
    Result made;
    made.head.analysis = "sample";
    made.head.dossier_sha256 = std::string(64, 'a');
    made.head.data_cutoff = *openeom::Date::parse("2030-05-20");
    made.head.assumptions = {"dates are local"};
    made.head.not_computed = {"turnout: no figures"};
    made.title = "A sample result";
    made.complete = openeom::YesNo::no;
    made.share = openeom::Rational(771, 10);
    made.percent = openeom::Decimal(7510, 2);
    made.caution = "This describes what the file holds, not what happened; it is long enough to be wrapped behind its label.";
    Row row;
    row.name = "Аяк-Калкан";
    row.count = 1200;
    row.assessment = openeom::Assessment::unknown;
    row.date = *openeom::Date::parse("2030-05-01");
    row.sources = {"one", "two"};
    made.table.push_back(row);
    row.name = "選挙監視";
    row.count = 7;
    row.assessment = openeom::Assessment::not_met;
    row.date = {};
    row.sources = {};
    made.table.push_back(row);
    row.name = "=HYPERLINK(\"x\") | <b>, a name that needs more than one line in a narrow table";
    row.count = -3;
    made.table.push_back(row);
    Block block;
    block.title = "First block";
    block.days_before_vote = {5, 6};
    block.subjects = openeom::Quantity::vague(openeom::VagueScale::number, "several");
    block.remarks = {"a remark that is longer than forty bytes, so that it is a bullet", "another"};
    block.rows = {made.table[0]};
    made.blocks.push_back(block);
    block.title = "Second block";
    block.days_before_vote = {};
    block.subjects = {};
    block.remarks = {"short"};
    block.rows = {made.table[1], made.table[0]};
    made.blocks.push_back(block);
    made.notes_of_all = {"one", "two"};
    return made;
}

}  // namespace sample

namespace openeom {

template <>
inline constexpr reflect::StructRow reflect::struct_row<sample::Row>{"sample_row", "", "a row"};
template <>
inline constexpr auto reflect::rows<sample::Row> = std::to_array<reflect::Row>({
    {"name", "its name"},
    {"count", "how many"},
    {"assessment", "met or not"},
    {"polarity", "never stated"},
    {"date", "when"},
    {"sources", "who"},
    {"never", "always empty"},
});
template <>
inline constexpr reflect::StructRow reflect::struct_row<sample::Block>{"sample_block", "", "a block"};
template <>
inline constexpr auto reflect::rows<sample::Block> = std::to_array<reflect::Row>({
    {"title", "its name"},
    {.name = "days_before_vote", .meaning = "how late", .unit = "days"},
    {.name = "subjects", .meaning = "how many", .unit = "persons"},
    {"remarks", "remarks"},
    {"rows", "its rows"},
});
template <>
inline constexpr reflect::StructRow reflect::struct_row<sample::Result>{"sample_result", "", "a result"};
template <>
inline constexpr auto reflect::rows<sample::Result> = std::to_array<reflect::Row>({
    {"head", "head"},
    {"title", "its name"},
    {"complete", "whether complete"},
    {.name = "share", .meaning = "a share", .unit = "percent"},
    {.name = "percent", .meaning = "as printed", .unit = "percent"},
    {"caution", "what it is not"},
    {"table", "a table"},
    {"blocks", "blocks"},
    {"notes_of_all", "short texts"},
});

}  // namespace openeom
