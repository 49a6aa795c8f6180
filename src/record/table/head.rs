//! What one heading, or the line before a list, says of the tables under it.
//!
//! `Theo báo cáo của sở, năm 2022 đã bồi dưỡng cán bộ như sau:` says `bồi dưỡng cán bộ` and 2022.
//! `Chỉ tiêu năm 2023` lays down a plan, `Kết quả thực hiện các chỉ tiêu` does not. The bare name of a place
//! is nothing that a table is about.

use super::mark::mark;
use super::meeting;
use super::words::{lines, phrase_at};
use crate::lexicon::{CueClass, CueSet, Mark};
use crate::mention::Scene;
use crate::record::{Block, Period, phrase};
use crate::text::{TokenKind, Tokens};

/// What stands over a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// What it is about.
    pub scope: Option<String>,
    pub period: Option<Period>,
    /// The day of the meeting at which its figures came about, where no other time is told.
    pub met: Option<Period>,
    /// Whether it lays down a plan.
    pub is_target: bool,
    /// Whether what lays it down may as well be what was measured: `chỉ tiêu`.
    pub is_of_measures: bool,
}

/// What some words of a block say as a heading.
pub(super) fn said(block: &Block<'_>, words: Tokens) -> Head {
    let words = behind_mark(&block.scene, words);
    let phrases = phrases(block, words.clone());
    let place = phrases.first().and_then(|first| block.area_at(first.start));
    let count: usize = phrases.iter().map(ExactSizeIterator::len).sum();
    let is_place = place.is_some_and(|(len, _)| len == count);
    let scope = phrase::joined(block.scene.text, phrases.into_iter());
    Head {
        scope: Some(scope).filter(|scope| !scope.is_empty() && !is_place),
        period: meeting::of_figures(block, words.clone()),
        met: meeting::day(block, words.clone()),
        is_target: lays_down_plan(&block.scene, words.clone()),
        is_of_measures: !plans(&block.scene, words)
            .any(|(len, at)| !is_measure(&block.scene, at, len)),
    }
}

/// What a headline is about: its words without time and place, up to whose they are.
pub(super) fn subject(block: &Block<'_>) -> Option<String> {
    let scene = &block.scene;
    let in_place = |i: usize| block.is_in_area(i);
    let is_name = |i: usize| in_place(i) || scene.text.tokens.get(i).is_some_and(|t| t.capital);
    let owns = |phrase: &Tokens| {
        scene.cue(phrase.start, &[CueClass::Preposition]).is_some() && is_name(phrase.end)
    };
    let mut kept =
        phrases(block, behind_teller(scene, behind_mark(scene, 0..scene.text.tokens.len())));
    let owner = kept.iter().skip(1).position(owns);
    kept.truncate(owner.map_or(kept.len(), |at| at + 1));
    kept.retain(|phrase| !in_place(phrase.start));
    Some(phrase::joined(scene.text, kept.into_iter())).filter(|subject| !subject.is_empty())
}

/// The words of a headline behind the organisation that tells it and its verb: `Bệnh viện tỉnh tổng kết công tác dược`.
fn behind_teller(scene: &Scene<'_>, words: Tokens) -> Tokens {
    const TELLERS: &[CueClass] = &[CueClass::Organization, CueClass::OrganizationHead];
    const TELLING: &[CueClass] = &[CueClass::EventSort, CueClass::ReportVerb];
    let ends_name = |i: usize| scene.text.tokens[i - 1].capital;
    let tells = |i: usize| scene.cue(i, TELLING).filter(|_| ends_name(i)).map(|(len, _)| i + len);
    let teller = scene.cue(words.start, TELLERS).map_or(words.end, |(len, _)| words.start + len);
    let behind = (teller..words.end).find_map(tells).filter(|behind| *behind < words.end);
    behind.unwrap_or(words.start)..words.end
}

/// The words of a head behind its mark and those who say it: `Theo báo cáo của sở,`.
fn behind_mark(scene: &Scene<'_>, mut words: Tokens) -> Tokens {
    words.start += mark(scene, words.clone()).map_or(0, |(len, _)| len);
    let told = scene.cue(words.start, &[CueClass::Preposition]);
    let comma = told.and_then(|_| words.clone().find(|i| scene.key(*i) == ","));
    comma.map_or(words.start, |comma| comma + 1)..words.end
}

