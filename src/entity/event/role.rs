//! What people do at an event: `A và B đồng chủ trì`, `Cùng tham dự có C`.
//!
//! The people stand before the words for it; where nobody stands there, behind them. Who speaks is
//! one, the nearest.

use super::super::block::BlockNames;
use crate::lexicon::{Cue, CueClass};
use crate::text::Tokens;

/// One person's part.
pub(super) struct Role<'a> {
    /// Index into the block's people.
    pub person: usize,
    /// The words for it, and whether it is to chair, attend or speak.
    pub cue: &'a Cue,
}

/// The parts that a sentence gives to people.
pub(super) fn read<'a>(block: &BlockNames<'a>, sentence: &Tokens) -> Vec<Role<'a>> {
    let cues = cues(block, sentence);
    let person_from = |token| block.people.partition_point(|p| p.tokens.start < token);
    let mut roles = Vec::new();
    let mut free = person_from(sentence.start);
    let mut last = free..free;
    for (i, (words, cue)) in cues.iter().enumerate() {
        let next = cues.get(i + 1).map_or(sentence.end, |(words, _)| words.start);
        let (here, next) = (person_from(words.start), person_from(next));
        let mut people = match () {
            () if here > free => free..here,
            () if next > here => here..next,
            () => last.clone(),
        };
        free = people.end.max(free);
        last = people.clone();
        if cue.value.as_deref() == Some("speak") && !people.is_empty() {
            people = match people.start < here {
                true => people.end - 1..people.end,
                false => people.start..people.start + 1,
            };
        }
        roles.extend(people.map(|person| Role { person, cue }));
    }
    roles
}

/// The words for parts in a sentence, longest first at each place, outside of names.
fn cues<'a>(block: &BlockNames<'a>, sentence: &Tokens) -> Vec<(Tokens, &'a Cue)> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let cue = block.marked.cue(at, &[CueClass::EventRole]);
        match cue.filter(|(len, _)| block.marked.common_word(at) <= *len && !block.is_named(at)) {
            Some((len, cue)) => {
                found.push((at..at + len, cue));
                at += len;
            }
            None => at += 1,
        }
    }
    found
}
