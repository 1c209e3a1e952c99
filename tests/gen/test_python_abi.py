"""What is written for ctypes is imported and used."""

import ctypes

import header
import pytest
import python_abi
from test_header import DOC, HEADER, read


def module(tmp_path, text=HEADER):
    written = {}
    exec(compile(python_abi.emit(read(tmp_path, text)), "_abi.py", "exec"), written)
    return written


def test_constants_structs_and_callbacks(tmp_path):
    abi = module(tmp_path)
    assert (abi["OK"], abi["E_X"], abi["FLAGS"], abi["ARROW_FLAG_NULLABLE"]) == (0, -7, 20, 2)
    assert abi["AUTO"] == ctypes.c_size_t(-1).value
    assert dict(abi["Str"]._fields_) == {"data": ctypes.c_void_p, "length": ctypes.c_size_t}
    schema = abi["ArrowSchema"]
    assert ctypes.sizeof(schema) == 4 * ctypes.sizeof(ctypes.c_void_p)
    fields = dict(schema._fields_)
    assert fields["format"] is ctypes.c_void_p  # nothing says that it ends at its first zero byte
    assert fields["children"] is ctypes.POINTER(ctypes.POINTER(schema))
    released = []
    one = schema(release=fields["release"](lambda pointer: released.append(ctypes.addressof(pointer.contents))))
    one.release(one)
    one.release(ctypes.byref(one))
    assert released == [ctypes.addressof(one)] * 2


def test_signatures(tmp_path):
    abi = module(tmp_path)
    assert abi["SIGNATURES"]["eom_name"] == (ctypes.c_char_p, ())
    out = ctypes.POINTER(ctypes.c_void_p)
    texts = ctypes.POINTER(abi["Str"])
    assert abi["SIGNATURES"]["eom_work"] == (
        ctypes.c_int32,
        (ctypes.c_void_p, texts, ctypes.c_size_t, abi["Read"], ctypes.c_void_p, out),
    )
    assert abi["SIGNATURES"]["eom_work"][1][3] is abi["Read"]


def test_bytes_given_to_a_callback_keep_their_zero_bytes(tmp_path):
    text = HEADER.replace("void *user, void *into, size_t length)", "void *user, const char *from, size_t length)")
    read_callback = module(tmp_path, text)["Read"]
    seen = []
    called = read_callback(lambda user, data, length: seen.append(ctypes.string_at(data, length)) or length)
    assert called(None, ctypes.cast(ctypes.c_char_p(b"a\0b"), ctypes.c_void_p), 3) == 3 and seen == [b"a\0b"]


@pytest.mark.parametrize(
    "declared, place",
    [
        ("int eom_x(float share);", "eom_x: share"),
        ("eom_unheard *eom_x(void);", "eom_x: the result"),
        ("int eom_x(void (*done)(long double share));", "eom_x: done: share"),
    ],
)
def test_a_type_without_a_word_is_refused_by_its_place(tmp_path, declared, place):
    known = "typedef struct eom_unheard_of eom_unheard_of;\ntypedef long double eom_unheard;\n"
    text = HEADER.replace("#ifdef __cplusplus\n}", known + DOC + declared + "\n#ifdef __cplusplus\n}")
    with pytest.raises(header.Unreadable, match=f"{place}: Python has no word for"):
        python_abi.emit(read(tmp_path, text))


def test_lines_stay_within_the_width(tmp_path):
    many = ", ".join(f"const char *text_{number}, size_t length_{number}" for number in range(9))
    text = HEADER.replace("#ifdef __cplusplus\n}", f"{DOC}int eom_many({many});\n#ifdef __cplusplus\n}}")
    emitted = python_abi.emit(read(tmp_path, text))
    assert max(map(len, emitted.splitlines())) <= 120
    written = {}
    exec(compile(emitted, "_abi.py", "exec"), written)
    assert len(written["SIGNATURES"]["eom_many"][1]) == 18
