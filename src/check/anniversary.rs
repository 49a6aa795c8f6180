//! # What it tests
//! An anniversary is as many years after the founding as it says.
//!
//! # Why
//! The number is copied from another body's celebration, or from the poster of ten years ago.
//!
//! # Example
//! `Trường thành lập năm 1974. Sáng 11/10/2024, nhà trường kỷ niệm 60 năm thành lập` gives
//! `from 1974 to 2024 is 50 năm, the text says 60 năm`.
//!
//! # Limits
//! The founding is the only one in the paragraph with a year, its noun is taken up before the celebration, or both years stand in a bracket behind the
//! number. Where the day of the celebration is not told it is that of publication. What was founded must be
//! called the same, or not be called again behind `thành lập`. One year less or more holds: a celebration may
//! open its year.

use super::Verdict;
use super::average::only;
use super::claim::Claim;
use super::day_span::day;
use super::facts::Facts;
use super::month_span::month;
use super::passage::Passage;
use super::words::text::{FOUNDED, LIGHT};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

pub(super) const KIND: &str = "period_length";

/// How many tokens may stand between `thành lập` and its year, and the number and its bracket.
const NEAR: usize = 3;
const NAME: usize = 12;

/// How many tokens before a celebration may tell the founding.
const BEFORE: usize = 200;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for block in (0..facts.blocks()).filter(|block| facts.is_prose(*block)) {
        let Some(passage) = facts.passage(block) else { continue };
        claims
            .extend((0..passage.text.tokens.len()).filter_map(|at| one(facts, block, passage, at)));
    }
    claims
}

fn one(facts: &Facts<'_>, block: usize, passage: &Passage<'_>, at: usize) -> Option<Claim> {
    let (_, cue) = passage.cue_at(at, &[CueClass::Anniversary])?;
    let (years, len) = passage.whole(cue.end)?;
    let behind = cue.end + len + 1;
    if passage.text.key(behind - 1) != "năm" {
        return None;
    }
    let sentence = passage.sentence(passage.sentence_of(at));
    let (first, last) = in_bracket(passage, behind..sentence.end.min(behind + NAME))
        .or_else(|| founded_before(facts, passage, at, behind))?;
    let (verdict, detail) = told((first, last), years)?;
    Some(facts.words_claim(KIND, (block, cue.end), verdict, detail))
}

/// Whether an anniversary is that of the years between two.
pub(super) fn told((first, last): (u32, u32), years: u32) -> Option<(Verdict, String)> {
    let told = last.checked_sub(first)?;
    let fits = told.abs_diff(years) <= 1;
    let verdict = if fits { Verdict::Holds } else { Verdict::DoesNotHold };
    let span = format!("from {first} to {last} is {told} năm");
    Some((verdict, if fits { span } else { format!("{span}, the text says {years} năm") }))
}

/// `kỷ niệm 60 năm thành lập trường (1964 - 2024)`
pub(super) fn in_bracket(passage: &Passage<'_>, within: Tokens) -> Option<(u32, u32)> {
    let open = within.clone().find(|at| passage.text.key(*at) == "(")?;
    let digits = |at: &usize| passage.text.tokens[*at].kind == TokenKind::Digits;
    let between = (within.start..open).any(|at| digits(&at));
    let (first, end) = year_at(passage, open + 1)?;
    let joined = matches!(passage.text.key(end), "-" | "–");
    let (last, close) = year_at(passage, end + 1).filter(|_| joined)?;
    (!between && passage.text.key(close) == ")").then_some((first, last))
}

