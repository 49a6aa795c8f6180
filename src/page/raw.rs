//! Where an element ends whose inside is no markup: a script, a style sheet, a title.
//!
//! It ends with the first closing tag of its name. Only a script can hold one: between `<!--` and `-->`,
//! behind a `<script>` of its own, `</script>` closes that one.

use super::nesting::ends_name;
use memchr::{memchr, memmem};

/// The first byte of the closing tag of the element whose opening tag ends at `from`.
pub(super) fn end(bytes: &[u8], name: &[u8], from: usize) -> Option<usize> {
    let is_script = name.eq_ignore_ascii_case(b"script");
    let (mut at, mut comment_end, mut is_nested) = (from, from, false);
    loop {
        at += memchr(b'<', &bytes[at..])?;
        let rest = &bytes[at + 1..];
        let is_comment = is_script && at < comment_end;
        is_nested &= is_comment;
        if rest.strip_prefix(b"/").is_some_and(|rest| is_named(rest, name)) {
            if !is_nested {
                return Some(at);
            }
            is_nested = false;
        } else if is_comment && is_named(rest, name) {
            is_nested = true;
        } else if is_script && !is_comment && rest.starts_with(b"!--") {
            let found = memmem::find(&rest[1..], b"-->");
            comment_end = found.map_or(bytes.len(), |found| at + 2 + found);
        }
        at += 1;
    }
}

/// Whether a tag of this name stands here, but for its `<`.
fn is_named(rest: &[u8], name: &[u8]) -> bool {
    let split = rest.split_at_checked(name.len());
    split.is_some_and(|(own, rest)| {
        own.eq_ignore_ascii_case(name) && rest.first().is_some_and(ends_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_closing_tag_ends_it() {
        for (name, inside) in [
            ("title", "a < b </b> </titles> <title>"),
            ("style", "<!-- a --> <script></script>"),
            ("script", "if (a</b/) c"),
            ("script", "<!-- a -->"),
            ("script", "<!-- <script> a </script> b -->"),
            ("script", "<!-- <scripts> <SCRIPT\n> a </script > b"),
            ("script", "<!--> <script> a"),
        ] {
            let text = format!("{inside}</{name}>x</{name}>");
            assert_eq!(end(text.as_bytes(), name.as_bytes(), 0), Some(inside.len()), "{text}");
        }
        assert_eq!(end(b"a </script", b"script", 0), None);
        assert_eq!(end(b"<!-- <script> a </script> b", b"script", 0), None);
    }
}
