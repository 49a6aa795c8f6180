//! A table of corrections: the fields of a line as columns, `to_quote` and its kin for links.
//!
//! Commas or semicolons divide it; in a table with semicolons, as spreadsheets with a decimal comma write
//! them, numbers have that comma. An empty cell is as good as none.

use super::line::{Action, Line, To};
use super::{Correction, Error, Fault};
use crate::record::Field;
use ::csv::{ReaderBuilder, StringRecord};
use serde_json::Value;

pub(super) fn read(file: &str, text: &str) -> Result<Vec<Correction>, Error> {
    let head = text.lines().next().unwrap_or_default();
    let has_semicolons = head.matches(';').count() > head.matches(',').count();
    let delimiter = if has_semicolons { b';' } else { b',' };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let fail = |line, fault| Error { file: file.to_owned(), line, fault };
    let broken = |error: &::csv::Error| {
        let line = error.position().map_or(1, |at| at.line());
        fail(usize::try_from(line).unwrap_or(usize::MAX), Fault::Csv(error.to_string()))
    };
    let columns = reader.headers().map_err(|error| broken(&error))?.clone();
    let mut all = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| broken(&error))?;
        let line = row.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(usize::MAX));
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let said = line_of(&columns, &row, has_semicolons)
            .and_then(|said| said.said((file.to_owned(), line)));
        all.push(said.map_err(|fault| fail(line, fault))?);
    }
    Ok(all)
}

fn line_of(columns: &StringRecord, row: &StringRecord, comma: bool) -> Result<Line, Fault> {
    let (mut line, mut to) = (Line::default(), To::default());
    for (column, cell) in columns.iter().zip(row) {
        let column = column.trim();
        let some = || Some(cell.to_owned()).filter(|cell| !cell.trim().is_empty());
        match column {
            "schema" => line.schema = some(),
            "source" => line.source = some(),
            "url" => line.url = some(),
            "action" => {
                line.action = some().map(|cell| one_of(column, &cell, Action::named)).transpose()?
            }
            "field" => {
                line.field = some().map(|cell| one_of(column, &cell, Field::named)).transpose()?
            }
            "value" => line.value = some().map(Value::from),
            "quote" | "text" => line.quote = cell.to_owned(),
            "prefix" => line.prefix = cell.to_owned(),
            "suffix" => line.suffix = cell.to_owned(),
            "block" => line.block = some().map(|cell| block(column, &cell)).transpose()?,
            "to_quote" => to.quote = cell.to_owned(),
            "to_prefix" => to.prefix = cell.to_owned(),
            "to_suffix" => to.suffix = cell.to_owned(),
            "to_block" => to.block = some().map(|cell| block(column, &cell)).transpose()?,
            "note" => line.note = some(),
            other => return Err(Fault::Column(other.to_owned())),
        }
    }
    let is_number = matches!(line.field, Some(Field::Value | Field::High | Field::Of));
    if let Some(Value::String(value)) = line.value.as_mut().filter(|_| comma && is_number) {
        *value = value.replace(',', ".");
    }
    line.to = Some(to).filter(|to| !to.quote.is_empty());
    Ok(line)
}

fn one_of<T>(column: &str, cell: &str, named: fn(&str) -> Option<T>) -> Result<T, Fault> {
    named(cell.trim()).ok_or_else(|| Fault::Csv(format!("`{column}` cannot be `{cell}`")))
}

fn block(column: &str, cell: &str) -> Result<usize, Fault> {
    let number = cell.trim().parse();
    number.map_err(|_| Fault::Csv(format!("`{column}` is a whole number, not `{cell}`")))
}

#[cfg(test)]
mod tests {
    use super::super::{Quote, What};
    use super::*;
    use crate::record::Set;

    #[test]
    fn a_row_is_a_correction_in_both_dialects() {
        let commas =
            "source,text,field,value,to_quote\na.html,\"12,5\",value,13.5,\na.html,5,target,,400\n";
        let semicolons = "source;text;field;value;to_quote\r\na.html;12,5;value;13,5;\r\n;;;;\r\na.html;5;target;;400\r\n";
        for text in [commas, semicolons] {
            let all = read("c.csv", text).unwrap();
            assert_eq!(all[0].what, What::Set(Set::Value("13.5".parse().unwrap())));
            assert_eq!(all[0].words.quote, "12,5");
            let to = Quote { quote: "400".into(), ..Quote::default() };
            assert_eq!(all[1].what, What::Set(Set::Target(Some(to))));
        }
    }

    #[test]
    fn another_table_is_refused_with_its_line() {
        for (text, want) in [
            ("quote,size\n4,5\n", "c:2: no correction has a column `size`"),
            (
                "quote,action\n4,add\n5,drop\n",
                "c:3: this is no row of a table: `action` cannot be `drop`",
            ),
            ("quote,action\n4\n", "c:2: this is no row of a table: "),
        ] {
            let error = read("c", text).unwrap_err().to_string();
            assert!(error.starts_with(want), "{error}");
        }
    }
}
