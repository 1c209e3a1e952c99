#include "model/column_builders.hpp"

#include <array>

#include <fmt/format.h>

#include "model/column_parts.hpp"
#include "model/fields.hpp"

namespace openeom {

std::string_view Dictionary::at(std::int32_t number) const noexcept {
    const auto first = static_cast<std::size_t>(offsets_[static_cast<std::size_t>(number)]);
    const auto last = static_cast<std::size_t>(offsets_[static_cast<std::size_t>(number) + 1]);
    return {bytes_.data() + first, last - first};
}

std::size_t Dictionary::place(std::string_view text) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at_slot = std::hash<std::string_view>()(text) & mask;
    while (slots_[at_slot] != kFree && at(slots_[at_slot]) != text) at_slot = (at_slot + 1) & mask;
    return at_slot;
}

void Dictionary::grow() {
    slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), kFree);
    for (std::int32_t i = 0; i < size_; ++i) slots_[place(at(i))] = i;
}

std::int32_t Dictionary::number(std::string_view text) {
    if (static_cast<std::size_t>(size_) * 2 >= slots_.size()) grow();
    std::int32_t& slot = slots_[place(text)];
    if (slot != kFree) return slot;
    const std::int32_t end = checked_offset(bytes_.size() + text.size(), "the distinct texts");
    append(bytes_, text);
    offsets_.push_back(end);
    return slot = size_++;
}

Column Dictionary::take() {
    Column column;
    column.length = size_;
    column.values = Buffer(std::exchange(offsets_, {0}));
    column.bytes = Buffer(std::exchange(bytes_, {}));
    slots_.clear();
    size_ = 0;
    return column;
}

