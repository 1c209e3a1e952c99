#include "words.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "openeom/base/error.hpp"
#include "openeom/base/text.hpp"

namespace openeom::report {

namespace {

// The renderer's own words: one row a key, one column a language, in order of key. A further language is a further column
// and its tag in kLanguages. Rows "list.code" are the words of codes; a code without a row is shown with spaces.
constexpr WordRow kRows[] = {
    {"anchor_role.actor", {"held responsible", "ответственный"}},
    {"anchor_role.asserts", {"asserts", "утверждение"}},
    {"anchor_role.attribution", {"who says so", "кто утверждает"}},
    {"anchor_role.background", {"background", "общие сведения"}},
    {"anchor_role.concedes", {"granted against it", "при этом признаётся"}},
    {"anchor_role.degree", {"degree", "степень"}},
    {"anchor_role.determination", {"determination", "установлено ли"}},
    {"anchor_role.figure", {"figure", "показатель"}},
    {"anchor_role.law", {"law", "норма права"}},
    {"anchor_role.persistence", {"compared with before", "по сравнению с прежним"}},
    {"anchor_role.polarity", {"assessment", "оценка"}},
    {"anchor_role.quantity", {"how many", "сколько"}},
    {"anchor_role.quote", {"quote", "цитата"}},
    {"anchor_role.scope", {"limited to", "относится только к"}},
    {"anchor_role.standard", {"standard", "стандарт"}},
    {"anchor_role.test_failed", {"test failed", "не выдержана проверка"}},
    {"asserter.authority", {"an authority", "орган власти"}},
    {"asserter.citizen_observers", {"citizen observers", "гражданские наблюдатели"}},
    {"asserter.compiler", {"the compiler of the record", "составитель досье"}},
    {"asserter.institution", {"an observer institution", "институт наблюдения"}},
    {"asserter.interlocutors", {"interlocutors", "собеседники"}},
    {"asserter.media", {"the media", "СМИ"}},
    {"asserter.mission", {"the mission", "миссия"}},
    {"asserter.named_speaker", {"a named speaker", "названный по имени"}},
    {"asserter.party", {"a party", "партия"}},
    {"audience.internal", {"the mission itself (internal)", "для внутреннего пользования"}},
    {"audience.not_stated", {"the analyst's own screen", "экран аналитика"}},
    {"audience.partners", {"partners", "партнёры"}},
    {"audience.public", {"the public", "общественность"}},
    {"basis.document", {"documents", "документы"}},
    {"basis.interview", {"interviews", "интервью"}},
    {"basis.media", {"media", "СМИ"}},
    {"basis.observed", {"observed", "наблюдение"}},
    {"basis.statistics", {"statistics", "статистика"}},
    {"bindingness.good_practice", {"good practice, not binding", "добрая практика, не обязательна"}},
    {"bindingness.interpretive", {"interpretive", "толкование"}},
    {"bindingness.persuasive", {"persuasive only", "убедительная сила"}},
    {"bindingness.political_commitment", {"political commitment", "политическое обязательство"}},
    {"bindingness.treaty", {"treaty", "договор"}},
    {"clearance.lapsed", {"lapsed: the text has changed since", "утратило силу: текст с тех пор изменён"}},
    {"clearance_role.analyst", {"analyst", "аналитик"}},
    {"clearance_role.delegation", {"delegation", "делегация"}},
    {"clearance_role.head", {"head of mission", "глава миссии"}},
    {"clearance_role.headquarters", {"headquarters", "штаб-квартира"}},
    {"clearance_role.legal", {"legal adviser", "юрист"}},
    {"confidence.high", {"high", "высокая"}},
    {"confidence.low", {"low", "низкая"}},
    {"confidence.medium", {"medium", "средняя"}},
    {"date.about", {"about {}", "около {}"}},
    {"date.day", {"{0} {1} {2}", "{0} {1} {2} года"}},
    {"date.from", {"from {}", "с {}"}},
    {"date.month", {"{0} {1}", "{0} {1} года"}},
    {"date.range", {"{0} to {1}", "{0} – {1}"}},
    {"date.until", {"until {}", "до {}"}},
    {"date.year", {"{}", "{} год"}},
    {"determination.determined", {"determined", "установлено"}},
    {"determination.not_determinable", {"could not be determined", "установить не удалось"}},
    {"disclaimer.differs", {"The text at hand is not the one on record. Sentences that differ are not shown.", "Имеющийся текст не совпадает с учтённым. Расходящиеся предложения не показаны."}},
    {"disclaimer.draft", {"A draft: not cleared, not to be quoted.", "Проект: не согласован, цитированию не подлежит."}},
    {"disclaimer.embargo", {"Under embargo until {}.", "Не подлежит публикации до {}."}},
    {"disclaimer.external", {"Published by others. The record holds where each sentence stands and its digest, and no text.", "Опубликовано другими. В досье хранятся место каждого предложения и его контрольная сумма, но не текст."}},
    {"disclaimer.external_at_hand", {"Published by others. A sentence is shown where the text at hand agrees with its digest on record.", "Опубликовано другими. Предложение показано, если имеющийся текст совпадает с его контрольной суммой в досье."}},
    {"disclaimer.linkage", {"The marks say what each sentence is anchored in: that text and record agree, not that either is true.", "Знаки показывают, на чём основано каждое предложение: что текст и досье согласуются, а не что они верны."}},
    {"disclaimer.screen", {"For the screen of the analyst: no audience is named, and nothing is left out.", "Для экрана аналитика: адресат не указан, ничего не опущено."}},
    {"disclaimer.unofficial", {"This language version is not official.", "Эта языковая версия не является официальной."}},
    {"disclaimer.withdrawn", {"Withdrawn.", "Документ отозван."}},
    {"discrepancy.preferred", {"held on record", "принято в досье"}},
    {"document_kind.authority_response", {"response of an authority", "ответ органа власти"}},
    {"document_kind.citizen_observer_statement", {"statement of citizen observers", "заявление гражданских наблюдателей"}},
    {"document_kind.final_report", {"final report", "итоговый отчёт"}},
    {"document_kind.follow_up_note", {"follow-up note", "записка о выполнении рекомендаций"}},
    {"document_kind.interim_report", {"interim report", "промежуточный отчёт"}},
    {"document_kind.needs_assessment_report", {"needs assessment report", "отчёт миссии по оценке потребностей"}},
    {"document_kind.parliamentary_report", {"parliamentary report", "парламентский доклад"}},
    {"document_kind.preliminary_statement", {"statement of preliminary findings and conclusions", "заявление о предварительных результатах и выводах"}},
    {"document_kind.press_release", {"press release", "пресс-релиз"}},
    {"document_kind.reconstruction", {"reconstruction", "реконструкция"}},
    {"document_kind.statement_by_heads", {"statement by heads of delegations", "заявление глав делегаций"}},
    {"erased.on", {"{0} was erased on {1}", "{0}: удалено, {1}"}},
    {"evidence_kind.decision_text", {"text of a decision", "текст решения"}},
    {"evidence_kind.derived", {"derived", "вычислено"}},
    {"evidence_kind.form_answer", {"answer on a form", "ответ в бланке"}},
    {"evidence_kind.interview", {"interview", "интервью"}},
    {"evidence_kind.law_text", {"text of a law", "текст закона"}},
    {"evidence_kind.media_recording", {"recording", "запись эфира"}},
    {"evidence_kind.observation_note", {"observation note", "запись наблюдения"}},
    {"evidence_kind.official_statistic", {"official statistic", "официальная статистика"}},
    {"evidence_kind.press_item", {"press item", "публикация в прессе"}},
    {"evidence_kind.protocol_copy", {"copy of a protocol", "копия протокола"}},
    {"evidence_kind.published_statement", {"published statement", "опубликованное заявление"}},
    {"figure.corrected", {"corrected to {}", "исправлено на {}"}},
    {"figure.not_computable", {"not computable", "не вычисляется"}},
    {"foot.digest", {"Rendered from the dossier with SHA-256 {}.", "Составлено по досье с SHA-256 {}."}},
    {"head.anchored", {"Anchored", "Привязка к досье"}},
    {"head.anchored_value", {"{0} of {1} sentences that assert something ({2} in all)", "{0} из {1} предложений, содержащих утверждения (всего {2})"}},
    {"head.audience", {"For", "Адресат"}},
    {"head.cutoff", {"Data up to", "Данные на"}},
    {"head.election", {"Election", "Выборы"}},
    {"head.kind", {"Document", "Документ"}},
    {"head.mission", {"Findings of", "Выводы миссии"}},
    {"head.related", {"See also", "См. также"}},
    {"head.revision", {"revision {}", "редакция {}"}},
    {"head.state", {"State", "Статус"}},
    {"heading.clearances", {"Clearances", "Согласования"}},
    {"heading.contents", {"Contents", "Содержание"}},
    {"heading.notes", {"Notes: what each sentence rests on", "Примечания: на чём основано каждое предложение"}},
    {"heading.sources", {"Sources", "Источники"}},
    {"heading.standards", {"Standards cited", "Упомянутые стандарты"}},
    {"heading.suggestions", {"Suggestions: no part of the document", "Предложения составителю: не часть документа"}},
    {"key.claim", {"Somebody else says so: it is no finding of the mission. It is called an allegation where it faults somebody and is not corroborated.", "Так говорят другие: это не вывод миссии. Обвинением названо то, что порицает кого-либо и не подтверждено."}},
    {"key.compiler", {"Inferred by whoever compiled the record.", "Вывод составителя досье."}},
    {"key.finding", {"A number marks what a sentence is anchored in. With no word beside it: a finding of the mission, a figure, a law or background.", "Число указывает, на чём основано предложение. Без слова рядом: вывод миссии, показатель, норма права или общие сведения."}},
    {"key.not_determinable", {"The mission states that this could not be determined. It is a finding, not a gap.", "Миссия заявляет, что это установить не удалось. Это вывод, а не пробел."}},
    {"key.open", {"Open a number for who says so, on what basis, how far it is verified, where it stands, and where sources disagree.", "Откройте число, чтобы узнать, кто это утверждает, на каком основании, насколько это проверено, где это сказано и в чём источники расходятся."}},
    {"key.title", {"How to read the marks", "Как читать знаки"}},
    {"key.unanchored", {"The sentence asserts something and is anchored in nothing.", "Предложение содержит утверждение и ни на чём не основано."}},
    {"key.words", {"words", "слова"}},
    {"key.words_claim", {"words of the sentence", "слова предложения"}},
    {"kind.allegation", {"Allegation by {}", "Обвинение; его выдвигает: {}"}},
    {"kind.claim", {"Stated by {}", "Заявление; его делает: {}"}},
    {"kind.finding", {"Finding of {}", "Вывод; его делает: {}"}},
    {"kind.not_determinable", {"Could not be determined, according to {}", "Установить не удалось; об этом заявляет: {}"}},
    {"kind.says", {"says {}", "так утверждает: {}"}},
    {"label.actor", {"Held responsible", "Ответственный"}},
    {"label.author", {"Written by", "Автор"}},
    {"label.basis", {"Basis", "Основание"}},
    {"label.basis_and_verification", {"Basis and verification", "Основание и проверка"}},
    {"label.cues", {"In the words", "В словах"}},
    {"label.cutoff", {"data up to", "данные на"}},
    {"label.degree", {"Degree", "Степень"}},
    {"label.determination", {"Determination", "Установлено ли"}},
    {"label.discrepancy", {"Sources disagree", "Источники расходятся"}},
    {"label.facts", {"On record", "В досье"}},
    {"label.formula", {"formula", "формула"}},
    {"label.missing", {"missing", "недостаёт"}},
    {"label.note", {"Note", "Примечание"}},
    {"label.persistence", {"Compared with before", "По сравнению с прежним"}},
    {"label.polarity", {"Assessment", "Оценка"}},
    {"label.provision", {"Law", "Норма права"}},
    {"label.quantity", {"How many", "Сколько"}},
    {"label.quote", {"Quote", "Цитата"}},
    {"label.remarks", {"Remarks", "Замечания"}},
    {"label.scope", {"Limited to", "Относится только к"}},
    {"label.sources", {"Sources", "Источники"}},
    {"label.standard", {"Standard", "Стандарт"}},
    {"label.stands_in", {"Stands in", "Где сказано"}},
    {"label.test_failed", {"Test failed", "Не выдержана проверка на"}},
    {"label.value", {"Value", "Значение"}},
    {"label.verification", {"Verification", "Проверка"}},
    {"label.version_read", {"version read", "прочитанная редакция"}},
    {"legal_test.derogation", {"derogation", "отступление от обязательств"}},
    {"legal_test.legality", {"legality", "законность"}},
    {"legal_test.legitimate_aim", {"legitimate aim", "законная цель"}},
    {"legal_test.missing_guarantee", {"missing guarantee", "отсутствующая гарантия"}},
    {"legal_test.necessity", {"necessity", "необходимость"}},
    {"legal_test.non_discrimination", {"non-discrimination", "недискриминация"}},
    {"legal_test.proportionality", {"proportionality", "соразмерность"}},
    {"legal_test.reasonableness", {"reasonableness", "разумность"}},
    {"mark.allegation", {"allegation by {}", "обвинение: {}"}},
    {"mark.claim", {"stated by {}", "со слов: {}"}},
    {"mark.label", {"Note {}", "Примечание {}"}},
    {"month.01", {"January", "января"}},
    {"month.02", {"February", "февраля"}},
    {"month.03", {"March", "марта"}},
    {"month.04", {"April", "апреля"}},
    {"month.05", {"May", "мая"}},
    {"month.06", {"June", "июня"}},
    {"month.07", {"July", "июля"}},
    {"month.08", {"August", "августа"}},
    {"month.09", {"September", "сентября"}},
    {"month.10", {"October", "октября"}},
    {"month.11", {"November", "ноября"}},
    {"month.12", {"December", "декабря"}},
    {"month_alone.01", {"January", "январь"}},
    {"month_alone.02", {"February", "февраль"}},
    {"month_alone.03", {"March", "март"}},
    {"month_alone.04", {"April", "апрель"}},
    {"month_alone.05", {"May", "май"}},
    {"month_alone.06", {"June", "июнь"}},
    {"month_alone.07", {"July", "июль"}},
    {"month_alone.08", {"August", "август"}},
    {"month_alone.09", {"September", "сентябрь"}},
    {"month_alone.10", {"October", "октябрь"}},
    {"month_alone.11", {"November", "ноябрь"}},
    {"month_alone.12", {"December", "декабрь"}},
    {"note.unanchored", {"This sentence asserts something and is anchored in nothing.", "Предложение содержит утверждение и ни на чём не основано."}},
    {"note.unanchored_background", {"This sentence asserts something and is anchored in nothing that bears it: what follows is background.", "Предложение содержит утверждение и не основано ни на чём, что его подкрепляет; далее — общие сведения."}},
    {"pattern.accreditation", {"Observers accredited by {0}: {1}.", "Аккредитованные наблюдатели на {0}: {1}."}},
    {"pattern.accreditation_refused", {"Observers refused accreditation by {0}: {1}.", "Наблюдатели, которым отказано в аккредитации, на {0}: {1}."}},
    {"pattern.accreditation_total", {"in all {}", "всего {}"}},
    {"pattern.assessed_negatively", {"{0} of the {1} {2} observed were assessed negatively.", "{2} с отрицательной оценкой: {0} из {1} охваченных наблюдением."}},
    {"pattern.assessed_positively", {"{0} of the {1} {2} observed were assessed positively.", "{2} с положительной оценкой: {0} из {1} охваченных наблюдением."}},
    {"pattern.issue_noted", {"{3}: noted in {0} of the {1} {2} observed.", "{3}: отмечено в {0} из {1} ({2}), охваченных наблюдением."}},
    {"pattern.mission_deployed", {"The {0} was deployed on {1}.", "{0}: начало работы — {1}."}},
    {"pattern.mission_long_term", {"The {0} had {1} long-term observers.", "{0}: долгосрочных наблюдателей — {1}."}},
    {"pattern.mission_observers", {"The {0} had {1} observers.", "{0}: наблюдателей — {1}."}},
    {"pattern.mission_short_term", {"The {0} had {1} short-term observers.", "{0}: краткосрочных наблюдателей — {1}."}},
    {"pattern.noun_counting", {"counts", "подсчёты голосов"}},
    {"pattern.noun_opening", {"openings", "открытия участков"}},
    {"pattern.noun_tabulation", {"tabulations", "сведения итогов"}},
    {"persistence.improved", {"improved", "улучшилось"}},
    {"persistence.new", {"new", "новое"}},
    {"persistence.previously_noted", {"previously noted", "отмечалось ранее"}},
    {"persistence.resolved", {"resolved", "устранено"}},
    {"persistence.worsened", {"worsened", "ухудшилось"}},
    {"place.article", {"article {}", "статья {}"}},
    {"place.bytes", {"bytes {0} to {1}", "байты {0}–{1}"}},
    {"place.page", {"page {}", "с. {}"}},
    {"place.paragraph", {"paragraph {}", "пункт {}"}},
    {"polarity.mixed", {"mixed", "смешанная"}},
    {"polarity.negative", {"negative", "отрицательная"}},
    {"polarity.neutral", {"neutral", "нейтральная"}},
    {"polarity.positive", {"positive", "положительная"}},
    {"quantity.at_least", {"at least {}", "не менее {}"}},
    {"quantity.k_of_n", {"{0} of {1}", "{0} из {1}"}},
    {"quantity.range", {"{0} to {1}", "от {0} до {1}"}},
    {"quantity.share", {"{} per cent", "{} %"}},
    {"quantity.share_of", {"{0} per cent of {1}", "{0} % ({1})"}},
    {"quote.close", {"”", "»"}},
    {"quote.conditional", {"under a condition", "при условии"}},
    {"quote.open", {"“", "«"}},
    {"quote.translated", {"in a translator's words", "в переводе"}},
    {"reconstruction", {"Reconstruction from public sources.", "Реконструкция по открытым источникам."}},
    {"reconstruction.not_of", {"Not a document of {}.", "Документ не принадлежит: {}."}},
    {"registration_kind.deregistered", {"de-registered", "снято с регистрации"}},
    {"registration_stage.deregistered", {"de-registered", "снято с регистрации"}},
    {"related.attaches", {"attached: {}", "приложено: {}"}},
    {"related.superseded_by", {"replaced by {}", "заменён документом: {}"}},
    {"related.supersedes", {"replaces {}", "заменяет документ: {}"}},
    {"related.translation_of", {"translation of {}", "перевод документа: {}"}},
    {"relation.based_on", {"Rests on", "Основано на"}},
    {"relation.concedes", {"Granted against it", "При этом признаётся"}},
    {"relation.contradicts", {"Stands against", "Противоречит"}},
    {"relation.gap", {"Not on file", "В досье нет"}},
    {"relation.not_stated", {"Related", "Связано"}},
    {"relation.possible_instance", {"Possibly meant, on somebody else's word", "Возможно, имеется в виду, со слов других"}},
    {"relation.response", {"Answered by", "Ответ"}},
    {"source.confidence", {"confidence: {}", "достоверность: {}"}},
    {"source.corroborated", {"borne out by {}", "подтверждается: {}"}},
    {"source_tier.authority_or_agency", {"authority or agency", "орган власти или агентство"}},
    {"source_tier.mirror", {"mirror or repost", "перепечатка"}},
    {"source_tier.observer_institution", {"observer institution", "институт наблюдения"}},
    {"standard.applied", {"applied on {}", "действовал на {}"}},
    {"standard.named_by_compiler", {"set beside by the compiler", "сопоставлен составителем"}},
    {"standard.named_by_text", {"named by the text", "назван в тексте"}},
    {"standard.not_applied", {"did not apply on {}", "не действовал на {}"}},
    {"standard.unknown", {"whether it applied is not on record", "данных о применимости нет"}},
    {"standing.background", {"background", "общие сведения"}},
    {"standing.claim", {"stated by others", "со слов других"}},
    {"standing.compiler", {"compiler's inference", "вывод составителя"}},
    {"standing.figure", {"figure", "показатель"}},
    {"standing.finding", {"finding", "вывод"}},
    {"standing.law", {"law", "норма права"}},
    {"standing.not_determinable", {"could not be determined", "установить не удалось"}},
    {"standing.not_stated", {"who says so is not stated", "кто утверждает, не указано"}},
    {"standing.quote", {"quote", "цитата"}},
    {"standing.standard", {"standard", "стандарт"}},
    {"standing.unanchored", {"not anchored", "без основания"}},
    {"state.cleared", {"cleared", "согласовано"}},
    {"state.draft", {"draft", "проект"}},
    {"state.published", {"published", "опубликовано"}},
    {"state.reviewed", {"reviewed", "проверено"}},
    {"state.withdrawn", {"withdrawn", "отозвано"}},
    {"suggestion.mark", {"suggestion", "предложение составителю"}},
    {"suggestion.pattern", {"Pattern: {}", "Образец: {}"}},
    {"suggestions.caution", {"Composed by the library from the record. They are part of the document only when a person adopts them.", "Составлены библиотекой по досье. Становятся частью документа, только если их примет человек."}},
    {"vague.a_number_of", {"a number of", "ряд"}},
    {"vague.all", {"all", "все"}},
    {"vague.few", {"few", "немногие"}},
    {"vague.isolated", {"isolated", "единичные"}},
    {"vague.majority", {"majority", "большинство"}},
    {"vague.many", {"many", "многие"}},
    {"vague.minority", {"minority", "меньшинство"}},
    {"vague.most", {"most", "большая часть"}},
    {"vague.numerous", {"numerous", "многочисленные"}},
    {"vague.plural", {"an unstated number", "неуказанное число"}},
    {"vague.recurrent", {"recurrent", "повторяющиеся"}},
    {"vague.several", {"several", "несколько"}},
    {"vague.some", {"some", "некоторые"}},
    {"vague.systematic", {"systematic", "систематические"}},
    {"vague.widespread", {"widespread", "распространённые"}},
    {"verification.corroborated", {"corroborated", "подтверждено"}},
    {"verification.refuted", {"refuted", "опровергнуто"}},
    {"verification.single_source", {"single source", "один источник"}},
    {"verification.unverified", {"unverified", "не проверено"}},
    {"withheld.contact", {"[contact details left out]", "[контактные данные опущены]"}},
    {"withheld.record", {"on record, not shown to this audience", "есть в досье, этому адресату не показано"}},
    {"withheld.sources", {"sources not shown to this audience: {}", "источников, не показанных этому адресату: {}"}},
    {"withheld.value", {"not shown to this audience", "этому адресату не показано"}},
    {"wording.differs", {"the text at hand differs there", "имеющийся текст здесь отличается"}},
    {"wording.place", {"words in the document, bytes {0} to {1}", "слова документа, байты {0}–{1}"}},
    {"yes_no.no", {"no", "нет"}},
    {"yes_no.not_stated", {"not stated", "не указано"}},
    {"yes_no.yes", {"yes", "да"}},
};

static_assert(std::ranges::is_sorted(kRows, {}, &WordRow::key), "rows stand in order of key");

std::string primary_subtag(std::string_view language) {
    std::string tag(language.substr(0, language.find_first_of("-_")));
    for (char& c : tag)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return tag;
}

std::optional<std::size_t> column_of(std::string_view language) {
    const std::string tag = primary_subtag(language);
    const auto found = std::ranges::find(kLanguages, tag);
    if (found == kLanguages.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kLanguages.begin());
}

const WordRow* find_row(std::string_view key) {
    const auto found = std::ranges::lower_bound(kRows, key, {}, &WordRow::key);
    return found != std::ranges::end(kRows) && found->key == key ? &*found : nullptr;
}

// --- Dates, from their canonical text: 2012-01-09~/2012-01-10~, open ends "..". ---

/// "2012-01-09" in words.
std::string day_words(const Words& words, std::string_view text) {
    const bool about = text.ends_with('~');
    if (about) text.remove_suffix(1);
    const std::string_view year = text.substr(0, 4);
    std::string made;
    if (text.size() == 4) made = words.fill("date.year", year);
    else if (text.size() == 7) made = words.fill("date.month", words(fmt::format("month_alone.{}", text.substr(5, 2))), year);
    else {
        std::string_view day = text.substr(8, 2);
        if (day.starts_with('0')) day.remove_prefix(1);
        made = words.fill("date.day", day, words(fmt::format("month.{}", text.substr(5, 2))), year);
    }
    return about ? words.fill("date.about", made) : made;
}

std::string range_words(const Words& words, std::string_view first, std::string_view last) {
    const bool from_open = first.empty() || first == "..";
    const bool to_open = last.empty() || last == "..";
    if (from_open && to_open) return {};
    if (from_open) return words.fill("date.until", day_words(words, last));
    if (to_open) return words.fill("date.from", day_words(words, first));
    return words.fill("date.range", day_words(words, first), day_words(words, last));
}

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

std::span<const WordRow> word_rows() noexcept { return kRows; }

Words::Words(std::string_view language) {
    const std::optional<std::size_t> column = column_of(language);
    if (!column)
        throw Error(ErrorCode::argument, unknown_name("language", language, {kLanguages.begin(), kLanguages.end()}), {},
                    fmt::format("the renderer has words in: {}", fmt::join(kLanguages, ", ")));
    column_ = *column;
}

bool Words::speaks(std::string_view language) { return column_of(language).has_value(); }

bool Words::same_language(std::string_view left, std::string_view right) { return primary_subtag(left) == primary_subtag(right); }

std::string_view Words::operator()(std::string_view key) const {
    if (const WordRow* row = find_row(key)) return row->words[column_];
    throw Error(ErrorCode::internal, fmt::format("the renderer has no words for '{}'", key));
}

std::string Words::code(std::string_view list, std::string_view code) const {
    if (const WordRow* row = find_row(fmt::format("{}.{}", list, code))) return std::string(row->words[column_]);
    if (code == "not_stated") return std::string((*this)("yes_no.not_stated"));
    return spaced(code);
}

std::string Words::date(const Date& date) const {
    if (date.empty()) return {};
    if (column_ == 0) return date.words();  // English joins the ends of a range more closely
    const std::string text = date.text();
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) return day_words(*this, text);
    return range_words(*this, std::string_view(text).substr(0, slash), std::string_view(text).substr(slash + 1));
}

std::string Words::quantity(const Quantity& quantity) const {
    return std::visit(
        Overloaded{
            [&](std::monostate) { return std::string((*this)("yes_no.not_stated")); },
            [](const Quantity::Exact& value) { return fmt::format("{}", value.n); },
            [&](const Quantity::AtLeast& value) { return fill("quantity.at_least", value.n); },
            [&](const Quantity::Range& value) { return fill("quantity.range", value.low, value.high); },
            [&](const Quantity::CountOf& value) { return fill("quantity.k_of_n", value.k, value.n); },
            [&](const Quantity::Share& value) {
                const std::string share = value.of.empty() ? fill("quantity.share", value.percent.text())
                                                           : fill("quantity.share_of", value.percent.text(), value.of);
                return value.n ? fmt::format("{} (n = {})", share, *value.n) : share;
            },
            [&](const Quantity::Vague& value) { return code("vague", value.term); },
        },
        quantity.value());
}

std::string for_whom(const Words& words, Audience audience) {
    std::string_view name = boost::describe::enum_to_string(audience, "");
    if (name.ends_with('_')) name.remove_suffix(1);
    return fmt::format("{}: {}", words("head.audience"), words.code("audience", name));
}

std::string spaced(std::string_view code) {
    std::string made(code);
    std::ranges::replace(made, '_', ' ');
    return made;
}

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    std::string made(text);
    const auto first = static_cast<unsigned char>(made[0]);
    if (first >= 'a' && first <= 'z') made[0] = static_cast<char>(first - 'a' + 'A');
    if (made.size() < 2) return made;
    // Cyrillic: а to п are D0 B0 to D0 BF, р to я are D1 80 to D1 8F; their capitals begin at D0 90 and D0 A0.
    const auto second = static_cast<unsigned char>(made[1]);
    if (first == 0xD0 && second >= 0xB0 && second <= 0xBF) made[1] = static_cast<char>(second - 0x20);
    if (first == 0xD1 && second >= 0x80 && second <= 0x8F) {
        made[0] = static_cast<char>(0xD0);
        made[1] = static_cast<char>(second + 0x20);
    }
    return made;
}

}  // namespace openeom::report
