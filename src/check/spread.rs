//! # What it tests
//! A mean or a middle lies between the lowest and the highest that the text tells beside it.
//!
//! # Why
//! It cannot be otherwise, whatever the figures are.
//!
//! # Example
//! `tuổi bình quân là 52,6; trẻ nhất 31 tuổi, cao tuổi nhất 49 tuổi` gives
//! `31 to 49, the text says 52,6 in the middle`.
//!
//! # Limits
//! All of them in one sentence, or in one that begins right behind it, with the same unit and rate
//! and one word for each (`thấp nhất`, `cao nhất`, `bình quân`, `trung vị`) before the figure with no
//! comma between but that before a bare verb (`cao nhất là xã Đông, được 74 điểm`). Both ends must be told, as two figures or as one range (`dao động từ 52 đến 61
//! tạ/ha`) right before the mean; or the mean and one end with nothing between them but its word.

use super::Verdict;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::print::number;
use super::units::{alike, same_measure};
use super::words::text::{GOT, HIGHEST, LOWEST, MIDDLE, RANGING};
use crate::lexicon::CueClass;
use crate::record::Modifier;

const KIND: &str = "spread";

/// How many figures from the first may belong together.
const LIST: usize = 5;

/// How many tokens before a figure may say which it is.
const NEAR: usize = 10;

/// How many tokens may stand between a range and the mean beside it.
const CLOSE: usize = 16;

/// Words of an extreme that say nothing else.
const EXTREME: &[&str] = &["cao", "thấp", "lớn", "nhỏ", "nhiều", "ít", "nhất"];

/// Which of the figures of a spread one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Lowest,
    Highest,
    Middle,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 0..facts.records.len();
    let told = all.clone().filter_map(|first| one(facts, first));
    let ranges = all.clone().filter_map(|range| of_range(facts, range));
    told.chain(ranges).chain(all.skip(1).filter_map(|end| beside_mean(facts, end))).collect()
}

/// `dao động từ 52 đến 61 tạ/ha, bình quân 63,5 tạ/ha`: a range is its lowest and its highest.
fn of_range(facts: &Facts<'_>, range: usize) -> Option<Claim> {
    let ends = &facts.records[range];
    let high = ends.high?;
    let mean = facts.after(range).filter(|mean| sort(facts, *mean) == Some(Sort::Middle))?;
    let said = &facts.records[mean];
    let same = same_measure(ends, said) && said.of.or(said.high).is_none();
    let (gap, passage) = facts.gap(range, mean)?;
    let (lead, _) = facts.lead(range)?;
    let ranges = passage.find(lead, RANGING).is_some();
    let scopes = [CueClass::Nation, CueClass::Versus, CueClass::MoreThan, CueClass::LessThan];
    let apart = passage.has(gap.clone(), &scopes) || passage.has_mark(gap.clone(), &["("]);
    let close = gap.len() <= CLOSE && passage.has_mark(gap, &[",", ";"]);
    if !(same && ranges && close) || apart || !facts.is_level(mean) {
        return None;
    }
    let within = ends.value <= said.value && said.value <= high;
    let range_text = format!("{} to {}", number(ends.value), number(high));
    let (verdict, detail) = match within {
        true => (Verdict::Holds, range_text),
        false => {
            let detail =
                format!("{range_text}, the text says {} in the middle", number(said.value));
            (Verdict::DoesNotHold, detail)
        }
    };
    Some(facts.claim(KIND, &[mean, range], verdict, detail).impossible())
}

/// `điểm trung bình 8,9, cao nhất 8,5 điểm`: a mean and one end right behind it.
fn beside_mean(facts: &Facts<'_>, end: usize) -> Option<Claim> {
    let mean = facts.before(end).filter(|mean| sort(facts, *mean) == Some(Sort::Middle))?;
    let which = sort(facts, end).filter(|sort| *sort != Sort::Middle)?;
    let [middle, last] = [mean, end].map(|r| &facts.records[r]);
    let alike = same_measure(middle, last)
        && [middle, last]
            .iter()
            .all(|r| r.of.or(r.high).is_none() && r.modifier == Modifier::Exact);
    let (gap, passage) = facts.tail(mean)?;
    let words = gap.start + 1..gap.end;
    let only = passage.text.key(gap.start) == ","
        && colours(passage, words.clone()).all(|word| EXTREME.contains(&word));
    let beyond = match which {
        Sort::Highest => middle.value > last.value,
        _ => middle.value < last.value,
    };
    let other = facts.after(end).and_then(|r| sort(facts, r)).is_some();
    let detail =
        format!("{} in the middle, {} at one end", number(middle.value), number(last.value));
    let wrong = alike && only && beyond && !other && words.len() <= NEAR / 2;
    wrong.then(|| facts.claim(KIND, &[mean, end], Verdict::DoesNotHold, detail).impossible())
}

