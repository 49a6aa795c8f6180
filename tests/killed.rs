//! A run that is killed leaves a database as it was, however much it had written.

#![cfg(all(target_os = "linux", feature = "sqlite"))]
#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use rusqlite::Connection;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command};
use tempfile::TempDir;

const KNOWN: &str = "<h1>Tập huấn</h1><p>Năm 2022, huyện Mẫu mở 14 lớp cho 1.297 lượt người.</p>";

/// Starts to read a list that never ends, and kills the program when `written` says so.
fn kill_when(folder: &TempDir, written: impl Fn() -> bool) {
    let pipe = folder.path().join("pages.jsonl");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut run = program(folder.path(), "pages.jsonl");
    let mut list = File::options().write(true).open(&pipe).unwrap();
    let paragraph = "<p>Xã Mẫu có 14 ấp, 1.297 hộ và 5.120 người.</p>".repeat(100);
    let seen = (0..5_000).any(|page| {
        writeln!(list, r#"{{"html": "<h1>Bài {page}</h1>{paragraph}"}}"#).unwrap();
        written()
    });
    run.kill().unwrap();
    assert!(!run.wait().unwrap().success());
    assert!(seen, "5,000 pages, and nothing is written yet");
}

fn program(folder: &Path, input: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_de-an-06"))
        .args(["extract", "-q", input, "-o", "figures.sqlite"])
        .current_dir(folder)
        .spawn()
        .unwrap()
}

#[test]
fn what_was_there_stays_whole() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("figures.sqlite");
    fs::write(folder.path().join("known.html"), KNOWN).unwrap();
    assert!(program(folder.path(), "known.html").wait().unwrap().success());
    let size = || fs::metadata(&database).unwrap().len();
    let before = size();

    kill_when(&folder, || size() > before);
    assert!(size() > before, "the run wrote into the database");

    let read = || {
        let connection = Connection::open(&database).unwrap();
        let one =
            |query: &str| -> String { connection.query_one(query, [], |row| row.get(0)).unwrap() };
        assert_eq!(one("PRAGMA integrity_check"), "ok");
        one("SELECT group_concat(title || ': ' || value_exact) FROM records JOIN articles")
    };
    assert_eq!(read(), "Tập huấn: 14,Tập huấn: 1297");
    assert_eq!(size(), before);

    assert!(program(folder.path(), "known.html").wait().unwrap().success());
    assert_eq!(read(), "Tập huấn: 14,Tập huấn: 1297");
}

#[test]
fn a_new_database_is_not_there_before_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("figures.sqlite");
    let drafted = || {
        let entries = fs::read_dir(folder.path()).unwrap().map(Result::unwrap);
        let mut drafts = entries.filter(|e| e.file_name().to_string_lossy().starts_with(".de-an"));
        drafts.any(|draft| draft.metadata().unwrap().len() > 100_000)
    };
    kill_when(&folder, drafted);
    assert!(!database.exists());
}
