#!/usr/bin/env python3
"""Scores what `de-an-06 extract` reads against annotated articles.

    score.py [--bin PROGRAM] [--gold FOLDER] [--fold K/N] [--only ID] [--show N] [--field F] [--json FILE]

PROGRAM is target/release/de-an-06 unless named. FOLDER holds a JSON file an article, of the form that README.md
beside this script describes, and is reports/ unless named. Each article is wrapped in plain HTML and given to the
program; its records are matched with the annotated figures by overlapping spans in the same paragraph, then judged
field by field. Periods are not judged where an article has no day of publication. Needs Python 3.9 or newer, nothing
else.

What is read of the program's JSON report:
    article.blocks[i].text                       the body in reading order, NFC
    records[j].source.{block,start,end,text}     offsets in code points: blocks[block].text[start:end] == text
    records[j].{value,high,of,unit,per,modifier,role,direction,indicator,scope,place}
    records[j].period = {start,end} | null       ISO dates
    records[j].{part_of,target}                  id of another record | null
    records[j].confidence                        optional: how sure the whole record is, 0 to 1
"""
import argparse
import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = ["value", "unit", "per", "modifier", "role", "indicator", "period", "place", "part_of", "target"]
WHOLE = ["value", "unit", "role", "indicator", "period"]  # a record is right where all of these are
LINKS = ["part_of", "target"]
SHOWN = [
    "value", "high", "of", "unit", "per", "modifier", "role", "direction", "indicator", "scope", "full", "period",
    "place", "part_of", "target",
]


# Articles

def articles(folder, fold=None, only=None):
    """The annotated articles of a folder, in the order of their file names."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [a for a in found if (fold is None or in_fold(a["id"], *fold)) and only in (None, a["id"])]


def in_fold(identifier, k, n):
    """Whether the article is in fold `k` of `n`. Its id alone decides, so articles that come or go move no other."""
    digest = hashlib.sha256(identifier.encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") % n == k - 1


def fold_argument(text):
    match = re.fullmatch(r"(\d+)/(\d+)", text)
    k, n = map(int, match.groups()) if match else (0, 0)
    if not 1 <= k <= n:
        raise argparse.ArgumentTypeError(f"expected K/N with K from 1 to N, as 2/5, found {text}")
    return k, n


# The program

def page(article):
    """The article as a plain page."""
    published = article.get("published")
    meta = f'<meta property="article:published_time" content="{published}T07:00:00+07:00">' if published else ""
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in article["paragraphs"])
    title = html.escape(article.get("title") or "")
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{meta}</head>'
        f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>"
    )


def extract(binary, article, timeout):
    """The program's report on the article."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "article.html"
        path.write_text(page(article), encoding="utf-8")
        command = [binary, "extract", "--format", "json", str(path)]
        out = subprocess.run(command, capture_output=True, timeout=timeout)
    if out.returncode != 0:
        raise RuntimeError(f"exit {out.returncode}: {out.stderr.decode('utf-8', 'replace')[:300]}")
    return json.loads(out.stdout)


def report_on(binary, article, timeout):
    """The report, or an empty one that holds the error: an article that fails counts as one without records."""
    try:
        return extract(binary, article, timeout)
    except Exception as error:
        return {"error": str(error), "article": {"blocks": []}, "records": []}


# Comparing values

def folded(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "")).strip()


def syllables(text):
    return re.findall(r"[^\W_]+|%|‰", folded(text).lower())


def token_f1(a, b):
    """How alike two texts are: F1 over their syllables, each counted as often as it stands."""
    a, b = syllables(a), syllables(b)
    if not a or not b:
        return 1.0 if a == b else 0.0
    rest, common = list(b), 0
    for syllable in a:
        if syllable in rest:
            rest.remove(syllable)
            common += 1
    return 2 * common / (len(a) + len(b))


def same_number(a, b):
    if a is None or b is None:
        return a is b
    a, b = float(a), float(b)
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def same_unit(gold, ours):
    """Whether one of the two begins with the other: `học sinh` and `học sinh tiểu học` are the same unit."""
    gold, ours = syllables(gold), syllables(ours)
    if not gold or not ours:
        return gold == ours
    shorter = min(len(gold), len(ours))
    return gold[:shorter] == ours[:shorter]


def days(period):
    period = period or {}
    return period.get("start"), period.get("end")


# Matching

def place_records(article, report):
    """The records, each with its paragraph; how many misquote their text; how many paragraphs were lost."""
    paragraphs = [folded(paragraph) for paragraph in article["paragraphs"]]
    blocks = [block["text"] for block in report["article"]["blocks"]]
    paragraph_of = align(paragraphs, [folded(block) for block in blocks])
    records, misquoted = [], 0
    for record in report["records"]:
        source = record["source"]
        misquoted += blocks[source["block"]][source["start"]:source["end"]] != source["text"]
        records.append(dict(record, p=paragraph_of[source["block"]], start=source["start"], end=source["end"]))
    title = folded(article.get("title"))
    found = set(paragraph_of)
    lost = sum(i not in found and paragraph != title for i, paragraph in enumerate(paragraphs))
    return records, misquoted, lost


