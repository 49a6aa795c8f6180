//! A heading of the page against the titles that the page declares: which of the two is the headline.
//!
//! Portals declare their own name for every page, and banners stand in `<h1>`. A heading right over the day of
//! the article is its headline, whatever is declared, unless that stands on the page, too.

use super::super::day::line::{is_day_alone, is_labelled};
use super::super::norm::{letters, same};
use super::super::outline::prose::is_heading;
use super::super::outline::{Line, Outline};
use super::declared::Titles;
use super::headline::LONGEST_OF_ALL;
use super::site_name::parts;
use crate::page::Metadata;
use std::collections::HashSet;

/// Whether a line of the page is one of its declared titles.
pub(super) fn is_shown(outline: &Outline<'_>, titles: &Titles) -> bool {
    outline.lines.iter().any(|line| titles.confirm(outline.text(line)))
}

/// Whether the page prints its day right under a heading.
pub(super) fn is_over_day(outline: &Outline<'_>, heading: &str) -> bool {
    let at = outline.lines.iter().position(|line| {
        is_heading(outline.frames[line.frame].tag) && outline.text(line) == heading
    });
    let next = at.and_then(|at| outline.lines.get(at + 1));
    next.is_some_and(|line| is_day_alone(outline.text(line)) || is_labelled(outline.text(line)))
}

/// Whether the page declares nothing but `<title>`, and that says nothing of its only heading: the
/// portal's name stands on every page of it.
pub(super) fn is_bare_page_title(data: &Metadata, declared: &[&str], heading: &str) -> bool {
    let title = data.title.as_deref().unwrap_or("");
    declared.iter().all(|text| *text == title) && !letters(title).contains(&letters(heading))
}

/// The heading that a declared title has behind the name of the site, where the first `<h1>` is that
/// name: `Sổ tay: Mở lớp`.
pub(super) fn behind_site<'a>(
    outline: &'a Outline<'_>,
    declared: &[&str],
    site: Option<&str>,
) -> Option<&'a str> {
    let is_h1 = |line: &Line| outline.frames[line.frame].tag == "h1";
    let is_short = |line: &Line| line.end - line.start <= LONGEST_OF_ALL;
    let at = outline.lines.iter().position(is_h1)?;
    let name = Some(&outline.lines[at]).filter(|line| is_short(line))?;
    let text = outline.text(name);
    let is_site = name.linked > 0 || site.is_some_and(|site| same(site, text));
    let halves = declared.iter().filter(|_| is_site).flat_map(|title| parts(title));
    let tails = halves.filter(|(head, _)| same(head, text)).map(|(_, tail)| letters(tail));
    let tails: HashSet<String> = tails.collect();
    let headings = (at + 1..outline.lines.len()).filter(|&at| {
        let line = &outline.lines[at];
        let is_heading = is_heading(outline.frames[line.frame].tag);
        !tails.is_empty() && is_short(line) && (is_heading || outline.is_titled(at))
    });
    let mut texts = headings.map(|at| outline.text(&outline.lines[at]));
    texts.find(|text| tails.contains(&letters(text)))
}
