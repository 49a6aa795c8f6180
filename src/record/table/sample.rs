//! Tables for tests, written as lines with strokes between the cells.

use super::rows::{self, Row};
use crate::article::{self, BlockKind};
use crate::entity::BlockNames;
use crate::lexicon::{Lexicon, Marks};
use crate::mention::{self, Scene, Spans};
use crate::record::Block;
use crate::text::Text;

/// Reads the rows of a table that stands in lines of three cells at least.
pub(super) fn with_rows<T>(lines: &[String], read: impl Fn(&[Block<'_>], &[Row]) -> T) -> T {
    let sources: Vec<article::Block> = lines
        .iter()
        .map(|line| article::Block {
            kind: BlockKind::Paragraph,
            text: line.clone(),
            selector: String::new(),
            row: None,
        })
        .collect();
    let texts: Vec<Text> = lines.iter().map(|line| Text::new(line)).collect();
    let marks: Vec<Marks<'_>> =
        texts.iter().map(|text| Marks::new(text, Lexicon::built_in())).collect();
    let blocks: Vec<Block<'_>> = sources
        .iter()
        .zip(&marks)
        .enumerate()
        .map(|(index, (source, marks))| {
            let scene = Scene::new(marks, Some(jiff::civil::date(2023, 7, 15)));
            let mentions = mention::read(&scene, &Spans::default());
            let places = BlockNames::new(index, source.kind, marks).place_spans();
            Block { source, index, scene, mentions, places }
        })
        .collect();
    read(&blocks, &rows::at(&blocks, 0))
}
