"""Many pages: order, faults, bounds, rows."""

import csv
import datetime
import gzip
import io
import json
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import de_an_06
from de_an_06 import Error, OptionError, extract_all, findings_to_dicts, records_to_dicts
from test_command import command

FIXTURES = Path(__file__).parents[2] / "fixtures"


def page(number):
    return f"<h1>Bài {number}</h1><p>Năm 2022, xã Mẫu mở {number} lớp cho 1,5 nghìn người.</p>"


class TestExtractAll(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def list_of(self, numbers):
        path = self.folder / "pages.jsonl"
        rows = [json.dumps({"html": page(number), "id": number}) for number in numbers]
        path.write_text("\n".join(rows))
        return path

    def test_the_order_is_that_of_the_inputs(self):
        path = self.list_of(range(300))
        for jobs in (1, 2, 7, None):
            names = [report.source.name for report in extract_all(path, jobs=jobs)]
            self.assertEqual(names, [str(number) for number in range(300)])
        with self.assertRaises(OptionError):
            extract_all(path, jobs=0)

    def test_what_fails_is_told_in_its_turn_and_the_rest_goes_on(self):
        (self.folder / "pages").mkdir()
        for name, text in [("a.html", page(5)), ("b.html", ""), ("c.html", page(7))]:
            (self.folder / "pages" / name).write_text(text)
        (self.folder / "d.html.gz").write_bytes(gzip.compress(page(8).encode()))
        paths = [self.folder / "pages", "no/such.html", self.folder / "d.html.gz"]
        failed = []
        names = [Path(report.source.name).name for report in extract_all(*paths, failed=failed.append)]
        self.assertEqual(names, ["a.html", "c.html", "d.html.gz"])
        self.assertEqual([Path(error.name).name for error in failed], ["b.html", "such.html"])
        reports = extract_all(*paths)
        self.assertEqual(next(reports).records[0].value, 5)
        with self.assertRaisesRegex(Error, "b.html: the input is empty"):
            next(reports)

    def test_only_files_whose_names_fit_are_read(self):
        for name in ("a.html", "b.txt", "c.html"):
            (self.folder / name).write_text(page(5))
        for glob, want in [("*.html", 2), (["*.txt", "c.*"], 2), (("*", "!a.*"), 2), ([], 3)]:
            self.assertEqual(len(list(extract_all(self.folder, glob=glob))), want, glob)
        with self.assertRaisesRegex(OptionError, "glob: `.a` is no pattern of file names: "):
            list(extract_all(self.folder, glob="[a"))

    def test_who_stops_early_waits_for_nobody(self):
        reports = extract_all(self.list_of(range(5000)))
        next(reports)
        reports.close()

    def test_rows_are_those_of_the_command(self):
        written = command("extract", str(FIXTURES), "-f", "csv", "-q").stdout
        lines = list(csv.DictReader(io.StringIO(written)))
        rows = records_to_dicts(extract_all(FIXTURES, failed=lambda error: None), exact=True)
        told = [{key: "" if cell is None else str(cell) for key, cell in row.items()} for row in rows]
        self.assertEqual(told, lines)
        self.assertEqual(list(rows[0]), list(de_an_06.COLUMNS))

    def test_cells_are_typed(self):
        [row, other] = records_to_dicts(extract_all(self.list_of([14])))
        self.assertEqual(other["value"], 1500.0)
        self.assertIsInstance(row["value"], float)
        self.assertIsInstance(row["block"], int)
        self.assertEqual(row["period_start"], datetime.date(2022, 1, 1))
        self.assertIsNone(row["url"])
        [exact, _] = records_to_dicts(extract_all(self.list_of([14])), exact=True)
        self.assertIsInstance(exact["confidence"], Decimal)

    def test_findings_are_those_of_the_command(self):
        written = command("check", str(FIXTURES), "-f", "jsonl", "-q").stdout
        lines = [json.loads(line) for line in written.splitlines()]
        self.assertGreater(len(lines), 10)
        reports = extract_all(FIXTURES, failed=lambda error: None)
        self.assertEqual(findings_to_dicts(reports), lines)


if __name__ == "__main__":
    unittest.main()
