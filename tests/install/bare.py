"""The library from Python with nothing but ctypes, as any language with a foreign function interface would use it."""
import ctypes
import sys

AUTO = ctypes.c_size_t(-1)
ROW = 100
library = ctypes.CDLL("libopeneom.so.0")
library.eom_version.restype = ctypes.c_char_p
library.eom_error_message.restype = ctypes.c_char_p
library.eom_error_message.argtypes = [ctypes.c_void_p]

error, dossier, cursor = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
status = library.eom_dossier_open(b"example:kazakhstan-2012", AUTO, None, ctypes.c_size_t(0), None, None, ctypes.byref(dossier), ctypes.byref(error))
if status == 0:
    status = library.eom_cursor_open(dossier, b"registration_event", AUTO, None, ctypes.c_size_t(0), ctypes.byref(cursor), ctypes.byref(error))
if status != 0:
    sys.exit(library.eom_error_message(error).decode())
events = 0
while library.eom_cursor_next(cursor, None) == ROW:
    events += 1
library.eom_cursor_destroy(cursor)
library.eom_dossier_release(dossier)
print(f"OpenEOM {library.eom_version().decode()}: {events} registration events")
