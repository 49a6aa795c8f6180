//! Files, folders and standard input become named bytes; what fails is named, and the rest goes on.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::source::{self, Choice, Error, Item};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder of its own for one test, with these files in it.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&root);
    std::fs::create_dir_all(&root).unwrap();
    for (name, text) in files {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    root
}

/// Names (below `root`) with their text, or the error.
fn plan(root: &Path, paths: &[&str], stdin: &[u8]) -> Vec<String> {
    chosen(root, paths, stdin, &[])
}

/// The same of files whose names fit one of some patterns.
fn chosen(root: &Path, paths: &[&str], mut stdin: &[u8], glob: &[&str]) -> Vec<String> {
    let choice = Choice::up_to(1_000).only(glob).unwrap();
    let paths: Vec<PathBuf> =
        paths.iter().map(|path| if *path == "-" { "-".into() } else { root.join(path) }).collect();
    source::plan(&paths, &mut stdin, &choice)
        .map(|item| match item {
            Ok(Item::Input(input)) => {
                format!("{} = {}", input.name, String::from_utf8(input.bytes).unwrap())
            }
            Ok(Item::LeftOut(file)) => format!("{}: left out, {:?}", file.name, file.why),
            Ok(Item::Empty(name)) => format!("{name}: empty"),
            Err(error) => error.to_string(),
        })
        .map(|line| line.replace(&format!("{}/", root.display()), ""))
        .collect()
}

#[test]
fn a_folder_gives_its_pages_in_order() {
    let files = [
        ("b.html", "B"),
        ("a/z.HTM", "Z"),
        ("a/c.txt", "C"),
        ("a/picture.png", "P"),
        ("a/~$c.docx", "K"),
        ("b.doc", "D"),
        ("b_files/frame.html", "F"),
        ("c_files/e.html", "E"),
        (".git/d.html", "D"),
    ];
    let root = folder("a_folder_gives_its_pages_in_order", &files);
    let want = [
        "a/c.txt = C",
        "a/picture.png: left out, NoPage",
        "a/z.HTM = Z",
        "a/~$c.docx: left out, NoPage",
        "b.doc = D",
        "b.html = B",
        "b_files/frame.html: left out, PartOfPage",
        "c_files/e.html = E",
    ];
    assert_eq!(
        plan(&root, &["."], b"").iter().map(|l| l.trim_start_matches("./")).collect::<Vec<_>>(),
        want
    );
}

#[test]
fn what_fails_is_named_and_the_rest_goes_on() {
    let root = folder("what_fails_is_named", &[("a.html", "A"), ("empty/note.md", "N")]);
    assert_eq!(
        plan(&root, &["no.html", "empty", "-", "a.html", "-"], b"S"),
        [
            "no.html: there is no such file or folder",
            "empty/note.md: left out, NoPage",
            "empty: it holds nothing to read; expected pages (.html, .mhtml), documents (.docx, .odt, .pdf), \
             texts (.txt) or archives of them (.zip)",
            "- = S",
            "a.html = A",
            "- = ",
        ]
    );
}

#[test]
fn lists_and_archives_give_their_pages() {
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>W";
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.vn/\r\n\
         Content-Length: {}\r\n\r\n{html}\r\n\r\n",
        html.len()
    );
    let list = "{\"html\": \"<p>L\"}\n{}\n";
    let root = folder("lists_and_archives", &[("l.jsonl", list), ("w.warc", &warc)]);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(warc.as_bytes()).unwrap();
    std::fs::write(root.join("w.warc.gz"), packed.finish().unwrap()).unwrap();
    for name in ["w.warc", "l.jsonl"] {
        let bytes = std::fs::read(root.join(name)).unwrap();
        let packed = compress_to_vec(&*bytes, CompressionLevel::Fastest);
        std::fs::write(root.join(format!("{name}.zst")), packed).unwrap();
    }
    assert_eq!(
        plan(
            &root,
            &["l.jsonl", "w.warc", "w.warc.gz", "w.warc.zst", "l.jsonl.zst", "no.warc"],
            b""
        ),
        [
            "l.jsonl:1 = <p>L",
            "l.jsonl:2: cannot be read: expected an object with `html` or `text`, found neither",
            "w.warc#https://a.vn/ = <p>W",
            "w.warc.gz#https://a.vn/ = <p>W",
            "w.warc.zst#https://a.vn/ = <p>W",
            "l.jsonl.zst:1 = <p>L",
            "l.jsonl.zst:2: cannot be read: expected an object with `html` or `text`, found neither",
            "no.warc: there is no such file or folder",
        ]
    );
}

#[test]
fn only_files_whose_names_fit_are_looked_at() {
    let files = [
        ("tin/1.html", "1"),
        ("tin/2.txt", "2"),
        ("tin/cu/3.html", "3"),
        ("4.html", "4"),
        ("b.png", "B"),
        ("khac/c.md", "C"),
    ];
    let root = folder("only_files_whose_names_fit", &files);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(root.join("nam.zip")).unwrap());
    for (name, text) in [("tin/5.html", "5"), ("6.html", "6"), ("7.txt", "7")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    for (glob, want) in [
        (
            &["*.html"][..],
            "4.html = 4|nam.zip/6.html = 6|nam.zip/tin/5.html = 5|tin/1.html = 1|tin/cu/3.html = 3",
        ),
        (&["tin/*", "!*.txt"], "nam.zip/tin/5.html = 5|tin/1.html = 1"),
        (&["*.html", "!*.zip", "!cu/**", "!tin/cu/**"], "4.html = 4|tin/1.html = 1"),
        (&["*.png"], "b.png: left out, NoPage|nam.zip: it holds no file to read whose name fits"),
        (&["!*.zip", "x"], ".: it holds no file to read whose name fits"),
    ] {
        let found = chosen(&root, &["."], b"", glob);
        let found: Vec<_> = found.iter().map(|line| line.trim_start_matches("./")).collect();
        assert_eq!(found.join("|"), want, "{glob:?}");
    }
    // What is named itself is read, whatever it is called.
    assert_eq!(chosen(&root, &["4.html"], b"", &["*.txt"]), ["4.html = 4"]);
}

#[test]
fn an_error_knows_its_input() {
    let root = folder("an_error_knows_its_input", &[]);
    let paths = [root.join("no.html")];
    let error =
        source::plan(&paths, &mut &b""[..], &Choice::default()).next().unwrap().unwrap_err();
    let name = paths[0].display().to_string();
    assert_eq!(error.name(), name);
    assert_eq!(error, Error::Missing { name });
    let paths = [PathBuf::from("https://xa.vn/tin/1")];
    let error =
        source::plan(&paths, &mut &b""[..], &Choice::default()).next().unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "https://xa.vn/tin/1: this is an address, and pages are not fetched; save the page, or pipe it in"
    );
}
