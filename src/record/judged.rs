//! What the verdict on a figure gives its record: words, days and ids for what the network points at.
//!
//! The period `(2, 0)` is the days and the words of the first time phrase of row 2, the target `4` the id of
//! the fifth figure. A link to a figure that is no record gives nothing.

use super::{Direction, Other, Period, Reason, Role};
use crate::clause::Row;
use crate::judge::{By, Chance, Dated, Ground, Judged, Verdict};
use crate::mention::Span;
use jiff::civil::Date;
use std::collections::HashMap;

/// Where a figure stands: its row, and its index among the figures of the row.
pub type Seat = (usize, usize);

/// An article with what was made of its figures.
pub(super) struct Judgement<'s, 'a> {
    pub rows: &'s [Row<'a>],
    pub verdicts: &'s [Verdict],
    /// The ids of the figures that are records.
    pub ids: HashMap<Seat, String>,
}

impl Judgement<'_, '_> {
    pub(super) fn period(&self, dated: Option<&Dated>) -> Option<Period> {
        let dated = dated.filter(|dated| dated.span != Span::OPEN)?;
        let words = dated.time.and_then(|(row, time)| {
            let row = self.rows.get(row)?;
            Some(row.scene.text.slice(row.mentions.times.get(time)?.words.clone()))
        });
        let Span { start, end } = dated.span;
        Some(Period { start, end, text: words.unwrap_or_default().to_owned() })
    }

    pub(super) fn place(&self, place: Option<(usize, usize)>) -> Option<String> {
        let (row, place) = place?;
        let (_, place, _) = self.rows.get(row)?.places.get(place)?;
        Some(place.name.clone())
    }

    /// The id of a figure that another is linked to.
    pub(super) fn id(&self, link: Option<usize>) -> Option<String> {
        self.ids.get(&seat(self.verdicts.get(link?)?)).cloned()
    }

    /// The words that spoke for an answer, as they stand in the text.
    fn grounds(&self, grounds: &[Ground]) -> Vec<(String, Chance)> {
        let words = |ground: &Ground| {
            let (row, words) = ground.words.clone();
            (self.rows[row].scene.text.slice(words).to_owned(), ground.lost)
        };
        grounds.iter().map(words).collect()
    }

    /// Why the judged fields of a record are what they are, in the order of its fields.
    pub(super) fn reasons(&self, verdict: &Verdict) -> [Reason; 6] {
        let link = |link: &Option<usize>| self.id(*link);
        [
            Reason {
                grounds: self.grounds(&verdict.role_grounds),
                ..reason("role", "judge.role", &verdict.role, |role| Some(shown_role(*role)))
            },
            Reason {
                field: "indicator",
                rule: "judge.indicator",
                others: Vec::new(),
                grounds: Vec::new(),
            },
            Reason {
                grounds: self.grounds(&verdict.period_grounds),
                ..reason("period", "judge.period", &verdict.period, |dated| {
                    dated.as_ref().map(|dated| shown_days(dated.span.start, dated.span.end))
                })
            },
            reason("place", "judge.place", &verdict.place, |place| self.place(*place)),
            reason("part_of", "judge.part_of", &verdict.part_of, link),
            reason("target", "judge.target", &verdict.target, link),
        ]
    }
}

pub(super) fn seat(verdict: &Verdict) -> Seat {
    (verdict.row, verdict.figure)
}

fn reason<T>(
    field: &'static str,
    rule: &'static str,
    judged: &Judged<T>,
    shown: impl Fn(&T) -> Option<String>,
) -> Reason {
    let other = |(value, chance): &(T, _)| Other { value: shown(value), chance: *chance };
    let others = judged.others.iter().map(other).collect();
    let rule = match judged.by {
        By::Network => rule,
        By::Order => "list.order",
        By::Paper => "paper.planned",
    };
    Reason { field, rule, others, grounds: Vec::new() }
}

pub(super) fn shown_role((role, direction): (Role, Option<Direction>)) -> String {
    let words = std::iter::once(role.as_str()).chain(direction.map(Direction::as_str));
    words.collect::<Vec<_>>().join("|")
}

pub(super) fn shown_days(start: Option<Date>, end: Option<Date>) -> String {
    let [start, end] = [start, end].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    format!("{start}..{end}")
}
