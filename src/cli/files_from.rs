//! `--files-from LIST`: inputs that a file names, a path a line, or with zero bytes between them as `find -print0`
//! writes them.

use super::usage::{Usage, usage};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The paths of a list; `-` is standard input.
pub(super) fn read(list: &Path) -> Result<Vec<PathBuf>, Usage> {
    let shown = list.display();
    let mut bytes = Vec::new();
    let read = match list.as_os_str() == "-" {
        true => io::stdin().read_to_end(&mut bytes).map(|_| ()),
        false => fs::read(list).map(|read| bytes = read),
    };
    if let Err(error) = read {
        return usage(format!("--files-from: {shown}: cannot be read: {error}"));
    }
    let paths = paths(&bytes);
    match paths.is_empty() {
        true => usage(format!("--files-from: {shown}: names no file")),
        false => Ok(paths),
    }
}

fn paths(list: &[u8]) -> Vec<PathBuf> {
    let divider = if list.contains(&0) { 0 } else { b'\n' };
    let lines = list.split(|byte| *byte == divider).map(|line| match divider {
        0 => line,
        _ => line.strip_suffix(b"\r").unwrap_or(line),
    });
    lines.filter(|line| !line.is_empty()).map(path).collect()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stand_in_lines_or_between_zeros() {
        for (list, want) in [
            (&b"a.html\nb c.html\r\n\n"[..], vec!["a.html", "b c.html"]),
            (b"a.html\0b\nc.html\0", vec!["a.html", "b\nc.html"]),
            (b"\n", vec![]),
        ] {
            let want: Vec<PathBuf> = want.into_iter().map(PathBuf::from).collect();
            assert_eq!(paths(list), want);
        }
    }
}
