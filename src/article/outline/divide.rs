//! Lines divided at a `<br>` beside a day: `<b>Xã Thử mở lớp</b><br>06/03/2023` are two, as readers see them.
//!
//! Old portals print headline, day and text of an article in one cell with nothing but `<br>` between.

use super::super::day::line::is_day_alone;
use super::model::{Line, Outline};

/// Longest line that is divided, in bytes, and most of its parts.
const LONGEST: usize = 400;
const MOST: usize = 6;

/// Divides the lines of a page that hold a day between their breaks, and nothing that is a link.
pub(super) fn at_days(outline: &mut Outline<'_>) {
    if outline.breaks.is_empty() {
        return;
    }
    let mut lines = Vec::with_capacity(outline.lines.len());
    // For each line the number of those that stand before it.
    let mut before = Vec::with_capacity(outline.lines.len() + 1);
    for line in &outline.lines {
        before.push(lines.len());
        lines.extend(divided(outline, line));
    }
    before.push(lines.len());
    if lines.len() == outline.lines.len() {
        return;
    }
    for frame in &mut outline.frames {
        (frame.first_line, frame.last_line) = (before[frame.first_line], before[frame.last_line]);
    }
    for piece in &mut outline.named {
        let Some(end) = before.get(piece.line + 1) else {
            piece.line = lines.len();
            continue;
        };
        let own = &lines[before[piece.line]..*end];
        let behind = own.iter().take_while(|line| line.start <= piece.start + 1).count();
        piece.line = before[piece.line] + behind.saturating_sub(1);
    }
    for stamp in &mut outline.stamps {
        let own = before[stamp.line]..*before.get(stamp.line + 1).unwrap_or(&lines.len());
        let is_day = |at: &usize| is_day_alone(&outline.all[lines[*at].start..lines[*at].end]);
        stamp.line = own.clone().find(is_day).unwrap_or(own.start);
    }
    outline.lines = lines;
}

/// The parts of a line, those beside each other that are no days as one.
fn divided(outline: &Outline<'_>, line: &Line) -> Vec<Line> {
    let is_short = line.end - line.start <= LONGEST && line.linked == 0;
    let parts: Vec<_> = match is_short {
        true => outline.parts(line).take(MOST + 1).collect(),
        false => Vec::new(),
    };
    let is_day = |part: &std::ops::Range<usize>| is_day_alone(&outline.all[part.clone()]);
    if !(2..=MOST).contains(&parts.len()) || !parts.iter().any(is_day) || parts.iter().all(is_day) {
        return vec![line.clone()];
    }
    let is_slanted = line.slanted == line.end - line.start;
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = false;
    for part in parts {
        let is_own = is_day(&part);
        match lines.last_mut().filter(|_| goes_on && !is_own) {
            Some(last) => last.end = part.end,
            None => lines.push(Line {
                slanted: if is_slanted { part.len() } else { 0 },
                follows_picture: line.follows_picture && lines.is_empty(),
                start: part.start,
                end: part.end,
                ..line.clone()
            }),
        }
        goes_on = !is_own;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn a_day_between_breaks_is_a_line() {
        for (markup, want) in [
            ("<b>Mở lớp</b><br>06/03/2023", vec!["Mở lớp", "06/03/2023"]),
            (
                "<p>Mở<br>lớp<br>Thứ Hai, 06/03/2023<br>Xã mở 3 lớp</p>",
                vec!["Mở lớp", "Thứ Hai, 06/03/2023", "Xã mở 3 lớp"],
            ),
            (
                "Mở lớp ngày<br>06/03/2023 ở ba ấp của xã",
                vec!["Mở lớp ngày 06/03/2023 ở ba ấp của xã"],
            ),
            ("<a href=x>Mở lớp</a><br>06/03/2023", vec!["Mở lớp 06/03/2023"]),
        ] {
            let html = Html::parse_document(&format!("<div>{markup}</div><p>Hết</p>"));
            let outline = Outline::new(&html);
            let texts: Vec<_> = outline.lines.iter().map(|line| outline.text(line)).collect();
            let (last, own) = texts.split_last().unwrap();
            assert_eq!((own, *last), (want.as_slice(), "Hết"), "{markup}");
            let frame = outline.lines.last().unwrap().frame;
            assert_eq!(outline.lines_of(frame).len(), 1, "{markup}");
        }
    }
}
