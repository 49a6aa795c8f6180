//! # What it tests
//! The share of a part follows from the part and from the whole that the text names.
//!
//! # Why
//! A share of one whole is easily written behind the name of another one.
//!
//! # Example
//! `23.480 hộ chăn nuôi, trong đó 8.218 hộ đã xây hầm biogas, chiếm 35% tổng số hộ chăn nuôi`
//! gives `8.218/23.480 = 35 %, the text says 35 %`.
//!
//! # Limits
//! The part must stand right before the share (`chiếm`, `tương đương`, a bracket) or in a bracket
//! behind it. The whole is the figure that stands with its name, the one figure before whose words
//! hold its name, or without a name the one that the part was told of (`share_base`); `dân số` is
//! the one that the paragraphs before tell (`population`). Where several answer, only a share that fits one of them
//! is told.

use super::claim::Claim;
use super::facts::Facts;
use super::fraction_percent::fits;
use super::percent::share;
use super::population::{insured, is_of_others, is_of_population, population};
use super::relation::{Relation, Term};
use super::share_base::bases;
use super::share_part::{part_before, part_behind};
use super::slip::{Hand, hand};
use super::units::{is_percent, same_measure};
use super::whole::{Whole, begins_with_unit, candidates, named};
use super::whole_name::{is_bare_measure, is_measure_of, leaves_out_limit};
use super::words::text::{LIGHT, OF_AREA};
use super::{Verdict, passage::Passage};
use crate::lexicon::CueClass;
use crate::record::Role;
use crate::text::Tokens;
use rust_decimal::Decimal;

const KIND: &str = "fraction_percent";

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|said| one(facts, said)).collect()
}

fn one(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let percent = &facts.records[said];
    let (place, passage) = facts.place(said).filter(|(p, _)| facts.is_prose(p.block))?;
    let level = percent.role != Role::Change && facts.moved(said).is_none();
    let whole = percent.value <= Decimal::ONE_HUNDRED && percent.high.is_none();
    if !is_percent(percent) || !whole || !level {
        return None;
    }
    let named_as = named(facts, said);
    let of_people = named_as.is_none() && is_of_population(passage, place.end);
    let (part, marked) = part_before(facts, said)
        .or_else(|| Some((part_behind(facts, said, &named_as)?, true)))
        .or_else(|| Some((insured(facts, said).filter(|_| of_people)?, true)))?;
    let record = &facts.records[part];
    let by_share = passage.cue_before(place.number.start, &[CueClass::Equal]).is_none();
    let wholes: Vec<usize> = match &named_as {
        Some(Whole::Given(figure)) => vec![*figure],
        Some(Whole::Named(name)) => {
            let named = candidates(facts, said, name);
            let measure = is_bare_measure(passage, name);
            let told = |w: &usize| {
                measure || is_called(facts, *w, name) || is_measure_of(facts, passage, name, *w)
            };
            let told = || bases(facts, part, by_share && !measure).into_iter().filter(told);
            if named.is_empty() { told().collect() } else { named }
        }
        Some(Whole::Told) => facts.level_before(part.min(said), part).into_iter().collect(),
        None if of_people => population(facts, said).into_iter().collect(),
        None if stands_alone(passage, place.end) => bases(facts, part, by_share),
        None => return None,
    };
    if !marked && wholes.is_empty() {
        return None;
    }
    let fitting = wholes.iter().filter(|w| {
        let whole = &facts.records[**w];
        **w != part && same_measure(record, whole) && whole.value >= record.value
    });
    let answers: Vec<(usize, (Verdict, String))> =
        fitting.filter_map(|w| Some((*w, fits(record, &facts.records[*w], percent)?))).collect();
    let holds = answers.iter().find(|(_, (verdict, _))| *verdict == Verdict::Holds);
    let value = |answer: &(usize, (Verdict, String))| facts.records[answer.0].value;
    let only = answers.first().filter(|one| answers.iter().all(|other| value(one) == value(other)));
    let (whole, (verdict, detail)) = holds.or(only)?.clone();
    let named = match &named_as {
        Some(Whole::Named(name)) => Some(name),
        _ => None,
    };
    let more = named.is_some_and(|name| is_of_more(facts, passage, name, [part, whole, said]));
    let other = is_second(facts, whole)
        || is_another_line(facts, whole, part)
        || more
        || of_people && is_of_others([part, whole, said].map(|r| &facts.records[r]));
    if verdict == Verdict::DoesNotHold && other {
        return None;
    }
    let [a, b, c] = [said, part, whole].map(|figure| Term::of(facts, figure));
    let claim = facts.claim(KIND, &[part, whole, said], verdict, detail);
    Some(claim.with(Relation::percent(a, b, c)))
}

/// Whether a part stands behind a `;` that no word leads over: `47.610 hộ nghèo; hộ cận nghèo 12.880 hộ, chiếm 10,03%` tells of
/// two kinds of one total that is not told.
fn is_another_line(facts: &Facts<'_>, whole: usize, part: usize) -> bool {
    facts.gap(whole, part).is_some_and(|(gap, passage)| {
        passage.has_mark(gap.clone(), &[";"]) && !passage.has(gap, &[CueClass::Among])
    })
}

