//! The JSON Schema of a report, draft 2020-12, from the types themselves.

use crate::Report;
use schemars::generate::SchemaSettings;

/// The schema as indented JSON, with a line end after it.
///
/// Numbers are exact decimals: a reader that holds them as binary floating point loses digits
/// beyond the fifteenth.
#[must_use]
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Report>();
    format!("{:#}\n", schema.as_value())
}
