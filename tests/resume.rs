//! A run that was killed, however often, goes on where it ended, and ends with the bytes of one that was not.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

const PAGES: usize = 240;
const OUTPUTS: [&str; 5] = ["f.csv", "f.jsonl", "f.json", "f.txt", "f.tsv"];

/// A folder with a list of pages, of which some are none.
fn folder(pages: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let page = |at: usize| match at % 10 {
        7 => "{\"title\": \"no page\"}\n".to_owned(),
        _ => format!(
            "{{\"id\": {at}, \"html\": \"<h1>Bài {at}</h1>{}\"}}\n",
            format!("<p>Năm 2022, xã {at} mở {at} lớp cho 1.297 lượt người.</p>").repeat(10)
        ),
    };
    let list: String = (0..pages).map(page).collect();
    fs::write(folder.path().join("pages.jsonl"), list).unwrap();
    folder
}

fn program(folder: &Path, words: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_de-an-06"));
    program.args(["extract", "pages.jsonl"]).args(words).current_dir(folder);
    program
}

fn run(folder: &Path, words: &[&str]) -> Output {
    program(folder, words).output().unwrap()
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned()
}

/// The words of a run that writes everything that can be gone on with.
fn words() -> Vec<&'static str> {
    OUTPUTS.iter().flat_map(|name| ["-o", name]).chain(["--report", "run.json"]).collect()
}

