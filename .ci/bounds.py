#!/usr/bin/env python3
"""Pages that are made to hurt, each read alone: who takes longer or more memory than is promised?

    .ci/bounds.py BIN [--size MIB] [--only WORD]   the promise for this size is tested; exit 1 where it does not hold

A page is one piece of markup or text over and over, so what is quadratic anywhere takes minutes here.
docs/reliability.md has the promise and a table of what was measured.
"""
import argparse
import io
import os
import resource
import sys
import tempfile
import time
import zipfile

MIB = 1 << 20
SAY = "Trong năm 2022, huyện đã mở 12 lớp đào tạo nghề cho 350 lao động nông thôn."
PARAGRAPH = f"<p>{SAY}</p>"
# Seconds and MiB that a page may take, by its size in MiB. Ten thousand figures take up to half as long again since the
# network has grown: that is what slack is for, beside other work on the machine. A page of marks has a million words.
PROMISE = {1: (2.0, 192), 32: (4.0, 640)}

HEAD, FOOT = f"<html><body><article><h1>Kết quả</h1>{PARAGRAPH}", "</article></body></html>"


def in_article(unit, foot=""):
    return HEAD, unit, foot + FOOT


def in_paragraph(unit):
    return HEAD + "<p>Kết quả: ", unit, "</p>" + FOOT


PAPER_LINES = ["UBND HUYỆN MẪU", "Số: 5/BC-UBND", "Mẫu, ngày 5 tháng 6 năm 2023", "BÁO CÁO"]
PAPER = "<html><body><article>" + "".join(f"<p>{line}</p>" for line in PAPER_LINES)
BROKEN = "Trong năm 2022, xã đã mở 12 lớp dạy nghề cho 350 lao động\nnông thôn.\n"
QUOTED = "".join(f"> {line}\n" for line in BROKEN.splitlines())


def word_p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


WORD_P, WORD_ROW = word_p("Xã có 5 ấp."), "<w:tr>"
WORD_MERGED = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{WORD_P}</w:tc>"
WORD = ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
        "</w:body></w:document>")


def word(before, unit, after):
    """A Word document whose text has the size of the page, as it is packed."""
    def packed(size):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("[Content_Types].xml", "<Types/>")
            parts.writestr("word/document.xml", page((WORD[0] + before, unit, after + WORD[1]), size))
        return file.getvalue()
    return packed


def numbered(template):
    """A unit that is different every time: `{}` is its number."""
    return lambda at: template.replace("{}", str(at))


