//! The same indicator in one place: a column a period, rows for result, target and what they come
//! to, as people make it by hand.
//!
//! A value that one figure gives leads to its words. What two articles tell differently stands in
//! one cell, `1297 ≠ 1279`, and is marked.

use super::cells::exact;
use super::limits::COLUMNS;
use super::sheet::Sheet;
use crate::lexicon::Lexicon;
use crate::output::Lang;
use crate::output::columns::Cell;
use crate::output::series::{GridRow, HEAD, Measure};
use crate::series::{self, Figure, Line, Series};
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::io;

/// The sheet of a series. The lexicon names the categories.
pub(super) fn sheet(
    series: &Series,
    lexicon: &Lexicon,
    book: &mut Workbook,
    lang: Lang,
) -> io::Result<Sheet> {
    let names = category_names(lexicon, lang);
    let columns = HEAD.map(|name| if name == "category" { "category_name" } else { name });
    let mut sheet = Sheet::new(book, "summary", columns.into(), lang)?;
    let room = COLUMNS - HEAD.len();
    for period in series.periods.iter().take(room) {
        sheet.heading(&period.label, 16)?;
    }
    sheet.lost.periods = series.periods.len().saturating_sub(room);
    for line in &series.lines {
        for measure in Measure::ALL {
            let cells = line.cells.iter().map(|cell| (cell, measure.of(cell, series)));
            let cells: Vec<_> = cells.filter(|(_, said)| *said != Cell::Empty).collect();
            if cells.is_empty() {
                continue;
            }
            sheet.row()?;
            head(&mut sheet, line, measure, &names)?;
            for (cell, said) in cells {
                if cell.period < room {
                    sheet.move_to(HEAD.len() + cell.period)?;
                    write(&mut sheet, cell, measure, &said)?;
                }
            }
        }
    }
    sheet.columns.push("periods");
    sheet.filtered()
}

fn head(
    sheet: &mut Sheet,
    line: &Line,
    measure: Measure,
    names: &BTreeMap<&str, &str>,
) -> io::Result<()> {
    let row = GridRow { line, measure, cells: Vec::new() };
    for (name, cell) in HEAD.into_iter().zip(row.head()) {
        match (name, &cell) {
            ("category", Cell::Text(key)) => {
                let name = names.get(key.as_ref()).copied().unwrap_or(key);
                sheet.cell(&Cell::Text(name.into()))?;
            }
            ("measure", _) => sheet.words(name, &cell)?,
            _ => sheet.cell(&cell)?,
        }
    }
    Ok(())
}

fn write(
    sheet: &mut Sheet,
    cell: &series::Cell,
    measure: Measure,
    said: &Cell<'_>,
) -> io::Result<()> {
    let figures: &[Figure] = match measure {
        Measure::Result if cell.conflict => return sheet.wrong(&said.to_string()),
        Measure::Result => &cell.results,
        Measure::Target => &cell.targets,
        _ => &[],
    };
    let said = match said {
        Cell::Number(number) => exact(&[Some(*number)]).map(|digits| Cell::Text(digits.into())),
        _ => None,
    }
    .unwrap_or_else(|| said.clone());
    match figures {
        [figure] => sheet.link(&said, figure.link.as_deref()),
        _ => sheet.cell(&said),
    }
}

/// The name of every category, by its key; a user's own come first.
fn category_names(lexicon: &Lexicon, lang: Lang) -> BTreeMap<&str, &str> {
    let mut names = BTreeMap::new();
    for indicator in lexicon.entries.indicator.iter() {
        let name = match lang {
            Lang::Vi => &indicator.name_vi,
            Lang::En => &indicator.name_en,
        };
        names.entry(indicator.key.as_str()).or_insert(name.as_str());
    }
    names
}
