//! A workbook for Excel and LibreOffice: figures, summary, checks, articles, legend.
//!
//! Rows go to temporary files as they come; in memory stay the links of a sheet (65,530 at most),
//! the findings and one light row a figure for the summary. Headings and closed words are in the
//! language of the reader. A number is a number cell; one of more than 15 digits stands beside it
//! as text as well. Nothing in a workbook depends on when it was written.
//!
//! * `sheet`: rows of one sheet
//! * `cells`: how a value is shown
//! * `print`: how a sheet is printed
//! * `limits`: what Excel cannot hold
//! * `figures`, `summary`, `checks`, `articles`, `legend`: one sheet each
//! * `save`: the sheets as one file
//! * `room`: where rows wait until then
//! * `error`: what can keep it from being written

mod articles;
mod cells;
mod checks;
mod error;
mod figures;
mod legend;
mod limits;
mod print;
mod room;
mod save;
mod sheet;
mod summary;

use super::{Format, Lang, Look, Medium, Way, Writer};
use crate::Report;
use crate::lexicon::Lexicon;
use crate::series::{Gathering, Series};
use checks::Checks;
use rust_xlsxwriter::Workbook;
use sheet::Sheet;
use std::io::{self, Write};

/// A workbook.
pub(super) const FORMAT: Format = Format {
    name: "xlsx",
    extensions: &["xlsx"],
    medium: Medium::Bytes,
    way: Way::Stream(|look, lexicon| Box::new(Xlsx::new(language(look), lexicon))),
    line_up: Some(line_up),
    findings: None,
    differ: None,
};

/// A workbook that reports are written to.
struct Xlsx<'a> {
    lang: Lang,
    lexicon: &'a Lexicon,
    open: Option<Open>,
    checks: Checks,
    gathering: Gathering<'a>,
}

/// The sheets whose rows are written at once.
struct Open {
    book: Workbook,
    figures: Sheet,
    articles: Sheet,
}

impl<'a> Xlsx<'a> {
    fn new(lang: Lang, lexicon: &'a Lexicon) -> Self {
        let gathering = Gathering::new(lexicon);
        Self { lang, lexicon, open: None, checks: Checks::default(), gathering }
    }

    fn open(lang: Lang) -> io::Result<Open> {
        let mut book = Workbook::new();
        let figures = figures::sheet(&mut book, lang)?;
        let articles = articles::sheet(&mut book, lang)?;
        Ok(Open { book, figures, articles })
    }
}

impl Writer for Xlsx<'_> {
    fn add(&mut self, report: &Report, _out: &mut dyn Write) -> io::Result<()> {
        let open = match &mut self.open {
            Some(open) => open,
            none => none.insert(Self::open(self.lang)?),
        };
        figures::add(&mut open.figures, report)?;
        articles::add(&mut open.articles, report)?;
        self.checks.add(report);
        self.gathering.add(report);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let open = self.open.take().map_or_else(|| Self::open(self.lang), Ok)?;
        let Open { mut book, figures, articles } = open;
        let gathering = std::mem::replace(&mut self.gathering, Gathering::new(self.lexicon));
        let series = gathering.finish();
        let summary = summary::sheet(&series, self.lexicon, &mut book, self.lang)?;
        let mut checks = std::mem::take(&mut self.checks);
        checks.add_conflicts(&series);
        let checks = checks.sheet(&mut book, self.lang)?;
        let sheets = vec![figures.filtered()?, summary, checks, articles.filtered()?];
        save::save(book, sheets, self.lang, out)
    }
}

/// The language of a workbook.
fn language(look: Look) -> Lang {
    look.lang.unwrap_or(Lang::Vi)
}

/// The workbook of a series.
fn line_up(series: &Series, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = language(look);
    let mut book = Workbook::new();
    let summary = summary::sheet(series, Lexicon::built_in(), &mut book, lang)?;
    let figures = figures::of_series(series, &mut book, lang)?;
    let articles = articles::of_series(series, &mut book, lang)?;
    save::save(book, vec![summary, figures, articles], lang, out)
}
