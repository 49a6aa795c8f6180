//! Times that headings shorten: `6T/2023`, `T8/2024`, `Q.I/2024`, `9T 2024`, `TH 6T`, and those that they hold against others:
//! `T2/T1`.
//!
//! `6T` are the first six months of a year, `T8` is its eighth. Without a year they are a time only where they, or
//! they and a role, are all that is said: `Xe tải 5T` is a load.

use super::mark;
use super::role_words::ROLES;
use super::time::Time;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::record::Block;
use crate::text::Tokens;

/// The first time that some words shorten.
pub(super) fn read(scene: &Scene<'_>, words: Tokens) -> Option<Time> {
    words.clone().find_map(|at| begins(scene, words.clone(), at))
}

/// The month that a whole cell shortens: `T3`. Alone it may be a day of the week, so what stands around has to say that
/// months are told.
pub(super) fn month(scene: &Scene<'_>, words: Tokens) -> Option<Time> {
    let key = joined(scene, words.clone());
    let (first, last) = short(&key).filter(|_| key.starts_with('t'))?;
    Time::of_months(scene, words, (first, last), None)
}

fn begins(scene: &Scene<'_>, words: Tokens, at: usize) -> Option<Time> {
    let ends = at == words.start || !scene.is_glued(at);
    let run = glued(scene, at, words.end);
    let apart = stroke(scene, at, words.end).filter(|stroke| is_base(scene, stroke + 1));
    let held = || Some((at..apart?, (short(&joined(scene, at..apart?))?, None)));
    let (run, (months, year)) =
        months(&joined(scene, run.clone())).map(|found| (run, found)).or_else(held)?;
    let behind = (run.end..words.end).find(|i| scene.cue(*i, SMALL).is_none());
    let apart = behind.and_then(|i| Some((i, scene.year(i)?))).filter(|_| year.is_none());
    let (end, year) = match apart {
        Some((i, year)) => (i + 1, Some(year)),
        None => (run.end, year),
    };
    let alone = at == words.start || led(scene, words.start, at);
    let closed = end == words.end || scene.key(end) == "/" || scene.cue(end, ROLES).is_some();
    (ends && (year.is_some() || alone && closed))
        .then(|| Time::of_months(scene, at..end, months, year))
        .flatten()
}

/// Where some words hold a time against another, a base or a plan behind a stroke, and what that is: `T2/T1`, `2T/CK`
/// and `Quý II/Quý I` are comparisons, `9T/KH` is a share of the plan.
pub(super) fn ratio(block: &Block<'_>, words: Tokens) -> Option<(usize, CueClass)> {
    let scene = &block.scene;
    let is_time = |start: usize, end: usize| {
        let times = &block.mentions.times;
        let at = times.partition_point(|time| time.words.start < start);
        times.get(at).is_some_and(|time| time.words == (start..end))
    };
    let is_short = |words: Tokens| short(&joined(scene, words)).is_some();
    let share = words.clone().any(|i| scene.key(i) == "%");
    words.clone().filter(|i| scene.key(*i) == "/").find_map(|stroke| {
        let mut before = (words.start..stroke).rev().take(LONGEST);
        let timed = before.any(|from| is_short(from..stroke) || is_time(from, stroke));
        let behind = stroke + 1;
        let mut ends = (behind + 1..=words.end).take(LONGEST);
        let base = scene.cue(behind, BASES);
        let class = match base {
            Some((_, cue)) if cue.class == CueClass::TablePlan => CueClass::TableAttainment,
            Some(_) => CueClass::TableVersus,
            None if ends.any(|end| is_short(behind..end) || is_time(behind, end)) => {
                CueClass::TableVersus
            }
            None => return None,
        };
        // Whatever is held against a plan in percent is a share of it (`LK/KH (%)`), and a plan held against a result
        // compares them.
        let role = |i: usize| scene.cue(i, BASES).is_some();
        let told = match base {
            Some((_, cue)) if REACHED.contains(&cue.class) => (words.start..stroke).any(role),
            base => base.is_some(),
        };
        (timed || share && told).then_some((stroke, class))
    })
}

/// What a figure is held against.
const BASES: &[CueClass] =
    &[CueClass::TablePlan, CueClass::TablePrevious, CueClass::TableEstimate, CueClass::TableResult];

const REACHED: &[CueClass] = &[CueClass::TableEstimate, CueClass::TableResult];

