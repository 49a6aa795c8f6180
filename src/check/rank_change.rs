//! # What it tests
//! A place in a ranking is as many places above or below the one before as the text says.
//!
//! # Why
//! The two places come from two tables, and the difference is made in the head.
//!
//! # Example
//! `xếp thứ 9, tăng 7 bậc so với năm 2021 (thứ 14)` gives `14 - 9 = 5, the text says 7 bậc`.
//!
//! # Limits
//! The place stands before the change in its sentence, behind a word for a rank. The one before stands in a
//! bracket behind the change, alone but for such a word; or behind a word for an earlier time (`khi đó chỉ xếp thứ
//! 15`) with no third place in the sentence; or right before the place, of an earlier year and of the same by its
//! names; or both stand as `từ thứ 14 lên thứ 9` there. Of two such there is no claim.

use super::Verdict;
use super::called::{colours, said_behind};
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::{Style, number};
use super::words::text::{EARLIER_TIME, MEANWHILE, MOVED_TO, RANK};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Direction, Modifier};
use crate::text::Tokens;
use rust_decimal::Decimal;

const KIND: &str = "change";

/// How many tokens behind a change may hold the bracket with the place before.
const NEAR: usize = 10;

/// How many tokens before and behind a change may tell both places.
const AROUND: usize = 40;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|by| one(facts, by)).collect()
}

fn one(facts: &Facts<'_>, by: usize) -> Option<Claim> {
    let said = &facts.records[by];
    let way = facts.moved(by).filter(|_| said.unit_kind == UnitKind::Step)?;
    let (place, passage) = facts.place(by).filter(|(p, _)| facts.is_prose(p.block))?;
    let sentence = passage.sentence(place.sentence);
    let around = place.number.start.saturating_sub(AROUND)..place.end + AROUND;
    let near = sentence.start.max(around.start)..sentence.end.min(around.end);
    let mark = |at: &usize| passage.text.key(*at) == ";";
    let start = (near.start..place.number.start).rev().find(mark).unwrap_or(near.start);
    let end = (place.end..near.end).find(mark).unwrap_or(near.end);
    let others = [facts.before(by), facts.after(by)].into_iter().flatten();
    let alone = !others
        .into_iter()
        .any(|r| facts.records[r].unit_kind == UnitKind::Step && facts.moved(r).is_some());
    let told = both(passage, start..end).filter(|_| alone);
    let (from, to) = match told {
        Some(both) => both,
        None => {
            let level = facts.before(by).filter(|level| is_rank(facts, *level))?;
            let behind = place.end..sentence.end.min(place.end + NEAR);
            let from = in_bracket(passage, behind)
                .or_else(|| earlier(facts, by))
                .or_else(|| year_before(facts, level))?;
            (from, facts.records[level].value)
        }
    };
    if said.modifier != Modifier::Exact || said.of.or(said.high).is_some() || from == to {
        return None;
    }
    let rises = to < from;
    let (high, low) = if rises { (from, to) } else { (to, from) };
    let off = high.checked_sub(low)?;
    let holds = off == said.value && rises == (way == Direction::Up);
    let verdict = if holds { Verdict::Holds } else { Verdict::DoesNotHold };
    let said = Style::of(said, &[]).full(said.value);
    let sides = format!("{} - {} = {}", number(high), number(low), number(off));
    Some(facts.claim(KIND, &[by], verdict, format!("{sides}, the text says {said}")))
}

/// Whether a figure is a place in a ranking: `xếp thứ 9`.
fn is_rank(facts: &Facts<'_>, level: usize) -> bool {
    let record = &facts.records[level];
    facts.place(level).is_some_and(|(place, passage)| {
        let classes = [CueClass::RankBefore, CueClass::Ordinal];
        let ranked = passage.cue_before(place.number.start, &classes).is_some()
            || passage.said_before(place.number.start, RANK);
        ranked && record.unit.is_none() && record.high.is_none()
    })
}

/// The place of an earlier time, the only figure of the sentence behind the change that is one: `so với năm 2021,
/// khi đó xếp thứ 15`, `năm trước đứng thứ 15`.
fn earlier(facts: &Facts<'_>, by: usize) -> Option<Decimal> {
    let (place, passage) = facts.place(by)?;
    let end = passage.sentence(place.sentence).end.min(place.end + AROUND);
    let mut ranks = facts.figures(place.block, place.end..end).filter(|r| is_rank(facts, *r));
    let first = ranks.next().filter(|_| ranks.next().is_none())?;
    let (from, _) = facts.place(first)?;
    let words = place.end..from.number.start;
    let last = words.clone().rev().find(|at| matches!(passage.text.key(*at), "," | ";" | "("));
    let clause = last.map_or(words.start, |mark| mark + 1)..words.end;
    let then = passage.find(clause.clone(), EARLIER_TIME).is_some();
    let other = passage.find(clause, MEANWHILE).is_some();
    let next = facts.before(first) == Some(by);
    (then && next && !other).then_some(facts.records[first].value)
}

