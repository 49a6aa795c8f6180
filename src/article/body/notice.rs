//! A notice of a line or two under its headline: `Lịch tiếp dân tháng 3 năm 2023 của xã`, and a link to a file.
//!
//! It is asked where no box holds more than links. The headline is an `<h1>` or a heading that the page
//! declares as its title, and the notice the first box behind it that has a line in words of its own.

use super::super::day::line::{is_day_alone, is_labelled};
use super::super::norm::letters;
use super::super::outline::prose::is_heading;
use super::super::outline::{Line, Outline};
use super::super::title::Titles;
use super::imprint;

/// Most lines of the box of a notice.
const MOST: usize = 8;
/// Fewest words of a line of a notice.
const FEWEST: usize = 5;

/// The box of the notice.
pub(super) fn find(outline: &Outline<'_>, furniture: &[bool], titles: &Titles) -> Option<usize> {
    let headline = outline.lines.iter().position(|line| {
        let (tag, text) = (outline.frames[line.frame].tag, outline.text(line));
        line.linked == 0
            && !furniture[line.frame]
            && is_heading(tag)
            && (tag == "h1" || titles.confirm(text))
    })?;
    let title = letters(outline.text(&outline.lines[headline]));
    let own = outline.lines[headline].frame;
    let around = outline.around(own).nth(1).filter(|&frame| frame > 0)?;
    let is_text = |line: &&Line| {
        let text = outline.text(line);
        let is_heading = is_heading(outline.frames[line.frame].tag);
        let is_own = line.linked == 0 && !is_heading && !furniture[line.frame];
        let is_own = is_own && !imprint::is_one(text);
        let is_other = is_day_alone(text) || is_labelled(text) || letters(text) == title;
        is_own && !is_other && text.split(' ').count() >= FEWEST
    };
    let last = outline.frames[around].last_line;
    let line = outline.lines[headline + 1..last].iter().find(is_text)?;
    let mut within = outline.around(line.frame).take_while(|&frame| frame > around);
    let can_hold =
        |&frame: &usize| !matches!(outline.frames[frame].tag, "p" | "li" | "tr" | "dd" | "dt");
    let frame = within.find(can_hold).unwrap_or(around);
    (outline.lines_of(frame).len() <= MOST).then_some(frame)
}
