// SHA-256, by libsodium.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace openeom {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// SHA-256 of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    void update(std::string_view bytes);
    /// Call once.
    [[nodiscard]] std::string finish();

private:
    alignas(64) std::array<std::byte, 128> state_{};
};

}  // namespace openeom
