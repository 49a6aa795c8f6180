//! What an article is, as it stands in the report.

use super::OfficialPaper;
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::Range;

/// An article as it was read from its page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Article {
    /// Headline, without the site's name.
    pub title: Option<String>,
    /// Day or moment of publication, ISO 8601: `2023-05-11T13:41:00+07:00`, or `2023-05-11`
    /// where the page gives no time of day.
    pub published: Option<String>,
    /// Who published it: agency tag, site name or host.
    pub publisher: Option<String>,
    /// The official paper that the page carries, if it carries one in full.
    pub document: Option<OfficialPaper>,
    /// Who wrote and photographed it, without roles.
    pub authors: Vec<String>,
    /// The byline as it is printed: `Tin, ảnh: Thạch Thảo`.
    pub byline: Option<String>,
    /// The body in reading order.
    pub blocks: Vec<Block>,
}

/// One paragraph, caption, list item or table row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Block {
    /// What the block is on the page.
    pub kind: BlockKind,
    /// Its text: NFC, white space folded. Offsets of the report count code points of it.
    pub text: String,
    /// Where it was read: CSS path of the node of a page, XPath into the part of a document.
    pub selector: String,
    /// For a row of a table: its cells. It has no place in the report.
    #[serde(skip)]
    pub row: Option<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which table of the page it is of.
    pub table: usize,
    /// Its cells that hold text, in reading order.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The columns that it takes, from 0; one that spans none stands outside of the table.
    pub columns: Range<usize>,
    /// How many rows it takes.
    pub rows: usize,
    /// Whether it is marked up as a heading.
    pub is_header: bool,
    /// Where its text stands in the block, in bytes.
    pub bytes: Range<usize>,
}

/// What a block is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// The lead (sapo) under the headline.
    Lead,
    /// A heading inside the body.
    Heading,
    /// The words under a picture; a caption that repeats is one block.
    Caption,
    /// One item of a list.
    ListItem,
    /// One row of a table, its cells joined by ` | `.
    TableRow,
    /// The line that names the author.
    Byline,
}
