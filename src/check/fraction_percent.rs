//! # What it tests
//! A fraction, or a part and its total, gives the percentage that the text puts beside it.
//!
//! # Why
//! The percentage is computed once and stays when the counts are corrected.
//!
//! # Example
//! `139/151 xã (đạt 92,1%)` gives `139/151 = 92,05 %, the text says 92,1 %`.
//!
//! # Limits
//! The percentage must stand right behind the fraction or part, in brackets or after `chiếm` or
//! `đạt` (or be called by nothing but `tỷ lệ`), and say nothing of its own base: in `chiếm 43% dân số` it may speak of another whole. The whole
//! of a part is the one that it is judged to be of, where the share fits, or the one that opens its sentence (`Trong 2.480 tỷ đồng`).
//! A percentage that was cut instead of rounded holds.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::{Apposed, Facts};
use super::fraction_words::{explains, in_words, is_rate_of};
use super::percent::{compare, share};
use super::print::Style;
use super::relation::{Relation, Term};
use super::units::{alike, is_percent};
use super::whole_ahead::opening_whole;
use crate::lexicon::CueClass;
use crate::record::{Modifier, Record, Role, Source};
use rust_decimal::Decimal;

pub(super) const KIND: &str = "fraction_percent";

/// How many totals above a part are tried as the whole that is meant.
const LEVELS: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let all = 0..facts.records.len();
    let before = all.clone().filter_map(|said| one(facts, said));
    let behind = all.clone().filter_map(|said| fraction_behind(facts, said));
    before.chain(behind).chain(all.filter_map(|said| in_words(facts, said))).collect()
}

/// `tỷ lệ đúng hạn là 98,6% (45.218/45.879 hồ sơ)`
fn fraction_behind(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = is_level_percent(facts, said)?;
    let part = facts.after(said)?;
    let fraction = &facts.records[part];
    let of = fraction.of.filter(|of| *of >= fraction.value && fraction.unit.is_some())?;
    let opens = explains(facts, said, part);
    let whole = whole(fraction, of);
    let (verdict, detail) = fits(fraction, &whole, percent).filter(|_| opens)?;
    let relation = of_fraction(facts, said, part);
    Some(facts.claim(KIND, &[part, said], verdict, detail).with(relation))
}

/// The percentage of a fraction.
fn of_fraction(facts: &Facts<'_>, said: usize, part: usize) -> Relation {
    Relation::percent(Term::of(facts, said), Term::of(facts, part), Term::whole(facts, part))
}

/// The whole of a fraction as a figure of its own, with the digits that are printed for it.
fn whole(fraction: &Record, of: Decimal) -> Record {
    let printed = fraction.source.text.rsplit('/').next().unwrap_or_default();
    let source = Source { text: printed.to_owned(), ..fraction.source.clone() };
    Record { value: of, of: None, modifier: Modifier::Exact, source, ..fraction.clone() }
}

/// The percentage, where it tells a share that is reached, and no change, aim or plan.
pub(super) fn is_level_percent<'a>(facts: &Facts<'a>, said: usize) -> Option<&'a Record> {
    let record = &facts.records[said];
    let (place, _) = facts.place(said)?;
    let plain = is_percent(record) && record.high.is_none() && facts.is_prose(place.block);
    (plain && facts.moved(said).is_none() && record.role != Role::Change).then_some(record)
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let record = &facts.records[said];
    let level = matches!(record.role, Role::Actual | Role::Attainment | Role::Condition);
    if !level || !is_percent(record) || record.target.is_some() || !stands_alone(facts, said) {
        return None;
    }
    let part = facts.before(said)?;
    let fraction = &facts.records[part];
    let how = facts.apposed(part, said, &[CueClass::Share, CueClass::Reaching]).or_else(|| {
        let rate = fraction.of.is_some() && is_rate_of(facts, part, said);
        rate.then_some(Apposed { by: None, tight: true })
    })?;
    match fraction.of {
        Some(of) if of >= fraction.value => {
            let whole = whole(fraction, of);
            let (verdict, detail) = fits(fraction, &whole, record)?;
            let relation = of_fraction(facts, said, part);
            let sure = how.tight && !is_second(facts, part);
            (sure || verdict == Verdict::Holds)
                .then(|| facts.claim(KIND, &[part, said], verdict, detail).with(relation))
        }
        None if how.tight && how.by == Some(CueClass::Share) => of_total(facts, part, said),
        _ => None,
    }
}

/// Whether a fraction ends a list of them, of which a share behind may be that of all: `45/50 xã và
/// 6/7 thị trấn hoàn thành, đạt 89,5%`.
fn is_second(facts: &Facts<'_>, fraction: usize) -> bool {
    facts.before(fraction).is_some_and(|first| facts.records[first].of.is_some())
}

