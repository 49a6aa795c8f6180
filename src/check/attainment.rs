//! # What it tests
//! The share of a plan that was reached, or by which it was passed or missed, follows from the
//! result and the plan.
//!
//! # Why
//! The percentage is what gets quoted; the two figures that it comes from stand beside it.
//!
//! # Example
//! `tạo việc làm cho 21.400 người, vượt 7% kế hoạch (kế hoạch là 20.000 người)` gives
//! `21.400/20.000 - 100 % = 7 %, the text says 7 %`.
//!
//! # Limits
//! The plan must be named as the target of the percentage (or be the second figure of
//! `61,5/58 ha`), and the result must stand before it in the same sentence. A difference is reported
//! only where result, plan and share stand beside each other. The share of an earlier year (`cùng kỳ năm
//! trước đạt 96%`) is one of another plan. Shares of an earlier level
//! (`bằng 98% cùng kỳ`) and of the plan for another span of time (`kế hoạch vụ` beside a plan of the year) are not
//! tested: the text does not give that level as a figure.

use super::Verdict;
use super::bounds::Bounds;
use super::claim::Claim;
use super::facts::Facts;
use super::percent::compare;
use super::plan_percent::{FORMS, Form, attained, form, has_own_share, percentage, relation};
use super::print::Style;
use super::relation::Term;
use super::target::Level;
use super::units::is_percent;
use super::words::text::PLAN_SPANS;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Record, Role};

const KIND: &str = "attainment";

/// How many tokens may stand between a word for a plan and its figure, and before the share.
const NEAR: usize = 6;

/// How many figures before the percentage are searched for the result.
const LOOK_BACK: usize = 6;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let said = |r: &usize| {
        let record = &facts.records[*r];
        record.role == Role::Attainment && is_percent(record)
    };
    let of_targets = facts.held.iter().flat_map(|(&target, held)| {
        held.iter().copied().filter(said).filter_map(move |r| against_target(facts, r, target))
    });
    let fractions = (0..facts.records.len()).filter(said).filter_map(|r| of_fraction(facts, r));
    of_targets.chain(fractions).collect()
}

/// `40.101 tỷ đồng, đạt 59,9% chỉ tiêu (67.000 tỷ đồng)`
fn against_target(facts: &Facts<'_>, said: usize, target: usize) -> Option<Claim> {
    let goal = &facts.records[target];
    // `33% kế hoạch 5 năm` is no share of five years
    if goal.unit_kind == UnitKind::Time {
        return None;
    }
    let (lead, passage) = facts.lead(said)?;
    if passage.has(lead, &[CueClass::LastYear, CueClass::Baseline]) {
        return None;
    }
    if has_own_share(facts, target, said) || of_other_span(facts, said, target) {
        return None;
    }
    let fits = |r: &usize| {
        let record = &facts.records[*r];
        record.role == Role::Actual && *r != target && Level::of(goal, record).is_some()
    };
    let result = (said.saturating_sub(LOOK_BACK)..said)
        .rev()
        .take_while(|r| facts.same_sentence(*r, said))
        .find(fits)?;
    let record = &facts.records[result];
    let level = Level::of(goal, record)?;
    let sides = format!("{}/{}", level.style.bare(record.value), level.style.bare(level.value));
    let (actual, base) = ((record.value, Bounds::of(record)), (level.value, level.bounds));
    let in_points = is_percent(goal).then(|| self::points(facts, said, record, goal)).flatten();
    let points = in_points.is_some();
    let (verdict, detail) = in_points.or_else(|| percentage(facts, said, actual, base, &sides))?;
    let relation = attained(facts, said, result, target, level.value)?;
    let claim = facts.claim(KIND, &[said, result, target], verdict, detail);
    (verdict == Verdict::Holds || !points && stands_beside(facts, said, result, target))
        .then(|| if points { claim } else { claim.with(relation) })
}

