// Reading a dossier: the format's version, then one array a register, each record straight into its register's memory.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/quote.hpp"
#include "io/files.hpp"
#include "io/json_objects.hpp"
#include "io/json_pieces.hpp"
#include "io/json_reader.hpp"
#include "openeom/io/json.hpp"

namespace openeom::io {

namespace {

using reflect::Struct;
using Value = ObjectReader::Value;

constexpr std::string_view kFormatName = "openeom/";

struct Version {
    int major = 0;
    int minor = 0;
};

/// The version in "openeom/1.0"; none where the text is another one.
std::optional<Version> parse_version(std::string_view text) {
    if (!text.starts_with(kFormatName)) return std::nullopt;
    text.remove_prefix(kFormatName.size());
    const auto point = text.find('.');
    if (point == std::string_view::npos) return std::nullopt;
    const auto number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool plain = !digits.empty() && scan::is_digit(digits[0]) && (digits[0] != '0' || digits.size() == 1);
        if (!plain || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
        return value;
    };
    const auto major = number(text.substr(0, point)), minor = number(text.substr(point + 1));
    if (!major || !minor) return std::nullopt;
    return Version{*major, *minor};
}

/// Time, cancelling and progress, looked at once for each megabyte.
class Watch {
public:
    Watch(const ReadOptions& options, const Diagnostics& diagnostics, std::uint64_t total)
        : options_(options), diagnostics_(diagnostics), total_(total), begun_(Clock::now()) {}

    void at(std::uint64_t offset) {
        if (offset >= next_) look(offset);
    }
    void look(std::uint64_t offset) {
        constexpr std::uint64_t kStep = std::uint64_t{1} << 20;
        next_ = offset + kStep;
        if (options_.progress && !options_.progress(offset, total_, "parse"))
            throw Error(ErrorCode::cancelled, fmt::format("reading {} was cancelled", diagnostics_.source()));
        const std::uint64_t limit = options_.limits.milliseconds;
        if (limit == 0) return;
        const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun_).count();
        if (static_cast<std::uint64_t>(taken) >= limit)
            throw Error(ErrorCode::limit, fmt::format("reading took longer than {} milliseconds, the limit", limit),
                        diagnostics_.location(offset), "raise the limit on time");
    }

private:
    using Clock = std::chrono::steady_clock;
    const ReadOptions& options_;
    const Diagnostics& diagnostics_;
    std::uint64_t total_;
    std::uint64_t next_ = 0;
    Clock::time_point begun_;
};

const Id& id_of(const Struct& type, const void* record) {
    return *static_cast<const Id*>(type.find("id")->in(record));
}

/// The id that stands in the record at the beginning of `rest`; empty where there is none. Throws scan::Fault.
std::string find_id(std::string_view rest) {
    constexpr std::uint32_t kAnyDepth = UINT32_MAX;
    std::size_t at = scan::skip_space(rest, 1);
    while (at < rest.size() && rest[at] == '"') {
        const std::size_t behind_name = scan::string_end(rest, at);
        std::string name, id;
        scan::unescape(rest.substr(at + 1, behind_name - at - 2), name);
        const std::size_t value = scan::skip_space(rest, scan::skip_space(rest, behind_name) + 1);
        const std::size_t behind = scan::value_end(rest, value, kAnyDepth);
        if (name == "id" && rest[value] == '"') {
            scan::unescape(rest.substr(value + 1, behind - value - 2), id);
            return id;
        }
        at = scan::skip_space(rest, scan::skip_space(rest, behind) + 1);
    }
    return {};
}

/// The same, empty too where the record is no JSON: simdjson does not look at what it skips.
std::string id_in(std::string_view rest) {
    try {
        return find_id(rest);
    } catch (const scan::Fault&) {
        return {};
    }
}

class DossierReader {
public:
    DossierReader(std::string source, std::uint64_t size, const ReadOptions& options)
        : diagnostics_(std::move(source)),
          options_(options),
          depth_(std::min(options.limits.depth, Limits::kGreatestDepth)),
          watch_(options_, diagnostics_, size),
          objects_({}, diagnostics_, depth_),
          registers_seen_(entities().size()) {}

