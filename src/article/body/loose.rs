//! Paragraphs that stand right in `<body>`, in no box of their own, with menus and side boxes beside them.
//!
//! `<body><h1>…</h1><ul>20 links</ul><p>…</p><p>…</p></body>`: what stands beside them does not count against
//! them, and is none of the article.

use super::super::outline::Outline;

/// The `<body>` of the page, and what its own lines and paragraphs are worth.
pub(super) fn worth(outline: &Outline<'_>, worth: &[i64]) -> Option<(usize, i64)> {
    let body = outline.frames.iter().position(|frame| frame.tag == "body")?;
    let own = children(outline, body).filter(|&child| is_text(outline.frames[child].tag));
    let all = worth[body].max(0) + own.map(|child| worth[child]).sum::<i64>();
    Some((body, all)).filter(|(_, all)| *all > 0)
}

/// Fewest links of a list.
const FEWEST: usize = 3;

/// Marks as furniture the boxes beside the paragraphs that hold more links than text.
pub(super) fn drop_lists(
    outline: &Outline<'_>,
    body: usize,
    worth: &[i64],
    furniture: &mut [bool],
) {
    let has_links = |&child: &usize| {
        let lines = outline.lines_of(child).iter();
        lines.filter(|line| line.linked > 0).nth(FEWEST - 1).is_some()
    };
    let lists = children(outline, body)
        .filter(|&child| !is_text(outline.frames[child].tag) && worth[child] <= 0)
        .filter(has_links);
    for list in lists {
        furniture[list..outline.frames[list].end].fill(true);
    }
}

/// The boxes right inside a box.
fn children<'a>(outline: &'a Outline<'_>, frame: usize) -> impl Iterator<Item = usize> + 'a {
    let frames = &outline.frames;
    let mut next = frame + 1;
    std::iter::from_fn(move || {
        let child = Some(next).filter(|&child| child < frames[frame].end)?;
        next = frames[child].end;
        Some(child)
    })
}

fn is_text(tag: &str) -> bool {
    matches!(tag, "p" | "blockquote" | "center" | "figure" | "h1" | "h2" | "h3" | "h4" | "pre")
}
