//! Subjects that hold a figure: `tỷ lệ phụ nữ từ 18 tuổi trở lên vào hội đạt 78%` is about all its words,
//! the age left out.
//!
//! Refused: a figure with a mark behind it (`bà Lan, 62 tuổi, thu nhập đạt 5 triệu đồng`).

use super::Case;
use crate::record::context::{self, Stop};

/// `tỷ lệ phụ nữ từ 18 tuổi trở lên vào hội`: the words before an age and behind it.
pub(super) fn over_age(case: &Case<'_, '_>) -> Option<String> {
    let frame = case.frame;
    let Stop::Figure(host) = case.left.stop else { return None };
    let key = frame.figure(host).unit.as_ref().and_then(|unit| unit.key.as_deref());
    let subject = &case.earlier[host].indicator;
    let same_clause = !case.left.range.clone().any(|i| frame.mark(i).is_some());
    (key == Some("year_of_age") && same_clause && !subject.is_empty() && !case.own.is_empty())
        .then(|| format!("{subject} {}", case.own.text(frame)))
}

/// `quỹ` in `quỹ tại 12 huyện bội chi 3 tỷ đồng`: the subject that the figure before belongs to.
pub(super) fn subject_of_whole<'f>(case: &Case<'f, '_>) -> Option<&'f str> {
    let Stop::Figure(host) = case.left.stop else { return None };
    let mut gap = case.left.range.start..case.left.clause;
    let same_clause = !gap.any(|i| case.frame.mark(i).is_some());
    let subject = case.earlier[host].lead.as_deref()?;
    (same_clause && context::is_complement(case.frame, host)).then_some(subject)
}