    /// Reads a whole text, and all that is wrong with it.
    Edit read(std::string_view text) {
        watch_.look(0);
        text_ = text;
        diagnostics_.add_lines(text_, 0);
        objects_.set_text(text_, 0);
        try {
            parse();
        } catch (const scan::Fault&) {
            report_fault();
        } catch (const simdjson::simdjson_error& error) {
            refuse_memory(error);
            report_fault();
        }
        close_register();
        // What was skipped after an error was not looked at: there may be a fault in it.
        if (diagnostics_.has_errors() && !fault_reported_) report_fault();
        watch_.look(text_.size());
        return finish();
    }

    /// Reads a text in pieces. None where anything is out of the ordinary: then the whole text is needed to tell of it.
    std::optional<Edit> read(Pieces& pieces) {
        in_pieces_ = true;
        watch_.look(0);
        try {
            while (pieces.next(open_ ? open_->type().plural : std::string_view()))
                if (!read_piece(pieces)) return std::nullopt;
        } catch (const scan::Fault&) {
            return std::nullopt;
        } catch (const simdjson::simdjson_error& error) {
            refuse_memory(error);
            return std::nullopt;
        }
        close_register();
        if (diagnostics_.size() > 0 || has_doubles_) return std::nullopt;
        watch_.look(pieces.part_offset() + pieces.part().size());
        return finish();
    }

private:
    bool read_piece(const Pieces& pieces);
    Edit finish() {
        for (auto& diagnostic : diagnostics_.finish()) edit_.report(std::move(diagnostic));
        edit_.set_source(diagnostics_.source(), diagnostics_.lines());
        return std::move(edit_);
    }
    void parse();
    void read_version(simdjson::ondemand::document& document);
    void judge_version(Value& json);
    void read_top_member(std::string_view name, std::uint64_t name_offset, Value& json);
    void read_unknown_register(std::string_view name, std::uint64_t name_offset, Value& json);
    void read_register(const Struct& type, Value& json, const MemberPath& path);
    void read_record(Register::Builder& records, Value& json);
    void finish_record(Register::Builder& records, const void* record, std::size_t mark, std::uint64_t offset);
    void open_register(const Struct& type);
    void close_register();
    void report_doubles(const Struct& type, const std::vector<std::string>& ids);
    void report_fault();

    void error(std::uint64_t offset, const MemberPath* path, Problem problem) {
        objects_.report(Severity::error, offset, path, std::move(problem));
    }

