"""Every text in every format, written by the command, once for all tests."""

import functools
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
# The bundled texts, and texts of ours that are as nasty as we could make them.
TEXTS = sorted((ROOT / "texts").glob("[0-9]*.md")) + sorted((HERE / "texts").iterdir())
# The whole text, and what a filter shows.
VIEWS = {"whole": [], "filtered": ["--view", "#/opened?stance=critical"]}
FOLDER = tempfile.TemporaryDirectory(prefix="stancelight-formats-")


def command(*arguments):
    """Runs the command, which must succeed; gives its standard output."""
    program = os.environ.get("STANCELIGHT", ROOT / "target" / "debug" / "stancelight")
    run = [program, "analyze", *map(str, arguments)]
    return subprocess.run(run, check=True, capture_output=True).stdout


@functools.cache
def folder(name, view):
    """The folder with all texts in a format."""
    path = pathlib.Path(FOLDER.name) / view / name
    command("--format", name, "--output", path, *VIEWS[view], *TEXTS)
    return path


@functools.cache
def stream(name):
    """All texts in a format one behind the other."""
    return command("--format", name, *TEXTS).decode()


class FormatTest(unittest.TestCase):
    """What tests of a format have in common."""

    def each(self, name, ending, check):
        """Does something with each file of a format, as a subtest of its own."""
        for view in VIEWS:
            found = sorted(folder(name, view).glob(f"*.{ending}"))
            self.assertEqual(len(found), len(TEXTS), f"{name}, {view}")
            for path in found:
                with self.subTest(f"{view}: {path.name}"):
                    check(path)
