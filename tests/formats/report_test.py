"""The report, by a reader of CommonMark with tables: nothing in a text becomes markup."""

from markdown_it import MarkdownIt

from written import FormatTest

READER = MarkdownIt("commonmark").enable("table")
OURS = {
    "heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item",
    "inline", "text", "hardbreak", "softbreak",
}


class Report(FormatTest):
    def test_it_has_headings_paragraphs_lists_and_a_table(self):
        def check(path):
            tokens = READER.parse(path.read_text(encoding="utf-8"))
            inside = [child for token in tokens for child in token.children or []]
            kinds = {t.type.removesuffix("_open").removesuffix("_close") for t in tokens + inside}
            self.assertLessEqual(kinds, OURS)
            self.assertEqual(sum(token.type == "heading_open" and token.tag == "h1" for token in tokens), 1)

        self.each("markdown", "md", check)
