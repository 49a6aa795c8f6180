//! Reports in a table of Parquet with the flat columns, a row a figure.

use super::json::{join, number};
use super::{Stored, StoredError};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use parquet::data_type::Decimal as Units;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use std::fs::File;

const EPOCH: Date = date(1970, 1, 1);

impl Stored {
    /// Reads a table.
    ///
    /// # Errors
    /// Where it is no table of Parquet, or one of something else.
    pub fn read_table(file: File) -> Result<Vec<Self>, StoredError> {
        let reader = SerializedFileReader::new(file)?;
        let mut all: Vec<Self> = Vec::new();
        for (line, row) in (1..).zip(reader.get_row_iter(None)?) {
            let row = row?;
            let cells: Map<String, Value> =
                row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect();
            join(&mut all, cells, false)
                .map_err(|error| StoredError::Line { line, message: error.to_string() })?;
        }
        Ok(all)
    }
}

/// A cell as JSON Lines have it.
fn value(field: &Field) -> Value {
    match field {
        Field::Str(text) => text.clone().into(),
        Field::Long(count) => (*count).into(),
        Field::Int(count) => (*count).into(),
        Field::Date(days) => {
            let day = EPOCH.checked_add(days.days());
            day.map_or(Value::Null, |day| day.to_string().into())
        }
        Field::Decimal(units) => {
            decimal(units).and_then(|value| number(&value.to_string())).unwrap_or(Value::Null)
        }
        _ => Value::Null,
    }
}

/// Units of the last decimal place as a number; none where they are more than it can hold.
fn decimal(units: &Units) -> Option<Decimal> {
    let bytes = units.data();
    let sign = if bytes.first()? & 0x80 == 0 { 0 } else { 0xff };
    let mut wide = [sign; 16];
    wide.get_mut(16_usize.checked_sub(bytes.len())?..)?.copy_from_slice(bytes);
    let (mut mantissa, mut scale) = (i128::from_be_bytes(wide), u32::try_from(units.scale()).ok()?);
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

impl From<ParquetError> for StoredError {
    fn from(error: ParquetError) -> Self {
        Self::Unreadable(error.to_string())
    }
}
