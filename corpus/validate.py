#!/usr/bin/env python3
"""Holds the reports against every rule of their format.

    validate.py [FILE...]      the files named, else all in reports/
    validate.py --list         the rules

Prints one line a problem, `o017.json: quantity 32 («310»): what is wrong`, and exits with 1 if there is any.
`quantity 32` counts from 0, as links do. Needs Python 3.9 or newer, nothing else.
"""
import collections
import datetime
import json
import pathlib
import re
import sys
import unicodedata
from decimal import Decimal

sys.dont_write_bytecode = True
import tidy  # noqa: E402

GENRES = {
    "report", "statistics", "meeting", "decision", "notice", "bulletin", "interview", "questions", "feature", "news",
}
SECTORS = {
    "economy", "finance", "agriculture", "society", "trade", "infrastructure", "labour", "education", "health",
    "government", "environment", "security", "culture", "world",
}
MODIFIERS = {"exact", "about", "over", "nearly", "under", "at_least", "at_most"}
ROLES = {"actual", "target", "change", "attainment", "condition"}
DIRECTIONS = {"up", "down"}

NUMBER = (int, Decimal)
TYPES = {
    "id": str, "title": str, "published": str, "genre": str, "sector": str, "paragraphs": list, "quantities": list,
    "p": int, "start": int, "end": int, "text": str, "value": NUMBER, "high": NUMBER, "of": NUMBER, "unit": str,
    "per": str, "modifier": str, "role": str, "direction": str, "indicator": str, "full": str, "period": dict,
    "place": str, "part_of": int, "target": int,
}
NEEDED = {"p", "start", "end", "text", "value", "role", "indicator"}
WORDS = ["unit", "per", "indicator", "full", "place"]

