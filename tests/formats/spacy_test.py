"""JSON for spaCy, by spaCy: its schema, its documents and displaCy."""

import json

import html5lib
import spacy
from spacy import displacy
from spacy.tokens import Doc

from written import FormatTest, folder

NLP = spacy.blank("en")


def document(path):
    """The file, and the document that spaCy makes of it by its own schema."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return found, Doc(NLP.vocab).from_json(found, validate=True)


class Spacy(FormatTest):
    def test_a_document_opens_with_all_its_spans(self):
        def check(path):
            found, doc = document(path)
            self.assertEqual(doc.text, found["text"])
            self.assertEqual(len(list(doc.sents)), len(found["sents"]))
            self.assertEqual([e.start_char for e in doc.ents], [e["start"] for e in found["ents"]])
            for group, spans in found["spans"].items():
                opened = [(s.start_char, s.end_char, s.label_, s.kb_id_) for s in doc.spans[group]]
                wanted = [(s["start"], s["end"], s["label"], s["kb_id"]) for s in spans]
                self.assertEqual(opened, wanted, group)

        self.each("displacy", "displacy.json", check)

    def test_it_is_written_again_without_loss(self):
        def check(path):
            _, doc = document(path)
            again = Doc(NLP.vocab).from_bytes(doc.to_bytes())
            self.assertEqual(again.to_json(), doc.to_json())

        self.each("displacy", "displacy.json", check)

    def test_displacy_draws_it(self):
        def check(path):
            found, _ = document(path)
            page = displacy.render(found, style="ent", manual=True, page=True, jupyter=False)
            marks = html5lib.parse(page, namespaceHTMLElements=False).findall(".//mark")
            self.assertEqual(len(marks), len(found["ents"]))

        self.each("displacy", "displacy.json", check)

    def test_the_schema_can_be_missed(self):
        found = json.loads((folder("displacy", "whole") / "nasty.displacy.json").read_text("utf-8"))
        found["spans"] = found["ents"]
        with self.assertRaises(ValueError):
            Doc(NLP.vocab).from_json(found, validate=True)
