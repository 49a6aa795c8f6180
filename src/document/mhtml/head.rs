//! The fields at the head of a part: `Content-Type: text/html; charset="utf-8"`.

use std::borrow::Cow;

/// The fields of a part.
#[derive(Debug, Clone, Default)]
pub(super) struct Head<'a> {
    /// Names in small letters, with their values; a line that goes on is one with the one before.
    fields: Vec<(String, Cow<'a, str>)>,
}

/// Longest head, in bytes.
const LONGEST: usize = 64 << 10;

impl<'a> Head<'a> {
    /// The head of a part, and what stands behind it; none where the first line is no field.
    pub(super) fn read(part: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let mut head = Self::default();
        let mut rest = part.strip_prefix(b"\xef\xbb\xbf").unwrap_or(part);
        while rest.starts_with(b"\r\n") || rest.starts_with(b"\n") {
            if !head.fields.is_empty() || rest.len() + 2 < part.len() {
                break;
            }
            rest = behind(rest);
        }
        while part.len() - rest.len() <= LONGEST {
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = String::from_utf8_lossy(&rest[..end]);
            let line = line.trim_end_matches('\r');
            rest = behind(rest);
            if line.is_empty() {
                return Some((head, rest)).filter(|(head, _)| !head.fields.is_empty());
            }
            match (line.starts_with([' ', '\t']), head.fields.last_mut()) {
                (true, Some((_, value))) => {
                    value.to_mut().push(' ');
                    value.to_mut().push_str(line.trim());
                }
                _ => {
                    let (name, value) = line.split_once(':')?;
                    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
                    if name.is_empty() || !name.chars().all(is_name) {
                        return None;
                    }
                    let value = value.trim().to_owned().into();
                    head.fields.push((name.to_ascii_lowercase(), value));
                }
            }
        }
        None
    }

    /// The value of a field, by its name in small letters.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(own, _)| own == name);
        field.map(|(_, value)| &**value)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// What the part holds: `text/html`.
    pub(super) fn kind(&self) -> String {
        let kind = self.value("content-type").unwrap_or_default();
        kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// A parameter of its kind: `charset`.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let (_, mut rest) = self.value("content-type")?.split_once(';')?;
        loop {
            let (own, behind) = rest.split_once('=')?;
            let behind = behind.trim_start();
            let (value, next) = match behind.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"')?,
                None => behind.split_at(behind.find(';').unwrap_or(behind.len())),
            };
            if own.trim_matches([' ', '\t', ';']).eq_ignore_ascii_case(name) {
                return Some(value.trim().to_owned());
            }
            rest = next;
        }
    }
}

/// What stands behind the first line.
fn behind(text: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', text).map_or(&[], |at| &text[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_parameters_are_read() {
        let part = b"Content-Type: multipart/Related;\r\n\ttype=\"text/html\";\r\n boundary=\"a;b\"; start=<x>\r\n\r\nbody";
        let (head, body) = Head::read(part).unwrap();
        assert_eq!(head.kind(), "multipart/related");
        assert_eq!(head.parameter("boundary").as_deref(), Some("a;b"));
        assert_eq!(head.parameter("start").as_deref(), Some("<x>"));
        assert_eq!(head.parameter("charset"), None);
        assert_eq!(body, b"body");
    }
}
