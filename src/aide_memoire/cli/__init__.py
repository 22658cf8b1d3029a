"""The command line: parse, call, print. Each command's module imports what it needs when it runs, so help is quick."""

try:
    import click

    from aide_memoire import __version__
    from aide_memoire.cli.add import add
    from aide_memoire.cli.brief import brief
    from aide_memoire.cli.conflicts import conflicts
    from aide_memoire.cli.data import data
    from aide_memoire.cli.due import due
    from aide_memoire.cli.explain import explain
    from aide_memoire.cli.export import export
    from aide_memoire.cli.group import Commands
    from aide_memoire.cli.read import read
    from aide_memoire.cli.show import show
    from aide_memoire.cli.timeline import timeline
    from aide_memoire.cli.watch import watch
except KeyboardInterrupt:
    # Before there is a group of commands to answer Ctrl-C.
    raise SystemExit(130) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="aide-memoire")
def main() -> None:
    """Keep a ledger of what states have undertaken, out of reports and official statements.

    Who undertook to do what, toward whom, under which agreement, on what condition, by when: each with the
    sentence that says so.

    \b
    Examples:
      aide-memoire read report.txt            what one report says
      aide-memoire add reports/               keep what a folder of reports says
      aide-memoire brief                      what has been undertaken, by holder
      aide-memoire watch                      what is due, overdue or fell silent
      aide-memoire show 3fa9c21b              one commitment, with its sentences
      aide-memoire explain 3fa9c21b           what became of it, and by which sentence

    Exit status: 0 if all went well, 1 if something failed, 2 if the command was not understood.
    """


main.add_command(read)
main.add_command(add)
main.add_command(brief)
main.add_command(due)
main.add_command(watch)
main.add_command(conflicts)
main.add_command(show)
main.add_command(explain)
main.add_command(timeline)
main.add_command(export)
main.add_command(data)
