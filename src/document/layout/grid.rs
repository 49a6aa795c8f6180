//! Tables between ruling lines.
//!
//! Lines that touch are one table; where they stand are its columns and rows. Two fields that no
//! line divides are one cell. A frame around a text, or the line under a heading, is no table.

use super::leaf::{Leaf, Ruling, Run, Unit};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// Where its columns begin and end.
    pub(super) columns: Vec<Unit>,
    /// Its upper and lower end.
    pub(super) y: (Unit, Unit),
    /// Its rows, each with its cells from the left.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// What stands in it.
    pub(super) runs: Vec<Run>,
    /// How many columns and rows it takes.
    pub(super) span: (usize, usize),
}

/// Lines that are no further apart than this are the same.
const NEAR: Unit = 300;

/// How many lines a page may have for its tables to be looked for.
const MAX_RULINGS: usize = 3000;

/// Most fields of a grid; what has more is a drawing, too.
const MAX_FIELDS: usize = 10_000;

/// Takes the tables out of a page.
pub(super) fn take(leaf: &mut Leaf) -> Vec<Table> {
    let rulings = merged(std::mem::take(&mut leaf.rulings));
    if rulings.len() > MAX_RULINGS {
        return Vec::new();
    }
    let mut groups = groups(&rulings);
    groups.sort_by_key(|group| extent(group, |ruling| ruling.y));
    let mut tables: Vec<Table> =
        groups.iter().filter_map(|group| table(group, &mut leaf.runs)).collect();
    tables.sort_by_key(|table| table.y);
    tables
}

/// Pieces of one line put together.
fn merged(mut rulings: Vec<Ruling>) -> Vec<Ruling> {
    rulings.sort_by_key(|ruling| match ruling.is_level() {
        true => (0, ruling.y.0 / NEAR, ruling.x.0),
        false => (1, ruling.x.0 / NEAR, ruling.y.0),
    });
    let mut whole: Vec<Ruling> = Vec::new();
    for ruling in rulings {
        match whole
            .last_mut()
            .filter(|last| last.is_level() == ruling.is_level() && touch(last, &ruling))
        {
            Some(last) => {
                let (level, upright) = (ruling.is_level(), !ruling.is_level());
                last.x.1 = if level { last.x.1.max(ruling.x.1) } else { last.x.1 };
                last.y.1 = if upright { last.y.1.max(ruling.y.1) } else { last.y.1 };
            }
            None => whole.push(ruling),
        }
    }
    whole
}

fn touch(a: &Ruling, b: &Ruling) -> bool {
    let near = |a: (Unit, Unit), b: (Unit, Unit)| a.0 <= b.1 + NEAR && b.0 <= a.1 + NEAR;
    near(a.x, b.x) && near(a.y, b.y)
}

/// Lines that touch, directly or by others.
fn groups(rulings: &[Ruling]) -> Vec<Vec<Ruling>> {
    let mut left: Vec<Ruling> = rulings.to_vec();
    let mut groups = Vec::new();
    while let Some(first) = left.pop() {
        let mut group = vec![first];
        let mut at = 0;
        while let Some(&ruling) = group.get(at) {
            left.retain(|other| {
                let joins = touch(&ruling, other);
                if joins {
                    group.push(*other);
                }
                !joins
            });
            at += 1;
        }
        groups.push(group);
    }
    groups
}

fn extent(group: &[Ruling], of: fn(&Ruling) -> (Unit, Unit)) -> (Unit, Unit) {
    let low = group.iter().map(|ruling| of(ruling).0).min().unwrap_or(0);
    (low, group.iter().map(|ruling| of(ruling).1).max().unwrap_or(low))
}

/// Where the lines stand, those near each other once.
fn places(mut at: Vec<Unit>) -> Vec<Unit> {
    at.sort_unstable();
    at.dedup_by(|next, kept| *next - *kept <= NEAR);
    at
}

