//! A run that Ctrl-C ends leaves the old file as it was, and nothing beside it.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn nothing_is_left_of_what_was_not_finished() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("figures.csv"), "old").unwrap();
    for signal in ["-INT", "-TERM"] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_de-an-06"))
            .args(["extract", "-", "-o", "figures.csv", "-o", "figures.xlsx"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        run.stdin.as_mut().unwrap().write_all(b"<p>").unwrap();
        let is_open = (0..1_000).any(|_| {
            sleep(Duration::from_millis(10));
            names(folder.path()).len() == 3
        });
        assert!(is_open, "the outputs are not begun: {:?}", names(folder.path()));
        let pid = run.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        assert_eq!(run.wait().unwrap().code(), Some(130), "{signal}");
        assert_eq!(names(folder.path()), ["figures.csv"], "{signal}");
        assert_eq!(fs::read(folder.path().join("figures.csv")).unwrap(), b"old");
    }
}
