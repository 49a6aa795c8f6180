//! The pages of a ZIP archive: `saved.zip/tin/1.html`.
//!
//! What is read of it, and what is left out, is as for a folder. An archive may hold others, and those
//! none. It is unpacked file by file, and no further than files of text unpack. A document that is a ZIP
//! archive itself is left whole, and so is what is damaged: others tell what it is.

use super::folder::listed;
use super::packed::{self, DEEPEST, LARGEST};
use super::{Error, Input, Item, Items, LeftOut, Why, one};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How many times its size an archive of texts unpacks to, at most.
const MOST: u64 = 100;

/// What is in an archive that stands in so many others.
pub(super) fn inside(input: Input, depth: usize) -> Items {
    if !holds_pages(&input.bytes) {
        return one(Ok(input));
    }
    let name = input.name;
    let left = (input.bytes.len() as u64).saturating_mul(MOST).max(LARGEST);
    let unreadable = |name, reason| one(Err(Error::Unreadable { name, reason }));
    if depth > DEEPEST {
        let reason = "it stands in an archive that stands in another; unpack it first";
        return unreadable(name, reason.to_owned());
    }
    match ZipArchive::new(Cursor::new(input.bytes)) {
        Ok(archive) => Unpacking { files: files(&archive), archive, name, left, depth }.items(),
        Err(error) => unreadable(name, error.to_string()),
    }
}

/// Whether bytes are a sound archive, and no document.
fn holds_pages(bytes: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| {
        let is_sign = |name: &str| ["[Content_Types].xml", "mimetype"].contains(&name);
        !archive.file_names().flatten().any(|name| is_sign(&name))
    })
}

/// A file of an archive: its number, its name, and why it is not read, if it is not.
type File = (usize, String, Option<Why>);

/// The files of an archive in the order of their names, without what is hidden.
fn files<R: Read + std::io::Seek>(archive: &ZipArchive<R>) -> Vec<File> {
    let names: Vec<String> =
        archive.file_names().map(|name| name.unwrap_or_default().into_owned()).collect();
    let named = |(at, left_out): (usize, _)| (at, names[at].clone(), left_out);
    let mut files: Vec<File> = listed(&names).into_iter().map(named).collect();
    files.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    files
}

/// An archive that is being unpacked.
struct Unpacking {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    files: Vec<File>,
    name: String,
    /// How many bytes may still be unpacked.
    left: u64,
    depth: usize,
}

impl Unpacking {
    fn items(mut self) -> Items {
        let files = std::mem::take(&mut self.files);
        if files.iter().all(|(_, _, left_out)| left_out.is_some()) {
            let none = Error::NoPages { name: self.name.clone() };
            let left_out = files.into_iter().filter_map(move |(_, file, why)| {
                let name = format!("{}/{file}", self.name);
                Some(Ok(Item::LeftOut(LeftOut { name, why: why? })))
            });
            return Box::new(left_out.chain([Err(none)]));
        }
        Box::new(files.into_iter().flat_map(move |(at, file, left_out)| {
            let name = format!("{}/{file}", self.name);
            match left_out {
                Some(why) => Box::new(std::iter::once(Ok(Item::LeftOut(LeftOut { name, why })))),
                None => match self.unpack(at) {
                    Ok(bytes) => {
                        let input = Input { name, bytes, ..Input::default() };
                        packed::inside(input, self.depth + 1)
                    }
                    Err(reason) => one(Err(Error::Unreadable { name, reason })),
                },
            }
        }))
    }

    fn unpack(&mut self, at: usize) -> Result<Vec<u8>, String> {
        let most = self.left.min(LARGEST);
        let file = self.archive.by_index(at).map_err(|error| error.to_string())?;
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        self.left = self.left.saturating_sub(bytes.len() as u64);
        match read {
            Err(error) => Err(error.to_string()),
            Ok(length) if length as u64 > most => Err(packed::too_large()),
            Ok(_) => Ok(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn read(bytes: Vec<u8>) -> Vec<String> {
        let input = Input { name: "a.zip".to_owned(), bytes, ..Input::default() };
        inside(input, 0)
            .map(|item| match item {
                Ok(Item::Input(input)) => {
                    let text = String::from_utf8_lossy(&input.bytes);
                    format!("{} = {}", input.name, text.get(..4).unwrap_or(&text))
                }
                Ok(Item::LeftOut(file)) => format!("{} left out: {:?}", file.name, file.why),
                Err(error) => error.to_string(),
            })
            .collect()
    }

    #[test]
    fn an_archive_gives_its_pages_and_tells_the_rest() {
        let files: [(&str, &[u8]); 6] = [
            ("tin/b.html", b"<p>B"),
            ("a.txt", b"A"),
            ("tin/b_files/x.html", b"<p>X"),
            ("tin/p.png", b"P"),
            ("__MACOSX/a.txt", b"M"),
            (".git/a.txt", b"G"),
        ];
        assert_eq!(
            read(packed(&files)),
            [
                "a.zip/a.txt = A",
                "a.zip/tin/b.html = <p>B",
                "a.zip/tin/b_files/x.html left out: PartOfPage",
                "a.zip/tin/p.png left out: NoPage",
            ]
        );
        let error = read(packed(&[("p.png", b"P")])).pop().unwrap();
        assert!(error.starts_with("a.zip: it holds nothing to read"), "{error}");
    }

    #[test]
    fn an_archive_may_stand_in_another() {
        let inner = packed(&[("c.html", b"<p>C")]);
        let middle = packed(&[("b.zip", &inner)]);
        let outer = packed(&[("m.zip", &middle)]);
        assert_eq!(read(middle), ["a.zip/b.zip/c.html = <p>C"]);
        let reason = "it stands in an archive that stands in another; unpack it first";
        assert_eq!(read(outer), [format!("a.zip/m.zip/b.zip: cannot be read: {reason}")]);
    }

    #[test]
    fn documents_and_damaged_archives_are_left_whole() {
        let document = packed(&[("[Content_Types].xml", b"x"), ("word/a.txt", b"y")]);
        assert_eq!(read(document), ["a.zip = PK\u{3}\u{4}"]);
        let mut cut = packed(&[("a.txt", b"A")]);
        cut.truncate(20);
        assert_eq!(read(cut), ["a.zip = PK\u{3}\u{4}"]);
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_it_may() {
        let zeros = vec![b'0'; usize::try_from(LARGEST).unwrap() / 2 + 1];
        let bomb = packed(&[("a.txt", &zeros), ("b.txt", &zeros), ("c.txt", &zeros)]);
        let read = read(bomb);
        assert_eq!(read[0], "a.zip/a.txt = 0000");
        for (at, file) in [(1, "b"), (2, "c")] {
            let reason = "cannot be read: it unpacks to more than 64 MiB";
            assert_eq!(read[at], format!("a.zip/{file}.txt: {reason}"));
        }
    }
}
