//! [`find`]: the paper that a page carries, and which lines of the page are no text for it.

use super::super::body::Body;
use super::super::outline::Outline;
use super::model::OfficialPaper;
use super::{foot, head};
use std::ops::Range;

/// A paper that a page carries in full.
#[derive(Debug)]
pub(in super::super) struct Paper {
    pub(in super::super) document: OfficialPaper,
    /// Its kind and subject.
    pub(in super::super) title: Option<String>,
}

/// How many lines over the body are asked.
const OVER: usize = 12;

/// Finds the paper in the body, and marks the lines that are told by it.
pub(in super::super) fn find(outline: &mut Outline<'_>, body: &mut Body) -> Option<Paper> {
    let parts = parts(outline, body);
    let texts: Vec<&str> = parts.iter().map(|(_, bytes)| &outline.all[bytes.clone()]).collect();
    let head = head::find(&texts);
    let end = head.as_ref().map_or(0, |head| head.lines.end);
    let mut told = vec![false; end];
    if let Some(head) = &head {
        told[head.lines.clone()].fill(true);
    }
    told.extend(foot::find(&texts[end..], head.is_some()));
    let parts: Vec<_> = parts.into_iter().zip(told).collect();
    for line in parts.chunk_by(|(a, _), (b, _)| a.0 == b.0) {
        tell(outline, body, line);
    }
    head.map(|head| Paper { document: head.paper, title: head.title })
}

/// A part of a line between its `<br>`s: the number of the line, and its bytes.
type Part = (usize, Range<usize>);

/// The parts of the lines of the body, and of those before it from which a header may come.
fn parts(outline: &Outline<'_>, body: &Body) -> Vec<Part> {
    let frames = &outline.frames;
    let first = body.parts.first().map_or(outline.lines.len(), |&part| frames[part].first_line);
    let over = first.saturating_sub(OVER)..first;
    let inside =
        body.parts.iter().flat_map(|&part| frames[part].first_line..frames[part].last_line);
    let is_text = |at: &usize| {
        let line = &outline.lines[*at];
        !body.furniture[line.frame] && line.linked == 0
    };
    let lines = over.chain(inside).filter(is_text);
    let parts = lines.flat_map(|at| outline.parts(&outline.lines[at]).map(move |part| (at, part)));
    parts.collect()
}

/// Marks a line whose parts are all told, and with it the row of a table or the item that it is a
/// part of; else cuts off what is told at its ends.
fn tell(outline: &mut Outline<'_>, body: &mut Body, parts: &[(Part, bool)]) {
    let Some(((at, _), _)) = parts.first() else { return };
    let mut left = parts.iter().filter(|(_, told)| !told).map(|((_, bytes), _)| bytes);
    if let Some(first) = left.next() {
        let line = &mut outline.lines[*at];
        line.end = left.next_back().unwrap_or(first).end;
        line.start = first.start;
        return;
    }
    if body.told[*at] {
        return;
    }
    let mut around = outline.around(outline.lines[*at].frame);
    let whole = around.find(|&frame| matches!(outline.frames[frame].tag, "tr" | "li"));
    let is_in_body = |frame: &usize| body.parts.iter().all(|part| part < frame);
    match whole.filter(is_in_body) {
        Some(row) => {
            let frame = &outline.frames[row];
            body.told[frame.first_line..frame.last_line].fill(true);
        }
        None => body.told[*at] = true,
    }
}
