// A mission's record of an election. Edit is the only mutable thing; Dossier is an immutable snapshot.
// Threads: a Dossier may be read by any number of threads; copying it is cheap and safe. An Edit belongs to one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openeom/base/error.hpp"
#include "openeom/base/progress.hpp"
#include "openeom/base/reflect.hpp"
#include "openeom/model/entities.hpp"
#include "openeom/model/external_index.hpp"
#include "openeom/model/register.hpp"

namespace openeom {

/// Version of the dossier format that this library writes. A newer minor is read, a newer major refused.
inline constexpr int kFormatMajor = 1;
inline constexpr int kFormatMinor = 0;

/// The records of one type, in order of id.
template <class T>
class Range {
public:
    class Iterator {
    public:
        using value_type = T;
        using reference = const T&;
        using pointer = const T*;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;

        Iterator(Register::Iterator at, Pace* pace) : at_(at), pace_(pace) {}
        reference operator*() const { return *static_cast<const T*>(*at_); }
        pointer operator->() const { return static_cast<const T*>(*at_); }
        Iterator& operator++() {
            if (pace_) pace_->step();
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            Iterator old = *this;
            ++*this;
            return old;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        Register::Iterator at_;
        Pace* pace_;
    };

    /// `pace` is told of each record passed; it may be null.
    explicit Range(const Register& records, Pace* pace = nullptr) : records_(&records), pace_(pace) {}
    [[nodiscard]] Iterator begin() const { return Iterator(records_->begin(), pace_); }
    [[nodiscard]] Iterator end() const { return Iterator(records_->end(), pace_); }
    [[nodiscard]] std::size_t size() const noexcept { return records_->size(); }
    [[nodiscard]] bool empty() const noexcept { return records_->size() == 0; }

private:
    const Register* records_;
    Pace* pace_;
};

/// Registers shared by an Edit and the Dossiers made from it.
struct Registers {
    std::vector<Register> all;  ///< one per entity, in the order of entities()
    Extras extras;              ///< members of the dossier object itself that are a partner's own
    std::map<std::size_t, ExternalIndex> external;  ///< by position of the register; made when first asked for
    Registers();
};

class Edit;

class Dossier {
public:
    Dossier();  ///< empty

    /// All records of a type, in order of id.
    template <class T>
    [[nodiscard]] Range<T> all() const { return Range<T>(records(reflect::table<T>()), pace()); }

    /// The record with this id in O(1); null where there is none.
    template <class T>
    [[nodiscard]] const T* find(std::string_view id) const {
        return static_cast<const T*>(records(reflect::table<T>()).find(id));
    }
    template <class T>
    [[nodiscard]] const T* find(const Ref<T>& reference) const { return find<T>(reference.text()); }
    template <class T>
    [[nodiscard]] const T* find(const std::optional<Ref<T>>& reference) const {
        return reference ? find<T>(*reference) : nullptr;
    }
    /// Throws Error(not_found) with a suggestion.
    template <class T>
    [[nodiscard]] const T& get(std::string_view id) const {
        return *static_cast<const T*>(get(reflect::table<T>().name, id));
    }
    template <class T>
    [[nodiscard]] const T& get(const Ref<T>& reference) const { return get<T>(reference.text()); }

    /// By names known at run time. `find` gives null for a type or id that is not there; `get` throws.
    [[nodiscard]] const Register& records(const reflect::Struct& type) const;
    [[nodiscard]] const Register& records(std::string_view type) const;
    [[nodiscard]] const void* find(std::string_view type, std::string_view id) const;
    [[nodiscard]] const void* find(const AnyRef& reference) const { return find(reference.type(), reference.id()); }
    [[nodiscard]] const void* get(std::string_view type, std::string_view id) const;

    /// The tombstone of a record that was erased; null where it was not.
    [[nodiscard]] const Erasure* erasure(std::string_view type, std::string_view id) const;
    [[nodiscard]] const Erasure* erasure(const AnyRef& reference) const { return erasure(reference.type(), reference.id()); }

    /// Number of all records.
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] const Extras& extras() const noexcept;

