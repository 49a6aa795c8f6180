//! One document: the articles that both sides have with what changed in each, and those of one side alone.

use crate::check::{Grade, Verdict};
use crate::diff::{Alone, Change, Changed, Compared, Diff, Said, Sign};
use crate::judge::{Direction, Role};
use crate::mention::Modifier;
use crate::output::json::document;
use crate::record::{Period, Record, Source, Status};
use crate::series::Told;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use std::io::{self, Write};

/// Name and version of the document's shape.
const SCHEMA: &str = "de-an-06/diff/1";

/// What changed between two versions.
#[derive(Serialize, JsonSchema)]
struct Document<'a> {
    /// Name and version of this shape.
    #[schemars(extend("const" = SCHEMA))]
    schema: &'static str,
    /// Whether nothing is different.
    same: bool,
    /// How much there is of everything.
    summary: Summary,
    /// The articles that both sides have, in the order of the new one.
    articles: Vec<Article<'a>>,
    /// Articles of the old side alone.
    gone: Vec<OneSided<'a>>,
    /// Articles of the new side alone.
    added: Vec<OneSided<'a>>,
}

/// How much there is of everything.
#[derive(Serialize, JsonSchema)]
struct Summary {
    /// Articles.
    articles: Counts,
    /// Figures of the articles that both sides have.
    figures: Counts,
}

/// How many changed, and how many did not.
#[derive(Default, Serialize, JsonSchema)]
struct Counts {
    /// Different in something.
    changed: usize,
    /// On the old side alone.
    gone: usize,
    /// On the new side alone.
    added: usize,
    /// The same in everything.
    unchanged: usize,
}

/// An article in both versions.
#[derive(Serialize, JsonSchema)]
struct Article<'a> {
    /// As it was.
    old: Head<'a>,
    /// As it is.
    new: Head<'a>,
    /// What is different over it: `title`, `published`, `about`.
    changes: Vec<Field<'a>>,
    /// Figures that both have and that are different: those whose number changed first, then those that say something
    /// else, then those that stand otherwise to others, then those that were read otherwise though their sentence is the
    /// same; each in reading order.
    changed: Vec<Pair<'a>>,
    /// Figures of the old version alone.
    gone: Vec<Figure<'a>>,
    /// Figures of the new version alone.
    added: Vec<Figure<'a>>,
    /// How many figures are the same in everything.
    unchanged: usize,
}

/// An article of one side alone.
#[derive(Serialize, JsonSchema)]
struct OneSided<'a> {
    /// The article.
    article: Head<'a>,
    /// How many figures it has.
    figures: usize,
}

/// What stands over an article.
#[derive(Serialize, JsonSchema)]
struct Head<'a> {
    /// Name of the input.
    source: &'a str,
    /// Its headline.
    title: Option<&'a str>,
    /// Its day or moment of publication.
    published: Option<&'a str>,
    /// Address of its page.
    url: Option<&'a str>,
}

/// A figure in both versions.
#[derive(Serialize, JsonSchema)]
struct Pair<'a> {
    /// What it was known again by.
    known_by: &'a [Sign],
    /// Whether its sentence is the same, word for word.
    same_words: bool,
    /// What is different.
    changes: Vec<Field<'a>>,
    /// As it was.
    old: Figure<'a>,
    /// As it is.
    new: Figure<'a>,
}

/// A field that is different.
#[derive(Serialize, JsonSchema)]
struct Field<'a> {
    /// Its name in a report; `checks` for what came of the claims that the figure makes.
    field: &'a str,
    /// What it held.
    old: Option<Content<'a>>,
    /// What it holds.
    new: Option<Content<'a>>,
}

