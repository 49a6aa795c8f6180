//! The base of a change that was told before it: the level of an earlier time in the same sentence or
//! in the one before; else the only one behind it in the paragraph.
//!
//! `Năm 2021 trồng 40 ha. Năm 2022 trồng 50 ha, tăng 25%` sets two levels of one thing at two times
//! that follow each other beside a change without a base of its own, or with that time as its base
//! (`so với năm 2021`, `so với cùng kỳ`). It refuses levels whose words differ, times that do not
//! follow each other, changes that name another base (`so với kế hoạch`), and what grows at constant
//! prices (`GRDP`).

use super::called::same_thing;
use super::facts::Facts;
use super::passage::{Passage, REACH};
use super::since::{Since, is_since_first, since, year_at};
use super::then_now::{in_order, is_of_now};
use super::units::same_measure;
use super::when::{When, when};
use super::words::text::REAL_GROWTH;
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// How many figures before a level are searched for its base, and how many behind the change.
const LOOK_BACK: usize = 4;
const LOOK_AHEAD: usize = 8;

const MOVES: &[CueClass] = &[CueClass::Rise, CueClass::Fall, CueClass::Times];

/// A level and its base, both told before the change.
pub(super) fn told_before(facts: &Facts<'_>, by: usize) -> Option<(usize, usize)> {
    let since = since(facts, by)?;
    right_before(facts, by, &since)
        .or_else(|| of_year(facts, by, &since))
        .or_else(|| behind(facts, by, &since))
}

/// `9 tháng đầu năm 2022 đón 4.836 lượt tàu, nhiều hơn cùng kỳ 24%. … 9 tháng đầu năm 2021 chỉ có 3.900 lượt tàu`: the only level of
/// the same noun of that earlier time behind the change, in its paragraph.
fn behind(facts: &Facts<'_>, by: usize, since: &Since) -> Option<(usize, usize)> {
    let level = facts.before(by).filter(|level| facts.is_level(*level))?;
    facts.apposed(level, by, MOVES).filter(|how| how.tight && how.by.is_some())?;
    let (place, _) = facts.place(level)?;
    let now = when(facts, level)?;
    let noun = |figure: usize| {
        let (place, passage) = facts.place(figure)?;
        let word = passage.text.tokens.get(place.end)?.kind == TokenKind::Word;
        word.then(|| passage.text.key(place.end))
    };
    let mut bases = (by + 1..facts.records.len().min(by + 1 + LOOK_AHEAD)).filter(|r| {
        let same_block = facts.records[*r].source.block == place.block;
        same_block
            && facts.is_level(*r)
            && facts.records[*r].unit == facts.records[level].unit
            && noun(*r).is_some()
            && noun(*r) == noun(level)
            && when(facts, *r).is_some_and(|then| agrees(since, then, now))
    });
    let base = bases.next()?;
    let nominal = !grows_in_real_terms(facts, base) && !grows_in_real_terms(facts, level);
    (bases.next().is_none() && nominal).then_some((level, base))
}

/// `Năm 2022 trồng 50 ha, tăng 25%`, the level of the year before told first.
fn right_before(facts: &Facts<'_>, by: usize, since: &Since) -> Option<(usize, usize)> {
    let level = facts.before(by).filter(|level| facts.is_level(*level))?;
    facts.apposed(level, by, MOVES).filter(|how| how.tight && how.by.is_some())?;
    let base = facts
        .back(level, LOOK_BACK)
        .find(|r| same_measure(&facts.records[*r], &facts.records[level]))?;
    let sentences = facts.place(level)?.0.sentence - facts.place(base)?.0.sentence;
    let plain = facts.is_level(base) && facts.bracket(base).is_none() && sentences <= 1;
    let follows = match (when(facts, base), when(facts, level)) {
        (Some(then), Some(now)) => agrees(since, then, now),
        _ => {
            in_order(facts, base, level) && is_named(facts, base, by, since)
                || is_of_now(facts, base, level) && is_since_first(facts, by, since)
        }
    };
    let nominal = !grows_in_real_terms(facts, base) && !grows_in_real_terms(facts, level);
    (plain && follows && nominal && same_thing(facts, base, level)).then_some((level, base))
}

/// Whether a figure is of what grows at constant prices: `GRDP đạt 54.000 tỷ đồng, tăng 6,5%`.
pub(super) fn grows_in_real_terms(facts: &Facts<'_>, figure: usize) -> bool {
    facts.place(figure).is_none_or(|(place, passage)| {
        let start =
            passage.sentence(place.sentence).start.max(place.number.start.saturating_sub(REACH));
        passage.find(start..place.number.start, REAL_GROWTH).is_some()
    })
}