    /// What was noticed while it was read: members of a newer minor version kept raw, and the like.
    [[nodiscard]] const std::vector<Diagnostic>& remarks() const noexcept;

    /// The digest of this snapshot, which all its copies share: `compute` is called the first time only. Any thread.
    [[nodiscard]] std::string cached_digest(const std::function<std::string()>& compute) const;

    /// The same snapshot for one piece of work in one thread: whoever goes through its records tells `progress` now and
    /// then, of no known total, and throws Error(cancelled) where it says so. So every check, analysis and document can be
    /// stopped without knowing of it.
    [[nodiscard]] Dossier watched(Progress progress, std::string_view phase) const;
    /// One record of `records(...)` passed, for who does not go through `all`.
    void step() const {
        if (watch_) watch_->pace.step();
    }

private:
    friend class Edit;
    struct Snapshot;
    struct Watch {
        Progress progress;
        Pace pace;
        Watch(Progress told, std::string_view phase) : progress(std::move(told)), pace(progress, 0, phase) {}
    };
    explicit Dossier(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] Pace* pace() const noexcept { return watch_ ? &watch_->pace : nullptr; }

    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<Watch> watch_;
};

BOOST_DEFINE_ENUM_CLASS(UpsertOutcome, unchanged, added, changed)

struct Upserted {
    UpsertOutcome outcome{};
    std::string id;  ///< of the record here
};

/// Changes to a dossier, begun empty or from one. Reading a file gives an Edit with all diagnostics. A plain value: a
/// copy goes its own way and shares the records that neither changes.
class Edit {
public:
    Edit();
    explicit Edit(const Dossier& base);

    /// Adds or replaces the record with this id. Replacing shares all other chunks with the base. Throws Error(conflict)
    /// where the record was erased.
    template <class T>
    void put(T record) { put(reflect::table<T>(), &record); }
    /// `record` is moved from. Throws Error(argument) where it has no id.
    void put(const reflect::Struct& type, void* record);
    /// Adds many records of one type at once; fast where the register is empty. Gives the ids that came twice or were
    /// there already (the first stays); they are incoherences too, unless reported.
    std::vector<std::string> load(Register::Builder records);
    /// False where there was none. Throws Error(conflict) for a tombstone: it stays.
    bool remove(std::string_view type, std::string_view id);

    /// Finds the record of a type that a partner's system knows as `id`, or begins one, lets `change` write its members,
    /// and puts it where anything changed. A new record that is given no id gets one made of both, the same everywhere.
    /// Throws Error(conflict), with both ids, where two records claim the identifier, or `change` gives the record another
    /// one's identifier or id; where it was erased; and what `change` throws. The edit is then as it was.
    Upserted upsert(const reflect::Struct& type, std::string_view system, std::string_view id,
                    const std::function<void(void* record)>& change);
    template <class T, class Change>
    Upserted upsert(std::string_view system, std::string_view id, Change change) {
        return upsert(reflect::table<T>(), system, id, [&](void* record) { change(*static_cast<T*>(record)); });
    }

    /// Erases a record and leaves its tombstone, made of `stated` (when, on whose authority, why). The values reported of
    /// it go with it, and the evidence that nothing else refers to; each has a tombstone that names this one. References
    /// to what was erased stay, and are coherent. Gives what was erased, the record first. Throws Error(not_found),
    /// Error(conflict) where it was erased before, Error(argument) for a tombstone. io::erase also looks for its words in
    /// what is left.
    std::vector<AnyRef> erase(std::string_view type, std::string_view id, const Erasure& stated);
    /// Erases the reported values of records that were erased elsewhere, with tombstones. Gives which.
    std::vector<AnyRef> erase_reported();
    [[nodiscard]] const Erasure* erasure(std::string_view type, std::string_view id) const;

    [[nodiscard]] const Register& records(const reflect::Struct& type) const;
    [[nodiscard]] const void* find(std::string_view type, std::string_view id) const;

    /// A member of the dossier itself that is a partner's own; an empty `json` removes it.
    void set_extra(std::string name, std::string json);
    void report(Diagnostic diagnostic);
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }
    [[nodiscard]] bool has_errors() const noexcept;

