//! A block of an article with every figure marked.
//!
//! `đã mở <a href="#r1" id="w1" class="figure actual"><mark>14</mark></a> lớp`: the words lead to
//! the row without any script. Two figures that share their words are marked once; the second has
//! its own small mark behind them.

use super::part::{Figure, Part};
use crate::article::Block;
use crate::output::harmless;
use crate::record::Record;
use maud::{Markup, html};
use std::ops::Range;

/// A block and where its figures stand in it.
pub(super) struct Marked<'a> {
    pub(super) part: &'a Part<'a>,
    pub(super) block: &'a Block,
    /// Index of the block in its article.
    pub(super) index: usize,
    words: Vec<Words<'a>>,
}

/// Words of a block, in bytes, and the figures that are read from them.
type Words<'a> = (Range<usize>, Vec<Figure<'a>>);

impl<'a> Marked<'a> {
    pub(super) fn new(part: &'a Part<'a>, index: usize, mut here: Vec<Figure<'a>>) -> Self {
        let block = &part.report.article.blocks[index];
        here.sort_by_key(|(_, record)| (record.source.start, record.source.end));
        let mut bytes = block.text.char_indices().map(|(byte, _)| byte).enumerate().peekable();
        let mut byte_of = |char: usize| {
            while bytes.next_if(|(at, _)| *at < char).is_some() {}
            bytes.peek().map_or(block.text.len(), |(_, byte)| *byte)
        };
        let mut words: Vec<Words<'a>> = Vec::new();
        let mut end = 0;
        for (number, record) in here {
            match words.last_mut() {
                Some((_, same)) if record.source.start < end => same.push((number, record)),
                _ => {
                    end = record.source.end;
                    let bytes = byte_of(record.source.start)..byte_of(end);
                    words.push((bytes, vec![(number, record)]));
                }
            }
        }
        Self { part, block, index, words }
    }

    /// All words of the block.
    pub(super) fn all(&self) -> Markup {
        self.within(0..self.block.text.len())
    }

    /// Some words of the block with their figures.
    pub(super) fn within(&self, words: Range<usize>) -> Markup {
        let text = |range: Range<usize>| harmless(&self.block.text[range]);
        let inside = |(at, _): &&Words<'_>| words.start <= at.start && at.end <= words.end;
        let figures: Vec<_> = self.words.iter().filter(inside).collect();
        let starts = std::iter::once(words.start).chain(figures.iter().map(|(at, _)| at.end));
        let ends = figures.iter().map(|(at, _)| at.start).chain([words.end]);
        let mut between = starts.zip(ends).map(|(start, end)| text(start..end));
        html! {
            (between.next().unwrap_or_default())
            @for ((at, records), behind) in figures.iter().zip(between) {
                @for (i, (number, record)) in records.iter().enumerate() {
                    (self.figure(*number, record, (i == 0).then(|| text(at.clone())).as_deref()))
                }
                (behind)
            }
        }
    }

    fn figure(&self, number: usize, record: &Record, words: Option<&str>) -> Markup {
        let role = record.role.as_str();
        let named = self.part.words.word("role", role);
        let label = format!("{} ({named})", harmless(&record.source.text));
        html! {
            a.figure.(role).doubtful[record.is_doubtful()] id={ "w" (number) } href={ "#r" (number) }
                data-id=(harmless(&record.id)) aria-label=(label) {
                @match words {
                    Some(words) => mark { (words) },
                    None => sup { (harmless(&record.id)) },
                }
            }
        }
    }
}
