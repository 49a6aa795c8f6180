//! The pages of a ZIP archive: `saved.zip/tin/1.html`.
//!
//! What is read of it, and what is left out, is as for a folder. An archive may hold others, and those
//! none. It is unpacked file by file, and no further than files of text unpack. A document that is a ZIP
//! archive itself is left whole, and so is what is damaged: others tell what it is.

use super::folder::{is_asked_for, listed};
use super::item::{Items, left_out, one};
use super::packed;
use super::{Choice, Error, Input, Item, LONGEST_PAGE, LeftOut, Why};
use std::io::{Read, Seek};
use zip::ZipArchive;

/// How many times its size an archive of texts unpacks to, at most; a small one may unpack to one page.
const MOST: u64 = 100;

/// How often an archive may stand in another one.
const DEEPEST: usize = 1;

/// How an archive begins.
const SIGN: &[u8; 4] = b"PK\x03\x04";

/// What is in an archive of so many bytes that stands in so many others.
pub(super) fn inside<R: Read + Seek + Send + 'static>(
    name: String,
    archive: R,
    size: u64,
    depth: usize,
    choice: &Choice,
) -> Items {
    let left = size.saturating_mul(MOST).max(LONGEST_PAGE);
    let unreadable = |name, reason| one(Err(Error::Unreadable { name, reason }));
    if depth > DEEPEST {
        let reason = "it stands in an archive that stands in another; unpack it first";
        return unreadable(name, reason.to_owned());
    }
    match ZipArchive::new(archive) {
        Ok(archive) => {
            let all = files(&archive);
            let reads_any = all.iter().any(|(_, _, left_out)| left_out.is_none());
            let files = all.into_iter().filter(|(_, file, _)| is_asked_for(file, choice)).collect();
            let choice = choice.clone();
            Unpacking { archive, files, name, left, depth, choice, reads_any }.items()
        }
        Err(error) => unreadable(name, error.to_string()),
    }
}

/// Whether this is a sound archive, and no document. It is read from its beginning, and left anywhere.
pub(super) fn holds_pages(mut archive: impl Read + Seek) -> bool {
    let mut head = [0; SIGN.len()];
    let begins = archive.read_exact(&mut head).is_ok() && head == *SIGN;
    begins
        && ZipArchive::new(archive).is_ok_and(|archive| {
            let is_sign = |name: &str| ["[Content_Types].xml", "mimetype"].contains(&name);
            !archive.file_names().flatten().any(|name| is_sign(&name))
        })
}

/// A file of an archive: its number, its name, and why it is not read, if it is not.
type File = (usize, String, Option<Why>);

/// The files of an archive in the order of their names, without what is hidden.
fn files<R: Read + Seek>(archive: &ZipArchive<R>) -> Vec<File> {
    let names: Vec<String> =
        archive.file_names().map(|name| name.unwrap_or_default().into_owned()).collect();
    let named = |(at, left_out): (usize, _)| (at, names[at].clone(), left_out);
    let mut files: Vec<File> = listed(&names).into_iter().map(named).collect();
    files.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    files
}

/// An archive that is being unpacked.
struct Unpacking<R> {
    archive: ZipArchive<R>,
    files: Vec<File>,
    name: String,
    /// How many bytes may still be unpacked.
    left: u64,
    depth: usize,
    choice: Choice,
    /// Whether there is anything to read, asked for or not.
    reads_any: bool,
}

