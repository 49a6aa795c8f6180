//! What the heading of a column says: whether its figures are targets, results, shares or changes,
//! when they were, in which unit, and which of its words say what is measured.
//!
//! `So sánh (%)` over `TH/KH` is one heading of two cells, read from the top down; what each of them adds says
//! `heading_cell`.

use super::heading_cell::Around;
use super::mark;
use super::role_words::ROLES;
use super::rows::{Cell, Row};
use super::says::{Says, said};
use super::shorthand;
use super::step::Step;
use super::time::Time;
use super::unit::Unit;
use crate::lexicon::CueClass;
use crate::mention::Scene;
use crate::record::Block;
use crate::text::TokenKind;

/// The heading of one column.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// The kinds of column that its first words name.
    pub kinds: Vec<CueClass>,
    pub says: Says,
    /// When its figures were, not what they are held against.
    pub time: Option<Time>,
    /// When that was which they are held against.
    pub base: Option<Time>,
    /// Whether it speaks of a year without saying which: `Kế hoạch năm`.
    pub of_year: bool,
    /// The unit that it names.
    pub unit: Option<Unit>,
    /// What it counts (`Số hộ nghèo`), and whether it says that it counts.
    pub counted: Option<(bool, Unit)>,
    /// Its words without role, time and unit, from the top down.
    pub words: Vec<String>,
    /// Whether it says that its figures are shares, and not of what: `Tỷ lệ (%)`.
    pub is_ratio: bool,
    /// Whether it says what is planned, too: `Tổng mức đầu tư`.
    pub is_amount: bool,
    /// Whether it says that its figures are shares, of whatever: `Tỷ lệ bao phủ`.
    pub is_share: bool,
    /// Whether its first word is a year, of which it does not say which: `Năm công nhận`.
    pub names_years: bool,
    /// Its last words where they say of which kind the times under it are: `Tháng`.
    pub kind_of_time: Option<String>,
    /// Whether its figures are parts of those before: `Trong đó`.
    pub is_part: bool,
    /// Whether it names places in a ranking.
    pub ranks: bool,
    /// The place that its last words are.
    pub place: Option<String>,
    /// Whether it is of lengths of time that are agreed: `Kỳ hạn`.
    pub is_of_terms: bool,
    /// Whether telephone numbers stand under it.
    pub is_contact: bool,
    /// Whether names stand under it: `Tên ngành`.
    pub names: bool,
    /// Whether it is the total of the columns beside it.
    pub is_total: bool,
    /// Whether it is one of those by which a total is split: `Đại học` under `Trình độ`. What it names is then no thing
    /// of its own that is counted.
    pub is_category: bool,
    /// Whether its figures are counted from the beginning of the year: `Cộng dồn`.
    pub is_cumulative: bool,
    /// Whether it sums things of several kinds.
    pub counts_none: bool,
    /// Whether it says itself what the signs of its figures mean: `Thừa (+), thiếu (-)`.
    pub explains_signs: bool,
    /// What is counted, where its figures are held against things: `So với phiếu hợp lệ`; none where they are held against
    /// a number, of whatever it is: `So với số dự thi`.
    pub held_against: Option<Option<Unit>>,
    /// How far before the time of the table that lies which it names so: `Tuần trước`.
    pub step: Step,
    /// The row and first column of the cell over its last one.
    pub parent: Option<(usize, usize)>,
}

/// The rows of a heading in which grades stand: beside `Chưa đạt` `Đạt` is one, and no role.
pub(super) fn graded(blocks: &[Block<'_>], rows: &[Row]) -> Vec<usize> {
    let fails = |block: &Block<'_>, cell: &Cell| {
        let (scene, start) = (&block.scene, cell.words.start);
        let not = scene.cue(start, &[CueClass::Negation]).map(|(len, _)| start + len);
        let what = not.and_then(|at| Some((at, scene.cue(at, &[CueClass::TableResult])?.0)));
        what.is_some_and(|(at, len)| at + len == cell.words.end)
    };
    let has_grade = |row: &Row| row.cells.iter().any(|cell| fails(&blocks[row.block], cell));
    (0..rows.len()).filter(|row| has_grade(&rows[*row])).collect()
}