def align(paragraphs, blocks):
    """For each block, the paragraph of the same text: the next one in order, else the first anywhere, else None."""
    found, after = [], 0
    for block in blocks:
        later = [i for i in range(after, len(paragraphs)) if paragraphs[i] == block]
        anywhere = [i for i, paragraph in enumerate(paragraphs) if paragraph == block]
        found.append((later or anywhere or [None])[0])
        if later:
            after = later[0] + 1
    return found


def match(golds, records):
    """Pairs of gold figure and record, as two maps of indexes. Equal values go first, then the longest overlaps."""
    pairs = []
    for g, gold in enumerate(golds):
        for r, record in enumerate(records):
            overlap = min(gold["end"], record["end"]) - max(gold["start"], record["start"])
            if gold["p"] == record["p"] and overlap > 0:
                pairs.append((same_number(gold["value"], record.get("value")), overlap, g, r))
    record_of, gold_of = {}, {}
    for _, _, g, r in sorted(pairs, reverse=True):
        if g not in record_of and r not in gold_of:
            record_of[g], gold_of[r] = r, g
    return record_of, gold_of


# Judging

def judge(gold, record, record_of, index_of):
    """For each field, whether the record has it right. `indicator` is a likeness; half of the syllables is right."""
    likeness = indicator_likeness(gold, record)
    right = {
        "value": all(same_number(gold.get(key), record.get(key)) for key in ("value", "high", "of")),
        "unit": same_unit(gold.get("unit"), record.get("unit")),
        "per": same_unit(gold.get("per"), record.get("per")),
        "modifier": (gold.get("modifier") or "exact") == (record.get("modifier") or "exact"),
        "role": gold.get("role") == record.get("role")
                and (gold.get("direction") or None) == (record.get("direction") or None),
        "indicator": likeness >= 0.5,
        "period": days(gold.get("period")) == days(record.get("period")),
        "place": token_f1(gold.get("place"), record.get("place")) >= 0.5,
    }
    for link in LINKS:
        want, got = gold.get(link), record.get(link)
        right[link] = (None if want is None else record_of.get(want)) == (None if got is None else index_of.get(got))
    return right, likeness


def indicator_likeness(gold, record):
    """The best likeness of the two names in the annotation, short and full, with the two in the record."""
    indicator = record.get("indicator") or ""
    names = {gold.get("indicator") or "", gold.get("full") or gold.get("indicator") or ""}
    ours = {indicator, ((record.get("scope") or "") + " " + indicator).strip()}
    return max(token_f1(a, b) for a in names for b in ours)


class Tally:
    """What is counted over all articles."""

    def __init__(self):
        self.articles = self.gold = self.ours = self.lost = self.misquoted = 0
        self.matched = self.matched_dated = self.value_unit = self.whole = 0
        self.right = dict.fromkeys(FIELDS, 0)
        self.likeness = 0.0
        self.links = {link: {"gold": 0, "right": 0, "spurious": 0} for link in LINKS}
        self.failures = []  # (id of the article, what went wrong)
        self.errors = []    # (kind, id of the article, gold figure, record, the words around)
        self.trust = []     # (confidence, whether the whole record is right) of each record

    def add(self, article, report):
        """Counts one article."""
        golds = article["quantities"]
        records, misquoted, lost = place_records(article, report)
        record_of, gold_of = match(golds, records)
        self.articles += 1
        self.gold += len(golds)
        self.ours += len(records)
        self.lost += lost
        self.misquoted += misquoted
        if "error" in report:
            self.failures.append((article["id"], report["error"]))
        index_of = {record.get("id"): i for i, record in enumerate(records)}
        for g, gold in enumerate(golds):
            around = words_around(article["paragraphs"][gold["p"]], gold)
            if g in record_of:
                self.add_match(article, gold, records[record_of[g]], record_of, index_of, around)
            else:
                self.errors.append(("missed", article["id"], gold, None, around))
        for r, record in enumerate(records):
            if r not in gold_of:
                around = words_around(report["article"]["blocks"][record["source"]["block"]]["text"], record)
                self.trust.append((record.get("confidence"), False))
                self.errors.append(("spurious", article["id"], None, record, around))

    def add_match(self, article, gold, record, record_of, index_of, around):
        """Counts a figure that was found."""
        dated = bool(article.get("published"))
        right, likeness = judge(gold, record, record_of, index_of)
        for field in FIELDS:
            judged = dated or field != "period"
            self.right[field] += judged and right[field]
            if judged and not right[field]:
                self.errors.append((field, article["id"], gold, record, around))
        whole = all(right[field] for field in WHOLE if dated or field != "period")
        self.matched += 1
        self.matched_dated += dated
        self.likeness += likeness
        self.value_unit += right["value"] and right["unit"]
        self.whole += whole
        self.trust.append((record.get("confidence"), whole))
        for link, count in self.links.items():
            if gold.get(link) is None:
                count["spurious"] += record.get(link) is not None
            elif gold[link] in record_of:
                count["gold"] += 1
                count["right"] += right[link]

    def figures(self):
        """The result as one object, for --json and for the lines on the screen."""
        out = {
            "articles": self.articles, "failed": len(self.failures), "gold": self.gold, "predicted": self.ours,
            "lost_paragraphs": self.lost, "bad_offsets": self.misquoted,
            "detection": precision_recall_f1(self.matched, self.ours, self.gold),
            "value_unit": precision_recall_f1(self.value_unit, self.ours, self.gold),
            "record": precision_recall_f1(self.whole, self.ours, self.gold),
            "fields": {
                field: right / max(1, self.matched_dated if field == "period" else self.matched)
                for field, right in self.right.items()
            },
            "indicator_mean_f1": self.likeness / max(1, self.matched),
            "links": self.links,
        }
        if self.trust and all(confidence is not None for confidence, _ in self.trust):
            out["confidence"] = calibration(self.trust)
        return out


