//! The records of an article: every figure with what its own words say and what was made of it.
//!
//! A figure of prose that is hardly a quantity at all (`Tổ 3`, read as a three) is no record; one that a table
//! claims always is.

use super::assemble::{Given, assemble};
use super::categories::{Categories, share};
use super::judged::{Judgement, Seat, seat};
use super::table::Tables;
use super::{Field, Fixes, Record, Role};
use crate::clause::Row;
use crate::judge::{Chance, Verdict};
use std::collections::HashSet;

/// How probable it must be that a figure of prose is a quantity at all.
const QUANTITY: Chance = 4_000;

/// Reads the records of an article, in reading order. `rows` are its blocks, the headline first, `verdicts`
/// what the network made of their figures, `fixes` what a person said of them; `url` is the address of its page.
#[must_use]
pub fn read(
    rows: &[Row<'_>],
    verdicts: &[Verdict],
    mut tables: Tables,
    fixes: &Fixes,
    url: Option<&str>,
) -> Vec<Record> {
    debug_assert!(verdicts.iter().map(seat).eq(seats(rows)), "every figure is judged");
    let Some(lexicon) = rows.first().map(|row| row.scene.lexicon) else { return Vec::new() };
    let said = |verdict: &Verdict| fixes.get(&seat(verdict)).and_then(|fix| fix.is_figure);
    let is_read =
        |verdict: &Verdict| verdict.counts >= QUANTITY || tables.told.contains_key(&seat(verdict));
    let is_record = |verdict: &&Verdict| said(verdict).unwrap_or_else(|| is_read(verdict));
    let kept: Vec<&Verdict> = verdicts.iter().filter(is_record).collect();
    let ids = (1..).zip(&kept).map(|(n, verdict)| (seat(verdict), format!("r{n}"))).collect();
    let judgement = Judgement { rows, verdicts, ids };
    let mut categories = Categories::new(lexicon);
    let mut records = Vec::with_capacity(kept.len());
    for verdict in kept {
        let given =
            Given { told: tables.told.remove(&seat(verdict)), fix: fixes.get(&seat(verdict)), url };
        records.push(assemble(&judgement, verdict, given, &mut categories));
    }
    share(&mut records);
    part_from_no_targets(&mut records);
    records
}

/// No figure is held against one of which a person says that it is no target.
fn part_from_no_targets(records: &mut [Record]) {
    let no_target = |r: &&Record| r.corrected.contains(&Field::Role) && r.role != Role::Target;
    let no_targets: HashSet<String> =
        records.iter().filter(no_target).map(|record| record.id.clone()).collect();
    for record in records {
        let is_cut = record.target.as_ref().is_some_and(|target| no_targets.contains(target));
        if is_cut && !record.corrected.contains(&Field::Target) {
            record.target = None;
            record.tell("target", "correction.no_target");
        }
    }
}

/// Every figure of the rows.
fn seats(rows: &[Row<'_>]) -> impl Iterator<Item = Seat> {
    let figures = rows.iter().map(|row| row.mentions.quantities.len()).enumerate();
    figures.flat_map(|(row, count)| (0..count).map(move |figure| (row, figure)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;
    use crate::clause::RowKind;
    use crate::entity::BlockNames;
    use crate::judge::{By, Dated, Judged};
    use crate::lexicon::{Lexicon, Marks};
    use crate::mention::{self, Scene, Span, Spans};
    use crate::record::{Fix, Flag, Set, Status};
    use crate::text::Text;
    use jiff::civil::date;

    const TITLE: &str = "Kết quả đào tạo nghề";
    const BLOCK: &str =
        "Năm 2022, huyện Ba Tri mở 14 lớp, vượt chỉ tiêu (12 lớp), có 3 tổ chưa mở.";

    fn sure<T>(value: T) -> Judged<T> {
        Judged { value, chance: 9_000, others: Vec::new(), by: By::Network }
    }

    /// The verdict on a figure of the block, of which nothing is known.
    fn verdict(figure: usize) -> Verdict {
        Verdict {
            row: 1,
            figure,
            counts: 9_900,
            role: sure((Role::Actual, None)),
            indicator: Vec::new(),
            scope: Vec::new(),
            indicator_chance: 9_000,
            period: sure(None),
            place: sure(None),
            part_of: sure(None),
            target: sure(None),
            confidence: 8_712,
            role_grounds: Vec::new(),
            period_grounds: Vec::new(),
        }
    }

    /// The records of the block under its headline, by verdicts on its three figures.
    fn records(verdicts: [Verdict; 3]) -> Vec<Record> {
        fixed(verdicts, &Fixes::default())
    }

    /// The same where a person said something of them.
    fn fixed(verdicts: [Verdict; 3], fixes: &Fixes) -> Vec<Record> {
        let texts = [TITLE, BLOCK].map(Text::new);
        let marks = texts.each_ref().map(|text| Marks::new(text, Lexicon::built_in()));
        let scenes = marks.each_ref().map(|marks| Scene::new(marks, Some(date(2023, 1, 31))));
        let mentions = scenes.each_ref().map(|scene| mention::read(scene, &Spans::default()));
        let places = marks
            .each_ref()
            .map(|marks| BlockNames::new(0, BlockKind::Paragraph, marks).place_spans());
        let kinds = [RowKind::Title, RowKind::Block(BlockKind::Paragraph)];
        let rows = [0, 1].map(|i| Row::new(kinds[i], scenes[i], &mentions[i], &places[i], &[]));
        read(&rows, &verdicts, Tables::default(), fixes, None)
    }

    #[test]
    fn a_record_has_the_words_days_and_links_that_were_judged() {
        let year = Span::between(date(2022, 1, 1), date(2022, 12, 31));
        let opened = Verdict {
            indicator: vec![(0, 2..5), (1, 8..9)],
            scope: vec![(0, 0..2)],
            period: sure(Some(Dated { span: year, time: Some((1, 0)) })),
            place: sure(Some((1, 0))),
            target: sure(Some(1)),
            ..verdict(0)
        };
        let planned = Verdict {
            role: sure((Role::Target, None)),
            period: sure(Some(Dated { span: Span::day(date(2023, 1, 31)), time: None })),
            ..verdict(1)
        };
        let records = records([opened, planned, verdict(2)]);
        let opened = &records[0];
        assert_eq!(opened.indicator.as_deref(), Some("đào tạo nghề: lớp"));
        assert_eq!(opened.scope.as_deref(), Some("Kết quả"));
        assert_eq!(opened.period.as_ref().map(|p| p.text.as_str()), Some("Năm 2022"));
        assert_eq!(opened.place.as_deref(), Some("huyện Ba Tri"));
        assert_eq!(opened.target.as_deref(), Some("r2"));
        assert_eq!(opened.status, Some(Status::Exceeded));
        assert_eq!(opened.source.sentence, BLOCK);
        assert_eq!(records[1].role, Role::Target);
        assert_eq!(records[1].period.as_ref().map(|p| p.text.as_str()), Some(""));
    }

    #[test]
    fn a_number_that_is_hardly_a_quantity_is_no_record_and_nothing_leads_to_it() {
        let verdicts = [
            Verdict { counts: QUANTITY - 1, ..verdict(0) },
            Verdict { part_of: sure(Some(0)), target: sure(Some(2)), ..verdict(1) },
            verdict(2),
        ];
        let records = records(verdicts);
        let ids: Vec<_> = records.iter().map(|r| (r.id.as_str(), r.source.text.as_str())).collect();
        assert_eq!(ids, [("r1", "12"), ("r2", "3")]);
        assert_eq!((&records[0].part_of, records[0].target.as_deref()), (&None, Some("r2")));
    }

    #[test]
    fn what_is_less_likely_than_not_is_flagged() {
        let doubted = Verdict {
            role: Judged { chance: 4_999, ..sure((Role::Target, None)) },
            period: Judged { chance: 5_000, ..sure(None) },
            indicator_chance: 0,
            ..verdict(0)
        };
        let records = records([doubted, verdict(1), verdict(2)]);
        assert_eq!(records[0].flags, [Flag::UnsureRole, Flag::UnsureIndicator]);
        assert_eq!(records[1].flags, []);
    }

    #[test]
    fn what_a_person_says_goes_before_everything_and_the_rest_follows() {
        let fix = |sets: Vec<Set<crate::record::Seat>>| Fix {
            is_figure: Some(true),
            is_new: false,
            sets,
        };
        let opened = Verdict {
            role: sure((Role::Target, None)),
            indicator: vec![(1, 8..9)],
            target: sure(None),
            ..verdict(0)
        };
        let planned = Verdict { role: sure((Role::Target, None)), ..verdict(1) };
        let unmade = Verdict { counts: 0, target: sure(Some(1)), ..verdict(2) };
        let verdicts = [opened, planned, unmade];
        let fixes = Fixes::from([
            ((1, 0), fix(vec![Set::Role(Role::Actual), Set::Target(Some((1, 1)))])),
            ((1, 2), fix(vec![Set::Value(5.into()), Set::Unit(Some("triệu đồng/người".into()))])),
        ]);
        let records = fixed(verdicts.clone(), &fixes);
        let [opened, planned, unmade] = records.as_slice() else { panic!("{records:?}") };
        assert_eq!((opened.role, opened.target.as_deref()), (Role::Actual, Some("r2")));
        assert_eq!(opened.status, Some(Status::Exceeded));
        assert_eq!(opened.flags, [Flag::Corrected]);
        assert_eq!(opened.corrected, [Field::Role, Field::Target]);
        assert_eq!((opened.confidences.role, planned.confidences.role), (10_000, 9_000));
        assert_eq!((unmade.value, unmade.unit.as_deref()), (5_000_000.into(), Some("đồng")));
        assert_eq!((unmade.per.as_deref(), unmade.target.as_deref()), (Some("người"), Some("r2")));
        let unit = |unit: &str| fix(vec![Set::Unit(Some(unit.into()))]);
        let fixes = Fixes::from([((1, 0), unit("tỷ đồng")), ((1, 1), unit("học viên/lớp"))]);
        let units = fixed(verdicts.clone(), &fixes);
        let shown = |r: &Record| (r.value.to_string(), r.unit.clone(), r.per.clone());
        assert_eq!(shown(&units[0]), ("14000000000".into(), Some("đồng".into()), None));
        let learners = ("12".into(), Some("học viên".into()), Some("lớp".into()));
        assert_eq!(shown(&units[1]), learners);
        let fixes = Fixes::from([
            ((1, 0), Fix { is_figure: Some(false), ..fix(Vec::new()) }),
            ((1, 1), fix(vec![Set::Role(Role::Actual)])),
            ((1, 2), fix(Vec::new())),
        ]);
        let records = fixed(verdicts, &fixes);
        let shown: Vec<_> = records.iter().map(|r| (&*r.source.text, r.target.as_ref())).collect();
        assert_eq!(shown, [("12", None), ("3", None)]);
    }
}