/// The year of the one founding that the paragraph tells before, and that of the celebration.
fn founded_before(
    facts: &Facts<'_>,
    passage: &Passage<'_>,
    at: usize,
    behind: usize,
) -> Option<(u32, u32)> {
    let what = behind + passage.says(behind, FOUNDED)?;
    let foundings = (at.saturating_sub(BEFORE)..at).filter_map(|t| {
        let end = t + passage.says(t, FOUNDED)?;
        let since = (end..end + NEAR).find(|t| !matches!(passage.text.key(*t), "từ" | "vào"))?;
        let in_month = || month(passage, since)?.0.1;
        let year = year_at(passage, since).map(|(year, _)| year).or_else(in_month)?;
        Some((t, year))
    });
    let (founding, first) = only(foundings)?;
    let sentence = passage.sentence(passage.sentence_of(founding));
    let bearer = sentence.start..founding;
    let name = |t: &usize| {
        let word = passage.text.tokens.get(*t).is_some_and(|t| t.kind == TokenKind::Word);
        word && !LIGHT.contains(&passage.text.key(*t))
    };
    let called = (what..what + NAME).take_while(name).map(|t| passage.text.key(t));
    let told: Vec<&str> = sentence.map(|t| passage.text.key(t)).collect();
    let same = called.into_iter().all(|word| told.contains(&word));
    let own = passage.sentence(passage.sentence_of(at));
    let same = same && celebrates(passage, bearer, own.start.max(founding + NEAR)..at);
    let here = own.start.max(founding + NEAR)..own.end;
    let held = here.filter_map(|t| Some(day(passage, t)?.0.year())).next();
    let published = || facts.article.published.as_deref()?.get(..4)?.parse::<i16>().ok();
    let last = held.or_else(published).and_then(|year| u32::try_from(year).ok())?;
    same.then_some((first, last))
}

/// Whether the words before a celebration take up what was founded: its noun, without another name behind it.
fn celebrates(passage: &Passage<'_>, founded: Tokens, before: Tokens) -> bool {
    let light = |at: &usize| LIGHT.contains(&passage.text.key(*at));
    let word = |at: &usize| passage.text.tokens[*at].kind == TokenKind::Word;
    let Some(noun) = founded.clone().find(|at| word(at) && !light(at)) else { return false };
    let same = |at: usize| passage.text.key(at) == passage.text.key(noun);
    let mut again = before.filter(|at| same(*at)).peekable();
    let other_name = |at: usize| {
        let told = (noun..founded.end).zip(at..);
        let shared = told.take_while(|(a, b)| passage.text.key(*a) == passage.text.key(*b)).count();
        passage.text.tokens.get(at + shared).is_some_and(|token| token.capital)
    };
    again.peek().is_some() && !again.any(other_name)
}

/// `1964`, `năm 1964`, `26/3/1964`, and the token behind it.
fn year_at(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    let full = || {
        let (date, end) = day(passage, at)?;
        Some((u32::try_from(date.year()).ok()?, end))
    };
    let start = at + usize::from(passage.text.key(at) == "năm");
    passage.year(start).map(|year| (year, start + 1)).or_else(full)
}

#[cfg(test)]
mod tests {
    use crate::check::sample::findings;

    #[test]
    fn years_are_counted_from_the_founding() {
        for (text, want) in [
            (
                "Bệnh viện được thành lập năm 1969. Ngày 12/5/2019, bệnh viện kỷ niệm 60 năm thành lập với «200|đại biểu».",
                "period_length: does not hold: from 1969 to 2019 is 50 năm, the text says 60 năm",
            ),
            (
                "Lễ kỷ niệm 40 năm ngày thành lập trường (1969 - 2019) có «200|đại biểu».",
                "period_length: does not hold: from 1969 to 2019 is 50 năm, the text says 40 năm",
            ),
            (
                "Chi hội Làm vườn thành lập năm 1969. Ngày 12/5/2019, Chi hội Phụ nữ kỷ niệm 60 năm thành lập với «200|đại biểu».",
                "",
            ),
            (
                "Hội thành lập năm 1969. Ngày 12/5/2019, hội dự lễ kỷ niệm 60 năm thành lập Đoàn với «200|đại biểu».",
                "",
            ),
        ] {
            assert_eq!(findings(text).join("\n"), want, "{text}");
        }
    }
}
