//! Tables without lines: columns held apart by white, the same white in row after row.
//!
//! Three columns in three rows are a table, and so are two if the right one holds figures. A row
//! without a first cell goes on with the cells of the row above, if it holds no figure or that is the
//! head. Columns of
//! sentences are none.

use super::grid::{Cell, Table};
use super::leaf::{Run, Unit};
use super::row::Row;
use super::zone::{White, common, white};

/// The table that begins with the first row, and how many rows it takes.
pub(super) fn table(rows: &[Row]) -> Option<(Table, usize)> {
    let first = rows.first().filter(|row| row.runs.len() > 1)?;
    let mut shared = white(first);
    let mut count = 1;
    let mut whites = inner(&shared, first);
    for (row, above) in rows[1..].iter().zip(rows) {
        let next = common(&shared, &white(row), row.size / 2);
        let left = inner(&next, first);
        let is_near = row.base - above.base <= row.size * 5 / 2;
        let belongs = row.runs.len() > 1 || goes_on(row, &left);
        if left.is_empty() || left.len() < whites.len() && left.len() < 2 || !is_near || !belongs {
            break;
        }
        (shared, whites) = (next, left);
        count += 1;
    }
    while count > 1 && rows[count - 1].runs.len() < 2 && !goes_on(&rows[count - 1], &whites) {
        count -= 1;
    }
    let rows = &rows[..count];
    let columns = whites.len() + 1;
    let full = rows.iter().filter(|row| row.runs.len() > 1).count();
    let figures = rows.iter().filter(|row| row.runs.len() > 1 && ends_in_figure(row)).count();
    let is_table = match columns {
        0..2 => false,
        2 => full >= 3 && figures * 10 >= full * 6,
        _ => full >= 3 && figures * 10 >= full * 4,
    };
    is_table.then(|| (build(rows, &whites), count))
}

/// White between columns.
fn inner(shared: &[White], first: &Row) -> Vec<White> {
    let (left, right) = first.x();
    let is_inner = |white: &&White| white.start >= left && white.end <= right;
    shared.iter().filter(is_inner).cloned().collect()
}

/// Whether a row of one run continues a cell: it stands under one column alone.
fn goes_on(row: &Row, whites: &[White]) -> bool {
    let (left, _) = row.x();
    !whites.is_empty()
        && !row.text().contains(|c: char| c.is_ascii_digit())
        && column(left, whites) < whites.len()
        || whites.len() > 1 && column(left, whites) > 0
}

fn column(left: Unit, whites: &[White]) -> usize {
    whites.iter().filter(|white| white.end <= left).count()
}

fn ends_in_figure(row: &Row) -> bool {
    row.runs.last().is_some_and(is_figure)
}

/// Whether a run is a figure: `1.297`, `45,2%`, `-`, `12 ha`.
pub(super) fn is_figure(run: &Run) -> bool {
    let digits = run.text.chars().filter(char::is_ascii_digit).count();
    let letters = run.text.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0 && letters <= digits + 4 || matches!(run.text.as_str(), "-" | "–")
}

fn build(rows: &[Row], whites: &[White]) -> Table {
    let edges = whites.iter().map(|white| i32::midpoint(white.start, white.end));
    let mut columns: Vec<Unit> = edges.collect();
    let (left, right) = rows
        .iter()
        .map(Row::x)
        .fold((Unit::MAX, 0), |(left, right), x| (left.min(x.0), right.max(x.1)));
    columns.insert(0, left);
    columns.push(right);
    let mut table: Vec<Vec<Cell>> = Vec::new();
    for row in rows {
        let mut cells: Vec<Cell> = vec![Cell { runs: Vec::new(), span: (1, 1) }; whites.len() + 1];
        for run in &row.runs {
            cells[column(run.x.0, whites)].runs.push(run.clone());
        }
        let has_figure = |run: &Run| run.text.contains(|c: char| c.is_ascii_digit());
        let is_short = cells[0].runs.is_empty() || row.runs.len() == 1;
        let in_head =
            table.len() == 1 && !table[0].iter().any(|cell| cell.runs.iter().any(is_figure));
        let is_rest = is_short && (in_head || !row.runs.iter().any(has_figure));
        match table.last_mut().filter(|_| is_rest) {
            Some(above) => {
                for (cell, more) in above.iter_mut().zip(cells) {
                    cell.runs.extend(more.runs);
                }
            }
            None => table.push(cells),
        }
    }
    let y =
        (rows.first().map_or(0, |row| row.base - row.size), rows.last().map_or(0, |row| row.base));
    Table { columns, y, rows: table }
}

#[cfg(test)]
mod tests {
    use super::super::leaf::set;
    use super::super::row::rows;
    use super::*;

    fn read(lines: &[&[(&str, Unit)]]) -> Option<Vec<Vec<String>>> {
        let text = |cell: &Cell| {
            let texts: Vec<&str> = cell.runs.iter().map(|run| run.text.as_str()).collect();
            texts.join(" ")
        };
        let (table, _) = table(&rows(set(lines)))?;
        Some(table.rows.iter().map(|row| row.iter().map(text).collect()).collect())
    }

    #[test]
    fn the_same_white_in_every_row_divides_columns() {
        let table = read(&[
            &[("Xã", 0), ("Kế hoạch", 8000), ("Thực hiện", 15_000)],
            &[("năm 2022", 8000), ("năm 2022", 15_000)],
            &[("Tân Lập", 0), ("120", 9000), ("134", 16_000)],
            &[("An Hòa và", 0), ("80", 9000), ("76", 16_000)],
            &[("vùng ven", 0)],
            &[("Bình Phú", 0), ("95", 9000), ("99", 16_000)],
        ]);
        let want: Vec<Vec<&str>> = vec![
            vec!["Xã", "Kế hoạch năm 2022", "Thực hiện năm 2022"],
            vec!["Tân Lập", "120", "134"],
            vec!["An Hòa và vùng ven", "80", "76"],
            vec!["Bình Phú", "95", "99"],
        ];
        assert_eq!(table.unwrap(), want);
    }

    #[test]
    fn columns_of_sentences_are_no_table() {
        assert_eq!(
            read(&[
                &[("Xã Tân Lập đã mở", 0), ("Xã An Hòa trồng", 15_000)],
                &[("14 lớp dạy nghề", 0), ("mới cây dừa", 15_000)],
                &[("cho nông dân.", 0), ("xen canh.", 15_000)],
            ]),
            None
        );
    }
}