/// The table of a group of lines, with its text taken off the page.
fn table(group: &[Ruling], runs: &mut Vec<Run>) -> Option<Table> {
    let level = || group.iter().filter(|ruling| ruling.is_level());
    let upright = || group.iter().filter(|ruling| !ruling.is_level());
    let (x, y) = (extent(group, |ruling| ruling.x), extent(group, |ruling| ruling.y));
    let mut columns: Vec<Unit> = upright().map(|ruling| ruling.x.0).collect();
    if columns.is_empty() {
        return None;
    }
    // Tables are often open at their sides.
    columns.extend([x.0, x.1]);
    let columns = places(columns);
    let lines = places(level().map(|ruling| ruling.y.0).chain([y.0, y.1]).collect());
    let (wide, high) = (columns.len() - 1, lines.len() - 1);
    if !(2..=MAX_FIELDS).contains(&(wide * high)) || level().count() < 2 {
        return None;
    }
    let middle = |at: &[Unit], index: usize| i32::midpoint(at[index], at[index + 1]);
    let is_fenced = |row: usize, column: usize| {
        let y = middle(&lines, row);
        let near = |ruling: &Ruling| (ruling.x.0 - columns[column]).abs() <= NEAR;
        upright().any(|ruling| near(ruling) && ruling.y.0 <= y && y <= ruling.y.1)
    };
    let is_floored = |row: usize, column: usize| {
        let x = middle(&columns, column);
        let near = |ruling: &Ruling| (ruling.y.0 - lines[row]).abs() <= NEAR;
        level().any(|ruling| near(ruling) && ruling.x.0 <= x && x <= ruling.x.1)
    };
    // The cell of every field.
    let mut fields = vec![vec![usize::MAX; wide]; high];
    let mut cells: Vec<(usize, Cell)> = Vec::new();
    for row in 0..high {
        for column in 0..wide {
            if fields[row][column] != usize::MAX {
                continue;
            }
            let is_free = |row: usize, column: usize| fields[row][column] == usize::MAX;
            let right = (column + 1..wide).find(|&at| is_fenced(row, at) || !is_free(row, at));
            let right = right.unwrap_or(wide);
            let below = (row + 1..high).find(|&at| {
                is_floored(at, column) || !(column..right).all(|column| is_free(at, column))
            });
            let below = below.unwrap_or(high);
            for line in &mut fields[row..below] {
                line[column..right].fill(cells.len());
            }
            let span = (right - column, below - row);
            cells.push((row, Cell { runs: Vec::new(), span }));
        }
    }
    let field = |run: &Run| {
        let place =
            |at: &[Unit], place: Unit| at.partition_point(|&edge| edge <= place).checked_sub(1);
        let (x, y) = (i32::midpoint(run.x.0, run.x.1), run.base - run.size / 3);
        fields.get(place(&lines, y)?)?.get(place(&columns, x)?).copied()
    };
    let mut filled: Vec<usize> = runs.iter().filter_map(field).collect();
    filled.sort_unstable();
    filled.dedup();
    if filled.len() < 2 {
        return None;
    }
    runs.retain(|run| match field(run) {
        Some(cell) => {
            cells[cell].1.runs.push(run.clone());
            false
        }
        None => true,
    });
    let mut rows: Vec<Vec<Cell>> = vec![Vec::new(); high];
    for (row, cell) in cells {
        rows[row].push(cell);
    }
    Some(Table { columns, y, rows })
}

#[cfg(test)]
mod tests {
    use super::super::leaf::Face;
    use super::*;

    fn level(y: Unit, x: (Unit, Unit)) -> Ruling {
        Ruling { x, y: (y, y) }
    }

    fn upright(x: Unit, y: (Unit, Unit)) -> Ruling {
        Ruling { x: (x, x), y }
    }

    fn run(text: &str, x: Unit, base: Unit) -> Run {
        Run {
            text: text.to_owned(),
            line: 0,
            x: (x, x + 1000),
            word: x + 1000,
            base,
            size: 1000,
            face: Face::default(),
        }
    }

    #[test]
    fn fields_without_a_line_between_them_are_one_cell() {
        let rulings = vec![
            level(0, (0, 20_000)),
            level(2000, (0, 10_000)),
            level(2000, (10_020, 20_000)),
            level(4000, (0, 20_000)),
            upright(0, (0, 4000)),
            upright(10_000, (2000, 4000)),
            upright(20_000, (0, 4000)),
        ];
        let runs = vec![
            run("Kết quả", 9000, 1500),
            run("Lúa", 1000, 3500),
            run("12", 12_000, 3500),
            run("Ngoài", 0, 9000),
        ];
        let mut leaf = Leaf { height: 84_000, runs, rulings };
        let tables = take(&mut leaf);
        assert_eq!(leaf.runs.len(), 1, "what stands outside stays");
        let [table] = tables.as_slice() else { panic!("one table") };
        let told = |row: usize| -> Vec<(usize, &str)> {
            table.rows[row].iter().map(|cell| (cell.span.0, cell.runs[0].text.as_str())).collect()
        };
        assert_eq!(told(0), [(2, "Kết quả")]);
        assert_eq!(told(1), [(1, "Lúa"), (1, "12")]);
    }

    #[test]
    fn a_frame_is_no_table() {
        let rulings = vec![
            level(0, (0, 20_000)),
            level(4000, (0, 20_000)),
            upright(0, (0, 4000)),
            upright(20_000, (0, 4000)),
        ];
        let mut leaf = Leaf { height: 84_000, runs: vec![run("Lưu ý", 1000, 2000)], rulings };
        assert!(take(&mut leaf).is_empty());
        assert_eq!(leaf.runs.len(), 1);
    }
}
