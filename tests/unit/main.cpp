// The suites run in the locale of their environment, for numbers and texts too, since a host may have set any.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <locale>
#include <stdexcept>

int main(int count, char** arguments) {
    if (std::getenv("LC_ALL") != nullptr) {
        try {
            std::locale::global(std::locale(""));
        } catch (const std::runtime_error&) {  // a locale that the machine does not have: C, as for any program
        }
    }
    return doctest::Context(count, arguments).run();
}