/// Whether the share is one of a plan for another span of time: `Kế hoạch năm 4.200 ha; … đạt 104% kế hoạch vụ`.
fn of_other_span(facts: &Facts<'_>, said: usize, target: usize) -> bool {
    let (Some((place, passage)), Some((lead, told))) = (facts.place(said), facts.lead(target))
    else {
        return false;
    };
    let Some((_, plan)) = passage.cue_at(place.end, &[CueClass::Plan]) else { return false };
    let named = passage.text.key(plan.end);
    let mut spans = lead.map(|at| told.text.key(at)).filter(|word| PLAN_SPANS.contains(word));
    let first = spans.next();
    PLAN_SPANS.contains(&named)
        && first.is_some_and(|first| first != named && spans.all(|span| span != named))
}

/// Whether result, plan and share stand beside each other, with nothing else that the share could be of:
/// `45 đảng viên (chỉ tiêu 50), đạt 90%`, `so với kế hoạch 60 lớp, mở được 54 lớp, đạt 90%`.
fn stands_beside(facts: &Facts<'_>, said: usize, result: usize, target: usize) -> bool {
    let Some(first) = said.checked_sub(2) else { return false };
    let both = [result, target].iter().all(|r| (first..said).contains(r)) && result != target;
    let planned = facts.lead(target).is_some_and(|(lead, passage)| {
        let near = lead.start.max(lead.end.saturating_sub(NEAR))..lead.end;
        let plan = passage.last_cue(near.clone(), &[CueClass::Plan]);
        plan.is_some_and(|(_, plan)| !passage.has_mark(plan.end..near.end, &[",", ";", ")"]))
    });
    let alone = facts.place(said).is_some_and(|(place, passage)| {
        let before = passage.cue_before(place.number.start, FORMS);
        let plan = passage.cue_at(place.end, &[CueClass::Plan]).is_some();
        let end = matches!(passage.text.key(place.end), "," | ";" | "." | ")" | "");
        let close = facts
            .lead(said)
            .is_some_and(|(lead, _)| lead.len() <= NEAR && !passage.has_mark(lead, &[";"]));
        before.is_some() && (plan || end) && close
    });
    both && planned && alone && facts.same_sentence(first, said)
}

/// `61,5/58 ha, đạt 106% kế hoạch`
fn of_fraction(facts: &Facts<'_>, said: usize) -> Option<Claim> {
    let result = facts.before(said)?;
    let record = &facts.records[result];
    let of = record.of.filter(|_| record.unit.is_some() && !is_percent(record))?;
    let how = facts.apposed(result, said, FORMS)?;
    let style = Style::of(record, &[record.value, of]);
    let sides = format!("{}/{}", style.bare(record.value), style.bare(of));
    let actual = (record.value, Bounds::of(record));
    let (verdict, detail) = percentage(facts, said, actual, (of, Bounds::exactly(of)), &sides)?;
    let relation = relation(facts, said, Term::of(facts, result), Term::whole(facts, result))?;
    let alone = facts.records[said].target.is_none();
    let sure =
        how.tight && !is_passed_by_each(facts, result, said) && !of_other_plan(facts, result, said);
    (alone && (sure || verdict == Verdict::Holds))
        .then(|| facts.claim(KIND, &[said, result], verdict, detail).with(relation))
}

/// Whether the whole of a fraction is not the plan: what is not all done passes it (`84/150 mẫu đơn, vượt 6%`), or
/// the words name the plan (`84/150 mẫu đơn, đạt 93% so với chỉ tiêu`).
fn of_other_plan(facts: &Facts<'_>, result: usize, said: usize) -> bool {
    let record = &facts.records[result];
    let undone = record.of.is_some_and(|of| record.value <= of);
    let passed = form(facts, said).is_some_and(|form| matches!(form, Form::Over));
    let named = facts
        .place(said)
        .is_some_and(|(place, passage)| passage.cue_at(place.end, &[CueClass::Versus]).is_some());
    undone && (passed || named)
}

/// Whether the share is what each of the counted things passed: `12/16 khoản thu vượt 50% dự toán`. It is the
/// predicate of them where nothing sets it apart.
fn is_passed_by_each(facts: &Facts<'_>, result: usize, said: usize) -> bool {
    let counted = facts.records[result].unit_kind == UnitKind::Count;
    let apart = facts
        .gap(result, said)
        .is_some_and(|(gap, passage)| passage.has_mark(gap, &[",", "(", "-"]));
    counted && !apart
}

