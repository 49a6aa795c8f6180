//! # What it tests
//! The years of a founding and of its celebration in a bracket are as far apart as the anniversary that the
//! title, or a line before, counts.
//!
//! # Why
//! The title keeps the number of another celebration.
//!
//! # Example
//! Under the title `Bệnh viện kỷ niệm 45 năm ngày thành lập` the line `lễ kỷ niệm ngày thành lập (15/4/1988 -
//! 15/4/2023)` gives `from 1988 to 2023 is 35 năm, the text says 45 năm`.
//!
//! # Limits
//! All anniversaries counted before are of one number, and what is behind `thành lập` is the same in both, or
//! told in one only. One year less or more holds.

use super::anniversary::{KIND, in_bracket, told};
use super::claim::Claim;
use super::facts::Facts;
use super::passage::Passage;
use super::words::text::FOUNDED;
use crate::lexicon::{CueClass, Marks};
use crate::text::{Text, TokenKind};

/// How many tokens behind `thành lập` say what was founded, or open the bracket.
const NAME: usize = 12;

/// How many anniversaries of an article are kept.
const MOST: usize = 12;

/// A counted anniversary: its years, and the words behind `thành lập`.
#[derive(PartialEq, Eq)]
struct Counted {
    years: u32,
    what: Vec<String>,
}

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let title = Text::new(facts.article.title.as_deref().unwrap_or_default());
    let marks = Marks::new(&title, facts.lexicon);
    let mut counted = all(&Passage::new(&marks));
    let mut claims = Vec::new();
    for block in (0..facts.blocks()).filter(|block| facts.is_prose(*block)) {
        let Some(passage) = facts.passage(block) else { continue };
        for at in 0..passage.text.tokens.len() {
            claims.extend(one(facts, (block, at), passage, &counted));
        }
        if counted.len() < MOST {
            counted.extend(all(passage));
        }
    }
    claims
}

/// `lễ kỷ niệm ngày thành lập (15/4/1988 - 15/4/2023)` against the number told before.
fn one(
    facts: &Facts<'_>,
    (block, at): (usize, usize),
    passage: &Passage<'_>,
    counted: &[Counted],
) -> Option<Claim> {
    let (_, cue) = passage.cue_at(at, &[CueClass::Anniversary])?;
    let behind = cue.end + passage.says(cue.end, FOUNDED)?;
    let first = counted.first()?;
    let what = name(passage, behind);
    let same = |other: &Counted| other.what.is_empty() || what.is_empty() || other.what == what;
    let clear = counted.iter().all(|other| other.years == first.years && same(other));
    let sentence = passage.sentence(passage.sentence_of(at));
    let span = in_bracket(passage, behind..sentence.end.min(behind + NAME)).filter(|_| clear)?;
    let (verdict, detail) = told(span, first.years)?;
    Some(facts.words_claim(KIND, (block, cue.end), verdict, detail))
}

/// The anniversaries of a founding that some text counts.
fn all(passage: &Passage<'_>) -> Vec<Counted> {
    let counted = |at: usize| {
        let (_, cue) = passage.cue_at(at, &[CueClass::Anniversary])?;
        let (years, len) = passage.whole(cue.end)?;
        let behind = cue.end + len + 1;
        let end = behind + passage.says(behind, FOUNDED)?;
        let in_years = passage.text.key(behind - 1) == "năm";
        in_years.then(|| Counted { years, what: name(passage, end) })
    };
    (0..passage.text.tokens.len()).filter_map(counted).collect()
}

/// The words behind `thành lập`.
fn name(passage: &Passage<'_>, start: usize) -> Vec<String> {
    let end = passage.text.tokens.len().min(start + NAME);
    (start..end)
        .take_while(|at| passage.text.tokens[*at].kind == TokenKind::Word)
        .map(|at| passage.text.key(at).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::sample::findings;

    #[test]
    fn the_title_counts_the_years_of_the_bracket() {
        for (text, want) in [
            (
                "# Trường Nghề kỷ niệm 30 năm thành lập\nSáng 6/9, trường tổ chức lễ kỷ niệm ngày thành lập (6/9/1983 - 6/9/2023) với «200|đại biểu».",
                "period_length: does not hold: from 1983 to 2023 is 40 năm, the text says 30 năm",
            ),
            (
                "# Trường Nghề kỷ niệm 40 năm thành lập\nSáng 6/9, trường tổ chức lễ kỷ niệm ngày thành lập (6/9/1983 - 6/9/2023) với «200|đại biểu».",
                "period_length: holds: from 1983 to 2023 is 40 năm",
            ),
            (
                "# Kỷ niệm 30 năm thành lập trường\nTrường tổ chức lễ kỷ niệm ngày thành lập Đoàn (26/3/1931 - 26/3/2023) với «200|đại biểu».",
                "",
            ),
        ] {
            assert_eq!(findings(text).join("\n"), want, "{text}");
        }
    }
}
