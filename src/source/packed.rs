//! How bytes are packed, by what they begin with: gzip, a ZIP archive, a web archive, a list.
//!
//! What is not packed is one input as it is. A Word document is a ZIP archive too, and left whole.

use super::{Error, Input, Items, all, archive, list, one, zip};
use flate2::bufread::MultiGzDecoder;
use std::io::{BufReader, Cursor, Read};

/// Largest file that is unpacked, in bytes.
pub(super) const LARGEST: u64 = 64 << 20;

/// How often an archive may stand in another one.
pub(super) const DEEPEST: usize = 1;

/// What is in the bytes of an input that stands in so many archives.
pub(super) fn inside(input: Input, depth: usize) -> Items {
    match &input.bytes {
        bytes if bytes.starts_with(b"\x1f\x8b") => in_gzip(input, depth),
        bytes if bytes.starts_with(b"PK\x03\x04") => zip::inside(input, depth),
        bytes if bytes.starts_with(WARC) => {
            all(archive::pages(input.name, Cursor::new(input.bytes)))
        }
        bytes if list::is_list(bytes) => all(list::pages(input.name, Cursor::new(input.bytes))),
        _ => one(Ok(input)),
    }
}

/// How a web archive begins.
const WARC: &[u8] = b"WARC/1.";

fn in_gzip(input: Input, depth: usize) -> Items {
    let mut head = [0; WARC.len()];
    let is_archive = MultiGzDecoder::new(&*input.bytes).read_exact(&mut head).is_ok();
    if is_archive && head == WARC {
        let unpacked = MultiGzDecoder::new(Cursor::new(input.bytes));
        return all(archive::pages(input.name, BufReader::new(unpacked)));
    }
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(&*input.bytes).take(LARGEST + 1).read_to_end(&mut bytes);
    let reason = match read {
        Err(error) => error.to_string(),
        Ok(_) if bytes.len() as u64 > LARGEST => too_large(),
        Ok(_) if bytes.starts_with(b"\x1f\x8b") => "it is packed twice; unpack it first".to_owned(),
        Ok(_) => return inside(Input { bytes, ..input }, depth),
    };
    one(Err(Error::Unreadable { name: input.name, reason }))
}

/// Why a file is not unpacked to its end.
pub(super) fn too_large() -> String {
    format!("it unpacks to more than {} MiB", LARGEST >> 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Item;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    fn read(bytes: Vec<u8>) -> Vec<String> {
        let input = Input { name: "a".to_owned(), bytes, ..Input::default() };
        inside(input, 0)
            .map(|item| match item {
                Ok(Item::Input(input)) => {
                    format!("{} = {}", input.name, String::from_utf8_lossy(&input.bytes))
                }
                Ok(Item::LeftOut(file)) => format!("{} left out", file.name),
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
        ] {
            assert_eq!(read(bytes), [want]);
        }
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_it_may() {
        let bomb = gzip(&vec![b' '; usize::try_from(LARGEST).unwrap() + 1]);
        assert_eq!(read(bomb), ["a: cannot be read: it unpacks to more than 64 MiB"]);
        let twice = gzip(&gzip(b"<p>A"));
        assert_eq!(read(twice), ["a: cannot be read: it is packed twice; unpack it first"]);
        let cut = gzip(&b"<p>A".repeat(900));
        assert!(read(cut[..cut.len() / 2].to_vec())[0].starts_with("a: cannot be read: "));
    }
}
