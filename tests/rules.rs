//! The page of the rules names every rule of the code, and no other.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The families of rules: what stands before the dot.
const FAMILIES: &str =
    "number|unit|modifier|judge|table|name|time|list|category|status|correction|published";

#[test]
fn every_rule_of_the_code_is_explained_and_no_other() {
    let in_code = Regex::new(&format!(r#""((?:{FAMILIES})\.[a-z_]+)""#)).unwrap();
    let in_page = Regex::new(&format!(r"`((?:{FAMILIES})\.[a-z_]+)`")).unwrap();
    let mut known = BTreeSet::new();
    for path in sources(Path::new("src")) {
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        known.extend(in_code.captures_iter(code).map(|found| found[1].to_owned()));
    }
    let page = fs::read_to_string("docs/rules.md").unwrap();
    let explained: BTreeSet<_> =
        in_page.captures_iter(&page).map(|found| found[1].to_owned()).collect();
    let missing: Vec<_> = known.difference(&explained).collect();
    let made_up: Vec<_> = explained.difference(&known).collect();
    assert!(missing.is_empty(), "docs/rules.md does not explain {missing:?}");
    assert!(made_up.is_empty(), "docs/rules.md explains what is no rule: {made_up:?}");
    assert!(known.len() > 100, "{}", known.len());
}

/// Every Rust file of a folder and those under it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}
