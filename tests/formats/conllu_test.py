"""CoNLL-U, by the validator of Universal Dependencies and by a parser."""

import pathlib
import re
import tempfile

import conllu
from udtools.validator import Validator

from written import FormatTest, TEXTS, stream


def errors(path):
    """What the official validator says of the format, and of entities as CorefUD has them."""
    # Level 2 is the format; what lies above is about trees, which a reading does not have.
    validator = Validator(lang="ud", level=2, check_coref=True, output=None)
    state = validator.validate_files([str(path)])
    return [] if state.passed() else [str(state)]


class Conllu(FormatTest):
    def test_the_official_validator_is_content(self):
        self.each("conllu", "conllu", lambda path: self.assertEqual(errors(path), []))

    def test_the_official_validator_can_complain(self):
        text = stream("conllu").replace("\t1\tdep\t", "\t_\tdep\t", 1)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "broken.conllu")
            path.write_text(text, encoding="utf-8", newline="")
            self.assertNotEqual(errors(path), [])

    def test_several_discussions_in_one_file_are_valid(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "all.conllu")
            path.write_text(stream("conllu"), encoding="utf-8", newline="")
            self.assertEqual(errors(path), [])
        heads = re.findall("^# newdoc id = (.+)$", stream("conllu"), re.MULTILINE)
        self.assertEqual(len(set(heads)), len(TEXTS))

    def test_a_parser_reads_words_and_trees(self):
        def check(path):
            sentences = conllu.parse(path.read_text(encoding="utf-8"))
            self.assertTrue(sentences)
            for sentence in sentences:
                built = ""
                for token in sentence:
                    apart = token["misc"].get("SpaceAfter") != "No"
                    built += token["form"] + (" " if apart else "")
                self.assertEqual(built.rstrip(), sentence.metadata["text"].rstrip())
                self.assertEqual(sentence.to_tree().token["id"], 1)

        self.each("conllu", "conllu", check)
