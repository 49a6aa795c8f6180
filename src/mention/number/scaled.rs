//! Digits or number words with their scales: `1,5 tỷ`, `2 tỷ 350 triệu`, `250 nghìn tỷ`, `hàng
//! chục nghìn`, `1 triệu rưỡi`, `hai triệu tư`, `50K đồng`.

use super::digits::{self, Decimals, Follower};
use super::scale::{factor, money_suffix, scales};
use super::{part, words};
use crate::lexicon::{CueClass, NumberKind, UnitKind};
use crate::mention::Flag;
use crate::mention::Scene;
use rust_decimal::Decimal;

/// A number with its scales.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// Tokens from the first digit or word to the last scale.
    pub len: usize,
    /// The value, scales applied.
    pub value: Decimal,
    /// The product of the scales, 1 without one.
    pub scale: Decimal,
    /// Doubts.
    pub flags: Vec<Flag>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// The number that begins at token `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize) -> Option<Number> {
    vague(scene, at)
        .or_else(|| part::fraction_in_words(scene, at))
        .or_else(|| counted(scene, at))
        .or_else(|| part::one_of_scale(scene, at))
}

/// `hàng trăm`, `hàng chục nghìn`: the lower end of the order of magnitude.
fn vague(scene: &Scene<'_>, at: usize) -> Option<Number> {
    let (lead, _) = scene.cue(at, &[CueClass::Vague]).filter(|(len, _)| *len == 1)?;
    let mut value = Decimal::ONE;
    let mut len = lead;
    for kind in [NumberKind::Tens, NumberKind::Hundred] {
        if let Some((more, factor)) = factor(scene, at + len, kind) {
            value = value.checked_mul(factor)?;
            len += more;
        }
    }
    let (more, scale) = scales(scene, at + len, false);
    len += more;
    let value = value.checked_mul(scale).filter(|_| len > lead)?;
    Some(Number { len, value, scale, flags: vec![Flag::Vague], rule: "number.vague" })
}

fn counted(scene: &Scene<'_>, at: usize) -> Option<Number> {
    let (mut number, digits) = first_part(scene, at)?;
    let (more, scale) = money_suffix(scene, at, at + number.len)
        .unwrap_or_else(|| scales(scene, at + number.len, digits));
    number.len += more;
    number.scale = scale;
    number.value = number.value.checked_mul(scale)?;
    if let Some((len, tenths)) = tenths(scene, at + number.len, digits).filter(|_| more > 0) {
        number.value = number.value.checked_add(scale.checked_mul(tenths)?)?;
        number.len += len;
        number.rule = "number.tenths_more";
    }
    if let Some((len, rest, larger)) = larger_scale_behind(scene, at + number.len, number.scale) {
        number.value = number.value.checked_add(rest)?.checked_mul(larger)?;
        number.scale = larger;
        number.len += len;
        number.rule = "number.compound";
    }
    while number.scale > Decimal::ONE {
        let part = smaller_part(scene, at + number.len, number.scale);
        let Some((len, value, scale)) =
            part.filter(|(_, _, scale)| !digits || *scale > Decimal::ONE)
        else {
            break;
        };
        number.value = number.value.checked_add(value)?;
        number.len += len;
        number.scale = scale;
        number.rule = "number.compound";
    }
    if !digits && number.rule == "number.digits" {
        number.rule = "number.words";
    }
    number.value = number.value.normalize();
    Some(number)
}

/// `rưỡi` behind a scale is half of it more, `tư` in `hai triệu tư` four tenths.
pub(super) fn tenths(scene: &Scene<'_>, at: usize, digits: bool) -> Option<(usize, Decimal)> {
    factor(scene, at, NumberKind::Half).or_else(|| {
        let counts = digits && (scene.is_word(at + 1) || scene.key(at + 1) == "%");
        let (len, tenths) = words::lone_digit(scene, at).filter(|_| !counts)?;
        Some((len, tenths / Decimal::TEN))
    })
}

/// `300 tỷ` behind `2 nghìn`: two thousand three hundred of the larger scale; `hai trăm nghìn tỷ` behind `một triệu`.
fn larger_scale_behind(
    scene: &Scene<'_>,
    at: usize,
    scale: Decimal,
) -> Option<(usize, Decimal, Decimal)> {
    let (part, digits) = first_part(scene, at).filter(|_| scale > Decimal::ONE)?;
    let own = factor(scene, at + part.len, NumberKind::Scale).filter(|(_, own)| *own < scale);
    let (len, own) = own.map_or((0, Decimal::ONE), |(len, own)| (len, own));
    let whole_group = scale == Decimal::ONE_THOUSAND || len > 0;
    let len = part.len + len;
    let (more, larger) = scales(scene, at + len, digits);
    let value = part.value.checked_mul(own).filter(|value| whole_group && *value < scale)?;
    (larger > scale).then_some((len + more, value, larger))
}

