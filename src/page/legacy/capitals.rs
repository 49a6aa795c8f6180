//! The capitals that TCVN3 lacks: `CéNG HßA X· HéI` reads `CộNG HòA Xã HộI` and means `CỘNG HÒA XÃ HỘI`.
//!
//! A word is in capitals if its other letters are, and there are two of them. One with a single other
//! letter, as `Xã`, is in capitals if the words beside it are. Of one without any other letter nothing
//! is known, so it stays as it is.

/// The words of a text in one case each.
pub(super) fn in_capitals(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(|c: char| !c.is_alphabetic()).collect();
    let kinds: Vec<Kind> = words.iter().map(|word| kind(word)).collect();
    let mut out = String::with_capacity(text.len());
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| kinds[before]);
        let beside = [before, kinds.get(at + 1).copied()];
        let follows = || {
            let mut beside = beside.iter().flatten().peekable();
            beside.peek().is_some() && beside.all(|kind| *kind == Kind::Capitals)
        };
        match kinds[at] == Kind::Capitals || kinds[at] == Kind::Open && follows() {
            true => out.extend(word.chars().flat_map(char::to_uppercase)),
            false => out.push_str(word),
        }
    }
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// To be written in capitals.
    Capitals,
    /// As the words beside it.
    Open,
    /// As it is.
    Fixed,
}

fn kind(word: &str) -> Kind {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let is_marked = word.chars().any(|c| !c.is_ascii() && c.is_lowercase());
    let has_small = word.contains(|c: char| c.is_ascii_lowercase());
    match capitals {
        _ if has_small || !is_marked => Kind::Fixed,
        0 => Kind::Fixed,
        1 => Kind::Open,
        _ => Kind::Capitals,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_one_case() {
        for (read, want) in [
            ("CộNG HòA Xã HộI CHủ NGHĩA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
            ("UBND Xã Tân Mỹ, Hà Nội", "UBND Xã Tân Mỹ, Hà Nội"),
            ("VIệT NAM", "VIỆT NAM"),
            ("Xã", "Xã"),
        ] {
            assert_eq!(in_capitals(read), want);
        }
    }
}
