//! Parquet holds the flat columns with their types, whatever the number of row groups.

use crate::{bytes_of, plain, sample, writer};
use de_an_06::Report;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::columns::{COLUMNS, Cell, Kind};
use de_an_06::output::series::{FIGURE_COLUMNS, figures};
use de_an_06::output::{Format, Look};
use de_an_06::series::Gathering;
use parquet::basic::{Encoding, LogicalType};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use rust_decimal::Decimal;
use std::fs::File;
use std::io::{ErrorKind, Write};

fn opened(reports: &[Report]) -> SerializedFileReader<File> {
    reader(&bytes_of("parquet", Look::default(), reports))
}

fn reader(bytes: &[u8]) -> SerializedFileReader<File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    SerializedFileReader::new(file).unwrap()
}

/// The cells as CSV prints them, numbers without trailing zeros.
fn cells(reader: &SerializedFileReader<File>) -> Vec<Vec<String>> {
    let rows = reader.get_row_iter(None).unwrap().map(Result::unwrap);
    let printed = |(_, field): (&String, &Field)| match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Long(count) => count.to_string(),
        Field::Date(_) => field.to_string()[..10].to_owned(),
        Field::Decimal(decimal) => {
            let units = decimal.data().iter().fold(0, |units, &byte| units << 8 | i128::from(byte));
            let scale = u32::try_from(decimal.scale()).unwrap();
            Decimal::from_i128_with_scale(units, scale).normalize().to_string()
        }
        other => panic!("{other:?}"),
    };
    rows.map(|row| row.get_column_iter().map(printed).collect()).collect()
}

#[test]
fn it_reads_back_as_the_same_cells_as_csv() {
    let csv = plain("csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let mut expected: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
    for row in &mut expected {
        for (column, cell) in COLUMNS.iter().zip(row) {
            if column.kind == Kind::Number && !cell.is_empty() {
                *cell = cell.parse::<Decimal>().unwrap().normalize().to_string();
            }
        }
    }
    assert_eq!(cells(&opened(&[sample::report()])), expected);
}

#[test]
fn columns_have_the_types_of_their_kinds() {
    let reader = opened(&[sample::report()]);
    let metadata = reader.metadata();
    let schema = metadata.file_metadata().schema_descr();
    for (column, written) in COLUMNS.iter().zip(schema.columns()) {
        let logical = written.logical_type_ref().cloned();
        assert_eq!(written.name(), column.name);
        match column.kind {
            Kind::Text => assert_eq!(logical, Some(LogicalType::String)),
            Kind::Day => assert_eq!(logical, Some(LogicalType::Date)),
            Kind::Count => assert_eq!((logical, written.type_length()), (None, -1)),
            Kind::Number => {
                assert_eq!((written.type_precision(), written.type_scale()), (38, 9));
            }
        }
    }
    let text = metadata.row_group(0).column(0);
    assert!(text.encodings().any(|encoding| encoding == Encoding::RLE_DICTIONARY));
}

#[test]
fn the_file_says_what_made_it_and_nothing_of_the_machine() {
    let reader = opened(&[sample::report()]);
    let file = reader.metadata().file_metadata();
    let made_by = concat!("de-an-06 version ", env!("CARGO_PKG_VERSION"));
    assert_eq!(file.created_by(), Some(made_by));
    let run = || bytes_of("parquet", Look::default(), &[sample::report()]);
    assert_eq!(run(), run());
}

#[test]
fn rows_leave_in_groups() {
    let mut writer = writer("parquet", Look::default());
    let report = sample::report();
    let mut file = tempfile::tempfile().unwrap();
    let enough = 20_000 / report.records.len();
    for _ in 0..enough {
        writer.add(&report, &mut file).unwrap();
    }
    assert!(file.metadata().unwrap().len() > 1_000, "nothing is written before the end");
    writer.finish(&mut file).unwrap();
    let reader = SerializedFileReader::new(file).unwrap();
    let rows: Vec<_> =
        reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!(rows, [16_384, 19_999 - 16_384]);
    let once = cells(&opened(&[report]));
    for (row, expected) in cells(&reader).iter().zip(once.iter().cycle()) {
        assert_eq!(row, expected);
    }
}

#[test]
fn no_figure_gives_a_file_with_columns() {
    let reader = opened(&[]);
    assert_eq!(reader.metadata().file_metadata().schema_descr().num_columns(), COLUMNS.len());
    assert!(cells(&reader).is_empty());
}

#[test]
fn a_number_that_does_not_fit_is_named() {
    let mut report = sample::report();
    report.records[4].value = "0.0123456789".parse().unwrap();
    let mut writer = writer("parquet", Look::default());
    let error = writer.add(&report, &mut Vec::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidData);
    assert_eq!(
        error.to_string(),
        "Parquet cannot hold r5 of bai/ket-qua.html: `value` is 0.0123456789, which has more than 9 \
         decimal places"
    );
}

#[test]
fn lines_of_several_articles_are_one_row_a_figure() {
    let mut gathering = Gathering::new(Lexicon::built_in());
    gathering.add(&sample::report());
    let series = gathering.finish();
    let expected: Vec<Vec<_>> =
        figures(&series).map(|cells| cells.iter().map(Cell::to_string).collect()).collect();
    assert!(expected.len() > 1, "{expected:?}");

    let mut bytes = Vec::new();
    let line_up = Format::named("parquet").unwrap().line_up.unwrap();
    line_up(&series, Look::default(), &mut bytes).unwrap();
    let reader = reader(&bytes);
    let schema = reader.metadata().file_metadata().schema_descr();
    for ((name, _), column) in FIGURE_COLUMNS.iter().zip(schema.columns()) {
        assert_eq!(column.name(), *name);
    }
    assert_eq!(cells(&reader), expected);
}
