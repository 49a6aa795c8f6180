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

/// Words that stand before `gấp`, too: `gần gấp đôi`.
const ROUGH: &[CueClass] = &[CueClass::About, CueClass::Over, CueClass::Nearly];

/// Reads the words before the number at `start`; its unit begins at `unit`.
/// `fraction` where the number is a fraction in words, as in `già nửa`.
pub(super) fn before(scene: &Scene<'_>, start: usize, unit: usize, fraction: bool) -> Reading {
    let times = scene.cue_before(start, &[CueClass::Times]).map_or(0, |(len, _)| len);
    let begin = match times > 0 && scene.cue_before(start - times, ROUGH).is_some() {
        true => start - times,
        false => start,
    };
    let mut reading = Reading { modifier: Modifier::Exact, start: begin, rule: "modifier.none" };
    while let Some((len, cue)) = scene.cue_before(reading.start, BEFORE) {
        let preposition = cue.value.as_deref() == Some("place")
            && scene.cue(unit, &[CueClass::AspectNoun]).is_some();
        let comparative = scene
            .cue_before(reading.start, &[CueClass::MoreThan, CueClass::LessThan])
            .is_some_and(|(longer, _)| longer > len);
        let unfit = cue.value.as_deref() == Some("fraction") && !fraction;
        let hidden = is_hidden(scene, reading.start - len);
        if preposition || comparative || unfit || hidden {
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

/// Whether a word is the end of a longer one: `sát` in `khảo sát 84 hộ`.
fn is_hidden(scene: &Scene<'_>, at: usize) -> bool {
    (1..=2.min(at)).any(|back| scene.compound(at - back).is_some_and(|len| len > back))
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
