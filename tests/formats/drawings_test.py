"""Drawings, by a strict parser of XML, with nothing that runs or comes from elsewhere."""

from lxml import etree

from written import FormatTest

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "desc", "g", "rect", "text", "tspan", "path", "circle", "line"}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)


class Drawings(FormatTest):
    def test_they_are_drawings_and_nothing_else(self):
        def check(path):
            tree = etree.parse(path, PARSER)
            root = tree.getroot()
            self.assertFalse(tree.docinfo.doctype)
            self.assertEqual(root.tag, SVG + "svg")
            self.assertTrue(root.findtext(SVG + "title"))
            for element in root.iter():
                self.assertIn(element.tag, {SVG + name for name in KNOWN})
                for key, value in element.attrib.items():
                    self.assertFalse(key.startswith("on") or "href" in key, key)
                    self.assertNotIn("url(", value)

        for kind in ["matrix", "network"]:
            self.each(f"{kind}-svg", f"{kind}.svg", check)

    def test_everything_is_inside_of_the_picture(self):
        def check(path):
            root = etree.parse(path, PARSER).getroot()
            width, height = float(root.get("width")), float(root.get("height"))
            for element in root.iter(SVG + "text", SVG + "rect"):
                right = float(element.get("x", 0)) + float(element.get("width", 0))
                below = float(element.get("y", 0)) + float(element.get("height", 0))
                self.assertTrue(0 <= right <= width and 0 <= below <= height, element.attrib)

        for kind in ["matrix", "network"]:
            self.each(f"{kind}-svg", f"{kind}.svg", check)