    std::string_view text_;
    Diagnostics diagnostics_;
    const ReadOptions& options_;
    std::uint32_t depth_;
    Watch watch_;
    ObjectReader objects_;
    Edit edit_;
    bool in_pieces_ = false;  ///< text_ is a part of the whole
    bool goes_on_ = false;    ///< the text begins inside the open register
    simdjson::ondemand::parser parser_;
    std::vector<bool> registers_seen_;
    std::size_t next_register_ = 0;
    std::set<std::string> extras_seen_;
    bool format_seen_ = false;
    bool is_of_no_format_ = false;
    bool fault_reported_ = false;
    std::uint64_t records_ = 0;
    std::optional<Register::Builder> open_;  ///< the register read last: the next piece may go on with it
    std::size_t index_ = 0;                  ///< of its next record
    std::vector<std::uint64_t> offsets_;     ///< of its records
    bool has_doubles_ = false;
    bool ends_in_register_ = false;  ///< whether the member read last was a register
};

bool DossierReader::read_piece(const Pieces& pieces) {
    text_ = pieces.text();
    objects_.set_text(text_, pieces.shift());
    diagnostics_.add_lines(pieces.part(), pieces.part_offset());
    if (pieces.is_cut()) diagnostics_.add_lines("\n", pieces.part_offset() + pieces.part().size() + 1);
    goes_on_ = pieces.part_offset() > 0;
    ends_in_register_ = false;
    parse();
    return diagnostics_.size() == 0 && (ends_in_register_ || !pieces.is_cut());
}

void DossierReader::parse() {
    const simdjson::padded_string_view padded(text_.data(), text_.size(), text_.size() + PaddedText::kPadding);
    simdjson::ondemand::document document = parser_.iterate(padded);
    if (document.type() != simdjson::ondemand::json_type::object) {
        const auto begin = scan::skip_space(text_, 0);
        error(begin, nullptr,
              {"json-type", "expected a dossier, which is an object", R"(it begins with {"format": "openeom/1.0")"});
        return;
    }
    if (depth_ == 0) throw scan::Fault{0, {}, true};
    if (!goes_on_) {
        read_version(document);
        document.rewind();
    }
    simdjson::ondemand::object object = document.get_object();
    for (auto each : object) {
        simdjson::ondemand::field& field = taken(each);
        const std::string name(objects_.name(field.key()));
        const std::uint64_t name_offset = objects_.name_offset();
        read_top_member(name, name_offset, field.value());
    }
    // simdjson reads a text that another one follows.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        throw scan::Fault{text_.size(), "something follows the dossier"};
}

/// The version decides what an unknown member is, so it is looked for first, wherever it stands.
void DossierReader::read_version(simdjson::ondemand::document& document) {
    simdjson::ondemand::object object = document.get_object();
    for (auto each : object) {
        simdjson::ondemand::field& field = taken(each);
        if (objects_.name(field.key()) == "format") return judge_version(field.value());
    }
    const auto begin = scan::skip_space(text_, 0);
    error(begin, nullptr,
          {"json-format", "the member 'format' is missing",
           fmt::format(R"(write "format": "{}{}.{}"; what analyses and documents give is no dossier)", kFormatName, kFormatMajor,
                       kFormatMinor)});
    is_of_no_format_ = true;
}

void DossierReader::judge_version(Value& json) {
    const Place at = objects_.place(json);
    const std::uint64_t offset = objects_.offset(at.rest);
    const MemberPath path{nullptr, "format"};
    const bool text = at.token.size() >= 2 && at.token[0] == '"';
    const auto version = text ? parse_version(at.token.substr(1, at.token.size() - 2)) : std::nullopt;
    const std::string ours = fmt::format("{}.{}", kFormatMajor, kFormatMinor);
    if (!version || version->major < 1)
        return error(offset, &path,
                     {"json-format",
                      fmt::format("expected the format \"{}{}\", found {}", kFormatName, ours, shown(at.token)),
                      {}});
    if (version->major > kFormatMajor) {
        Location location = diagnostics_.location(offset);
        location.member = "format";
        throw Error(ErrorCode::version,
                    fmt::format("the dossier is of format {}.{}; this library reads up to {}.x", version->major,
                                version->minor, kFormatMajor),
                    std::move(location), "use a newer version of the library");
    }
    if (version->minor <= kFormatMinor) return;
    objects_.set_newer(true);
    // What is kept raw has a meaning in that version only, so the dossier stays of that version when written.
    edit_.set_extra("format", std::string(at.token));
    objects_.report(
        Severity::warning, offset, &path,
        {"json-newer-format",
         fmt::format("the dossier is of format {}.{}, this library knows {}", version->major, version->minor, ours),
         "members that it does not know are kept as they stand"});
}

void DossierReader::read_top_member(std::string_view name, std::uint64_t name_offset, Value& json) {
    const MemberPath path{nullptr, name};
    ends_in_register_ = false;
    if (std::exchange(goes_on_, false)) return read_register(open_->type(), json, path);
    const auto twice = [&] {
        error(name_offset, &path, stands_twice(name));
    };
    if (name == "format") {
        static_cast<void>(objects_.place(json));  // judged already; what follows it is looked at now
        if (std::exchange(format_seen_, true)) twice();
        return;
    }
    const auto all = entities();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t index = (next_register_ + i) % all.size();
        if (all[index]->plural != name) continue;
        next_register_ = index + 1;
        if (registers_seen_[index]) return twice();
        registers_seen_[index] = true;
        return read_register(*all[index], json, path);
    }
    read_unknown_register(name, name_offset, json);
}

