"""Tables, by Python's reader in its strict mode, and as a spreadsheet would take them."""

import csv
import io

from written import FormatTest, stream

# What spreadsheets take for the start of a formula, also behind white space and in full width.
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def rows(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


class Tables(FormatTest):
    def tables(self, check):
        for name, ending in [("opinions-csv", "opinions.csv"), ("stances-csv", "stances.csv")]:
            with self.subTest(name):
                self.each(name, ending, lambda path: check(path.read_bytes().decode("utf-8")))
                check(stream(name))

    def test_every_line_has_the_columns_of_the_first(self):
        def check(text):
            head, *lines = rows(text)
            self.assertEqual(len(set(head)), len(head))
            for line in lines:
                self.assertEqual(len(line), len(head), line)

        self.tables(check)

    def test_no_cell_is_a_formula(self):
        def check(text):
            for line in rows(text):
                for cell in line:
                    shown = cell.lstrip().lstrip("\ufeff\u200b\u202a\u202b\u202c\u202d\u202e")
                    self.assertFalse(cell.startswith(SIGNS) or shown.startswith(SIGNS), repr(cell))

        self.tables(check)

    def test_numbers_are_numbers_and_places_are_ordered(self):
        head, *lines = rows(stream("opinions-csv"))
        self.assertGreater(len(lines), 20)
        for line in lines:
            row = dict(zip(head, line))
            self.assertLess(int(row["start"]), int(row["end"]))
            self.assertLessEqual(abs(float(row["score"])), 1)

    def test_rows_end_as_the_format_asks(self):
        for name in ["opinions-csv", "stances-csv"]:
            self.assertTrue(stream(name).endswith("\r\n"))
