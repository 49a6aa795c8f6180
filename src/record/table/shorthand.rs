//! Times that headings shorten: `6T/2023`, `T8/2024`, `9T 2024`, `TH 6T`.
//!
//! `6T` are the first six months of a year, `T8` is its eighth. Without a year they are a time only where they, or
//! they and a role, are all that is said: `Xe tải 5T` is a load.

use super::role_words::ROLES;
use super::time::Time;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::text::Tokens;

/// The first time that some words shorten.
pub(super) fn read(scene: &Scene<'_>, words: Tokens) -> Option<Time> {
    words.clone().find_map(|at| begins(scene, words.clone(), at))
}

fn begins(scene: &Scene<'_>, words: Tokens, at: usize) -> Option<Time> {
    let glued = (at + 1..words.end).take_while(|i| scene.is_glued(*i)).count();
    let ends = at == words.start || !scene.is_glued(at);
    let run = at..at + 1 + glued;
    let key: String = run.clone().map(|i| scene.key(i)).collect();
    let (months, year) = months(&key).filter(|_| ends)?;
    let behind = (run.end..words.end).find(|i| scene.cue(*i, SMALL).is_none());
    let apart = behind.and_then(|i| Some((i, scene.year(i)?))).filter(|_| year.is_none());
    let (end, year) = match apart {
        Some((i, year)) => (i + 1, Some(year)),
        None => (run.end, year),
    };
    let alone = at == words.start || led(scene, words.start, at);
    let closed = end == words.end || scene.cue(end, ROLES).is_some();
    (year.is_some() || alone && closed)
        .then(|| Time::of_months(scene, at..end, months, year))
        .flatten()
}

/// Words between the months and their year: `6T đầu năm 2023`.
const SMALL: &[CueClass] = &[CueClass::OfYearStart, CueClass::YearWord, CueClass::Filler];

/// Whether a role, and nothing else, stands before a token: `TH 6T`.
fn led(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    scene.cue(start, ROLES).is_some_and(|(len, _)| start + len == at)
}

/// The months and the year of `6t/2023`, `t8/2024`, `9t`.
fn months(key: &str) -> Option<((i8, i8), Option<i16>)> {
    let (before, after) = key.split_once('t')?;
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    let year = |digits: &str| digits.parse().ok().filter(|year| (1900..=2100).contains(year));
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
            ("TH 6T", Some("2024-01-01..2024-06-30")),
            ("6T", Some("2024-01-01..2024-06-30")),
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
