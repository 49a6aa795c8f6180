//! Where on the page the article stands: its headline, its body, and the lines between and around
//! them that may tell its day and its author.

use super::body::Body;
use super::day::line::is_day_alone;
use super::outline::{Line, Outline};
use std::ops::Range;

/// Where the article stands, and what is known of its page.
pub(super) struct Place<'a> {
    pub(super) outline: &'a Outline<'a>,
    pub(super) body: &'a Body,
    /// Index of the line that is the headline.
    pub(super) headline: Option<usize>,
    pub(super) url: Option<&'a str>,
    pub(super) is_vietnamese: bool,
    pub(super) is_plain_text: bool,
    /// The words of the date line, where the site's is known.
    pub(super) date_line: Option<String>,
}

/// How many lines behind the headline, and behind the body, the article's own may stand.
pub(super) const REACH: usize = 12;

impl Place<'_> {
    /// The lines of the body, from its first part to its last.
    pub(super) fn body_lines(&self) -> Range<usize> {
        let frames = &self.outline.frames;
        match self.body.parts.as_slice() {
            [first, .., last] => frames[*first].first_line..frames[*last].last_line,
            [only] => frames[*only].first_line..frames[*only].last_line,
            [] => self.outline.lines.len()..self.outline.lines.len(),
        }
    }

    /// Whether a line stands in a box of the body.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        let line = &self.outline.lines[at];
        self.outline.around(line.frame).any(|frame| self.body.parts.contains(&frame))
    }

    /// Whether a line stands right over the headline, and not farther up on the page.
    pub(super) fn is_right_over_headline(&self, at: usize) -> bool {
        self.headline.is_some_and(|headline| {
            let beside = self.outline.frames[self.outline.lines[at].frame].parent;
            let own = self.outline.lines[headline].frame;
            at + 1 == headline && self.outline.around(own).any(|frame| frame == beside)
        })
    }

    /// Whether a line stands in a cell of a table inside the body.
    pub(super) fn is_cell(&self, line: &Line) -> bool {
        let is_cell = |&frame: &usize| matches!(self.outline.frames[frame].tag, "td" | "th");
        let is_part = |frame: &usize| self.body.parts.contains(frame);
        let around = || self.outline.around(line.frame);
        around().any(|frame| is_part(&frame))
            && around().take_while(|f| !is_part(f)).any(|f| is_cell(&f))
    }

    /// From the box of the headline, or a day right before it, to a little into the body; where there is
    /// no headline, the lines around the head of the body.
    pub(super) fn head(&self) -> Range<usize> {
        let outline = self.outline;
        let body = self.body_lines().start;
        let (start, headline) = match self.headline.filter(|&line| line <= body + REACH) {
            Some(line) => {
                let holds_more =
                    |&frame: &usize| !matches!(outline.frames[frame].tag, "body" | "form");
                let frame = outline.lines[line].frame;
                let around = outline.around(frame).take(3).take_while(holds_more).last();
                let first = around.map_or(line, |around| outline.frames[around].first_line);
                let first = first.max(line.saturating_sub(REACH / 2));
                let day_before = line.checked_sub(1).filter(|&before| {
                    let before = &outline.lines[before];
                    let beside = outline.frames[before.frame].parent;
                    is_day_alone(outline.text(before)) && outline.around(frame).any(|f| f == beside)
                });
                (day_before.map_or(first, |before| first.min(before)), line)
            }
            None if self.is_plain_text => (0, 0),
            None => (body.saturating_sub(REACH / 2), body),
        };
        start..outline.lines.len().min(body.max(headline) + REACH)
    }
}