    /// Where a record stands in what was read, for diagnostics; set by readers. What is set first stays.
    void set_origin(const reflect::Struct& type, std::string_view id, std::uint64_t offset);
    [[nodiscard]] std::optional<std::uint64_t> origin(std::string_view type, std::string_view id) const;
    /// Path or name of what was read, and its text's line starts for turning offsets into lines.
    void set_source(std::string name, std::vector<std::uint64_t> line_starts);
    [[nodiscard]] Location location(std::string_view type, std::string_view id, std::string_view member = {}) const;

    /// What would make a dossier incoherent, each with its rule and both its ends:
    /// `duplicate-id`; `dangling-reference`; `unknown-type` of a reference; `missing-member` for required members;
    /// `cycle` along one of supersedes, follows, appeals, part_of, parent, within, translation_of, amends, repeats,
    /// attaches and based_on; `reported-member` for a reported value of a member that its record does not have;
    /// `erased-record` for a record, or a value reported of it, that was erased; `erasure-id` for a tombstone's.
    /// A reference to what was erased is coherent: its tombstone says what became of it.
    /// References to what a catalogue holds (standards, indicators ...) are left to the checks. An edit begun from a
    /// dossier verifies what it changed and what that may have broken.
    [[nodiscard]] std::vector<Diagnostic> incoherences(const Progress& progress = {}) const;

    /// The dossier. Throws Error(data) with all diagnostics where there are errors or incoherences.
    [[nodiscard]] Dossier commit(const Progress& progress = {}) const;
    /// The records as they are, coherent or not, for checks to run on.
    [[nodiscard]] Dossier snapshot() const;

private:
    /// Offsets by hash of the id: 16 bytes a record; sorted when first asked.
    struct Origins {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> offsets;
        bool sorted = true;
    };

    void note_change(std::size_t position, std::string_view id);
    ExternalIndex& external_index(std::size_t position);
    void note_external(std::size_t position, const void* before, const void* after);
    void require_not_erased(const reflect::Struct& type, std::string_view system, std::string_view id);
    void bury(const AnyRef& record, Erasure tombstone);
    [[nodiscard]] std::vector<Diagnostic> unreported_doubles() const;
    [[nodiscard]] std::shared_ptr<const Dossier::Snapshot> freeze(bool coherent) const;

    mutable Registers registers_;                         ///< mutable for the settling of its indexes
    std::vector<Diagnostic> inherited_;                   ///< remarks of the dossier begun from
    std::vector<Diagnostic> diagnostics_;
    std::string source_;
    std::vector<std::uint64_t> line_starts_;
    mutable std::vector<Origins> origins_;                ///< one per entity; mutable for the late sorting
    bool all_changed_ = true;                             ///< begun empty: everything is to be verified
    std::vector<std::pair<std::size_t, std::string>> changed_;  ///< records put or removed since the base
    std::vector<std::pair<std::size_t, std::string>> doubles_;  ///< ids that came twice in `load`
};

/// Id of the tombstone of a record.
std::string erasure_id(std::string_view type, std::string_view id);
/// "person:x was erased on 2026-12-01 (legal obligation)", and no more of it.
std::string erasure_words(const Erasure& erasure);

/// Calls `visit(member path, referred type, referred id)` for every reference in a record that is not empty, in the
/// order of members. Paths are such as "held[0].evidence[1]".
using ReferenceVisit = std::function<void(const std::string& path, std::string_view to_type, std::string_view to_id)>;
void for_each_reference(const reflect::Struct& type, const void* record, const ReferenceVisit& visit);

/// The value at a member path such as "names[0].text" of a record; null type where there is none. A member of an
/// optional part that is left out is that of an empty part. Extras have no path.
struct MemberValue {
    const reflect::Type* type = nullptr;
    const void* value = nullptr;
    const reflect::Member* member = nullptr;
};
MemberValue member_at(const reflect::Struct& type, const void* record, std::string_view path);

}  // namespace openeom
