//! Cells of a table that are filled by one figure or one unit.
//!
//! `2.418`, `(12,5)`, `-3,1` and `63,1%` are figures, `triệu đồng/người` and `1.000 đồng` units. A
//! cell that says more (`12 lớp mới`), a date (`16.7.2013`) or a telephone number is neither.

use super::number::{self, Decimals};
use super::per;
use super::unit::{self, UnitWords};
use super::{Quantity, Scene};
use crate::lexicon::CueClass;
use crate::mention::Modifier;
use crate::text::{RAISED, Tokens};
use rust_decimal::Decimal;

/// A unit as a heading, a cell or a note gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellUnit {
    /// What a figure is multiplied by: 1 000 000 in `triệu đồng`.
    pub scale: Decimal,
    /// The unit.
    pub unit: UnitWords,
    /// The words of the denominator.
    pub per: Option<Tokens>,
    /// The token behind it.
    pub end: usize,
}

/// The figure that fills the tokens of a cell. `counted` where the unit of its column or row counts
/// things, so that `4,120` is four thousand.
#[must_use]
pub fn cell_figure(
    scene: &Scene<'_>,
    cell: Tokens,
    decimals: Decimals,
    counted: bool,
) -> Option<Quantity> {
    let (mut start, mut end) = (cell.start, cell.end);
    let in_brackets = scene.key(start) == "(" && end > start && scene.key(end - 1) == ")";
    if in_brackets {
        (start, end) = (start + 1, end - 1);
    }
    let sign = cell_sign(scene, start);
    let minus = sign == Some(false);
    start += usize::from(sign.is_some());
    let percent = end > start && scene.key(end - 1) == "%";
    let number = number::in_table(scene, start, decimals, counted && !percent)?;
    let behind = start + number.len;
    let is_whole = behind + usize::from(percent) == end;
    if !is_whole || is_telephone(scene.key(start)) {
        return None;
    }
    let unit = percent.then(|| unit::known(scene, behind)).flatten();
    Some(Quantity {
        number: start..behind,
        words: cell,
        value: number.value,
        high: None,
        of: None,
        scale: Decimal::ONE,
        per: None,
        modifier: Modifier::Exact,
        from: false,
        open_ended: false,
        negative: minus || in_brackets,
        rank: false,
        flags: number.flags,
        rules: [number.rule, unit.as_ref().map_or("unit.none", |u| u.rule), "modifier.none"],
        unit,
    })
}

/// The sign at token `at`: whether it says that something rose, as `+` and `▲` do, or fell.
#[must_use]
pub fn cell_sign(scene: &Scene<'_>, at: usize) -> Option<bool> {
    match scene.key(at) {
        "+" | "▲" | "△" | "↑" | "⬆" => Some(true),
        "-" | "▼" | "▽" | "↓" | "⬇" => Some(false),
        _ => None,
    }
}

/// `0912345678`: a long run that begins with 0 is no figure.
fn is_telephone(run: &str) -> bool {
    run.len() > 7 && run.starts_with('0') && run.bytes().all(|b| b.is_ascii_digit())
}

/// The unit that begins at token `at`, with the scale before it.
#[must_use]
pub fn cell_unit(scene: &Scene<'_>, at: usize) -> Option<CellUnit> {
    let (digits, round) = match number::in_table(scene, at, Decimals::Comma, true) {
        Some(number) if unit::is_round(number.value) => (number.len, number.value),
        _ => power(scene, at).unwrap_or((0, Decimal::ONE)),
    };
    let (words, scale) = number::scales(scene, at + digits);
    let scale = round.checked_mul(scale)?;
    let at = at + digits + words;
    // `triệu cành`, `1.000 cành`: behind a scale stands a unit, whether or not it is known.
    let unknown = || unit::noun(scene, at).filter(|_| words + digits > 0);
    let in_scale = || {
        let money = scene.cue_before(at, &[CueClass::MoneyScale]).filter(|_| words > 0);
        money.map(|_| unit::bare_vnd(at))
    };
    let unit = unit::known(scene, at).or_else(in_scale).or_else(unknown)?;
    let (per, end) = match per::per(scene, unit.words.end, Some(&unit)) {
        Some((per, end)) => (Some(per), end),
        None => (None, unit.words.end),
    };
    Some(CellUnit { scale, unit, per, end })
}

