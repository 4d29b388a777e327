"""Every place in the source that raises an error of ours, read from its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.house.repository import modules

ERRORS = {"BadInput", "Missing", "Refused", "Broken", "DieuHanhError"}
NOT_VALUES = {"place", "column"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Raised(NamedTuple):
    """One call: the code it names (None: not written out), the values it hands over by name."""

    where: str
    code: str | None
    values: frozenset[str]
    complete: bool


def all_raised() -> Iterator[Raised]:
    """Every construction of an error in the source, helpers that take the code included."""
    for name, tree in modules():
        for call, function in _calls(tree):
            if _is_error(call):
                yield from _of_call(name, tree, call, function)


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, Function | None]]:
    inside: dict[ast.AST, Function] = {}
    for node in ast.walk(tree):
        if isinstance(node, Function):
            inside.update(dict.fromkeys(ast.walk(node), node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, inside.get(node)


def _is_error(call: ast.Call) -> bool:
    named = call.func.id if isinstance(call.func, ast.Name) else ""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    built_above = method == "__init__" and ast.unparse(call.func) == "super().__init__"
    return named in ERRORS or (method == "fault" and bool(call.args)) or built_above


def _of_call(
    name: str, tree: ast.Module, call: ast.Call, function: Function | None
) -> Iterator[Raised]:
    where = f"{name}:{call.lineno}"
    values = frozenset(k.arg for k in call.keywords if k.arg) - NOT_VALUES
    complete = all(k.arg for k in call.keywords)
    codes = list(_codes(call.args[0], function)) if call.args else []
    if codes:
        yield from (Raised(where, code, values, complete) for code in codes)
        return
    for outer in _callers(tree, call, function):
        given = values | frozenset(k.arg for k in outer.keywords if k.arg) - NOT_VALUES
        for code in _codes(outer.args[_position(call, function)], None):
            yield Raised(f"{name}:{outer.lineno}", code, given, complete=False)


def _codes(argument: ast.expr, function: Function | None) -> Iterator[str]:
    """The codes an argument can be: a literal, either side of a condition, or a local of these."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _codes(argument.body, function)
        yield from _codes(argument.orelse, function)
    elif isinstance(argument, ast.Name) and function is not None:
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == argument.id:
                yield from _codes(node.value, None)


def _position(call: ast.Call, function: Function | None) -> int:
    """Which parameter of the function around it the call hands on as its code; -1 when none."""
    first = call.args[0] if call.args else None
    if function is None or not isinstance(first, ast.Name):
        return -1
    names = [argument.arg for argument in function.args.args]
    return names.index(first.id) if first.id in names else -1


def _callers(tree: ast.Module, call: ast.Call, function: Function | None) -> Iterator[ast.Call]:
    position = _position(call, function)
    if function is None or position < 0:
        return
    for outer, _ in _calls(tree):
        called = outer.func.id if isinstance(outer.func, ast.Name) else ""
        if called == function.name and len(outer.args) > position:
            yield outer
