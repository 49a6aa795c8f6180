#!/usr/bin/env python3
"""Reads the same pages on Spark and with one local process, and compares the rows: none lost, none doubled, none changed.

    examples/spark/compare.py PAGES FOLDER   some thousand pages are made; FOLDER keeps them and what comes of them

Spark runs as a cluster on this machine, each of its two workers a process of its own, and one worker is killed on the way.
"""

import argparse
import collections
import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import de_an_06
import figures
import pyarrow.dataset
from pyspark import SparkStageInfo
from pyspark.sql import SparkSession


def page(number: int) -> dict[str, object]:
    """A page; each seventeenth is none."""
    if number % 17 == 5:
        return {"id": str(number), "html": "<nav>x</nav>"}
    day = f"{2015 + number % 9}-0{1 + number % 9}-11"
    text = (
        f"<h1>Xã số {number} sơ kết</h1><p>Năm nay, xã đã mở {number} lớp tập huấn cho {number * 7 + 3} lượt người, "
        f"giảm {number % 90},5% so với năm trước.</p><p>Toàn xã có {number % 40 + 2} ấp.</p>"
    )
    told: dict[str, object] = {"id": str(number), "html": text}
    return told if number % 11 == 0 else {**told, "published": day}


def local(pages: Path) -> collections.Counter[tuple[object, ...]]:
    """The rows of one process."""
    reader = de_an_06.Reader()
    keys = ("html", "text", "name", "id", "url", "published")
    found: collections.Counter[tuple[object, ...]] = collections.Counter()
    for line in pages.read_text(encoding="utf-8").splitlines():
        told = {**dict.fromkeys(keys), **json.loads(line)}
        for row in figures.of_page(reader, told):
            found[key(row)] += 1
    return found


def key(row: dict[str, object]) -> tuple[object, ...]:
    return tuple(row.get(name) for name in figures.COLUMNS)


def kill_a_worker(spark: SparkSession) -> None:
    """Kills the process of a worker once some work is done, as a machine that is switched off would end it."""
    tracker = spark.sparkContext.statusTracker()
    while not any(done(tracker.getStageInfo(stage)) for stage in tracker.getActiveStageIds()):
        time.sleep(0.1)
    listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True).stdout
    lines = [line.split(None, 1) for line in listed.splitlines()[1:]]
    own = [int(pid) for pid, args in lines if "CoarseGrainedExecutorBackend" in args and MARK in args]
    os.kill(own[0], signal.SIGKILL)
    print(f"killed the worker {own[0]}, one of {len(own)}")


def done(stage: SparkStageInfo | None) -> bool:
    """Whether a stage is one that reads pages, and has done a part of them."""
    return stage is not None and stage.numTasks == PARTS and stage.numCompletedTasks > 1


PARTS = 32
"""Into how many parts the pages are cut."""

MARK = f"de-an-06-{os.getpid()}"
"""What tells the processes of this cluster from those of others."""


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("pages", type=int)
    words.add_argument("folder", type=Path)
    given = words.parse_args()
    pages, out = given.folder / "pages.jsonl", given.folder / "figures.parquet"
    with pages.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(page(number), ensure_ascii=False) + "\n" for number in range(given.pages))

    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("de-an-06")
    builder = builder.config("spark.executor.extraJavaOptions", f"-Dmark={MARK}")
    builder = builder.config("spark.ui.enabled", "false")
    spark = builder.getOrCreate()
    spark.sparkContext.addPyFile(figures.__file__)
    spark.sparkContext.setLogLevel("ERROR")
    killer = threading.Thread(target=kill_a_worker, args=(spark,), daemon=True)
    killer.start()
    start = time.monotonic()
    told = spark.read.schema(figures.PAGES).json(str(pages)).repartition(PARTS)
    figures.write(figures.figures(told), str(out))
    on_spark = time.monotonic() - start
    killer.join(10)
    assert not killer.is_alive(), "no worker was killed: take more pages"
    spark.stop()

    start = time.monotonic()
    want = local(pages)
    alone = time.monotonic() - start
    table = pyarrow.dataset.dataset(out, partitioning="hive").to_table()
    got = collections.Counter(key(row) for row in table.to_pylist())
    lost, more = want - got, got - want
    failed = sum(count for row, count in want.items() if row[-1] is not None)
    print(f"{given.pages} pages: {want.total()} rows, {failed} of them pages that failed")
    print(f"Spark with two workers {on_spark:.1f} s, one process {alone:.1f} s")
    print(f"years: {sorted(path.name for path in out.glob('year=*'))}")
    assert not lost and not more, f"lost {lost.total()}, doubled or changed {more.total()}"
    print("the rows are the same")


if __name__ == "__main__":
    main()
