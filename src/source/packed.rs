//! How bytes are packed, by what they begin with: gzip, Zstandard, a ZIP archive, a web archive, a list.
//!
//! What is not packed is one input as it is. A Word document is a ZIP archive too, and left whole. No page that
//! was packed may be longer than one that was not.

use super::frames::{self, Frames};
use super::item::{Items, one, pages};
use super::members::Members;
use super::{Choice, Error, Input, archive, list, zip};
use std::io::{BufRead, BufReader, Cursor, Read};

/// What is in the bytes of an input that stands in so many archives.
pub(super) fn inside(input: Input, depth: usize, choice: &Choice) -> Items {
    if let Some(packing) = Packing::of(&input.bytes) {
        return unpacked(packing, input, depth, choice);
    }
    match &input.bytes {
        bytes if zip::holds_pages(Cursor::new(bytes)) => {
            let size = bytes.len() as u64;
            zip::inside(input.name, Cursor::new(input.bytes), size, depth, choice)
        }
        bytes if bytes.starts_with(WARC) => {
            let name = input.name.clone();
            pages(name, archive::pages(input.name, Cursor::new(input.bytes), choice))
        }
        bytes if list::is_list(bytes) => {
            let name = input.name.clone();
            pages(name, list::pages(input.name, Cursor::new(input.bytes), choice.longest))
        }
        _ => one(Ok(input)),
    }
}

/// How gzip begins, and how a web archive.
const GZIP: &[u8] = b"\x1f\x8b";
const WARC: &[u8] = b"WARC/1.";

/// How one file is packed.
#[derive(Clone, Copy)]
enum Packing {
    Gzip,
    Zstandard,
}

impl Packing {
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            bytes if bytes.starts_with(GZIP) => Some(Self::Gzip),
            bytes if bytes.starts_with(frames::SIGN) => Some(Self::Zstandard),
            _ => None,
        }
    }

    fn unpack<'a>(self, packed: impl BufRead + Send + 'a) -> Box<dyn Read + Send + 'a> {
        match self {
            Self::Gzip => Box::new(Members::new(packed)),
            Self::Zstandard => Box::new(Frames::new(packed)),
        }
    }
}

fn unpacked(packing: Packing, input: Input, depth: usize, choice: &Choice) -> Items {
    let mut head = [0; WARC.len()];
    let is_archive = packing.unpack(&*input.bytes).read_exact(&mut head).is_ok() && head == WARC;
    if is_archive {
        let unpacked = BufReader::new(packing.unpack(Cursor::new(input.bytes)));
        return pages(input.name.clone(), archive::pages(input.name, unpacked, choice));
    }
    let longest = choice.longest;
    let mut bytes = Vec::new();
    let unpacked = packing.unpack(&*input.bytes).take(longest.saturating_add(1));
    let read = { unpacked }.read_to_end(&mut bytes);
    let name = input.name;
    one(Err(match read {
        Err(error) => Error::Unreadable { name, reason: error.to_string() },
        Ok(length) if length as u64 > longest => Error::TooLong { name, longest },
        Ok(_) if Packing::of(&bytes).is_some() => {
            let reason = "it is packed twice; unpack it first".to_owned();
            Error::Unreadable { name, reason }
        }
        Ok(_) => return inside(Input { name, bytes, ..input }, depth, choice),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Item;
    use flate2::{Compression, write::GzEncoder};
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    use std::io::Write;

    const LONGEST: u64 = 10_000;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    fn zst(bytes: &[u8]) -> Vec<u8> {
        compress_to_vec(bytes, CompressionLevel::Fastest)
    }

    fn read(bytes: Vec<u8>) -> Vec<String> {
        let input = Input { name: "a".to_owned(), bytes, ..Input::default() };
        inside(input, 0, &Choice::up_to(LONGEST))
            .map(|item| match item {
                Ok(Item::Input(input)) => {
                    format!("{} = {}", input.name, String::from_utf8_lossy(&input.bytes))
                }
                Ok(other) => format!("{other:?}"),
                Err(error) => error.to_string(),
            })
            .collect()
    }

    #[test]
    fn what_is_packed_is_told_by_its_bytes() {
        let warc = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.vn/\r\n\
                    Content-Length: 48\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>W\r\n\r\n";
        for (bytes, want) in [
            (b"<p>A".to_vec(), "a = <p>A"),
            (gzip(b"<p>A"), "a = <p>A"),
            (b"{\"html\": \"<p>A\"}\n".to_vec(), "a:1 = <p>A"),
            (gzip(b"{\"text\": \"A\", \"id\": 7}\n"), "7 = A"),
            (b"{\"schema\": 1}".to_vec(), "a = {\"schema\": 1}"),
            (warc.into(), "a#https://a.vn/ = <p>W"),
            (gzip(warc.as_bytes()), "a#https://a.vn/ = <p>W"),
            (zst(b"<p>A"), "a = <p>A"),
            (zst(b"{\"text\": \"A\", \"id\": 7}\n"), "7 = A"),
            (zst(warc.as_bytes()), "a#https://a.vn/ = <p>W"),
            ([gzip(b"<p>A"), vec![0; 512]].concat(), "a = <p>A"),
            (b"WARC/1.0\r\nContent-Length: 0\r\n\r\n".to_vec(), "Empty(\"a\")"),
        ] {
            assert_eq!(read(bytes), [want]);
        }
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_it_may() {
        let spaces = vec![b' '; 1 << 20];
        let told = "a: is longer than 10000 bytes, which no page is";
        for bomb in [gzip(&spaces), zst(&spaces)] {
            assert_eq!(read(bomb), [told]);
        }
        for twice in [gzip(&gzip(b"<p>A")), zst(&gzip(b"<p>A")), gzip(&zst(b"<p>A"))] {
            assert_eq!(read(twice), ["a: cannot be read: it is packed twice; unpack it first"]);
        }
        let cut = gzip(&b"<p>A".repeat(900));
        assert!(read(cut[..cut.len() / 2].to_vec())[0].starts_with("a: cannot be read: "));
    }
}
