//! What the paragraphs over a table and the headline say of its figures, where nothing nearer does.
//!
//! `Sở Y tế báo cáo kết quả năm 2024.` dates the table under it. Of several times in one paragraph that
//! of the count decides (`số liệu tính đến ngày 30/6/2024`); a plan takes the time that it is for. The day of
//! a meeting dates nothing.

use super::head;
use super::meeting::{Meetings, stands_in};
use super::time::{self, Time};
use super::words::{lines, phrase_at};
use crate::article::BlockKind;
use crate::lexicon::CueClass;
use crate::mention::Sense;
use crate::record::{Block, Period};
use crate::text::{Tokens, sentences};

/// Most paragraphs over a table that are asked.
const PARAGRAPHS: usize = 4;

/// What an article begins with: its headline and its first paragraph.
#[derive(Debug)]
pub(super) struct Opening {
    lines: Vec<Line>,
    /// What the headline is about.
    pub subject: Option<String>,
    /// Whether the article is about what is begun and not built yet: `Khởi công cầu Rạch Vong`.
    pub is_begun: bool,
    /// Whether the headline says that money is allotted.
    pub allots: bool,
}

/// What stands over a table, further off than its own head.
#[derive(Debug)]
pub(super) struct Lead<'o> {
    /// The paragraphs right over it, the nearest first.
    near: Vec<Line>,
    pub opening: &'o Opening,
}

/// The times of a line.
#[derive(Debug)]
struct Line {
    /// The first in which something went on.
    during: Option<Period>,
    /// The first up to which something was counted.
    until: Option<Period>,
    /// The first on which something was measured, or came about.
    day: Option<Period>,
}

