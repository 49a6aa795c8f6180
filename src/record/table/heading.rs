//! What the heading of a column says: whether its figures are targets, results, shares or changes,
//! when they were, in which unit, and which of its words say what is measured.
//!
//! `So sánh (%)` over `TH/KH` is one heading of two cells, read from the top down.

use super::label;
use super::rows::{Cell, Row};
use super::says::{Role, Says, direction, said};
use super::unit::{self, Unit};
use crate::lexicon::CueClass;
use crate::mention::Sense;
use crate::record::{Block, Period};
use crate::text::{TokenKind, Tokens};
use jiff::civil::Date;

/// The heading of one column.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// The kinds of column that its first words name.
    pub kinds: Vec<CueClass>,
    pub says: Says,
    pub period: Option<Period>,
    /// Whether it speaks of a year without saying which: `Kế hoạch năm`.
    pub of_year: bool,
    /// The unit that it names.
    pub unit: Option<Unit>,
    /// What it counts (`Số hộ nghèo`), and whether it says that it counts.
    pub counted: Option<(bool, Unit)>,
    /// Its words without role, time and unit, from the top down.
    pub words: Vec<String>,
    /// The place that its last words are.
    pub place: Option<String>,
    /// Whether it is the total of the columns beside it.
    pub is_total: bool,
    /// The row and first column of the cell over its last one.
    pub parent: Option<(usize, usize)>,
}

const KINDS: &[CueClass] = &[
    CueClass::TableOrdinal,
    CueClass::TableUnit,
    CueClass::TableLabel,
    CueClass::TablePlace,
    CueClass::TablePeriod,
    CueClass::TableNote,
    CueClass::TableIdentifier,
];

const ROLES: &[CueClass] = &[
    CueClass::TablePlan,
    CueClass::TableResult,
    CueClass::TableEstimate,
    CueClass::TablePrevious,
    CueClass::TableAttainment,
    CueClass::TableVersus,
    CueClass::TableChange,
];

/// What a cell that begins with one of these says, it says of the role alone; `Đạt chuẩn` and
/// `Tăng thêm` may be what is measured.
const NO_WORDS: &[CueClass] = &[
    CueClass::TablePlan,
    CueClass::TableEstimate,
    CueClass::TablePrevious,
    CueClass::TableAttainment,
    CueClass::TableVersus,
];

