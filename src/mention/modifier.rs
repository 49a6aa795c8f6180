//! How exact a figure is, by the words before and behind its number.
//!
//! The word nearest to the number decides: `ước đạt trên 5 tỷ` is over. `trên 2 lĩnh vực` says
//! where, not how many.

use super::Scene;
use crate::lexicon::CueClass;
use crate::mention::Modifier;

/// The modifier, where the words before the number begin, and the rule.
pub(super) struct Reading {
    pub modifier: Modifier,
    pub start: usize,
    pub rule: &'static str,
}

const BEFORE: &[CueClass] = &[
    CueClass::About,
    CueClass::Over,
    CueClass::Nearly,
    CueClass::Under,
    CueClass::AtLeast,
    CueClass::AtMost,
    CueClass::Estimate,
    CueClass::Exactly,
];

/// Reads the words before the number at `start`; its unit begins at `unit`.
pub(super) fn before(scene: &Scene<'_>, start: usize, unit: usize) -> Reading {
    let mut reading = Reading { modifier: Modifier::Exact, start, rule: "modifier.none" };
    while let Some((len, cue)) = scene.cue_before(reading.start, BEFORE) {
        let preposition = cue.value.as_deref() == Some("place")
            && scene.cue(unit, &[CueClass::AspectNoun]).is_some();
        let comparative = scene
            .cue_before(reading.start, &[CueClass::MoreThan, CueClass::LessThan])
            .is_some_and(|(longer, _)| longer > len);
        if preposition || comparative {
            break;
        }
        if reading.rule == "modifier.none" {
            reading.modifier = modifier(cue.class);
            reading.rule = "modifier.before";
        }
        reading.start -= len;
    }
    if reading.rule == "modifier.none" && estimated(scene, start) {
        reading.modifier = Modifier::About;
        reading.rule = "modifier.estimate";
    }
    reading
}

/// `ước đạt 5%`, `ước thu ngân sách đạt 352.000 tỷ đồng`: the estimate governs the clause.
fn estimated(scene: &Scene<'_>, start: usize) -> bool {
    const REACH: usize = 12;
    for at in (start.saturating_sub(REACH)..start).rev() {
        if !scene.is_word(at) {
            return false;
        }
        if scene.cue(at, &[CueClass::Estimate]).is_some() {
            return scene.compound(at).is_none();
        }
    }
    false
}

/// `trở lên`, `trở xuống` behind the figure that ends before token `end`.
pub(super) fn behind(scene: &Scene<'_>, end: usize) -> Option<(usize, Modifier)> {
    let (len, cue) = scene.cue(end, &[CueClass::AndMore, CueClass::AndLess])?;
    let modifier =
        if cue.class == CueClass::AndMore { Modifier::AtLeast } else { Modifier::AtMost };
    Some((len, modifier))
}

/// `từ 20 con lợn trở lên`: the same behind one or two words that follow the unit; it takes no token
/// of theirs.
pub(super) fn beyond(scene: &Scene<'_>, end: usize) -> Option<(usize, Modifier)> {
    let words = (1..=2).take_while(|n| scene.is_word(end + n - 1));
    words.into_iter().find_map(|n| behind(scene, end + n)).map(|(_, modifier)| (0, modifier))
}

fn modifier(class: CueClass) -> Modifier {
    match class {
        CueClass::About | CueClass::Estimate => Modifier::About,
        CueClass::Over => Modifier::Over,
        CueClass::Nearly => Modifier::Nearly,
        CueClass::Under => Modifier::Under,
        CueClass::AtLeast => Modifier::AtLeast,
        CueClass::AtMost => Modifier::AtMost,
        _ => Modifier::Exact,
    }
}
