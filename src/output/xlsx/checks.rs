//! One row a finding: those that do not hold first, then those that cannot be told.

use super::sheet::Sheet;
use crate::Report;
use crate::check::Verdict;
use crate::output::columns::Cell;
use crate::output::wording::word;
use crate::output::{Lang, Sentences};
use rust_xlsxwriter::Workbook;
use std::io;

const COLUMNS: [&str; 8] =
    ["verdict", "check", "detail", "records", "text", "sentence", "title", "source"];

/// The findings of all reports, kept to be sorted.
#[derive(Debug, Default)]
pub(super) struct Checks {
    kept: Vec<Kept>,
}

/// What is kept of a finding.
#[derive(Debug)]
struct Kept {
    verdict: Verdict,
    check: &'static str,
    detail: String,
    records: String,
    /// Words and sentence of the claim, and the link to them.
    claim: [Option<String>; 3],
    title: Option<String>,
    source: String,
}

impl Checks {
    pub(super) fn add(&mut self, report: &Report) {
        for finding in &report.checks {
            let claim = finding.records.first();
            let claim = claim.and_then(|id| report.records.iter().find(|r| r.id == *id));
            let claim = claim.map(|record| &record.source);
            self.kept.push(Kept {
                verdict: finding.holds,
                check: finding.kind,
                detail: finding.detail.clone(),
                records: finding.records.join(", "),
                claim: [
                    claim.map(|claim| claim.text.clone()),
                    claim.map(|claim| claim.sentence.clone()),
                    claim.and_then(|claim| claim.link.clone()),
                ],
                title: report.article.title.clone(),
                source: report.source.name.clone(),
            });
        }
    }

    /// The sheet of all that was kept.
    pub(super) fn sheet(mut self, book: &mut Workbook, lang: Lang) -> io::Result<Sheet> {
        let mut sheet = Sheet::new(book, "checks", COLUMNS.into(), lang)?;
        self.kept.sort_by_key(|kept| match kept.verdict {
            Verdict::DoesNotHold => 0,
            Verdict::CannotBeTold => 1,
            Verdict::Holds => 2,
        });
        for kept in &self.kept {
            let [text, sentence, link] = kept.claim.each_ref().map(Option::as_deref);
            sheet.row()?;
            match kept.verdict {
                Verdict::DoesNotHold => sheet.wrong(word("verdict", "does_not_hold", lang))?,
                Verdict::CannotBeTold => sheet.words("verdict", &words(Some("cannot_be_told")))?,
                Verdict::Holds => sheet.words("verdict", &words(Some("holds")))?,
            }
            sheet.words("check", &words(Some(kept.check)))?;
            sheet.cell(&words(Some(&Sentences::of_findings().said(&kept.detail, lang))))?;
            sheet.cell(&words(Some(&kept.records)))?;
            sheet.link(&words(text), link)?;
            sheet.cell(&words(sentence))?;
            sheet.cell(&words(kept.title.as_deref()))?;
            sheet.cell(&words(Some(&kept.source)))?;
        }
        sheet.filtered()
    }
}

fn words(words: Option<&str>) -> Cell<'_> {
    words.filter(|words| !words.is_empty()).map_or(Cell::Empty, |words| Cell::Text(words.into()))
}
