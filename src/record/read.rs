//! The records of an article: every figure with what its own words say and what was made of it.
//!
//! A figure of prose that is hardly a quantity at all (`Tổ 3`, read as a three) is no record; one that a table
//! claims always is.

use super::Record;
use super::assemble::assemble;
use super::categories::{Categories, share};
use super::judged::{Judgement, Seat, seat};
use super::table::Tables;
use crate::clause::Row;
use crate::judge::{Chance, Verdict};

/// How probable it must be that a figure of prose is a quantity at all.
const QUANTITY: Chance = 4_000;

/// Reads the records of an article, in reading order. `rows` are its blocks, the headline first, `verdicts`
/// what the network made of their figures; `url` is the address of its page.
#[must_use]
pub fn read(
    rows: &[Row<'_>],
    verdicts: &[Verdict],
    mut tables: Tables,
    url: Option<&str>,
) -> Vec<Record> {
    debug_assert!(verdicts.iter().map(seat).eq(seats(rows)), "every figure is judged");
    let Some(lexicon) = rows.first().map(|row| row.scene.lexicon) else { return Vec::new() };
    let is_record =
        |verdict: &&Verdict| verdict.counts >= QUANTITY || tables.told.contains_key(&seat(verdict));
    let kept: Vec<&Verdict> = verdicts.iter().filter(is_record).collect();
    let ids = (1..).zip(&kept).map(|(n, verdict)| (seat(verdict), format!("r{n}"))).collect();
    let judgement = Judgement { rows, verdicts, ids };
    let mut categories = Categories::new(lexicon);
    let mut records = Vec::with_capacity(kept.len());
    for verdict in kept {
        let told = tables.told.remove(&seat(verdict));
        records.push(assemble(&judgement, verdict, told, &mut categories, url));
    }
    share(&mut records);
    records
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
    use crate::judge::{By, Dated, Judged, Role};
    use crate::lexicon::{Lexicon, Marks};
    use crate::mention::{self, Scene, Span, Spans};
    use crate::record::Flag;
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
        let texts = [TITLE, BLOCK].map(Text::new);
        let marks = texts.each_ref().map(|text| Marks::new(text, Lexicon::built_in()));
        let scenes = marks.each_ref().map(|marks| Scene::new(marks, Some(date(2023, 1, 31))));
        let mentions = scenes.each_ref().map(|scene| mention::read(scene, &Spans::default()));
        let places = marks
            .each_ref()
            .map(|marks| BlockNames::new(0, BlockKind::Paragraph, marks).place_spans());
        let kinds = [RowKind::Title, RowKind::Block(BlockKind::Paragraph)];
        let rows = [0, 1].map(|i| Row::new(kinds[i], scenes[i], &mentions[i], &places[i], &[]));
        read(&rows, &verdicts, Tables::default(), None)
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
        assert_eq!(opened.status, Some(crate::record::Status::Exceeded));
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
}
