//! How markup is written of a document.

/// Attribute of a block element that says where it stands in the document.
pub const PLACE: &str = "data-place";

/// Headings by their level in the outline; the title of the document is `h1`.
pub(super) const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

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

/// The markup of a whole document, whose letters are in a font unless they say otherwise.
pub(super) fn whole(font: Option<&str>, blocks: &str) -> String {
    let mut markup = String::with_capacity(blocks.len() + 64);
    match font {
        Some(font) => {
            markup.push_str("<body style=\"font-family:'");
            push_text(&mut markup, font);
            markup.push_str("'\">");
        }
        None => markup.push_str("<body>"),
    }
    markup + blocks
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

/// Opens a cell that takes so many columns and rows.
pub(super) fn push_cell(markup: &mut String, tag: &str, columns: usize, rows: usize) {
    markup.push('<');
    markup.push_str(tag);
    if columns > 1 {
        markup.push_str(&format!(" colspan={columns}"));
    }
    if rows > 1 {
        markup.push_str(&format!(" rowspan={rows}"));
    }
    markup.push('>');
}
