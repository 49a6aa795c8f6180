//! Phrases that stand alone: an answer, a cell, a query, read without a sentence around them.
//!
//! In running text a number word needs something that it counts, and `5G` is a name. A caller who
//! knows that a phrase is an amount or a time asks here, and the phrase must be nothing else:
//! `hai mươi tư` is 24, `3M` three million, `7/3` the seventh of March; `có ngày chính xác` is
//! none of these. No running text is read this way.

use super::time::Span;
use super::{Modifier, Scene, number, quantity, time};
use crate::lexicon::{CueClass, Lexicon, Marks, UnitKind};
use crate::text::{Text, has_diacritics};
use jiff::civil::Date;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

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

/// Which way a day or month without a year lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Looking {
    /// Behind the day of publication, as in a report.
    #[default]
    Back,
    /// Ahead of it, as in a plan.
    Ahead,
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
    read(phrase, None, Looking::Back, |scene| {
        let lead = Lead::read(scene);
        let found = rank(scene, lead.end)
            .or_else(|| bare(scene, lead.end))
            .or_else(|| amount(scene, lead.end))?;
        Some(lead.applied(found))
    })
}

/// The days that a phrase names, if it names any and says nothing else; `published` is the day
/// that `hôm qua` or `quý III` is resolved against.
///
/// ```
/// use de_an_06::mention::{Looking, time_in};
/// let published = jiff::civil::date(2023, 7, 15);
/// let span = time_in("9 tháng đầu năm 2022", Some(published), Looking::Back).unwrap();
/// assert_eq!(span.end, Some(jiff::civil::date(2022, 9, 30)));
/// ```
#[must_use]
pub fn time_in(phrase: &str, published: Option<Date>, looking: Looking) -> Option<Span> {
    read(phrase, published, looking, |scene| {
        let time = time::read(scene, 0).or_else(|| time::bare_day(scene, 0))?;
        (time.words.end == end(scene)).then_some(time.span)
    })
}

/// Reads a phrase as it is written, else as one that was typed without diacritics.
fn read<T>(
    phrase: &str,
    published: Option<Date>,
    looking: Looking,
    reader: impl Fn(&Scene<'_>) -> Option<T>,
) -> Option<T> {
    let text = Text::new(&codes_apart(&phrase.nfc().collect::<String>()));
    let with = |lexicon| {
        let marks = Marks::new(&text, lexicon);
        reader(&Scene { ahead: looking == Looking::Ahead, ..Scene::new(&marks, published) })
    };
    with(Lexicon::built_in()).or_else(|| {
        (!has_diacritics(&text.raw)).then(|| with(Lexicon::without_diacritics())).flatten()
    })
}

/// `USD1,23` with a space behind the code, so that it is no name like `PC06`.
fn codes_apart(phrase: &str) -> String {
    let mut apart = String::with_capacity(phrase.len() + 1);
    let mut code = String::new();
    for c in phrase.chars() {
        if c.is_ascii_digit() && is_currency(&code) {
            apart.push(' ');
        }
        if c.is_alphabetic() {
            code.push(c);
        } else {
            code.clear();
        }
        apart.push(c);
    }
    apart
}

fn is_currency(code: &str) -> bool {
    let text = Text::new(code);
    let cue = Lexicon::built_in().cue(&text, 0, &[CueClass::MoneyBefore]);
    cue.is_some_and(|(len, _)| len == text.tokens.len())
}

/// The token behind the phrase, its full stop left out.
fn end(scene: &Scene<'_>) -> usize {
    let count = scene.text.tokens.len();
    count - usize::from(count > 0 && scene.key(count - 1) == ".")
}

/// What stands before the number.
struct Lead {
    end: usize,
    negative: bool,
    bound: Option<Modifier>,
}

impl Lead {
    fn read(scene: &Scene<'_>) -> Self {
        const EXACTNESS: &[CueClass] = &[
            CueClass::About,
            CueClass::Over,
            CueClass::Nearly,
            CueClass::Under,
            CueClass::AtLeast,
            CueClass::AtMost,
            CueClass::Estimate,
            CueClass::Exactly,
            CueClass::MoreThan,
            CueClass::LessThan,
            CueClass::Since,
            CueClass::Between,
            CueClass::Minus,
            CueClass::MoneyBefore,
        ];
        let mut lead = Self { end: 0, negative: false, bound: None };
        loop {
            if scene.key(lead.end) == "-" {
                lead.negative = true;
                lead.end += 1;
            } else if let Some((len, cue)) = scene.cue(lead.end, EXACTNESS) {
                lead.negative |= cue.class == CueClass::Minus;
                lead.bound = match cue.class {
                    CueClass::MoreThan => Some(Modifier::Over),
                    CueClass::LessThan => Some(Modifier::Under),
                    _ => lead.bound,
                };
                lead.end += len;
            } else {
                return lead;
            }
        }
    }

    fn applied(&self, amount: Amount) -> Amount {
        let value = if self.negative { -amount.value } else { amount.value };
        Amount { value, modifier: self.bound.unwrap_or(amount.modifier), ..amount }
    }
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
        amount.value += cents / Decimal::ONE_HUNDRED;
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
        Some((len, scale)) if behind + len == end => Some(exactly((number * scale).normalize())),
        _ => (behind == end && scene.key(at) == ",").then(|| exactly(number)),
    }
}

fn exactly(value: Decimal) -> Amount {
    Amount { value, high: None, of: None, unit: None, modifier: Modifier::Exact }
}
