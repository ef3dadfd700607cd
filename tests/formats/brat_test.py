"""brat's standoff, by brat's own server: its parser, its configuration and its checks."""

import contextlib
import importlib.util
import io
import pathlib
import shutil
import sys
import tempfile
import types

from written import FormatTest, folder


def server():
    """The modules of brat's server, which are no package and look for a configuration."""
    found = importlib.util.find_spec("brat").submodule_search_locations
    source = pathlib.Path(next(iter(found)), "server")
    sys.path[:0] = [str(source / "src"), str(source / "lib")]
    config = types.ModuleType("config")
    config.BASE_DIR = config.DATA_DIR = config.WORK_DIR = tempfile.gettempdir()
    config.DEBUG = False
    sys.modules["config"] = config
    import annotation
    import projectconfig
    import verify_annotations
    from message import Messager

    # It opens files in a mode that Python no longer has; newlines are translated as that one did.
    def open_text(name, mode="r"):
        return open(name, mode.replace("U", ""), encoding="utf-8")

    annotation.open_textfile = projectconfig.open_textfile = open_text
    return annotation, projectconfig, verify_annotations, Messager


ANNOTATION, PROJECT, VERIFY, MESSAGER = server()


def issues(path):
    """What brat says of a pair of files."""
    said = {}
    MESSAGER.output_json({})
    with contextlib.redirect_stderr(io.StringIO()):
        with ANNOTATION.TextAnnotations(str(path.with_suffix("")), read_only=True) as document:
            project = PROJECT.ProjectConfiguration(str(path.parent))
            # Lines that it cannot read, or whose words are not those at their place.
            found = [f"line {line + 1}" for line in document.failed_lines]
            if not found:
                found = [i.human_readable_str() for i in VERIFY.verify_annotation(document, project)]
    MESSAGER.output_json(said)
    return found + [text for text, kind, _ in said["messages"] if kind != "comment"]


class Brat(FormatTest):
    def test_brat_finds_no_fault(self):
        self.each("brat", "ann", lambda path: self.assertEqual(issues(path), []))

    def test_brat_finds_faults_where_there_are_some(self):
        source = folder("brat", "whole")
        for right, wrong in [
            ("T1\tPerson", "T1\tPlanet"),
            ("Target:T", "Aim:T"),
            ("Stance T1", "Mood T1"),
            ("T1\tPerson 15 19", "T1\tPerson 14 18"),
        ]:
            with self.subTest(wrong), tempfile.TemporaryDirectory() as place:
                for name in ["nasty.txt", "annotation.conf"]:
                    shutil.copy(source / name, place)
                text = (source / "nasty.ann").read_text(encoding="utf-8")
                self.assertIn(right, text)
                path = pathlib.Path(place, "nasty.ann")
                path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
                self.assertNotEqual(issues(path), [])
