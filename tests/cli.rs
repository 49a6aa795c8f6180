//! The program as a user types it.
//!
//! A file of `tests/cmd` is a transcript: what it shows, then commands and what came of them.
//! `$` starts a command for the shell, `!` a line on standard error, `?` is the exit code; every
//! other line is standard output. Each transcript runs in its own copy of `tests/cmd/in`.
//! `SNAPSHOTS=overwrite cargo test --test cli` writes the transcripts anew.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use snapbox::{Assert, Data};
use std::env;
use std::ffi::OsString;
use std::fs;
#[cfg(feature = "xlsx")]
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

#[test]
fn transcripts() {
    let assert = Assert::new().action_env("SNAPSHOTS");
    let mut failures = String::new();
    let features = [("parquet", cfg!(feature = "parquet")), ("sqlite", cfg!(feature = "sqlite"))];
    let of_features = features.map(|(feature, built)| {
        Path::new("tests/cmd").join(if built { "with" } else { "without" }).join(feature)
    });
    let of_features = of_features.map(|path| path.with_extension("txt"));
    for path in files(Path::new("tests/cmd")).into_iter().chain(of_features) {
        let expected = fs::read_to_string(&path).unwrap();
        let folder = inputs();
        let actual = replay(&expected, folder.path());
        let name = path.display();
        let expected = Data::read_from(&path, None).raw();
        if let Err(error) = assert.try_eq(Some(&name), Data::text(actual).raw(), expected) {
            failures.push_str(&error.to_string());
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn json_of_several_inputs_is_one_document_after_another() {
    let folder = inputs();
    let run = shell("de-an-06 extract article.html pages", folder.path());
    let documents = serde_json::Deserializer::from_slice(&run.stdout).into_iter();
    let documents: Vec<serde_json::Value> = documents.map(Result::unwrap).collect();
    let names: Vec<_> = documents.iter().map(|report| &report["source"]["name"]).collect();
    assert_eq!(names, ["article.html", "pages/a.html", "pages/b.html"]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = inputs();
    for format in ["json", "jsonl", "csv", "tsv", "xlsx", "table"] {
        let command = format!("de-an-06 extract article.html pages -f {format}");
        let run = || shell(&command, folder.path()).stdout;
        assert_eq!(run(), run(), "{format}");
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_names_corrected_fields_by_their_headings() {
    let folder = inputs();
    let lines = [("role", "\"target\""), ("period", "\"2021\"")].map(|(field, value)| {
        format!("{{\"quote\": \"950\", \"field\": \"{field}\", \"value\": {value}}}\n")
    });
    fs::write(folder.path().join("said.jsonl"), lines.concat()).unwrap();
    for (lang, want) in [("vi", "Vai trò | Thời kỳ"), ("en", "Role | Period")] {
        let command = format!(
            "de-an-06 extract article.html -q --corrections said.jsonl --lang {lang} -f xlsx"
        );
        let book = shell(&command, folder.path()).stdout;
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        let mut text = String::new();
        for at in 0..book.len() {
            book.by_index(at).unwrap().read_to_string(&mut text).unwrap();
        }
        assert!(text.contains(want), "{want}");
    }
}

/// The transcript with what its commands really give.
fn replay(transcript: &str, folder: &Path) -> String {
    let (heading, _) = transcript.split_once("$ ").expect("a transcript has a command");
    let mut actual = heading.to_owned();
    for command in transcript.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let run = shell(command, folder);
        actual.push_str(&format!("$ {command}\n"));
        actual.push_str(&String::from_utf8(run.stdout).unwrap());
        for line in String::from_utf8(run.stderr).unwrap().lines() {
            actual.push_str(&format!("! {line}\n"));
        }
        actual.push_str(&format!("? {}\n\n", run.status.code().unwrap()));
    }
    actual.truncate(actual.trim_end().len());
    actual + "\n"
}

fn shell(command: &str, folder: &Path) -> Output {
    Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path_with_program())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn path_with_program() -> OsString {
    let program = Path::new(env!("CARGO_BIN_EXE_de-an-06"));
    let mut folders = vec![program.parent().unwrap().to_owned()];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap()));
    env::join_paths(folders).unwrap()
}

/// A fresh copy of the inputs.
fn inputs() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for from in [
        "",
        "pages",
        "no-pages",
        "years",
        "mixed",
        "mixed/tin_files",
        "names",
        "versions",
        "versions/old",
        "versions/new",
    ] {
        let to = folder.path().join(from);
        fs::create_dir_all(&to).unwrap();
        for file in files(&Path::new("tests/cmd/in").join(from)) {
            fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
        }
    }
    folder
}

/// The files of a folder, sorted by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}
