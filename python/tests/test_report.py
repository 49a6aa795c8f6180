"""What a report holds is what its JSON holds, typed."""

import copy
import datetime
import json
import pickle
import unittest
from dataclasses import asdict, fields
from decimal import Decimal
from pathlib import Path

import de_an_06
from de_an_06 import Report, model

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAGE = FIXTURES / "so-ket-de-an-06/page.html"


def plain(value):
    """As JSON has it."""
    match value:
        case dict():
            return {key.rstrip("_"): plain(one) for key, one in value.items()}
        case tuple():
            return [plain(one) for one in value]
        case Decimal():
            return float(value)
        case datetime.date():
            return value.isoformat()
    return value


class TestReport(unittest.TestCase):
    def test_every_field_of_every_fixture_is_there(self):
        read = list(de_an_06.extract_all(FIXTURES, failed=lambda error: None))
        self.assertGreater(sum(len(report.records) for report in read), 100)
        for report in read:
            typed = plain(asdict(report._contents))
            told = report.to_dict()
            for record in told["records"]:
                record.setdefault("corrected", [])
            self.assertEqual(typed, told)

    def test_the_report_has_an_attribute_for_each_field(self):
        names = {field.name for field in fields(model.Contents)}
        told = {name for name, value in vars(Report).items() if isinstance(value, property)}
        self.assertEqual(told, names)
        report = de_an_06.extract(PAGE)
        for name in names:
            self.assertEqual(getattr(report, name), getattr(report._contents, name), name)

    def test_values_are_typed(self):
        report = de_an_06.extract(PAGE, name="a")
        record = report.records[10]
        self.assertEqual((record.value, record.unit), (Decimal(470), "lượt người"))
        self.assertIsInstance(record.value, Decimal)
        self.assertEqual(record.period.end, datetime.date(2021, 12, 31))
        self.assertEqual((record.part_of, record.target), ("r10", "r13"))
        self.assertIsInstance(record.confidence, Decimal)
        self.assertEqual(repr(report), "<Report 'a': 17 records>")

    def test_what_is_in_it_cannot_be_changed_and_can_be_sent(self):
        record = de_an_06.extract(PAGE).records[0]
        with self.assertRaises(AttributeError):
            record.value = Decimal(1)
        self.assertEqual(pickle.loads(pickle.dumps(record)), record)
        self.assertEqual(copy.deepcopy(record), record)
        self.assertEqual(len({record, record}), 1)
        with self.assertRaises(TypeError):
            pickle.dumps(de_an_06.extract(PAGE))

    def test_exact_numbers_stay_exact(self):
        report = de_an_06.extract("<h1>A</h1><p>Sản lượng đạt 12.345.678.901.234.567,89 tấn.</p>")
        self.assertEqual(str(report.records[0].value), "12345678901234567.89")
        [row] = de_an_06.records_to_dicts([report], exact=True)
        self.assertEqual(str(row["value"]), "12345678901234567.89")
        self.assertIn('"value":12345678901234567.89', report.to_json())
        json.loads(report.to_json())


if __name__ == "__main__":
    unittest.main()
