//! What the label of a row says, and under which rows it stands.
//!
//! A row without figures heads the rows under it; `- nữ` stands under the row above it; `Tổng cộng` is the total of the
//! rows before it, or of those behind it where it comes first.

use super::body::Body;
use super::column::{Column, Holds};
use super::label::Label;
use super::line::{Above, Line};
use super::mark::{self, Rank};
use super::role_words;
use super::term;
use super::time;
use super::unit::{self, Unit};
use crate::lexicon::CueClass;
use crate::record::Block;
use crate::text::Tokens;

impl Body<'_, '_> {
    /// Reads a cell of a column of times; what stands in a second one (`Quý I` behind `2023`, `7h30` behind a day) is within
    /// the first.
    pub(super) fn date(&self, line: &mut Line, block: &Block<'_>, column: usize, words: Tokens) {
        let kind = self.columns[column].heading.kind_of_time.as_ref();
        let together = kind.and_then(|kind| time::under(kind, block, &words));
        let own = together.or_else(|| time::read(block, words.clone()));
        line.time = match (line.time.take(), own) {
            (Some(first), Some(own)) => Some(own.settled(Some(&first.period))),
            (first, own) => own.or(first),
        };
        self.say(line, block, words);
    }

    /// What a label says of the figures of its row, where no column says it; whether it says nothing else.
    fn say(&self, line: &mut Line, block: &Block<'_>, words: Tokens) -> bool {
        let said = || role_words::of_row(block, words.clone());
        let Some((says, unit)) = self.untold.then(said).flatten() else {
            return false;
        };
        line.says = Some(says);
        line.unit = unit.or(line.unit.take());
        // What it is held against is no time of it; it holds the row before against another.
        let held = role_words::against(block, words.clone()).map_or(words.end, |(at, _)| at);
        let before = || self.lines.last().and_then(|line| line.time.clone());
        line.time = time::read(block, words.start..held).or_else(before);
        true
    }

    /// What a label says of the figures of its row behind what they measure: `Lượt khách so với cùng kỳ (%)`.
    fn compare(&self, line: &mut Line, block: &Block<'_>, label: &Label) -> bool {
        let share = label.unit.as_ref().is_some_and(Unit::is_share);
        let held = || role_words::held(block, label.words.clone());
        let Some((at, says)) = (self.untold && share).then(held).flatten() else { return false };
        line.says = Some(says);
        line.label = Some(block.scene.text.slice(label.words.start..at).to_owned());
        line.time = time::read(block, label.words.start..at).or(line.time.take());
        true
    }

