//! The letter that a glyph is named after.
//!
//! `abreveacute` is `ắ`: the names of Vietnamese letters are a Latin letter with the names of its
//! marks, so they need no table. `uni1EA5` and `u1EA5` give the code point. A name that says only
//! where the glyph stands in its font (`g27`) is no letter.

use unicode_normalization::UnicodeNormalization;

/// The text of a glyph with this name.
pub(super) fn letter(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    match name {
        "space" | "nbspace" | "nonbreakingspace" => Some(" ".to_owned()),
        _ => sign(name).or_else(|| code_point(name)).or_else(|| marked(name)),
    }
}

fn sign(name: &str) -> Option<String> {
    let mut words = SIGNS.split_whitespace();
    while let (Some(known), Some(sign)) = (words.next(), words.next()) {
        if known == name {
            return Some(sign.to_owned());
        }
    }
    None
}

/// `uni1EA5`, `uni00660069` (two), `u1EA5`.
fn code_point(name: &str) -> Option<String> {
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let is_hex = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(digits) = name.strip_prefix("uni")
        && is_hex(digits)
        && digits.len().is_multiple_of(4)
        && !digits.is_empty()
    {
        return (0..digits.len() / 4).map(|at| hex(&digits[at * 4..at * 4 + 4])).collect();
    }
    let digits = name.strip_prefix('u')?;
    (is_hex(digits) && (4..=6).contains(&digits.len()))
        .then(|| hex(digits))
        .flatten()
        .map(String::from)
}

/// A letter with the names of its marks behind it.
fn marked(name: &str) -> Option<String> {
    let mut rest = name.get(1..)?;
    let mut text: String = name.chars().next().filter(char::is_ascii_alphabetic)?.into();
    while !rest.is_empty() {
        let (word, mark) = MARKS.iter().find(|(word, _)| rest.starts_with(word))?;
        text.push(*mark);
        rest = &rest[word.len()..];
    }
    Some(text.nfc().collect())
}

/// Marks by the words for them. Of two that begin alike the longer one stands first.
const MARKS: [(&str, char); 12] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("hookabove", '\u{309}'),
    ("hook", '\u{309}'),
    ("tilde", '\u{303}'),
    ("dotbelow", '\u{323}'),
    ("circumflex", '\u{302}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("dieresis", '\u{308}'),
];

/// What is no Latin letter with marks: a name, what it stands for.
const SIGNS: &str = r#"
    exclam !  quotedbl "  numbersign #  dollar $  percent %  ampersand &  quotesingle '
    parenleft (  parenright )  asterisk *  plus +  comma ,  hyphen -  minus −  period .  slash /
    zero 0  one 1  two 2  three 3  four 4  five 5  six 6  seven 7  eight 8  nine 9  colon :
    semicolon ;  less <  equal =  greater >  question ?  at @  bracketleft [  backslash \
    bracketright ]  asciicircum ^  underscore _  grave `  braceleft {  bar |  braceright }
    asciitilde ~  dcroat đ  Dcroat Đ  dmacron đ  Dmacron Đ  eth ð  Eth Ð  bullet •  endash –
    emdash —  ellipsis …  quoteleft ‘  quoteright ’  quotedblleft “  quotedblright ”
    quotesinglbase ‚  quotedblbase „  guillemotleft «  guillemotright »  degree °  section §
    paragraph ¶  periodcentered ·  middot ·  multiply ×  divide ÷  plusminus ±  onesuperior ¹
    twosuperior ²  threesuperior ³  onehalf ½  onequarter ¼  threequarters ¾  mu µ  dong ₫
    Euro €  fi ﬁ  fl ﬂ
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_letters_are_taken_apart() {
        for (name, want) in [
            ("a", "a"),
            ("abreveacute", "ắ"),
            ("Ocircumflexhookabove", "Ổ"),
            ("uhorndotbelow", "ự"),
            ("edotbelow", "ẹ"),
            ("dcroat", "đ"),
            ("seven", "7"),
            ("uni1EA5", "ấ"),
            ("uni00660069", "fi"),
            ("u1EA5", "ấ"),
            ("a.sc", "a"),
            ("grave", "`"),
        ] {
            assert_eq!(letter(name).as_deref(), Some(want), "{name}");
        }
    }

    #[test]
    fn numbers_of_glyphs_are_no_letters() {
        for name in ["g27", "glyph12", "cid_4", ".notdef", "", "uniXYZW", "đá"] {
            assert_eq!(letter(name), None, "{name}");
        }
    }
}