/// A power of ten at token `at`, as `10⁶` and `10^6` write it, and its length.
fn power(scene: &Scene<'_>, at: usize) -> Option<(usize, Decimal)> {
    let token = scene.text.tokens.get(at).filter(|_| scene.key(at) == "10")?;
    let digit = |c: char| RAISED.iter().position(|raised| *raised == c);
    let behind = scene.text.raw[token.byte_end..].chars().map_while(digit);
    let raised = behind.fold(0, |power, digit| (power * 10 + digit).min(100));
    let (len, power) = match raised {
        0 if scene.key(at + 1) == "^" => (3, usize::try_from(scene.small(at + 2, 12)?).ok()?),
        raised => (1, raised),
    };
    let scale = 10_u64.checked_pow(u32::try_from(power).ok()?)?;
    (power > 0).then(|| (len, Decimal::from(scale)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    fn with<T>(raw: &str, read: impl Fn(&Scene<'_>, Tokens) -> T) -> T {
        let text = Text::new(raw);
        let marks = Marks::new(&text, Lexicon::built_in());
        let scene = Scene::new(&marks, None);
        read(&scene, 0..text.tokens.len())
    }

    #[test]
    fn a_figure_fills_its_cell() {
        for (raw, want) in [
            ("2.418", "2418"),
            ("63,1%", "63.1"),
            ("(12,5)", "-12.5"),
            ("-3,1", "-3.1"),
            ("– 3,1 %", "-3.1"),
            ("+5,2", "5.2"),
            ("▲ 3.000", "3000"),
            ("↓ 2", "-2"),
            ("1 250", "1250"),
            ("4,120", "4120"),
            ("2021", "2021"),
            ("12 lớp mới", "none"),
            ("25/28", "none"),
            ("16.7.2013", "none"),
            ("0912345678", "none"),
            ("-", "none"),
            ("…", "none"),
            ("%", "none"),
        ] {
            let read = with(raw, |scene, cell| cell_figure(scene, cell, Decimals::Untold, true));
            let shown = read.map_or("none".to_owned(), |q| {
                let value = if q.negative { -q.value } else { q.value };
                value.to_string()
            });
            assert_eq!(shown, want, "{raw}");
        }
    }

    #[test]
    fn a_unit_has_its_scale_and_denominator() {
        for (raw, want) in [
            ("triệu đồng", "1000000 vnd"),
            ("1.000 đồng", "1000 vnd"),
            ("nghìn tỷ đồng", "1000000000000 vnd"),
            ("Triệu đồng/người", "1000000 vnd per người"),
            ("%", "1 percent"),
            ("Người", "1 person"),
            ("1000 tấn", "1000 tonne"),
            ("10⁶ m3", "1000000 cubic_metre"),
            ("10^3 tấn", "1000 tonne"),
            ("triệu cành", "1000000 "),
            ("trđ", "1000000 vnd"),
            ("Tr.đ", "1000000 vnd"),
            ("tr. đồng/hộ", "1000000 vnd per hộ"),
            ("ngđ", "1000 vnd"),
            ("triệu", "none"),
            ("3 sao", "none"),
            ("Bình quân", "none"),
        ] {
            let shown = with(raw, |scene, _| {
                cell_unit(scene, 0).map_or("none".to_owned(), |read| {
                    let per = read.per.map(|per| format!(" per {}", scene.text.slice(per)));
                    let key = read.unit.key.unwrap_or_default();
                    format!("{} {key}{}", read.scale, per.unwrap_or_default())
                })
            });
            assert_eq!(shown, want, "{raw}");
        }
    }
}
