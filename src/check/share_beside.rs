//! The part that a share in words is of, beside it: `quá nửa (140 hộ)`, `hơn một nửa số hộ, cụ thể là 140 hộ`,
//! `155 hộ, chưa đến một phần ba`, `21 trường – quá nửa số trường`, `96 hộ tức hai phần ba số hộ`, `15 xe vi phạm, tức hơn một nửa`.

use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{APPOSING, THAT_IS};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// How many tokens of a predicate may stand between a part and `tức` with its share.
const PREDICATE: usize = 8;

/// `quá nửa (140 hộ)`, `hơn một nửa số hộ, cụ thể là 140 hộ`
pub(super) fn behind(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let part = facts.after(said).filter(|part| facts.is_level(*part))?;
    let (place, passage) = facts.place(part)?;
    let (tail, _) = facts.tail(said)?;
    let start = passage.lead(place.number.start);
    let open = facts.bracket(part).filter(|_| facts.bracket(said).is_none());
    let bracket = open.is_some_and(|open| open <= tail.start + 2 && start == open + 1);
    let comma = tail.clone().find(|at| matches!(passage.text.key(*at), "," | ";" | "(" | ":"));
    let apposed = comma.is_some_and(|comma| {
        passage.text.key(comma) == ","
            && start > comma + 1
            && is_apposing(passage, comma + 1..start)
    });
    (bracket || apposed).then_some(part)
}

/// `155 hộ tham gia hợp tác xã, chiếm gần một phần ba số hộ`, `155 hộ, chưa đến một phần ba`
pub(super) fn before(facts: &Facts<'_>, said: usize) -> Option<usize> {
    let part = facts.before(said).filter(|part| facts.is_level(*part))?;
    let told = facts
        .apposed(part, said, &[CueClass::Share])
        .is_some_and(|how| how.tight && how.by.is_some());
    let (lead, passage) = facts.lead(said)?;
    let bare = || {
        let marked = |at: usize| matches!(passage.text.key(at), "," | "(" | "-" | "–" | "—");
        let end = passage.lead(lead.end);
        let mark = lead.clone().take(PREDICATE).find(|at| marked(*at));
        let start = mark.map_or(lead.start, |mark| mark + 1);
        let direct = mark == Some(lead.start);
        let again = passage.says(start, THAT_IS).is_some();
        (direct || again) && is_apposing(passage, start..end)
    };
    (told || bare()).then_some(part)
}

/// Whether some words do nothing but say the same once more: `cụ thể là`, `tức chỉ`.
pub(super) fn is_apposing(passage: &Passage<'_>, words: Tokens) -> bool {
    let mut at = words.start;
    while let Some(len) = passage.says(at, APPOSING).filter(|len| at + len <= words.end) {
        at += len;
    }
    at >= words.end
}