/// The place right before one, of an earlier year: `Năm 2021 xếp thứ 15, năm 2022 lên thứ 9`. What one is of, the
/// other is too.
fn year_before(facts: &Facts<'_>, level: usize) -> Option<Decimal> {
    let first = level.checked_sub(1).filter(|first| is_rank(facts, *first))?;
    let ((from, passage), (to, _)) = (facts.place(first)?, facts.place(level)?);
    let near = from.block == to.block && from.sentence + 1 >= to.sentence;
    let [told, said] = [facts.lead(first)?, facts.lead(level)?]
        .map(|(lead, _)| lead.start.max(lead.end.saturating_sub(AROUND))..lead.end);
    let year = |within: Tokens| within.rev().find_map(|at| passage.year(at));
    let years = year(told.clone()).zip(year(said.clone()));
    let of = |figure| Some(colours(passage, said_behind(facts, figure)?).collect::<Vec<_>>());
    let name = |at: &usize| passage.text.tokens[*at].capital && *at > said.start;
    let named = said
        .clone()
        .filter(name)
        .all(|at| told.clone().any(|other| passage.text.key(other) == passage.text.key(at)));
    let same = of(first)? == of(level)? && named;
    (near && same && years.is_some_and(|(a, b)| a < b)).then_some(facts.records[first].value)
}

/// The place that stands alone in a bracket: `(thứ 14)`, `(xếp thứ 14)`.
fn in_bracket(passage: &Passage<'_>, within: Tokens) -> Option<Decimal> {
    let open = within.clone().find(|at| passage.text.key(*at) == "(")?;
    let (rank, end) = rank_at(passage, open + 1)?;
    (passage.text.key(end) == ")").then_some(rank)
}

/// `từ thứ 14 lên thứ 9`, told once in a sentence.
fn both(passage: &Passage<'_>, within: Tokens) -> Option<(Decimal, Decimal)> {
    let mut found = within.filter_map(|at| {
        let (from, end) = (passage.text.key(at) == "từ").then(|| rank_at(passage, at + 1))??;
        let moved = passage.says(end, MOVED_TO)?;
        Some((from, rank_at(passage, end + moved)?.0))
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// A number behind words for a rank, and the token behind it.
fn rank_at(passage: &Passage<'_>, at: usize) -> Option<(Decimal, usize)> {
    let mut start = at;
    while let Some(len) = passage.says(start, RANK) {
        start += len;
    }
    let (rank, len) = passage.whole(start).filter(|_| start > at)?;
    Some((rank.into(), start + len))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn places_are_counted_between_two_ranks() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Huyện xếp thứ «6», tăng «8|bậc|up» so với năm 2021 (thứ 11).",
                    "does not hold: 11 - 6 = 5, the text says 8 bậc",
                ),
                (
                    "Huyện xếp thứ «6», tăng «5|bậc|up» so với năm 2021 (xếp thứ 11).",
                    "holds: 11 - 6 = 5, the text says 5 bậc",
                ),
                (
                    "Huyện tụt «2|bậc|down», từ thứ 6 xuống thứ 11.",
                    "does not hold: 11 - 6 = 5, the text says 2 bậc",
                ),
                (
                    "Huyện đứng vị trí «6», tăng «3|bậc|up» so với năm trước, lúc đó chỉ xếp thứ «11».",
                    "does not hold: 11 - 6 = 5, the text says 3 bậc",
                ),
                (
                    "Năm 2021, huyện xếp thứ «11». Năm 2022, huyện lên hạng «6», tăng «3|bậc|up».",
                    "does not hold: 11 - 6 = 5, the text says 3 bậc",
                ),
                (
                    "Năm 2021 xếp thứ «11» về y tế, năm 2022 xếp thứ «6» về giáo dục, tăng «3|bậc|up».",
                    "",
                ),
                ("Huyện xếp thứ «6», tăng «8|bậc|up» so với năm trước, còn xã đứng thứ «11».", ""),
                ("Huyện xếp thứ «6», tăng «8|bậc|up» so với năm 2021 (11 điểm).", ""),
                ("Huyện đi từ thứ 11 lên thứ 6, tăng «5|bậc|up»; chỉ số phụ tăng «8|bậc|up».", ""),
            ],
        );
    }
}
