//! A Word document as markup.
//!
//! Told is what a reader of the printed document sees in its text: headings, paragraphs, items,
//! tables with merged cells, text boxes, and each footnote as a paragraph behind the one that it
//! belongs to, so that no mark of a note stands beside a number. Left out are headers and footers, tables of
//! contents, comments, hidden text and what a tracked change deleted.
//!
//! Where a paragraph stands is said as an XPath into its part: `/w:document/w:body/w:p[12]`.
//!
//! * `parts`: which part of the file holds what
//! * `styles`: what the style of a paragraph or of letters says
//! * `numbering`: what stands before the paragraphs of a list
//! * `body`: the paragraphs and tables one after another
//! * `paragraph`: what a paragraph is
//! * `inline`: its text
//! * `table`: the cells of a table

mod body;
mod inline;
mod numbering;
mod paragraph;
mod parts;
mod styles;
mod table;

use super::package::Package;
use super::{Error, Kind};

/// The markup of a Word document.
pub(super) fn markup(bytes: &[u8]) -> Result<String, Error> {
    let mut package = Package::open(bytes, Kind::Docx.noun())?;
    let sources = parts::Sources::read(&mut package)?;
    let parts = sources.parse()?;
    Ok(body::Writer::new(&parts).write())
}

/// Documents for tests.
#[cfg(test)]
mod sample {
    use super::super::package::sample::packed;

    const RELATIONS: &str = "<Relationships>\
        <Relationship Type='http://x/styles' Target='styles.xml'/>\
        <Relationship Type='http://x/numbering' Target='numbering.xml'/>\
        <Relationship Type='http://x/footnotes' Target='/word/footnotes.xml'/>\
        </Relationships>";
    const STYLES: &str = "<w:styles><w:docDefaults/>\
        <w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>\
        <w:style w:type='paragraph' w:styleId='u1'><w:name w:val='heading 1'/>\
        <w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='muc'><w:name w:val='Mục'/><w:basedOn w:val='u1'/></w:style>\
        <w:style w:type='paragraph' w:styleId='ten'><w:name w:val='Title'/></w:style>\
        <w:style w:type='paragraph' w:styleId='ml1'><w:name w:val='toc 1'/></w:style>\
        <w:style w:type='character' w:styleId='an'><w:rPr><w:vanish/></w:rPr></w:style>\
        </w:styles>";
    const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
        <w:lvl w:ilvl='0'><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl>\
        </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    const NOTES: &str = "<w:footnotes><w:footnote w:id='1'><w:p><w:r><w:footnoteRef/>\
        <w:t>Không kể 5 xã.</w:t></w:r></w:p></w:footnote></w:footnotes>";

    /// The markup of a document with this body, without the places.
    pub(super) fn markup(body: &str) -> String {
        let markup = super::markup(&document(body)).unwrap();
        let mut plain = String::new();
        for (at, part) in markup.split(" data-place=\"").enumerate() {
            let part = if at == 0 { part } else { part.split_once('"').unwrap().1 };
            plain.push_str(part);
        }
        plain.replace('\n', "").replace("<body>", "")
    }

    /// A document with this body.
    pub(super) fn document(body: &str) -> Vec<u8> {
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        packed(&[
            ("[Content_Types].xml", ""),
            ("word/document.xml", &document),
            ("word/_rels/document.xml.rels", RELATIONS),
            ("word/styles.xml", STYLES),
            ("word/numbering.xml", NUMBERING),
            ("word/footnotes.xml", NOTES),
        ])
    }

    /// A paragraph with these properties and runs.
    pub(super) fn paragraph(properties: &str, runs: &str) -> String {
        format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
    }

