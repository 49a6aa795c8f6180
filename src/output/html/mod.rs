//! The evidence page, the pages of series, findings and differences: one HTML file that holds everything it needs and asks no
//! network.
//!
//! Left the article as it was read, with every figure marked; right the figures as a table; the
//! checks that fail at the top. Without the script it is complete: a figure leads to its row and a
//! row to its words. The script adds what a page cannot do alone: sorting, filtering, export,
//! opening a record to its rules, and the lines between related figures.
//!
//! Nothing is computed that the report does not state. Text of articles is only ever text: `maud`
//! escapes all of it, addresses are links only where they are those of web pages, and the policy of
//! the page lets nothing run but its own script.
//!
//! It does not stream: failed checks and the list of articles stand before the first article, so
//! the parts are kept until the end. Memory is a small multiple of the size of the file.
//!
//! * `frame`: the document around the pages
//! * `series`: the series page
//! * `page`: the evidence page; `top`, `table`: its top and its right side
//! * `part`: one article and how its figures are numbered
//! * `heading`: title, day and source of an article
//! * `text`: the article as it was read; `marked`, `grid`: its blocks and its tables
//! * `rows`: its figures as rows of the table
//! * `claims`: its arithmetic in words
//! * `findings`: the page of what the checks found
//! * `diff`: the page of what changed between two versions
//! * `conflicts`: where articles differ
//! * `charts`: its targets and totals drawn
//! * `data`: its records for the script
//! * `words`: what the page says, in each language
//! * `number`: numbers and times as readers of a language write them
//! * `link`, `policy`: what may be followed, and what may run
//! * `evidence.css`, `evidence.js`, `correct.js`: how it looks, what moves, what a person corrects

mod charts;
mod claims;
mod conflicts;
mod data;
mod diff;
mod findings;
mod frame;
mod grid;
mod heading;
mod link;
mod marked;
mod number;
mod page;
mod part;
mod policy;
mod rows;
mod series;
mod table;
mod text;
mod top;
mod words;

use super::{Format, Lang, Medium, Way, Writer};
use crate::Report;
use crate::check::Verdict;
use crate::judge::Chance;
use crate::lexicon::Lexicon;
use crate::record::Record;
use crate::series::{Figure, Gathering};
use data::Data;
use maud::{Markup, Render};
use part::Part;
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use words::Words;

/// The evidence page.
pub(super) const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm"],
    medium: Medium::Text,
    way: Way::Stream(|look, lexicon| Box::new(Html::new(look.lang.unwrap_or(Lang::Vi), lexicon))),
    line_up: Some(series::line_up),
    findings: Some(findings::opening),
    differ: Some(diff::differ),
};

/// An evidence page in the making.
struct Html<'a> {
    lexicon: &'a Lexicon,
    gathering: Gathering<'a>,
    words: Words,
    articles: Vec<Article>,
    /// The rows of the table.
    rows: String,
    data: Data,
    /// How many figures each category has.
    categories: BTreeMap<String, usize>,
    /// The figures that are more probably wrong than right.
    doubts: Vec<Doubt>,
    /// The number on the page of each figure, by its article and its id there.
    numbers: HashMap<(usize, String), usize>,
}

/// A figure that is to be checked first.
struct Doubt {
    number: usize,
    confidence: Chance,
    /// `953 lượt người: bồi dưỡng`
    words: String,
    /// How probable it is, and the fields that may be wrong.
    why: String,
}

/// One article, rendered.
struct Article {
    heading: heading::Heading,
    text: Markup,
    charts: Vec<Markup>,
    /// Claims that do not hold.
    failed: Markup,
    other_claims: Markup,
}

/// What the articles say together.
struct Across {
    charts: Vec<Markup>,
    conflicts: Vec<Markup>,
}

impl Doubt {
    fn new(part: &Part<'_>, number: usize, record: &Record) -> Self {
        let words = format!("{}: {}", part.full(record), Part::indicator(record));
        let flags = rows::flags(part, record).map(|flags| format!(" {flags}")).unwrap_or_default();
        let why = part.doubt(record) + &flags;
        Self { number, confidence: record.confidence, words, why }
    }
}

impl Article {
    fn has_other_claims(&self) -> bool {
        self.heading.claims > self.heading.failed
    }
}

impl<'a> Html<'a> {
    fn new(lang: Lang, lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            gathering: Gathering::new(lexicon),
            words: Words::of(lang),
            articles: Vec::new(),
            rows: String::new(),
            data: Data::default(),
            categories: BTreeMap::new(),
            doubts: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// How many figures are to be checked first.
    fn doubtful(&self) -> usize {
        self.doubts.len()
    }

    /// What a category is called in the lexicon.
    fn category_name(&self, key: &str) -> String {
        let mut indicators = self.lexicon.entries.indicator.iter();
        let name = indicators.find(|indicator| indicator.key == key).map(|indicator| {
            match self.words.lang {
                Lang::Vi => &indicator.name_vi,
                Lang::En => &indicator.name_en,
            }
        });
        name.map_or(key, |name| name).to_owned()
    }
}

impl Writer for Html<'_> {
    fn add(&mut self, report: &Report, _out: &mut dyn Write) -> io::Result<()> {
        let part = Part::new(report, &self.words, self.articles.len() + 1, self.data.len() + 1);
        rows::rows(&part, &|key| self.category_name(key)).render_to(&mut self.rows);
        let failed = |verdict| verdict == Verdict::DoesNotHold;
        let article = Article {
            heading: heading::Heading::new(&part),
            text: text::text(&part),
            charts: charts::charts(&part),
            failed: claims::claims(&part, failed),
            other_claims: claims::claims(&part, |verdict| !failed(verdict)),
        };
        self.data.add(&part);
        self.gathering.add(report);
        for (number, record) in part.figures() {
            self.numbers.insert((self.articles.len(), record.id.clone()), number);
            let category = record.category.clone().unwrap_or_default();
            *self.categories.entry(category).or_default() += 1;
            if record.is_doubtful() {
                self.doubts.push(Doubt::new(&part, number, record));
            }
        }
        self.articles.push(article);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let gathering = std::mem::replace(&mut self.gathering, Gathering::new(self.lexicon));
        let series = gathering.finish();
        let at = |side: &str, figure: &Figure| {
            let number = self.numbers.get(&(figure.article, figure.record.clone()))?;
            Some(format!("#{side}{number}"))
        };
        let across = Across {
            charts: charts::over_time(&series, &self.words, &|figure| at("r", figure)),
            conflicts: conflicts::conflicts(&series, &self.words, &|figure| at("w", figure)),
        };
        let page = page::page(self, &across)?;
        out.write_all(page.into_string().as_bytes())
    }
}
