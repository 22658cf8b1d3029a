"""The codes that other data sets know an actor by: its CAMEO actor code and its Wikidata item."""

from aide_memoire.actors.entries import ActorEntry, CameoRole, Occupancy
from aide_memoire.actors.register import Register, load_register
from aide_memoire.records import Actor


def cameo_of(actor: Actor, day: str | None = None, register: Register | None = None) -> str | None:
    """The CAMEO code of an actor as of a day ("2021-06-30" or a prefix of it), or None where the role is not known.

    "KOR" is South Korea, "KORGOV" its president or foreign ministry, "KORLEG" its parliament, "IGOWSTNAT" is NATO.
    Several actors together have a code each, joined: "KOR+USA". A person has the role of the post held on the day.
    Countries are ISO 3166-1 alpha-3, as section 3.1.1 of the CAMEO codebook 1.1b3 has it, roles those of
    `lexicons/cameo.toml`; organisations have their codes of table 7.1 of the codebook, or "IGO" alone.
    """
    known = register or load_register()
    if actor.candidates:
        return None
    if actor.kind == "person":
        return _person(actor, day, known)
    entry = known.actors.get(actor.id)
    if entry is not None and entry.cameo:
        return entry.cameo_on(day)
    if actor.kind == "group":
        return _together(actor, day, known)
    if actor.country is None:
        return _organ(actor, day, known)
    if actor.kind == "state":
        return _country(actor.country, day, known)
    return _body(actor, day, known)


def qid_of(actor: Actor, register: Register | None = None) -> str | None:
    """The Wikidata item of an actor ("Q884" for South Korea), or None where the register does not know it."""
    known = register or load_register()
    if actor.kind == "person":
        return next((held.qid for held in known.people.get(actor.name, ()) if held.qid), None)
    entry = known.actors.get(actor.id)
    return entry.qid if entry else None


def _body(actor: Actor, day: str | None, register: Register) -> str | None:
    """Country and role of a ministry, a parliament, a movement: "KORGOV"."""
    role = next((r for r in register.cameo_roles if _is_role_of(r, actor)), None)
    country = _country(actor.country or "", day, register)
    return f"{country}{role.code}" if role and country else None


def _organ(actor: Actor, day: str | None, register: Register) -> str | None:
    """An organ of an organisation, without a code of its own, has that of the whole."""
    whole = register.actors.get(actor.id.partition(".")[0])
    return whole.cameo_on(day) if whole and whole.kind == "organisation" else None


def _is_role_of(role: CameoRole, actor: Actor) -> bool:
    return actor.kind in role.kinds or actor.id in role.bodies or actor.id.partition(".")[2] in role.bodies


def _country(country: str, day: str | None, register: Register) -> str | None:
    state = register.actors.get(country)
    return (state.cameo_on(day) or state.id) if state else None


def _person(actor: Actor, day: str | None, register: Register) -> str | None:
    """The role of a head of state or government, who has the id of the state, or of the post held on the day."""
    if actor.id in register.actors:
        return _of_post(register.actors[actor.id], day, register)
    held = {o.post for o in register.by_slug.get(actor.id.rpartition(".")[2], ()) if day and _is_held(o, actor, day)}
    codes = {_of_post(register.actors[register.posts[post].actor], day, register) for post in held}
    return codes.pop() if len(codes) == 1 else None


def _is_held(occupancy: Occupancy, actor: Actor, day: str) -> bool:
    post = occupancy.post.partition(".")[0]
    return occupancy.covers(day) and post == (actor.country or actor.id.partition(".")[0])


def _of_post(entry: ActorEntry, day: str | None, register: Register) -> str | None:
    """Who speaks for a state is its government; who speaks for another body has the code of that."""
    code = cameo_of(register.actor(entry.id, via="post"), day, register)
    return f"{code}GOV" if entry.kind == "state" and code else code


def _together(actor: Actor, day: str | None, register: Register) -> str | None:
    """The codes of all members, where all have one; a movement's country counts only if the name names it as well."""
    own = actor.id.split("+") if actor.id not in register.actors else []
    apart = [part for part in own if part not in (actor.members or ())]
    movements = [register.actors[part] for part in apart if part in register.actors]
    homes = {m.country for m in movements}
    members = [m for m in actor.members or () if m not in homes or register.state_name(m) in actor.name]
    parts = [*members, *(m.id for m in movements)]
    known = [cameo_of(register.actor(part, via="name"), day, register) for part in parts if part in register.actors]
    codes = [code for code in known if code]
    return "+".join(codes) if codes and len(codes) == len(parts) == len(members) + len(apart) else None