namespace {

using reflect::Kind;
using reflect::Type;

template <class T>
const T& as(const void* value) noexcept {
    return *static_cast<const T*>(value);
}

class BooleanBuilder final : public ColumnBuilder {
public:
    void add(const void* value) override { part_.add(as<bool>(value)); }
    void add_null() override { part_.add_null(); }
    Column take() override { return part_.take(); }

private:
    BooleanPart part_;
};

class IntegerBuilder final : public ColumnBuilder {
public:
    void add(const void* value) override { part_.add(as<std::int64_t>(value)); }
    void add_null() override { part_.add_null(); }
    Column take() override { return part_.take(); }

private:
    NumberPart<std::int64_t> part_;
};

/// Whatever is a text: `Text` gives it.
template <auto Text>
class TextBuilder final : public ColumnBuilder {
public:
    explicit TextBuilder(Layout layout) : part_(layout) {}
    void add(const void* value) override { part_.add(Text(value)); }
    void add_null() override { part_.add_null(); }
    Column take() override { return part_.take(); }
    void finish() override { part_.finish(); }

private:
    TextPart part_;
};

std::string_view text_of_text(const void* value) {
    return as<std::string>(value);
}
std::string_view text_of_id(const void* value) {
    return as<Id>(value).text();
}  // a reference is an id and nothing else
std::string_view text_of_any_reference(const void* value) {
    return as<AnyRef>(value).text();
}
std::string_view text_of_json(const void* value) {
    return as<RawJson>(value).text;
}

/// A partner's own members as one object.
std::string object_of_extras(const void* value) {
    std::string made = "{";
    for (const auto& [name, json] : as<Extras>(value).members()) {
        if (made.size() > 1) made += ',';
        made += '"';
        for (const char c : name) {
            if (c == '"' || c == '\\') made += '\\';
            if (static_cast<unsigned char>(c) < 0x20) made += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
            else made += c;
        }
        made += "\":";
        made += json;
    }
    return made + '}';
}

/// Each word stands in the dictionary at the number of its code.
class CodeBuilder final : public ColumnBuilder {
public:
    CodeBuilder(const Type& type, Layout layout) : type_(type), coded_(layout == Layout::coded), texts_(Layout::text) {
        if (!coded_) return;
        Dictionary words;
        for (const std::string_view word : type.codes->codes) static_cast<void>(words.number(word));
        words_ = std::make_shared<const Column>(words.take());
    }
    void add(const void* value) override {
        const std::size_t code = type_.code(value);
        if (coded_) indices_.add(static_cast<std::int32_t>(code));
        else texts_.add(type_.codes->codes[code]);
    }
    void add_null() override { coded_ ? indices_.add_null() : texts_.add_null(); }
    Column take() override {
        if (!coded_) return texts_.take();
        Column column = indices_.take();
        column.dictionary = words_;
        return column;
    }

private:
    const Type& type_;
    bool coded_;
    NumberPart<std::int32_t> indices_;
    TextPart texts_;
    std::shared_ptr<const Column> words_;
};

class DecimalPart {
public:
    void add(const Decimal& decimal) {
        Wide value = decimal.coefficient();
        for (int i = decimal.places(); i < kDecimalPlaces; ++i) value *= 10;
        validity_.add(true);
        values_.add(value);
        places_.add(static_cast<std::int16_t>(decimal.places()));
    }
    void add_null() {
        validity_.add(false);
        values_.add_null();
        places_.add_null();
    }
    Column take() {
        Column column = validity_.take();
        column.children = {values_.take(), places_.take()};
        return column;
    }

private:
    Validity validity_;
    NumberPart<Wide> values_;
    NumberPart<std::int16_t> places_;
};

class DecimalBuilder final : public ColumnBuilder {
public:
    void add(const void* value) override { part_.add(as<Decimal>(value)); }
    void add_null() override { part_.add_null(); }
    Column take() override { return part_.take(); }

private:
    DecimalPart part_;
};

/// Rationals, intervals and spans: two whole numbers, given by `Both`.
template <auto Both>
class PairBuilder final : public ColumnBuilder {
public:
    void add(const void* value) override {
        const Interval both = Both(value);
        validity_.add(true);
        first_.add(both.lower);
        second_.add(both.upper);
    }
    void add_null() override {
        validity_.add(false);
        first_.add_null();
        second_.add_null();
    }
    Column take() override {
        Column column = validity_.take();
        column.children = {first_.take(), second_.take()};
        return column;
    }

private:
    Validity validity_;
    NumberPart<std::int64_t> first_, second_;
};

Interval both_of_rational(const void* value) {
    return {as<Rational>(value).numerator(), as<Rational>(value).denominator()};
}
Interval both_of_interval(const void* value) {
    return as<Interval>(value);
}
Interval both_of_span(const void* value) {
    return {as<Span>(value).begin, as<Span>(value).end};
}

class DateBuilder final : public ColumnBuilder {
public:
    explicit DateBuilder(const Field& field) : precision_(field.children[2].layout), text_(field.children[5].layout) {}
    void add(const void* value) override {
        const Date& date = as<Date>(value);
        validity_.add(true);
        first_.add(date.first());
        last_.add(date.last());
        precision_.add(kPrecisions[static_cast<std::size_t>(date.precision())]);
        approximate_.add(date.is_approximate());
        range_.add(date.is_range());
        text_.add(text_of(date));
    }
    void add_null() override {
        validity_.add(false);
        first_.add_null();
        last_.add_null();
        precision_.add_null();
        approximate_.add_null();
        range_.add_null();
        text_.add_null();
    }
    Column take() override {
        Column column = validity_.take();
        column.children = {first_.take(),       last_.take(),  precision_.take(),
                           approximate_.take(), range_.take(), text_.take()};
        return column;
    }
    void finish() override {
        precision_.finish();
        text_.finish();
    }

private:
    struct Known {
        Date date;
        std::string text;
    };
    /// Writing a date takes longer than all else that is done with it, and a register has few distinct ones.
    const std::string& text_of(const Date& date) {
        const auto day = static_cast<std::size_t>(static_cast<std::uint32_t>(date.first().value_or(0)));
        Known& known = known_[day % known_.size()];
        if (!(known.date == date)) known = {date, date.text()};
        return known.text;
    }