PAGES = {
    # Markup that parsers and walks are slow at.
    **{f"nested-{name}": in_article(unit) for name, unit in {
        "div": "<div>", "span": "<span>", "list": "<ul><li>", "table": "<table><tr><td>", "svg": "<svg><g>",
        "formatting": "<b><i>", "link": "<a href=x><div>", "paragraph": "<p><b>", "quote": "<blockquote>",
        "misnested": "<b><p></b>", "closed": "</p>", "unknown": "<x-y>", "select": "<select><option>",
        "template": "<template><table><tr>", "math": "<math><mrow>", "button": "<button>", "frame": "<ruby><rt>",
    }.items()},
    "attributes": (HEAD + "<p", numbered(" a{}=x"), ">" + SAY + FOOT),
    "attributes-of-body": (HEAD, numbered("<body a{}=x>"), FOOT),
    "attributes-of-html": ("", numbered("<html a{}=x>"), HEAD + FOOT),
    "attribute-long": (HEAD + '<p title="', "x", f'">{SAY}' + FOOT),
    "class-long": (HEAD + '<p class="', "sapo ", f'">{SAY}' + FOOT),
    "id-long": (HEAD + '<div id="', "a", f'">{PARAGRAPH}{PARAGRAPH}{PARAGRAPH}' + FOOT),
    "names-of-elements": in_article(numbered("<x{}>5 ấp</x{}>")),
    "comments": in_article("<!-- x -->"), "comments-open": in_article("<!--"), "declarations": in_article("<!"),
    "less-than": in_article("<"), "tag-open": in_article("<a"), "ampersands": in_article("&"),
    "ampersands-in-paragraph": in_paragraph("&"),
    "entities": in_paragraph("&#60;"), "nul": in_paragraph("x\0"), "long-tags": in_article("<" + "a" * 1000 + ">"),
    "scripts": in_article("<script>x</script>"), "script-escaped": (HEAD + "<script>", "<!--<script>", FOOT),
    "data": in_article('<script type="application/ld+json">{'),
    "data-authors": ('<script type="application/ld+json">{"@type":"NewsArticle","author":[', numbered('{"@id":"{}"},'),
                     '"x"]}</script>' + HEAD + FOOT),
    "data-names": ('<script type="application/ld+json">{"@type":"NewsArticle","author":[', numbered('"Nguyễn {}",'),
                   '"x"]}</script>' + HEAD + FOOT),
    "data-deep": ('<script type="application/ld+json">', "[", "</script>" + HEAD + FOOT),
    "metas": ('', '<meta property="article:published_time" content="2023-05-11T13:41:00+07:00">', HEAD + FOOT),
    "title": ("<title>", "Kết quả 5 - ", "</title>" + HEAD + FOOT),
    # What an article is looked for in.
    "headings": in_article("<h1>Kết quả 5</h1>"), "heading-long": ("<h1>", "Kết quả 5 người ", "</h1>" + PARAGRAPH),
    "leads": ("<h1>Kết quả</h1>", "<p class=sapo>5 người</p>", PARAGRAPH),
    "bylines": in_article("<p class=author>Tin, ảnh: Thạch Thảo</p>"),
    "links": in_article("<a href=http://a.vn/x>Xem thêm 5 tin</a> "), "hidden": in_article("<p hidden>5 người</p>"),
    "paragraphs-short": in_article("<p>a</p>"), "paragraphs": in_article("<p>5 ấp</p>"), "breaks": in_article("a<br>"),
    "items": in_article("<li>Đào tạo được 5 người lao động."), "item-long": in_article("5 ấp<br><br>", "<ul><li>"),
    "captions": in_article("<figure><figcaption>Ảnh 5 người</figcaption></figure>"),
    "boxes": in_article(numbered("<div class=c{} id=i{}><p>Xã có 5 ấp.</p></div>")),
    "days-in-spans": ("<h1>Kết quả</h1>", "<span class=date>11/05/2023 13:41</span> ", PARAGRAPH),
    "days-in-time": ("<h1>Kết quả</h1>", '<time datetime="2023-05-11T13:41">11/05/2023</time>', PARAGRAPH),
    "days-in-utc": ("<h1>Kết quả</h1>", '<time datetime="2023-05-11T13:41Z">11/05/2023</time><br><br>', PARAGRAPH),
    "days-in-paragraphs": in_article("<p>Ngày 11/5/2023 - 13:41</p>"),
    "rows": in_article("<tr><td>Xã A<td>5<td>6", ""), "row-wide": (HEAD + "<table><tr>", "<td>5", "</table>" + FOOT),
    "row-spans": (HEAD + "<table>", "<tr><td rowspan=1000>5<td colspan=1000>7</tr>", "</table>" + FOOT),
    "row-heads": (HEAD + "<table><tr>", "<th>Năm 2021 (người)", "</tr><tr><td>5</table>" + FOOT),
    "tables": in_article("<table><tr><td>Xã<td>5</table>"),
    # Text that readers of figures are slow at.
    **{f"text-{name}": in_paragraph(unit) for name, unit in {
        "sentences": SAY + " ", "clauses": "Năm 2022, xã mở 3 lớp cho 45 người, ", "words": "chương trình đào tạo và ",
        "letters": "ă", "marks": "\u0323\u0301", "capitals": "ỦY BAN NHÂN DÂN TỈNH ", "spaces": " ",
        "numbers": "7, ", "numbers-spaced": "7 ", "numbers-and": "7 người và ", "numbers-in-words": "hai mươi ba ",
        "scales": "tỷ ", "digits": "9", "digits-grouped": ".234", "digits-dashed": "-2", "digits-stroked": "/2",
        "dates": "ngày 11/5/2023, ", "periods": "6 tháng đầu năm 2022 so với cùng kỳ, ", "fillers": "ngày ",
        "brackets": "(", "brackets-open": "(5 người ", "quotes-open": "“5 người ", "dots": ". ", "dashes": "- ",
        "people": "ông Nguyễn Văn An, Phó chủ tịch UBND tỉnh; ", "documents": "Kế hoạch số 12/KH-UBND của UBND tỉnh, ",
        "organizations": "Sở Nội vụ tỉnh An Giang và ", "shares": "5 người, chiếm 5,2%, ",
        "changes": "đạt 5 tỷ đồng, tăng 5% so với năm 2021, ", "targets": "chỉ tiêu 5 người, đạt 7 người, ",
        "parts": "7 người xã Mẫu, ", "guess": "®µo t¹o 5 ng­êi ",
    }.items()},
    "text-different-people": (HEAD + "<p>Dự có ", numbered("ông Nguyễn Văn A{}, "), "</p>" + FOOT),
    "text-different-documents": in_article(numbered("<p>Kế hoạch số {}/KH-UBND ngày 11/5/2023 của UBND tỉnh</p>")),
    "text-different-events": in_article(numbered("<p>UBND tỉnh tổ chức hội nghị sơ kết {} năm thực hiện Đề án</p>")),
    "text-totals": in_article(numbered("<p>Tổng số {} người, trong đó nam 5 người, nữ 3 người, đạt 50%</p>")),
    # Official papers, whose header and foot are looked for, and headings held against what is declared.
    "paper-signatures": (PAPER, "<p>CHỦ TỊCH</p>", PARAGRAPH * 3 + FOOT),
    "paper-signatures-in-cell": (PAPER + "<table><tr><td>", "<p>CHỦ TỊCH</p>", "</table>" + PARAGRAPH * 3 + FOOT),
    "paper-addressees": (PAPER, "<p>Kính gửi:</p><p>- Các xã;</p>", PARAGRAPH * 3 + FOOT),
    "paper-numbers": (HEAD + "<p>UBND HUYỆN MẪU</p><p>", "Số: 5/BC-UBND ", "</p>" + FOOT),
    "titles-divided": (f"<title>{'a - ' * 480}</title>" + HEAD, "<h3><a href=x>Xã xây 3 cầu</a></h3>", FOOT),
    "polls": in_article("<div><div>Thăm dò ý kiến</div></div>"), "loose": in_article("Xã có 5 ấp<div>x</div>"),
    "author-long": ('<meta name=author content="', "Nguyễn Văn ", '">' + HEAD + FOOT),
    "days-with-names": in_article("<p>Võ Thị Mẫu | 06/03/2023</p>"),
    "letters-in-tags": in_paragraph("<b>ă</b>"), "notes": (HEAD + "<p>" + "9" * 300_000, "<sup>2</sup>", "</p>" + FOOT),
    "plain": ("", SAY + "\n", ""), "plain-line": ("", SAY + " ", ""), "plain-less-than": (SAY, " <a", ""),
    # Text whose lines were broken at a width, documents, and pages saved in one file.
    "broken-lines": ("", BROKEN, ""), "broken-lines-columns": (BROKEN * 40, "Xã Mẫu          5          7\n", ""),
    "broken-lines-and-long": (BROKEN * 200, "Xã   ", ""), "broken-lines-quoted": ("", QUOTED, ""),
    "parts": ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
              "--b\nContent-Type: text/html\n\n<p>5</p>\n", "--b--\n"),
    "word-paragraphs": word("", WORD_P, ""), "word-runs": word("<w:p>", "<w:r><w:t>5 ấp </w:t></w:r>", "</w:p>"),
    "word-text": word("<w:p><w:r><w:t>", SAY + " ", "</w:t></w:r></w:p>"),
    "word-rows": word("<w:tbl>", f"<w:tr><w:tc>{WORD_P}</w:tc></w:tr>", "</w:tbl>"),
    "word-cells": word("<w:tbl><w:tr>", f"<w:tc>{WORD_P}</w:tc>", "</w:tr></w:tbl>"),
    "word-merged": word("<w:tbl>" + WORD_ROW, WORD_MERGED, f"</w:tr><w:tr>{WORD_MERGED * 4000}</w:tr></w:tbl>"),
    "word-tables": word("", f"<w:tbl><w:tr><w:tc>{WORD_P}</w:tc></w:tr></w:tbl>", ""),
    "word-signatures": word("".join(map(word_p, PAPER_LINES)), word_p("CHỦ TỊCH"), WORD_P),
    "bytes": (b"<p>Kh\xf4ng ", b"\xff\xfe\x80 5 ng\xc6\xb0\xe1", b""),
}


