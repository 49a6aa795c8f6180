//! The cells of one column until their group is written: the values there are, and for each row
//! whether it has one.
//!
//! `5,20` goes in as 5.2 in units of 0.000000001; nothing is ever rounded.

use crate::output::columns::{Cell, Kind};
use jiff::civil::{Date, date};
use parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int32Type, Int64Type,
};
use parquet::errors::Result;
use parquet::file::writer::SerializedColumnWriter;
use rust_decimal::Decimal;

/// Decimal places of every number.
const SCALE: u32 = 9;

const EPOCH: Date = date(1970, 1, 1);

pub(super) struct Held {
    name: &'static str,
    values: Values,
    defined: Vec<i16>,
}

enum Values {
    Text(Vec<ByteArray>),
    Number(Vec<FixedLenByteArray>),
    Count(Vec<i64>),
    Day(Vec<i32>),
}

impl Held {
    pub(super) fn new(name: &'static str, kind: Kind) -> Self {
        let values = match kind {
            Kind::Text => Values::Text(Vec::new()),
            Kind::Number => Values::Number(Vec::new()),
            Kind::Count => Values::Count(Vec::new()),
            Kind::Day => Values::Day(Vec::new()),
        };
        Self { name, values, defined: Vec::new() }
    }

    /// The column as Parquet's own notation has it.
    pub(super) fn field(&self) -> String {
        let name = self.name;
        match self.values {
            Values::Text(_) => format!("optional binary {name} (STRING); "),
            Values::Number(_) => {
                format!("optional fixed_len_byte_array(16) {name} (DECIMAL(38, {SCALE})); ")
            }
            Values::Count(_) => format!("optional int64 {name}; "),
            Values::Day(_) => format!("optional int32 {name} (DATE); "),
        }
    }

    /// Takes one cell, or says why it cannot be held.
    pub(super) fn push(&mut self, cell: Cell<'_>) -> Result<(), String> {
        let name = self.name;
        self.defined.push((cell != Cell::Empty).into());
        match (&mut self.values, cell) {
            (_, Cell::Empty) => {}
            (Values::Text(values), Cell::Text(text)) => values.push(text.as_ref().into()),
            (Values::Number(values), Cell::Number(number)) => {
                let units = units(number).ok_or_else(|| {
                    format!("`{name}` is {number}, which has more than {SCALE} decimal places")
                })?;
                values.push(units.to_be_bytes().to_vec().into());
            }
            (Values::Count(values), Cell::Count(count)) => {
                values.push(count.try_into().map_err(|error| format!("`{name}`: {error}"))?);
            }
            (Values::Day(values), Cell::Day(day)) => values.push((day - EPOCH).get_days()),
            (_, cell) => return Err(format!("`{name}` is `{cell}`, which is of another kind")),
        }
        Ok(())
    }

    /// Writes the cells, and holds none of them any more.
    pub(super) fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let defined = Some(self.defined.as_slice());
        match &mut self.values {
            Values::Text(values) => {
                column.typed::<ByteArrayType>().write_batch(values, defined, None)?;
                values.clear();
            }
            Values::Number(values) => {
                column.typed::<FixedLenByteArrayType>().write_batch(values, defined, None)?;
                values.clear();
            }
            Values::Count(values) => {
                column.typed::<Int64Type>().write_batch(values, defined, None)?;
                values.clear();
            }
            Values::Day(values) => {
                column.typed::<Int32Type>().write_batch(values, defined, None)?;
                values.clear();
            }
        }
        self.defined.clear();
        Ok(())
    }
}

/// The number in units of its last decimal place; none where it has more places.
fn units(number: Decimal) -> Option<i128> {
    let number = number.normalize();
    let places = SCALE.checked_sub(number.scale())?;
    number.mantissa().checked_mul(10_i128.checked_pow(places)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_or_refused() {
        for (number, expected) in [
            ("1297", Some(1_297_000_000_000)),
            ("5.20", Some(5_200_000_000)),
            ("-0.000000001", Some(-1)),
            ("0.1000000000000", Some(100_000_000)),
            ("0.0000000001", None),
            ("79228162514264337593543950335", Some(((1 << 96) - 1) * 1_000_000_000)),
        ] {
            assert_eq!(units(number.parse().unwrap()), expected, "{number}");
        }
    }

    #[test]
    fn days_count_from_1970() {
        for (day, count) in [(date(1970, 1, 2), 1), (date(1945, 9, 2), -8_887)] {
            let mut held = Held::new("period_start", Kind::Day);
            held.push(Cell::Day(day)).unwrap();
            assert!(matches!(&held.values, Values::Day(days) if *days == [count]), "{day}");
        }
    }

    #[test]
    fn a_cell_of_another_kind_is_refused() {
        let mut held = Held::new("block", Kind::Count);
        let refused = held.push(Cell::Text("ba".into())).unwrap_err();
        assert_eq!(refused, "`block` is `ba`, which is of another kind");
    }
}