    Validity validity_;
    NumberPart<Day> first_, last_;
    TextPart precision_;
    BooleanPart approximate_, range_;
    TextPart text_;
    std::array<Known, 512> known_;
};

class InstantBuilder final : public ColumnBuilder {
public:
    explicit InstantBuilder(const Field& field) : text_(field.children[2].layout) {}
    void add(const void* value) override {
        const Instant& instant = as<Instant>(value);
        validity_.add(true);
        utc_.add(instant.utc_microseconds());
        offset_.add(static_cast<std::int16_t>(instant.offset_minutes()));
        text_.add(instant.text());
    }
    void add_null() override {
        validity_.add(false);
        utc_.add_null();
        offset_.add_null();
        text_.add_null();
    }
    Column take() override {
        Column column = validity_.take();
        column.children = {utc_.take(), offset_.take(), text_.take()};
        return column;
    }
    void finish() override { text_.finish(); }

private:
    Validity validity_;
    NumberPart<std::int64_t> utc_;
    NumberPart<std::int16_t> offset_;
    TextPart text_;
};

class QuantityBuilder final : public ColumnBuilder {
public:
    explicit QuantityBuilder(const Field& field)
        : kind_(field.children[0].layout),
          of_(field.children[5].layout),
          scale_(field.children[6].layout),
          term_(field.children[7].layout) {}

    void add(const void* value) override {
        const Quantity::Value& said = as<Quantity>(value).value();
        validity_.add(true);
        kind_.add(kQuantityKinds[said.index()]);
        numbers(said);
        shares(std::get_if<Quantity::Share>(&said));
        terms(std::get_if<Quantity::Vague>(&said));
    }
    void add_null() override {
        validity_.add(false);
        kind_.add_null();
        numbers({});
        shares(nullptr);
        terms(nullptr);
    }
    Column take() override {
        Column column = validity_.take();
        column.children = {kind_.take(),    low_.take(), high_.take(),  n_.take(),
                           percent_.take(), of_.take(),  scale_.take(), term_.take()};
        return column;
    }
    void finish() override {
        for (TextPart* part : {&kind_, &of_, &scale_, &term_}) part->finish();
    }

private:
    void numbers(const Quantity::Value& said) {
        std::optional<std::int64_t> low, high, n;
        if (const auto* exact = std::get_if<Quantity::Exact>(&said)) low = high = exact->n;
        if (const auto* at_least = std::get_if<Quantity::AtLeast>(&said)) low = at_least->n;
        if (const auto* range = std::get_if<Quantity::Range>(&said)) low = range->low, high = range->high;
        if (const auto* count = std::get_if<Quantity::CountOf>(&said)) low = high = count->k, n = count->n;
        if (const auto* share = std::get_if<Quantity::Share>(&said)) n = share->n;
        low_.add(low);
        high_.add(high);
        n_.add(n);
    }
    void shares(const Quantity::Share* share) {
        share != nullptr ? percent_.add(share->percent) : percent_.add_null();
        share != nullptr && !share->of.empty() ? of_.add(share->of) : of_.add_null();
    }
    void terms(const Quantity::Vague* vague) {
        vague != nullptr ? scale_.add(openeom::name(vague->scale)) : scale_.add_null();
        vague != nullptr ? term_.add(vague->term) : term_.add_null();
    }

