"""Annotated articles as pages, and what the program sees in them.

The features are not computed here: `examples/material.rs` prints exactly what the network is told, so the trainer can
never see an article otherwise than the program does.
"""
import html
import json
import pathlib
import subprocess
from collections.abc import Iterator

CARGO = ["cargo", "run", "--release", "--quiet", "--example", "material"]
ROOT = pathlib.Path(__file__).resolve().parent.parent
# Pages in one run of the program: their features are held in memory at once.
PAGES_AT_ONCE = 500
# The sign on the first piece of a sentence, and the sign on words (`Family` in src/judge/feature/sign.rs).
SENTENCE_START = 34
IS_WORD = 21


def articles(folder: pathlib.Path) -> list[dict]:
    """The annotated articles of a folder, or of `reports/` in it, in the order of their file names."""
    inner = folder / "reports"
    paths = sorted((inner if inner.is_dir() else folder).glob("*.json"))
    if not paths:
        raise SystemExit(f"{folder}: expected a folder of annotated articles, found no .json file")
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def raw_articles(path: pathlib.Path) -> list[dict]:
    """The articles of a file with a JSON object a line; those without `quantities` are not annotated."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def page(article: dict) -> str:
    """The article as a plain page."""
    published = article.get("published")
    meta = f'<meta property="article:published_time" content="{published}T07:00:00+07:00">' if published else ""
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in article["paragraphs"])
    title = html.escape(article.get("title") or "")
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{meta}</head>'
        f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>"
    )


def materials(pages: list[str], program: str | None = None) -> Iterator[dict | None]:
    """What the network is told of each page (`src/judge/material.rs`); None for a page that is no article."""
    command = [str(pathlib.Path(program).resolve())] if program else CARGO
    for first in range(0, len(pages), PAGES_AT_ONCE):
        some = pages[first:first + PAGES_AT_ONCE]
        lines = "".join(json.dumps({"html": page}) + "\n" for page in some)
        run = subprocess.run(command, input=lines, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT, check=True)
        answers = run.stdout.splitlines()
        if len(answers) != len(some):
            raise SystemExit(f"{command[0]}: expected {len(some)} lines, found {len(answers)}")
        for line in answers:
            material = json.loads(line)
            check(material)
            yield material


def check(material: dict | None) -> None:
    """Stops where the numbers of signs that are known here by name have moved."""
    if material is None:
        return
    rows = [row for row, _, _ in material["pieces"]]
    begins = [at for at in range(1, len(rows)) if at == 1 or rows[at - 1] != rows[at - 2]]
    if any(rows[at] == rows[at - 1] and SENTENCE_START not in material["signs"][at] for at in begins):
        raise SystemExit("train/pages.py: SENTENCE_START is no longer the sign of the first piece of a sentence")
    words = [at for at, (row, start, end) in enumerate(material["pieces"])
             if material["texts"][row][start:end].isalpha()]
    if any(IS_WORD not in material["signs"][at] for at in words):
        raise SystemExit("train/pages.py: IS_WORD is no longer the sign of words")
