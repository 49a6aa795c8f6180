//! Which box holds the article.
//!
//! Every line has a worth: prose counts for its length, a list of links against it. The body is
//! the box whose lines are worth most together, and the smallest such box. What is furniture by
//! name is worth nothing, wherever it stands.

use super::super::outline::boxes::Traits;
use super::super::outline::prose::{is_heading, is_prose};
use super::super::outline::{Line, Outline};
use super::super::title::Titles;
use super::{furniture, imprint, lead, loose, notice, saying, twins};
use std::ops::Range;

/// The boxes of the article, and what is furniture inside and outside of them.
#[derive(Debug)]
pub(in super::super) struct Body {
    /// The boxes in reading order, the lead's before the others; none where the page has no
    /// article.
    pub(in super::super) parts: Vec<usize>,
    /// For each box of the outline: whether it is furniture.
    pub(in super::super) furniture: Vec<bool>,
    /// For each line of the outline: whether it is told elsewhere, as the header of a paper is.
    pub(in super::super) told: Vec<bool>,
    /// The first part, where it is the lead.
    pub(in super::super) lead: Option<usize>,
}

/// Least worth of a box: a page full of links beside the article does not sink it.
const LEAST: i64 = -400;

/// Most boxes around the words of a cell: `<td><div class="cell"><div>12</div></div></td>`.
const DEEPEST: usize = 4;

/// How much of its worth a box passes on, in hundredths: prose in boxes far apart is no article.
const DECAY: i64 = 90;

/// Finds the body; where the site is known, the box that is the body there, unless another holds three
/// times as much.
/// `titles` are those that the page declares: of two articles the one that is called so is taken.
pub(in super::super) fn find(
    outline: &Outline<'_>,
    hinted: Option<usize>,
    titles: &Titles,
) -> Body {
    let furniture = furniture::find(outline);
    let mut worth = vec![0_i64; outline.frames.len()];
    let has_words = saying::find(outline, &furniture);
    for line in outline.lines.iter().filter(|line| !furniture[line.frame]) {
        worth[line.frame] += line_worth(outline, line);
    }
    let loose = loose::find(outline, &worth);
    for frame in (1..outline.frames.len()).rev() {
        let parent = outline.frames[frame].parent;
        let passed = worth[frame].max(LEAST);
        worth[parent] += if passed > 0 { passed * DECAY / 100 } else { passed };
    }
    let with_name = |frame: usize| match outline.frames[frame].traits.has(Traits::BODY) {
        true => worth[frame] * 3,
        false => worth[frame],
    };
    let best_in = |frames: Range<usize>| {
        let tag = |frame: usize| outline.frames[frame].tag;
        frames
            .filter(|&frame| !furniture[frame] && worth[frame] > 0 && has_words[frame])
            .filter(|&frame| can_hold_an_article(tag(frame)))
            .max_by_key(|&frame| (tag(frame) != "blockquote", with_name(frame), frame))
    };
    let best = best_in(0..outline.frames.len()).map(|best| around_data(outline, best));
    let is_whole = best.is_some_and(|best| outline.frames[best].tag == "body");
    let loose = loose.filter(|(loose, parts)| {
        let has_words = parts.iter().any(|&part| has_words[part]);
        let is_most = best.is_none_or(|best| worth[best] < *loose);
        *loose > 0 && !is_whole && has_words && is_most
    });
    let best = match &loose {
        Some((_, parts)) => parts.first().copied(),
        None => best.or_else(|| notice::find(outline, &furniture, titles)),
    };
    let is_believed = |hinted: &usize| {
        best.is_some_and(|best| !furniture[*hinted] && worth[*hinted] * 3 >= worth[best])
    };
    let frame = hinted.filter(is_believed).or(best);
    let twins = match (frame, loose) {
        (Some(frame), Some((_, parts))) if Some(frame) == best => parts,
        (Some(frame), _) => twins::of(outline, frame, &worth, &furniture),
        (None, _) => Vec::new(),
    };
    let mut parts = match twins::article(outline, &twins, titles) {
        Some(own) => best_in(own..outline.frames[own].end).into_iter().collect(),
        None => twins,
    };
    let first = parts.first();
    let lead = first.and_then(|&frame| lead::before(outline, frame, &furniture, titles));
    if let Some(lead) = lead {
        parts.insert(0, lead);
    }
    Body { parts, furniture, told: vec![false; outline.lines.len()], lead }
}

impl Body {
    /// The body of a document, which is nothing but the article.
    pub(in super::super) fn whole(outline: &Outline<'_>) -> Self {
        let furniture = vec![false; outline.frames.len()];
        let body = outline.frames.iter().position(|frame| frame.tag == "body");
        Self {
            parts: vec![body.unwrap_or(0)],
            furniture,
            told: vec![false; outline.lines.len()],
            lead: None,
        }
    }

    /// The first line of running text, or the number of all lines.
    pub(in super::super) fn first_prose(&self, outline: &Outline<'_>) -> usize {
        let lines = |&part: &usize| {
            let frame = &outline.frames[part];
            let mut lines = frame.first_line..frame.last_line;
            lines.find(|&line| is_prose(outline.text(&outline.lines[line]), &outline.lines[line]))
        };
        self.parts.iter().find_map(lines).unwrap_or(outline.lines.len())
    }
}