/// `91% …, cao hơn 2% so với chỉ tiêu (89%)`: the difference of two percentages in points.
fn points(
    facts: &Facts<'_>,
    said: usize,
    result: &Record,
    goal: &Record,
) -> Option<(Verdict, String)> {
    let (high, low) = match form(facts, said)? {
        Form::Over => (result, goal),
        Form::Short => (goal, result),
        Form::Reached => return None,
    };
    let difference = high.value.checked_sub(low.value)?;
    let bounds = Bounds::of(high).minus(Bounds::of(low));
    let style = Style::of(high, &[]);
    let (verdict, text) = compare(difference, bounds, &facts.records[said]);
    let sides = format!("{} - {}", style.bare(high.value), style.bare(low.value));
    (verdict == Verdict::Holds).then(|| (verdict, format!("{sides} = {text}")))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn the_share_of_a_plan_follows_from_its_figures() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Tạo việc làm cho «21.400|người|for=3», vượt «7|%|attainment|for=3» kế hoạch (kế hoạch là «20.000|người|target»).",
                    "holds: 21.400/20.000 - 100 % = 7 %, the text says 7 %",
                ),
                (
                    "Thu «40.101 tỷ|đồng|for=3», đạt «59,9|%|attainment|for=3» chỉ tiêu («67.000 tỷ|đồng|target»).",
                    "holds: 40.101/67.000 = 59,85 %, the text says 59,9 %",
                ),
                (
                    "Thu «40.101 tỷ|đồng|for=3», đạt «69,9|%|attainment|for=3» chỉ tiêu («67.000 tỷ|đồng|target»).",
                    "does not hold: 40.101/67.000 = 59,85 %, the text says 69,9 %",
                ),
                (
                    "Thu hơn «5.983 tỷ|đồng|over|for=3», đạt hơn «46|%|attainment|over|for=3» chỉ tiêu («12.900 tỷ|đồng|target»).",
                    "holds: 5.983/12.900 = 46,38 %, the text says over 46 %",
                ),
                (
                    "Bao phủ «91|%|for=3», cao hơn «2|%|attainment|for=3» so với chỉ tiêu («89|%|target»).",
                    "holds: 91 - 89 = 2 %, the text says 2 %",
                ),
                (
                    "Trồng «61,5/58|ha», đạt «106|%|attainment» kế hoạch.",
                    "holds: 61,5/58 = 106,03 %, the text says 106 %",
                ),
                (
                    "Trồng «190|ha|for=3», thấp hơn «5|%|attainment|for=3» kế hoạch («200|ha|target»).",
                    "holds: 100 % - 190/200 = 5 %, the text says 5 %",
                ),
                (
                    "Bồi dưỡng «38|giáo viên|for=2» (chỉ tiêu «40|giáo viên|target»), đạt «85|%|attainment|for=2»%.",
                    "does not hold: 38/40 = 95 %, the text says 85 %",
                ),
                (
                    "So với kế hoạch «40|lớp|target», xã mở được «38|lớp|for=1», đạt «85|%|attainment|for=1»%.",
                    "does not hold: 38/40 = 95 %, the text says 85 %",
                ),
            ],
        );
    }

    #[test]
    fn without_plan_or_result_there_is_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Đạt «3/6|mục tiêu», thu ngân sách đạt «105|%|attainment» dự toán.", ""),
                ("Có «9.870|lao động», đạt «109,7|%|attainment» kế hoạch năm.", ""),
                (
                    "Kế hoạch năm 2022 trồng «4.200|ha|target» lúa; vụ mùa trồng «2.310|ha», đạt «104|%|attainment|for=1»% kế hoạch vụ.",
                    "",
                ),
                (
                    "Có «9.870|lao động», đạt «55|%|attainment|for=3» kế hoạch («67 tỷ|đồng|target»).",
                    "",
                ),
                (
                    "Có «9.870|người», đạt «55|%|attainment|for=3» kế hoạch («400|người|target»).",
                    "",
                ),
            ],
        );
    }
}