    /// Gives a line its label and its place among the others.
    pub(super) fn name(
        &mut self,
        mut line: Line,
        mut labels: Vec<(&Block<'_>, Label)>,
        rank: Option<Rank>,
    ) {
        let Some((block, own)) = labels.pop() else {
            return self.push(line, None, String::new(), None);
        };
        let scene = &block.scene;
        let mut words = scene.text.slice(own.words.clone()).to_owned();
        let kind = self.columns[self.side.clone()].iter().find(|c| c.holds == Holds::Label);
        let is_of_terms = kind.is_some_and(|column| column.heading.is_of_terms);
        let is_term = term::is_term(scene, own.words.clone(), is_of_terms);
        let needs_kind = own.words.len() == 1 && scene.is_digits(own.words.start);
        if needs_kind || is_term && !term::names(scene, own.words.start) {
            // `6` under `Khối` is `Khối 6`, `6 tháng` under `Kỳ hạn` is one of these.
            let kind = kind.and_then(|Column { heading, .. }| {
                let unit = heading.unit.as_ref().map(|unit| &unit.text);
                heading.words.last().or(unit)
            });
            words = kind.map_or(words.clone(), |kind| format!("{kind} {words}"));
        }
        let is_whole = |len: usize| len == own.words.len();
        line.is_total = is_total(block, &own.words);
        let place = block.area_at(own.words.start);
        let time = time::read(block, own.words.clone()).filter(|_| !is_term);
        let mut counts = true;
        match (place, time) {
            _ if line.is_total => line.label = Some(words.clone()),
            (Some((len, place)), _) if is_whole(len) => {
                line.place = Some(place.name.clone());
                counts = false;
            }
            (_, Some(time)) if is_whole(time.words.len()) => line.time = Some(time),
            _ if self.say(&mut line, block, own.words.clone()) => {}
            _ if self.compare(&mut line, block, &own) => {}
            _ => line.label = Some(words.clone()).filter(|words| !words.is_empty()),
        }
        let named = own.unit.clone();
        line.unit = own.unit.or(line.unit);
        // What only says a role, or where, counts nothing.
        let mut headings =
            self.columns[self.side.clone()].iter().filter(|c| c.holds == Holds::Label);
        let is_name = headings.next_back().is_some_and(|column| column.heading.names);
        let counted = unit::counted(scene, own.words.clone());
        line.counted =
            counted.filter(|(says, _)| counts && line.says.is_none() && (*says || !is_name));
        if self.untold && !line.fills && line.says.is_none() {
            line.says = role_words::of_heading_row(block, own.words.clone());
        }
        let counts = line.counted.clone().filter(|(says, _)| *says).map(|(_, unit)| unit);
        let unit = named.or(counts);
        let others =
            labels.iter().map(|(block, label)| block.scene.text.slice(label.words.clone()));
        line.path = others.map(str::to_owned).collect();
        let rank = if own.is_part { Some(mark::DASHED) } else { own.rank.or(rank) };
        let numbered = self.columns.iter().any(|column| column.holds == Holds::Ordinal);
        let sums = line.row == self.last && is_sum(block, &own.words);
        let under = (numbered || self.among) && !line.is_total && !sums && !self.above.is_empty();
        let rank = rank.or(under.then_some(mark::DASHED));
        if own.is_part && words.is_empty() {
            self.among = true;
        } else {
            self.push(line, rank, words, unit);
        }
    }

    /// Puts a line under those that it belongs to. One without a mark stands under the row that heads it.
    fn push(&mut self, mut line: Line, mark: Option<Rank>, label: String, unit: Option<Unit>) {
        let heads = !line.fills;
        let is_headed = mark.is_none() && !heads && !line.is_total;
        let rank = mark.unwrap_or(mark::UNMARKED);
        let holds = |above: &Above| above.rank < rank || is_headed && above.heads;
        while self.above.last().is_some_and(|above| !holds(above)) {
            self.above.pop();
        }
        let over = self.above.iter().rev().find_map(|above| above.time.as_ref());
        line.time = match (line.time.take(), over) {
            (Some(time), over) => Some(time.settled(over.map(|over| &over.period))),
            (None, over) => over.cloned(),
        };
        line.unit_over = self.above.iter().rev().find_map(|above| above.unit.clone());
        self.among &= rank >= mark::DASHED;
        let labels = self.above.iter().map(|above| &above.label).filter(|label| !label.is_empty());
        let path = labels.cloned().chain(line.path.drain(..)).collect();
        line.path = path;
        let label = if line.is_total { String::new() } else { label };
        if !heads && line.says.is_none() {
            line.says = self.above.iter().rev().find_map(|above| above.says);
        }
        let says = line.says.filter(|_| heads);
        let time = line.time.clone();
        let above = Above { rank, label, line: None, heads, time, unit, says };
        if line.figures.is_empty() {
            self.above.push(above);
            return;
        }
        let index = self.lines.len();
        line.whole = self.above.last().and_then(|above| above.line);
        if line.is_total {
            let parts = self.lines[self.group..].iter_mut().filter(|part| part.whole.is_none());
            let count = parts.map(|part| part.whole = Some(index)).count();
            self.total = (count == 0).then_some(index);
            self.group = index + 1;
        } else if line.whole.is_none() {
            line.whole = self.total;
        }
        self.above.push(Above { line: Some(index), ..above });
        self.lines.push(line);
    }
}

/// Whether a label names a total: `Tổng số`, `Cộng 3 huyện`; not `Tổng số học sinh`.
pub(super) fn is_total(block: &Block<'_>, label: &Tokens) -> bool {
    let cue = block.scene.cue(label.start, &[CueClass::TableTotal]);
    cue.is_some_and(|(len, cue)| len == label.len() || cue.value.as_deref() == Some("sum"))
}

/// Whether a label begins as that of a total or mean of all rows does: `Tổng điểm`, `Bình quân chung`.
fn is_sum(block: &Block<'_>, label: &Tokens) -> bool {
    block.scene.cue(label.start, &[CueClass::TableTotal, CueClass::Average]).is_some()
}
