//! What must hold of any bytes at all: each target takes some, and fails where a promise of `SECURITY.md` does not hold.

use de_an_06::document::Kind;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Format, Look, Way};
use de_an_06::source::{self, Choice, Item};
use de_an_06::{Options, Reading, read};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Bytes to a report: nothing panics, every offset slices back to the words that it names, links lead to records, and
/// the same bytes give the same report.
pub(crate) fn page(bytes: &[u8]) {
    let Ok(reading) = read(bytes, &Options::default()) else { return };
    let report = &reading.report;
    for record in &report.records {
        let source = &record.source;
        let block = &report.article.blocks[source.block].text;
        let words = block.chars().skip(source.start).take(source.end - source.start);
        assert_eq!(words.collect::<String>(), source.text, "{block}");
        for link in record.part_of.iter().chain(&record.target) {
            assert!(report.records.iter().any(|other| other.id == *link), "{link} is no record");
        }
    }
    assert_eq!(Ok(&reading), read(bytes, &Options::default()).as_ref());
}

/// Bytes as a document of every kind, and as the text of one of Word and of LibreOffice.
pub(crate) fn documents(bytes: &[u8]) {
    for kind in Kind::ALL {
        let _ = read(bytes, &Options { kind: Some(kind), ..Options::default() });
    }
    for (kind, part, before, behind) in TEXTS {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(part, SimpleFileOptions::default()).expect("memory takes everything");
        for bytes in [before.as_bytes(), bytes, behind.as_bytes()] {
            archive.write_all(bytes).expect("memory takes everything");
        }
        let archive = archive.finish().expect("memory takes everything").into_inner();
        let _ = read(&archive, &Options { kind: Some(kind), ..Options::default() });
    }
}

/// Where the text of a document stands, and what stands around it.
const TEXTS: [(Kind, &str, &str, &str); 2] = [
    (
        Kind::Docx,
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
        "</w:body></w:document>",
    ),
    (
        Kind::Odt,
        "content.xml",
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>",
        "</office:text></office:body></office:document-content>",
    ),
];

/// Bytes in every stream that the program writes: it takes any report.
pub(crate) fn outputs(bytes: &[u8]) {
    let Ok(Reading { report, .. }) = read(bytes, &Options::default()) else { return };
    for format in Format::ALL {
        let Way::Stream(opening) = format.way else { continue };
        let mut written = Vec::new();
        let mut writer = opening(Look::default(), Lexicon::built_in());
        writer.add(&report, &mut written).expect("memory takes everything");
        writer.finish(&mut written).expect("memory takes everything");
        let text = || std::str::from_utf8(&written).expect("text is UTF-8");
        match format.name {
            "json" => drop(serde_json::from_str::<serde_json::Value>(text()).expect("JSON")),
            "jsonl" => {
                let lines = text().lines().map(serde_json::from_str::<serde_json::Value>);
                assert_eq!(lines.filter(Result::is_ok).count(), report.records.len());
            }
            "csv" => assert_eq!(
                csv::Reader::from_reader(&*written).records().count(),
                report.records.len()
            ),
            _ => {}
        }
    }
}

/// Bytes as a list and as archives: what is read of them ends, and never is longer than it may be.
pub(crate) fn sources(bytes: &[u8], folder: &Path) {
    const LONGEST: u64 = 1_000;
    for name in ["a.jsonl", "a.warc", "a.warc.gz", "a.warc.zst", "a.zip", "a.gz", "a.zst", "a.txt"]
    {
        let path = folder.join(name);
        let written = std::fs::File::create(&path).and_then(|mut file| file.write_all(bytes));
        written.expect("a file is written");
        let (paths, choice) = ([path], Choice::up_to(LONGEST));
        let inputs: Vec<_> = source::plan(&paths, &mut std::io::empty(), &choice).collect();
        assert!(!inputs.is_empty(), "{name} is passed over in silence");
        assert!(inputs.len() <= bytes.len() + 1);
        for item in inputs {
            let Ok(Item::Input(input)) = item else { continue };
            assert!(input.bytes.len() as u64 <= LONGEST, "{} is longer than it may be", input.name);
        }
    }
}

/// Bytes as a lexicon of the user's own.
pub(crate) fn lexicon(bytes: &[u8]) {
    if let Ok(lexicon) = Lexicon::with(&[("own.toml", &*String::from_utf8_lossy(bytes))]) {
        let options = Options { lexicon: Some(lexicon.into()), ..Options::default() };
        let _ = read("<p>Năm 2022, xuất 12 container hàng cho 5 hộ.".as_bytes(), &options);
    }
}
