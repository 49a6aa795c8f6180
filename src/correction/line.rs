//! A correction as it stands in a file: one JSON object a line, or one row of a table.
//!
//! `{"source": "a.html", "quote": "400", "prefix": "chỉ tiêu (", "suffix": " người", "field": "role", "value":
//! "target"}`. Everything but `quote` may be left out where it is clear without.

use super::error::Fault;
use super::value::set;
use super::{Correction, Quote, What};
use crate::record::Field;
use crate::words::words;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Name and version of the format.
pub const SCHEMA: &str = "de-an-06/correction/1";

words! {
    /// What a line says of its figure.
    Action {
        /// A field holds this.
        Set = "set",
        /// The words are no figure.
        NoFigure = "no_figure",
        /// The words are a figure.
        Add = "add",
    }
}

/// One correction. The words are those of the figure that it is about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Correction")]
pub(super) struct Line {
    /// Name and version of this format.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: Option<String>,
    /// Name of the input; its folders do not count.
    pub source: Option<String>,
    /// Address of the page; goes before `source`.
    pub url: Option<String>,
    /// What is said: a field (where `field` stands), that it is no figure, that it is one.
    pub action: Option<Action>,
    /// The field.
    pub field: Option<Field>,
    /// What it holds; nothing or `null` for none. A number is exact with a decimal point; a period is
    /// `2021-01-01..2022-12-31`, `2022-06` or `2022`, either end may be missing.
    pub value: Option<Value>,
    /// Of a link (`part_of`, `target`): the words of the other figure.
    pub to: Option<To>,
    /// The words of the figure: its number as it is printed.
    pub quote: String,
    /// Words before them, as many as tell them from others.
    #[serde(default)]
    pub prefix: String,
    /// Words behind them.
    #[serde(default)]
    pub suffix: String,
    /// The block that they stood in, from 0; tells places apart that the words do not.
    pub block: Option<usize>,
    /// Yours.
    #[allow(dead_code, reason = "it is for people")]
    pub note: Option<String>,
}

/// The words of another figure.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct To {
    /// Its number as it is printed.
    pub quote: String,
    /// Words before it.
    #[serde(default)]
    pub prefix: String,
    /// Words behind it.
    #[serde(default)]
    pub suffix: String,
    /// The block that it stood in.
    pub block: Option<usize>,
}

impl Line {
    /// What it says.
    pub(super) fn said(self, from: (String, usize)) -> Result<Correction, Fault> {
        if let Some(other) = self.schema.filter(|schema| schema != SCHEMA) {
            return Err(Fault::Version(other));
        }
        if self.quote.trim().is_empty() {
            return Err(Fault::NoQuote);
        }
        let action = self.action.or(self.field.map(|_| Action::Set)).ok_or(Fault::NoAction)?;
        let value = self.value.filter(|value| !value.is_null());
        let given = self.field.is_some() || value.is_some() || self.to.is_some();
        let what = match (action, self.field) {
            (Action::Set, None | Some(Field::Figure)) => return Err(Fault::NoField),
            (Action::Set, Some(field)) => What::Set(set(field, value, self.to)?),
            (Action::NoFigure | Action::Add, _) if given => {
                return Err(Fault::TooMuch(action.as_str()));
            }
            (Action::NoFigure, _) => What::NoFigure,
            (Action::Add, _) => What::Add,
        };
        let words = Quote {
            quote: self.quote,
            prefix: self.prefix,
            suffix: self.suffix,
            block: self.block,
        };
        Ok(Correction { from, source: self.source, url: self.url, words, what })
    }
}

impl From<To> for Quote {
    fn from(To { quote, prefix, suffix, block }: To) -> Self {
        Self { quote, prefix, suffix, block }
    }
}

/// The JSON Schema of a line as indented JSON, with a line end after it.
#[must_use]
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    format!("{:#}\n", generator.into_root_schema_for::<Line>().as_value())
}
