//! A web server's answer as an archive keeps it: head, and a body that may be packed.
//!
//! `200 OK` with HTML or a document in it is a page. Chunks are put together and gzip and deflate are unpacked;
//! what is packed otherwise is reported.

use super::head;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// What an answer holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A web page.
    Page(Page),
    /// Something else: a picture, a redirect.
    Other,
    /// A page that cannot be unpacked, or no answer at all, and why.
    Broken(String),
}

/// A web page as it was served.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) bytes: Vec<u8>,
    /// Label of its encoding, where the head has one.
    pub(super) charset: Option<String>,
}

/// Reads an answer. A page is unpacked no further than to one byte more than it may have.
pub(super) fn page(answer: &[u8], longest: u64) -> Found {
    let (status, head, body) = match head::of_answer(answer) {
        Ok(read) => read,
        Err(reason) => return Found::Broken(reason),
    };
    let field = |name: &str| head.field(name).unwrap_or_default().to_ascii_lowercase();
    let kind = field("content-type");
    if status != 200 || !holds_page(&kind) {
        return Found::Other;
    }
    let body = match field("transfer-encoding").contains("chunked") {
        true => without_chunks(body),
        false => body.to_vec(),
    };
    match unpacked(&field("content-encoding"), body, longest) {
        Ok(bytes) => Found::Page(Page { bytes, charset: charset(&kind) }),
        Err(reason) => Found::Broken(reason),
    }
}

/// Types of documents whose text is read.
const DOCUMENTS: [&str; 3] = [
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
];

/// Whether an answer of this type is a page or a document.
fn holds_page(kind: &str) -> bool {
    kind.contains("html") || DOCUMENTS.iter().any(|document| kind.starts_with(document))
}

/// `text/html; charset="utf-8"` has `utf-8`.
fn charset(kind: &str) -> Option<String> {
    let parameters = kind.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut labels = parameters.filter(|(name, _)| name.trim() == "charset");
    labels.next().map(|(_, label)| label.trim_matches([' ', '"', '\'']).to_owned())
}

fn unpacked(packing: &str, body: Vec<u8>, longest: u64) -> Result<Vec<u8>, String> {
    let zlib = body.first() == Some(&0x78);
    let is_gzip = body.starts_with(b"\x1f\x8b");
    let unpacked = match packing {
        "" | "identity" => return Ok(body),
        // Some crawlers unpack the body and leave the field as it was.
        "gzip" | "x-gzip" if !is_gzip => return Ok(body),
        "gzip" | "x-gzip" => read(MultiGzDecoder::new(&*body), longest),
        "deflate" if zlib => read(ZlibDecoder::new(&*body), longest),
        "deflate" => read(DeflateDecoder::new(&*body), longest),
        other => {
            return Err(format!("expected gzip or deflate, found packing `{other}`"));
        }
    };
    unpacked.map_err(|error| error.to_string())
}

fn read(packed: impl Read, longest: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    packed.take(longest.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The chunks of a body put together. A body that has none is left as it is: many crawlers keep
/// the field and not the chunks.
fn without_chunks(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Ok(httparse::Status::Complete((start, size))) = httparse::parse_chunk_size(rest) {
        let Some(chunk) = usize::try_from(size).ok().and_then(|size| rest[start..].get(..size))
        else {
            break;
        };
        if chunk.is_empty() {
            return whole;
        }
        whole.extend_from_slice(chunk);
        rest = rest[start + chunk.len()..].strip_prefix(b"\r\n").unwrap_or_default();
    }
    match whole.is_empty() {
        true => body.to_vec(),
        false => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn answer(head: &str, body: &[u8]) -> Found {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n");
        page(&[head.as_bytes(), body].concat(), 1_000)
    }

    #[test]
    fn bodies_are_unpacked() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(b"<p>A").unwrap();
        let gzip = gzip.finish().unwrap();
        for (head, body) in [
            ("", &b"<p>A"[..]),
            ("Content-Encoding: gzip\r\n", &gzip),
            ("Content-Encoding: gzip\r\n", b"<p>A"),
            ("Transfer-Encoding: chunked\r\n", b"2\r\n<p\r\n2\r\n>A\r\n0\r\n\r\n"),
            ("Transfer-Encoding: chunked\r\n", b"<p>A"),
        ] {
            let page = Page { bytes: b"<p>A".to_vec(), charset: None };
            assert_eq!(answer(head, body), Found::Page(page), "{head}{body:?}");
        }
    }

    #[test]
    fn the_charset_is_read_from_the_head() {
        for (kind, want) in [
            ("text/html", None),
            ("text/html; Charset=\"UTF-8\"", Some("utf-8")),
            ("application/xhtml+xml;x=y;charset=windows-1258 ", Some("windows-1258")),
        ] {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n<p>A");
            let Found::Page(page) = page(head.as_bytes(), 1_000) else {
                panic!("{kind} is a page")
            };
            assert_eq!(page.charset.as_deref(), want, "{kind}");
        }
    }

    #[test]
    fn what_is_no_page_is_passed_over_and_what_is_broken_told() {
        assert_eq!(
            page(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", 1_000),
            Found::Other
        );
        let Found::Broken(reason) = page(b"no answer", 1_000) else { panic!("it is told") };
        assert!(reason.ends_with("found `no answer`"), "{reason}");
        let reason = "expected gzip or deflate, found packing `br`".to_owned();
        assert_eq!(answer("Content-Encoding: br\r\n", b"x"), Found::Broken(reason));
    }
}
