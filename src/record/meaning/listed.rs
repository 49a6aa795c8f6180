//! Amounts of several kinds behind one verb: `hỗ trợ 120 tấn xi măng, 45 tấn gạo` gives two measures,
//! `hỗ trợ xi măng` and `hỗ trợ gạo`.
//!
//! Refused: an amount with words of its own before it (`, trồng 2 ha cà phê`), and one that only goes
//! on (`đạt 320 tấn, bằng 98%`).

use super::Case;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::context::Stop;

/// `120 tấn xi măng, 45 tấn gạo`: a measure that only a comma or `và` parts from the one before it.
pub(super) fn is_listed(case: &Case<'_, '_>) -> bool {
    let frame = case.frame;
    let joins = |i: usize| frame.mark(i) == Some(',') || frame.is(i, &[CueClass::And]);
    let (clause, range) = (case.left.clause, &case.left.range);
    let begins = clause == range.start || joins(clause - 1);
    let kind = frame.figure(case.f).kind();
    let like_before = match case.left.stop {
        Stop::Figure(host) => case.earlier[host].rule == "indicator.before_and_behind",
        _ => false,
    };
    (kind == Some(UnitKind::Measure) || kind == Some(UnitKind::Money) && like_before)
        && matches!(case.left.stop, Stop::Figure(_) | Stop::Item | Stop::Sentence)
        && begins
        && (clause..range.end).all(joins)
}

/// `hỗ trợ` in `hỗ trợ 120 tấn xi măng, 45 tấn gạo`: the words before the amount that the list begins
/// with.
pub(super) fn shared_verb(case: &Case<'_, '_>) -> Option<String> {
    let Stop::Figure(host) = case.left.stop else { return None };
    let amount =
        matches!(case.frame.figure(host).kind(), Some(UnitKind::Money | UnitKind::Measure));
    case.earlier[host].lead.clone().filter(|_| amount)
}
