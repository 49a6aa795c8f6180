//! The time that a figure speaks of.
//!
//! Nearest first: a time phrase in the figure's own clause or bracket, then that of the figure which
//! it goes on about (`, tăng 5%`), then the one that opens the sentence (it covers every item of a list), then the one that was in force in the sentence
//! before. What a change is compared with (`so với cùng kỳ`, `cùng kỳ năm 2019`) dates nothing.

use super::frame::{Frame, What};
use super::meaning::Meaning;
use crate::lexicon::{CueClass, UnitKind};
use crate::mention::{Sense, Span};
use crate::record::Period;
use crate::text::Tokens;
use std::ops::Range;

/// The time of a figure, its words, and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub span: Span,
    pub words: Tokens,
    pub rule: &'static str,
}

/// Reads the times of all figures of a block, in order.
pub(super) fn read_all(frame: &Frame<'_>, meanings: &[Meaning]) -> Vec<Option<Reading>> {
    let mut out: Vec<Option<Reading>> = Vec::with_capacity(frame.at.len());
    let starts = starts(frame);
    let mut carried: Option<Reading> = None;
    let mut f = 0;
    let mut silent = 0;
    for sentence in &frame.sentences {
        let times = Times::of(frame, sentence);
        let unbracketed = || times.all.iter().copied().find(|i| !frame.is_bracketed(*i, sentence));
        let opening = times.open.first().copied().or_else(unbracketed);
        let mut last = None;
        while f < frame.at.len() && sentence.contains(&frame.at[f]) {
            let own = own(frame, f, starts[f], &times);
            let told_on = meanings[f].rule == "indicator.inherited";
            let host = f.checked_sub(1).filter(|h| told_on && sentence.contains(&frame.at[*h]));
            let raised = frame.is(frame.at[f].saturating_sub(1), &[CueClass::LevelReached]);
            let of_host = host.and_then(|host| out[host].clone());
            let of_host = of_host.filter(|told| !raised || told.rule != "period.behind");
            let reading = own
                .or_else(|| of_host.map(|told| Reading { rule: "period.told_on", ..told }))
                .or_else(|| {
                    opening
                        .filter(|i| *i < frame.at[f])
                        .filter(|i| !(raised && stands_behind_figure(frame, *i)))
                        .map(|i| reading(frame, i, "period.sentence"))
                })
                .or_else(|| carried.clone().map(|c| Reading { rule: "period.carried", ..c }));
            last = reading.clone().filter(|_| frame.bracket(f).is_none()).or(last);
            out.push(reading);
            f += 1;
        }
        if let Some(i) = opening {
            last = Some(reading(frame, i, "period.sentence"));
        }
        silent =
            if last_had_figures(frame, f, sentence) || last.is_some() { 0 } else { silent + 1 };
        carried = last.or(carried).filter(|c| silent < 2 && c.span.end.is_some());
    }
    out
}

/// `từ 42% năm 2022 lên 81%`: the time of the lower end is not that of the upper.
fn stands_behind_figure(frame: &Frame<'_>, time: usize) -> bool {
    time.checked_sub(1).is_some_and(|before| frame.figure_at(before).is_some())
}

/// Whether the sentence that ended before figure `f` had figures of its own.
fn last_had_figures(frame: &Frame<'_>, f: usize, sentence: &Range<usize>) -> bool {
    f > 0 && sentence.contains(&frame.at[f - 1])
}

/// The day of the meeting that a block reports: a day in a sentence that names a meeting.
pub(super) fn of_meeting(frame: &Frame<'_>) -> Option<Period> {
    let meets = |s: &Range<usize>| (s.start..s.end).any(|i| frame.is_at(i, &[CueClass::EventKind]));
    let sentence = frame.sentences.iter().find(|s| meets(s))?;
    sentence.clone().find_map(|i| match frame.pieces[i].what {
        What::Time(t) if frame.time(t).sense == Sense::Day && frame.time(t).span.end.is_some() => {
            let Span { start, end } = frame.time(t).span;
            let text = frame.scene.text.slice(frame.pieces[i].words.clone()).to_owned();
            Some(Period { start, end, text })
        }
        _ => None,
    })
}

fn reading(frame: &Frame<'_>, piece: usize, rule: &'static str) -> Reading {
    let words = frame.pieces[piece].words.clone();
    let span = match frame.pieces[piece].what {
        What::Time(t) => frame.time(t).span,
        _ => Span::OPEN,
    };
    Reading { span, words, rule }
}

/// Whether a time is the day of publication and what led to it: it dates no target.
pub(super) fn is_now(frame: &Frame<'_>, reading: &Reading) -> bool {
    let Span { start, end } = reading.span;
    start.is_none() && end.is_some() && end == frame.scene.published
}

/// Whether piece `i` is a time phrase that can date a figure.
fn dates(frame: &Frame<'_>, i: usize, sentence: &Range<usize>) -> bool {
    let What::Time(t) = frame.pieces[i].what else { return false };
    let sense = frame.time(t).sense;
    if matches!(sense, Sense::Baseline | Sense::Habitual | Sense::Occasion) {
        return false;
    }
    !compared(frame, i, sentence)
        && !is_carried_over(frame, i)
        && !is_standard(frame, i)
        && !names_document(frame, i, sentence)
}

/// `vốn kéo dài từ năm 2022 sang`: where money comes from, not when it is there.
fn is_carried_over(frame: &Frame<'_>, i: usize) -> bool {
    let end = frame.pieces[i].words.end;
    frame.scene.cue(end, &[CueClass::CarriedOver]).is_some()
}

