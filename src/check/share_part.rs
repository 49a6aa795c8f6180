//! The part that a share is of a whole: right before the share, or shown behind it.
//!
//! `8.218 hộ đã xây hầm biogas, chiếm 35%`; `hơn 60% trong số đó (615 doanh nghiệp)`.

use super::facts::Facts;
use super::units::is_percent;
use super::whole::Whole;
use super::words::text::THAT_IS;
use crate::lexicon::CueClass;

/// How many tokens may stand between a part and its share.
const NEAR: usize = 14;

const SIGNS: &[CueClass] = &[CueClass::Share, CueClass::Equal];

/// `8.218 hộ đã xây hầm biogas, chiếm 35%`, and whether a word says that it is a share; in a bracket of
/// its own (`150 hộ làm nghề mộc (25%)`) it needs none.
pub(super) fn part_before(facts: &Facts<'_>, said: usize) -> Option<(usize, bool)> {
    let part = facts.before(said)?;
    let how = facts.apposed(part, said, SIGNS)?;
    let (gap, _) = facts.gap(part, said)?;
    let plain = facts.records[part].of.is_none() && !is_percent(&facts.records[part]);
    let (place, passage) = facts.place(said)?;
    let close = passage.text.key(place.end) == ")";
    let shown = how.by.is_some() || facts.bracket(said).is_some() && close;
    (how.tight && shown && gap.len() <= NEAR && plain && facts.is_level(part))
        .then_some((part, how.by.is_some()))
}

/// `hơn 60% trong số đó (615 doanh nghiệp)`, `30% số hộ, tức 820 hộ`
pub(super) fn part_behind(facts: &Facts<'_>, said: usize, whole: &Option<Whole>) -> Option<usize> {
    whole.as_ref()?;
    let part = facts.after(said).filter(|part| facts.is_level(*part))?;
    let (place, passage) = facts.place(part)?;
    let open = facts.bracket(part).filter(|_| facts.bracket(said).is_none());
    let (lead, _) = facts.lead(part)?;
    let same = passage.said_before(place.number.start, THAT_IS) && lead.len() <= NEAR;
    let shown = open.is_some_and(|open| open + 2 >= place.number.start);
    (shown || same && !passage.has_mark(lead, &[";"])).then_some(part)
}
