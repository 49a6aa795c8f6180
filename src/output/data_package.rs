//! `datapackage.json`: what stands in the tables beside it, for programs that load them (Data
//! Package, version 2).
//!
//! ```json
//! {"resources": [{"path": "figures.csv", "schema": {"fields": [{"name": "value", "type": "number"}]}}]}
//! ```
//!
//! It names the articles as sources. Nothing is said of licences: the pages do not tell them.

use super::columns::{COLUMNS, Column, Kind};
use super::csv::Dialect;
use super::wording::{about, heading, words};
use super::{Format, Lang, Writer};
use crate::Report;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// A table in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Its name, in the folder of the package.
    path: String,
    format: Format,
    /// Of CSV; the others have none.
    dialect: Dialect,
}

impl Resource {
    /// The table in a file of that name; none where the format has not the flat columns as text.
    #[must_use]
    pub fn new(path: String, format: Format, dialect: Dialect) -> Option<Self> {
        let dialect = if format.name == "csv" { dialect } else { Dialect::Plain };
        let resource = Self { path, format, dialect };
        resource.shape().map(|_| resource)
    }

    /// Media type and dialect.
    fn shape(&self) -> Option<(&'static str, TableDialect)> {
        match (self.format.name, self.dialect) {
            ("csv", Dialect::Plain) => Some(("text/csv", delimited(",", "\n"))),
            ("csv", Dialect::Excel) => Some(("text/csv", delimited(";", "\r\n"))),
            ("tsv", _) => Some(("text/tab-separated-values", delimited("\t", "\n"))),
            ("jsonl", _) => {
                Some(("application/jsonl", TableDialect::Items { item_type: "object" }))
            }
            _ => None,
        }
    }
}

/// Describes tables while reports are written to them.
#[derive(Debug)]
pub struct DataPackage {
    tables: Vec<Resource>,
    lang: Lang,
    sources: Vec<Source>,
    named: BTreeSet<String>,
}

impl DataPackage {
    /// A package of these tables.
    #[must_use]
    pub fn new(tables: Vec<Resource>, lang: Lang) -> Self {
        Self { tables, lang, sources: Vec::new(), named: BTreeSet::new() }
    }
}

impl Writer for DataPackage {
    fn add(&mut self, report: &Report, _out: &mut dyn Write) -> io::Result<()> {
        let name = &report.source.name;
        let path = report.source.url.clone();
        if self.named.insert(path.as_ref().unwrap_or(name).clone()) {
            let title = report.article.title.as_ref().unwrap_or(name).clone();
            self.sources.push(Source { title, path });
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let tables = self.tables.iter().enumerate();
        let package = Package {
            profile: PROFILE,
            resources: tables.filter_map(|(i, table)| described(i, table, self.lang)).collect(),
            sources: &self.sources,
        };
        serde_json::to_writer_pretty(&mut *out, &package)?;
        writeln!(out)
    }
}

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    resources: Vec<Described<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sources: &'a [Source],
}

#[derive(Debug, Serialize)]
struct Source {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Serialize)]
struct Described<'a> {
    name: String,
    r#type: &'static str,
    path: &'a str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: TableDialect,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum TableDialect {
    Delimited {
        header: bool,
        delimiter: &'static str,
        line_terminator: &'static str,
        quote_char: &'static str,
        double_quote: bool,
    },
    Items {
        item_type: &'static str,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: &'static str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<&'static str>,
    title: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    r#enum: Vec<&'static str>,
}

fn described(i: usize, table: &Resource, lang: Lang) -> Option<Described<'_>> {
    let (mediatype, dialect) = table.shape()?;
    let fields = COLUMNS.iter().map(|column| field(column, table.dialect, lang)).collect();
    Some(Described {
        name: format!("{}-{}", table.format.name, i + 1),
        r#type: "table",
        path: &table.path,
        format: table.format.name,
        mediatype,
        encoding: "utf-8",
        dialect,
        schema: Schema { fields, missing_values: [""] },
    })
}

fn delimited(delimiter: &'static str, line_terminator: &'static str) -> TableDialect {
    let (header, quote_char, double_quote) = (true, "\"", true);
    TableDialect::Delimited { header, delimiter, line_terminator, quote_char, double_quote }
}

fn field(column: &Column, dialect: Dialect, lang: Lang) -> Field {
    let name = column.name;
    let r#type = match column.kind {
        Kind::Text => "string",
        Kind::Number => "number",
        Kind::Count => "integer",
        Kind::Day => "date",
    };
    let comma = column.kind == Kind::Number && dialect == Dialect::Excel;
    let keys: Vec<_> = words(name, lang).into_iter().map(|(key, _)| key).collect();
    // Flags stand several in one cell.
    let closed = !keys.is_empty() && name != "flags";
    Field {
        name,
        r#type,
        decimal_char: comma.then_some(","),
        title: heading(name, lang),
        description: about(name, lang),
        constraints: closed.then_some(Constraints { r#enum: keys }),
    }
}
