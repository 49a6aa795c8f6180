//! The days that were weighed as that of publication, for `explain`: which one was taken, on what
//! ground, and what became of the others.

use super::terminal::{columns, harmless};
use super::{Lang, Sentences};
use crate::Reading;
use std::io::{self, Write};

/// Writes the days of a page, the one that was taken first.
pub(super) fn write(reading: &Reading, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let say = |english| Sentences::of_screens().said(english, lang);
    let none = say("none");
    let published = reading.report.article.published.as_deref().unwrap_or(&none);
    writeln!(out, "{}: {}", say("published"), harmless(published))?;
    let widest = |text: fn(&crate::article::DayCandidate) -> &str| {
        reading.days.iter().map(|day| columns(text(day))).max().unwrap_or(0)
    };
    let (days, rules) = (widest(|day| &day.day), widest(|day| day.rule));
    for day in &reading.days {
        let (words, fate) = (harmless(&day.words), say(day.fate.as_str()));
        let (rule, day) = (day.rule, harmless(&day.day));
        writeln!(out, "  {day:days$}  {rule:rules$}  «{words}»  {fate}")?;
    }
    writeln!(out)
}
