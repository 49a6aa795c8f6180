//! A text of LibreOffice as markup, or the same in one piece of XML (`.fodt`).
//!
//! What is told and what is left out is as for Word. A tracked deletion stands apart from the text, and
//! what is here is the text without it.
//!
//! * `styles`: what the style of a paragraph or of letters says
//! * `numbering`: what stands before the items of a list
//! * `body`: the paragraphs, lists and tables one after another
//! * `inline`: the text of a paragraph
//! * `table`: the cells of a table

mod body;
mod inline;
mod numbering;
mod styles;
mod table;

use super::package::Package;
use super::xml::Tree;
use super::{Error, Kind, foreign};

/// The part that holds the text, the one with the styles of all texts, and the one that lists them.
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// The markup of a text.
pub(super) fn markup(bytes: &[u8]) -> Result<String, Error> {
    if !bytes.starts_with(b"PK") {
        let tree = parse(bytes, "the text")?;
        return Ok(body::Writer::new(&tree, None).write());
    }
    let found = Kind::Odt.noun();
    let mut package = Package::open(bytes, found)?;
    let manifest = package.part(MANIFEST)?.unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(foreign::ENCRYPTED);
    }
    let content = package
        .part(CONTENT)?
        .ok_or_else(|| Error::Damaged { found, reason: format!("it has no part `{CONTENT}`") })?;
    let styles = package.part(STYLES)?;
    let content = parse(&content, CONTENT)?;
    let styles = styles.as_deref().map(|styles| parse(styles, STYLES)).transpose()?;
    Ok(body::Writer::new(&content, styles.as_ref()).write())
}

fn parse<'a>(bytes: &'a [u8], name: &str) -> Result<Tree<'a>, Error> {
    Tree::parse(bytes).map_err(|flaw| flaw.of(Kind::Odt.noun(), name))
}

#[cfg(test)]
mod tests {
    use super::super::package::sample::packed;
    use super::*;

    /// The markup of a text with this body, without the places.
    fn told(body: &str) -> String {
        let styles = "<office:automatic-styles>\
            <style:style style:name='P1' style:family='paragraph' style:parent-style-name='Title'/>\
            <style:style style:name='H1' style:display-name='Heading 1' style:family='paragraph'/>\
            <style:style style:name='an' style:family='text'><style:text-properties text:display='none'/>\
            </style:style><style:style style:name='mu' style:family='text'>\
            <style:text-properties style:text-position='super 58%'/></style:style>\
            <text:list-style style:name='L'><text:list-level-style-number text:level='1' \
            style:num-format='1' style:num-suffix='.'/></text:list-style></office:automatic-styles>";
        let common = "<x><style:style style:name='Title' style:family='paragraph'/></x>";
        let content = format!(
            "<office:document-content>{styles}<office:body><office:text>{body}</office:text>\
             </office:body></office:document-content>"
        );
        let parts = [("mimetype", ""), ("content.xml", &*content), ("styles.xml", common)];
        let markup = markup(&packed(&parts)).unwrap();
        let mut plain = String::new();
        for (at, part) in markup.split(" data-place=\"").enumerate() {
            let part = if at == 0 { part } else { part.split_once('"').unwrap().1 };
            plain.push_str(part);
        }
        plain.replace('\n', "").replace("<body>", "")
    }

    #[test]
    fn paragraphs_lists_and_notes_are_told() {
        for (body, want) in [
            ("<text:p text:style-name='P1'>Kết quả</text:p>", "<h1>Kết quả</h1>"),
            ("<text:h text:outline-level='2'>Kết quả</text:h>", "<h3>Kết quả</h3>"),
            ("<text:p text:style-name='H1'>Kết quả</text:p>", "<h2>Kết quả</h2>"),
            (
                "<text:p>Có 1.234<text:note><text:note-citation>1</text:note-citation><text:note-body>\
                 <text:p>Không kể 5 xã.</text:p></text:note-body></text:note> lượt</text:p>",
                "<p>Có 1.234 lượt</p><p>Không kể 5 xã.</p>",
            ),
            (
                "<text:p>5<text:s text:c='2'/>m<text:span text:style-name='mu'>2</text:span>\
                 <text:span text:style-name='an'>9</text:span><text:line-break/>x</text:p>",
                "<p>5  m<sup>2</sup><br>x</p>",
            ),
            (
                "<text:list text:style-name='L'><text:list-item><text:p>Một</text:p><text:list>\
                 <text:list-item><text:p>Hai</text:p></text:list-item></text:list></text:list-item>\
                 <text:list-item><text:p>Ba</text:p></text:list-item></text:list>",
                "<ul><li>1. Một<ul><li>Hai</li></ul></li><li>2. Ba</li></ul>",
            ),
            (
                "<text:tracked-changes><text:p>Có 9 xã</text:p></text:tracked-changes>\
                 <text:table-of-content><text:p>I 3</text:p></text:table-of-content>\
                 <text:p>Có 5 xã<draw:frame><draw:text-box><text:p>Khung</text:p></draw:text-box>\
                 </draw:frame><office:annotation><text:p>Xem lại 7</text:p></office:annotation></text:p>",
                "<p>Có 5 xã</p><p>Khung</p>",
            ),
        ] {
            assert_eq!(told(body), want, "{body}");
        }
    }

    #[test]
    fn cells_take_their_columns_and_rows() {
        let cell = |attributes, text| {
            format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
        };
        let body = format!(
            "<table:table><table:table-header-rows><table:table-row>{}<table:covered-table-cell/>\
             </table:table-row></table:table-header-rows><table:table-row>{}\
             <table:table-cell table:number-columns-repeated='2'/></table:table-row></table:table>",
            cell("table:number-columns-spanned='2'", "Xã"),
            cell("table:number-rows-spanned='3'", "5")
        );
        assert_eq!(
            told(&body),
            "<table><tr><th colspan=2><p>Xã</p></th></tr>\
             <tr><td rowspan=3><p>5</p></td><td></td><td></td></tr></table>"
        );
        let many = "<table:table-cell table:number-columns-repeated='99999'/>".repeat(1000);
        let wide = format!("<table:table><table:table-row>{many}</table:table-row></table:table>");
        assert!(told(&wide).matches("<td>").count() < 1300);
    }

    #[test]
    fn a_text_with_a_password_is_refused() {
        let parts = [("META-INF/manifest.xml", "<m><encryption-data/></m>"), ("content.xml", "x")];
        assert_eq!(markup(&packed(&parts)), Err(foreign::ENCRYPTED));
    }
}