fn one(facts: &Facts<'_>, first: usize) -> Option<Claim> {
    sort(facts, first)?;
    let (start, _) = facts.place(first)?;
    let earlier = first.checked_sub(1).filter(|r| facts.same_sentence(*r, first));
    if earlier.is_some_and(|r| sort(facts, r).is_some()) {
        return None;
    }
    let all = first..facts.records.len().min(first + LIST);
    let here = all.take_while(|r| {
        facts
            .place(*r)
            .is_some_and(|(p, _)| p.block == start.block && p.sentence <= start.sentence + 1)
    });
    let sorted: Vec<(usize, Sort)> = here
        .filter(|r| {
            alike(&facts.records[*r], &facts.records[first])
                && facts.records[*r].per == facts.records[first].per
        })
        .filter_map(|r| Some((r, sort(facts, r)?)))
        .collect();
    let of = |wanted: Sort| {
        let mut found = sorted.iter().filter(|(_, sort)| *sort == wanted).map(|(r, _)| *r);
        let one = found.next();
        one.filter(|_| wanted == Sort::Middle || found.next().is_none())
    };
    let (low, high) = (of(Sort::Lowest), of(Sort::Highest));
    let middles: Vec<usize> =
        sorted.iter().filter(|(_, sort)| *sort == Sort::Middle).map(|(r, _)| *r).collect();
    let value = |r: usize| facts.records[r].value;
    let (low, high) = low.zip(high)?;
    let outside = |r: &usize| value(*r) < value(low) || value(*r) > value(high);
    let range = format!("{} to {}", number(value(low)), number(value(high)));
    if let Some(middle) =
        middles.iter().copied().find(outside).filter(|_| value(low) <= value(high))
    {
        let detail = format!("{range}, the text says {} in the middle", number(value(middle)));
        let claim = facts.claim(KIND, &[middle, low, high], Verdict::DoesNotHold, detail);
        return Some(claim.impossible());
    }
    let swapped = value(low) > value(high);
    let ids: Vec<usize> = [low, high].into_iter().chain(middles).collect();
    let verdict = if swapped { Verdict::DoesNotHold } else { Verdict::Holds };
    Some(facts.claim(KIND, &ids, verdict, range).impossible())
}

/// What the words beside a figure make it, the nearest ones first.
fn sort(facts: &Facts<'_>, figure: usize) -> Option<Sort> {
    let (lead, passage) = facts.lead(figure)?;
    let lists = [(Sort::Lowest, LOWEST), (Sort::Highest, HIGHEST), (Sort::Middle, MIDDLE)];
    let start = lead.start.max(lead.end.saturating_sub(NEAR));
    let marks =
        |end: usize| (start..end).rev().find(|at| matches!(passage.text.key(*at), "," | ";" | ":"));
    let got = |mark: &usize| {
        let len = passage.says(mark + 1, GOT);
        passage.text.key(*mark) == ","
            && len.map(|len| mark + 1 + len) == Some(passage.lead(lead.end))
    };
    let mark = match marks(lead.end) {
        Some(mark) if got(&mark) => marks(mark),
        mark => mark,
    };
    let start = mark.map_or(start, |mark| mark + 1);
    let last = (start..lead.end).rev().find_map(|at| {
        lists.iter().find(|(_, words)| passage.says(at, words).is_some()).map(|(sort, _)| *sort)
    });
    last.filter(|_| facts.moved(figure).is_none())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_mean_lies_between_the_ends() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Điểm thi bình quân «7,4|điểm», cao nhất «7,1|điểm».",
                    "does not hold: 7,4 in the middle, 7,1 at one end",
                ),
                ("Điểm thi bình quân «7,4|điểm», cao nhất «9,5|điểm».", ""),
                ("Thu nhập bình quân «8 triệu|đồng»; mức thưởng cao nhất là «5 triệu|đồng».", ""),
            ],
        );
    }
}