/// `gấp 3,1 lần năm 2021`: the time right behind a multiple is what it is held against.
fn is_standard(frame: &Frame<'_>, i: usize) -> bool {
    let figure = i.checked_sub(1).filter(|figure| *figure > 0);
    let multiple = |f: usize| frame.figure(f).kind() == Some(UnitKind::Multiple);
    figure.is_some_and(|figure| {
        frame.figure_at(figure).is_some_and(multiple)
            && frame.is(figure - 1, &[CueClass::MoreThan, CueClass::Times, CueClass::Equal])
    })
}

/// `so với năm 2014`, `so với đầu nhiệm kỳ 2016-2020`: within a few words behind the comparison.
fn compared(frame: &Frame<'_>, i: usize, sentence: &Range<usize>) -> bool {
    for j in (sentence.start..i).rev().take(8) {
        match frame.pieces[j].what {
            What::Phrase
                if frame.is(j, &[CueClass::Versus, CueClass::MoreThan, CueClass::LessThan]) =>
            {
                return true;
            }
            What::Phrase => {}
            _ => return false,
        }
    }
    false
}

/// `Nghị quyết 29 ngày 21/2/2017`, `Kế hoạch … giai đoạn 2022 - 2025`, `tầm nhìn 2045`: the time of
/// a document.
fn names_document(frame: &Frame<'_>, i: usize, sentence: &Range<usize>) -> bool {
    let before = frame.before(i, sentence);
    if before.is_some_and(|j| frame.is(j, &[CueClass::Horizon])) {
        return true;
    }
    let start = frame.pieces[i].words.start;
    let names = &frame.mentions.names;
    let name = names.partition_point(|n| n.words.end <= start).checked_sub(1).map(|n| &names[n]);
    let reach = usize::from(!is_years(frame, i));
    let numbered =
        name.is_some_and(|n| n.kind == "document number" && start - n.words.end <= reach);
    numbered || titled(frame, i, sentence)
}

/// `Kế hoạch phát triển giáo dục giai đoạn 2022 - 2025`: a title with its years.
fn titled(frame: &Frame<'_>, i: usize, sentence: &Range<usize>) -> bool {
    is_years(frame, i)
        && (sentence.start..i)
            .rev()
            .take(14)
            .take_while(|j| frame.pieces[*j].what == What::Phrase)
            .any(|j| frame.is_at(j, &[CueClass::DocumentType]))
}

fn is_years(frame: &Frame<'_>, i: usize) -> bool {
    matches!(frame.pieces[i].what, What::Time(t) if frame.time(t).rule == "time.years")
}

/// The pieces of a sentence that are time phrases and can date a figure, in order.
struct Times {
    all: Vec<usize>,
    /// Those that do not stand right behind a figure.
    free: Vec<usize>,
    /// Those of them that stand outside of brackets.
    open: Vec<usize>,
}

impl Times {
    fn of(frame: &Frame<'_>, sentence: &Range<usize>) -> Self {
        let all: Vec<usize> = sentence.clone().filter(|i| dates(frame, *i, sentence)).collect();
        let belongs_to_figure = |i: usize| i > sentence.start && frame.figure_at(i - 1).is_some();
        let free: Vec<usize> = all.iter().copied().filter(|i| !belongs_to_figure(*i)).collect();
        let is_open = |i: &usize| !frame.is_bracketed(*i, sentence);
        let open = free.iter().copied().filter(is_open).collect();
        Self { all, free, open }
    }
}

/// Where the clause begins to which the time of each figure belongs: at its bracket, behind `;`,
/// at the last figure that a comma or `và` parts from it.
fn starts(frame: &Frame<'_>) -> Vec<usize> {
    let mut starts = Vec::with_capacity(frame.at.len());
    for sentence in &frame.sentences {
        let mut start = sentence.start;
        let mut last_figure = start;
        for i in sentence.clone() {
            if let Some(f) = frame.figure_at(i) {
                starts.push(start.max(frame.bracket(f).unwrap_or(start)));
                last_figure = i;
            } else if frame.mark(i) == Some(';') {
                (start, last_figure) = (i, i);
            } else if frame.mark(i) == Some(',') || frame.is(i, &[CueClass::And]) {
                start = last_figure;
            }
        }
    }
    starts
}

/// The time phrase in the figure's own clause: the nearest to its left, else one right behind it.
fn own(frame: &Frame<'_>, f: usize, start: usize, times: &Times) -> Option<Reading> {
    let (at, sentence) = (frame.at[f], &frame.sentence(f));
    let bracket = frame.bracket(f);
    if let Some(i) = bracket.filter(|b| *b + 1 == at).and_then(|b| frame.before(b, sentence))
        && matches!(frame.pieces[i].what, What::Time(_))
    {
        return Some(reading(frame, i, "period.before_bracket"));
    }
    let near = if bracket.is_some() { &times.free } else { &times.open };
    let before = near.partition_point(|i| *i < at).checked_sub(1).map(|last| near[last]);
    if let Some(i) = before.filter(|i| *i >= start) {
        return Some(reading(frame, i, "period.clause"));
    }
    let mut end = at + 1;
    while end < sentence.end && frame.figure_at(end).is_none() {
        match frame.mark(end) {
            Some('(') => end = frame.closing(end, sentence),
            Some(';' | ',' | ')' | ':') => break,
            _ => end += 1,
        }
    }
    let behind = times.all.get(times.all.partition_point(|i| *i <= at));
    behind.filter(|i| **i < end).map(|i| reading(frame, *i, "period.behind"))
}
