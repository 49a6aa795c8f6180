//! How an element nests, by its name: what the guard has to know of it, and no more.

/// How the tree builder treats an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Opened anew in every block until it is closed.
    Formatting,
    /// Nests.
    Container,
    /// Void, or closed by its next of kin.
    Flat,
    /// Its inside is no markup.
    Raw,
}

/// How an element of HTML nests.
pub(super) fn kind(name: &[u8]) -> Kind {
    let mut lower = [0; 10];
    let Some(lower) = lower.get_mut(..name.len()) else {
        return Kind::Container;
    };
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    match &*lower {
        b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small"
        | b"strike" | b"strong" | b"tt" | b"u" => Kind::Formatting,
        b"a" | b"area" | b"base" | b"body" | b"br" | b"col" | b"colgroup" | b"dd" | b"dt"
        | b"embed" | b"head" | b"hr" | b"html" | b"img" | b"input" | b"li" | b"link" | b"meta"
        | b"option" | b"optgroup" | b"p" | b"param" | b"source" | b"tbody" | b"td" | b"tfoot"
        | b"th" | b"thead" | b"tr" | b"track" | b"wbr" => Kind::Flat,
        b"iframe" | b"noembed" | b"noframes" | b"noscript" | b"script" | b"style" | b"textarea"
        | b"title" | b"xmp" => Kind::Raw,
        _ => Kind::Container,
    }
}

/// Whether the name of a tag ends before this byte.
pub(super) fn ends_name(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | b'\x0c' | b'>' | b'/')
}

/// Whether an element is a drawing or a formula: what is inside follows the rules of XML.
pub(super) fn opens_foreign(name: &str) -> bool {
    name.eq_ignore_ascii_case("svg") || name.eq_ignore_ascii_case("math")
}

/// Whether an element ends the drawing or formula that it stands in, as the standard has it: no `<p>`
/// is part of one.
pub(super) fn leaves_foreign(name: &str) -> bool {
    LEAVING.iter().any(|tag| name.eq_ignore_ascii_case(tag))
}

const LEAVING: [&str; 43] = [
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case() {
        for (name, want) in [
            ("STRONG", Kind::Formatting),
            ("td", Kind::Flat),
            ("Script", Kind::Raw),
            ("my-element-of-some-length", Kind::Container),
        ] {
            assert_eq!(kind(name.as_bytes()), want, "{name}");
        }
        assert!(opens_foreign("SVG") && !opens_foreign("g"));
        assert!(leaves_foreign("P") && !leaves_foreign("path"));
    }
}
