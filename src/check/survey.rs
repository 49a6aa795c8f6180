//! Those who were asked in a survey, and where what was counted ends.
//!
//! `Trong 25 đại biểu được hỏi, 84% đồng ý` needs no second word for whom the share is of. A later
//! sentence that speaks of a wider area ends what was counted before.

use super::counted::is_exact;
use super::facts::Facts;
use super::passage::Passage;
use super::whole::{Whole, named};
use super::words::text::SURVEYED;
use crate::lexicon::{CueClass, UnitKind};

/// How many tokens behind a share may name an area.
const SCOPE: usize = 6;

/// How many tokens may stand between the number of those asked and what a share of them says.
const SUBJECT: usize = 16;

/// The number of those asked, of whom the share says what they answered: `Trong 25 đại biểu được hỏi,
/// 84% đồng ý`, `Khảo sát 40 hộ dân … có 85% số hộ hài lòng`.
pub(super) fn asked(facts: &Facts<'_>, passage: &Passage<'_>, said: usize) -> Option<usize> {
    let count = facts.back(said, 1).next().filter(|count| is_exact(facts, *count))?;
    let (asked, _) = facts.place(count)?;
    let (own, _) = facts.place(said)?;
    let sentence = passage.sentence(asked.sentence);
    let signs = [CueClass::Share, CueClass::Equal, CueClass::Reaching];
    let part = facts.apposed(count, said, &signs).is_some_and(|how| how.tight);
    let survey = passage.find(sentence, SURVEYED).is_some() && asked.number.end < asked.end;
    let people = facts.records[count].unit_kind == UnitKind::Count && facts.is_level(count);
    let near = own.sentence <= asked.sentence + 1 && !has_new_scope(facts, count, said);
    let noun = passage.text.key(asked.number.end);
    let (lead, _) = facts.lead(said)?;
    let told = match named(facts, said) {
        Some(Whole::Named(name)) => passage.text.key(name.start) == noun,
        Some(_) => false,
        None => own.sentence == asked.sentence && passage.has_mark(lead.clone(), &[","]),
    };
    let same_subject = !passage.has_mark(lead.clone(), &[";", ":"]) && lead.len() <= SUBJECT;
    let rate = passage.has(lead, &[CueClass::RatioNoun, CueClass::MeasureNoun]);
    // `tại 21 trường THPT, chỉ 12% học sinh`: the pupils are not counted
    let others = passage.unit(own.end).is_some() && passage.text.key(own.end) != noun;
    (survey && !part && people && near && told && same_subject && !rate && !others).then_some(count)
}

/// Whether a later sentence speaks of a wider area than the one that counted: `Toàn huyện có 86,3% số hộ`
/// behind `Khảo sát 40 hộ`.
pub(super) fn has_new_scope(facts: &Facts<'_>, count: usize, said: usize) -> bool {
    let scopes = [CueClass::SamePlace, CueClass::Nation, CueClass::Region, CueClass::AreaKind];
    let (Some((own, passage)), Some((tail, _))) = (facts.place(said), facts.tail(said)) else {
        return true;
    };
    let sentence = passage.sentence(own.sentence).start;
    let clause = facts.lead(said).and_then(|(lead, _)| {
        lead.rev().find(|at| passage.text.key(*at) == ";").map(|mark| mark + 1)
    });
    if clause.is_none() && facts.same_sentence(count, said) {
        return false;
    }
    let start = clause.unwrap_or(sentence);
    let words = [start..own.number.start, tail.start..tail.end.min(tail.start + SCOPE)];
    let area = words.into_iter().find_map(|words| passage.last_cue(words, &scopes));
    let Some((_, area)) = area else { return false };
    let named: Vec<&str> = area.map(|at| passage.text.key(at)).collect();
    facts.place(count).is_none_or(|(place, _)| {
        let told = passage.sentence(place.sentence).start..place.end;
        passage.find(told, &[named.join(" ").as_str()]).is_none()
    })
}
