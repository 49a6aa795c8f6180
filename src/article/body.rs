//! Which box holds the article.
//!
//! Every line has a worth: prose counts for its length, a list of links against it. The body is
//! the box whose lines are worth most together, and the smallest such box. What is furniture by
//! name is worth nothing, wherever it stands.

use super::boxes::Traits;
use super::outline::{Line, Outline};

/// The boxes of the article, and what is furniture inside and outside of them.
#[derive(Debug)]
pub(super) struct Body {
    /// The boxes in reading order, the lead's before the others; none where the page has no
    /// article.
    pub(super) parts: Vec<usize>,
    /// For each box of the outline: whether it is furniture.
    pub(super) furniture: Vec<bool>,
}

/// Shortest text that is prose without a full stop, in bytes.
const PROSE: usize = 80;
/// Least worth of a box: a page full of links beside the article does not sink it.
const LEAST: i64 = -400;

/// How much of its worth a box passes on, in hundredths: prose in boxes far apart is no article.
const DECAY: i64 = 90;

/// Finds the body.
pub(super) fn find(outline: &Outline<'_>) -> Body {
    let furniture = furniture(outline);
    let mut worth = vec![0_i64; outline.frames.len()];
    for line in outline.lines.iter().filter(|line| !furniture[line.frame]) {
        worth[line.frame] += line_worth(outline, line);
    }
    for frame in (1..outline.frames.len()).rev() {
        let parent = outline.frames[frame].parent;
        let passed = worth[frame].max(LEAST);
        worth[parent] += if passed > 0 { passed * DECAY / 100 } else { passed };
    }
    let with_name = |frame: usize| match outline.frames[frame].traits.has(Traits::BODY) {
        true => worth[frame] * 3,
        false => worth[frame],
    };
    let frame = (0..outline.frames.len())
        .filter(|&frame| !furniture[frame] && worth[frame] > 0)
        .filter(|&frame| can_hold_an_article(outline.frames[frame].tag))
        .max_by_key(|&frame| (with_name(frame), frame));
    let mut parts =
        frame.map_or(Vec::new(), |frame| with_twins(outline, frame, &worth, &furniture));
    if let Some(lead) = parts.first().and_then(|&frame| lead_before(outline, frame, &furniture)) {
        parts.insert(0, lead);
    }
    Body { parts, furniture }
}

/// The body, and the boxes beside it, or beside one around it, that are of its make and hold prose
/// too: an article cut up by advertisements.
fn with_twins(outline: &Outline<'_>, body: usize, worth: &[i64], furniture: &[bool]) -> Vec<usize> {
    let frames = &outline.frames;
    for around in outline.around(body).take(3) {
        let parent = frames[around].parent;
        let mut child = parent + 1;
        let siblings = std::iter::from_fn(|| {
            let this = child;
            child = frames.get(this)?.end;
            (this < frames[parent].end).then_some(this)
        });
        let twins: Vec<usize> = siblings
            .filter(|&twin| !furniture[twin] && worth[twin] * 8 > worth[body])
            .filter(|&twin| are_of_one_make(outline, around, twin))
            .collect();
        if twins.len() > 1 {
            return twins;
        }
    }
    vec![body]
}

/// Whether two boxes have the same tag and the same classes.
fn are_of_one_make(outline: &Outline<'_>, a: usize, b: usize) -> bool {
    let class = |frame: usize| {
        let element = outline.frames[frame].node.value().as_element()?;
        element.attrs().find(|(key, _)| *key == "class").map(|(_, value)| value)
    };
    outline.frames[a].tag == outline.frames[b].tag && class(a) == class(b)
}

/// The box of the lead that stands between the headline and the body.
fn lead_before(outline: &Outline<'_>, body: usize, furniture: &[bool]) -> Option<usize> {
    let before = &outline.lines[..outline.frames[body].first_line];
    let headline = before.iter().rposition(|line| outline.frames[line.frame].tag == "h1")?;
    let is_lead = |frame: &usize| outline.frames[*frame].traits.has(Traits::LEAD);
    before[headline + 1..]
        .iter()
        .filter(|line| !furniture[line.frame] && is_prose(outline.text(line), line))
        .find_map(|line| outline.around(line.frame).take(3).find(is_lead))
}

