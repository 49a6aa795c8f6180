//! Which lines of the body are the article's.
//!
//! Left out are furniture, links to other articles, what stands over the first paragraph (day,
//! byline, section), what stands under the last one, and in a body of paragraphs the short lines
//! that are none.

use super::super::byline;
use super::super::day::line::is_day_alone;
use super::super::day::moment;
use super::super::day::order::Order;
use super::super::outline::boxes::Traits;
use super::super::outline::prose::{is_heading, is_prose};
use super::super::outline::{Line, Outline};
use super::super::place::REACH;
use super::find::Body;

/// A line, and the part of the body that it stands in.
pub(super) type Placed<'a> = (usize, &'a Line);

/// All lines of the body that are not told elsewhere, in reading order.
pub(super) fn all<'a>(outline: &'a Outline<'_>, body: &Body) -> Vec<Placed<'a>> {
    body.parts.iter().flat_map(|&part| untold(outline, body, part)).collect()
}

/// The lines of a part of the body that are not told elsewhere.
fn untold<'a>(
    outline: &'a Outline<'_>,
    body: &Body,
    part: usize,
) -> impl Iterator<Item = Placed<'a>> {
    let told = &body.told[outline.frames[part].first_line..];
    let lines = outline.lines_of(part).iter().zip(told);
    lines.filter(|(_, told)| !**told).map(move |(line, _)| (part, line))
}

/// The lines of the article in reading order.
pub(super) fn of<'a>(
    outline: &'a Outline<'_>,
    body: &Body,
    data_rows: &[bool],
    headline: Option<usize>,
    is_vietnamese: bool,
) -> Vec<Placed<'a>> {
    let mut lines: Vec<Placed<'_>> = Vec::new();
    for &part in &body.parts {
        lines.extend(untold(outline, body, part).filter(|(_, line)| {
            let is_own = !is_link(outline, line) || is_cell(outline, line, part);
            !body.furniture[line.frame] && is_own
        }));
    }
    if let Some(headline) = headline {
        under(outline, headline, is_vietnamese, &mut lines);
    }
    let is_text = |(_, line): &Placed<'_>| {
        let tag = outline.frames[line.frame].tag;
        let text = outline.text(line);
        !is_heading(tag) && (tag == "p" && !is_day_alone(text) || is_prose(text, line))
    };
    let first = lines.iter().position(is_text).unwrap_or(0);
    let last = lines.iter().rposition(is_text).unwrap_or(lines.len());
    let drops_strays = is_mostly_paragraphs(outline, &lines);
    let is_head_of_table = |[(_, head), (part, row)]: &[Placed<'_>; 2]| {
        is_heading(outline.frames[head.frame].tag) && is_cell(outline, row, *part)
    };
    let heads: Vec<bool> = lines.array_windows().map(is_head_of_table).chain([false]).collect();
    let mut tables = Tables { outline, data_rows, last: None };
    let mut at = 0..;
    lines.retain(|&placed| match at.next().unwrap_or(0) {
        at if at < first => belongs_over(outline, placed) || tables.hold(placed),
        at if at > last => heads[at] || belongs_under(outline, placed, is_vietnamese),
        _ => !(drops_strays && is_stray(outline, placed.1)) || is_data(outline, data_rows, placed),
    });
    lines
}

