"""Tables that tell what happened: the database itself refuses to change or delete their rows."""

from alembic import op


def keep_for_ever(*names: str) -> None:
    """Give the tables their triggers; SQLite and PostgreSQL know different words for the same."""
    postgres = op.get_bind().dialect.name == "postgresql"
    if postgres:
        op.execute(
            "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    for name in names:
        for what in ("UPDATE", "DELETE"):
            does = "FOR EACH ROW EXECUTE FUNCTION append_only()" if postgres else "BEGIN SELECT RAISE(ABORT, 'append only'); END"
            op.execute(f"CREATE TRIGGER {name}_no_{what.lower()} BEFORE {what} ON {name} {does}")
