// The C interface as values that free themselves, its errors as Failures.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "failure.hpp"
#include "openeom.h"

namespace command {

struct Free {
    void operator()(eom_error* error) const noexcept { eom_error_destroy(error); }
    void operator()(eom_edit* edit) const noexcept { eom_edit_destroy(edit); }
    void operator()(eom_dossier* dossier) const noexcept { eom_dossier_release(dossier); }
    void operator()(eom_result* result) const noexcept { eom_result_destroy(result); }
    void operator()(eom_table* table) const noexcept { eom_table_destroy(table); }
    void operator()(eom_cursor* cursor) const noexcept { eom_cursor_destroy(cursor); }
};
template <class T>
using Handle = std::unique_ptr<T, Free>;

/// What was being done when something failed: the same status is unreadable input here and wrong usage there.
enum class Doing { opening, asking, writing };

/// How a result is shown.
struct Look {
    std::string format = "text";  ///< "text", "markdown", "html", "csv" or "json"
    int width = 100;
    bool colour = false;
    std::string table;
    std::string audience;  ///< of a file, which then says for whom it is
};

class Result {
public:
    explicit Result(eom_result* result) : handle_(result) {}
    [[nodiscard]] std::string json() const;
    [[nodiscard]] std::string render(const Look& look) const;

private:
    Handle<eom_result> handle_;
};

class Table {
public:
    explicit Table(eom_table* table) : handle_(table) {}
    /// `audience` is that of a file, empty on the screen.
    [[nodiscard]] std::string csv(const std::string& audience) const;

private:
    Handle<eom_table> handle_;
};

struct Merged;

class Dossier {
public:
    explicit Dossier(eom_dossier* dossier) : handle_(dossier) {}
    /// `options` is a JSON object.
    [[nodiscard]] Result analyze(std::string_view analysis, const std::string& options) const;
    [[nodiscard]] Result document(std::string_view id, const std::string& options) const;
    [[nodiscard]] Result suggestions(std::string_view document) const;
    /// The canonical JSON: the same dossier, the same bytes.
    [[nodiscard]] std::string json() const;
    /// The records of a type as columns; `options` is a JSON object.
    [[nodiscard]] Table table(std::string_view type, const std::string& options) const;
    /// The records of a type that a filter wants, each as JSON.
    [[nodiscard]] std::vector<std::string> records(std::string_view type, const std::string& filter) const;
    /// What makes `other` of this one.
    [[nodiscard]] Result diff(const Dossier& other) const;
    /// With the change sets, all together.
    [[nodiscard]] Merged merge(const std::vector<std::string>& changes) const;

private:
    Handle<eom_dossier> handle_;
};

struct Merged {
    std::optional<Dossier> dossier;  ///< none where there are conflicts
    Result summary;
};

class Edit {
public:
    /// Opens a dossier, errors and all, showing progress.
    static Edit open(const std::string& name);
    [[nodiscard]] Result check(const std::string& options) const;
    [[nodiscard]] Dossier commit() const;
    /// What went, and what is left; `options` is a JSON object.
    Result erase(std::string_view type, std::string_view id, const std::string& options);

private:
    explicit Edit(eom_edit* edit) : handle_(edit) {}
    Handle<eom_edit> handle_;
};

Result list_examples();
Result list_analyses();
Result list_rules();
/// Of one type, or of all where `type` is empty.
Result schema(std::string_view type);

/// The JSON Schema of one type, or of a dossier file where `type` is empty.
std::string json_schema(std::string_view type);

/// Replaces the file, whole or not at all.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace command
