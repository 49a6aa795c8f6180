//! The tables against those of `iconv`, which knows three of the encodings.

use crate::encoder::{Table, windows_1258};
use std::io::Write;
use std::process::{Command, Stdio};

/// What `iconv` makes of bytes; none where it is missing.
fn iconv(from: &str, bytes: &[u8]) -> Option<String> {
    let mut child = Command::new("iconv")
        .args(["-f", from, "-t", "UTF-8"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "iconv knows {from}");
    Some(String::from_utf8(out.stdout).unwrap())
}

#[expect(clippy::print_stderr, reason = "a check that is left out has to be seen")]
fn agree(from: &str, letters: &[char], bytes: &[u8]) {
    let Some(read) = iconv(from, bytes) else {
        eprintln!("iconv is missing: the table of {from} is NOT CHECKED");
        return;
    };
    let want: String = letters.iter().collect();
    let read: String = unicode_normalization::UnicodeNormalization::nfc(&*read).collect();
    assert_eq!(read, want, "{from}");
}

#[test]
fn tables_agree_with_iconv() {
    for (name, from, count) in
        [("viscii", "VISCII", 103), ("tcvn5712", "TCVN5712-1", 133), ("tcvn3", "TCVN5712-1", 73)]
    {
        let table = Table::read(name);
        let letters: Vec<char> = table.codes.keys().copied().collect();
        assert_eq!(letters.len(), count, "{name}");
        let codes: String = table.codes.values().map(String::as_str).collect();
        let bytes = encoding_rs::WINDOWS_1252.encode(&codes).0;
        agree(from, &letters, &bytes);
    }
}

#[test]
fn windows_1258_agrees_with_iconv() {
    let text = "Tỉnh ủy, Nghĩa, đường, thuế, hưởng, Ưu, khuỷu, ngày, mở";
    agree("CP1258", &text.chars().collect::<Vec<_>>(), &windows_1258(text));
}
