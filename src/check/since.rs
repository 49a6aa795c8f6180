//! What the words behind a change say of its base: nothing, an earlier time (`so với cùng kỳ`), a year (`so với
//! năm 2021`) or other words (`so với ban đầu`). A plan, a mean or the nation is no earlier time.

use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{AT_FIRST, THAT_TIME};
use crate::lexicon::CueClass;
use crate::text::Tokens;

/// How many tokens behind a change may say what it is compared with.
const NEAR: usize = 6;

/// What the words behind a change say of its base.
pub(super) enum Since {
    /// Nothing.
    Nothing,
    /// `so với cùng kỳ`
    SameTime,
    /// `so với năm 2021`
    Year(u32),
    /// `so với đầu năm`: the words.
    Words(Tokens),
}

/// Whether a change names a year as its base: `tăng 10% so với năm 2021`.
pub(super) fn is_since_year(facts: &Facts<'_>, by: usize, year: u32) -> bool {
    matches!(since(facts, by), Some(Since::Year(base)) if base == year)
}

/// What a change is compared with; none where that is something else than an earlier time.
pub(super) fn since(facts: &Facts<'_>, by: usize) -> Option<Since> {
    let (tail, passage) = facts.tail(by)?;
    let near = tail.start..tail.end.min(tail.start + NEAR);
    let others = [CueClass::Plan, CueClass::Average, CueClass::Nation];
    let Some((_, cue)) = passage.last_cue(near.clone(), &[CueClass::Versus]) else {
        let alone = matches!(passage.text.key(tail.start), "," | ";" | "." | "" | ")");
        return alone.then_some(Since::Nothing);
    };
    let same_time = passage.has(cue.start..near.end, &[CueClass::Baseline, CueClass::LastYear]);
    match year_at(passage, cue.end) {
        _ if passage.has(near.clone(), &others) => None,
        Some(year) => Some(Since::Year(year)),
        None if same_time => Some(Since::SameTime),
        None => Some(Since::Words(cue.end..(cue.end + 2).min(near.end))),
    }
}

/// Whether the words behind a change name no base, or the beginning: `so với ban đầu`.
pub(super) fn is_since_first(facts: &Facts<'_>, by: usize, since: &Since) -> bool {
    match since {
        Since::Nothing => true,
        Since::Words(words) => facts.place(by).is_some_and(|(_, passage)| {
            let says = |list| passage.says(words.start, list).is_some();
            says(AT_FIRST) || says(THAT_TIME)
        }),
        _ => false,
    }
}

pub(super) fn year_at(passage: &Passage<'_>, at: usize) -> Option<u32> {
    passage.year(at + usize::from(passage.text.key(at) == "năm"))
}
