//! The lead that stands outside of the body, between the headline and it.
//!
//! It is the prose of a box that is called so: `<div class="sapo">`. Vietnamese papers set one over
//! nearly every article, so on their pages a lone paragraph right behind the headline is one, too,
//! whatever its box is called. In English it may as well be a notice: `We may earn a commission.`

use super::super::day::line::is_day_alone;
use super::super::norm::is_vietnamese;
use super::super::outline::boxes::Traits;
use super::super::outline::prose::{PROSE, is_heading, is_prose};
use super::super::outline::{Line, Outline};
use super::super::title::Titles;

/// The box of the lead before the body.
pub(in super::super) fn before(
    outline: &Outline<'_>,
    body: usize,
    furniture: &[bool],
    titles: &Titles,
) -> Option<usize> {
    let end = outline.frames[body].first_line;
    let headline = headline(outline, end, titles)?;
    let prose = || {
        let lines = outline.lines[headline + 1..end].iter();
        lines.filter(|line| !furniture[line.frame] && is_prose(outline.text(line), line))
    };
    let is_lead = |frame: &usize| outline.frames[*frame].traits.has(Traits::LEAD);
    let named = prose().find_map(|line| outline.around(line.frame).take(3).find(is_lead));
    let short = || {
        let mut lines = outline.lines[headline + 1..end].iter();
        lines.find(|line| !furniture[line.frame] && is_short(outline, line)).map(|line| line.frame)
    };
    named
        .or_else(short)
        .or_else(|| prose().map(|line| line.frame).find(|&frame| is_plain(outline, frame)))
}

/// The last line before the body that is the headline.
fn headline(outline: &Outline<'_>, end: usize, titles: &Titles) -> Option<usize> {
    let before = &outline.lines[..end];
    let heading = before.iter().rposition(|line| {
        let tag = outline.frames[line.frame].tag;
        tag == "h1" || is_heading(tag) && titles.name(outline.text(line))
    });
    let is_called = |&at: &usize| outline.lines[at].linked == 0 && outline.is_titled(at);
    heading.or_else(|| (0..end).rev().find(is_called))
}

/// Fewest words of a lead.
const FEWEST: usize = 4;

/// Whether a line is a Vietnamese lead without a full stop, alone in a box that is called so or a second headline.
fn is_short(outline: &Outline<'_>, line: &Line) -> bool {
    let traits = outline.frames[line.frame].traits;
    let text = outline.text(line);
    let is_alone = outline.lines_of(line.frame).len() == 1 && line.linked == 0;
    is_alone
        && (traits.has(Traits::LEAD) || traits.has(Traits::SUBTITLE))
        && text.split(' ').count() >= FEWEST
        && is_vietnamese(text)
        && !is_day_alone(text)
}

/// Whether a box without a name is one Vietnamese sentence or more, and nothing else.
fn is_plain(outline: &Outline<'_>, frame: usize) -> bool {
    let traits = outline.frames[frame].traits;
    let is_other = [Traits::CAPTION, Traits::DATE, Traits::BYLINE].iter().any(|t| traits.has(*t));
    let [line] = outline.lines_of(frame) else { return false };
    let text = outline.text(line);
    let is_sentence = text.len() >= PROSE && text.ends_with('.') && is_vietnamese(text);
    is_sentence && !is_other && !outline.frames[frame].has_picture
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body;
    use scraper::Html;

    #[test]
    fn a_lead_stands_between_headline_and_body() {
        let lead = "Sáu tháng đầu năm, huyện giải quyết việc làm cho 2.340 lao động, tăng 8%.";
        let english = "We may earn a commission when you buy something through links on this page.";
        let body = format!("<div>{}</div>", format!("<p>{lead}</p>").repeat(12));
        for (head, has_lead) in [
            (format!("<h1>Mở lớp</h1><div>{lead}</div>"), true),
            (format!("<h1>Mở lớp</h1><div class=sapo>{english}</div>"), true),
            (format!("<p class=tieude>Mở lớp</p><div>{lead}</div>"), true),
            (format!("<h1>Mở lớp</h1><div>{english}</div>"), false),
            (format!("<h1>Mở lớp</h1><div class=caption>{lead}</div>"), false),
            (format!("<h1>Mở lớp</h1><div class=related>{lead}</div>"), false),
            ("<h1>Mở lớp</h1><h3 class=subtitle>Ba lớp ở hai xã đông dân</h3>".to_owned(), true),
            ("<h1>Mở lớp</h1><h3>Ba lớp ở hai xã đông dân</h3>".to_owned(), false),
        ] {
            let html = Html::parse_document(&format!("<div>{head}{body}</div>"));
            let found = body::find(&Outline::new(&html), None, &Titles::new(&[]));
            assert_eq!(found.lead.is_some(), has_lead, "{head}");
        }
    }
}