/// Drops what stands over the headline of the body (section, day), and the name alone in its box right
/// behind it. Text over the headline is an introduction, and stays.
fn under(outline: &Outline<'_>, headline: usize, is_vietnamese: bool, lines: &mut Vec<Placed<'_>>) {
    let start = outline.lines[headline].start;
    let is_text = |(_, line): &Placed<'_>| is_prose(outline.text(line), line);
    let first = lines.iter().find(|placed| is_text(placed)).map(|(_, line)| line.start);
    if first.is_none_or(|first| first < start) {
        return;
    }
    let is_name = |line: &Line| {
        let parent = outline.frames[line.frame].parent;
        let is_alone = outline.lines_of(parent).len() == 1;
        is_alone && byline::is_bare(outline.text(line), is_vietnamese)
    };
    // Names stand near the headline.
    let mut asked = 0;
    lines.retain(|(_, line)| {
        let is_behind = Some(line.start) >= first;
        asked += usize::from(line.start >= start);
        let is_name = |line: &Line| asked <= REACH && is_name(line);
        let is_caption = outline.frames[line.frame].tag == "figcaption";
        is_behind || is_caption || line.start >= start && !is_name(line)
    });
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

/// Fewest rows of a table that opens an article: the head of a paper has two.
const ROWS: usize = 3;

/// The tables of data over the first paragraph, asked line by line.
struct Tables<'t, 'a> {
    outline: &'t Outline<'a>,
    data_rows: &'t [bool],
    /// The last table that was asked for, and whether it opens the article.
    last: Option<(usize, bool)>,
}

impl Tables<'_, '_> {
    /// Whether a line stands in a table of several rows; one of links is a menu.
    fn hold(&mut self, placed: Placed<'_>) -> bool {
        let (_, line) = placed;
        if line.linked > 0 || !is_data(self.outline, self.data_rows, placed) {
            return false;
        }
        let frames = &self.outline.frames;
        let Some(table) = self.outline.around(line.frame).find(|&f| frames[f].tag == "table")
        else {
            return false;
        };
        if let Some((_, opens)) = self.last.filter(|(last, _)| *last == table) {
            return opens;
        }
        let rows = &self.data_rows[table..frames[table].end];
        let opens = rows.iter().filter(|row| **row).nth(ROWS - 1).is_some();
        self.last = Some((table, opens));
        opens
    }
}

fn belongs_over(outline: &Outline<'_>, (_, line): Placed<'_>) -> bool {
    matches!(outline.frames[line.frame].tag, "h2" | "h3" | "h4" | "figcaption" | "caption")
}

/// Items, rows and captions may end an article, and so may its byline.
fn belongs_under(outline: &Outline<'_>, (part, line): Placed<'_>, is_vietnamese: bool) -> bool {
    let mut inside = outline.around(line.frame).take_while(|&frame| frame > part);
    const ENDS: &[&str] = &["li", "dd", "dt", "tr", "figcaption", "caption"];
    inside.any(|frame| ENDS.contains(&outline.frames[frame].tag))
        || byline::in_foot(outline.text(line), is_vietnamese).is_some()
        || is_loose(outline, line)
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

/// Whether a line stands in a row of a table of data, where every line is short.
fn is_data(outline: &Outline<'_>, data_rows: &[bool], (part, line): Placed<'_>) -> bool {
    let mut inside = outline.around(line.frame).take_while(|&frame| frame > part);
    inside.find(|&frame| outline.frames[frame].tag == "tr").is_some_and(|row| data_rows[row])
}

/// Longest stray line, in bytes.
const STRAY: usize = 60;

/// Among paragraphs, a short line of a bare box: `Advertisement`, `3 comments`.
fn is_stray(outline: &Outline<'_>, line: &Line) -> bool {
    let frame = &outline.frames[line.frame];
    let is_bare = matches!(frame.tag, "div" | "section" | "article" | "center" | "form" | "header");
    let is_told = frame.traits.has(Traits::CAPTION) || frame.traits.has(Traits::LEAD);
    let text = outline.text(line);
    is_bare
        && !is_told
        && !outline.is_loose(line)
        && !frame.has_picture
        && text.len() < STRAY
        && !is_prose(text, line)
}

/// Loose text of the article; a short line with a day is that of the site.
fn is_loose(outline: &Outline<'_>, line: &Line) -> bool {
    let text = outline.text(line);
    let is_dated = || text.len() < STRAY && moment::find(text, Order::DayFirst).is_some();
    outline.is_loose(line) && !is_dated()
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::super::kind::data_rows;
    use super::*;
    use crate::article::outline::grid::Grid;
    use crate::article::title::Titles;
    use scraper::Html;

    #[test]
    fn rows_of_data_are_no_strays() {
        let prose =
            "<p>Các xã tiếp tục vận động người dân làm thủ tục trên mạng trong tháng tới.</p>";
        let rows = "<tr><td><div>Xã</div><td><div>12</div>";
        let table = |count: usize| format!("<table>{}</table>", rows.repeat(count));
        let menu = format!("<table>{}</table>", "<tr><td><a>Tin</a><td>ảnh".repeat(4));
        for (body, want) in [
            (format!("{prose}{}{prose}", table(1)), 4),
            (format!("{}{prose}", table(3)), 7),
            (format!("{}{prose}", table(2)), 1),
            (format!("{prose}<div>Chia sẻ</div>{prose}"), 2),
            (format!("{menu}{prose}"), 5),
            (format!("{prose}<table><caption>ĐVT: lớp</caption>{}</table>", rows.repeat(2)), 6),
        ] {
            let html = Html::parse_document(&format!("<article>{body}</article>"));
            let outline = Outline::new(&html);
            let found = find(&outline, None, &Titles::new(&[]));
            let rows = data_rows(&outline, &Grid::new(&outline));
            let lines = of(&outline, &found, &rows, None, true);
            assert_eq!(lines.len(), want, "{body}");
        }
    }
}