    Validity validity_;
    TextPart kind_;
    NumberPart<std::int64_t> low_, high_, n_;
    DecimalPart percent_;
    TextPart of_, scale_, term_;
};

class OptionalBuilder final : public ColumnBuilder {
public:
    OptionalBuilder(const Type& type, const Field& field) : type_(type), inner_(column_builder(*type.element, field)) {}
    void add(const void* value) override {
        type_.size(value) > 0 ? inner_->add(type_.at(value, 0)) : inner_->add_null();
    }
    void add_null() override { inner_->add_null(); }
    Column take() override { return inner_->take(); }
    void finish() override { inner_->finish(); }

private:
    const Type& type_;
    std::unique_ptr<ColumnBuilder> inner_;
};

class ListBuilder final : public ColumnBuilder {
public:
    ListBuilder(const Type& type, const Field& field)
        : type_(type), elements_(column_builder(*type.element, field.children[0])) {}
    void add(const void* value) override {
        const std::size_t size = type_.size(value);
        for (std::size_t i = 0; i < size; ++i) elements_->add(type_.at(value, i));
        end(true, size);
    }
    void add_null() override { end(false, 0); }
    Column take() override {
        Column column = validity_.take();
        column.values = offsets_.take();
        column.children.push_back(elements_->take());
        total_ = 0;
        return column;
    }
    void finish() override { elements_->finish(); }

private:
    void end(bool valid, std::size_t size) {
        total_ += size;
        validity_.add(valid);
        offsets_.add(total_, "the lists");
    }

    const Type& type_;
    std::unique_ptr<ColumnBuilder> elements_;
    Validity validity_;
    Offsets offsets_;
    std::size_t total_ = 0;
};

class RecordBuilder final : public ColumnBuilder {
public:
    RecordBuilder(const reflect::Struct& type, const Field& field) : type_(type) {
        for (std::size_t i = 0; i < type.members.size(); ++i)
            members_.push_back(column_builder(*type.members[i].type, field.children[i]));
    }
    void add(const void* value) override {
        validity_.add(true);
        for (std::size_t i = 0; i < members_.size(); ++i) add_member(*members_[i], type_.members[i], value);
    }
    void add_null() override {
        validity_.add(false);
        for (const auto& member : members_) member->add_null();
    }
    Column take() override {
        Column column = validity_.take();
        for (const auto& member : members_) column.children.push_back(member->take());
        return column;
    }
    void finish() override {
        for (const auto& member : members_) member->finish();
    }

private:
    const reflect::Struct& type_;
    std::vector<std::unique_ptr<ColumnBuilder>> members_;
    Validity validity_;
};

}  // namespace

std::unique_ptr<ColumnBuilder> column_builder(const Type& type, const Field& field) {
    switch (type.kind) {
        case Kind::boolean: return std::make_unique<BooleanBuilder>();
        case Kind::integer: return std::make_unique<IntegerBuilder>();
        case Kind::text: return std::make_unique<TextBuilder<&text_of_text>>(field.layout);
        case Kind::id:
        case Kind::reference: return std::make_unique<TextBuilder<&text_of_id>>(field.layout);
        case Kind::any_reference: return std::make_unique<TextBuilder<&text_of_any_reference>>(field.layout);
        case Kind::decimal: return std::make_unique<DecimalBuilder>();
        case Kind::rational: return std::make_unique<PairBuilder<&both_of_rational>>();
        case Kind::date: return std::make_unique<DateBuilder>(field);
        case Kind::instant: return std::make_unique<InstantBuilder>(field);
        case Kind::interval: return std::make_unique<PairBuilder<&both_of_interval>>();
        case Kind::quantity: return std::make_unique<QuantityBuilder>(field);
        case Kind::span: return std::make_unique<PairBuilder<&both_of_span>>();
        case Kind::code: return std::make_unique<CodeBuilder>(type, field.layout);
        case Kind::json: return std::make_unique<TextBuilder<&text_of_json>>(field.layout);
        case Kind::extras: return std::make_unique<TextBuilder<&object_of_extras>>(field.layout);
        case Kind::optional: return std::make_unique<OptionalBuilder>(type, field);
        case Kind::list: return std::make_unique<ListBuilder>(type, field);
        case Kind::record: return std::make_unique<RecordBuilder>(type.record(), field);
    }
    throw Error(ErrorCode::internal, "no column holds this kind of value");
}

void add_member(ColumnBuilder& builder, const reflect::Member& member, const void* object) {
    const void* value = member.in(object);
    if (may_be_empty(member.type->kind) && member.type->kind != Kind::optional &&
        reflect::is_empty(*member.type, value))
        builder.add_null();
    else builder.add(value);
}

}  // namespace openeom
