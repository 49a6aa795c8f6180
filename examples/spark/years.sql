-- What DuckDB reads of it: figures and pages that failed, by year.
SELECT
    year,
    count(*) FILTER (WHERE error IS NULL) AS figures,
    count(DISTINCT source) FILTER (WHERE error IS NULL) AS pages_with_figures,
    count(*) FILTER (WHERE error IS NOT NULL) AS pages_that_failed
FROM read_parquet('figures.parquet/*/*.parquet', hive_partitioning = true)
GROUP BY year
ORDER BY year;