fn line_worth(outline: &Outline<'_>, line: &Line) -> i64 {
    let text = outline.text(line);
    let plain = to_i64(text.len().saturating_sub(line.linked));
    let linked = to_i64(line.linked);
    let tag = |frame: usize| outline.frames[frame].tag;
    let is_cell = |frame: usize| matches!(tag(frame), "td" | "th");
    let is_wrapper = |frame: usize| matches!(tag(frame), "div" | "ul" | "ol" | "li");
    let mut around = outline.around(line.frame).take(DEEPEST);
    let in_cell = around.find(|frame| !is_wrapper(*frame)).is_some_and(is_cell);
    match () {
        () if is_prose(text, line) => match imprint::is_one(text) {
            true => 0,
            false => plain,
        },
        () if linked > plain => -linked - 10,
        () if tag(line.frame) == "p" || in_cell || outline.is_loose(line) => plain / 2,
        () if is_heading(outline.frames[line.frame].tag) => 0,
        () if is_told_in_item(outline, line) => 0,
        () => -10,
    }
}

/// Whether a line is an item of a list with a number and no link, which no menu has.
fn is_told_in_item(outline: &Outline<'_>, line: &Line) -> bool {
    let in_item = |frame: usize| outline.frames[frame].tag == "li";
    line.linked == 0
        && outline.text(line).contains(|c: char| c.is_ascii_digit())
        && outline.around(line.frame).take(DEEPEST).any(in_item)
}

/// The box around a table of short cells: unit, notes and signature stand beside the table. A table with prose in it sets
/// out a page, and is a body of its own.
fn around_data(outline: &Outline<'_>, best: usize) -> usize {
    let tag = |frame: usize| outline.frames[frame].tag;
    let of_table = |frame: &usize| matches!(tag(*frame), "table" | "thead" | "tbody");
    let is_prose = |line: &Line| is_prose(outline.text(line), line);
    if !of_table(&best) || outline.lines_of(best).iter().any(is_prose) {
        return best;
    }
    let around = outline.around(best).find(|frame| !of_table(frame));
    around.filter(|frame| !matches!(tag(*frame), "td" | "th" | "html")).unwrap_or(best)
}

/// Whether an element of this name holds paragraphs, and is none itself.
fn can_hold_an_article(tag: &str) -> bool {
    let is_part = matches!(tag, "p" | "li" | "dd" | "dt" | "tr" | "pre" | "figcaption");
    !is_part && !is_heading(tag)
}

fn to_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn body_of(markup: &str) -> Option<String> {
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        let frame = *find(&outline, None, &Titles::new(&[])).parts.last()?;
        let element = outline.frames[frame].node.value().as_element()?;
        Some(format!("{}#{}", element.name(), element.id().unwrap_or("")))
    }

    const PROSE: &str = "<p>Trong năm, huyện đã mở 12 lớp đào tạo nghề cho lao động nông thôn, \
                         giải quyết việc làm cho 350 người.</p>";

    #[test]
    fn the_smallest_box_with_the_prose_is_the_body() {
        let links = "<ul><li><a>Tin thứ nhất của tỉnh</a><li><a>Tin thứ hai</a></ul>";
        let figures = "<tr><td><div>Số lớp</div><td><div>12</div>";
        let boxes = "<tr><td><div><div>Số lớp</div></div><td><div><div>12</div></div>";
        for (page, want) in [
            (format!("<div id=a>{PROSE}{PROSE}</div><div id=b>{links}</div>"), "div#a"),
            (format!("<div id=a>{links}<div id=b>{PROSE}</div></div>"), "div#b"),
            (
                format!("<div id=a><div>{PROSE}</div>{links}<div>{PROSE}{PROSE}</div></div>"),
                "div#a",
            ),
            (format!("<div id=a>{PROSE}</div><div class=comments>{PROSE}{PROSE}</div>"), "div#a"),
            (format!("<div id=a class=with-sidebar>{PROSE}</div>{links}"), "div#a"),
            (format!("<div id=a>{PROSE}<table>{}</table></div>", figures.repeat(40)), "div#a"),
            (
                format!("<div id=a><p>ĐVT: lớp</p><table>{}</table></div>", figures.repeat(40)),
                "div#a",
            ),
            (format!("<div id=a><table>{}</table></div>", boxes.repeat(40)), "div#a"),
            (format!("<div id=a><table id=b><tr><td>{PROSE}<td>{PROSE}</table></div>"), "tbody#"),
        ] {
            assert_eq!(body_of(&page).as_deref(), Some(want), "{page}");
        }
    }

    #[test]
    fn a_lead_above_the_body_belongs_to_it() {
        let links = "<ul><li><a>Chia sẻ bài này</a><li><a>In bài này ra giấy</a></ul>".repeat(5);
        let html = Html::parse_document(&format!(
            "<h1>Tựa</h1><div class=sapo>{PROSE}</div>{links}<div id=a>{PROSE}{PROSE}</div>"
        ));
        let outline = Outline::new(&html);
        assert_eq!(find(&outline, None, &Titles::new(&[])).parts.len(), 2);
    }

    #[test]
    fn a_page_of_links_has_no_body() {
        let page = "<ul><li><a>Tin thứ nhất</a><li><a>Tin thứ hai</a></ul><a>Trang chủ</a>";
        assert_eq!(body_of(page), None);
    }
}
