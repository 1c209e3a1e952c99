// The small program in C++17, over openeom.hpp.
#include <cstdio>

#include <openeom.hpp>

int main() {
    const eom::Dossier dossier = eom::Dossier::open("example:kazakhstan-2012");
    eom::Cursor event = dossier.cursor("registration_event");
    int events = 0;
    while (event.next()) ++events;
    std::printf("OpenEOM %s: %d registration events\n", eom_version(), events);
}