fn resumed(words: &[&'static str]) -> Vec<&'static str> {
    words.iter().copied().chain(["--resume"]).collect()
}

/// Kills a run when its first output is so long.
fn kill_at(folder: &Path, words: &[&str], length: u64) {
    let mut run = program(folder, words).stderr(Stdio::null()).spawn().unwrap();
    let part = folder.join(".f.csv.part");
    let is_there = (0..60_000).any(|_| {
        sleep(Duration::from_millis(1));
        fs::metadata(&part).is_ok_and(|part| part.len() >= length)
            || run.try_wait().unwrap().is_some()
    });
    assert!(is_there);
    run.kill().unwrap();
    assert!(!run.wait().unwrap().success(), "it was over before it was killed");
}

/// What the outputs hold; of the report on the run without times.
fn written(folder: &Path) -> Vec<Vec<u8>> {
    let mut files: Vec<_> =
        OUTPUTS.iter().map(|name| fs::read(folder.join(name)).unwrap()).collect();
    let report = fs::read_to_string(folder.join("run.json")).unwrap();
    let mut report: serde_json::Value = serde_json::from_str(&report).unwrap();
    for input in report["inputs"].as_array_mut().unwrap() {
        input.as_object_mut().unwrap().remove("milliseconds");
    }
    files.push(report.to_string().into_bytes());
    files
}

fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn killed_runs_end_as_one_that_was_not() {
    let folder = folder(PAGES);
    let words = words();
    let whole = run(folder.path(), &words);
    assert_eq!(whole.status.code(), Some(1), "{}", said(&whole));
    let want = written(folder.path());
    let resumed = resumed(&words);
    for part in 1..5 {
        kill_at(folder.path(), &resumed, want[0].len() as u64 * part / 5);
        assert_eq!(written(folder.path()), want, "the old outputs stay");
    }
    fs::remove_file(folder.path().join("f.csv")).unwrap();
    let last = run(folder.path(), &resumed);
    assert_eq!(last.status.code(), whole.status.code());
    let (told, want_told) = (said(&last), said(&whole));
    let first = told.lines().next().unwrap();
    assert!(first.starts_with("note: goes on behind ") && first.len() > 20, "{told}");
    assert_eq!(told.lines().last(), want_told.lines().last());
    assert!(written(folder.path()) == want, "the bytes are others");
    assert_eq!(hidden(folder.path()), Vec::<String>::new());
}

#[test]
fn any_number_of_threads_goes_on_with_the_work_of_any_other() {
    let folder = folder(60);
    run(folder.path(), &["-o", "f.csv"]);
    let want = fs::read(folder.path().join("f.csv")).unwrap();
    kill_at(folder.path(), &["-o", "f.csv", "--resume", "--jobs", "1"], want.len() as u64 / 2);
    run(folder.path(), &["-o", "f.csv", "--resume", "--jobs", "7"]);
    assert!(fs::read(folder.path().join("f.csv")).unwrap() == want);
}

#[test]
fn what_the_system_had_not_written_is_done_again() {
    let folder = folder(60);
    let words = words();
    run(folder.path(), &words);
    let want = written(folder.path());
    let resumed = resumed(&words);
    kill_at(folder.path(), &resumed, want[0].len() as u64 / 2);
    // A line of the journal that is cut, and an output that lost its end.
    let journal = folder.path().join(".f.csv.resume");
    let lines = fs::read(&journal).unwrap();
    fs::write(&journal, lines.get(..lines.len().saturating_sub(5)).unwrap()).unwrap();
    let json = folder.path().join(".f.json.part");
    let bytes = fs::read(&json).unwrap();
    fs::write(&json, &bytes[..bytes.len() / 2]).unwrap();
    run(folder.path(), &resumed);
    assert!(written(folder.path()) == want);
}

#[test]
fn another_run_is_no_continuation() {
    let folder = folder(60);
    let words = ["-o", "f.csv", "--resume"];
    run(folder.path(), &["-o", "f.csv"]);
    let length = fs::metadata(folder.path().join("f.csv")).unwrap().len();
    // Long enough that the journal has lines.
    kill_at(folder.path(), &words, length * 3 / 4);
    let refused = |words: &[&str], sentence: &str| {
        let run = run(folder.path(), words);
        assert_eq!(run.status.code(), Some(3), "{}", said(&run));
        assert!(said(&run).contains(sentence), "{}", said(&run));
        assert!(said(&run).contains("remove `"), "{}", said(&run));
    };
    let asked = "this is not the run that was stopped: --min-confidence was not given";
    refused(&["-o", "f.csv", "--resume", "--min-confidence", "0.5"], asked);
    let asked = "this is not the run that was stopped: --csv-dialect was not given";
    refused(&["-o", "f.csv", "--resume", "--csv-dialect", "excel"], asked);
    refused(&["-o", "f.csv", "-o", "g.csv", "--resume"], "output 2 was not given");

    let list = folder.path().join("pages.jsonl");
    let pages = fs::read_to_string(&list).unwrap();
    let passed =
        fs::read_to_string(folder.path().join(".f.csv.resume")).unwrap().lines().count() - 1;
    if passed > 0 {
        fs::write(&list, pages.replacen("xã 0 mở", "xã 0 đã mở", 1)).unwrap();
        refused(&words, "`0` has changed since the run was stopped");
        fs::write(&list, pages.replacen("\"id\": 0", "\"id\": \"x\"", 1)).unwrap();
        refused(&words, "`0` was read where `x` is now");
        fs::write(&list, pages.lines().next().unwrap()).unwrap();
        refused(&words, "of the inputs of the run that was stopped are not there any more");
    }
    fs::write(&list, pages).unwrap();
    assert_eq!(run(folder.path(), &words).status.code(), Some(1));
}

#[test]
fn what_cannot_be_gone_on_with_is_refused() {
    let folder = folder(1);
    for (words, sentence) in [
        (&["-o", "f.xlsx", "--resume"][..], "--resume: xlsx is written at the end of a run"),
        (&["-o", "f.html", "--resume"], "json, jsonl, csv, tsv, table can"),
        (&["-", "-o", "f.csv", "--resume"], "--resume: standard input cannot be read again"),
        (&["--resume"], "--output"),
        (&["-o", "f.csv", "--resume", "--datapackage"], "--datapackage"),
    ] {
        let run = run(folder.path(), words);
        assert_eq!(run.status.code(), Some(2), "{}", said(&run));
        assert!(said(&run).contains(sentence), "{}", said(&run));
    }
    let run = run(folder.path(), &["-f", "csv", "-o", "/dev/null", "--resume"]);
    assert_eq!(run.status.code(), Some(3));
    assert!(said(&run).contains("--resume needs a file"), "{}", said(&run));
    assert_eq!(hidden(folder.path()), Vec::<String>::new());
}

#[test]
fn a_run_without_a_page_leaves_nothing() {
    let folder = folder(1);
    fs::write(folder.path().join("pages.jsonl"), "{}\n").unwrap();
    assert_eq!(run(folder.path(), &["-o", "f.csv", "--resume"]).status.code(), Some(3));
    assert_eq!(hidden(folder.path()), Vec::<String>::new());
    assert!(!folder.path().join("f.csv").exists());
}
