//! Which boxes are furniture of the site: menus, related news, share bars, comments.
//!
//! Told by the names of a box, unless it holds most of what there is to read.

use super::super::outline::Outline;
use super::super::outline::boxes::Traits;
use super::super::outline::prose::is_prose;
use super::{comments, imprint};

/// Most prose of the foot of a page or a dialog, in bytes: one that was never closed holds the page.
const LONGEST: usize = 4_000;

/// For each box whether it, or one around it, is furniture by name. A box that holds most of the
/// page's prose is not, whatever its name: `<div class="content-with-sidebar">`.
pub(in super::super) fn find(outline: &Outline<'_>) -> Vec<bool> {
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
            || frame.traits.has(Traits::NEVER) && prose[i] < LONGEST && !holds_headline(outline, i)
            || frame.traits.has(Traits::COMMENTS) && prose[i] * 10 < prose[0] * 9;
        let is_known = || {
            let is_small = prose[i] * 10 < prose[0] * 9;
            imprint::is_box(outline, i)
                || imprint::is_foot(outline, i)
                || is_small && comments::is_box(outline, i)
        };
        let whole_page = matches!(frame.tag, "html" | "body");
        furniture[i] = furniture[frame.parent] || !whole_page && (named || is_known());
    }
    furniture
}

fn holds_headline(outline: &Outline<'_>, frame: usize) -> bool {
    let inside = &outline.frames[frame..outline.frames[frame].end];
    inside.iter().any(|frame| frame.tag == "h1")
}
