//! # What it tests
//! An amount of each month makes twelve of them in the whole year that is told behind it.
//!
//! # Why
//! The year's amount is worked out in the head, over ten months or eight.
//!
//! # Example
//! `phụ cấp 1,5 triệu đồng mỗi tháng. Nhận đủ cả năm, mỗi người được 12 triệu đồng` gives
//! `1,5 × 12 = 18, the text says 12 triệu đồng`.
//!
//! # Limits
//! The year (`cả năm`, `trọn năm`) stands in the clause of the second amount or in the one before, in the same
//! sentence or the next; both are the only amounts of their unit there, and the second is called nothing that the
//! first is not. What several get together is not what one gets each month, so there is no claim where
//! people are counted before the second or it is a total.

use super::average::only;
use super::called::{behind, colours};
use super::claim::Claim;
use super::facts::Facts;
use super::units::{alike, are_people, is_percent};
use super::words::text::{ALL_YEAR, EACH_GETS, WHOLE_AMOUNT};
use super::yearly::twelve_months;
use crate::lexicon::CueClass;

/// How many figures before the year's amount are read.
const LOOK_BACK: usize = 5;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (1..facts.records.len()).filter_map(|yearly| one(facts, yearly)).collect()
}

fn one(facts: &Facts<'_>, yearly: usize) -> Option<Claim> {
    let year = &facts.records[yearly];
    let (place, passage) = facts.place(yearly).filter(|(p, _)| facts.is_prose(p.block))?;
    let (lead, _) = facts.lead(yearly)?;
    let whole = passage.find(lead.clone(), ALL_YEAR)?;
    let together = passage.find(lead.clone(), WHOLE_AMOUNT).is_some();
    let of_year = year.per.as_deref().is_none_or(|per| per == "năm");
    if together || !of_year || is_percent(year) || year.of.or(year.high).is_some() {
        return None;
    }
    let near: Vec<usize> = facts
        .back(yearly, LOOK_BACK)
        .filter(|r| facts.place(*r).is_some_and(|(p, _)| p.sentence + 1 >= place.sentence))
        .collect();
    let people = |r: &&usize| are_people(&facts.records[**r]) && facts.same_sentence(**r, yearly);
    if near.iter().any(|r| people(&r)) || !facts.is_level(yearly) {
        return None;
    }
    let same = |r: &usize| facts.records[*r].unit.is_some() && alike(&facts.records[*r], year);
    let monthly = only(near.iter().copied().filter(same))?;
    let month = &facts.records[monthly];
    let (told, earlier) = facts.lead(monthly)?;
    let habit = earlier.last_cue(told.clone(), &[CueClass::Habitual]);
    let each_month = habit.is_some_and(|(_, cue)| earlier.text.key(cue.end - 1) == "tháng");
    let of_month = month.per.as_deref().map_or(each_month, |per| per == "tháng");
    let named = told.start..behind(facts, monthly)?.end;
    let known: Vec<&str> = named.map(|at| earlier.text.key(at)).collect();
    let other = colours(passage, lead).any(|word| {
        let of_year = whole.clone().any(|at| passage.text.key(at) == word);
        !of_year && !known.contains(&word) && !EACH_GETS.contains(&word)
    });
    let plain = month.of.or(month.high).is_none() && facts.is_level(monthly);
    (of_month && !other && plain).then(|| twelve_months(facts, monthly, yearly))?
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_year_has_twelve_months() {
        assert_findings(
            "rate_time",
            &[
                (
                    "Tổ trưởng hưởng «900 nghìn|đồng/tháng», tính cả năm được «9 triệu|đồng».",
                    "does not hold: 0,9 × 12 = 10,8, the text says 9 triệu đồng",
                ),
                (
                    "Tổ trưởng hưởng «900 nghìn|đồng/tháng». Trọn năm, mỗi người nhận «10,8 triệu|đồng».",
                    "holds: 0,9 × 12 = 10,8, the text says 10,8 triệu đồng",
                ),
                (
                    "Tổ trưởng hưởng «900 nghìn|đồng/tháng»; cả năm xã chi cho «25|người» là «270 triệu|đồng».",
                    "",
                ),
                ("Lương «8 triệu|đồng/tháng», cả năm thu nhập đạt «130 triệu|đồng».", ""),
                (
                    "Tổ trưởng hưởng «900 nghìn|đồng/tháng»; cả năm quỹ khen thưởng chi «30 triệu|đồng».",
                    "",
                ),
            ],
        );
    }
}