CURRENCY = "đồng"  # the unit of money also where the report writes none
SPOKEN = re.compile(r"\b(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|rưỡi)\b|(triệu|tỷ|tỉ|nghìn|ngàn|tấn) \d$")
AMOUNT = re.compile(r"(\d[\d.,]*)((?:\s?(?:trăm|nghìn|ngàn|vạn|triệu|tr|tỷ|tỉ)\b)*)")
SCALES = {
    "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10**4, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}
LENT = [10**power for power in (0, 2, 3, 4, 6, 9, 12)]  # scales that a list or the unit may lend


# Shape: until these hold, the other rules have nothing to stand on.

def keys_and_types(report):
    """A report has exactly the keys of the format, a quantity those it needs and any others, each of its type."""
    problems = list(wrong_keys(report, tidy.REPORT, set(tidy.REPORT), ""))
    yield from problems
    if not problems:
        for i, quantity in enumerate(report["quantities"]):
            yield from wrong_keys(quantity, tidy.QUANTITY, NEEDED, f"quantity {i}: ")


def wrong_keys(holder, known, needed, where):
    if not isinstance(holder, dict):
        yield f"{where}expected an object, found {holder!r}"
        return
    for key in sorted(needed - set(holder)):
        yield f"{where}`{key}` is missing"
    for key, value in holder.items():
        if key not in known:
            yield f"{where}`{key}` is no key of the format"
        elif not isinstance(value, TYPES[key]) or isinstance(value, bool):
            yield f"{where}`{key}` has the wrong type: {value!r}"


def paragraphs_are_text(report):
    """A report has at least one paragraph and one quantity, and every paragraph is text."""
    if not report["paragraphs"] or not report["quantities"]:
        yield "has no paragraph or no quantity"
    for p, paragraph in enumerate(report["paragraphs"]):
        if not isinstance(paragraph, str) or not paragraph:
            yield f"paragraph {p} is no text"


def spans_slice(report):
    """`start` and `end` lie in paragraph `p`, and `text` is what stands between them."""
    for i, quantity in enumerate(report["quantities"]):
        p, start, end = quantity["p"], quantity["start"], quantity["end"]
        if not 0 <= p < len(report["paragraphs"]):
            yield f"quantity {i}: there is no paragraph {p}"
        elif not 0 <= start < end <= len(report["paragraphs"][p]):
            yield f"quantity {i}: paragraph {p} has no characters {start} to {end}"
        elif report["paragraphs"][p][start:end] != quantity["text"]:
            found = report["paragraphs"][p][start:end]
            yield f"quantity {i}: `text` is {quantity['text']!r}, between {start} and {end} stands {found!r}"


def links_lead_somewhere(report):
    """`part_of` and `target` point to another entry of the same report."""
    for i, quantity in enumerate(report["quantities"]):
        for link in tidy.LINKS:
            if link in quantity and (quantity[link] == i or not 0 <= quantity[link] < len(report["quantities"])):
                yield f"quantity {i}: `{link}` points to {quantity[link]}"


# Rules for a report

def published_is_a_day(report):
    """`published` is a day that exists, from 1990 on."""
    day = as_day(report["published"])
    if day is None or day.year < 1990:
        yield f"`published` is no day: {report['published']!r}"


def known_genre_and_sector(report):
    """`genre` and `sector` are words of the closed lists."""
    if report["genre"] not in GENRES:
        yield f"`genre` is {report['genre']!r}, not one of {', '.join(sorted(GENRES))}"
    if report["sector"] not in SECTORS:
        yield f"`sector` is {report['sector']!r}, not one of {', '.join(sorted(SECTORS))}"


def text_is_clean(report):
    """Text is NFC, trimmed, has no control or invisible characters and no white space but single spaces."""
    texts = [("title", report["title"])]
    texts += [(f"paragraph {p}", paragraph) for p, paragraph in enumerate(report["paragraphs"])]
    texts += [
        (f"quantity {i}: `{key}`", quantity[key])
        for i, quantity in enumerate(report["quantities"]) for key in WORDS if key in quantity
    ]
    for where, text in texts:
        for problem in unclean(text):
            yield f"{where}: {problem}"


def unclean(text):
    if not text:
        yield "is empty"
    if text != unicodedata.normalize("NFC", text):
        yield "is not NFC"
    if text != text.strip() or "  " in text:
        yield "has a space too many"
    for character in sorted(set(text)):
        if unicodedata.category(character)[0] == "C" or (character.isspace() and character != " "):
            yield f"has the character U+{ord(character):04X}"


def spans_are_apart(report):
    """Quantities stand in the order of the text, and no two overlap."""
    for i, (one, two) in enumerate(zip(report["quantities"], report["quantities"][1:])):
        if (two["p"], two["start"]) < (one["p"], one["end"]):
            yield f"quantities {i} and {i + 1} («{one['text']}», «{two['text']}») overlap or are out of order"


def links_have_an_end(report):
    """Nobody comes back to an entry by following `part_of`, nor by following `target`."""
    for link in tidy.LINKS:
        for i in range(len(report["quantities"])):
            seen, at = {i}, report["quantities"][i].get(link)
            while at is not None and at not in seen:
                seen.add(at)
                at = report["quantities"][at].get(link)
            if at == i:
                yield f"quantity {i}: `{link}` leads in a circle"


# Rules for a quantity

def known_words(report, quantity):
    """`role`, `modifier` and `direction` are words of the closed lists."""
    for key, known in [("role", ROLES), ("modifier", MODIFIERS), ("direction", DIRECTIONS)]:
        if key in quantity and quantity[key] not in known:
            yield f"`{key}` is {quantity[key]!r}, not one of {', '.join(sorted(known))}"


def direction_with_change(report, quantity):
    """A change has a direction, and nothing else has."""
    if (quantity["role"] == "change") != ("direction" in quantity):
        yield f"is `{quantity['role']}` with the direction {quantity.get('direction')}"


def span_is_whole(report, quantity):
    """A span begins and ends with a digit or letter, and cuts no number in two."""
    text, paragraph = quantity["text"], report["paragraphs"][quantity["p"]]
    before, after = paragraph[:quantity["start"]], paragraph[quantity["end"]:]
    if not (text[0].isalnum() and text[-1].isalnum()):
        yield "the span begins or ends with a mark or a space"
    if text[0].isdigit() and re.search(r"\d[.,]?$", before) or text[-1].isdigit() and re.match(r"[.,]?\d", after):
        yield f"the span cuts a number: …{before[-10:]}«{text}»{after[:10]}…"


def numbers_in_order(report, quantity):
    """`value` is not negative, `high` is more than `value`, `of` is at least `value`; no entry has both."""
    value = quantity["value"]
    if value < 0:
        yield f"`value` is negative: {value}"
    if "high" in quantity and quantity["high"] <= value:
        yield f"`high` is {quantity['high']}, `value` {value}"
    if "of" in quantity and quantity["of"] < value:
        yield f"`of` is {quantity['of']}, `value` {value}"
    if "high" in quantity and "of" in quantity:
        yield "has `high` and `of`"


def numbers_as_printed(report, quantity):
    """The numbers are what the text prints in digits. What is said in words, in part at least, is not read."""
    printed = amounts(quantity["text"])
    if not printed or SPOKEN.search(quantity["text"]):  # 3 triệu sáu, 1 triệu 8
        return
    paragraph = report["paragraphs"][quantity["p"]]
    half = re.match(r"(?: \w+)? rưỡi\b", paragraph[quantity["end"]:])  # 2 tiếng rưỡi is 2.5
    claimed = [quantity[key] for key in ("value", "high", "of") if key in quantity]
    if len(printed) != len(claimed):
        yield f"the text has {len(printed)} numbers, the entry {len(claimed)}"
        return
    for (readings, scale), claim in zip(printed, claimed):
        scales = LENT if scale is None else [scale]
        if half:
            readings = readings | {reading + Decimal("0.5") for reading in readings}
        if not any(claim == reading * scale for reading in readings for scale in scales):
            yield f"the text has {quantity['text']!r}, the entry {claim}"


def amounts(text):
    """The numbers that a span prints in digits, each as its possible readings and its scale, None where it has none."""
    found, end = [], None
    for match in AMOUNT.finditer(text):
        scale = 1
        for word in match[2].split():
            scale *= SCALES[word]
        readings, scale = readings_of(match[1].rstrip(".,")), scale if match[2] else None
        if found and scale and end is not None and text[end:match.start()] == " ":  # 2 tỷ 350 triệu
            readings = {a * found[-1][1] + b * scale for a in found[-1][0] for b in readings}
            found[-1] = (readings, 1)
        else:
            found.append((readings, scale))
        end = match.end() if match[2] else None
    return found


def readings_of(digits):
    """What digits may mean: 1.297 is 1297, 5,2 is 5.2; slips (5.2, 5,612.8) are read as they were meant."""
    out = set()
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+(,\d+)?", digits):
        out.add(Decimal(digits.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+\.(\d{1,2}|\d{4,})", digits):
        out.add(Decimal(digits.replace(",", "")))
    return out


def period_is_a_time(report, quantity):
    """A period has a start, an end or both, each a day that exists, and does not end before it starts."""
    period = quantity.get("period")
    if period is None:
        return
    if set(period) != {"start", "end"} or not any(period.values()):
        yield f"`period` is {json.dumps(period)}"
        return
    days = [as_day(day) for day in period.values() if day is not None]
    if None in days or not all(1800 <= day.year < 2200 for day in days):
        yield f"`period` has a day that is none: {json.dumps(period)}"
    elif period["start"] and period["end"] and period["start"] > period["end"]:
        yield f"`period` ends before it starts: {json.dumps(period)}"


def as_day(text):
    try:
        return datetime.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except (TypeError, ValueError):
        return None


def words_of_the_text(report, quantity):
    """Units, rates and places are in words of the report; of `indicator` and `full`, at least half the words are."""
    known = set(words(" ".join([report["title"], *report["paragraphs"]])))
    for key in WORDS:
        mine = words(quantity.get(key, ""))
        strange = [word for word in mine if word not in known and word != CURRENCY]
        if strange and (key not in ("indicator", "full") or 2 * len(strange) > len(mine)):
            yield f"`{key}` is {quantity[key]!r}, and the report has no {', '.join(strange)}"


def words(text):
    return re.findall(r"[^\W\d_]+|\d+|[%‰]", text.lower())


# Rules for the files and the corpus

def file_has_its_form(path, text, report):
    """A file is named by its id, and written as tidy.py writes it."""
    if path.name != f"{report['id']}.json" or not re.fullmatch(r"[a-z]\d{3}", report["id"]):
        yield f"`id` is {report['id']!r}"
    if text != tidy.dump(json.loads(text)):
        yield "is not in the form of tidy.py; run it"


def nothing_is_there_twice(reports):
    """No id, no title and no paragraph of more than ten words stands in the corpus twice; digits make no difference."""
    seen = collections.defaultdict(list)
    for name, report in reports:
        seen["id", report["id"]].append(name)
        seen["title", report["title"]].append(name)
        for paragraph in report["paragraphs"]:
            alike = re.sub(r"\d+", "#", " ".join(words(paragraph)))
            if len(alike.split()) > 10:
                seen["paragraph", alike].append(name)
    for (what, text), names in seen.items():
        if len(names) > 1:
            yield names[1], f"has the same {what} as {names[0]}: {text[:60]}"


SHAPE = [keys_and_types, paragraphs_are_text, spans_slice, links_lead_somewhere]
REPORT = [published_is_a_day, known_genre_and_sector, text_is_clean, spans_are_apart, links_have_an_end]
QUANTITY = [
    known_words, direction_with_change, span_is_whole, numbers_in_order, numbers_as_printed, period_is_a_time,
    words_of_the_text,
]
FILE = [file_has_its_form]
CORPUS = [nothing_is_there_twice]


def broken_shape(report):
    """The problems of the first rule of shape that is broken; later ones stand on the earlier."""
    for rule in SHAPE:
        problems = list(rule(report))
        if problems:
            return problems
    return []


def problems_of_report(report):
    """What is wrong with a report of sound shape."""
    for rule in REPORT:
        yield from rule(report)
    for i, quantity in enumerate(report["quantities"]):
        for rule in QUANTITY:
            yield from (f"quantity {i} («{quantity['text']}»): {problem}" for problem in rule(report, quantity))


def problems_of_file(path):
    """The report of a file, or None where its shape is broken, and what is wrong with it."""
    try:
        text = path.read_bytes().decode("utf-8")
        report = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        return None, [f"is no JSON in UTF-8: {error}"]
    problems = list(broken_shape(report))
    if problems:
        return None, problems
    problems = list(problems_of_report(report))
    for rule in FILE:
        problems += rule(path, text, report)
    return report, problems


def main():
    if sys.argv[1:] == ["--list"]:
        for rule in SHAPE + REPORT + QUANTITY + FILE + CORPUS:
            print(rule.__doc__)
        return
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(tidy.REPORTS.glob("*.json"))
    reports, lines = [], []
    for path in paths:
        report, problems = problems_of_file(path)
        lines += [f"{path.name}: {problem}" for problem in problems]
        if report is not None:
            reports.append((path.name, report))
    for rule in CORPUS:
        lines += [f"{name}: {problem}" for name, problem in rule(reports)]
    print(*lines, sep="\n", end="\n" if lines else "")
    figures = sum(len(report["quantities"]) for _, report in reports)
    print(f"{len(paths)} reports, {figures} figures, {len(lines)} problems")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
