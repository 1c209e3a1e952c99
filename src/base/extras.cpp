#include "openeom/base/values.hpp"

namespace openeom {

const Extras::Members& Extras::members() const noexcept {
    static const Members none;
    return members_ ? *members_ : none;
}

void Extras::set(std::string name, std::string json) {
    if (json.empty()) {
        if (members_) members_->erase(name);
        return;
    }
    if (!members_) members_ = std::make_unique<Members>();
    members_->insert_or_assign(std::move(name), std::move(json));
}

}  // namespace openeom