/// Whether two times are those that a change lies between.
fn agrees(since: &Since, then: When, now: When) -> bool {
    match since {
        Since::Nothing | Since::SameTime => then.is_year_before(now),
        Since::Year(year) => {
            let same_part = (then.first, then.last) == (now.first, now.last);
            then.year == Some(*year) && now.year != Some(*year) && same_part
        }
        Since::Words(_) => false,
    }
}

/// Whether the words behind a change name the time of its base, or none.
fn is_named(facts: &Facts<'_>, base: usize, by: usize, since: &Since) -> bool {
    let Since::Words(words) = since else { return matches!(since, Since::Nothing) };
    let (Some((lead, earlier)), Some((_, passage))) = (facts.lead(base), facts.place(by)) else {
        return false;
    };
    let named: Vec<&str> = words.clone().map(|at| passage.text.key(at)).collect();
    earlier.find(lead, &[named.join(" ").as_str()]).is_some()
}

/// `Năm 2022 đón 2,10 triệu lượt khách. Sang năm 2023 … 2,73 triệu lượt, tăng 43% so với năm 2022`
fn of_year(facts: &Facts<'_>, by: usize, since: &Since) -> Option<(usize, usize)> {
    let Since::Year(year) = *since else { return None };
    let level = facts.level_before(by, by).or_else(|| {
        facts.back(by, LOOK_BACK).find(|r| facts.same_sentence(*r, by) && facts.is_level(*r))
    })?;
    let mut bases = facts.back(level, LOOK_BACK).filter(|r| {
        let has_year = facts.lead(*r).is_some_and(|(lead, passage)| has_year(passage, lead, year));
        has_year && facts.is_level(*r) && same_measure(&facts.records[*r], &facts.records[level])
    });
    let base = bases.next()?;
    let alone = bases.next().is_none();
    let elsewhere = !facts.same_sentence(base, by) || same_thing(facts, base, level);
    (alone && elsewhere).then_some((level, base))
}

fn has_year(passage: &Passage<'_>, within: Tokens, year: u32) -> bool {
    let versus = passage.has(within.clone(), &[CueClass::Versus]);
    let mut words = within.filter(|at| passage.text.key(*at) == "năm");
    !versus && words.any(|at| year_at(passage, at) == Some(year))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_level_of_the_time_before_is_the_base() {
        assert_findings(
            "change",
            &[
                (
                    "Năm 2021, thị trấn xảy ra «25|vụ» vụ trộm. Năm 2022, số vụ trộm còn «20|vụ» vụ, giảm «30|%|down»%.",
                    "does not hold: (25 - 20)/25 = 20 %, the text says 30 %",
                ),
                (
                    "Năm 2021, thị trấn xảy ra «25|vụ» vụ trộm; năm 2022 xảy ra «20|vụ», giảm «20|%|down»%.",
                    "holds: (25 - 20)/25 = 20 %, the text says 20 %",
                ),
                (
                    "Quý II/2021, cảng đón «60|lượt tàu». Quý II/2022, cảng đón «75|lượt tàu», tăng «35|%|up»% so với cùng kỳ.",
                    "does not hold: (75 - 60)/60 = 25 %, the text says 35 %",
                ),
                (
                    "Đầu năm có «120|hộ» nghèo, cuối năm còn «90|hộ», giảm «40|hộ|down».",
                    "does not hold: 120 - 90 = 30, the text says 40 hộ",
                ),
                (
                    "Năm 2021 trồng «40|ha», năm 2022 trồng «50|ha», tăng «15|ha|up» so với năm 2021.",
                    "does not hold: 50 - 40 = 10, the text says 15 ha",
                ),
            ],
        );
    }

    #[test]
    fn another_base_or_another_thing_is_no_claim() {
        assert_findings(
            "change",
            &[
                ("Năm 2021 thu «40 tỷ|đồng». Năm 2022 chi «50 tỷ|đồng», tăng «5|%|up»%.", ""),
                (
                    "Năm 2021 thu «40 tỷ|đồng». Năm 2022 thu «50 tỷ|đồng», tăng «5|%|up»% so với dự toán.",
                    "",
                ),
                (
                    "Năm 2021, GRDP đạt «40 tỷ|đồng». Năm 2022, GRDP đạt «50 tỷ|đồng», tăng «5|%|up»%.",
                    "",
                ),
                ("Năm 2019 thu «40 tỷ|đồng». Năm 2022 thu «50 tỷ|đồng», tăng «5|%|up»%.", ""),
                ("Quý I/2022 thu «40 tỷ|đồng». Quý II/2022 thu «50 tỷ|đồng», tăng «5|%|up»%.", ""),
                ("Năm 2021 có «40|hộ» nghèo. Năm 2022 có «50|hộ» cận nghèo, tăng «5|%|up»%.", ""),
                ("Xã Đông thu «40 tỷ|đồng», xã Tây thu «50 tỷ|đồng», tăng «5|%|up»%.", ""),
            ],
        );
    }
}
