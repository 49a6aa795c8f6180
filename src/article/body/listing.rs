//! Whether the text of a page is a list of other articles, each with its headline and a summary.
//!
//! `<h3><a>Xã xây 3 cầu</a></h3><p>Ba cây cầu dài 84 m …</p>`, and so on down the page, is no article.
//! A page that calls itself an article is not asked.

use super::super::outline::prose::{is_heading, is_prose};
use super::super::outline::{Line, Outline};
use super::find::Body;

/// Fewest summaries of a list.
const FEWEST: usize = 3;

/// Whether nearly every piece of prose of the body has a headline of its own that is a link.
pub(in super::super) fn is_list(outline: &Outline<'_>, body: &Body) -> bool {
    let (mut prose, mut headed, mut open) = (0, 0, false);
    for line in body.parts.iter().flat_map(|&part| outline.lines_of(part)) {
        if body.furniture[line.frame] {
            continue;
        }
        if is_prose(outline.text(line), line) {
            prose += 1;
            headed += usize::from(std::mem::take(&mut open));
        } else if is_linked_heading(outline, line) {
            open = true;
        }
    }
    headed >= FEWEST && headed * 5 >= prose * 4
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
            (section.repeat(3), false),
            (linked.repeat(3), false),
        ] {
            let html = Html::parse_document(&format!("<div>{page}</div>"));
            let outline = Outline::new(&html);
            let body = body::find(&outline, None, &[]);
            assert_eq!(is_list(&outline, &body), want, "{page}");
        }
    }
}
