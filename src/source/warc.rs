//! The records of a WARC file, one after the other: fields, and for an answer of a server its bytes.
//!
//! What a record claims of its length is not believed before its bytes are there: a damaged archive costs
//! an error, not the memory. Records of other kinds are passed over without being kept.

use super::head::Head;
use std::fmt;
use std::io::{self, BufRead, Read};

/// Longest head of a record, or of an answer, in bytes.
const LONGEST_HEAD: u64 = 64 << 10;

/// An answer of a server.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// `WARC-Target-URI`, without the brackets that old crawlers put around it.
    pub(super) url: Option<String>,
    pub(super) bytes: Vec<u8>,
}

/// Why nothing more can be read.
#[derive(Debug)]
pub(super) enum Broken {
    Io(io::Error),
    /// The line that should name the version.
    Version(String),
    /// What should be the number of bytes, if anything.
    Length(Option<String>),
    /// A head without end.
    Head,
    /// The archive ends inside a record.
    End,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Version(line) => {
                write!(f, "expected a WARC record (`WARC/1.0` or `WARC/1.1`), found `{line}`")
            }
            Self::Length(None) => f.write_str("a WARC record has no Content-Length"),
            Self::Length(Some(text)) => {
                write!(f, "expected a number of bytes as Content-Length, found `{text}`")
            }
            Self::Head => {
                write!(f, "the head of a WARC record is longer than {LONGEST_HEAD} bytes")
            }
            Self::End => f.write_str("the archive ends inside a record"),
        }
    }
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The next answer, or `None` where the archive ends. Kept of it are a head and one byte more than a page may have.
pub(super) fn next_answer(
    archive: &mut impl BufRead,
    longest: u64,
) -> Result<Option<Answer>, Broken> {
    while let Some(head) = next_head(archive)? {
        let length = head.field("Content-Length").ok_or(Broken::Length(None))?;
        let length = length.parse().map_err(|_| Broken::Length(Some(length.to_owned())))?;
        let mut block = archive.by_ref().take(length);
        let mut bytes = Vec::new();
        // Crawlers keep the answers of name servers, too: `text/dns`.
        let is_http = |kind: &str| kind.to_ascii_lowercase().starts_with("application/http");
        let is_answer = head.field("WARC-Type") == Some("response")
            && head.field("Content-Type").is_none_or(is_http);
        if is_answer {
            block
                .by_ref()
                .take(longest.saturating_add(LONGEST_HEAD + 1))
                .read_to_end(&mut bytes)?;
        }
        io::copy(&mut block, &mut io::sink())?;
        if block.limit() > 0 {
            return Err(Broken::End);
        }
        if is_answer {
            let url = head.field("WARC-Target-URI");
            let url = url.map(|url| url.trim_matches(['<', '>']).to_owned());
            return Ok(Some(Answer { url, bytes }));
        }
    }
    Ok(None)
}

/// The head of the next record, behind the empty lines that end the one before.
fn next_head(archive: &mut impl BufRead) -> Result<Option<Head>, Broken> {
    let mut left = LONGEST_HEAD;
    let mut head = Head::default();
    let mut has_version = false;
    loop {
        let mut line = Vec::new();
        let read = archive.by_ref().take(left).read_until(b'\n', &mut line)?;
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        match (has_version, line.is_empty()) {
            (false, true) if read == 0 => return Ok(None),
            (false, true) => continue,
            (false, false) if !line.starts_with("WARC/1.") => {
                return Err(Broken::Version(line.chars().take(40).collect()));
            }
            (false, false) => has_version = true,
            (true, true) if read == 0 && left == 0 => return Err(Broken::Head),
            (true, true) if read == 0 => return Err(Broken::End),
            (true, true) => return Ok(Some(head)),
            (true, false) => head.push(line),
        }
        left -= u64::try_from(read).unwrap_or(left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of an archive: its answers, and why it is broken.
    fn read(archive: &str) -> (Vec<String>, Option<String>) {
        let (mut archive, mut answers) = (archive.as_bytes(), Vec::new());
        loop {
            match next_answer(&mut archive, 1_000) {
                Ok(Some(answer)) => answers.push(String::from_utf8(answer.bytes).unwrap()),
                Ok(None) => return (answers, None),
                Err(broken) => return (answers, Some(broken.to_string())),
            }
        }
    }

    fn answer(fields: &str, content: &str) -> String {
        format!("WARC/1.0\r\nWARC-Type: response\r\n{fields}\r\n\r\n{content}\r\n\r\n")
    }

    #[test]
    fn answers_are_given_and_others_passed_over() {
        let note = "WARC/1.1\r\nwarc-type: warcinfo\r\ncontent-length: 2\r\n\r\nab\r\n\r\n";
        let archive = answer("Content-Length: 3", "abc") + note + &answer("content-length:1", "d");
        assert_eq!(read(&archive), (vec!["abc".to_owned(), "d".to_owned()], None));
        assert_eq!(read(&archive.replace("\r\n", "\n")), read(&archive));
        assert_eq!(read(""), (vec![], None));
    }

    #[test]
    fn empty_lines_between_records_are_passed_over() {
        let record = answer("Content-Length: 1", "a");
        let blank = "\r\n".repeat(40_000);
        let archive = format!("{blank}{record}{blank}{record}{blank}");
        assert_eq!(read(&archive), (vec!["a".to_owned(), "a".to_owned()], None));
    }

    #[test]
    fn answers_of_other_servers_are_passed_over() {
        let archive = answer("Content-Type: text/dns\r\nContent-Length: 1", "a")
            + &answer("Content-Type: application/http; msgtype=response\r\nContent-Length: 1", "b");
        assert_eq!(read(&archive), (vec!["b".to_owned()], None));
    }

    #[test]
    fn a_field_may_go_on_in_the_next_line() {
        let folded = answer("WARC-Target-URI:\r\n <https://a.vn/>\r\nContent-Length: 0", "");
        let url = next_answer(&mut folded.as_bytes(), 1_000).unwrap().unwrap().url;
        assert_eq!(url.as_deref(), Some("https://a.vn/"));
    }

    #[test]
    fn what_is_broken_is_told() {
        let good = answer("Content-Length: 1", "a");
        let endless = "WARC/1.0\r\n".to_owned() + &"x: y\r\n".repeat(20_000);
        for (broken, reason) in [
            (
                answer("Content-Length: 9223372036854775800", "abc"),
                "the archive ends inside a record",
            ),
            ("WARC/1.0\r\nContent-Length: 1".to_owned(), "the archive ends inside a record"),
            (
                answer("Content-Length: x", ""),
                "expected a number of bytes as Content-Length, found `x`",
            ),
            (answer("X: y", ""), "a WARC record has no Content-Length"),
            (endless, "the head of a WARC record is longer than 65536 bytes"),
            (
                "<html>".to_owned(),
                "expected a WARC record (`WARC/1.0` or `WARC/1.1`), found `<html>`",
            ),
        ] {
            let (answers, told) = read(&(good.clone() + &broken));
            assert_eq!((answers.len(), told.as_deref()), (1, Some(reason)));
        }
    }
}
