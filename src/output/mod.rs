//! A report in the formats that people use: JSON, lines, tables.
//!
//! Nothing is computed here; the same report gives the same bytes.
