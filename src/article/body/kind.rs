//! What a line of the body is: paragraph, caption, item of a list, row of a table.
//!
//! A table is data when its rows have several short cells, or one that spans columns; a table that sets a picture over its
//! caption, or a whole text in one cell, is layout, and its lines are what they would be without.

use super::super::BlockKind;
use super::super::outline::boxes::Traits;
use super::super::outline::grid::Grid;
use super::super::outline::prose::is_heading;
use super::super::outline::{Line, Outline};

/// Longest caption without a name of its own, in bytes.
const LONGEST_CAPTION: usize = 400;
/// Longest cell of a table of data, in bytes.
const LONGEST_CELL: usize = 500;

/// What a line is, and the box whose text it is.
pub(in super::super) fn of(
    outline: &Outline<'_>,
    data_rows: &[bool],
    line: &Line,
    part: usize,
) -> (BlockKind, usize) {
    let inside = || outline.around(line.frame).take_while(|&frame| frame > part);
    if let Some(row) = inside().find(|&frame| outline.frames[frame].tag == "tr" && data_rows[frame])
    {
        return (BlockKind::TableRow, row);
    }
    for frame in inside().chain([part]) {
        let traits = outline.frames[frame].traits;
        let kind = match outline.frames[frame].tag {
            tag if is_heading(tag) && !traits.has(Traits::LEAD) => BlockKind::Heading,
            "figcaption" | "caption" => BlockKind::Caption,
            "li" | "dd" | "dt" => BlockKind::ListItem,
            _ if traits.has(Traits::CAPTION) && is_short(outline, frame) => BlockKind::Caption,
            _ if traits.has(Traits::LEAD) => BlockKind::Lead,
            _ => continue,
        };
        return (kind, frame);
    }
    match is_under_picture(outline, line) {
        true => (BlockKind::Caption, line.frame),
        false => (BlockKind::Paragraph, line.frame),
    }
}

/// Whether a box that is called a caption can be one: a box of paragraphs is not.
fn is_short(outline: &Outline<'_>, frame: usize) -> bool {
    match outline.lines_of(frame) {
        [first, .., last] => last.end - first.start <= 2 * LONGEST_CAPTION,
        _ => true,
    }
}

/// The cells of a row, the empty ones too.
pub(in super::super) fn cells<'a>(
    outline: &'a Outline<'_>,
    row: usize,
) -> impl Iterator<Item = usize> + 'a {
    let frames = &outline.frames;
    let mut next = row + 1;
    let children = std::iter::from_fn(move || {
        let child = Some(next).filter(|child| *child < frames[row].end)?;
        next = frames[child].end;
        Some(child)
    });
    children.filter(move |&child| matches!(frames[child].tag, "td" | "th"))
}

/// For each box whether it is a row of a table of data.
pub(super) fn data_rows(outline: &Outline<'_>, grid: &Grid) -> Vec<bool> {
    let is_row = |frame: usize| outline.frames[frame].tag == "tr";
    (0..outline.frames.len()).map(|f| is_row(f) && is_data_row(outline, grid, f)).collect()
}

fn is_data_row(outline: &Outline<'_>, grid: &Grid, row: usize) -> bool {
    let length = |cell| match outline.lines_of(cell) {
        [first, .., last] => last.end - first.start,
        lines => lines.iter().map(|line| line.end - line.start).sum(),
    };
    let mut count = 0;
    let mut lengths = cells(outline, row).map(length);
    let short = lengths.all(|length| {
        count += 1;
        length <= LONGEST_CELL
    });
    short && (count > 1 || grid.is_section(outline, row))
}

/// A short line right behind a picture, in italics or in the middle of the column; or the only
/// text of a box that holds a picture.
fn is_under_picture(outline: &Outline<'_>, line: &Line) -> bool {
    let frame = &outline.frames[line.frame];
    let text = outline.text(line);
    if text.len() > LONGEST_CAPTION || outline.lines_of(line.frame).len() > 2 {
        return false;
    }
    if frame.has_picture && frame.tag != "p" {
        return text.len() < LONGEST_CAPTION / 2;
    }
    let is_set_apart = || {
        frame.traits.has(Traits::CENTRED)
            || outline.around(line.frame).take(2).any(|f| matches!(outline.frames[f].tag, "td"))
            || line.slanted == text.len()
    };
    (line.follows_picture || frame.has_picture) && is_set_apart()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn kinds(markup: &str) -> Vec<BlockKind> {
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        let data_rows = data_rows(&outline, &Grid::new(&outline));
        let kind = |line| of(&outline, &data_rows, line, 0).0;
        outline.lines.iter().map(kind).collect()
    }

    #[test]
    fn markup_tells_what_a_line_is() {
        use BlockKind::{Caption, Heading, Lead, ListItem, Paragraph, TableRow};
        for (markup, want) in [
            ("<p>Một", vec![Paragraph]),
            ("<h2>Một</h2>", vec![Heading]),
            ("<h2 class=sapo>Một</h2>", vec![Lead]),
            ("<ul><li>Một<li><p>Hai", vec![ListItem, ListItem]),
            ("<table><tr><td>Một<td>Hai", vec![TableRow, TableRow]),
            ("<table><tr><td>Một", vec![Paragraph]),
            ("<table><tr><td colspan=2>Một<tr><td>Hai<td>Ba", vec![TableRow; 3]),
            ("<table><tr><td><img><tr><td>Một", vec![Caption]),
            ("<img><p><em>Một hai</em></p><p>Ba", vec![Caption, Paragraph]),
            ("<p><img></p><p align=center>Một</p>", vec![Caption]),
            ("<p><img></p><p>Một</p>", vec![Paragraph]),
            ("<p><em>Một hai</em></p>", vec![Paragraph]),
            ("<figure><img><figcaption>Một", vec![Caption]),
        ] {
            assert_eq!(kinds(markup), want, "{markup}");
        }
    }
}
