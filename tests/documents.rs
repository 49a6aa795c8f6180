//! The same article as a page and as a document, each written by the real program, gives the same figures.
//!
//! `tests/documents` has an article as a page, and beside it what LibreOffice and Chromium made of the page;
//! `.ci/documents` makes them anew and does the same with all fixtures.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::article::BlockKind;
use de_an_06::{Options, Report, read};
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/documents";

fn report(path: &Path) -> Report {
    let options = Options { published: Some("2023-07-05".to_owned()), ..Options::default() };
    read(&fs::read(path).unwrap(), &options).unwrap().report
}

/// Number, unit and role of every figure.
fn figures(report: &Report) -> Vec<String> {
    let figures = report.records.iter();
    figures.map(|r| format!("{} {:?} {:?} {:?}", r.value, r.high, r.unit, r.role)).collect()
}

/// The files that one of the programs made of a page.
fn made_of(page: &Path) -> Vec<PathBuf> {
    let ends = ["docx", "odt", "fodt", "mhtml", "pdf", "print.pdf"];
    ends.iter().map(|end| page.with_extension(end)).filter(|path| path.exists()).collect()
}

fn pages() -> Vec<PathBuf> {
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    pages
}

#[test]
fn a_document_gives_the_figures_of_its_page() {
    let mut count = 0;
    for page in pages() {
        let wanted = report(&page);
        for path in made_of(&page) {
            let found = report(&path);
            let (printed, asked) = (figures(&found), figures(&wanted));
            match path.extension().is_some_and(|end| end == "pdf") {
                true => {
                    let same = printed.iter().zip(&asked).filter(|(a, b)| a == b).count();
                    let is_near = printed.len() == asked.len() && same + 1 >= asked.len();
                    assert!(is_near, "{}: {printed:?}, not {asked:?}", path.display());
                }
                false => assert_eq!(printed, asked, "{}", path.display()),
            }
            assert_eq!(found.article.title, wanted.article.title, "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 10, "only {count} documents");
}

#[test]
fn a_document_says_where_each_block_stands() {
    for (name, want) in [
        (
            "notes/ghi-chu.docx",
            ["/w:document/w:body/w:p[2]", "/w:document/w:body/w:tbl[1]/w:tr[5]"],
        ),
        (
            "notes/ghi-chu.odt",
            [
                "/office:document-content/office:body/office:text/text:p[2]",
                "/office:document-content/office:body/office:text/table:table[1]/table:table-row[3]",
            ],
        ),
    ] {
        let article = report(&Path::new(FOLDER).join(name)).article;
        let first = &article.blocks[0];
        assert_eq!((first.kind, &*first.selector), (BlockKind::Paragraph, want[0]));
        let row = article.blocks.iter().rfind(|block| block.kind == BlockKind::TableRow).unwrap();
        assert_eq!(row.selector, want[1]);
    }
}

#[test]
fn a_footnote_is_a_paragraph_of_its_own() {
    let article = report(&Path::new(FOLDER).join("notes/ghi-chu.docx")).article;
    let texts: Vec<_> = article.blocks.iter().map(|block| &*block.text).collect();
    let note = "Không kể 36 học viên của lớp liên kết với tỉnh.";
    let at = texts.iter().position(|text| *text == note).unwrap();
    assert!(texts[at - 1].contains("1.287 học viên tham gia"), "{}", texts[at - 1]);
}

#[test]
fn a_printed_block_says_its_page() {
    let article = report(&Path::new(FOLDER).join("bang-gop-o.pdf")).article;
    assert!(article.blocks.iter().all(|block| block.selector.starts_with("page=1")));
}
