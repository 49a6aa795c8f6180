"""Rows become tables, as docs/python.md shows, where pandas and Polars are installed."""

import importlib.util
import unittest

import de_an_06

PAGE = "<h1>A</h1><p>Năm 2022, xã có 5 ấp.</p><p>Diện tích 12,5 ha, trong đó 3,25 ha lúa.</p>"


def has(name):
    return importlib.util.find_spec(name) is not None


class TestTables(unittest.TestCase):
    def setUp(self):
        self.rows = de_an_06.records_to_dicts([de_an_06.extract(PAGE)])
        self.assertEqual(len(self.rows), 3)

    @unittest.skipUnless(has("pandas"), "pandas is not installed")
    def test_pandas(self):
        import pandas

        table = pandas.DataFrame(self.rows, columns=de_an_06.COLUMNS)
        self.assertEqual(tuple(table.columns), de_an_06.COLUMNS)
        self.assertEqual(table["value"].sum(), 20.75)
        self.assertEqual(len(pandas.DataFrame([], columns=de_an_06.COLUMNS)), 0)

    @unittest.skipUnless(has("polars"), "Polars is not installed")
    def test_polars(self):
        import polars

        table = polars.DataFrame(self.rows, infer_schema_length=None)
        self.assertEqual(tuple(table.columns), de_an_06.COLUMNS)
        self.assertEqual(table["value"].sum(), 20.75)
        self.assertEqual(table["period_start"].dtype, polars.Date)


if __name__ == "__main__":
    unittest.main()