/// Whether a share may be one of more than was told: its whole is called by the bare noun that is counted and it
/// is less than half of what the part is of the figure told (`340 hộ vay vốn, trong đó 221 hộ người Mông, chiếm
/// 12% tổng số hộ`), or by nothing but a measure (`tổng diện tích`) and two digits are not swapped.
fn is_of_more(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    name: &Tokens,
    figures: [usize; 3],
) -> bool {
    let [part, whole, said] = figures.map(|r| &facts.records[r]);
    let noun = whole.unit.as_deref().unwrap_or_default().split_whitespace().count();
    let bare = name.len() <= noun && begins_with_unit(passage, name, whole);
    let measure = is_bare_measure(passage, name);
    share(part.value, whole.value).is_some_and(|computed| {
        let half = computed.checked_div(Decimal::TWO).is_some_and(|half| said.value < half);
        let rounded = computed.round_dp(said.value.normalize().scale());
        half && bare || measure && hand(said.value, rounded) != Some(Hand::Swapped)
    })
}

/// Whether a whole is the second of two that may be meant together: `7 người hệ cao đẳng và 287 người hệ
/// đại học, trong số này`.
fn is_second(facts: &Facts<'_>, whole: usize) -> bool {
    facts.before(whole).is_some_and(|first| {
        let joined = facts.gap(first, whole);
        same_measure(&facts.records[first], &facts.records[whole])
            && joined.is_some_and(|(gap, passage)| passage.has_mark(gap, &["và"]))
    })
}

/// Whether the name of a whole says no more than what is counted and in which area it was told:
/// `số hộ toàn xã`, of `Xã có 600 hộ`.
fn is_called(facts: &Facts<'_>, whole: usize, name: &Tokens) -> bool {
    let (Some((place, passage)), Some((lead, _))) = (facts.place(whole), facts.lead(whole)) else {
        return false;
    };
    let key = |at: usize| passage.text.key(at);
    let said =
        |at: usize| lead.clone().chain(place.number.end..place.end).any(|t| key(t) == key(at));
    let noun = place.number.end < place.end && key(name.start) == key(place.number.end);
    let area = |at: usize| OF_AREA.contains(&key(at)) || LIGHT.contains(&key(at)) && said(at);
    noun && (name.start + 1..name.end).all(|at| area(at) || said(at))
        && !leaves_out_limit(facts, passage, name, whole)
}

/// Whether nothing behind the percentage names a base of its own.
fn stands_alone(passage: &Passage<'_>, end: usize) -> bool {
    matches!(passage.text.key(end), ")" | "," | ";" | "." | "")
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_share_is_one_of_the_whole_that_the_words_tell() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Xã có «500|hộ», «120|hộ» nuôi dê, chiếm «34|%»%.",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "Xã có «500|hộ»; số hộ nuôi dê là «120|hộ», chiếm «24|%»%.",
                    "holds: 120/500 = 24 %, the text says 24 %",
                ),
                (
                    "Trạm có «500|lượt khám». Nhân lực ổn định. Trong số đó, trẻ em là «120|lượt», chiếm «34|%»%.",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "Trong «500|ha» chè, «120|ha» đạt chuẩn hữu cơ ( «34|%»%).",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "Tổng dư nợ đạt «500 tỷ|đồng», dư nợ trung hạn «120 tỷ|đồng», chiếm «34|%»%.",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "Đại biểu trẻ là «120|người», bằng «34|%»% tổng số «500|đại biểu».",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "«120|hộ» nuôi dê, chiếm «34|%»% tổng số hộ («500|hộ»).",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "Có «120|học sinh» nội trú (chiếm «34|%»%) trên tổng số «500|học sinh».",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
                (
                    "Xã có «500|hộ dân» hộ dân, trong đó «120|hộ dân» hộ dân nuôi dê, bằng «34|%»% số hộ toàn xã.",
                    "does not hold: 120/500 = 24 %, the text says 34 %",
                ),
            ],
        );
    }

    #[test]
    fn a_share_of_something_else_is_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Xã có «500|hộ» nghèo, «120|hộ» cận nghèo, chiếm «5|%»%.", ""),
                ("Trồng «500|ha» lúa, «120|ha» ngô, chiếm «5|%»%.", ""),
                ("Trồng «500|ha» lúa và «120|ha» ngô, chiếm «5|%»%.", ""),
                ("Xã có «500|hộ», «120|hộ» nuôi dê, chiếm «5|%»% số hộ nuôi dê của tỉnh.", ""),
                ("Thu «500 tỷ|đồng»; chi «120 tỷ|đồng», chiếm «5|%»%.", ""),
                (
                    "Xã có «500|hộ» hộ, trong đó «120|hộ» hộ nuôi dê, bằng «5|%»% số hộ toàn huyện.",
                    "",
                ),
                ("Có «500|đơn»; «120|đơn» quá hạn, tăng «5|%|up»%.", ""),
            ],
        );
    }
}