/// Longest time beside a stroke, in tokens.
const LONGEST: usize = 6;

/// Whether a plan, an earlier time or a shortened one stands at a token.
fn is_base(scene: &Scene<'_>, at: usize) -> bool {
    let is_short = |end: usize| short(&joined(scene, at..end)).is_some();
    scene.cue(at, &[CueClass::TablePlan, CueClass::TablePrevious]).is_some()
        || (at + 1..at + 3).any(is_short)
}

/// The stroke behind the tokens that are glued to one.
fn stroke(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    (at + 1..end.min(at + 3)).find(|i| scene.key(*i) == "/")
}

/// The tokens that are written without a space from one on.
fn glued(scene: &Scene<'_>, at: usize, end: usize) -> Tokens {
    let more = (at + 1..end).take_while(|i| scene.is_glued(*i)).count();
    at..at + 1 + more
}

fn joined(scene: &Scene<'_>, words: Tokens) -> String {
    words.map(|i| scene.key(i)).collect()
}

/// Words between the months and their year: `6T đầu năm 2023`.
const SMALL: &[CueClass] = &[CueClass::OfYearStart, CueClass::YearWord, CueClass::Filler];

/// Whether a role, and nothing else, stands before a token: `TH 6T`.
fn led(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    scene.cue(start, ROLES).is_some_and(|(len, _)| start + len == at)
}

/// The months and the year of `6t/2023`, `t8/2024`, `9t`, `q.i/2024`.
fn months(key: &str) -> Option<((i8, i8), Option<i16>)> {
    let year = |digits: &str| digits.parse().ok().filter(|year| (1900..=2100).contains(year));
    if let Some(behind) = key.strip_prefix('q') {
        let (quarter, rest) = behind.trim_start_matches('.').split_once(['/', '-'])?;
        let quarter = mark::roman(quarter).or_else(|| quarter.parse().ok())?;
        let last = 3 * i8::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter))?;
        return Some(((last - 2, last), Some(year(rest)?)));
    }
    let (before, after) = key.split_once('t')?;
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    if before.is_empty() {
        let (digits, rest) = after.split_once(['/', '-', '.'])?;
        let month = month(digits)?;
        return Some(((month, month), Some(year(rest)?)));
    }
    let last = month(before)?;
    let rest = after.trim_start_matches(['/', '-', '.']);
    let named = if rest.is_empty() { None } else { Some(year(rest)?) };
    Some(((1, last), named))
}

/// The months of `t2` and `9t`.
fn short(key: &str) -> Option<(i8, i8)> {
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    match key.split_once('t')? {
        ("", digits) => month(digits).map(|month| (month, month)),
        (digits, "") => month(digits).map(|last| (1, last)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::text::Text;

    #[test]
    fn months_are_shortened() {
        for (raw, want) in [
            ("6T/2023", Some("2023-01-01..2023-06-30")),
            ("TH 10T/2024", Some("2024-01-01..2024-10-31")),
            ("9T 2024", Some("2024-01-01..2024-09-30")),
            ("T8/2024", Some("2024-08-01..2024-08-31")),
            ("6T đầu năm 2023", Some("2023-01-01..2023-06-30")),
            ("Q.I/2024", Some("2024-01-01..2024-03-31")),
            ("Ước TH QIV/2023", Some("2023-10-01..2023-12-31")),
            ("Q5/2024", None),
            ("Q.1", None),
            ("TH 6T", Some("2024-01-01..2024-06-30")),
            ("6T", Some("2024-01-01..2024-06-30")),
            ("TH 9T/KH (%)", Some("2024-01-01..2024-09-30")),
            ("T2/T1", Some("2024-02-01..2024-02-29")),
            ("2T/CK", Some("2024-01-01..2024-02-29")),
            ("Trọng tải 5T/xe", None),
            ("Xe tải 5T", None),
            ("Tổng 6 trường", None),
            ("13T/2024", None),
        ] {
            let text = Text::new(raw);
            let marks = Marks::new(&text, Lexicon::built_in());
            let scene = Scene::new(&marks, Some(jiff::civil::date(2024, 7, 15)));
            let time = read(&scene, 0..text.tokens.len()).and_then(|time| time.within(None));
            let shown = time.map(|time| format!("{}..{}", time.start.unwrap(), time.end.unwrap()));
            assert_eq!(shown.as_deref(), want, "{raw}");
        }
    }
}