void DossierReader::read_unknown_register(std::string_view name, std::uint64_t name_offset, Value& json) {
    const MemberPath path{nullptr, name};
    if (name.starts_with("x-") || objects_.is_newer()) {
        const Place at = objects_.place(json);
        if (!extras_seen_.insert(std::string(name)).second)
            return error(name_offset, &path, stands_twice(name));
        if (!name.starts_with("x-")) objects_.report_newer("the dossier", name, name_offset, &path);
        edit_.set_extra(std::string(name), objects_.raw(at, &path));
        return;
    }
    if (is_of_no_format_) return;  // this is said once, not of each member of what is no dossier
    std::vector<std::string_view> plurals;
    for (const Struct* entity : entities()) plurals.push_back(entity->plural);
    const Struct* singular = find_entity(name);
    const std::string message =
        singular ? fmt::format("no register is called {} (did you mean '{}'?)", openeom::quoted(name), singular->plural)
                 : unknown_name("register", name, plurals);
    error(name_offset, &path, {"json-unknown-member", message, {}});
}

void DossierReader::open_register(const Struct& type) {
    if (open_ && &open_->type() == &type) return;
    close_register();
    open_.emplace(type);
    index_ = 0;
    offsets_.clear();
}

void DossierReader::close_register() {
    if (!open_) return;
    const Struct& type = open_->type();
    const auto doubles = edit_.load(*std::exchange(open_, std::nullopt));
    if (doubles.empty()) return;
    has_doubles_ = true;
    if (!in_pieces_) report_doubles(type, doubles);
}

void DossierReader::read_register(const Struct& type, Value& json, const MemberPath& path) {
    const Place at = objects_.place(json);
    if (at.token[0] != '[')
        return error(objects_.offset(at.rest), &path,
                     {"json-type", fmt::format("expected a list of records of type {}", type.name), {}});
    const ObjectReader::Deeper deeper(objects_, objects_.offset(at.rest));
    open_register(type);
    simdjson::ondemand::array list = json.get_array();
    for (auto each : list) {
        read_record(*open_, taken(each));
        ++index_;
    }
    ends_in_register_ = true;
}

void DossierReader::read_record(Register::Builder& records, Value& json) {
    const Struct& type = records.type();
    const Place at = objects_.place(json);
    const std::uint64_t offset = objects_.offset(at.rest);
    watch_.at(offset);
    if (options_.limits.records != 0 && ++records_ > options_.limits.records)
        throw Error(ErrorCode::limit, fmt::format("there are more than {} records, the limit", options_.limits.records),
                    diagnostics_.location(offset), "raise the limit on records");
    const std::size_t mark = diagnostics_.size();
    if (at.token[0] != '{') {
        error(offset, nullptr,
              {"json-type", fmt::format("expected a record of type {}, which is an object", type.name), {}});
        return diagnostics_.name_from(mark, fmt::format("{}[{}]", type.name, index_));
    }
    void* record = records.add();
    try {
        objects_.read_members(type, record, json, nullptr);
    } catch (...) {  // half a record is none
        diagnostics_.name_from(mark, fmt::format("{}[{}]", type.name, index_));
        records.drop();
        throw;
    }
    finish_record(records, record, mark, offset);
}

