//! Where a tag ends, and how many attributes it has: `<a title="x > y" href=z>` ends behind `z`.

use memchr::memchr;

/// Between the name of a tag and its end.
#[derive(Clone, Copy)]
enum State {
    /// The next letter begins an attribute.
    Between,
    Name,
    /// An `=` may follow.
    BehindName,
    /// A quote opens a value here, and only here.
    BeforeValue,
    /// A value without quotes.
    Value,
}

/// The byte after the tag whose name ends at `from`, and the number of its attributes.
pub(super) fn end(bytes: &[u8], from: usize) -> (usize, usize) {
    use State::{BeforeValue, BehindName, Between, Name, Value};
    let (mut at, mut attributes, mut state) = (from, 0, Between);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte == b'>' {
            break;
        }
        let is_space = byte.is_ascii_whitespace();
        state = match (state, byte) {
            (BeforeValue, b'"' | b'\'') => {
                at = memchr(byte, &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
                Between
            }
            (BeforeValue, _) if is_space => BeforeValue,
            (BeforeValue, _) => Value,
            (Value, _) if is_space => Between,
            (Value, _) => Value,
            (Name | BehindName, b'=') => BeforeValue,
            (_, b'/') => Between,
            (Name, _) if is_space => BehindName,
            (Name, _) => Name,
            (state, _) if is_space => state,
            (Between | BehindName, _) => {
                attributes += 1;
                Name
            }
        };
    }
    (at, attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_ends_outside_of_its_values() {
        for (tag, attributes) in [
            (">", 0),
            (" />", 0),
            (" a=1 b c='2'>", 3),
            (" a = \"x > y\" b>", 2),
            (" a=\"it's > y\"b='\">\"'>", 2),
            (" a=x/y/z>", 1),
            (" a==\"x>", 1),
            (" =\"x>", 1),
            ("\n a\n=\n1\n/>", 1),
        ] {
            let text = format!("{tag}<b c='d'>");
            assert_eq!(end(text.as_bytes(), 0), (tag.len(), attributes), "{tag}");
        }
        assert_eq!(end(b" a='x>", 0), (6, 1));
    }
}
