//! Which lines of the body are the article's.
//!
//! Left out are furniture, links to other articles, what stands over the first paragraph (day,
//! byline, section), what stands under the last one, and in a body of paragraphs the short lines
//! that are none.

use super::body::Body;
use super::boxes::Traits;
use super::byline;
use super::moment::is_day_alone;
use super::outline::{Line, Outline};
use super::prose::{is_heading, is_prose};

/// A line, and the part of the body that it stands in.
pub(super) type Placed<'a> = (usize, &'a Line);

/// All lines of the body in reading order.
pub(super) fn all<'a>(outline: &'a Outline<'_>, body: &Body) -> Vec<Placed<'a>> {
    let lines = |&part: &usize| outline.lines_of(part).iter().map(move |line| (part, line));
    body.parts.iter().flat_map(lines).collect()
}

/// The lines of the article in reading order.
pub(super) fn of<'a>(
    outline: &'a Outline<'_>,
    body: &Body,
    is_vietnamese: bool,
) -> Vec<Placed<'a>> {
    let mut lines: Vec<Placed<'_>> = Vec::new();
    for &part in &body.parts {
        let kept = outline.lines_of(part).iter().filter(|line| {
            !body.furniture[line.frame] && (!is_link(outline, line) || is_cell(outline, line, part))
        });
        lines.extend(kept.map(|line| (part, line)));
    }
    let is_text = |(_, line): &Placed<'_>| {
        let tag = outline.frames[line.frame].tag;
        let text = outline.text(line);
        !is_heading(tag) && (tag == "p" && !is_day_alone(text) || is_prose(text, line))
    };
    let first = lines.iter().position(is_text).unwrap_or(0);
    let last = lines.iter().rposition(is_text).unwrap_or(lines.len());
    let drops_strays = is_mostly_paragraphs(outline, &lines);
    let mut at = 0..;
    lines.retain(|&placed| match at.next().unwrap_or(0) {
        at if at < first => belongs_over(outline, placed),
        at if at > last => belongs_under(outline, placed, is_vietnamese),
        _ => !(drops_strays && is_stray(outline, placed.1)),
    });
    lines
}

/// A line that is nothing but a link.
fn is_link(outline: &Outline<'_>, line: &Line) -> bool {
    line.linked * 10 > outline.text(line).len() * 8
}

/// Whether a line stands in a cell of a table inside the body.
fn is_cell(outline: &Outline<'_>, line: &Line, part: usize) -> bool {
    let mut inside = outline.around(line.frame).take_while(|&frame| frame > part);
    inside.any(|frame| matches!(outline.frames[frame].tag, "td" | "th"))
}

fn belongs_over(outline: &Outline<'_>, (_, line): Placed<'_>) -> bool {
    matches!(outline.frames[line.frame].tag, "h2" | "h3" | "h4" | "figcaption")
}

/// Items, rows and captions may end an article, and so may its byline.
fn belongs_under(outline: &Outline<'_>, (part, line): Placed<'_>, is_vietnamese: bool) -> bool {
    let mut inside = outline.around(line.frame).take_while(|&frame| frame > part);
    inside
        .any(|frame| matches!(outline.frames[frame].tag, "li" | "dd" | "dt" | "tr" | "figcaption"))
        || byline::in_foot(outline.text(line), is_vietnamese).is_some()
}

/// Whether most of the text stands in `<p>`.
fn is_mostly_paragraphs(outline: &Outline<'_>, lines: &[Placed<'_>]) -> bool {
    let (mut inside, mut outside) = (0, 0);
    for (_, line) in lines {
        let text = outline.text(line);
        match outline.frames[line.frame].tag {
            _ if !is_prose(text, line) => {}
            "p" => inside += text.len(),
            _ => outside += text.len(),
        }
    }
    inside > 4 * outside
}

/// Longest stray line, in bytes.
const STRAY: usize = 60;

/// Among paragraphs, a short line of a bare box: `Advertisement`, `3 comments`.
fn is_stray(outline: &Outline<'_>, line: &Line) -> bool {
    let frame = &outline.frames[line.frame];
    let is_bare = matches!(frame.tag, "div" | "section" | "article" | "center" | "form" | "header");
    let is_told = frame.traits.has(Traits::CAPTION) || frame.traits.has(Traits::LEAD);
    let text = outline.text(line);
    is_bare && !is_told && !frame.has_picture && text.len() < STRAY && !is_prose(text, line)
}
