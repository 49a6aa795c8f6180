//! A page that a browser saved in one file (`.mhtml`, `.mht`), and a message with a page in it.
//!
//! The file is a message of several parts: the page, and what is shown in it. The page is the part that
//! `start` names, or the first that is HTML; its encoding and its address stand at its head.
//!
//! * `head`: the fields at the head of a part
//! * `transfer`: the bytes of a part as they were before they were sent

mod head;
mod transfer;

use super::{Content, Document, Error, Kind};
use head::Head;
use memchr::memmem;

/// Deepest nesting of parts in each other.
const DEEPEST: usize = 8;

/// Whether bytes are a message that may hold a page.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let Some((head, _)) = Head::read(bytes) else { return false };
    let kind = head.kind();
    kind.starts_with("multipart/") || head.has("mime-version") && kind == HTML
}

/// The page of a message.
pub(super) fn page(bytes: &[u8]) -> Result<Document<'_>, Error> {
    let found = Kind::Mhtml.noun();
    let damaged = |reason: &str| Error::Damaged { found, reason: reason.to_owned() };
    let (head, body) = Head::read(bytes).ok_or_else(|| damaged("it has no head"))?;
    let saved_from = head.value("snapshot-content-location").map(str::to_owned);
    let page = part(&head, body, 0).ok_or_else(|| damaged("no part of it is a page"))?;
    let (head, body) = page;
    let bytes = transfer::decoded(head.value("content-transfer-encoding"), body);
    let bytes = bytes.map_err(|reason| Error::Damaged { found, reason })?;
    let url = saved_from.or_else(|| head.value("content-location").map(str::to_owned));
    Ok(Document {
        kind: Kind::Mhtml,
        content: Content::Page(bytes),
        url: url.filter(|url| url.starts_with("http://") || url.starts_with("https://")),
        charset: head.parameter("charset").map(|label| label.to_ascii_lowercase()),
    })
}

const HTML: &str = "text/html";
const XHTML: &str = "application/xhtml+xml";
const PLAIN: &str = "text/plain";

/// The part with the page: the one that is named, else the first HTML, else the first text.
fn part<'a>(head: &Head<'a>, body: &'a [u8], depth: usize) -> Option<(Head<'a>, &'a [u8])> {
    let kind = head.kind();
    if [HTML, XHTML, PLAIN].contains(&&*kind) || kind.is_empty() {
        return Some((head.clone(), body));
    }
    let boundary = head.parameter("boundary").filter(|_| kind.starts_with("multipart/"))?;
    let inside = parts(body, &boundary).filter_map(Head::read);
    let inside: Vec<_> = inside
        .filter_map(|(head, body)| match depth < DEEPEST {
            true => part(&head, body, depth + 1)
                .map(|found| (head.value("content-id").map(str::to_owned), found)),
            false => None,
        })
        .collect();
    let start = head.parameter("start");
    let is_html = |(_, (head, _)): &&(_, (Head<'a>, _))| [HTML, XHTML].contains(&&*head.kind());
    let named = inside.iter().find(|(id, _)| start.is_some() && id.as_deref() == start.as_deref());
    let named = named.filter(is_html);
    let found = named.or_else(|| inside.iter().find(is_html)).or(inside.first());
    found.map(|(_, found)| found.clone())
}

/// What stands between the lines of a boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> impl Iterator<Item = &'a [u8]> {
    let border = format!("--{boundary}");
    let mut left = Some(body);
    let mut begun = false;
    std::iter::from_fn(move || {
        loop {
            let text = left?;
            let at = border_in(text, border.as_bytes());
            let (part, rest) = match at {
                Some(at) => (&text[..at], Some(&text[at + border.len()..])),
                None => (text, None),
            };
            left = rest.filter(|rest| !rest.starts_with(b"--")).map(behind_line);
            if std::mem::replace(&mut begun, true) {
                return Some(part);
            }
        }
    })
}

/// Where a line that is a border begins.
fn border_in(text: &[u8], border: &[u8]) -> Option<usize> {
    let begins_line = |at: &usize| *at == 0 || text[at - 1] == b'\n';
    memmem::find_iter(text, border).find(begins_line)
}

fn behind_line(text: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', text).map_or(&[], |at| &text[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by Blink>\r\n\
        Snapshot-Content-Location: https://xa.vn/tin/1\r\n\
        Subject: =?utf-8?Q?Tin?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----A----\"\r\n\r\n\r\n\
        ------A----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n\
        Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://xa.vn/tin/1\r\n\r\n\
        <p>X=C3=A3 c=C3=B3 1.=\r\n297 l=C6=B0=E1=BB=A3t.</p>\r\n\
        ------A----\r\nContent-Type: text/css\r\n\r\np { width: 5px }\r\n------A------\r\n";

    fn open(message: &str) -> (String, Option<String>, Option<String>) {
        assert!(is_message(message.as_bytes()), "{message}");
        let page = page(message.as_bytes()).unwrap();
        let Content::Page(bytes) = page.content else { panic!("a page is bytes") };
        let text = String::from_utf8_lossy(&bytes).trim().to_owned();
        (text, page.url, page.charset)
    }

    #[test]
    fn the_page_of_a_browser_is_found() {
        let (text, url, charset) = open(SAVED);
        assert_eq!(text, "<p>Xã có 1.297 lượt.</p>");
        assert_eq!((url.as_deref(), charset), (Some("https://xa.vn/tin/1"), None));
    }

    #[test]
    fn the_part_that_is_named_is_the_page() {
        let part = |id: &str, kind: &str, text: &str| {
            format!("--B\nContent-Type: {kind}\nContent-ID: {id}\n\n{text}\n")
        };
        let message = |start: &str| {
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B".to_owned()
                + start
                + "\n\n"
                + &part("<0>", "image/png", "x")
                + &part("<1>", "text/html; charset=\"VISCII\"", "<p>Một")
                + &part("<2>", "text/html", "<p>Hai")
                + "--B--"
        };
        let (text, url, charset) = open(&message(""));
        assert_eq!((&*text, url, charset.as_deref()), ("<p>Một", None, Some("viscii")));
        assert_eq!(open(&message("; start=\"<2>\"")).0, "<p>Hai");
        assert_eq!(open(&message("; start=\"<0>\"")).0, "<p>Một");
    }

    #[test]
    fn a_message_gives_its_page_rather_than_its_text() {
        let message = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"o\"\n\n--o\n\
            Content-Type: multipart/alternative; boundary=\"i\"\n\n--i\nContent-Type: text/plain\n\n\
            Một\n--i\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+TeG7mXQ=\n\
            --i--\n--o--\n";
        assert_eq!(open(message).0, "<p>Một");
    }

    #[test]
    fn text_is_no_message() {
        for text in ["Tên xã: An Hòa\n\nCó 5 ấp", "<p>A: b\n\n", "Subject: x\n\ny", "", "a"] {
            assert!(!is_message(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_is_damaged_is_refused() {
        for message in [
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\nno part",
            "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--B\n\n<p>",
        ] {
            assert!(matches!(page(message.as_bytes()), Err(Error::Damaged { .. })), "{message}");
        }
        let nested: String = (0..10_000)
            .map(|n| format!("--{n}\nContent-Type: multipart/mixed; boundary={}\n\n", n + 1))
            .collect();
        let nested = format!("Content-Type: multipart/mixed; boundary=0\n\n{nested}");
        assert!(page(nested.as_bytes()).is_err());
    }
}
