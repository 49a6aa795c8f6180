//! Whether the text offers another reading in which a claim would hold.
//!
//! A careful reader who finds that figures do not fit looks for one that was left out, or one that is meant instead, before
//! accusing anybody. So a contradiction is not told
//! * of a sum, where a number of the same lines is just what is missing (`tổng 8.340 tỷ đồng, gồm 2.615 tỷ và 5.688 tỷ; còn lại 37 tỷ`),
//!   where the parts are those of another total by what was judged, where one is many times their whole, or where the total is
//!   none that they make (`no_total`);
//! * of a remainder, where it fits with another figure beside it of the same measure, or where the first part comes besides (`26 xã …,
//!   tiếp 11 xã, 17 xã còn lại`);
//! * of a percentage, where it follows from another base that the article tells, or another reading of its numbers (`other_ratio`);
//! * of a mean or a rate, where it is many times what it would be, and not by a power of ten, as a wrong scale would be: they
//!   are of different things (`doanh thu 2,9 tỷ, lãi chia cho 23 xã viên mỗi người 11 triệu`).

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::no_total::{is_balance, is_list_of_names, is_no_total, is_of_the_whole_above};
use super::other_ratio::{Base, fits_another, fits_otherwise};
use super::relation::{BASE, PART, Relation, SAID, Sign, Term, off};
use super::units::same_measure;
use super::words::text::{ANOTHER, MORE_COME, WITHIN};
use crate::lexicon::{CueClass, UnitKind};
use crate::record::Record;
use rust_decimal::Decimal;

/// How many times a figure may be another one that it is held against.
const MANY: Decimal = Decimal::from_parts(8, 0, 0, false, 0);

/// How near to a power of ten the factor of a wrong scale is, and from where on it is nearer to the next.
const NEAR_POWER: Decimal = Decimal::from_parts(12, 0, 0, false, 3);
const HALF_A_SCALE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// How many figures before and behind those of a claim are looked at, how many of them at most, and how many words around one.
const NEAR: usize = 10;
const MOST: usize = 40;
const WORDS: usize = 40;

/// The least that is missing in a sum and may stand beside it as a bare number: smaller ones stand everywhere.
const LEAST: u32 = 10;

/// What a number without a scale may be counted in.
const SCALES: [i64; 4] = [1, 1_000, 1_000_000, 1_000_000_000];

/// The claims without the contradictions that another reading explains.
pub(super) fn without_explained(facts: &Facts<'_>, claims: Vec<Claim>) -> Vec<Claim> {
    let explained =
        |claim: &Claim| claim.finding.holds == Verdict::DoesNotHold && is_explained(facts, claim);
    claims.into_iter().filter(|claim| !explained(claim)).collect()
}

fn is_explained(facts: &Facts<'_>, claim: &Claim) -> bool {
    let figures: Vec<&Record> =
        claim.finding.records.iter().filter_map(|id| facts.record(id)).collect();
    match claim.finding.kind {
        "sum_of_parts" => {
            parts_of_another(facts, &figures)
                || exceeds_by_far(&figures)
                || is_no_total(facts, &figures)
                || is_list_of_names(facts, &figures)
                || ends_in_its_part(facts, &figures)
                || fills(facts, claim)
        }
        "part_of_time" => figures.first().is_some_and(|whole| is_balance(facts, whole)),
        "fraction_percent" => {
            is_of_the_whole_above(&figures)
                || fits_another(facts, claim, Base::Total)
                || fits_otherwise(facts, claim)
        }
        "complement" => {
            goes_on(facts, &figures) || fits_with_another(facts, claim) || fills(facts, claim)
        }
        "attainment" => fits_another(facts, claim, Base::Plan),
        "change" => fits_another(facts, claim, Base::Level) || fits_otherwise(facts, claim),
        "average" | "rate_time" => is_of_other_things(claim),
        _ => false,
    }
}

/// Whether the parts were judged to be those of a total that is not the one of the claim, and fit that one.
fn parts_of_another(facts: &Facts<'_>, figures: &[&Record]) -> bool {
    let Some((_, parts)) = figures.split_first() else { return false };
    let linked = parts.first().and_then(|part| part.part_of.as_deref());
    let Some(other) = linked.and_then(|id| facts.record(id)) else { return false };
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    let whole = parts.len() > 1 && sum == Some(other.value)
        || parts.len() == 1 && sum.is_some_and(|sum| sum <= other.value);
    whole && figures.iter().all(|figure| figure.id != other.id)
}