def words_around(text, spot):
    return text[max(0, spot["start"] - 70):spot["end"] + 60]


def precision_recall_f1(right, ours, gold):
    precision = right / ours if ours else 0.0
    recall = right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def calibration(trust):
    """How far `confidence` can be believed: precision of the surest records, calibration error over ten bins."""
    trust = sorted(((float(confidence), right) for confidence, right in trust), key=lambda pair: -pair[0])
    bins = {}
    for confidence, right in trust:
        bins.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    gaps = (abs(sum(c for c, _ in pairs) - sum(right for _, right in pairs)) for pairs in bins.values())
    out = {f"at_{percent}": precision_of_first(trust, percent / 100) for percent in (30, 50, 70)}
    return dict(out, ece=sum(gaps) / len(trust))


def precision_of_first(trust, share):
    count = max(1, round(share * len(trust)))
    return sum(right for _, right in trust[:count]) / count


# Showing

def print_errors(errors, limit, field):
    for kind, identifier, gold, record, around in [e for e in errors if field in (None, e[0])][:limit]:
        print(f"{kind}  [{identifier}] …{around}…\n   gold {brief(gold)}\n   ours {brief(record)}")


def brief(figure):
    if figure is not None:
        figure = {key: figure[key] for key in SHOWN if figure.get(key) is not None}
    return json.dumps(figure, ensure_ascii=False)


def print_figures(out):
    print(
        f"articles {out['articles']} (failed {out['failed']})  gold {out['gold']}  ours {out['predicted']}"
        f"  paragraphs lost {out['lost_paragraphs']}  bad offsets {out['bad_offsets']}"
    )
    for label, key in [("detection", "detection"), ("value+unit", "value_unit"), ("record", "record")]:
        print("{:<11} P {:.3f}  R {:.3f}  F1 {:.3f}".format(label, *out[key]))
    shares = "  ".join(f"{field} {share:.3f}" for field, share in out["fields"].items())
    print(f"fields      {shares}  (indicator mean F1 {out['indicator_mean_f1']:.3f})")
    links = (f"{link} {c['right']}/{c['gold']} right, {c['spurious']} spurious" for link, c in out["links"].items())
    print("links       " + "  ".join(links))
    if "confidence" in out:
        print(
            "confidence  precision at 30 % {at_30:.3f}  at 50 % {at_50:.3f}  at 70 % {at_70:.3f}"
            "  calibration error {ece:.3f}".format(**out["confidence"])
        )


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="target/release/de-an-06", help="the program")
    parser.add_argument("--gold", type=pathlib.Path, default=HERE / "reports", help="folder of annotated articles")
    fold = "only fold K of N, K from 1; a hash of the id decides"
    parser.add_argument("--fold", type=fold_argument, metavar="K/N", help=fold)
    parser.add_argument("--only", help="only the article with this id")
    parser.add_argument("--show", type=int, default=0, help="print the first N errors")
    kinds = FIELDS + ["missed", "spurious"]
    parser.add_argument("--field", choices=kinds, metavar="F", help="with --show: only this field, missed or spurious")
    parser.add_argument("--json", type=pathlib.Path, help="also write the figures here")
    parser.add_argument("--timeout", type=float, default=20, help="seconds for an article")
    return parser.parse_args()


def main():
    args = arguments()
    chosen = articles(args.gold, args.fold, args.only)
    if not chosen:
        sys.exit(f"score.py: no such articles in {args.gold}")
    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(lambda article: report_on(args.bin, article, args.timeout), chosen))
    tally = Tally()
    for article, report in zip(chosen, reports):
        tally.add(article, report)
    out = tally.figures()
    for identifier, error in tally.failures[:5]:
        print(f"failed  {identifier}: {error}")
    print_errors(tally.errors, args.show, args.field)
    print_figures(out)
    if args.json:
        args.json.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