/// `350 triệu` behind `2 tỷ`.
fn smaller_part(scene: &Scene<'_>, at: usize, above: Decimal) -> Option<(usize, Decimal, Decimal)> {
    let (part, digits) = first_part(scene, at)?;
    let (more, scale) = scales(scene, at + part.len, digits);
    let smaller = scale > Decimal::ONE && scale < above;
    let ones =
        scale == Decimal::ONE && above == Decimal::ONE_THOUSAND && part.rule == "number.words";
    let value = part.value.checked_mul(scale).filter(|_| smaller || ones)?;
    Some((part.len + more, value, scale))
}

/// Digits or words before any scale; whether they are digits.
fn first_part(scene: &Scene<'_>, at: usize) -> Option<(Number, bool)> {
    let made = |len, value, flags, rule| Number { len, value, scale: Decimal::ONE, flags, rule };
    if let Some((len, value)) = words::spoken_decimal(scene, at) {
        return Some((made(len, value, Vec::new(), "number.words"), false));
    }
    if !scene.is_digits(at) {
        let (len, value) = words::read(scene, at)?;
        return Some((made(len, value, Vec::new(), "number.words"), false));
    }
    let (len, run, repaired) = digit_run(scene, at);
    let (value, flag) = digits::read(&run, follower(scene, at + len))?;
    let flags = flag.into_iter().chain(repaired.then_some(Flag::Repaired)).collect();
    Some((made(len, value, flags, "number.digits"), true))
}

/// Digits without scales, as a table writes them.
pub(super) fn in_table(
    scene: &Scene<'_>,
    at: usize,
    decimals: Decimals,
    counted: bool,
) -> Option<Number> {
    let (len, run, repaired) = scene.is_digits(at).then(|| digit_run(scene, at))?;
    let follower = if counted { Follower::Counted } else { Follower::Measured };
    let (value, flag) = digits::in_table(&run, decimals, follower)?;
    let flags = flag.into_iter().chain(repaired.then_some(Flag::Repaired)).collect();
    let value = value.normalize();
    Some(Number { len, value, scale: Decimal::ONE, flags, rule: "number.cell" })
}

/// Groups of three digits that a decimal has room for.
const MOST_GROUPS: usize = 10;

/// The digits with groups behind spaces (`1 250`) and stray spaces closed (`12 .450`).
fn digit_run(scene: &Scene<'_>, at: usize) -> (usize, String, bool) {
    let mut run = scene.key(at).to_owned();
    let mut len = 1;
    let plain = |key: &str| key.bytes().all(|b| b.is_ascii_digit());
    if run.len() <= 3 && plain(&run) && !run.starts_with('0') {
        while len < MOST_GROUPS
            && scene.is_digits(at + len)
            && three_digits(scene.key(at + len))
            && !scene.is_glued(at + len)
        {
            run.push_str(scene.key(at + len));
            len += 1;
        }
    }
    if len == 1
        && matches!(scene.key(at + 1), "." | ",")
        && !scene.is_glued(at + 1)
        && scene.is_digits(at + 2)
        && scene.is_glued(at + 2)
    {
        run = format!("{run}{}{}", scene.key(at + 1), scene.key(at + 2));
        return (3, run, true);
    }
    (len, run, false)
}

/// `742`, or `742,5` as the last group.
fn three_digits(key: &str) -> bool {
    let whole = key.split(',').next().unwrap_or("");
    whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit())
}

/// What stands behind a number, which of the first of a fraction is what stands behind its second: `12,345/20 tỷ đồng`.
fn follower(scene: &Scene<'_>, at: usize) -> Follower {
    let fraction = scene.key(at) == "/" && scene.is_digits(at + 1);
    let at = if fraction { at + 2 } else { at };
    let measured = scene.key(at) == "%"
        || scales(scene, at, true).0 > 0
        || scene.unit(at).is_some_and(|(_, unit)| {
            matches!(
                unit.kind,
                UnitKind::Measure | UnitKind::Share | UnitKind::Point | UnitKind::Multiple
            ) || unit.kind == UnitKind::Money && unit.key != "vnd"
                || unit.key == "score"
        });
    if measured { Follower::Measured } else { Follower::Counted }
}
