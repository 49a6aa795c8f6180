//! Whether parts that do not make their total need not make it.
//!
//! `xuất siêu 6 tỷ đồng, trong đó nông sản xuất siêu 41 tỷ đồng` tells a balance, which a part may exceed; what a list that opens with
//! `chủ yếu gồm` leaves out is not known. A total that the words do not take back in this way is believed to be one.

use super::Verdict;
use super::bounds::Bounds;
use super::facts::Facts;
use super::kinds::is_rank;
use super::words::text::{
    AMONG_THOSE, BALANCES, GROSS, IN_CONTRAST, MAINLY, NEGATIVE, OLDER, SIZES, TOTAL_OF, WITHIN,
};
use crate::lexicon::CueClass;
use crate::record::Record;
use rust_decimal::Decimal;

/// From here on a part is not by chance the sum of those behind it.
const NO_CHANCE: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// Whether the words or the figures say that a sum is none: the total is a balance, or a place in an order; the parts are of an
/// older model, only the largest, or hold one another (`trả ngân hàng 6.150 triệu đồng, tiền gốc 5.100, tiền lãi 1.050`); or they are those of a figure
/// between (`90 dự án, trong đó có 71 công trình, gồm 12 …`).
pub(super) fn is_no_total(facts: &Facts<'_>, figures: &[&Record]) -> bool {
    let Some((total, parts)) = figures.split_first() else { return false };
    let values = || parts.iter().map(|part| part.value);
    let sum = values().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value));
    let holds_the_rest = parts.first().is_some_and(|first| {
        let rest = sum.and_then(|sum| sum.checked_sub(first.value));
        parts.len() > 2 && first.value >= NO_CHANCE && rest == Some(first.value)
    });
    let between = || {
        let inside = |other: &&Record| {
            let source = &other.source;
            source.block == total.source.block
                && source.start > total.source.start
                && parts.first().is_some_and(|part| source.start < part.source.start)
        };
        parts.len() > 1 && facts.records.iter().filter(inside).any(|r| Some(r.value) == sum)
    };
    let is_place = facts.index(&total.id).is_some_and(|at| is_rank(facts, at));
    is_place
        || is_balance(facts, total)
        || parts.iter().any(|part| is_called(facts, part, GROSS))
        || parts.first().is_some_and(|part| is_called(facts, part, OLDER))
        || parts.iter().any(|part| is_called(facts, part, NEGATIVE) || is_none_of(facts, part))
        || is_called(facts, total, SIZES)
        || is_a_part(facts, total)
        || parts.first().is_some_and(|part| is_called(facts, part, MAINLY))
            && values().all(|value| value <= total.value)
        || holds_the_rest
        || between()
}

/// Whether as many names stand behind a total as it counts, of which some end in a number: `5 doanh nghiệp, gồm: Công ty In;
/// …; Công ty Xây dựng 3; Công ty Xây dựng 4`.
pub(super) fn is_list_of_names(facts: &Facts<'_>, figures: &[&Record]) -> bool {
    let Some((total, parts)) = figures.split_first() else { return false };
    let Some((place, passage)) = facts.index(&total.id).and_then(|at| facts.place(at)) else {
        return false;
    };
    let list = place.end..passage.sentence(place.sentence).end;
    let marks = list.filter(|at| passage.text.key(*at) == ";").count();
    let bare = |part: &&Record| {
        let place = facts.index(&part.id).and_then(|at| facts.place(at));
        place.is_some_and(|(place, _)| place.end == place.number.end)
    };
    marks > 0 && total.value == Decimal::from(marks + 1) && parts.iter().all(bare)
}

/// Whether a figure is a difference of two flows, which may be less than what happened in a part of it.
pub(super) fn is_balance(facts: &Facts<'_>, figure: &Record) -> bool {
    is_called(facts, figure, BALANCES)
}

/// Whether a figure behind a total is none of its parts by its own words: another is held against it (`trong khi nhu cầu đến 310
/// căn`), it is a total itself (`tổng số thành viên là 1.350`), or it has parts of its own (`64 ca ho gà, trong đó 1 ca nặng`).
fn is_none_of(facts: &Facts<'_>, figure: &Record) -> bool {
    let Some(at) = facts.index(&figure.id) else { return false };
    let before = facts.lead(at).is_some_and(|(lead, passage)| {
        passage.find(lead.clone(), IN_CONTRAST).is_some() || passage.find(lead, TOTAL_OF).is_some()
    });
    let own = facts.after(at).filter(|next| facts.same_sentence(at, *next));
    let has_parts = own
        .and_then(|next| facts.lead(next))
        .is_some_and(|(lead, passage)| passage.find(lead, WITHIN).is_some());
    before || has_parts
}

/// Whether a figure is itself one of those told before, or how far one is from another: `19 dự án trong số đó`, `thấp hơn giá đề
/// xuất 2 triệu đồng`.
fn is_a_part(facts: &Facts<'_>, figure: &Record) -> bool {
    let Some(at) = facts.index(&figure.id) else { return false };
    let gap = facts.lead(at).is_some_and(|(lead, passage)| {
        passage.has(lead, &[CueClass::LessThan, CueClass::MoreThan])
    });
    let among = facts
        .place(at)
        .is_some_and(|(place, passage)| passage.says(place.end, AMONG_THOSE).is_some());
    gap || among
}

/// Whether one of these words stands before a figure, behind the one before it.
fn is_called(facts: &Facts<'_>, figure: &Record, words: &[&str]) -> bool {
    facts.index(&figure.id).is_some_and(|at| {
        facts.lead(at).is_some_and(|(lead, passage)| passage.find(lead, words).is_some())
    })
}

/// Whether a share is one of what the whole itself is a part of: `12/60 giếng nhiễm phèn, trong đó 3 giếng (chiếm 5%)`.
pub(super) fn is_of_the_whole_above(figures: &[&Record]) -> bool {
    let [part, whole, share] = figures else { return false };
    let value =
        whole.of.and_then(|of| part.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(of));
    value.is_some_and(|value| Bounds::exactly(value).agrees(Bounds::of(share)) == Verdict::Holds)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::accuses;

    #[test]
    fn a_balance_may_be_less_than_a_part() {
        let told = |flow: &str| {
            format!("Chợ {flow} «6 tỷ|đồng», trong đó nông sản {flow} «41 tỷ|đồng|part=1».")
        };
        assert!(accuses(&told("xuất khẩu")));
        assert!(!accuses(&told("xuất siêu")));
    }

    #[test]
    fn parts_of_a_figure_between_are_none_of_the_total() {
        let told = |between: &str| {
            format!(
                "Có «90|dự án», trong đó có «{between}|công trình» xong gồm «12|dự án|part=1» cầu, «25|dự án|part=1» đường, «34|dự án|part=1» trường."
            )
        };
        assert!(accuses(&told("70")));
        assert!(!accuses(&told("71")));
    }

    #[test]
    fn the_largest_parts_are_not_all() {
        let told = |opens: &str| {
            format!("Chi «640|ha», {opens} «215|ha|part=1» chè, «398|ha|part=1» cà phê.")
        };
        assert!(accuses(&told("gồm")));
        assert!(!accuses(&told("chủ yếu gồm")));
    }
}
