//! Whether the text of a page is a list of other articles, each with its headline and a summary.
//!
//! `<h3><a>Xã xây 3 cầu</a></h3><p>Ba cây cầu dài 84 m …</p>`, and so on down the page, is no article, and
//! neither is one such summary with `Xem chi tiết` behind it. Of a page that `og:type` calls an article, as blogs call
//! their archives, too, nothing but summaries is a list: an article that goes through other articles is introduced.

use super::super::day::line::ends_with_day;
use super::super::outline::prose::{is_heading, is_prose};
use super::super::outline::{Line, Outline};
use super::super::title::Titles;
use super::super::words::furniture::READ_ON;
use super::find::Body;

/// Fewest summaries of a list.
const FEWEST: usize = 3;

/// Whether nearly every piece of prose of the body has a headline of its own that is a link, and there are
/// several such headlines on the page: with summaries of their own, or beside the body.
pub(in super::super) fn is_list(
    outline: &Outline<'_>,
    body: &Body,
    titles: &Titles,
    is_called_article: bool,
) -> bool {
    let (mut prose, mut headed, mut open) = (0, 0, false);
    let (mut goes_on, mut is_introduced) = (false, false);
    // Prose right under a line that is nothing but a link, with its day between at most.
    let (mut under_links, mut link) = (0, None);
    let lines = |part: usize| outline.frames[part].first_line..outline.frames[part].last_line;
    for at in body.parts.iter().flat_map(|&part| over(outline, part).chain(lines(part))) {
        let line = &outline.lines[at];
        if body.furniture[line.frame] {
            continue;
        }
        goes_on |= headed + usize::from(open) > 0 && reads_on(outline, line);
        if is_prose(outline.text(line), line) {
            prose += 1;
            under_links += usize::from(link.take().is_some_and(|link| at <= link + 2));
            is_introduced |= headed == 0 && !open;
            headed += usize::from(std::mem::take(&mut open));
        } else if is_linked_headline(outline, line, titles) {
            open = true;
        }
        if is_link_line(outline, line) {
            link = Some(at);
        }
    }
    let is_headed = headed * 5 >= prose * 4;
    let are_all = headed > 0 && headed == prose;
    if is_called_article {
        return headed >= FEWEST && is_headed && !is_introduced;
    }
    headed >= FEWEST && is_headed
        || under_links >= FEWEST && under_links == prose
        || are_all && (goes_on || beside(outline, body, titles) >= FEWEST)
}

/// Whether a line is or ends with a link to the rest of a summary: `Xem chi tiết`, `… Continue reading →`.
fn reads_on(outline: &Outline<'_>, line: &Line) -> bool {
    if line.linked == 0 {
        return false;
    }
    let text = outline.text(line).trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = |words: &&str| {
        let head = text.len().checked_sub(words.len());
        let tail = head.and_then(|head| text.get(head..));
        tail.is_some_and(|tail| tail.to_lowercase() == **words)
    };
    READ_ON.iter().any(ends)
}

/// The line before a box, if it stands in the box around it.
fn over(outline: &Outline<'_>, part: usize) -> impl Iterator<Item = usize> {
    let parent = &outline.frames[outline.frames[part].parent];
    let first = outline.frames[part].first_line;
    first.checked_sub(1).filter(|&before| before >= parent.first_line).into_iter()
}

/// How many headlines that are links stand in the boxes around the body.
fn beside(outline: &Outline<'_>, body: &Body, titles: &Titles) -> usize {
    let Some(&part) = body.parts.first() else { return 0 };
    let is_whole = |&frame: &usize| !matches!(outline.frames[frame].tag, "body" | "html" | "");
    let around = outline.around(part).take(3).take_while(is_whole).last().unwrap_or(part);
    let lines = outline.lines_of(around).iter();
    lines.filter(|line| is_linked_headline(outline, line, titles)).count()
}

/// A link that stands for another article: in a heading, or with its day behind it:
/// `Nạo vét kênh (12/03/2014)`. The headline of the page may be a link to itself.
fn is_linked_headline(outline: &Outline<'_>, line: &Line, titles: &Titles) -> bool {
    let text = outline.text(line);
    let is_dated = || line.linked * 3 > text.len() && ends_with_day(text);
    !titles.confirm(text) && (is_linked_heading(outline, line) || line.linked > 0 && is_dated())
}

/// A line of several words that is nothing but a link.
fn is_link_line(outline: &Outline<'_>, line: &Line) -> bool {
    let text = outline.text(line);
    line.linked * 10 > text.len() * 8 && text.split(' ').count() > 2
}

fn is_linked_heading(outline: &Outline<'_>, line: &Line) -> bool {
    let is_link = line.linked * 10 > outline.text(line).len() * 8;
    is_link && outline.around(line.frame).take(2).any(|f| is_heading(outline.frames[f].tag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body;
    use scraper::Html;

    #[test]
    fn summaries_under_links_are_a_list() {
        let summary = "Ba cây cầu dài 84 m, rộng 5 m, tổng vốn 12 tỷ đồng, do dân góp 30%.";
        let item = format!("<div><h3><a href=x>Xã xây 3 cầu</a></h3><p>{summary}</p></div>");
        let section = format!("<h3>Xã xây 3 cầu</h3><p>{summary}</p>");
        let linked = format!("<h3><a href=x>Cầu thứ nhất</a></h3>{}", section.repeat(2));
        for (page, want) in [
            (item.repeat(3), true),
            (item.repeat(2), false),
            (format!("{item}{}", "<h3><a href=x>Xã xây 3 cầu</a></h3>".repeat(2)), true),
            (section.repeat(3), false),
            (format!("<div><a href=x>Xã xây ba cầu</a><p>{summary}</p></div>").repeat(3), true),
            (format!("<div><b>Xã xây ba cầu</b><p>{summary}</p></div>").repeat(3), false),
            (linked.repeat(3), false),
            (
                format!(
                    "<h3><a href=x>Xã xây 3 cầu</a></h3><p>{summary}</p><a href=x>Xem chi tiết</a>"
                ),
                true,
            ),
            (format!("{section}<a href=x>Xem chi tiết</a>"), false),
        ] {
            let html = Html::parse_document(&format!("<div>{page}</div>"));
            let outline = Outline::new(&html);
            let none = Titles::new(&[]);
            let body = body::find(&outline, None, &none);
            assert_eq!(is_list(&outline, &body, &none, false), want, "{page}");
        }
    }
}
