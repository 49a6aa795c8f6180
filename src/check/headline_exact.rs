//! # What it tests
//! The exact figure of a title is the one that the text tells.
//!
//! # Why
//! The title is written from a draft, and the text is corrected.
//!
//! # Example
//! `Hội Khuyến học trao 235 suất học bổng cho học sinh nghèo` over a text with `trao 253 suất học bổng cho
//! học sinh nghèo` gives `title, 235 and 253 suất học bổng`.
//!
//! # Limits
//! The title has one number with that unit and no word that it is not exact; the text tells the unit once,
//! in a sentence with the two words of the title behind its unit and the verb before it, and nowhere the
//! title's number. One must be the other with two digits swapped, or with one slip and of one size.

use super::Verdict;
use super::called::colours;
use super::claim::Claim;
use super::facts::Facts;
use super::headline::{has_unit, number_at};
use super::passage::Passage;
use super::print::Style;
use super::slip::{Hand, hand};
use crate::lexicon::{CueClass, Marks};
use crate::record::{Modifier, Role};
use crate::text::Text;
use rust_decimal::Decimal;

const KIND: &str = "told_twice";

/// The least number of which a slip is told from another fact.
const LEAST: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// How many words behind the unit must be the same.
const WORDS: usize = 2;

/// Words that make a number of a title no plain one.
const OTHERS: &[CueClass] = &[
    CueClass::Over,
    CueClass::Nearly,
    CueClass::About,
    CueClass::Under,
    CueClass::AtLeast,
    CueClass::AtMost,
    CueClass::Rise,
    CueClass::Fall,
];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    title(facts).into_iter().collect()
}

fn title(facts: &Facts<'_>) -> Option<Claim> {
    let text = Text::new(facts.article.title.as_deref()?);
    let marks = Marks::new(&text, facts.lexicon);
    let title = Passage::new(&marks);
    let end = title.text.tokens.len();
    (0..end).find_map(|at| {
        let value = number_at(&title, at).filter(|value| *value >= LEAST)?;
        let plain = title.cue_before(at, OTHERS).is_none();
        let mut of_unit =
            (0..facts.records.len()).filter(|r| has_unit(&title, at + 1, &facts.records[*r]));
        let told = of_unit.next().filter(|_| of_unit.next().is_none() && plain)?;
        let record = &facts.records[told];
        let exact = record.modifier == Modifier::Exact
            && record.role == Role::Actual
            && record.of.or(record.high).is_none()
            && record.per.is_none()
            && facts.is_level(told);
        let (place, passage) = facts.place(told)?;
        let sentence: Vec<&str> = colours(passage, passage.sentence(place.sentence)).collect();
        let verb = at.checked_sub(1).filter(|verb| !title.text.tokens[*verb].capital);
        let unit = Text::new(record.unit.as_deref().unwrap_or_default()).tokens.len();
        let named = colours(&title, at + 1 + unit..end).take(WORDS);
        let mut words = colours(&title, verb?..at).chain(named).peekable();
        let same = words.peek().is_some() && words.all(|word| sentence.contains(&word));
        let slip = match hand(value, record.value)? {
            Hand::Swapped => true,
            Hand::Changed => is_of_size(value, record.value),
            _ => false,
        };
        let style = Style::of(record, &[value, record.value]);
        let detail = format!("title, {} and {}", style.bare(value), style.full(record.value));
        (exact && same && slip).then(|| facts.claim(KIND, &[told], Verdict::DoesNotHold, detail))
    })
}

/// Whether two numbers differ by no more than a fifth.
fn is_of_size(a: Decimal, b: Decimal) -> bool {
    let off = a.checked_sub(b).and_then(|off| off.abs().checked_mul(Decimal::from(5)));
    off.is_some_and(|off| off <= a.min(b))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_title_has_the_figure_of_the_text() {
        assert_findings(
            super::KIND,
            &[
                (
                    "# Huyện đoàn trao 418 suất quà cho công nhân\nDịp này, huyện đoàn trao «481|suất» suất quà cho công nhân khó khăn.",
                    "does not hold: title, 418 and 481 suất",
                ),
                (
                    "# Huyện đoàn trao 418 suất quà cho công nhân\nDịp này, huyện đoàn trao «481|suất» suất quà cho người già.",
                    "",
                ),
                (
                    "# Huyện đoàn trao hơn 418 suất quà cho công nhân\nDịp này, huyện đoàn trao «481|suất» suất quà cho công nhân.",
                    "",
                ),
                (
                    "# Huyện đoàn trao 418 suất quà cho công nhân\nHuyện đoàn trao «481|suất» suất quà cho công nhân, xã trao «18|suất» suất.",
                    "",
                ),
            ],
        );
    }
}