/// Reads the heading of a column in the heading rows of a table.
pub(super) fn read(blocks: &[Block<'_>], rows: &[Row], column: usize) -> Heading {
    let mut heading = Heading {
        kinds: Vec::new(),
        says: Says::Untold,
        period: None,
        of_year: false,
        unit: None,
        counted: None,
        words: Vec::new(),
        place: None,
        is_total: false,
        parent: None,
    };
    let path = rows.iter().enumerate().filter_map(|(i, row)| {
        let cell = row.cell(column)?;
        Some((i, &blocks[row.block], cell))
    });
    let path: Vec<_> = path.filter(|(_, block, cell)| says_something(block, cell)).collect();
    let mut roles = Vec::new();
    for (_, block, cell) in &path {
        heading.add(block, cell, &mut roles);
    }
    if let [.., (row, _, over), _] = path[..] {
        heading.parent = Some((row, over.columns.start));
    }
    heading.says = said(&roles);
    if heading.says == Says::Previous {
        heading.period.take_if(|period| !period.text.contains(|c: char| c.is_ascii_digit()));
    }
    heading
}

/// Whether a cell is no mere number or letter of a column: `A`, `3=2/1`.
fn says_something(block: &Block<'_>, cell: &Cell) -> bool {
    let text = block.scene.text;
    let years = cell.words.clone().any(|i| block.scene.year(i).is_some());
    let mut words = cell.words.clone().filter(|i| text.tokens[*i].kind == TokenKind::Word);
    years || words.any(|i| text.key(i).len() > 1) || text.key(cell.words.start) == "%"
}

impl Heading {
    fn add(&mut self, block: &Block<'_>, cell: &Cell, roles: &mut Vec<Vec<Role>>) {
        let scene = &block.scene;
        let (start, end) = (cell.words.start, cell.words.end);
        self.kinds = kinds(block, cell);
        self.is_total = scene.cue(start, &[CueClass::TableTotal]).is_some();
        self.of_year |= cell.words.clone().any(|i| scene.is_year_unit(i));
        let is_role = |classes| scene.cue(start, classes).is_some();
        let unit = unit::named(scene, cell.words.clone())
            .filter(|(words, unit)| *words != cell.words || !is_role(ROLES) && !unit.counts());
        let mut taken: Vec<Tokens> = unit.iter().map(|(words, _)| words.clone()).collect();
        if let Some((_, unit)) = unit {
            self.unit = Some(unit);
        }
        if let Some((words, period)) = period(block, cell.words.clone()) {
            self.period = Some(period);
            taken.push(words);
        }
        let mut named = Vec::new();
        let mut at = start;
        while at < end {
            let cue = scene.cue(at, ROLES).filter(|(len, _)| at + len <= end);
            named.extend(cue.map(|(_, cue)| (cue.class, direction(block, cell.words.clone()))));
            at += cue.map_or(1, |(len, _)| len);
        }
        let rest = label::cut(scene, rest(block, cell.words.clone(), &taken)).words;
        if !rest.is_empty() && !is_role(NO_WORDS) && !is_only_role(block, rest.clone()) {
            let place = block.place_at(rest.start);
            self.place =
                place.filter(|(len, _)| *len == rest.len()).map(|(_, place)| place.name.clone());
            let counted = unit::counted(scene, cell.words.clone());
            self.counted = counted.filter(|_| self.place.is_none()).or(self.counted.take());
            self.words.push(scene.text.slice(rest).to_owned());
        }
        roles.push(named);
    }
}

/// Whether words are those of a role or total, and small words.
fn is_only_role(block: &Block<'_>, words: Tokens) -> bool {
    const SMALL: &[CueClass] = &[CueClass::Filler, CueClass::YearWord];
    let scene = &block.scene;
    let mut at = words.start;
    while at < words.end {
        let role = scene.cue(at, ROLES).or_else(|| scene.cue(at, &[CueClass::TableTotal]));
        at += match role.or_else(|| scene.cue(at, SMALL)) {
            Some((len, _)) => len,
            None if !scene.is_word(at) => 1,
            None => return false,
        };
    }
    true
}

/// The kinds of column that the first words of a cell name.
fn kinds(block: &Block<'_>, cell: &Cell) -> Vec<CueClass> {
    let named = KINDS.iter().filter(|kind| {
        let cue = block.scene.cue(cell.words.start, &[**kind]);
        cue.is_some_and(|(len, _)| {
            let strict = matches!(kind, CueClass::TablePeriod | CueClass::TableIdentifier);
            !strict || len == cell.words.len() || **kind == CueClass::TableIdentifier
        })
    });
    named.copied().collect()
}

/// The time that some words of a block speak of: a phrase, else a bare year.
pub(super) fn period(block: &Block<'_>, words: Tokens) -> Option<(Tokens, Period)> {
    let scene = &block.scene;
    let made = |tokens: &Tokens, start, end| {
        let text = scene.text.slice(tokens.clone()).to_owned();
        (tokens.clone(), Period { start, end, text })
    };
    let times = &block.mentions.times;
    let from = times.partition_point(|time| time.words.start < words.start);
    let phrase = times[from..].iter().take_while(|t| t.words.end <= words.end).find(|time| {
        let dated = time.span.start.is_some() || time.span.end.is_some();
        dated && !matches!(time.sense, Sense::Baseline | Sense::Habitual | Sense::Occasion)
    });
    if let Some(time) = phrase {
        return Some(made(&time.words, time.span.start, time.span.end));
    }
    let (at, year) = words.clone().find_map(|i| Some((i, scene.year(i)?)))?;
    let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    Some(made(&(at..at + 1), Some(first), Some(last)))
}

/// The words of a cell from the first to the last that is not taken by unit or time.
fn rest(block: &Block<'_>, words: Tokens, taken: &[Tokens]) -> Tokens {
    let free = |i: &usize| {
        !taken.iter().any(|tokens| tokens.contains(i))
            && block.scene.is_word(*i)
            && block.scene.cue(*i, &[CueClass::YearWord]).is_none()
    };
    let first = words.clone().find(free);
    let last = words.clone().rev().find(free);
    first.zip(last).map_or(words.end..words.end, |(first, last)| first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_rows;
    use super::*;

    /// Says, unit, year and words of a heading, as `headings.txt` writes them.
    fn shown(heading: &str) -> String {
        let lines: Vec<String> =
            heading.split(" > ").map(|cell| format!("STT | Chỉ tiêu | {cell}")).collect();
        with_rows(&lines, |blocks, rows| {
            let heading = read(blocks, rows, 2);
            let unit = heading.unit.map(|unit| format!("{} {}", unit.scale, unit.text));
            let year = heading.period.and_then(|period| {
                let until = if period.start.is_none() { "…" } else { "" };
                Some(format!("{until}{}", period.start.or(period.end)?.year()))
            });
            let words = Some(heading.words.join(" > ")).filter(|words| !words.is_empty());
            let fields = [Some(format!("{:?}", heading.says)), unit, year, words];
            fields.map(|field| field.unwrap_or_else(|| "-".to_owned())).join(" | ")
        })
    }

    #[test]
    fn headings_say_what_stands_under_them() {
        let cases = include_str!("headings.txt").lines().filter(|line| !line.starts_with('#'));
        let mut wrong = Vec::new();
        for case in cases {
            let (heading, want) = case.split_once(" | ").unwrap();
            let shown = shown(heading);
            if shown != want {
                wrong.push(format!("{heading} | {shown}, not {want}"));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
