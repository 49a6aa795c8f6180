"""One page: what it can be, what can be said of it, and what can go wrong."""

import datetime
import pickle
import tempfile
import threading
import unittest
from pathlib import Path

import de_an_06
from de_an_06 import (
    DocumentError,
    Error,
    NoArticleError,
    OptionError,
    Reader,
    SourceError,
    check,
    extract,
)

PAGE = "<h1>Tổng kết</h1><p>Năm 2022, huyện Mẫu mở 14 lớp cho 1.297 lượt người.</p>"


class TestExtract(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_page_is_text_bytes_or_a_file(self):
        path = self.folder / "trang.html"
        path.write_text(PAGE, encoding="utf-8")
        texts = [PAGE, PAGE.encode(), bytearray(PAGE.encode()), path]
        read = [extract(page, name="trang") for page in texts]
        self.assertEqual(len({report.to_json() for report in read}), 1)
        self.assertEqual([record.unit for record in read[0].records], ["lớp", "lượt người"])
        self.assertEqual(extract(path).source.name, str(path))
        self.assertEqual(extract(PAGE).source.name, "page")

    def test_a_page_never_passes_for_a_file(self):
        secret = self.folder / "secret.txt"
        secret.write_text("Xã A có 5 ấp.", encoding="utf-8")
        with self.assertRaisesRegex(OptionError, r"is the name of a file; pass pathlib.Path\("):
            extract(str(secret))
        secret.rename(self.folder / "secret")
        with self.assertRaises(NoArticleError):
            extract(str(self.folder / "secret"))

    def test_what_is_said_goes_before_the_page(self):
        page = "<h1>A</h1><p>Huyện Mẫu mở 14 lớp trong năm nay.</p>"
        self.assertIsNone(extract(page).records[0].period)
        moment = datetime.datetime(2023, 5, 11, 8, 30, tzinfo=datetime.timezone.utc)
        for day in ("2023-05-11", "11/05/2023", moment.date(), moment):
            period = extract(page, day).records[0].period
            self.assertEqual(period.start, datetime.date(2023, 1, 1), day)
        report = extract(page, url="https://mau.example/a", name="a")
        self.assertEqual((report.source.url, report.source.name), ("https://mau.example/a", "a"))
        self.assertEqual(extract(PAGE, kind="text").article.blocks[0].text[:4], "<h1>")

    def test_own_words_and_corrections(self):
        lexicon = self.folder / "own.toml"
        lexicon.write_text('[[unit]]\nkey = "x"\nkind = "count"\nforms = ["khóm sen"]')
        self.assertEqual(extract("<p>Xã có 5 khóm sen.</p>", lexicon=lexicon).records[0].unit_key, "x")
        corrections = self.folder / "c.jsonl"
        corrections.write_text('{"quote":"14","source":"a","field":"role","value":"target"}')
        reader = Reader(lexicon=[lexicon], corrections=str(corrections))
        self.assertEqual(reader.extract(PAGE, name="a").records[0].role, "target")
        self.assertEqual(reader.extract(PAGE, name="b").records[0].role, "actual")

    def test_what_cannot_be_said_is_refused(self):
        wrong = self.folder / "wrong.toml"
        wrong.write_text("[[unit]]\nkind = 7")
        for said, sentence in [
            ({"published": "hôm nay"}, "published: `hôm nay` is no day"),
            ({"url": "mau"}, "url: `mau` is no address of a page"),
            ({"kind": "xls"}, "kind: `xls` is no kind of page; expected one of html,"),
            ({"encoding": "x"}, "encoding: `x` names no known encoding"),
            ({"max_page_bytes": 0}, "max_page_bytes: 0 bytes are no page"),
            ({"lexicon": wrong}, f"{wrong}:2: "),
            ({"lexicon": "no/such.toml"}, "lexicon: no/such.toml: cannot be read: "),
            ({"corrections": wrong}, "wrong.toml:1: "),
        ]:
            with self.subTest(said), self.assertRaises(OptionError) as caught:
                extract(PAGE, **said)
            self.assertIn(sentence, str(caught.exception))
            self.assertIsInstance(caught.exception, ValueError)
        (self.folder / "latin.toml").write_bytes(b"\xe9")
        with self.assertRaisesRegex(OptionError, "no UTF-8 text"):
            extract(PAGE, lexicon=self.folder / "latin.toml")

    def test_what_is_no_page_is_an_exception(self):
        picture, empty = self.folder / "a.png", self.folder / "empty"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
        empty.mkdir()
        (self.folder / "zwei.jsonl").write_text('{"text": "Xã có 5 ấp."}\n' * 2)
        for page, kind, sentence in [
            (picture, DocumentError, f"{picture}: this is a PNG picture"),
            (b"", DocumentError, "page: the input is empty"),
            ("<html><nav>x</nav></html>", NoArticleError, "page: no article was found"),
            (self.folder / "no.html", SourceError, "no.html: there is no such file or folder"),
            (empty, SourceError, "empty: it holds nothing to read"),
            (self.folder / "zwei.jsonl", OptionError, "it holds several pages; read them with"),
        ]:
            with self.subTest(page), self.assertRaises(kind) as caught:
                extract(page)
            error = caught.exception
            self.assertIn(sentence, str(error))
            self.assertIsNotNone(error.name)
            again = pickle.loads(pickle.dumps(error))
            self.assertEqual((type(again), str(again), again.name), (kind, str(error), error.name))
        with self.assertRaisesRegex(SourceError, "longer than 10 bytes"):
            extract(PAGE, max_page_bytes=10)
        for wrong in (None, 5, ["<p>"]):
            with self.subTest(wrong), self.assertRaises(TypeError):
                extract(wrong)

    def test_no_text_of_python_is_too_odd(self):
        for page in ("\ud800<p>Xã có 5 ấp.</p>", "\0" * 1000, "<p>" * 10_000, "5 ấp\u202e " * 50):
            try:
                extract(page)
            except Error as error:
                self.assertNotIsInstance(error, de_an_06.InternalError)

    def test_check_tells_what_does_not_hold(self):
        [finding] = check("<h1>A</h1><p>Xã có 5 nam, 7 nữ, tổng cộng 13 người.</p>")
        self.assertEqual((finding.holds, finding.grade), ("does_not_hold", "contradiction"))
        self.assertEqual(finding.slips[0].said, "13")

    def test_other_threads_go_on_while_a_page_is_read(self):
        page = "<h1>A</h1>" + "<p>Năm 2022, huyện Mẫu mở 14 lớp cho 1.297 lượt người.</p>" * 300
        done, counted = threading.Event(), 0
        thread = threading.Thread(target=lambda: (extract(page), done.set()))
        thread.start()
        while not done.wait(0.001):
            counted += 1
        thread.join()
        # A reader that kept Python's lock would let nobody count.
        self.assertGreater(counted, 5)


if __name__ == "__main__":
    unittest.main()
