"""The actor lexicons: loaded as typed entries, consistent with each other, each entry found by its own examples."""

import re
from itertools import pairwise

import pytest

from aide_memoire.actors import DocumentActors, Register, cameo_of, find_instruments, load_register
from aide_memoire.actors.entries import CameoCode, HeadNoun, Lexicon, Membership, Occupancy, Post, WordClass
from aide_memoire.actors.lexicon import load_lexicons
from aide_memoire.actors.tokens import forms
from aide_memoire.errors import LexiconError
from aide_memoire.lexicons import read_lexicon
from aide_memoire.records import Actor

LEXICONS = load_lexicons()
DAY = "2015-06-01"


def mentions(text: str) -> tuple[Actor, ...]:
    return DocumentActors(text, title=None, publisher=None, published=DAY).mentions


def test_references_exist() -> None:
    load_register().check()


def test_names_mean_one_actor() -> None:
    meant: dict[tuple[str, ...], str] = {}
    for lexicon in LEXICONS:
        for actor in lexicon.actor:
            for alias in {actor.name, *actor.aliases}:
                key = forms(alias.removeprefix("the "))
                assert meant.setdefault(key, actor.id) == actor.id, f"{alias} means {meant[key]} and {actor.id}"


def test_an_item_of_wikidata_is_one_actor_or_instrument() -> None:
    meant: dict[str, str] = {}
    register = load_register()
    items = [(entry.id, entry.qid) for entry in register.actors.values()]
    items += [(entry.id, entry.qid) for entry in register.instruments.values()]
    for id, qid in items:
        if qid:
            assert re.fullmatch(r"Q[1-9]\d*", qid), id
            assert meant.setdefault(qid, id) == id, f"{qid}: {meant[qid]}, {id}"


def test_every_state_of_today_has_an_item_of_wikidata() -> None:
    states = [a for lexicon in LEXICONS for a in lexicon.actor if a.kind == "state"]
    assert {a.id for a in states if not a.qid} <= {"YUG"}


def test_own_codes_are_cameo_codes_and_follow_one_another() -> None:
    for actor in (a for lexicon in LEXICONS for a in lexicon.actor):
        codes = actor.cameo if isinstance(actor.cameo, tuple) else (CameoCode(code=actor.cameo or "IGO"),)
        assert all(re.fullmatch(r"([A-Z]{3}){1,5}", c.code) for c in codes), actor.id
        for earlier, later in pairwise(codes):
            assert earlier.end and later.start and earlier.end < later.start, actor.id


def test_cameo_roles_are_those_of_their_examples() -> None:
    register = load_register()
    for role in register.cameo_roles:
        for example in role.examples:
            assert (cameo_of(register.actor(example, via="name")) or "")[3:] == role.code, example
        for other in role.non_examples:
            assert (cameo_of(register.actor(other, via="name")) or "")[3:] != role.code, other


def test_bodies_of_cameo_roles_exist() -> None:
    known = {part for a in load_register().actors for part in (a, a.partition(".")[2])}
    assert not {body for role in load_register().cameo_roles for body in role.bodies} - known


def test_short_forms_mean_one_body_of_a_country() -> None:
    meant: dict[tuple[str, str], str] = {}
    for lexicon in LEXICONS:
        for actor in (a for a in lexicon.actor if a.country):
            for short in actor.short:
                key = (actor.country or "", short.lower())
                assert meant.setdefault(key, actor.id) == actor.id, f"{key} means {meant[key]} and {actor.id}"


def test_no_post_has_two_holders_at_once() -> None:
    held: dict[str, list[Occupancy]] = {}
    for lexicon in LEXICONS:
        for occupancy in lexicon.occupancy:
            held.setdefault(occupancy.post, []).append(occupancy)
    for post, occupancies in held.items():
        ordered = sorted(occupancies, key=lambda o: o.start or "")
        for earlier, later in pairwise(ordered):
            assert earlier.end, f"{post}: {earlier.person} has no end, but {later.person} follows"
            shared = min(len(earlier.end), len(later.start or ""))
            assert earlier.end[:shared] <= (later.start or "")[:shared], f"{post}: {earlier.person}, {later.person}"


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda lexicon: f"{len(lexicon.actor)}-actors")
def test_actors_are_found_in_their_examples(lexicon: Lexicon) -> None:
    for actor in lexicon.actor:
        assert actor.examples, f"{actor.id} has no example"
        for example in actor.examples:
            assert actor.id in {m.id for m in mentions(example)}, f"{actor.id} is not found in {example!r}"
        for text in actor.non_examples:
            assert actor.id not in {m.id for m in mentions(text)}, f"{actor.id} is found in {text!r}"


def test_alliances_make_allies_of_their_members() -> None:
    for alliance in (a for lexicon in LEXICONS for a in lexicon.alliance):
        assert alliance.examples
        for text in (*alliance.examples, *alliance.non_examples):
            start = text.index("The allies")
            actors = DocumentActors(text, title=None, publisher=None, published=DAY)
            found = actors.resolve(start, start + len("The allies"))
            members = set(found.members or ()) if found else set()
            assert (len(members) > 1 and members <= set(alliance.members)) == (text in alliance.examples), text


