//! The differences for a person: numbers that changed first, then what else a figure says, then what is gone and new.
//!
//! ```text
//! old/a.html → new/a.html
//! Huyện Mẫu dạy nghề năm 2022
//! unchanged: 14
//!
//! values changed: 1
//!   r2  1 297 → 1 279  học viên  học viên tham gia  2022  actual
//! other changes: 1
//!   r5             45  lớp       lớp dạy nghề       2022  target
//!      role: actual → target
//! ```

use super::{Reader, name, said};
use crate::diff::{Alone, Change, Changed, Compared, Diff, Weight};
use crate::lexicon::Lexicon;
use crate::output::brief::{Brief, brief};
use crate::output::table::{lay_out, widths};
use crate::output::terminal::{fit, harmless};
use crate::output::{Lang, Look, Sentences, Shown};
use crate::record::Record;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

const TITLE: Style = Style::new().bold();
const PLAIN: Style = Style::new();
const QUIET: Style = Style::new().dimmed();
const CHANGED: Style = AnsiColor::Yellow.on_default();
const GONE: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();

/// Writes what is different.
pub(in crate::output) fn table(
    diff: &Diff,
    lexicon: &Lexicon,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = look.lang.unwrap_or(Lang::En);
    let mut page = Lines { look, lexicon, lang, out };
    for article in diff.compared.iter().filter(|article| !article.is_same()) {
        page.article(article)?;
        page.line(PLAIN, "")?;
    }
    page.alone("only in the old version", GONE, &diff.gone)?;
    page.alone("only in the new version", ADDED, &diff.added)?;
    page.end(diff)
}

/// Where the lines go.
struct Lines<'a> {
    look: Look,
    lexicon: &'a Lexicon,
    lang: Lang,
    out: &'a mut dyn Write,
}

/// A row of a figure, and what changed besides.
type Row = (Brief, Vec<String>);

impl Lines<'_> {
    fn article(&mut self, article: &Compared) -> io::Result<()> {
        let Compared { old, new, changes, changed, gone, added, unchanged } = article;
        match old.source == new.source {
            true => self.line(TITLE, &new.source)?,
            false => self.line(TITLE, &format!("{} → {}", old.source, new.source))?,
        }
        if let Some(title) = &new.title {
            self.line(QUIET, title)?;
        }
        self.counted(QUIET, "unchanged", *unchanged)?;
        for change in changes {
            self.line(CHANGED, &self.change(change))?;
        }
        let both = |this: &Self, weights: &[Weight]| -> Vec<Row> {
            let of = changed.iter().filter(|changed| weights.contains(&changed.weight()));
            of.map(|changed| this.both(changed)).collect()
        };
        let one = |this: &Self, all: &[Record]| -> Vec<Row> {
            all.iter().map(|record| (this.brief(record), Vec::new())).collect()
        };
        let sections = [
            ("values changed", CHANGED, both(self, &[Weight::Value])),
            ("other changes", CHANGED, both(self, &[Weight::Meaning, Weight::Relation])),
            ("gone", GONE, one(self, gone)),
            ("added", ADDED, one(self, added)),
            ("read otherwise in the same words", QUIET, both(self, &[Weight::Reading])),
        ];
        for (name, style, rows) in sections.iter().filter(|(_, _, rows)| !rows.is_empty()) {
            self.line(PLAIN, "")?;
            self.counted(*style, name, rows.len())?;
            self.rows(rows)?;
        }
        Ok(())
    }

    fn rows(&mut self, rows: &[Row]) -> io::Result<()> {
        let briefs: Vec<Brief> = rows.iter().map(|(brief, _)| brief.clone()).collect();
        let widths = widths(&briefs, self.look.columns, self.look.width);
        for (brief, changes) in rows {
            self.line(PLAIN, &lay_out(brief, &widths))?;
            for change in changes {
                self.line(PLAIN, &format!("      {change}"))?;
            }
        }
        Ok(())
    }

    /// Articles of one side.
    fn alone(&mut self, side: &str, style: Style, articles: &[Alone]) -> io::Result<()> {
        if articles.is_empty() {
            return Ok(());
        }
        self.counted(style, side, articles.len())?;
        for Alone { article, figures } in articles {
            let figures = self.say(&count(*figures));
            self.line(PLAIN, &format!("  {}  {figures}", article.source))?;
        }
        self.line(PLAIN, "")
    }

    /// How much was compared.
    fn end(&mut self, diff: &Diff) -> io::Result<()> {
        let unchanged = diff.compared.iter().map(|article| article.unchanged).sum();
        if diff.is_empty() {
            return self.line(PLAIN, &self.say(&format!("nothing differs: {}", count(unchanged))));
        }
        let differ = diff.compared.iter().filter(|article| !article.is_same()).count();
        let compared = diff.compared.len();
        self.line(PLAIN, &self.say(&format!("articles compared: {compared}, different: {differ}")))
    }

    /// A figure of both versions: its number as it was and is, and the fields that are not in its row.
    fn both(&self, changed: &Changed) -> Row {
        let mut row = self.brief(&changed.new);
        let value = Shown::Value as usize;
        let old = &self.brief(&changed.old)[value];
        if *old != row[value] {
            row[value] = format!("{old} → {}", row[value]);
        }
        row[Shown::Notes as usize].clear();
        let told = |change: &&Change| !matches!(change.field, "value" | "high" | "of");
        (row, changed.changes.iter().filter(told).map(|change| self.change(change)).collect())
    }

    /// `role: actual → target`
    fn change(&self, change: &Change) -> String {
        let Change { field, old, new } = change;
        let said = |content| said(field, content, self.lang, Reader::OfScreen);
        let called = match self.lang {
            Lang::En => field,
            Lang::Vi => name(field, self.lang),
        };
        format!("{called}: {} → {}", said(old), said(new))
    }

    fn brief(&self, record: &Record) -> Brief {
        brief(record, self.lexicon, self.lang)
    }

    fn counted(&mut self, style: Style, what: &str, number: usize) -> io::Result<()> {
        let sentence = self.say(&format!("{what}: {number}"));
        self.line(style, &sentence)
    }

    fn say(&self, english: &str) -> String {
        Sentences::of_screens().said(english, self.lang).into_owned()
    }

    fn line(&mut self, style: Style, text: &str) -> io::Result<()> {
        let text = harmless(text);
        let text = fit(text.trim_end(), self.look.width.unwrap_or(usize::MAX));
        let style = if self.look.colour { style } else { PLAIN };
        writeln!(self.out, "{style}{text}{style:#}")
    }
}

fn count(figures: usize) -> String {
    if figures == 1 { "1 figure".to_owned() } else { format!("{figures} figures") }
}