impl Opening {
    pub(super) fn new(blocks: &[Block<'_>], headline: &Block<'_>) -> Self {
        let first = blocks.first().filter(|block| block.source.kind != BlockKind::TableRow);
        let first = first.map(|block| line(block, false));
        let lines = std::iter::once(line(headline, true)).chain(first).collect();
        let first = blocks.first().filter(|block| block.source.kind != BlockKind::TableRow);
        let is_begun = begins(headline, 0) || first.is_some_and(breaks_ground);
        let allots = head::allots(&headline.scene);
        Self { lines, subject: head::subject(headline), is_begun, allots }
    }

    /// What stands over the table that begins at block `first`: paragraphs up to the table before.
    pub(super) fn over(&self, blocks: &[Block<'_>], first: usize) -> Lead<'_> {
        let above = blocks[..first].iter().rev().take_while(|block| block.source.row.is_none());
        Lead {
            near: above.take(PARAGRAPHS).map(|block| line(block, false)).collect(),
            opening: self,
        }
    }
}

/// Whether a token names the beginning of a building: `Khởi công`.
fn begins(block: &Block<'_>, at: usize) -> bool {
    let cue = block.scene.cue(at, &[CueClass::TableCaption]);
    cue.is_some_and(|(_, cue)| cue.value.as_deref() == Some("begun"))
}

/// `tổ chức lễ khởi công cầu Rạch Vong`
pub(super) fn breaks_ground(block: &Block<'_>) -> bool {
    let is_ceremony = |i: &usize| block.scene.cue(*i, &[CueClass::EventKind]).is_some();
    (0..block.scene.text.tokens.len()).filter(is_ceremony).any(|i| begins(block, i))
}

fn line(block: &Block<'_>, is_headline: bool) -> Line {
    let all = 0..block.scene.text.tokens.len();
    let days = Days::of(block, is_headline);
    let mut found: Vec<(Sense, Time)> = Vec::new();
    for (sense, time) in time::sensed(block, all) {
        // `năm 2024 (từ ngày 15/12/2023 đến ngày 14/12/2024)`: the brackets say it exactly.
        let opened = time.words.start.checked_sub(1).filter(|open| block.scene.key(*open) == "(");
        if found.last().is_some_and(|(_, last)| Some(last.words.end) == opened) {
            found.pop();
        }
        if dates(block, sense, &time) || days.are_of_figures(block, sense, &time) {
            found.push((sense, time));
        }
    }
    let mut line = Line { during: None, until: None, day: None };
    for (sense, time) in found {
        let slot = match sense {
            Sense::During => &mut line.during,
            Sense::Day if !is_counted(block, time.words.start) => &mut line.day,
            _ => &mut line.until,
        };
        slot.get_or_insert(time.period);
    }
    line
}

/// Whether a time of a paragraph can be that of a table: no baseline, and no day but that of a count.
fn dates(block: &Block<'_>, sense: Sense, time: &Time) -> bool {
    const AGAINST: &[CueClass] = &[CueClass::TableVersus, CueClass::TableAttainment];
    match sense {
        Sense::Day => is_counted(block, time.words.start),
        Sense::Now | Sense::Since => false,
        _ => block.scene.cue_before(time.words.start, AGAINST).is_none(),
    }
}

/// Whether what was done on the day at a token is a measurement or a count (`lấy mẫu nước sông Cầu ngày 6/8`, `kết quả
/// bầu cử ngày 23/5`), not the telling of one: of the words before it the nearest decides.
fn is_measured(block: &Block<'_>, at: usize) -> bool {
    let scene = &block.scene;
    let near = (0..at).rev().take_while(|i| !matches!(scene.key(*i), "," | ";" | ":" | "(" | "."));
    let measures = |i: usize| phrase_at(scene, i, lines::MEASURED).is_some();
    let told = near.map(|i| (measures(i), scene.cue(i, &[CueClass::ReportVerb]).is_some()));
    told.into_iter().find(|(measured, said)| *measured || *said).is_some_and(|(m, _)| m)
}

/// `thời điểm 30/6/2024`
fn is_counted(block: &Block<'_>, at: usize) -> bool {
    let is_moment =
        |i: usize| block.scene.cue(i, &[CueClass::TablePeriod]).is_some_and(|(len, _)| len > 1);
    (at.saturating_sub(3)..at).any(is_moment)
}

/// Which days of a line are those of figures: any of a headline (`Giá nông sản ngày 3/11`), one with its hour (`lúc 7
/// giờ ngày 7/5`), one on which results came about (`Sáng 27/5 … kết quả như sau`) or something was measured (`lấy mẫu
/// ngày 6/8`); none of a meeting.
struct Days {
    is_headline: bool,
    meetings: Meetings,
    /// The sentences that lead on to results, and do not say that they were reported.
    results: Vec<Tokens>,
}

impl Days {
    fn of(block: &Block<'_>, is_headline: bool) -> Self {
        let has = |sentence: &Tokens, class| {
            sentence.clone().any(|i| block.scene.cue(i, &[class]).is_some())
        };
        let leads_on = |sentence: &Tokens| {
            has(sentence, CueClass::TableResult)
                && has(sentence, CueClass::PartIntro)
                && !has(sentence, CueClass::ReportVerb)
        };
        let results = sentences(block.scene.text).into_iter().filter(leads_on).collect();
        Self { is_headline, meetings: Meetings::of(block), results }
    }

    fn are_of_figures(&self, block: &Block<'_>, sense: Sense, time: &Time) -> bool {
        let at = time.words.start;
        let times = &block.mentions.times;
        let before = times.partition_point(|other| other.words.start < at).checked_sub(1);
        let has_hour = || {
            let hour = before.map(|i| &times[i]);
            hour.is_some_and(|hour| hour.sense == Sense::Occasion && hour.words.end == at)
        };
        let told = self.is_headline
            || stands_in(&self.results, at)
            || has_hour()
            || is_measured(block, at);
        sense == Sense::Day && told && !self.meetings.hold(sense, time)
    }
}

impl Lead<'_> {
    /// The time of figures that are planned, or were reached: of the nearest line that names one.
    pub(super) fn period(&self, planned: bool) -> Option<&Period> {
        self.near.iter().chain(&self.opening.lines).find_map(|Line { during, until, day }| {
            let (first, second) = if planned { (during, until) } else { (until, during) };
            first.as_ref().or(second.as_ref()).or(day.as_ref())
        })
    }
}
