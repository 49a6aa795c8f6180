//! # What it tests
//! The mean of figures that are told one by one lies between the least and the most of them.
//!
//! # Why
//! It cannot be otherwise, whatever each of them weighs.
//!
//! # Example
//! `Tổ 1 đạt 72 điểm, Tổ 2 đạt 80 điểm, bình quân của hai tổ là 86 điểm` gives
//! `72 to 80, the text says 86 in the middle`.
//!
//! # Limits
//! The mean is the first figure behind those of its measure in the sentence, or in one that begins right behind
//! theirs, and is said to be one of as many as were told, of a list (`lần lượt`), or of all (`chung`, `cả`) with no wider area. A
//! figure with a rate of its own, of another time or told in a bracket makes no list.

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::print::number;
use super::words::text::{IN_ORDER, MIDDLE, OF_ALL_TOLD};
use crate::lexicon::CueClass;
use crate::record::Modifier;
use crate::text::Tokens;

const KIND: &str = "spread";

/// How many figures before the mean are read.
const LOOK_BACK: usize = 12;

/// Words that make the mean one of more than was told.
const WIDER: &[CueClass] =
    &[CueClass::Nation, CueClass::SamePlace, CueClass::Versus, CueClass::Baseline];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (2..facts.records.len()).filter_map(|mean| one(facts, mean)).collect()
}

fn one(facts: &Facts<'_>, mean: usize) -> Option<Claim> {
    let said = &facts.records[mean];
    let (own, passage) = facts.place(mean).filter(|(p, _)| facts.is_prose(p.block))?;
    if said.of.or(said.high).is_some() || !facts.is_level(mean) {
        return None;
    }
    // `52, 55 và 58 tạ/ha`: only the last of a list has its rate.
    let like = |r: &usize| {
        let part = &facts.records[*r];
        part.unit.is_some()
            && part.unit == said.unit
            && (part.per.is_none() || part.per == said.per)
    };
    let last = facts.back(mean, LOOK_BACK).find(like)?;
    let (place, _) = facts.place(last).filter(|(p, _)| p.sentence + 1 >= own.sentence)?;
    let between = place.end..own.number.start;
    let middle = passage.find(between.clone(), MIDDLE)?;
    let parts: Vec<usize> = facts
        .back(last + 1, LOOK_BACK)
        .take_while(|r| facts.same_sentence(*r, last) && like(r))
        .collect();
    let plain = parts.iter().chain([&mean]).all(|r| {
        let record = &facts.records[*r];
        record.modifier == Modifier::Exact
            && record.of.or(record.high).is_none()
            && facts.is_level(*r)
            && facts.bracket(*r).is_none()
    });
    let means = parts
        .iter()
        .any(|r| facts.lead(*r).is_some_and(|(lead, own)| own.find(lead, MIDDLE).is_some()));
    let in_order = |(lead, own): (Tokens, &Passage<'_>)| own.find(lead, IN_ORDER).is_some();
    let count = between.clone().find_map(|at| passage.whole(at)).map(|(count, _)| count as usize);
    let area = passage.has(middle.start..own.number.start, &[CueClass::AreaKind]);
    let all = count == Some(parts.len())
        || count.is_none() && facts.lead(*parts.last()?).is_some_and(in_order)
        || count.is_none() && !area && passage.find(between.clone(), OF_ALL_TOLD).is_some();
    if parts.len() < 2 || !plain || means || !all || passage.has(between, WIDER) {
        return None;
    }
    let values = || parts.iter().map(|r| facts.records[*r].value);
    let (least, most) = (values().min()?, values().max()?);
    let range = format!("{} to {}", number(least), number(most));
    let (verdict, detail) = match (least..=most).contains(&said.value) {
        true => (Verdict::Holds, range),
        false => {
            let detail = format!("{range}, the text says {} in the middle", number(said.value));
            (Verdict::DoesNotHold, detail)
        }
    };
    let ids: Vec<usize> = [mean].into_iter().chain(parts.into_iter().rev()).collect();
    Some(facts.claim(KIND, &ids, verdict, detail).impossible())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_mean_of_some_figures_lies_among_them() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Lớp A đạt «72|điểm», lớp B đạt «80|điểm», bình quân của hai lớp là «86|điểm».",
                    "does not hold: 72 to 80, the text says 86 in the middle",
                ),
                (
                    "Lớp A đạt «72|điểm», lớp B «80|điểm», lớp C «91|điểm». Bình quân chung là «81|điểm».",
                    "holds: 72 to 91",
                ),
                (
                    "Lớp A đạt «72|điểm», lớp B đạt «80|điểm», bình quân toàn trường là «86|điểm».",
                    "",
                ),
            ],
        );
    }
}