    /// Letters.
    pub(super) fn run(text: &str) -> String {
        format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{document, markup, paragraph, run};

    #[test]
    fn styles_make_headings() {
        for (style, want) in [
            ("<w:pStyle w:val='u1'/>", "<h2>Kết quả</h2>"),
            ("<w:pStyle w:val='muc'/>", "<h2>Kết quả</h2>"),
            ("<w:pStyle w:val='ten'/>", "<h1>Kết quả</h1>"),
            ("<w:pStyle w:val='u1'/><w:outlineLvl w:val='9'/>", "<p>Kết quả</p>"),
            ("<w:outlineLvl w:val='2'/>", "<h4>Kết quả</h4>"),
            ("<w:pStyle w:val='ml1'/>", ""),
            ("<w:pStyle w:val='none'/>", "<p>Kết quả</p>"),
        ] {
            assert_eq!(markup(&paragraph(style, &run("Kết quả"))), want, "{style}");
        }
    }

    #[test]
    fn items_have_their_level_and_their_number() {
        let item = |level, text| {
            let list = format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr>");
            paragraph(&list, &run(text))
        };
        let body = item(0, "Mở 3 lớp") + &item(1, "nữ 2") + &item(0, "Mở 4 lớp");
        let want = "<ul><li>I. Mở 3 lớp<ul><li>- nữ 2</li></ul></li><li>II. Mở 4 lớp</li></ul>";
        assert_eq!(markup(&body), want);
        let heading = "<w:pStyle w:val='u1'/><w:numPr><w:numId w:val='1'/></w:numPr>";
        assert_eq!(markup(&paragraph(heading, &run("Kết quả"))), "<h2>I. Kết quả</h2>");
        let none = "<w:numPr><w:numId w:val='0'/></w:numPr>";
        assert_eq!(markup(&paragraph(none, &run("Kết quả"))), "<p>Kết quả</p>");
    }

    #[test]
    fn a_note_stands_behind_its_paragraph_and_no_mark_beside_a_number() {
        let runs = run("Có 1.234") + "<w:r><w:footnoteReference w:id='1'/></w:r>" + &run(" lượt");
        let want = "<p>Có 1.234 lượt</p><p>Không kể 5 xã.</p>";
        assert_eq!(markup(&paragraph("", &runs)), want);
        let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("", &runs));
        let want = "<table><tr><td><p>Có 1.234 lượt</p></td></tr></table><p>Không kể 5 xã.</p>";
        assert_eq!(markup(&table), want);
    }

    #[test]
    fn a_text_box_is_told_once() {
        let text = |text| format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", &run(text)));
        let drawing = format!(
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing>{}</w:drawing></mc:Choice>\
             <mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            text("Khung"),
            text("Khung")
        );
        let body = paragraph("", &(run("Có 5 ") + &drawing + &run("xã")));
        assert_eq!(markup(&body), "<p>Có 5 xã</p><p>Khung</p>");
    }

    #[test]
    fn deleted_ends_of_paragraphs_join_them() {
        let deleted = paragraph("<w:rPr><w:del/></w:rPr>", &run("Có 1."));
        assert_eq!(
            markup(&(deleted.clone() + &paragraph("", &run("297 lượt")))),
            "<p>Có 1.297 lượt</p>"
        );
        assert_eq!(markup(&deleted), "<p>Có 1.</p>");
    }

    #[test]
    fn a_table_of_contents_and_what_asks_to_be_filled_in_are_left_out() {
        let contents = format!(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>\
             </w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            paragraph("", &run("I. Kết quả 3"))
        );
        let request = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>\
                       <w:r><w:t>Nhập 1 ngày</w:t></w:r></w:p></w:sdtContent></w:sdt>";
        let filled = request.replace("<w:showingPlcHdr/>", "");
        assert_eq!(markup(&(contents + request + &filled)), "<p>Nhập 1 ngày</p>");
    }

    #[test]
    fn a_place_is_a_path_into_the_part() {
        let body = paragraph("", "") + &paragraph("", &run("Một"));
        let table =
            format!("<w:tbl><w:tr/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("", &run("2")));
        let markup = super::markup(&document(&(body + &table))).unwrap();
        for place in ["/w:document/w:body/w:p[2]", "/w:document/w:body/w:tbl[1]/w:tr[2]"] {
            assert!(markup.contains(&format!("data-place=\"{place}\"")), "{markup}");
        }
    }

    #[test]
    fn hostile_documents_are_refused_at_once() {
        let nested = "<w:tbl><w:tr><w:tc>".repeat(10_000);
        let error = super::markup(&document(&nested)).unwrap_err();
        assert!(error.to_string().contains("nest deeper than"), "{error}");
        let deepest = "<w:tbl><w:tr><w:tc>".repeat(80) + &"</w:tc></w:tr></w:tbl>".repeat(80);
        assert!(super::markup(&document(&deepest)).is_ok());
    }
}
