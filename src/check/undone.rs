//! What the words beside a figure say of its being done: `đã trả 205 đơn`, `60 hộ đã nhận tiền`; `còn
//! 12 hồ sơ đang xử lý` is left.

use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{NOT_YET, UNDONE};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// How many tokens behind what is left may say that it is not done.
const NEAR: usize = 3;

/// Whether the words beside a figure say that it is done: `đã trả 205 đơn`, `60 hộ đã nhận tiền`.
pub(super) fn is_done(facts: &Facts<'_>, part: usize) -> bool {
    let says = |words: Option<(Tokens, &Passage<'_>)>| {
        words
            .is_some_and(|(words, passage)| passage.has(words, &[CueClass::Done, CueClass::Fulfil]))
    };
    says(facts.lead(part)) || says(facts.tail(part))
}

/// Whether a figure is called what is not done: `số vốn chưa giải ngân là 460 triệu đồng`.
pub(super) fn is_called_undone(passage: &Passage<'_>, called: Tokens) -> bool {
    passage.find(called, NOT_YET).is_some()
}

/// Whether `còn` opens what is left, since the words behind say that it is not done: `còn 12 hồ sơ đang
/// xử lý`.
pub(super) fn is_undone(facts: &Facts<'_>, left: usize) -> bool {
    let Some((place, passage)) = facts.place(left) else { return false };
    let opens = passage.cue_before(place.number.start, &[CueClass::Left]).is_some();
    opens && passage.find(place.end..place.end + NEAR, UNDONE).is_some()
}
