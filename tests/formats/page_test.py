"""The page as one file, by a parser that follows the HTML standard and passes over no fault."""

import base64
import functools
import hashlib
import re
import zlib

import html5lib

from written import ROOT, FormatTest, folder

# What a browser runs; everything else in a script element is data.
RUNS = {"", "module", "text/javascript"}


@functools.cache
def parsed(path):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(path.read_text(encoding="utf-8"))


def named(content):
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


class Page(FormatTest):
    def setUp(self):
        if not (ROOT / "dist" / "index.html").is_file():
            self.skipTest("there is no page in dist/; `cargo xtask build` builds it")

    def each_page(self, check):
        # Pages are large and differ in their texts only.
        for path in sorted(folder("page", "filtered").glob("n*.html")):
            with self.subTest(path.name):
                check(path)

    def test_it_is_valid_html(self):
        self.each_page(parsed)

    def test_its_policy_names_what_runs_and_nothing_else(self):
        def check(path):
            tree = parsed(path)
            policy = tree.find(".//meta[@http-equiv]").get("content")
            self.assertNotIn("unsafe-inline", policy)
            self.assertNotIn("unsafe-eval", policy.replace("wasm-unsafe-eval", ""))
            self.assertNotRegex(policy, r"https?:|\*")
            running = [s.text for s in tree.iter("script") if s.get("type", "") in RUNS]
            style = [s.text for s in tree.iter("style")]
            hashes = set(re.findall("'sha256-[^']+'", policy))
            self.assertEqual(hashes, set(map(named, running + style)))

        self.each_page(check)

    def test_nothing_comes_from_elsewhere(self):
        def check(path):
            for element in parsed(path).iter():
                for key in ["src", "href", "srcset", "action", "data"]:
                    self.assertIsNone(element.get(key), element.tag)
                self.assertFalse([key for key in element.attrib if key.startswith("on")])

        self.each_page(check)

    def test_everything_in_it_unpacks(self):
        path = folder("page", "filtered") / "nasty.html"
        packed = [s for s in parsed(path).iter("script") if s.get("type") == "application/octet-stream"]
        names = {element.get("data-file") for element in packed}
        self.assertLessEqual({"texts/index.json", "texts/text.outline", "files_bg.wasm"}, names)
        for element in packed:
            self.assertTrue(zlib.decompress(base64.b64decode(element.text, validate=True), -15))
