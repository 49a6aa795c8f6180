//! Fonts from before Unicode, whose letters stand for others: `.VnTime`, `VNI-Times`.
//!
//! Their text is kept as it is and marked with the name of the font, as pages have it, so that the
//! letters are mended where those of pages are.

#[allow(dead_code, reason = "only the names of fonts are asked for")]
mod encodings {
    include!(concat!(env!("OUT_DIR"), "/encodings.rs"));
}

/// Whether a font of this name is one of them.
pub(super) fn is_old(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut prefixes = encodings::tcvn3::FONTS.iter().chain(encodings::vni::FONTS);
    prefixes.any(|prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_fonts_are_told_by_their_names() {
        assert!(is_old(".VnTime") && is_old("VNI-Times") && is_old(".VnArialH"));
        assert!(!is_old("TimesNewRomanPSMT") && !is_old("LiberationSerif"));
    }
}
