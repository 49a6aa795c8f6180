//! What a line is to a reader: running text, or a heading.

use super::model::Line;

/// Shortest text that is prose without a full stop, in bytes.
pub(in super::super) const PROSE: usize = 80;

/// Whether a line reads as running text.
pub(in super::super) fn is_prose(text: &str, line: &Line) -> bool {
    let plain = text.len() - line.linked.min(text.len());
    let ends = text.ends_with(['.', '!', '?', '…', '”', '"', ':', ';']);
    plain * 2 > text.len() && (plain >= PROSE || ends && plain >= 20)
}

/// `h1` to `h6`.
pub(in super::super) fn is_heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
