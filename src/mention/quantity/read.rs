//! The reading of one figure: its number first, then what stands behind and before it.

use super::span::Joined;
use super::stands::stands;
use super::{Quantity, currency, pair};
use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::mention::number::{self, Number};
use crate::mention::unit::{self, UnitWords};
use crate::mention::{Flag, Modifier, Scene, modifier, name, per};
use rust_decimal::Decimal;

/// The figure whose number begins at token `at`, where the words around it make one of it.
pub(in crate::mention) fn read(scene: &Scene<'_>, at: usize) -> Option<Quantity> {
    read_alone(scene, at).filter(|quantity| stands(scene, quantity))
}

/// The same where nothing around the number says that it counts, as in a phrase that is nothing
/// else.
pub(in crate::mention) fn read_alone(scene: &Scene<'_>, at: usize) -> Option<Quantity> {
    let single = || {
        let number = multiple(scene, at).or_else(|| number::read(scene, at))?;
        Some(Joined::read(scene, number, at))
    };
    let mut joined = pair::read(scene, at).or_else(single)?;
    let unit = unit(scene, at, &joined);
    let mut end = unit.as_ref().map_or(joined.end, |u| u.words.end.max(joined.end));
    end = joined.more(scene, unit.as_ref(), end);
    let (per, mut end) = match per::per(scene, end, unit.as_ref()) {
        Some((words, end)) => (Some(words), end),
        None => (None, end),
    };
    let start = unit.as_ref().map_or(at, |u| u.words.start.min(at));
    let fraction = joined.rule == "number.fraction_words";
    let mut reading = modifier::before(scene, start, joined.end, fraction);
    let since = start > 0 && scene.cue(start - 1, &[CueClass::Since]).is_some();
    let beyond = || modifier::beyond(scene, end).filter(|_| since && unit.is_some());
    let open_ended = modifier::behind(scene, end).or_else(beyond);
    if let Some((len, modifier)) = open_ended {
        reading.modifier = modifier;
        reading.rule = "modifier.behind";
        end += len;
    }
    if joined.number.flags.contains(&Flag::Vague) {
        reading.modifier = Modifier::About;
    }
    let start = reading.start;
    let from = start > 0 && scene.cue(start - 1, &[CueClass::Since]).is_some();
    if from && joined.high.is_some() && reading.rule == "modifier.none" {
        let before = modifier::before(scene, start - 1, joined.end, fraction);
        (reading.modifier, reading.rule) = (before.modifier, before.rule);
    }
    let top = scene.cue_before(start, &[CueClass::TopBefore]).is_some();
    let ordinal = scene.cue_before(start, &[CueClass::Ordinal]).is_some_and(|(len, _)| len == 1);
    let again = name::next_rank(scene, start);
    let rank = scene.cue_before(start, &[CueClass::RankBefore]).is_some()
        && (ordinal || joined.of.is_some() || unit.as_ref().is_none_or(|u| u.key.is_none()))
        || again;
    Some(Quantity {
        number: at..joined.end,
        words: start - usize::from(again)..end,
        value: joined.number.value,
        high: joined.high,
        of: joined.of,
        scale: joined.scale,
        per,
        modifier: reading.modifier,
        from,
        open_ended: open_ended.is_some(),
        negative: is_negative(scene, at),
        rank,
        flags: joined.number.flags,
        rules: [joined.rule, unit.as_ref().map_or("unit.none", |u| u.rule), reading.rule],
        unit: unit.filter(|_| !rank || top),
    })
}

/// The unit behind the number, else behind the bracket around it, else before it.
fn unit(scene: &Scene<'_>, at: usize, joined: &Joined) -> Option<UnitWords> {
    let end = joined.end + name::footnote(scene, joined.end);
    let bracketed =
        at > 0 && matches!((scene.key(at - 1), scene.key(end)), ("(", ")") | ("[", "]"));
    match joined.rule {
        "number.multiple" => return None,
        "number.fraction_words" => {
            let half = joined.end == at + 1;
            let divided =
                || unit::known(scene, end).filter(|unit| half && unit::is_divided(scene, unit));
            return unit::shared(scene, end).or_else(divided);
        }
        _ => {}
    }
    let behind = unit::read(scene, end, joined.scale).or_else(|| {
        let unit = unit::known(scene, end + 1).filter(|_| bracketed)?;
        Some(UnitWords { words: end..end, ..unit })
    });
    let multiple = !scene.is_digits(at) && scene.cue_before(at, &[CueClass::Times]).is_some();
    let part = joined.of.is_some_and(|of| of <= Decimal::from(5) && joined.number.value < of);
    match behind {
        Some(unit) if multiple && unit.kind != UnitKind::Multiple => None,
        Some(unit)
            if unit.rule == "unit.lexicon"
                && !(part && matches!(unit.kind, UnitKind::Measure | UnitKind::Time)) =>
        {
            Some(unit)
        }
        _ if part || multiple => None,
        other => currency::before(scene, at).or_else(|| unit::age(scene, at, end)).or(other),
    }
}

/// `-3,1%` and `(-12,5%)`: a sign glued to the digits, with nothing glued before it; `âm 2,5%`.
fn is_negative(scene: &Scene<'_>, at: usize) -> bool {
    scene.cue_before(at, &[CueClass::Minus]).is_some()
        || at > 0
            && scene.key(at - 1) == "-"
            && scene.is_glued(at)
            && (at == 1 || !scene.is_glued(at - 1) || scene.key(at - 2) == "(")
            && (at < 2 || !scene.is_digits(at - 2))
}

/// `đôi` in `gấp đôi`, `ba` in `xếp thứ ba`.
fn multiple(scene: &Scene<'_>, at: usize) -> Option<Number> {
    let ((len, value), rule) = if scene.cue_before(at, &[CueClass::RankBefore]).is_some() {
        (number::ordinal(scene, at)?, "number.ordinal")
    } else {
        scene.cue_before(at, &[CueClass::Times])?;
        let (len, word) = scene.number_of(at, NumberKind::Multiple)?;
        ((len, word.value.parse().ok()?), "number.multiple")
    };
    Some(Number { len, value, scale: Decimal::ONE, flags: Vec::new(), rule })
}
