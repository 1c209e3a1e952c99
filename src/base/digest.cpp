#include "openeom/base/digest.hpp"

#include <new>
#include <type_traits>

#include <sodium.h>

namespace openeom {

namespace {

using State = crypto_hash_sha256_state;

State* state_in(void* bytes) noexcept { return std::launder(static_cast<State*>(bytes)); }

const unsigned char* bytes_of(std::string_view text) noexcept {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Sha256::Sha256() {
    static_assert(sizeof(State) <= sizeof(state_) && alignof(State) <= 64 && std::is_trivially_copyable_v<State>);
    crypto_hash_sha256_init(new (state_.data()) State);
}

void Sha256::update(std::string_view bytes) {
    if (!bytes.empty()) crypto_hash_sha256_update(state_in(state_.data()), bytes_of(bytes), bytes.size());
}

std::string Sha256::finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(state_in(state_.data()), digest.data());
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

}  // namespace openeom