def test_seats_are_found_in_their_examples() -> None:
    for seat in (s for lexicon in LEXICONS for s in lexicon.seat):
        assert seat.examples
        for example in seat.examples:
            assert seat.actor in {m.id for m in mentions(example)}, f"{seat.form} is not found in {example!r}"
        for text in seat.non_examples:
            assert seat.actor not in {m.id for m in mentions(text)}, f"{seat.form} is found in {text!r}"


def test_traps_close() -> None:
    for trap in (t for lexicon in LEXICONS for t in lexicon.trap):
        assert trap.non_examples
        for text in trap.non_examples:
            inner = [m.text for m in mentions(text) if m.text and m.text in trap.form]
            assert not inner, f"{inner} is found in {text!r}"


def test_context_names_depend_on_their_cues() -> None:
    for name in (n for lexicon in LEXICONS for n in lexicon.context_name):
        for example in name.examples:
            assert name.form in {m.text for m in mentions(example) if m.id == name.actor}
        for text in name.non_examples:
            assert name.form not in {m.text for m in mentions(text)}


def test_posts_with_examples_are_found() -> None:
    for post in (p for lexicon in LEXICONS for p in lexicon.post):
        for example in post.examples:
            assert any(m.kind == "person" for m in mentions(example)), f"{post.id} is not found in {example!r}"


def test_instruments_are_found_in_their_examples() -> None:
    for instrument in (i for lexicon in LEXICONS for i in lexicon.instrument):
        assert instrument.examples
        for example in instrument.examples:
            assert instrument.id in {i.id for i in find_instruments(example)}, f"{instrument.id} not in {example!r}"
        for text in instrument.non_examples:
            assert instrument.id not in {i.id for i in find_instruments(text)}


def test_names_of_instruments_mean_one_instrument() -> None:
    meant: dict[tuple[str, ...], str] = {}
    for instrument in load_register().instruments.values():
        for name in {instrument.name.partition(" (")[0], *instrument.aliases}:
            assert meant.setdefault(forms(name), instrument.id) == instrument.id, f"{name}: {meant[forms(name)]}"


def test_instruments_are_adopted_then_in_force_then_ended() -> None:
    for instrument in load_register().instruments.values():
        days = [d for d in (instrument.adopted, instrument.in_force, instrument.ended) if d]
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", d) for d in days), instrument.id
        for earlier, later in pairwise(days):
            assert earlier[: len(later)] <= later[: len(earlier)], instrument.id


def test_memberships_end_after_they_begin_and_do_not_overlap() -> None:
    for actor in load_register().actors.values():
        spells: dict[str, str] = {}
        for member in (m for m in actor.members if isinstance(m, Membership)):
            start = member.start or ""
            assert not member.end or start <= member.end, f"{actor.id}: {member.id}"
            assert spells.get(member.id, "") <= start, f"{actor.id}: {member.id} twice at once"
            spells[member.id] = member.end or "9999"


@pytest.mark.parametrize(
    ("group", "day", "member", "expected"),
    [
        ("NATO", "2023-04-03", "FIN", False),
        ("NATO", "2023-04-04", "FIN", True),
        ("G8", "2014-01-01", "RUS", True),
        ("G8", "2015-01-01", "RUS", False),
        ("ECOWAS", "2024-12-31", "MLI", True),
        ("ECOWAS", "2025-02-01", "MLI", False),
        ("OPEC", "2018-06-01", "IDN", False),
        ("OPEC", "2016-06-01", "IDN", True),
        ("SADC", "2006-01-01", "SYC", False),
        ("SCO", "2024-07-04", "BLR", True),
        ("EU", "2020-02-01", "GBR", False),
        ("G20", "2024-01-01", "AU", True),
        ("BRICS", "2023-12-31", "IRN", False),
    ],
)
def test_members_are_those_of_the_day(group: str, day: str, member: str, expected: bool) -> None:
    assert (member in load_register().actors[group].members_on(day)) is expected


def test_no_member_is_named_twice() -> None:
    members = load_register().actors["OPEC"].members_on(None)
    assert len(members) == len(set(members))


def test_word_classes_hold_their_examples() -> None:
    for lexicon in LEXICONS:
        entries: tuple[HeadNoun | WordClass, ...] = (*lexicon.head, *lexicon.word_class)
        for entry in entries:
            words = {w.lower() for w in entry.words}
            for example in entry.examples:
                said = {*forms(example.lower()), *example.lower().split()}
                assert words & said, f"none of the words of {example!r}"
            for text in entry.non_examples:
                assert not {w for w in words if w in forms(text.lower()) and w not in ("the", "a")}, text


def test_outlets_name_known_countries() -> None:
    register = load_register()
    assert set(register.outlets.values()) <= set(register.actors)


def test_a_wrong_entry_is_named(tmp_path: object) -> None:
    class File:
        name = "broken.toml"

        @staticmethod
        def read_bytes() -> bytes:
            return b'[[actor]]\nid = "X"\nnmae = "Sendai"'

    with pytest.raises(LexiconError, match=r"broken\.toml"):
        read_lexicon(File(), Lexicon)  # type: ignore[arg-type]


def test_an_unknown_reference_is_named() -> None:
    post = Post(id="ATL.president", title="President", country="ATL", actor="ATL")
    with pytest.raises(LexiconError, match="ATL"):
        Register([Lexicon(post=(post,))]).check()