/// Whether the last part is one of the part before it: `ngân sách xã 181 triệu, bao gồm khoản tạm ứng 42 triệu`.
fn ends_in_its_part(facts: &Facts<'_>, figures: &[&Record]) -> bool {
    let [total, parts @ .., last] = figures else { return false };
    let opens =
        facts.index(&last.id).and_then(|at| facts.lead(at)).is_some_and(|(lead, passage)| {
            passage.find(lead.clone(), WITHIN).is_some() || passage.has(lead, &[CueClass::Includes])
        });
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    opens && parts.len() > 1 && sum == Some(total.value)
}

/// Whether the first part of a remainder is told besides what was told before, and not as some of it: `tiếp 11 xã`, `309 ý
/// kiến khác`.
fn goes_on(facts: &Facts<'_>, figures: &[&Record]) -> bool {
    let part = figures.get(1).and_then(|part| facts.index(&part.id));
    part.and_then(|part| facts.place(part)).is_some_and(|(place, passage)| {
        passage.said_before(place.number.start, MORE_COME)
            || passage.says(place.end, ANOTHER).is_some()
    })
}

/// Whether a part is many times its whole, which no slip of the hand makes it, nor a wrong scale where they have one unit.
fn exceeds_by_far(figures: &[&Record]) -> bool {
    let Some((total, parts)) = figures.split_first() else { return false };
    let scaled = total.value.checked_mul(Decimal::ONE_THOUSAND);
    parts.iter().any(|part| {
        let least = if part.unit == total.unit { scaled } else { Some(total.value) };
        least.is_some_and(|least| part.value > least) && is_far(part.value, total.value)
    })
}

/// Whether a number beside a sum is just what is missing in it or too much.
fn fills(facts: &Facts<'_>, claim: &Claim) -> bool {
    let Some(sum @ Relation::Sum(terms)) = &claim.relation else { return false };
    let Some(gap) = off(terms).map(|gap| gap.abs()).filter(|gap| !gap.is_zero()) else {
        return false;
    };
    let own = |term: &(Sign, Term)| term.1.value == gap;
    let told = |at: usize| {
        let inside =
            || facts.lead(at).is_some_and(|(lead, passage)| passage.has(lead, &[CueClass::Among]));
        facts.records[at].value == gap && !inside()
    };
    !terms.iter().any(own)
        && (beside(facts, sum).into_iter().any(told)
            || sum.records().any(|figure| is_printed_beside(facts, figure, gap)))
}

/// Whether a number of which no record was made stands before or behind a figure.
fn is_printed_beside(facts: &Facts<'_>, figure: usize, number: Decimal) -> bool {
    let Some((place, passage)) = facts.place(figure) else { return false };
    let last = passage.text.tokens.len().min(place.end + WORDS);
    let bare = |at: &usize| {
        let is_figure = facts.figures(place.block, *at..at + 1).next().is_some();
        let beside = [at.checked_sub(1), Some(at + 1)];
        let mut marks = beside.into_iter().flatten().map(|at| passage.text.key(at));
        !is_figure && !marks.any(|key| matches!(key, "/" | "-" | "%"))
    };
    let scaled = |bare: u32| {
        let as_number = |scale: &i64| Decimal::from(bare).checked_mul((*scale).into());
        bare >= LEAST && SCALES.iter().any(|scale| as_number(scale) == Some(number))
    };
    let mut near = (place.number.start.saturating_sub(WORDS)..last).filter(bare);
    near.any(|at| passage.whole(at).is_some_and(|(bare, _)| scaled(bare)))
}

/// Whether a remainder fits with another figure beside it in place of one of its own.
fn fits_with_another(facts: &Facts<'_>, claim: &Claim) -> bool {
    let Some(sum @ Relation::Sum(terms)) = &claim.relation else { return false };
    let Some(gap) = off(terms) else { return false };
    let mut others = beside(facts, sum);
    others.extend(counted_between(facts, sum));
    terms.iter().any(|(sign, term)| {
        let meant = match sign {
            Sign::Plus => term.value.checked_sub(gap),
            Sign::Minus => term.value.checked_add(gap),
        };
        others.iter().any(|other| Some(facts.records[*other].value) == meant)
    })
}

