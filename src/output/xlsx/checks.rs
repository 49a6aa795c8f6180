//! One row a finding: those that do not hold first, then those that cannot be told. Where two articles of the workbook
//! give other figures for one fact, that is a finding, too.

use super::sheet::Sheet;
use crate::Report;
use crate::check::{Grade, Slip, Verdict};
use crate::output::columns::Cell;
use crate::output::findings::remark;
use crate::output::wording::word;
use crate::output::{Lang, Sentences};
use crate::record::Source;
use crate::series::{Figure, Series};
use rust_xlsxwriter::Workbook;
use std::collections::HashMap;
use std::io;

const COLUMNS: [&str; 10] = [
    "verdict", "grade", "check", "detail", "expected", "records", "text", "sentence", "title",
    "source",
];

/// What stands between the articles that differ.
const ARTICLES: &str = " | ";

/// The findings of all reports, kept to be sorted.
#[derive(Debug, Default)]
pub(super) struct Checks {
    kept: Vec<Kept>,
}

/// What is kept of a finding.
#[derive(Debug)]
struct Kept {
    verdict: Verdict,
    grade: Option<Grade>,
    check: &'static str,
    detail: String,
    slips: Vec<Slip>,
    records: String,
    /// Words and sentence of the claim, and the link to them.
    claim: [Option<String>; 3],
    title: Option<String>,
    source: String,
}

impl Checks {
    pub(super) fn add(&mut self, report: &Report) {
        let by_id: HashMap<&str, &Source> =
            report.records.iter().map(|record| (record.id.as_str(), &record.source)).collect();
        for finding in &report.checks {
            let claim = finding.records.first().and_then(|id| by_id.get(id.as_str()));
            self.kept.push(Kept {
                verdict: finding.holds,
                grade: finding.grade,
                check: finding.kind,
                detail: finding.detail.clone(),
                slips: finding.slips.clone(),
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

    /// Adds where the articles differ, each as one fact that is told twice.
    pub(super) fn add_conflicts(&mut self, series: &Series) {
        for (line, cell) in series.conflicts() {
            let article = |figure: &Figure| &series.articles[figure.article];
            let all = |told: &dyn Fn(&Figure) -> String, joint: &str| {
                cell.results.iter().map(told).collect::<Vec<_>>().join(joint)
            };
            let values = all(&|figure| figure.text.clone(), " ≠ ");
            let place = line.place.as_ref().map(|place| format!(" · {place}"));
            let what = format!("{}{}", line.indicator, place.unwrap_or_default());
            let unit = line.unit.as_deref().unwrap_or_default();
            let when = &series.periods[cell.period].label;
            let first = cell.results.first();
            let title = |figure: &Figure| {
                let told = article(figure);
                told.title.as_ref().unwrap_or(&told.source).clone()
            };
            self.kept.push(Kept {
                verdict: Verdict::DoesNotHold,
                grade: None,
                check: "told_twice",
                detail: format!("{what} · {when}: {values} {unit}").trim_end().to_owned(),
                slips: Vec::new(),
                records: all(&|figure| figure.record.clone(), ARTICLES),
                claim: [
                    first.map(|figure| figure.text.clone()),
                    None,
                    first.and_then(|figure| figure.link.clone()),
                ],
                title: Some(all(&title, ARTICLES)),
                source: all(&|figure| article(figure).source.clone(), ARTICLES),
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
            sheet.words("grade", &words(kept.grade.map(Grade::as_str)))?;
            sheet.words("check", &words(Some(kept.check)))?;
            sheet.cell(&words(Some(&Sentences::of_findings().said(&kept.detail, lang))))?;
            let expected = kept.grade.map(|_| remark(kept.check, &kept.slips, lang));
            sheet.cell(&words(expected.as_deref()))?;
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
