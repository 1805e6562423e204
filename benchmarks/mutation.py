"""Mutation test of the rules: each small change of a rule's code must make one of its cases fail.

    python -m benchmarks.mutation [C01 N ...]        all rules, or those whose code begins so; N: the own rules of notices

Every mutant lives in this process alone: its module is compiled from a changed syntax tree and put in the rule's place for
its own cases, so that a thousand take a minute. What survives is printed with line and change."""

from __future__ import annotations

import ast
import copy
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import rules.checks
from pipeline.notices.cases import Case, cases_in, mistakes
from rules import engine
from rules.model import Rule
from rules.own import build
from rules.packs import PACKS, pack_ids

ROOT = Path(__file__).parents[1]
COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def changes(node: ast.AST) -> Iterator[Callable[[ast.AST], ast.AST]]:
    """The ways in which one node may be changed; each gets a copy of it."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARE:
        yield lambda n: ast.Compare(n.left, [COMPARE[type(n.ops[0])](), *n.ops[1:]], n.comparators)
    elif isinstance(node, ast.BoolOp):
        yield lambda n: ast.BoolOp(ast.And() if isinstance(n.op, ast.Or) else ast.Or(), n.values)
        yield from (lambda n, at=at: one_less(n, at) for at in range(len(node.values)))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda n: n.operand
    elif isinstance(node, ast.IfExp):
        yield lambda n: n.body
        yield lambda n: n.orelse
    elif isinstance(node, ast.If):
        yield lambda n: ast.If(ast.Constant(False), n.body, n.orelse)
        yield lambda n: ast.If(ast.Constant(True), n.body, n.orelse)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        yield lambda n: ast.BinOp(n.left, ast.Sub() if isinstance(n.op, ast.Add) else ast.Add(), n.right)
    elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
        yield lambda n: ast.Constant(not n.value if isinstance(n.value, bool) else n.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalnum, node.value)):
        yield lambda n: ast.Constant("¤" + n.value)


def one_less(node: ast.BoolOp, at: int) -> ast.expr:
    rest = [v for n, v in enumerate(node.values) if n != at]
    return rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def left_out(tree: ast.Module) -> set[ast.AST]:
    """Docstrings, and what only names things to other tests: `says`, codes, annotations;
    sizes of caches."""
    out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            out.update(ast.walk(node))
        named = [t.id for t in node.targets if isinstance(t, ast.Name)] if isinstance(node, ast.Assign) else []
        if {"says", "code", "whole", "on_paper"} & set(named):
            out.update(ast.walk(node))
        parts = [getattr(node, "annotation", None), getattr(node, "returns", None), *getattr(node, "decorator_list", ())]
        out.update(below for part in parts if part is not None for below in ast.walk(part))
    return out


def mutants(source: str) -> Iterator[tuple[str, ast.Module]]:
    """Line and change, with the changed tree."""
    tree = ast.parse(source)
    skipped, nodes = left_out(tree), list(ast.walk(tree))
    for at, node in enumerate(nodes):
        for change in () if node in skipped else changes(node):
            other = copy.deepcopy(tree)
            target = list(ast.walk(other))[at]
            changed = ast.copy_location(change(target), target)
            replace(other, target, changed)
            was, now = (ast.unparse(n).splitlines()[0] for n in (node, changed))
            yield f"{node.lineno}: {was}  →  {now}", ast.fix_missing_locations(other)


def replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                setattr(parent, name, [new if v is old else v for v in value])


def module_of(tree: ast.Module, like: ModuleType) -> dict[str, object]:
    names: dict[str, object] = {"__name__": like.__name__, "__file__": like.__file__}
    exec(compile(tree, like.__file__ or "", "exec"), names)
    return names


def killed(names: dict[str, object], cases: list[Case]) -> bool:
    made = [v for v in names.values() if isinstance(v, type) and issubclass(v, Rule) and v.__module__ == names["__name__"]]
    engine.all_rules.cache_clear()
    engine._asked.cache_clear()
    engine._asked_of_form.cache_clear()
    kept, own = engine.all_rules, dict(build.KINDS)
    try:
        if cases[0].code[0] == "N":
            build.KINDS.update({kind: c for kind, old in own.items() for c in made if c.__name__ == old.__name__})
        else:
            engine.all_rules = lambda: tuple(c() for c in made)  # type: ignore[assignment]
        return any(mistakes(case) for case in cases)
    finally:
        engine.all_rules = kept
        build.KINDS.update(own)


def rooms(wanted: list[str]) -> Iterator[tuple[ModuleType, list[Case]]]:
    """Each module of rules with the cases that try it."""
    told = cases_in(ROOT / "tests" / "rules" / "cases", "base")
    for path in sorted(Path(rules.checks.__path__[0]).glob("[a-z][0-9]*.py")):
        code = path.stem.partition("_")[0].upper()
        if not wanted or any(code.startswith(w) for w in wanted):
            yield importlib.import_module(f"rules.checks.{path.stem}"), [c for c in told if c.code == code]
    if not wanted or "N" in wanted:
        own = [c for name in pack_ids() for c in cases_in(PACKS / name / "cases", name)]
        folder = ROOT / "tests" / "rules" / "own"
        own += cases_in(folder / "cases", str(folder))
        for kind in build.KINDS.values():
            yield importlib.import_module(kind.__module__), [c for c in own if c.code[0] == "N"]


def main(wanted: list[str]) -> None:
    total = survived = 0
    for module, cases in rooms(wanted):
        for change, tree in mutants(Path(module.__file__ or "").read_text("utf-8")):
            total += 1
            try:
                dead = killed(module_of(tree, module), cases)
            except Exception:
                dead = True
            if not dead:
                survived += 1
                print(f"{module.__name__.rpartition('.')[2]} {change}", flush=True)
    print(f"{total} mutants, {total - survived} killed, {survived} survived ({(total - survived) / max(total, 1):.1%} killed)")


if __name__ == "__main__":
    main(sys.argv[1:])
