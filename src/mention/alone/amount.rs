//! A number, an amount of money, a measure, a place in a ranking.

use super::lead::Lead;
use super::{Looking, phrase};
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Modifier, Scene, number, quantity};
use phrase::end;
use rust_decimal::Decimal;

/// An amount that a phrase names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number, scale applied; the lower end of a range. Negative below zero.
    pub value: Decimal,
    /// Upper end of a range.
    pub high: Option<Decimal>,
    /// Total of a fraction.
    pub of: Option<Decimal>,
    /// The lexicon's key of its unit: `vnd`, `percent`, `person`.
    pub unit: Option<String>,
    /// How exact it is, or which bound.
    pub modifier: Modifier,
}

/// The amount that a phrase names, if it names one and says nothing else.
///
/// ```
/// use de_an_06::mention::number_in;
/// let amount = number_in("3.423,5 nghìn tỷ đồng").unwrap();
/// assert_eq!(amount.value.to_string(), "3423500000000000");
/// assert_eq!(amount.unit.as_deref(), Some("vnd"));
/// assert_eq!(number_in("ba mươi tư").unwrap().value.to_string(), "34");
/// assert_eq!(number_in("một số hộ"), None);
/// ```
#[must_use]
pub fn number_in(phrase: &str) -> Option<Amount> {
    phrase::read(phrase, None, Looking::Back, |scene| {
        let lead = Lead::read(scene);
        let found = rank(scene, lead.end)
            .or_else(|| bare(scene, lead.end))
            .or_else(|| amount(scene, lead.end))?;
        Some(lead.applied(found))
    })
}

/// `thứ nhất`, `thứ 12`, `đầu tiên`.
fn rank(scene: &Scene<'_>, at: usize) -> Option<Amount> {
    let lead = scene.cue(at, &[CueClass::Ordinal]).map_or(0, |(len, _)| len);
    let start = at + lead;
    let (len, value) = if scene.is_digits(start) {
        number::plain(scene, start)
    } else {
        number::ordinal(scene, start)
    }
    .filter(|(len, _)| lead > 0 || *len > 1)?;
    (start + len == end(scene)).then(|| exactly(value))
}

/// A number as running text has it, and `hai đô 23`.
fn amount(scene: &Scene<'_>, at: usize) -> Option<Amount> {
    let found = quantity::read_alone(scene, at)?;
    let mut amount = Amount {
        value: found.value,
        high: found.high,
        of: found.of,
        unit: found.unit.as_ref().and_then(|u| u.key.clone()),
        modifier: found.modifier,
    };
    let behind = found.words.end;
    if behind + 1 == end(scene) && found.kind() == Some(UnitKind::Money) && scene.is_digits(behind)
    {
        let (_, cents) = number::plain(scene, behind).filter(|(_, c)| *c < Decimal::ONE_HUNDRED)?;
        amount.value = amount.value.checked_add(cents / Decimal::ONE_HUNDRED)?;
        return Some(amount);
    }
    (behind == end(scene)).then_some(amount)
}

/// `,77`, `100K`, `,0012G`, `trăm`: what running text has not.
fn bare(scene: &Scene<'_>, at: usize) -> Option<Amount> {
    let end = end(scene);
    if let Some((_, word)) = scene.number(at).filter(|(len, _)| at + len == end) {
        return word.value.parse().ok().map(exactly);
    }
    let (number, behind) = if scene.key(at) == "," && scene.is_glued(at + 1) {
        (format!("0.{}", scene.key(at + 1)).parse().ok()?, at + 2)
    } else {
        let number = number::read(scene, at)?;
        (number.value, at + number.len)
    };
    match number::suffix(scene, behind) {
        Some((len, scale)) if behind + len == end => {
            Some(exactly(number.checked_mul(scale)?.normalize()))
        }
        _ => (behind == end && scene.key(at) == ",").then(|| exactly(number)),
    }
}

fn exactly(value: Decimal) -> Amount {
    Amount { value, high: None, of: None, unit: None, modifier: Modifier::Exact }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_decimal_holds_is_no_amount() {
        let largest = Decimal::MAX.to_string();
        assert_eq!(number_in(&largest).map(|amount| amount.value), Some(Decimal::MAX));
        assert_eq!(number_in(&format!("âm {largest}")).map(|a| a.value), Some(Decimal::MIN));
        for beyond in ["0", "K", " tỷ", " đô 75", " đồng 75"] {
            assert_eq!(number_in(&format!("{largest}{beyond}")), None, "{beyond}");
        }
    }
}