def page(pattern, size):
    """A page of this many bytes."""
    if callable(pattern):
        return pattern(size)
    before, unit, after = (part.encode() if isinstance(part, str) else part for part in pattern)
    room = size - len(before) - len(after)
    if callable(unit):
        units, length = [], 0
        while length < room:
            units.append(unit(len(units)).encode())
            length += len(units[-1])
        middle = b"".join(units)
    else:
        middle = unit * (room // len(unit))
    return before + middle + after


def measure(binary, path):
    """CPU seconds, peak MiB and exit code of a run."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(binary, [binary, "extract", "--jobs", "1", "-f", "jsonl", path])
    _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("binary")
    options.add_argument("--size", type=int, default=1, choices=PROMISE, help="MiB of each page")
    options.add_argument("--only", default="", help="pages with this word in their name")
    options.add_argument("--slack", type=float, default=1.0, help="how many times the seconds a busy machine gets")
    given = options.parse_args()
    seconds, memory = PROMISE[given.size]
    broken = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        for name, pattern in PAGES.items():
            if given.only not in name:
                continue
            with open(path, "wb") as file:
                file.write(page(pattern, given.size * MIB))
            took, peak, code = measure(given.binary, path)
            holds = took <= seconds * given.slack and peak <= memory and code in (0, 3)
            print(f"{'' if holds else 'OVER'}\t{name}\t{took:.2f} s\t{peak:.0f} MiB\texit {code}", flush=True)
            if not holds:
                broken.append(name)
    print(f"{len(broken)} of the pages are over {seconds} s or {memory} MiB: {', '.join(broken) or 'none'} "
          f"({time.monotonic() - start:.0f} s)")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
