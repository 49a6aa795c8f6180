//! How markup is written of a document.

/// Attribute of a block element that says where it stands in the document.
pub const PLACE: &str = "data-place";

/// Adds text, so that it reads as the same text in markup.
pub(super) fn push_text(markup: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        markup.push_str(&rest[..at]);
        markup.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    markup.push_str(rest);
}

/// Opens a block element that stands at a place of the document.
pub(super) fn open(markup: &mut String, tag: &str, place: &str) {
    markup.push('<');
    markup.push_str(tag);
    markup.push_str(" data-place=\"");
    push_text(markup, place);
    markup.push_str("\">");
}

/// Closes it.
pub(super) fn close(markup: &mut String, tag: &str) {
    markup.push_str("</");
    markup.push_str(tag);
    markup.push_str(">\n");
}
