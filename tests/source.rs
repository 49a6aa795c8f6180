//! Files, folders and standard input become named bytes; what fails is named, and the rest goes on.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use de_an_06::source::{self, Error, Item};
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
fn plan(root: &Path, paths: &[&str], mut stdin: &[u8]) -> Vec<String> {
    let paths: Vec<PathBuf> =
        paths.iter().map(|path| if *path == "-" { "-".into() } else { root.join(path) }).collect();
    source::plan(&paths, &mut stdin, 1_000)
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
        ("b_files/frame.html", "F"),
        ("c_files/e.html", "E"),
        (".git/d.html", "D"),
    ];
    let root = folder("a_folder_gives_its_pages_in_order", &files);
    let want = [
        "a/c.txt = C",
        "a/picture.png: left out, NoPage",
        "a/z.HTM = Z",
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
    assert_eq!(
        plan(&root, &["l.jsonl", "w.warc", "w.warc.gz", "no.warc"], b""),
        [
            "l.jsonl:1 = <p>L",
            "l.jsonl:2: cannot be read: expected an object with `html` or `text`, found neither",
            "w.warc#https://a.vn/ = <p>W",
            "w.warc.gz#https://a.vn/ = <p>W",
            "no.warc: there is no such file or folder",
        ]
    );
}

#[test]
fn an_error_knows_its_input() {
    let root = folder("an_error_knows_its_input", &[]);
    let paths = [root.join("no.html")];
    let error =
        source::plan(&paths, &mut &b""[..], source::LONGEST_PAGE).next().unwrap().unwrap_err();
    let name = paths[0].display().to_string();
    assert_eq!(error.name(), name);
    assert_eq!(error, Error::Missing { name });
    let paths = [PathBuf::from("https://xa.vn/tin/1")];
    let error =
        source::plan(&paths, &mut &b""[..], source::LONGEST_PAGE).next().unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "https://xa.vn/tin/1: this is an address, and pages are not fetched; save the page, or pipe it in"
    );
}