void DossierReader::finish_record(Register::Builder& records, const void* record, std::size_t mark,
                                  std::uint64_t offset) {
    const Struct& type = records.type();
    const Id& id = id_of(type, record);
    if (!id.empty()) {
        if (diagnostics_.size() > mark) diagnostics_.name_from(mark, fmt::format("{}:{}", type.name, id.text()));
        edit_.set_origin(type, id.text(), offset);
        offsets_.push_back(offset);
        return;
    }
    if (diagnostics_.size() == mark) {
        const MemberPath path{nullptr, "id"};
        error(offset, &path, {"json-no-id", "the record has no id", {}});
    }
    diagnostics_.name_from(mark, fmt::format("{}[{}]", type.name, index_));
    records.drop();
}

void DossierReader::report_doubles(const Struct& type, const std::vector<std::string>& ids) {
    std::map<std::string, std::optional<std::uint64_t>> first;
    for (const auto& id : ids) first.emplace(id, std::nullopt);
    const MemberPath path{nullptr, "id"};
    for (const std::uint64_t offset : offsets_) {
        const auto found = first.find(id_in(text_.substr(offset)));
        if (found == first.end()) continue;
        if (!found->second) {
            found->second = offset;
            continue;
        }
        const std::size_t mark = diagnostics_.size();
        error(offset, &path,
              {"duplicate-id",
               fmt::format("the id '{}' is that of the record in line {} already", found->first,
                           diagnostics_.location(*found->second).line),
               {}});
        diagnostics_.name_from(mark, fmt::format("{}:{}", type.name, found->first));
    }
}

void DossierReader::report_fault() {
    fault_reported_ = true;
    if (text_.empty()) return error(0, nullptr, {kSyntaxRule, "the file is empty", {}});
    const auto fault = scan::first_fault(text_, depth_);
    if (fault && fault->too_deep)
        throw Error(ErrorCode::limit, fault->reason, diagnostics_.location(fault->offset),
                    depth_ < Limits::kGreatestDepth ? "raise the limit on depth" : "no dossier may be nested deeper");
    if (fault) return error(fault->offset, nullptr, {kSyntaxRule, fault->reason, {}});
    if (!diagnostics_.has_errors())
        throw Error(ErrorCode::internal, fmt::format("{} is JSON that cannot be read", diagnostics_.source()));
}

/// simdjson counts a byte order mark as part of the text; editors write it, so it is let pass.
void blank_byte_order_mark(PaddedText& text) {
    if (text.view().starts_with("\xEF\xBB\xBF")) std::fill_n(text.data(), 3, ' ');
}

Edit read_whole(TextSource& source, const ReadOptions& options) {
    PaddedText text = read_all(source, options.limits, options.progress);
    if (text.size() > simdjson::SIMDJSON_MAXSIZE_BYTES - PaddedText::kPadding)
        throw Error(ErrorCode::limit, fmt::format("{} has 4 GB or more; split it", source.name()),
                    Location{source.name(), 0, 0, {}, {}});
    blank_byte_order_mark(text);
    return DossierReader(source.name(), text.size(), options).read(text.view());
}

}  // namespace

Edit read_dossier(TextSource& source, const ReadOptions& options, std::size_t window) {
    const auto size = source.size();
    if (size) check_bytes(*size, options.limits, source.name());
    if (!size || *size <= window) return read_whole(source, options);
    Pieces pieces(source, options.limits, window);
    auto edit = DossierReader(source.name(), *size, options).read(pieces);
    source.verify();
    if (edit) return std::move(*edit);
    source.rewind();
    return read_whole(source, options);
}

namespace {

/// Of the size of a processor's cache.
constexpr std::size_t kWindow = std::size_t{1} << 18;

}  // namespace

Edit read_json(std::string_view bytes, std::string source, const ReadOptions& options) {
    MemorySource memory(bytes, source);
    return read_dossier(memory, options, kWindow);
}

Edit read_json_file(const std::string& path, const ReadOptions& options) {
    FileSource file(path);
    return read_dossier(file, options, kWindow);
}

}  // namespace openeom::io
