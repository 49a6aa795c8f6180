//! A document's pages as HTML.
//!
//! Type that is larger than that of the body makes a heading, the largest on the first page that of the
//! document. A block says on which page it stands: `page=3`.

use super::flow::{self, Block, Paragraph, Span, Typed};
use super::grid::{Cell, Table};
use super::leaf::Leaf;
use super::row;
use super::writer;
use crate::document::markup::{close, open, push_text};

/// The pages as HTML. `old_fonts` are the names of fonts that show other letters than the text holds.
pub(in crate::document) fn markup(leaves: Vec<Leaf>, old_fonts: &[Option<String>]) -> String {
    let flow = flow::flow(leaves, None);
    let mut writer = Writer { markup: String::new(), old_fonts };
    let titles = flow.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.page == 0 => Some(paragraph.size),
        _ => None,
    });
    let largest = titles.max().unwrap_or(0);
    let mut has_title = false;
    for block in &flow.blocks {
        match block {
            Block::Table(table, page) => writer.table(table, *page),
            Block::Paragraph(paragraph) => {
                let is_large = paragraph.size * 100 >= flow.body * 115;
                let tag = match is_large {
                    true if !has_title && paragraph.page == 0 && paragraph.size == largest => "h1",
                    true => "h2",
                    false => "p",
                };
                has_title |= tag == "h1";
                writer.paragraph(paragraph, tag);
            }
        }
    }
    writer.markup
}

/// Pages of typed lines as HTML. A text has no pages that
/// anybody knows of, so no block says where it stands.
pub(in crate::document) fn typed(leaves: Vec<Leaf>, typed: Typed) -> String {
    let flow = flow::flow(leaves, Some(typed));
    let mut writer = Writer { markup: String::new(), old_fonts: &[] };
    for block in &flow.blocks {
        match block {
            Block::Table(table, _) => {
                writer.markup.push_str("<table>");
                writer.rows(table, None);
            }
            Block::Paragraph(paragraph) => {
                writer.markup.push_str("<p>");
                writer.spans(&paragraph.spans);
                close(&mut writer.markup, "p");
            }
        }
    }
    writer.markup
}

struct Writer<'a> {
    markup: String,
    old_fonts: &'a [Option<String>],
}

impl Writer<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, tag: &str) {
        if let Some(spans) = undotted(&paragraph.spans).filter(|_| tag == "p") {
            self.markup.push_str("<ul>");
            open(&mut self.markup, "li", &place(paragraph.page));
            self.spans(&spans);
            close(&mut self.markup, "li");
            self.markup.push_str("</ul>");
            return;
        }
        open(&mut self.markup, tag, &place(paragraph.page));
        let is_bold = paragraph.is_bold && tag == "p";
        self.markup.push_str(if is_bold { "<b>" } else { "" });
        self.spans(&paragraph.spans);
        self.markup.push_str(if is_bold { "</b>" } else { "" });
        close(&mut self.markup, tag);
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            let font = self.old_fonts.get(usize::from(span.font)).and_then(Option::as_ref);
            if let Some(font) = font {
                self.markup.push_str("<font face=\"");
                push_text(&mut self.markup, font);
                self.markup.push_str("\">");
            }
            self.markup.push_str(if span.is_raised { "<sup>" } else { "" });
            push_text(&mut self.markup, &span.text);
            self.markup.push_str(if span.is_raised { "</sup>" } else { "" });
            self.markup.push_str(if font.is_some() { "</font>" } else { "" });
        }
    }

    fn table(&mut self, table: &Table, page: usize) {
        self.markup.push_str("<table>");
        self.rows(table, Some(&place(page)));
    }

    fn rows(&mut self, table: &Table, place: Option<&str>) {
        for row in &table.rows {
            match place {
                Some(place) => open(&mut self.markup, "tr", place),
                None => self.markup.push_str("<tr>"),
            }
            for cell in row {
                self.cell(cell);
            }
            self.markup.push_str("</tr>\n");
        }
        close(&mut self.markup, "table");
    }

    fn cell(&mut self, cell: &Cell) {
        let (columns, rows) = cell.span;
        self.markup.push_str("<td");
        for (name, count) in [("colspan", columns), ("rowspan", rows)] {
            if count > 1 {
                self.markup.push_str(&format!(" {name}=\"{count}\""));
            }
        }
        self.markup.push('>');
        let mut spans = Vec::new();
        for row in row::rows(cell.runs.clone()) {
            writer::push_spans(&mut spans, " ", &row);
        }
        self.spans(&spans);
        self.markup.push_str("</td>");
    }
}

/// The words of an item without its dot, which says no more than that here is one.
fn undotted(spans: &[Span]) -> Option<Vec<Span>> {
    let (first, rest) = spans.split_first()?;
    let text = first.text.strip_prefix(['•', '●', '○', '◦', '▪', '■', '□', '➢', '✓'])?;
    let first = Span { text: text.trim_start().to_owned(), ..*first };
    Some(std::iter::once(first).chain(rest.iter().cloned()).collect())
}

fn place(page: usize) -> String {
    format!("page={}", page + 1)
}
