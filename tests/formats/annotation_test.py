"""W3C Web Annotation, by a validator of its data model and by a processor of JSON-LD."""

import json
import subprocess

from pyld import jsonld

from written import HERE, VIEWS, FormatTest, folder

ANNO = "http://www.w3.org/ns/anno.jsonld"
NAMESPACES = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "http://schema.org/",
}
# Of the terms of the vocabulary those that we write, so that nobody has to be asked for them.
TYPES = {
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
}
TYPES |= {name: f"oa:{name}" for name in [
    "Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
    "identifying", "assessing", "tagging", "describing",
]}
VALUES = {
    "format": "dc:format", "value": "rdf:value", "label": "rdfs:label", "name": "foaf:name",
    "total": "as:totalItems", "startIndex": "as:startIndex",
}
VALUES |= {name: f"oa:{name}" for name in ["start", "end", "exact", "prefix", "suffix"]}
LINKS = {"generator": "as:generator", "first": "as:first", "partOf": "as:partOf"}
LINKS |= {name: f"oa:has{name.title()}" for name in ["body", "target", "source", "selector", "scope"]}
CONTEXT = NAMESPACES | TYPES | VALUES | {
    "id": "@id",
    "type": "@type",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
} | {name: {"@id": place, "@type": "@id"} for name, place in LINKS.items()}


def load(address, _options):
    """Gives the one context that there is, and asks nobody."""
    if address != ANNO:
        raise ValueError(f"{address} is not known")
    return {"documentUrl": address, "document": {"@context": CONTEXT}, "contextUrl": None}


def without_context(found):
    return {key: part for key, part in found.items() if key != "@context"}


class Annotations(FormatTest):
    def test_the_data_model(self):
        files = [path for view in VIEWS for path in folder("web-annotation", view).iterdir()]
        script = HERE / "annotation.mjs"
        said = subprocess.run(["node", script, *files], capture_output=True, text=True)
        self.assertEqual((said.returncode, said.stderr), (0, ""), said.stdout)
        self.assertGreater(int(said.stdout), 200)

    def test_the_data_model_can_be_missed(self):
        script = HERE / "annotation.mjs"
        said = subprocess.run(["node", script, HERE / "annotation_wrong.jsonld"], capture_output=True)
        self.assertNotEqual(said.returncode, 0)

    def test_every_term_means_something(self):
        options = {"documentLoader": load}

        def check(path):
            found = json.loads(path.read_text(encoding="utf-8"))
            expanded = jsonld.expand(found, options)
            self.assertEqual(len(expanded), 1)
            triples = jsonld.to_rdf(found, options)["@default"]
            annotations = [
                triple for triple in triples
                if triple["object"]["value"] == NAMESPACES["oa"] + "Annotation"
            ]
            self.assertEqual(len(annotations), found["total"])
            # A term that the vocabulary does not know would be dropped without a word.
            compacted = jsonld.compact(expanded, {"@context": CONTEXT}, options)
            self.assertEqual(without_context(compacted), without_context(found))

        self.each("web-annotation", "jsonld", check)
