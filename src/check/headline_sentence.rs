//! # What it tests
//! The prison term of a title is the one that the text tells of the same person.
//!
//! # Why
//! The title is written from what the prosecution asked for, or one digit is mistyped.
//!
//! # Example
//! Under the title `Lừa bán đất, Lê Văn Toản lãnh 15 năm tù` the sentence `tuyên phạt bị cáo Toản 18 năm tù`
//! gives `title, 15 and 18 năm`.
//!
//! # Limits
//! The title and the text tell one such term each, the only one of the article, both exact, and the last
//! capitalised word before it, which is a given name, stands in the title as well. A term that somebody asks
//! for (`đề nghị`) or that the law sets (`từ 7 đến 15 năm tù`) is none.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::facts::Facts;
use super::headline::number_at;
use super::passage::Passage;
use super::print::Style;
use super::words::text::{NOT_SENTENCED, SENTENCE};
use crate::lexicon::Marks;
use crate::text::Text;
use rust_decimal::Decimal;

const KIND: &str = "told_twice";

/// How many tokens before a term may name who is sentenced.
const NAME: usize = 12;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    one(facts).into_iter().collect()
}

fn one(facts: &Facts<'_>) -> Option<Claim> {
    let text = Text::new(facts.article.title.as_deref()?);
    let marks = Marks::new(&text, facts.lexicon);
    let title = Passage::new(&marks);
    let (given, said, unit) = only(terms(&title).into_iter())?;
    named(&title, given)?;
    let told = (0..facts.blocks()).filter_map(|block| Some((block, facts.passage(block)?)));
    let told = told.flat_map(|(block, passage)| {
        terms(passage).into_iter().map(move |term| (block, passage, term))
    });
    let (block, passage, (at, value, same)) = only(told)?;
    let name = named(passage, at)?;
    let record = facts.figures(block, at..at + 1).next()?;
    let person = (0..title.text.tokens.len())
        .any(|t| title.text.tokens[t].capital && title.text.key(t) == name);
    if !person || unit != same || facts.records[record].value != value {
        return None;
    }
    let style = Style::of(&facts.records[record], &[said, value]);
    let detail = format!("title, {} and {}", style.bare(said), style.full(value));
    let verdict = if said == value { Verdict::Holds } else { Verdict::DoesNotHold };
    Some(facts.claim(KIND, &[record], verdict, detail))
}

/// The prison terms of a text: where their numbers stand, the numbers, and in what.
fn terms<'p>(passage: &'p Passage<'_>) -> Vec<(usize, Decimal, &'p str)> {
    let term = |at: usize| {
        let value = number_at(passage, at)?;
        passage.says(at + 1, SENTENCE)?;
        Some((at, value, passage.text.key(at + 1)))
    };
    (0..passage.text.tokens.len()).filter_map(term).collect()
}

/// The given name of who is sentenced, where the term is the one that was given.
fn named<'p>(passage: &'p Passage<'_>, at: usize) -> Option<&'p str> {
    let sentence = passage.sentence(passage.sentence_of(at));
    let before = sentence.start.max(at.saturating_sub(NAME))..at;
    let other = passage.find(sentence.start..at, NOT_SENTENCED).is_some() || passage.is_vague(at);
    let name = before.rev().find(|at| passage.text.tokens[*at].capital)?;
    (!other).then(|| passage.text.key(name))
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn a_term_is_told_once() {
        assert_findings(
            super::KIND,
            &[
                (
                    "# Trộm xe máy, Trần Văn Bé lĩnh 4 năm tù\nTòa tuyên phạt bị cáo Bé «6|năm» năm tù về tội trộm cắp.",
                    "does not hold: title, 4 and 6 năm",
                ),
                (
                    "# Trộm xe máy, Trần Văn Bé lĩnh 4 năm tù\nTòa tuyên phạt bị cáo Bé «4|năm» năm tù về tội trộm cắp.",
                    "holds: title, 4 and 4 năm",
                ),
                (
                    "# Trộm xe máy, Trần Văn Bé lĩnh 4 năm tù\nTòa tuyên phạt bị cáo Lớn «6|năm» năm tù về tội trộm cắp.",
                    "",
                ),
                (
                    "# Trộm xe máy, Trần Văn Bé lĩnh 4 năm tù\nViện kiểm sát đề nghị phạt bị cáo Bé «6|năm» năm tù về tội trộm cắp.",
                    "",
                ),
            ],
        );
    }
}
