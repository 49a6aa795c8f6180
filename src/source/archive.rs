//! WARC: the pages among the records of a web archive.
//!
//! Only answers with a web page in them are given; pictures, redirects and notes on the crawl are
//! passed over. The day of a record is that of the crawl and says nothing of publication. After a
//! broken record nothing can be found, so it is the last.

use super::response::{self, Found};
use super::warc::{Answer, next_answer};
use super::{Choice, Error, Input};
use std::io::BufRead;

/// The pages of an archive that is called `name`. Of a page its address has to fit, without the scheme.
pub(super) fn pages<R: BufRead>(
    name: String,
    mut archive: R,
    choice: &Choice,
) -> impl Iterator<Item = Result<Input, Error>> + use<R> {
    let choice = choice.clone();
    let longest = choice.longest;
    let mut is_broken = false;
    let answers = std::iter::from_fn(move || {
        let answer = if is_broken { None } else { next_answer(&mut archive, longest).transpose() };
        is_broken = matches!(answer, Some(Err(_)));
        answer
    });
    answers.filter_map(move |answer| match answer {
        Ok(answer) if !takes(&choice, &answer) => None,
        Ok(answer) => page(&name, answer, longest),
        Err(broken) => {
            Some(Err(Error::Unreadable { name: name.clone(), reason: broken.to_string() }))
        }
    })
}

fn takes(choice: &Choice, answer: &Answer) -> bool {
    let url = answer.url.as_deref().unwrap_or_default();
    choice.takes(url.split_once("://").map_or(url, |(_, rest)| rest))
}

fn page(
    archive: &str,
    Answer { url, bytes }: Answer,
    longest: u64,
) -> Option<Result<Input, Error>> {
    let name = url.as_ref().map_or(archive.to_owned(), |url| format!("{archive}#{url}"));
    match response::page(&bytes, longest) {
        Found::Page(page) if page.bytes.len() as u64 > longest => {
            Some(Err(Error::TooLong { name, longest }))
        }
        Found::Page(page) => {
            Some(Ok(Input { name, bytes: page.bytes, url, charset: page.charset, published: None }))
        }
        Found::Other => None,
        Found::Broken(reason) => Some(Err(Error::Unreadable { name, reason })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: &str, url: &str, content: &str) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n\
             WARC-Date: 2026-11-23T08:15:00Z\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
            content.len()
        )
    }

    fn read(archive: &str) -> Vec<String> {
        pages("w.warc".to_owned(), archive.as_bytes(), &Choice::up_to(1_000))
            .map(|page| match page {
                Ok(page) => format!("{} = {}", page.name, String::from_utf8_lossy(&page.bytes)),
                Err(error) => error.to_string(),
            })
            .collect()
    }

    #[test]
    fn the_pages_of_an_archive_are_given() {
        let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A";
        let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx";
        let archive = [
            record("warcinfo", "", "software: x"),
            record("response", "https://a.vn/1", html),
            record("response", "https://a.vn/2.png", picture),
            record("response", "<https://a.vn/3>", html),
        ]
        .concat();
        assert_eq!(
            read(&archive),
            ["w.warc#https://a.vn/1 = <p>A", "w.warc#https://a.vn/3 = <p>A"]
        );
    }

    #[test]
    fn an_address_may_have_to_fit() {
        let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A";
        let urls = ["https://a.vn/tin/1.html", "https://a.vn/anh/2.html", "http://b.vn/tin/3.html"];
        let archive = urls.map(|url| record("response", url, html)).concat();
        for (pattern, want) in [("a.vn/tin/*", 1), ("*/tin/*", 2), ("[12].html", 2), ("x", 0)] {
            let choice = Choice::up_to(1_000).only(&[pattern]).unwrap();
            let found = pages("w".to_owned(), archive.as_bytes(), &choice).count();
            assert_eq!(found, want, "{pattern}");
        }
    }

    #[test]
    fn the_charset_of_the_server_is_kept() {
        let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=VISCII\r\n\r\n<p>A";
        let archive = record("response", "https://a.vn/1", html);
        let mut pages = pages("w.warc".to_owned(), archive.as_bytes(), &Choice::up_to(1_000));
        let page = pages.next().unwrap().unwrap();
        assert_eq!(page.charset.as_deref(), Some("viscii"));
    }

    #[test]
    fn a_page_that_is_too_long_is_passed_over() {
        let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A";
        let archive =
            record("response", "https://a.vn/1", &format!("{html}{}", "a".repeat(100_000)))
                + &record("response", "https://a.vn/2", html);
        let told = "w.warc#https://a.vn/1: is longer than 1000 bytes, which no page is";
        assert_eq!(read(&archive), [told, "w.warc#https://a.vn/2 = <p>A"]);
    }

    #[test]
    fn a_broken_record_is_reported_and_is_the_last() {
        let archive = record("warcinfo", "", "x") + "WARC/9\r\n\r\n";
        let want = "w.warc: cannot be read: expected a WARC record (`WARC/1.0` or `WARC/1.1`), \
                    found `WARC/9`";
        assert_eq!(read(&archive), [want]);
    }
}
