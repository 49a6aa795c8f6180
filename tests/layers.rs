//! Data goes one way: a stage imports only from the stages before it.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order of the data; the first three serve all of them.
const STAGES: [&str; 20] = [
    "words",
    "text",
    "lexicon",
    "source",
    "document",
    "page",
    "article",
    "mention",
    "entity",
    "clause",
    "judge",
    "record",
    "correction",
    "check",
    "report",
    "stored",
    "series",
    "diff",
    "output",
    "cli",
];

/// Types at the root of the crate that belong with the report.
const WITH_REPORT: [&str; 4] = ["Account", "Options", "Reading", "Report"];

#[test]
fn no_stage_imports_from_a_later_one() {
    let mut wrong = Vec::new();
    for (rank, stage) in STAGES.iter().enumerate() {
        for path in sources(Path::new("src").join(stage)) {
            let code = fs::read_to_string(&path).unwrap();
            for name in imports(&code) {
                let from = if WITH_REPORT.contains(&name.as_str()) { "report" } else { &name };
                if !STAGES[..=rank].contains(&from) {
                    wrong.push(format!("{}: `{stage}` imports `{name}`", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a stage imports from a later one:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_program_names_the_library_as_a_caller_does() {
    let name = Regex::new(r"(?m)^[^/\n]*\bde_an_06::").unwrap();
    for stage in STAGES.iter().filter(|stage| **stage != "cli") {
        for path in sources(Path::new("src").join(stage)) {
            let code = fs::read_to_string(&path).unwrap();
            assert!(!name.is_match(&code), "{}: import from `crate`", path.display());
        }
    }
}

#[test]
fn imports_are_seen_in_every_form() {
    let code = "use crate::page;\nuse crate::{\n    Report,\n    text::{Text, Token},\n};\n\
                // crate::output is for others\nlet r: crate::record::Record;";
    assert_eq!(imports(code), ["page", "Report", "text", "record"]);
    assert_eq!(sources("src/report".into()), [Path::new("src/report.rs")]);
    assert!(sources("src/output".into()).contains(&"src/output/csv.rs".into()));
}

/// The names right after `crate::`, outside of comments.
fn imports(code: &str) -> Vec<String> {
    let comment = Regex::new(r"//.*").unwrap();
    let inner = Regex::new(r"::\{[^{}]*\}([,\s}])").unwrap();
    let import = Regex::new(r"crate::(?:\{([^}]*)\}|(\w+))").unwrap();
    let code = comment.replace_all(code, "");
    let code = inner.replace_all(&code, "$1");
    let groups = import.captures_iter(&code).map(|found| found.get(1).or(found.get(2)).unwrap());
    let names = groups.flat_map(|group| group.as_str().split(','));
    let names = names.filter_map(|name| name.trim().split("::").next());
    names.filter(|name| !name.is_empty()).map(String::from).collect()
}

/// Every Rust file of a stage, which is a folder or one file.
fn sources(stage: PathBuf) -> Vec<PathBuf> {
    let file = stage.with_extension("rs");
    if file.is_file() {
        return vec![file];
    }
    let entries = fs::read_dir(stage).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let of_rust = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
    let files = paths.flat_map(|path| if path.is_dir() { sources(path) } else { vec![path] });
    files.filter(of_rust).collect()
}