/// What a field holds.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Content<'a> {
    /// A number.
    Number(
        #[serde(with = "rust_decimal::serde::arbitrary_precision")]
        #[schemars(with = "serde_json::Number")]
        Decimal,
    ),
    /// Words, or the id of another figure of the same version.
    Words(&'a str),
    /// A time.
    Days(&'a Period),
    /// What came of the claims that a figure makes.
    Claims(Vec<Claim<'a>>),
}

/// What came of a claim.
#[derive(Serialize, JsonSchema)]
struct Claim<'a> {
    /// Name of the check.
    kind: &'a str,
    /// What came out.
    holds: Verdict,
    /// How grave it is.
    grade: Option<Grade>,
}

/// A figure; its fields are those of a record of a report.
#[derive(Serialize, JsonSchema)]
#[allow(missing_docs, reason = "the schema of a report explains the same fields")]
struct Figure<'a> {
    id: &'a str,
    category: Option<&'a str>,
    indicator: Option<&'a str>,
    scope: Option<&'a str>,
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    #[schemars(with = "serde_json::Number")]
    value: Decimal,
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[schemars(with = "Option<serde_json::Number>")]
    high: Option<Decimal>,
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[schemars(with = "Option<serde_json::Number>")]
    of: Option<Decimal>,
    unit: Option<&'a str>,
    unit_key: Option<&'a str>,
    per: Option<&'a str>,
    modifier: Modifier,
    role: Role,
    direction: Option<Direction>,
    status: Option<Status>,
    period: Option<&'a Period>,
    place: Option<&'a str>,
    part_of: Option<&'a str>,
    target: Option<&'a str>,
    source: &'a Source,
}

/// Writes the document.
pub(in crate::output) fn json(diff: &Diff, out: &mut dyn Write) -> io::Result<()> {
    let document_of_all = Document {
        schema: SCHEMA,
        same: diff.is_empty(),
        summary: summary(diff),
        articles: diff.compared.iter().map(article).collect(),
        gone: diff.gone.iter().map(one_sided).collect(),
        added: diff.added.iter().map(one_sided).collect(),
    };
    document(&document_of_all, out)
}

/// The JSON Schema of the document, indented, with a line end after it.
#[must_use]
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Document<'_>>();
    format!("{:#}\n", schema.as_value())
}

fn summary(diff: &Diff) -> Summary {
    let unchanged = diff.compared.iter().filter(|article| article.is_same()).count();
    let articles = Counts {
        changed: diff.compared.len() - unchanged,
        gone: diff.gone.len(),
        added: diff.added.len(),
        unchanged,
    };
    let mut figures = Counts::default();
    for article in &diff.compared {
        figures.changed += article.changed.len();
        figures.gone += article.gone.len();
        figures.added += article.added.len();
        figures.unchanged += article.unchanged;
    }
    Summary { articles, figures }
}

fn article(article: &Compared) -> Article<'_> {
    let Compared { old, new, changes, changed, gone, added, unchanged } = article;
    Article {
        old: head(old),
        new: head(new),
        changes: changes.iter().map(field).collect(),
        changed: changed.iter().map(pair).collect(),
        gone: gone.iter().map(figure).collect(),
        added: added.iter().map(figure).collect(),
        unchanged: *unchanged,
    }
}

fn one_sided(alone: &Alone) -> OneSided<'_> {
    OneSided { article: head(&alone.article), figures: alone.figures }
}

fn head(told: &Told) -> Head<'_> {
    let [title, published, url] = [&told.title, &told.published, &told.url].map(Option::as_deref);
    Head { source: &told.source, title, published, url }
}

fn pair(changed: &Changed) -> Pair<'_> {
    let Changed { old, new, known_by, same_words, changes } = changed;
    let changes = changes.iter().map(field).collect();
    Pair { known_by, same_words: *same_words, changes, old: figure(old), new: figure(new) }
}

fn field(change: &Change) -> Field<'_> {
    Field { field: change.field, old: content(&change.old), new: content(&change.new) }
}

fn content(said: &Said) -> Option<Content<'_>> {
    Some(match said {
        Said::Nothing => return None,
        Said::Number(number) => Content::Number(*number),
        Said::Words(words) | Said::Figure(words) => Content::Words(words),
        Said::Days(period) => Content::Days(period),
        Said::Claims(claims) => {
            let claims = claims.iter();
            let claims =
                claims.map(|(kind, holds, grade)| Claim { kind, holds: *holds, grade: *grade });
            Content::Claims(claims.collect())
        }
    })
}

fn figure(record: &Record) -> Figure<'_> {
    Figure {
        id: &record.id,
        category: record.category.as_deref(),
        indicator: record.indicator.as_deref(),
        scope: record.scope.as_deref(),
        value: record.value,
        high: record.high,
        of: record.of,
        unit: record.unit.as_deref(),
        unit_key: record.unit_key.as_deref(),
        per: record.per.as_deref(),
        modifier: record.modifier,
        role: record.role,
        direction: record.direction,
        status: record.status,
        period: record.period.as_ref(),
        place: record.place.as_deref(),
        part_of: record.part_of.as_deref(),
        target: record.target.as_deref(),
        source: &record.source,
    }
}
