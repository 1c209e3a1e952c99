"""Dates, intervals, instants and quantities: honest comparisons, nothing vague turned into a number."""

import datetime
import pickle

import pytest
from openeom import Date, Instant, Interval, Quantity, Uncertain

DAY = datetime.date


@pytest.mark.parametrize(
    "text, first, last, precision, is_range, approximate",
    [
        ("2012-01-15", DAY(2012, 1, 15), DAY(2012, 1, 15), "day", False, False),
        ("2012-02", DAY(2012, 2, 1), DAY(2012, 2, 29), "month", False, False),
        ("2011", DAY(2011, 1, 1), DAY(2011, 12, 31), "year", False, False),
        ("2012-01-09/2012-01-10", DAY(2012, 1, 9), DAY(2012, 1, 10), "day", True, False),
        ("2012-01-09~/2012-01-10~", DAY(2012, 1, 9), DAY(2012, 1, 10), "day", True, True),
        ("2012-01~", DAY(2012, 1, 1), DAY(2012, 1, 31), "month", False, True),
        ("2012-01-15/..", DAY(2012, 1, 15), None, "day", True, False),
        ("../2012", None, DAY(2012, 12, 31), "year", True, False),
        ("2011/2012-01-10", DAY(2011, 1, 1), DAY(2012, 1, 10), "year", True, False),
    ],
)
def test_date(text, first, last, precision, is_range, approximate):
    date = Date(text)
    assert (date.first, date.last, date.precision, date.is_range, date.is_approximate) == (
        first,
        last,
        precision,
        is_range,
        approximate,
    )
    assert str(date) == text and f"{date:>24}".strip() == text
    assert date == Date(text) and hash(date) == hash(Date(text))
    assert pickle.loads(pickle.dumps(date)) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "2012-02-31",
        "12-01-15",
        "2012-1-5",
        "2012-01-15T20:00",
        "2012-01-10/2012-01-09",
        "2012?",
        "2012-01-15/",
        "２０１２",
    ],
)
def test_what_is_no_date(text):
    with pytest.raises(ValueError):
        Date(text)


def test_dates_compare_where_it_is_certain():
    vote = Date("2012-01-15")
    assert Date("2011-12-28") < vote and vote > Date("2011-12-28") and not vote < Date("2011-12-28")
    assert Date("2012-01-09/2012-01-10") < vote and Date("2012-01-09/2012-01-10") <= vote
    assert vote <= DAY(2012, 1, 15) and vote >= DAY(2012, 1, 15) and not vote < DAY(2012, 1, 15)
    assert DAY(2012, 1, 14) < vote and not DAY(2012, 1, 16) <= vote


@pytest.mark.parametrize("compare", [lambda a, b: a < b, lambda a, b: b > a])
def test_dates_refuse_to_compare_where_it_is_not(compare):
    with pytest.raises(Uncertain, match="cannot be decided"):
        compare(Date("2012-01-09/2012-01-10"), Date("2012-01-10"))
    with pytest.raises(Uncertain):
        compare(Date("2012-01"), Date("2012-01-15"))
    assert compare(Date("2012-01-09/2012-01-10"), Date("2012-01-11"))


@pytest.mark.parametrize("compare", [lambda a, b: a <= b, lambda a, b: b >= a])
def test_not_later_is_refused_where_it_is_not_certain(compare):
    with pytest.raises(Uncertain, match="cannot be decided"):
        compare(Date("2012-01"), Date("2012-01-15"))
    assert compare(Date("2012-01-09/2012-01-10"), Date("2012-01-10"))
    assert not compare(Date("2012-01-11"), Date("2012-01-09/2012-01-10"))


def test_certainly_and_possibly():
    early, late = Date("2012-01-09/2012-01-10"), Date("2012-01-10")
    assert not early.certainly_before(late) and early.possibly_before(late) and not late.possibly_before(early)
    assert Date("../2012-01-01").possibly_before(early) and not Date("2012-01-01/..").certainly_before(early)


def test_a_date_equals_a_day_only_where_it_is_one():
    assert Date("2012-01-15") == DAY(2012, 1, 15) and hash(Date("2012-01-15")) == hash(DAY(2012, 1, 15))
    assert Date("2012-01-15~") != DAY(2012, 1, 15) and Date("2012-01") != DAY(2012, 1, 1)
    assert Date(DAY(2012, 1, 15)) == Date("2012-01-15")
    assert Date("2012-01-15") != "2012-01-15"