/// Phrases that say what something is about: no time, no brackets, nothing that only opens the line or leads on
/// to figures (`cụ thể như sau (ĐVT: đồng):`).
fn phrases(block: &Block<'_>, words: Tokens) -> Vec<Tokens> {
    const OPENING: &[CueClass] = &[CueClass::Connective, CueClass::Filler, CueClass::Rest];
    const LEADS_ON: &[CueClass] = &[
        CueClass::Filler,
        CueClass::PartIntro,
        CueClass::Level,
        CueClass::Rise,
        CueClass::Fall,
        CueClass::Share,
        CueClass::Equal,
        CueClass::Exceed,
        CueClass::Estimate,
    ];
    let scene = &block.scene;
    let is = |phrase: &Tokens, classes| scene.classes(phrase).meets(CueSet::of(classes));
    let is_mark = |phrase: &Tokens| scene.text.tokens[phrase.start].kind == TokenKind::Mark;
    let leads_on = |phrase: &Tokens| {
        let clause = is(phrase, &[CueClass::Connective]) && scene.begins_clause(phrase.start);
        is_mark(phrase) || is(phrase, LEADS_ON) || clause
    };
    let mut kept = outside(block, words);
    let last = kept.iter().rposition(|phrase| !leads_on(phrase));
    kept.truncate(last.map_or(0, |last| last + 1));
    let first = kept.iter().position(|phrase| !is_mark(phrase) && !is(phrase, OPENING));
    kept.split_off(first.unwrap_or(kept.len()))
}

/// The phrases of some words outside of time and brackets, each the longest that the lexicon knows.
fn outside(block: &Block<'_>, words: Tokens) -> Vec<Tokens> {
    let scene = &block.scene;
    let in_time = |i: usize| block.mentions.times.iter().find(|time| time.words.contains(&i));
    let mut found = Vec::new();
    let (mut at, mut depth) = (words.start, 0_u32);
    while at < words.end {
        let known = |mark: &&Mark| {
            let end = at + mark.len as usize;
            mark.class.is_some_and(|class| !class.is_of_tables()) && in_time(end - 1).is_none()
        };
        let longest = scene.marks.all(at).iter().find(known).map_or(1, |mark| mark.len as usize);
        let (end, is_time) = match in_time(at) {
            Some(time) => (time.words.end, true),
            None => ((at + longest).min(words.end), false),
        };
        match scene.key(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            ":" | ";" | "." | "…" | "\"" | "[" | "]" | "*" | "•" | "|" => {}
            _ if depth > 0 || is_time => {}
            _ => found.push(at..end),
        }
        at = end;
    }
    found
}

/// The words for plans and aims, each with its length.
fn plans(scene: &Scene<'_>, words: Tokens) -> impl Iterator<Item = (usize, usize)> {
    let plan = |at: usize| scene.cue(at, &[CueClass::Plan, CueClass::Aim]);
    words.filter_map(move |at| plan(at).map(|(len, _)| (len, at)))
}

/// `chỉ tiêu`, not `chỉ tiêu kế hoạch`
fn is_measure(scene: &Scene<'_>, at: usize, len: usize) -> bool {
    phrase_at(scene, at, lines::MEASURES) == Some(len)
}

/// `Chỉ tiêu năm 2023`, `Phấn đấu đạt các mục tiêu sau`; not `Kết quả thực hiện các chỉ tiêu` or `Một số chỉ tiêu của huyện`.
fn lays_down_plan(scene: &Scene<'_>, words: Tokens) -> bool {
    const DONE: &[CueClass] =
        &[CueClass::Done, CueClass::Fulfil, CueClass::Exceed, CueClass::TableResult];
    let is = |i: usize, classes: &[CueClass]| scene.cue(i, classes).is_some();
    let some =
        |i: usize| (words.start..i).any(|at| phrase_at(scene, at, lines::SOME) == Some(i - at));
    let plan = words.clone().find(|i| is(*i, &[CueClass::Plan, CueClass::Aim]) && !some(*i));
    plan.is_some_and(|plan| !(words.start..plan).any(|i| is(i, DONE)))
}

/// Whether words speak of money that is allotted, and so not spent yet: `Phân bổ vốn các chương trình`.
pub(super) fn allots(scene: &Scene<'_>) -> bool {
    (0..scene.text.tokens.len()).any(|i| phrase_at(scene, i, lines::ALLOTS).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_rows;
    use super::*;

    #[test]
    fn a_heading_says_what_when_and_whether_it_is_planned() {
        for (raw, scope, year, is_target) in [
            (
                "Theo báo cáo của sở, năm 2022 đã bồi dưỡng cán bộ như sau:",
                Some("bồi dưỡng cán bộ"),
                Some(2022),
                false,
            ),
            ("II. Chỉ tiêu năm 2023", Some("Chỉ tiêu"), Some(2023), true),
            ("Kết quả thực hiện các chỉ tiêu", Some("Kết quả thực hiện các chỉ tiêu"), None, false),
            ("1. Huyện Ba Tri", None, None, false),
            ("Hộ nghèo (ĐVT: hộ):", Some("Hộ nghèo"), None, false),
        ] {
            with_rows(&[raw.to_owned()], |blocks, _| {
                let head = said(&blocks[0], 0..blocks[0].scene.text.tokens.len());
                assert_eq!(head.scope.as_deref(), scope, "{raw}");
                let year_of = |period: &Period| period.end.map(jiff::civil::Date::year);
                assert_eq!(head.period.as_ref().and_then(year_of), year, "{raw}");
                assert_eq!(head.is_target, is_target, "{raw}");
            });
        }
    }
}
