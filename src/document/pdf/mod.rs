//! PDF documents with a text layer.
//!
//! The file says where every letter stands, and nothing of words, lines or paragraphs: these are found
//! by `layout`. Pages without any letters are pictures, and such a document is refused. What is
//! encrypted so that everybody may read it is read.
//!
//! * `guard`, `stream`: how much a file may hold, and what a stream holds
//! * `content`: the instructions of a page
//! * `matrix`: where they put a letter
//! * `font`, `glyph_name`: which letter it is, and how wide
//! * `old_font`: fonts from before Unicode
//! * `ink`, `path`: the letters and lines that a page shows

mod content;
mod font;
mod glyph_name;
mod guard;
mod ink;
mod matrix;
mod old_font;
mod path;
mod stream;

use super::Error;
use super::layout::{self, Leaf};
use content::{Canvas, Reader};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};
use ink::Ink;
use matrix::Matrix;
use path::Path;

/// What the file is called in errors.
const FOUND: &str = "a PDF document";

/// The document as HTML.
///
/// # Errors
/// When the file is damaged, needs a password, unpacks to more than it may, or holds no text.
pub(super) fn markup(bytes: &[u8]) -> Result<String, Error> {
    guard::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Error::Foreign {
            found: "a PDF document that needs a password",
            advice: "save it without one",
        },
        LoadPdfError::Invalid => damaged("its list of objects cannot be read"),
    })?;
    if pdf.pages().is_empty() {
        return Err(damaged("it has no pages"));
    }
    let mut reader = Reader::new(bytes.len());
    let (mut leaves, mut unknown) = (Vec::new(), 0);
    for page in pdf.pages().iter() {
        let (leaf, without_text) = read(page, &mut reader);
        unknown += without_text;
        leaves.push(leaf);
        if reader.is_spent() {
            return Err(too_large("its pages hold more than pages of print".to_owned()));
        }
    }
    let runs = leaves.iter().flat_map(|leaf| &leaf.runs);
    let known: usize = runs.map(|run| run.text.chars().count()).sum();
    match () {
        () if known >= unknown && known > 0 => Ok(layout::markup(leaves, &reader.old_fonts)),
        () if unknown > 0 => Err(Error::Foreign {
            found: "a PDF document whose fonts do not tell which letters they show",
            advice: "recognise its text first (OCR), or ask for the file that it was made of",
        }),
        () => Err(Error::Foreign {
            found: "a PDF document without a text layer, a scan",
            advice: "recognise its text first (OCR), or ask for the file that it was made of",
        }),
    }
}

/// A page, and how many letters of it have no text.
fn read(page: &Page<'_>, reader: &mut Reader) -> (Leaf, usize) {
    let (mut ink, mut path) = (Ink::default(), Path::default());
    let map = Matrix::new(page.initial_transform(true).as_coeffs());
    let code = code(page);
    let mut canvas = Canvas { ink: &mut ink, path: &mut path };
    reader.read(&code, page.resources(), map, &mut canvas);
    let (_, height) = page.render_dimensions();
    let (_, height) = Matrix::IDENTITY.place(0.0, f64::from(height));
    let runs = layout::runs(ink.letters, &path.rulings);
    (Leaf { height, runs, rulings: path.rulings }, ink.unknown)
}

/// The instructions of a page, which may stand in several streams.
fn code(page: &Page<'_>) -> Vec<u8> {
    let raw = page.raw();
    if let Some(stream) = raw.get::<Stream<'_>>(keys::CONTENTS) {
        return stream::bytes(&stream).unwrap_or_default();
    }
    let streams = raw.get::<Array<'_>>(keys::CONTENTS).unwrap_or_default();
    let streams = streams.iter::<Stream<'_>>().filter_map(|stream| stream::bytes(&stream));
    streams.fold(Vec::new(), |mut code, part| {
        code.extend(part);
        code.push(b'\n');
        code
    })
}

fn damaged(reason: &str) -> Error {
    Error::Damaged { found: FOUND, reason: reason.to_owned() }
}

fn too_large(reason: String) -> Error {
    Error::TooLarge { found: FOUND, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of some objects, the first of which is the catalog.
    fn file(objects: &[&str]) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = String::new();
        for (number, object) in (1..).zip(objects) {
            places.push_str(&format!("{:010} 00000 n \n", bytes.len()));
            bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
        }
        let (size, start) = (objects.len() + 1, bytes.len());
        let list = format!("xref\n0 {size}\n0000000000 65535 f \n{places}");
        let end = format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        bytes.extend((list + &end).bytes());
        bytes
    }

    /// A file of one page that shows what the instructions say, in a font of that name.
    fn page(code: &str, font: &str) -> Vec<u8> {
        let stream = format!("<</Length {}>>\nstream\n{code}\nendstream", code.len());
        let font = format!("<</Type/Font/Subtype/TrueType/BaseFont/{font}>>");
        file(&[
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
             /Resources<</Font<</F 5 0 R>>/XObject<</Fm 6 0 R>>>>>>",
            &stream,
            &font,
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 6 0 R>>>>\
             /Length 24>>\nstream\n/Fm Do /Fm Do /Fm Do /Fm\nendstream",
        ])
    }

    const TEXT: &str = "BT /F 12 Tf 50 700 Td (Nam 2022 mo 14 lop.) Tj 0 -40 Td (Con 96 ho.) Tj ET";

    #[test]
    fn lines_that_are_far_from_each_other_are_paragraphs() {
        assert_eq!(
            markup(&page(TEXT, "Helvetica")).unwrap(),
            "<p data-place=\"page=1\">Nam 2022 mo 14 lop.</p>\n<p data-place=\"page=1\">Con 96 ho.</p>\n"
        );
    }

    #[test]
    fn letters_of_old_fonts_are_told_with_their_font() {
        let code = "BT /F 12 Tf 50 700 Td (14 lo\\345p) Tj ET";
        let markup = markup(&page(code, "ABCDEF+VNI-Times")).unwrap();
        assert!(markup.contains("<font face=\"VNI-Times\">14 loåp</font>"), "{markup}");
    }

    #[test]
    fn pictures_are_no_text() {
        let error = markup(&page("q 500 0 0 500 0 0 cm /Im Do Q", "Helvetica")).unwrap_err();
        assert!(error.to_string().contains("without a text layer"), "{error}");
    }

    #[test]
    fn hostile_files_end() {
        let cyclic =
            file(&["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"]);
        assert!(matches!(markup(&cyclic), Err(Error::Damaged { .. })));
        let drawing = markup(&page("/Fm Do", "Helvetica"));
        assert!(drawing.is_err(), "a drawing of itself");
        let whole = page(TEXT, "Helvetica");
        for tenth in 0..10 {
            let _ = markup(&whole[..whole.len() * tenth / 10]);
        }
        let nested = "[".repeat(50_000);
        let nested = format!("<</Type/Pages/Kids{nested}>>");
        assert!(markup(&file(&["<</Type/Catalog/Pages 2 0 R>>", &nested])).is_err());
    }

    #[test]
    fn a_file_that_asks_for_too_much_is_refused() {
        let error = markup(&page(&"q ".repeat(3_100_000), "Helvetica")).unwrap_err();
        assert!(matches!(error, Error::TooLarge { .. }), "{error}");
    }
}