/// The counts of other things between the figures of a sum, of which the rest may be that: `118 hộ, trong đó 64 …, đã cấp 92
/// thẻ, còn lại 26 hộ`.
fn counted_between(facts: &Facts<'_>, sum: &Relation) -> Vec<usize> {
    let own: Vec<usize> = sum.records().collect();
    let (Some(first), Some(last)) = (own.iter().min(), own.iter().max()) else { return Vec::new() };
    let counts = |r: &usize| {
        let record = &facts.records[*r];
        record.unit_kind == UnitKind::Count && record.value >= LEAST.into()
    };
    (*first..*last).filter(|r| !own.contains(r)).filter(counts).take(NEAR).collect()
}

/// The figures of the same measure that stand near those of a sum, without its own.
fn beside(facts: &Facts<'_>, sum: &Relation) -> Vec<usize> {
    let own: Vec<usize> = sum.records().collect();
    let (Some(first), Some(last)) = (own.iter().min(), own.iter().max()) else { return Vec::new() };
    let [first_block, last_block] = [first, last].map(|r| facts.records[*r].source.block);
    let near = first.saturating_sub(NEAR)..facts.records.len().min(last + NEAR);
    near.filter(|r| !own.contains(r))
        .filter(|r| (first_block..=last_block).contains(&facts.records[*r].source.block))
        .filter(|r| same_measure(&facts.records[*r], &facts.records[*first]))
        .filter(|r| !in_brackets(facts, *r) || own.iter().any(|figure| in_brackets(facts, *figure)))
        .take(MOST)
        .collect()
}

/// Whether a figure stands within brackets of its sentence, where it is one of what stands before them.
fn in_brackets(facts: &Facts<'_>, figure: usize) -> bool {
    facts.place(figure).is_some_and(|(place, passage)| {
        let start =
            passage.sentence(place.sentence).start.max(place.number.start.saturating_sub(WORDS));
        let last = (start..place.number.start).rev().map(|at| passage.text.key(at));
        last.into_iter().find(|key| matches!(*key, "(" | ")")) == Some("(")
    })
}

/// Whether a mean is so far from what it would be that they are of different things.
fn is_of_other_things(claim: &Claim) -> bool {
    let Some(Relation::Ratio { terms, scale, .. }) = &claim.relation else { return false };
    let [said, part, base] = [SAID, PART, BASE].map(|which| terms[which].value);
    let meant = part.checked_mul(*scale).and_then(|part| part.checked_div(base));
    meant.is_some_and(|meant| is_far(said, meant))
}

/// Whether one of two numbers is many times the other, and not a power of ten of it.
fn is_far(a: Decimal, b: Decimal) -> bool {
    let Some(mut factor) = a.max(b).checked_div(a.min(b)).filter(|factor| *factor > MANY) else {
        return false;
    };
    while factor >= HALF_A_SCALE {
        factor /= Decimal::TEN;
    }
    (factor - Decimal::ONE).abs() > NEAR_POWER
}

#[cfg(test)]
mod tests {
    use crate::check::sample::accuses;

    #[test]
    fn what_is_missing_may_stand_beside() {
        let sum = |rest: &str| {
            format!("Tổng chi «640|ha», gồm «215|ha|part=1» chè, «398|ha|part=1» cà phê{rest}.")
        };
        assert!(accuses(&sum("")));
        assert!(!accuses(&sum("; còn lại «27|ha» là rừng")));
        assert!(accuses(&sum("; có «31|ha» là rừng")));
    }

    #[test]
    fn a_mean_of_other_things_is_far_off() {
        let mean = |mean: &str| {
            format!("Hỗ trợ «300|hộ» hộ với «4,5 tỷ|đồng», bình quân mỗi hộ «{mean}|đồng».")
        };
        assert!(accuses(&mean("25 triệu")));
        assert!(accuses(&mean("15 nghìn")), "a wrong scale is a slip");
        assert!(!accuses(&mean("900 nghìn")));
    }
}