impl<R: Read + Seek + Send + 'static> Unpacking<R> {
    fn items(mut self) -> Items {
        let files = std::mem::take(&mut self.files);
        if files.iter().all(|(_, _, left_out)| left_out.is_some()) {
            let name = self.name.clone();
            let none = match self.reads_any {
                true => Error::NoneFits { name },
                false => Error::NoPages { name },
            };
            let left_out = files.into_iter().filter_map(move |(_, file, why)| {
                let name = format!("{}/{file}", self.name);
                Some(Ok(Item::LeftOut(LeftOut { name, why: why? })))
            });
            return Box::new(left_out.chain([Err(none)]));
        }
        Box::new(files.into_iter().flat_map(move |(at, file, why)| {
            let name = format!("{}/{file}", self.name);
            match why {
                Some(why) => left_out(name, why),
                None => match self.unpack(at, name) {
                    Ok(input) => packed::inside(input, self.depth + 1, &self.choice),
                    Err(error) => one(Err(error)),
                },
            }
        }))
    }

    fn unpack(&mut self, at: usize, name: String) -> Result<Input, Error> {
        let longest = self.choice.longest;
        let most = self.left.min(longest);
        let mut bytes = Vec::new();
        let file = self.archive.by_index(at).map_err(std::io::Error::from);
        let read = file.and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
        self.left = self.left.saturating_sub(bytes.len() as u64);
        let reason = match read {
            Err(error) => error.to_string(),
            Ok(length) if length as u64 <= most => {
                return Ok(Input { name, bytes, ..Input::default() });
            }
            Ok(_) if most == longest => return Err(Error::TooLong { name, longest }),
            Ok(_) => {
                format!("its archive unpacks to more than {MOST} times its size; unpack it first")
            }
        };
        Err(Error::Unreadable { name, reason })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn read(bytes: Vec<u8>) -> Vec<String> {
        let input = Input { name: "a.zip".to_owned(), bytes, ..Input::default() };
        packed::inside(input, 0, &Choice::default())
            .map(|item| match item {
                Ok(Item::Input(input)) => {
                    let text = String::from_utf8_lossy(&input.bytes);
                    format!("{} = {}", input.name, text.get(..4).unwrap_or(&text))
                }
                Ok(Item::LeftOut(file)) => format!("{} left out: {:?}", file.name, file.why),
                Ok(Item::Empty(name)) => format!("{name} is empty"),
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
            read(zipped(&files)),
            [
                "a.zip/a.txt = A",
                "a.zip/tin/b.html = <p>B",
                "a.zip/tin/b_files/x.html left out: PartOfPage",
                "a.zip/tin/p.png left out: NoPage",
            ]
        );
        let error = read(zipped(&[("p.png", b"P")])).pop().unwrap();
        assert!(error.starts_with("a.zip: it holds nothing to read"), "{error}");
    }

    #[test]
    fn an_archive_may_stand_in_another() {
        let inner = zipped(&[("c.html", b"<p>C")]);
        let middle = zipped(&[("b.zip", &inner)]);
        let outer = zipped(&[("m.zip", &middle)]);
        assert_eq!(read(middle), ["a.zip/b.zip/c.html = <p>C"]);
        let reason = "it stands in an archive that stands in another; unpack it first";
        assert_eq!(read(outer), [format!("a.zip/m.zip/b.zip: cannot be read: {reason}")]);
    }

    #[test]
    fn documents_and_damaged_archives_are_left_whole() {
        let document = zipped(&[("[Content_Types].xml", b"x"), ("word/a.txt", b"y")]);
        assert_eq!(read(document), ["a.zip = PK\u{3}\u{4}"]);
        let mut cut = zipped(&[("a.txt", b"A")]);
        cut.truncate(20);
        assert_eq!(read(cut), ["a.zip = PK\u{3}\u{4}"]);
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_it_may() {
        let zeros = vec![b'0'; usize::try_from(LONGEST_PAGE).unwrap() / 2 + 1];
        let bomb = zipped(&[("a.txt", &zeros), ("b.txt", &zeros), ("c.txt", &zeros)]);
        let read = read(bomb);
        assert_eq!(read[0], "a.zip/a.txt = 0000");
        for (at, file) in [(1, "b"), (2, "c")] {
            let reason = "its archive unpacks to more than 100 times its size; unpack it first";
            assert_eq!(read[at], format!("a.zip/{file}.txt: cannot be read: {reason}"));
        }
    }

    #[test]
    fn a_page_may_be_no_longer_than_others() {
        let bytes = zipped(&[("a.txt", b"A"), ("b.txt", &[b'B'; 200]), ("c.txt", b"C")]);
        let input = Input { name: "a.zip".to_owned(), bytes, ..Input::default() };
        let read: Vec<_> = packed::inside(input, 0, &Choice::up_to(100)).collect();
        assert!(
            matches!(&read[1], Err(Error::TooLong { name, longest: 100 }) if name == "a.zip/b.txt")
        );
        assert!(read[0].is_ok() && read[2].is_ok());
    }
}