/// `trong đó nữ 3.200 người, chiếm 43,8%`
fn of_total(facts: &Facts<'_>, part: usize, said: usize) -> Option<Claim> {
    let (record, percent) = (&facts.records[part], &facts.records[said]);
    let above = |r: &&Record| r.part_of.as_deref().and_then(|id| facts.record(id));
    let totals: Vec<&Record> = std::iter::successors(above(&record), above).take(LEVELS).collect();
    let answers = totals.iter().filter(|t| alike(t, record)).map(|t| fits(record, t, percent));
    let answers: Vec<(Verdict, String)> = answers.collect::<Option<_>>()?;
    let holds = answers.into_iter().find(|(verdict, _)| *verdict == Verdict::Holds);
    if let Some((verdict, detail)) = holds {
        return Some(facts.claim(KIND, &[part, said], verdict, detail));
    }
    let whole = opening_whole(facts, part)?;
    let (verdict, detail) = fits(record, &facts.records[whole], percent)?;
    let [a, b, c] = [said, part, whole].map(|figure| Term::of(facts, figure));
    let relation = Relation::percent(a, b, c);
    Some(facts.claim(KIND, &[part, whole, said], verdict, detail).with(relation))
}

pub(super) fn fits(part: &Record, whole: &Record, said: &Record) -> Option<(Verdict, String)> {
    let ratio = share(part.value, whole.value)?;
    let bounds = Bounds::of(part).percent_of(Bounds::of(whole));
    let style = Style::of(part, &[part.value, whole.value]);
    let (verdict, text) = compare(ratio, bounds, said);
    let sides = format!("{}/{}", style.bare(part.value), style.bare(whole.value));
    Some((verdict, format!("{sides} = {text}")))
}

/// Whether nothing behind the percentage names a base of its own.
fn stands_alone(facts: &Facts<'_>, said: usize) -> bool {
    let Some((place, passage)) = facts.place(said) else {
        return false;
    };
    let words = if passage.text.key(place.number.end) == "%" { 1 } else { 2 };
    let next = passage.text.key(place.number.end + words);
    matches!(next, ")" | "," | ";" | "." | "")
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_percentage_beside_a_fraction_is_tested() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Có «139/151|xã» (đạt «92,1|%»%).",
                    "holds: 139/151 = 92,05 %, the text says 92,1 %",
                ),
                (
                    "Có «139/151|xã» (đạt «92,0|%»%).",
                    "holds: 139/151 = 92,05 %, the text says 92,0 % (cut, not rounded)",
                ),
                (
                    "Có «139/151|xã» đạt chuẩn, chiếm «93,1|%»%.",
                    "does not hold: 139/151 = 92,05 %, the text says 93,1 %",
                ),
                ("Có «25/28|xã» («89,3|%»%) đạt.", "holds: 25/28 = 89,29 %, the text says 89,3 %"),
                (
                    "Có «25/28|xã», chiếm gần «90|%|nearly»%.",
                    "holds: 25/28 = 89,29 %, the text says nearly 90 %",
                ),
                (
                    "Có «7.300|người», trong đó nữ «3.200|người|part=1», chiếm «43,8|%»%.",
                    "holds: 3.200/7.300 = 43,84 %, the text says 43,8 %",
                ),
                (
                    "Có «7.300|người», trong đó nữ «3.200|người|part=1», chiếm «48,3|%»%.",
                    "does not hold: 3.200/7.300 = 43,84 %, the text says 48,3 %",
                ),
                (
                    "Có «9.000|người», trong đó «7.300|người|part=1», trong đó nữ «3.200|người|part=2», chiếm «35,6|%»%.",
                    "holds: 3.200/9.000 = 35,56 %, the text says 35,6 %",
                ),
            ],
        );
    }

    #[test]
    fn a_percentage_of_something_else_is_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Có «139/151|xã» (tăng «2,1|%|up»%).", ""),
                ("Có «139/151|xã», chiếm «43|%»% dân số.", ""),
                ("Có «139/151|xã» và «43|%»%.", ""),
                ("Có «25/28|xã» đạt chuẩn, còn «10,7|%»%.", ""),
                ("Có «25/28|xã» đạt chuẩn, tỷ lệ hộ dùng nước sạch đạt «95|%»%.", ""),
                ("Có «25/28|xã» đạt chuẩn, hộ nghèo giảm mạnh, chiếm «5|%»%.", ""),
                ("Có «25/28|xã» đạt chuẩn, hộ nghèo («5|%»%) giảm.", ""),
                ("Có «25/28|xã» đạt chuẩn; đạt «95|%»%.", ""),
                ("Có «61,5/58|ha» (đạt «100|%»%).", ""),
                (
                    "Có «9.000|người», trong đó «7.300|người|part=1», trong đó nữ «3.200|người|part=2», chiếm «50|%»%.",
                    "",
                ),
            ],
        );
    }
}
