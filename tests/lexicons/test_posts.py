"""The posts, their holders and the institutions of states: what the tables may not get wrong."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

LEXICONS = files("aide_memoire") / "lexicons"
EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
POST_KEYS = {"id", "title", "country", "actor", "titles"}
OCCUPANCY_KEYS = {"post", "person", "spellings", "surname", "start", "end", "qid"}
ACTOR_KEYS = {"id", "name", "kind", "country", "aliases", "short", "qid", "examples", "non_examples"}
KINDS = {"ministry", "agency", "parliament", "armed_force", "government", "organisation"}

type Row = dict[str, Any]


def _rows(folder: str, table: str) -> list[Row]:
    names = sorted(entry.name for entry in (LEXICONS / folder).iterdir() if entry.name.endswith(".toml"))
    texts = ((LEXICONS / folder / name).read_text(encoding="utf-8") for name in names)
    return [row for text in texts for row in tomllib.loads(text).get(table, [])]


POSTS = _rows("posts", "post")
OCCUPANCIES = _rows("posts", "occupancy")
ACTORS = _rows("ministries", "actor")


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _last_day(date: str) -> str:
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def _end(row: Row) -> str:
    return str(row.get("end", "9999"))


def _names(actor: Row) -> list[str]:
    return [actor["name"], *actor.get("aliases", [])]


def _overlap(earlier: Row, later: Row) -> bool:
    """Whether two terms overlap for certain: a month or a year may hide the day on which one followed the other."""
    return _first_day(_end(earlier)) > _last_day(later["start"])


def _terms() -> Iterator[tuple[Row, Row]]:
    terms: dict[str, list[Row]] = defaultdict(list)
    for row in OCCUPANCIES:
        terms[row["post"]].append(row)
    for rows in terms.values():
        yield from pairwise(sorted(rows, key=lambda r: (_first_day(r["start"]), _last_day(r["start"]), _end(r))))


def _twice(values: list[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_tables_are_not_empty() -> None:
    assert POSTS and OCCUPANCIES and ACTORS


def test_keys_are_known() -> None:
    assert {key for row in POSTS for key in row} <= POST_KEYS
    assert {key for row in OCCUPANCIES for key in row} <= OCCUPANCY_KEYS
    assert {key for row in ACTORS for key in row} <= ACTOR_KEYS


def test_ids_are_unique() -> None:
    assert not _twice([row["id"] for row in (*POSTS, *ACTORS)])


def test_ids_start_with_their_country() -> None:
    assert not [p["id"] for p in POSTS if "country" in p and not p["id"].startswith(p["country"] + ".")]
    assert not [a["id"] for a in ACTORS if not a["id"].startswith(a["country"] + ".")]


def test_posts_and_occupancies_meet() -> None:
    assert {row["post"] for row in OCCUPANCIES} == {row["id"] for row in POSTS}


def test_posts_speak_for_known_actors() -> None:
    tables = [tomllib.loads(e.read_text(encoding="utf-8")) for e in LEXICONS.iterdir() if e.name.endswith(".toml")]
    known = {actor["id"] for table in tables for actor in table.get("actor", [])} | {a["id"] for a in ACTORS}
    assert not {p["id"]: p["actor"] for p in POSTS if p["actor"] not in known}


def test_dates_are_dates() -> None:
    dates = [row[key] for row in OCCUPANCIES for key in ("start", "end") if key in row]
    assert not [date for date in dates if not EDTF.fullmatch(date)]
    assert not [row for row in OCCUPANCIES if _last_day(_end(row)) < _first_day(row["start"])]


def test_no_two_holders_at_once() -> None:
    assert not [(a["post"], a["person"], b["person"]) for a, b in _terms() if _overlap(a, b)]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ({"end": "2017-05-10"}, {"start": "2017-05-10"}, False),
        ({"end": "2017-05"}, {"start": "2017-05-10"}, False),
        ({"end": "2017"}, {"start": "2017-05"}, False),
        ({"end": "2017-05-11"}, {"start": "2017-05-10"}, True),
        ({"end": "2018"}, {"start": "2017-05-10"}, True),
        ({}, {"start": "2017-05-10"}, True),
    ],
)
def test_overlap_knows_precision(earlier: Row, later: Row, expected: bool) -> None:
    assert _overlap(earlier, later) is expected


def test_a_surname_stands_in_a_name() -> None:
    named = [row for row in OCCUPANCIES if "surname" in row]
    assert not [r for r in named if not any(r["surname"] in n for n in (r["person"], *r.get("spellings", [])))]


def test_a_person_has_one_qid_and_a_qid_one_person() -> None:
    pairs = {(row["person"], row["qid"]) for row in OCCUPANCIES if "qid" in row}
    assert not _twice([person for person, _ in pairs])
    assert not _twice([qid for _, qid in pairs])
    assert not [qid for _, qid in pairs if not re.fullmatch(r"Q[1-9]\d*", qid)]


def test_actor_kinds() -> None:
    assert {actor["kind"] for actor in ACTORS} <= KINDS


def test_names_and_aliases_are_unique() -> None:
    assert not _twice([name for actor in ACTORS for name in dict.fromkeys(_names(actor))])


def test_short_forms_are_unique_within_a_country() -> None:
    shorts = [(a["country"], s) for a in ACTORS for s in dict.fromkeys(x.lower() for x in a.get("short", []))]
    assert not _twice(shorts)


def test_examples_hold_a_name() -> None:
    assert not [a["id"] for a in ACTORS if not a.get("examples")]
    assert not [(a["id"], e) for a in ACTORS for e in a["examples"] if not any(n in e for n in _names(a))]


def test_non_examples_hold_no_name() -> None:
    assert not [(a["id"], e) for a in ACTORS for e in a.get("non_examples", []) if any(n in e for n in _names(a))]


@pytest.mark.parametrize(
    ("post", "day", "expected"),
    [
        ("KOR.president", "2018-09-19", "Moon Jae-in"),
        ("KOR.unification-minister", "2018-04-27", "Cho Myoung-gyon"),
        ("PRK.leader", "2000-06-15", "Kim Jong-il"),
        ("USA.president", "2018-06-12", "Donald Trump"),
        ("USA.secretary-of-state", "2015-07-14", "John Kerry"),
        ("USA.defence-secretary", "2003-03-20", "Donald Rumsfeld"),
        ("JPN.prime-minister", "2002-09-17", "Junichiro Koizumi"),
        ("CHN.foreign-minister", "2019-10-01", "Wang Yi"),
        ("RUS.president", "2010-04-08", "Dmitry Medvedev"),
        ("UKR.president", "1994-12-05", "Leonid Kuchma"),
        ("UKR.president", "2022-02-24", "Volodymyr Zelensky"),
        ("IRN.foreign-minister", "2015-07-14", "Mohammad Javad Zarif"),
        ("ISR.prime-minister", "1993-09-13", "Yitzhak Rabin"),
        ("SRB.president", "2013-04-19", "Tomislav Nikolić"),
        ("COL.president", "2016-11-24", "Juan Manuel Santos"),
        ("ETH.prime-minister", "2022-11-02", "Abiy Ahmed"),
        ("BIH.foreign-minister", "1995-11-21", "Muhamed Šaćirbegović"),
        ("YUG.foreign-minister", "1999-03-24", "Živadin Jovanović"),
        ("IRL.foreign-minister", "1998-04-10", "David Andrews"),
        ("GEO.foreign-minister", "2008-08-08", "Eka Tkeshelashvili"),
        ("abkhazia.president", "2008-08-08", "Sergei Bagapsh"),
        ("BOL.president", "2003-10-20", "Carlos Mesa"),
        ("farc.leader", "2016-11-24", "Timochenko"),
        ("USA.state-department-spokesperson", "1996-04-16", "Nicholas Burns"),
        ("UN.secretary-general", "2015-12-12", "Ban Ki-moon"),
        ("NATO.secretary-general", "2022-06-29", "Jens Stoltenberg"),
        ("EU.high-representative", "2013-11-24", "Catherine Ashton"),
        ("ICTY.prosecutor", "2001-06-28", "Carla Del Ponte"),
        ("LKA.prime-minister", "2002-02-22", "Ranil Wickremesinghe"),
        ("ltte.political-wing-leader", "2006-02-22", "S. P. Thamilselvan"),
        ("milf.chairman", "2008-08-04", "Murad Ebrahim"),
        ("TLS.prime-minister", "2006-05-28", "Mari Alkatiri"),
        ("TWN.premier", "2003-07-01", "Yu Shyi-kun"),
    ],
)
def test_who_held_a_post(post: str, day: str, expected: str) -> None:
    held = [r["person"] for r in OCCUPANCIES if r["post"] == post and r["start"] <= day < _end(r)]
    assert held == [expected]
