// The small program in C++20, over openeom::cpp.
#include <cstdio>

#include <openeom/core.hpp>

int main() {
    const auto dossier = openeom::open("example:kazakhstan-2012");
    std::printf("%zu registration events\n", dossier.all<openeom::RegistrationEvent>().size());
}
