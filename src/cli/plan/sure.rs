//! How sure figures must be: `--min-confidence 0.8`.

use super::super::usage::{Usage, usage};
use rust_decimal::Decimal;

/// How sure figures must be, where anything was said of it.
pub(super) fn between(
    least: Option<String>,
    most: Option<String>,
) -> Result<Option<(Decimal, Decimal)>, Usage> {
    let read = |flag: &str, number: Option<String>, otherwise: Decimal| {
        let Some(number) = number else { return Ok(otherwise) };
        match number.replace(',', ".").parse::<Decimal>() {
            Ok(read) if (Decimal::ZERO..=Decimal::ONE).contains(&read) => Ok(read),
            _ => usage(format!("{flag}: `{number}` is no number from 0 to 1, as 0.8")),
        }
    };
    let is_said = least.is_some() || most.is_some();
    let least = read("--min-confidence", least, Decimal::ZERO)?;
    let most = read("--max-confidence", most, Decimal::ONE)?;
    if least > most {
        return usage("--min-confidence is above --max-confidence, so no figure can be between");
    }
    Ok(is_said.then_some((least, most)))
}