/// The rows of a heading that name months as `T1 | T2`; `T2 | T3` alone are days of the week.
pub(super) fn monthly(blocks: &[Block<'_>], rows: &[Row]) -> Vec<usize> {
    let first = |row: usize| {
        let months = rows[row].cells.iter().filter_map(|cell| {
            shorthand::month(&blocks[rows[row].block].scene, cell.words.clone())
        });
        let months: Vec<_> = months.filter_map(|month| month.period.start).collect();
        months.len() > 1 && months.iter().any(|start| start.month() == 1)
    };
    (0..rows.len()).filter(|row| first(*row)).collect()
}

/// Reads the heading of a column in the heading rows of a table, of which `graded` name grades and `monthly` months.
pub(super) fn read(
    blocks: &[Block<'_>],
    rows: &[Row],
    (graded, monthly): (&[usize], &[usize]),
    column: usize,
) -> Heading {
    let mut heading = Heading {
        kinds: Vec::new(),
        says: Says::Untold,
        time: None,
        base: None,
        of_year: false,
        unit: None,
        counted: None,
        words: Vec::new(),
        is_ratio: false,
        is_amount: false,
        is_share: false,
        names_years: false,
        kind_of_time: None,
        is_part: false,
        ranks: false,
        place: None,
        is_of_terms: false,
        is_contact: false,
        names: false,
        held_against: None,
        is_total: false,
        is_category: false,
        is_cumulative: false,
        counts_none: false,
        explains_signs: false,
        step: Step::default(),
        parent: None,
    };
    let mut path: Vec<(usize, &Block<'_>, &Cell)> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let Some(cell) = row.cell(column) else { continue };
        let block = &blocks[row.block];
        let over = path.last().filter(|(_, over, cell)| is_kind_of_time(over, cell));
        if says_something(block, cell) || over.is_some_and(|_| is_number(&block.scene, cell)) {
            path.push((i, block, cell));
        }
    }
    let mut roles = Vec::new();
    let mut held = false;
    for (i, (row, block, cell)) in path.iter().enumerate() {
        let over = i.checked_sub(1).map(|over| (path[over].1, path[over].2));
        let (graded, monthly) = (graded.contains(row), monthly.contains(row));
        let around = Around { over, held, graded, monthly };
        held |= heading.add(block, cell, &around, &mut roles);
    }
    if let [.., (row, _, over), _] = path[..] {
        heading.parent = Some((row, over.columns.start));
    }
    heading.says = said(&roles);
    if heading.says == Says::Previous {
        heading.time.take_if(|time| !time.period.text.contains(|c: char| c.is_ascii_digit()));
    }
    heading
}

/// Whether a cell is no mere number or letter of a column: `A`, `3=2/1`.
fn says_something(block: &Block<'_>, cell: &Cell) -> bool {
    let text = block.scene.text;
    let years = cell.words.clone().any(|i| block.scene.year(i).is_some());
    let mut words = cell.words.clone().filter(|i| text.tokens[*i].kind == TokenKind::Word);
    years
        || words.any(|i| text.key(i).len() > 1 && mark::roman(text.key(i)).is_none())
        || cell.words.clone().any(|i| text.key(i) == "%")
        || block.scene.cue(cell.words.start, ROLES).is_some()
}

/// `Tháng`, `Năm học`: a cell that says of which kind the times under it are.
pub(super) fn is_kind_of_time(block: &Block<'_>, cell: &Cell) -> bool {
    let cue = block.scene.cue(cell.words.start, &[CueClass::TablePeriod]);
    cue.is_some_and(|(len, _)| len == cell.words.len())
}

/// `1`, `IV`
pub(super) fn is_number(scene: &Scene<'_>, cell: &Cell) -> bool {
    let at = cell.words.start;
    cell.words.len() == 1 && (scene.small(at, 12).is_some() || mark::roman(scene.key(at)).is_some())
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
            let heading = read(blocks, rows, (&[], &[]), 2);
            let unit = heading.unit.map(|unit| format!("{} {}", unit.scale, unit.text));
            let year = heading.time.and_then(|time| {
                let period = time.period;
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
