//! # What it tests
//! The line that tells when a work began has a day before that of the line that tells when it ended.
//!
//! # Why
//! The year of one of them is left from the form that was filled in before.
//!
//! # Example
//! `Ngày khởi công: 12/6/2022` over `Ngày hoàn thành: 5/3/2022` gives `12/6/2022 - 5/3/2022 ends before it begins`.
//!
//! # Limits
//! Both lines open with their word for a beginning or an end (`Ngày khởi công`, `Hoàn thành`), have one day with its
//! year behind a colon, and follow each other with at most two lines between.

use super::Verdict;
use super::claim::Claim;
use super::day_span::day;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::{BEGINNINGS, ENDINGS};
use jiff::civil::Date;

const KIND: &str = "date_order";

/// How many tokens of a line its word may stand behind, and how many lines later the end is told.
const LABEL: usize = 3;
const LINES: usize = 3;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.blocks()).filter_map(|block| one(facts, block)).collect()
}

fn one(facts: &Facts<'_>, block: usize) -> Option<Claim> {
    let passage = facts.passage(block)?;
    let first = labelled(passage, BEGINNINGS)?;
    let later = (block + 1..facts.blocks().min(block + 1 + LINES))
        .find_map(|line| labelled(facts.passage(line)?, ENDINGS))?;
    let shown = |date: Date| format!("{}/{}/{}", date.day(), date.month(), date.year());
    let span = format!("{} - {}", shown(first), shown(later));
    let (verdict, detail) = match later < first {
        true => (Verdict::DoesNotHold, format!("{span} ends before it begins")),
        false => (Verdict::Holds, span),
    };
    Some(facts.words_claim(KIND, (block, 0), verdict, detail).impossible())
}

/// The only day of a line that opens with one of these words.
fn labelled(passage: &Passage<'_>, words: &[&str]) -> Option<Date> {
    let label = passage.find(0..passage.text.tokens.len().min(LABEL + 1), words)?;
    let colon = (label.end..passage.text.tokens.len()).find(|at| passage.text.key(*at) == ":")?;
    let mut days = Vec::new();
    let mut at = 0;
    while at < passage.text.tokens.len() {
        let found = day(passage, at);
        at = found.map_or(at + 1, |(_, end)| end);
        days.extend(found.filter(|(_, end)| *end > colon).map(|(date, _)| date));
    }
    super::average::only(days.into_iter())
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn lines_tell_a_beginning_and_an_end() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Ngày khởi công: 12/6/2022\nQuy mô: «5|phòng»\nNgày hoàn thành: 5/3/2022",
                    "does not hold: 12/6/2022 - 5/3/2022 ends before it begins",
                ),
                (
                    "Ngày khởi công: 12/6/2022\nNgày hoàn thành: 5/3/2023, có «5|phòng»",
                    "holds: 12/6/2022 - 5/3/2023",
                ),
                ("Ngày họp: 12/6/2022\nNgày hoàn thành: 5/3/2022, có «5|phòng»", ""),
            ],
        );
    }
}