/// Whether a line reads as running text.
pub(super) fn is_prose(text: &str, line: &Line) -> bool {
    let plain = text.len() - line.linked.min(text.len());
    let ends = text.ends_with(['.', '!', '?', '…', '”', '"', ':', ';']);
    plain * 2 > text.len() && (plain >= PROSE || ends && plain >= 20)
}

fn line_worth(outline: &Outline<'_>, line: &Line) -> i64 {
    let text = outline.text(line);
    let plain = to_i64(text.len().saturating_sub(line.linked));
    let linked = to_i64(line.linked);
    let in_paragraph = outline.frames[line.frame].tag == "p";
    match () {
        () if is_prose(text, line) => plain,
        () if linked > plain => -linked - 10,
        () if in_paragraph || matches!(outline.frames[line.frame].tag, "td" | "th") => plain / 2,
        () if is_heading(outline.frames[line.frame].tag) => 0,
        () => -10,
    }
}

/// Whether an element of this name holds paragraphs, and is none itself.
fn can_hold_an_article(tag: &str) -> bool {
    let is_part =
        matches!(tag, "p" | "li" | "dd" | "dt" | "tr" | "pre" | "figcaption" | "blockquote");
    !is_part && !is_heading(tag)
}

fn to_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// `h1` to `h6`.
pub(super) fn is_heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// For each box whether it, or one around it, is furniture by name. A box that holds most of the
/// page's prose is not, whatever its name: `<div class="content-with-sidebar">`.
fn furniture(outline: &Outline<'_>) -> Vec<bool> {
    let mut prose = vec![0; outline.frames.len()];
    for line in &outline.lines {
        let text = outline.text(line);
        if is_prose(text, line) {
            prose[line.frame] += text.len() - line.linked;
        }
    }
    for frame in (1..outline.frames.len()).rev() {
        prose[outline.frames[frame].parent] += prose[frame];
    }
    let mut furniture = vec![false; outline.frames.len()];
    for (i, frame) in outline.frames.iter().enumerate().skip(1) {
        let named = frame.traits.has(Traits::FURNITURE)
            && !frame.traits.has(Traits::CONTENT)
            && prose[i] * 2 < prose[0]
            || frame.traits.has(Traits::COMMENTS) && prose[i] * 10 < prose[0] * 9;
        let whole_page = matches!(frame.tag, "html" | "body");
        furniture[i] = furniture[frame.parent] || named && !whole_page;
    }
    furniture
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn body_of(markup: &str) -> Option<String> {
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        let frame = *find(&outline).parts.last()?;
        let element = outline.frames[frame].node.value().as_element()?;
        Some(format!("{}#{}", element.name(), element.id().unwrap_or("")))
    }

    const PROSE: &str = "<p>Trong năm, huyện đã mở 12 lớp đào tạo nghề cho lao động nông thôn, \
                         giải quyết việc làm cho 350 người.</p>";

    #[test]
    fn the_smallest_box_with_the_prose_is_the_body() {
        let links = "<ul><li><a>Tin thứ nhất của tỉnh</a><li><a>Tin thứ hai</a></ul>";
        for (page, want) in [
            (format!("<div id=a>{PROSE}{PROSE}</div><div id=b>{links}</div>"), "div#a"),
            (format!("<div id=a>{links}<div id=b>{PROSE}</div></div>"), "div#b"),
            (
                format!("<div id=a><div>{PROSE}</div>{links}<div>{PROSE}{PROSE}</div></div>"),
                "div#a",
            ),
            (format!("<div id=a>{PROSE}</div><div class=comments>{PROSE}{PROSE}</div>"), "div#a"),
            (format!("<div id=a class=with-sidebar>{PROSE}</div>{links}"), "div#a"),
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
        assert_eq!(find(&outline).parts.len(), 2);
    }

    #[test]
    fn a_page_of_links_has_no_body() {
        let page = "<ul><li><a>Tin thứ nhất</a><li><a>Tin thứ hai</a></ul><a>Trang chủ</a>";
        assert_eq!(body_of(page), None);
    }
}
