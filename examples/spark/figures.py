#!/usr/bin/env python3
"""The figures of many pages on Spark: JSON Lines of pages in, Parquet by year of publication out.

    spark-submit examples/spark/figures.py pages.jsonl figures.parquet

A page is an object with `html` or `text`, and where it is known `name` or `id`, `url`, `published`. Each executor needs the
module `de_an_06` (`pip install`). A page that cannot be read gives one row with its name and, under `error`, why.
"""

import argparse
from collections.abc import Iterator
from typing import Any

import de_an_06
import pyarrow
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f
from pyspark.sql import types as t

SPARK = {
    "text": t.StringType(),
    "number": t.DecimalType(38, 9),
    "count": t.LongType(),
    "day": t.DateType(),
}
ARROW = {
    "text": pyarrow.string(),
    "number": pyarrow.decimal128(38, 9),
    "count": pyarrow.int64(),
    "day": pyarrow.date32(),
}
COLUMNS = {**de_an_06.KINDS, "error": "text"}
FIGURES = t.StructType([t.StructField(name, SPARK[kind]) for name, kind in COLUMNS.items()])
BATCH = pyarrow.schema([(name, ARROW[kind]) for name, kind in COLUMNS.items()])

PAGES = "html string, text string, name string, id string, url string, published string"


def figures(pages: DataFrame) -> DataFrame:
    """A row a figure, in the order of the pages."""
    return pages.mapInArrow(rows, FIGURES)


def rows(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """What an executor does with its part of the pages."""
    reader = de_an_06.Reader()
    for batch in batches:
        found = [row for page in batch.to_pylist() for row in of_page(reader, page)]
        yield pyarrow.RecordBatch.from_pylist(found, BATCH)


def of_page(reader: de_an_06.Reader, page: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of one page, or one that says why there are none."""
    name = page["name"] or page["id"] or page["url"]
    try:
        text = page["html"] or page["text"] or ""
        report = reader.extract(text.encode(), page["published"], name, url=page["url"])
        return de_an_06.records_to_dicts([report], exact=True)
    except de_an_06.Error as error:
        return [{"source": name, "error": str(error)}]


def write(found: DataFrame, folder: str) -> None:
    """One folder for each year of publication; pages without a day stand in that of no year."""
    by_year = found.withColumn("year", f.year("published"))
    by_year.write.mode("overwrite").partitionBy("year").parquet(folder)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("pages", help="JSON Lines, a path that Spark reads")
    words.add_argument("figures", help="folder for the Parquet files")
    given = words.parse_args()
    spark = SparkSession.builder.appName("de-an-06").getOrCreate()
    # One partition a core is too few where pages are of very different sizes.
    pages = spark.read.schema(PAGES).json(given.pages)
    pages = pages.repartition(4 * spark.sparkContext.defaultParallelism)
    write(figures(pages), given.figures)


if __name__ == "__main__":
    main()