def test_days_between_dates():
    assert Date("2012-01-15") - Date("2011-12-28") == Interval(18, 18)
    assert Date("2012-01-15") - Date("2012-01-09~/2012-01-10~") == Interval(5, 6)
    assert Date("2012-01-15") - Date("../2012-01-06") == Interval(9, None)
    assert DAY(2012, 1, 15) - Date("2012-01-14") == 1


def test_dates_do_not_change():
    with pytest.raises(AttributeError):
        Date("2012-01-15").first = None


def test_a_moment_is_no_date():
    with pytest.raises(TypeError):
        Date(datetime.datetime(2012, 1, 15, 20))


@pytest.mark.parametrize(
    "interval, text",
    [
        (Interval(18, 18), "18"),
        (Interval(9), "at least 9"),
        (Interval(None, 9), "at most 9"),
        (Interval(5, 6), "5 to 6"),
        (Interval(), "unknown"),
    ],
)
def test_interval(interval, text):
    assert str(interval) == text
    assert eval(repr(interval)) == interval and pickle.loads(pickle.dumps(interval)) == interval


def test_interval_as_number():
    assert int(Interval(18, 18)) == 18 and Interval(18, 18) == 18 and hash(Interval(18, 18)) == hash(18)
    for vague in (Interval(5, 6), Interval(9), Interval()):
        with pytest.raises(Uncertain):
            int(vague)
    with pytest.raises(ValueError):
        Interval(6, 5)


def test_intervals_compare_where_it_is_certain():
    assert Interval(5, 6) < 7 and Interval(5, 6) <= 6 and Interval(5, 6) > 4 and Interval(5, 6) >= 5
    assert not Interval(5, 6) < 5 and not Interval(5, 6) > 6 and Interval(9) > 8 and Interval(9) >= 9
    for undecided in (
        lambda: Interval(5, 6) < 6,
        lambda: Interval(5, 6) >= 6,
        lambda: Interval() > 0,
        lambda: Interval(9) < 20,
    ):
        with pytest.raises(Uncertain):
            undecided()
    assert 5 in Interval(5, 6) and 7 not in Interval(5, 6) and 700 in Interval(9)


def test_instants_are_ordered_by_time():
    almaty, utc = Instant("2012-01-15T20:00:00+06:00"), Instant("2012-01-15T14:00:00Z")
    assert almaty == utc and hash(almaty) == hash(utc) and str(almaty) == "2012-01-15T20:00:00+06:00"
    assert Instant("2012-01-15T20:00:00.5+05:00") > almaty
    assert almaty.moment.utcoffset() == datetime.timedelta(hours=6)
    assert Instant("2016-12-31T23:59:60Z") == Instant("2017-01-01T00:00:00Z")
    assert almaty < datetime.datetime(2012, 1, 16, tzinfo=datetime.timezone.utc)
    with pytest.raises(ValueError):
        Instant("2012-01-15T20:00:00")


@pytest.mark.parametrize(
    "json, text, count",
    [
        ({"exact": 7}, "7", Interval(7, 7)),
        ({"at_least": 18}, "at least 18", Interval(18)),
        ({"range": [16, 19]}, "16 to 19", Interval(16, 19)),
        ({"k_of_n": [3, 20]}, "3 of 20", Interval(3, 3)),
        (
            {"share": {"percent": "75.07", "n": 1200, "of": "polling stations observed"}},
            "75.07 per cent of polling stations observed",
            None,
        ),
        ({"vague": {"scale": "number", "term": "a_number_of"}}, "a number of", None),
        ({"vague": {"scale": "number", "term": "plural"}}, "an unstated number", None),
    ],
)
def test_quantity(json, text, count):
    quantity = Quantity(json)
    assert (
        str(quantity) == text
        and quantity.to_json() == json
        and quantity == Quantity(json)
        and hash(quantity) == hash(Quantity(json))
    )
    assert pickle.loads(pickle.dumps(quantity)) == quantity
    if count is None:
        with pytest.raises(Uncertain):
            quantity.count()
    else:
        assert quantity.count() == count


def test_only_an_exact_quantity_is_a_number():
    assert int(Quantity(7)) == 7
    for json in ({"at_least": 18}, {"range": [16, 19]}, {"vague": {"scale": "number", "term": "several"}}):
        with pytest.raises(ValueError):
            int(Quantity(json))
    with pytest.raises(TypeError):
        Quantity(7) + 1
    with pytest.raises(TypeError):
        Quantity(7) < Quantity(8)
    assert Quantity({"vague": {"scale": "number", "term": "several"}}).is_vague


@pytest.mark.parametrize("json", [{}, {"exact": 7, "at_least": 7}, {"exactly": 7}, [7], True])
def test_what_is_no_quantity(json):
    with pytest.raises(ValueError):
        Quantity(json)
