-- One row an article. `key` says which article it is in the next run: its address, else the
-- digest of its bytes. The id of an article stays when it is read again.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    url TEXT,
    sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    title TEXT,
    published TEXT,
    publisher TEXT,
    authors TEXT,
    byline TEXT,
    place TEXT,
    place_code TEXT
);

-- One row a figure, in the order of the text. `value`, `high` and `of` are numbers to reckon with;
-- beside each stand its exact digits as words.
CREATE TABLE records (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    id TEXT NOT NULL,
    category TEXT,
    indicator TEXT,
    scope TEXT,
    value NUMERIC NOT NULL,
    value_exact TEXT NOT NULL,
    high NUMERIC,
    high_exact TEXT,
    "of" NUMERIC,
    of_exact TEXT,
    unit TEXT,
    unit_key TEXT,
    per TEXT,
    modifier TEXT NOT NULL,
    role TEXT NOT NULL,
    direction TEXT,
    status TEXT,
    period_start TEXT,
    period_end TEXT,
    period_text TEXT,
    place TEXT,
    part_of TEXT,
    target TEXT,
    flags TEXT,
    confidence NUMERIC NOT NULL,
    confidence_exact TEXT NOT NULL,
    corrected TEXT,
    block INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    sentence TEXT NOT NULL,
    link TEXT,
    PRIMARY KEY (article, id),
    FOREIGN KEY (article, part_of) REFERENCES records DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, target) REFERENCES records DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX records_by_category ON records (category);
CREATE INDEX records_by_indicator ON records (indicator);
CREATE INDEX records_by_period ON records (period_start, period_end);
CREATE INDEX records_by_part_of ON records (article, part_of);
CREATE INDEX records_by_target ON records (article, target);

-- One row a claim of the article that was tested: `holds`, `does_not_hold`, `cannot_be_told`; graded
-- `rounding`, `contradiction`, `impossible` where the figures do not fit as they are printed.
CREATE TABLE findings (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    holds TEXT NOT NULL,
    grade TEXT,
    detail TEXT NOT NULL,
    PRIMARY KEY (article, id)
);

-- The figures that a finding is about, the claim's own first.
CREATE TABLE finding_records (
    article INTEGER NOT NULL,
    finding INTEGER NOT NULL,
    position INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article, finding, position),
    FOREIGN KEY (article, finding) REFERENCES findings ON DELETE CASCADE,
    FOREIGN KEY (article, record) REFERENCES records ON DELETE CASCADE
);
CREATE INDEX finding_records_by_record ON finding_records (article, record);

-- The figures that one slip of the hand would explain, each as likely as the others.
CREATE TABLE finding_slips (
    article INTEGER NOT NULL,
    finding INTEGER NOT NULL,
    position INTEGER NOT NULL,
    record TEXT,
    said TEXT NOT NULL,
    meant TEXT NOT NULL,
    PRIMARY KEY (article, finding, position),
    FOREIGN KEY (article, finding) REFERENCES findings ON DELETE CASCADE
);

-- Plans, resolutions, decisions, schemes that the article names.
CREATE TABLE documents (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    number TEXT,
    title TEXT,
    issuer TEXT,
    start_year INTEGER,
    end_year INTEGER,
    horizon INTEGER,
    implements TEXT,
    PRIMARY KEY (article, id),
    FOREIGN KEY (article, implements) REFERENCES documents DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX documents_by_number ON documents (number);
CREATE INDEX documents_by_implements ON documents (article, implements);

-- People that the article names. What they do at the event stands in `roles`, joined by `|`.
CREATE TABLE people (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT,
    PRIMARY KEY (article, id)
);
CREATE INDEX people_by_name ON people (name);

-- The offices of a person, in the order of the text.
CREATE TABLE offices (
    article INTEGER NOT NULL,
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    organization TEXT,
    PRIMARY KEY (article, person, position),
    FOREIGN KEY (article, person) REFERENCES people ON DELETE CASCADE
);

-- What an article says of how far a target was reached, where it says one thing of it.
CREATE VIEW attainments AS
SELECT article, target, place, period_start, period_end, min(value) AS percent
FROM records
WHERE role = 'attainment' AND target IS NOT NULL
GROUP BY article, target, place, period_start, period_end
HAVING min(value) = max(value);

-- Results and targets side by side, a line for each indicator, place and period of an article. A
-- growth stands here where it is held against a target. `attainment` is the text's own percentage,
-- else computed where both are single numbers of the same unit.
CREATE VIEW tong_hop AS
WITH lines (article, shown, result, target) AS (
    SELECT article, id, id, target FROM records
    WHERE role = 'actual' OR (role = 'change' AND target IS NOT NULL)
    UNION ALL
    SELECT article, id, NULL, id FROM records AS planned
    WHERE role = 'target' AND NOT EXISTS (
        SELECT * FROM records AS result
        WHERE result.article = planned.article AND result.target = planned.id
          AND result.role IN ('actual', 'change')
    )
)
SELECT
    shown.category,
    shown.indicator,
    shown.scope,
    coalesce(shown.place, articles.place) AS place,
    shown.unit,
    shown.per,
    shown.period_start,
    shown.period_end,
    shown.period_text,
    result.value AS result,
    result.high AS result_high,
    result.modifier AS result_modifier,
    planned.value AS target,
    planned.high AS target_high,
    planned.modifier AS target_modifier,
    planned.unit AS target_unit,
    planned.per AS target_per,
    coalesce(
        attainments.percent,
        CASE WHEN result.role = 'actual' AND result.unit IS planned.unit
              AND result.per IS planned.per AND result.high IS NULL AND planned.high IS NULL
              AND planned.value > 0
        THEN round(100.0 * result.value / planned.value, 1) END
    ) AS attainment,
    result.status,
    articles.title,
    articles.published,
    shown.link,
    lines.article,
    lines.result AS result_record,
    lines.target AS target_record
FROM lines
JOIN articles ON articles.id = lines.article
JOIN records AS shown ON shown.article = lines.article AND shown.id = lines.shown
LEFT JOIN records AS result ON result.article = lines.article AND result.id = lines.result
LEFT JOIN records AS planned ON planned.article = lines.article AND planned.id = lines.target
LEFT JOIN attainments ON attainments.article = lines.article AND attainments.target = lines.target
    AND attainments.place IS shown.place
    AND attainments.period_start IS shown.period_start
    AND attainments.period_end IS shown.period_end
ORDER BY shown.category IS NULL, shown.category, shown.indicator, shown.scope, 4,
    shown.period_end, shown.period_start, lines.article, shown.block, shown.start;
