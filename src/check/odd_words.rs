//! Words that say two ways at once: `tăng từ 3,41% xuống 2,85%`.
//!
//! One of the two words is wrong, whatever the levels are. It refuses a word that is a part of a noun
//! (`tốc độ tăng từ 8% xuống 5%`) or of a name (`ở Dân Hạ từ 300 lên 650`), ranks, which go up as their number goes
//! down, and what is bettered (`tỷ lệ thất thoát được cải thiện từ 24% xuống 19%`).

use super::Verdict;
use super::claim::Claim;
use super::facts::Facts;
use super::from_to::{KIND, MOVES};
use super::print::Style;
use super::words::text::{IMPROVES, PACE, RANK};
use crate::lexicon::CueClass;

/// How many tokens before a word for a change may make it a part of a noun.
const PACE_NEAR: usize = 2;

/// `tăng từ 3,41% xuống 2,85%`: the verb says one way, the word before the second level the other. A
/// word for a change that is part of a noun (`tốc độ tăng từ 8% xuống 5%`) says none.
pub(super) fn words_at_odds(facts: &Facts<'_>, from: usize, to: usize) -> Option<Claim> {
    let [a, b] = [from, to].map(|r| &facts.records[r]);
    let (lead, passage) = facts.lead(from)?;
    let (_, since) = passage.last_cue(lead.clone(), &[CueClass::Since])?;
    let (gap, _) = facts.gap(from, to)?;
    let (_, reached) = passage.last_cue(gap.clone(), &[CueClass::Level, CueClass::LevelReached])?;
    let (verb, words) = passage.cue_before(since.start, MOVES)?;
    let before = words.start.saturating_sub(PACE_NEAR).max(lead.start)..words.start;
    let noun = passage.find(before.clone(), PACE).is_some()
        || passage.cue_before(words.end, &[CueClass::GrowthNoun]).is_some();
    let ranks = passage.find(lead.start..gap.end + 1, RANK).is_some();
    let either = passage.says(words.start, IMPROVES).is_some();
    let name = passage.text.tokens[words.start].capital;
    let plain = since.end == lead.end && !name && !passage.has_mark(gap, &[",", ";", "("]);
    let odd = match verb {
        CueClass::Rise => passage.has_mark(reached, &["xuống"]),
        _ => passage.has_mark(reached, &["lên"]),
    };
    let said = if verb == CueClass::Rise { "rises" } else { "falls" };
    let other = if verb == CueClass::Rise { "falls" } else { "rises" };
    let style = Style::of(a, &[a.value, b.value]);
    let detail = format!(
        "from {} to {}, the text says that it {said} and that it {other}",
        style.bare(a.value),
        style.full(b.value)
    );
    (odd && plain && !noun && !either && !ranks && a.value != b.value && a.unit.is_some())
        .then(|| facts.claim(KIND, &[to, from], Verdict::DoesNotHold, detail))
}
