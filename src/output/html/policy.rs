//! What a browser may do with the page: run this one script, use this one style sheet, and nothing
//! else, least of all something that an article brought along.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The one script of the page.
pub(super) const SCRIPT: &str = include_str!("evidence.js");
/// The one style sheet of the page.
pub(super) const STYLE: &str = include_str!("evidence.css");

/// The Content Security Policy: `default-src 'none'; script-src 'sha256-…'; …`.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(STYLE)
    )
}

fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_browsers_want_it() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn nothing_in_script_and_style_can_end_them() {
        assert!(!SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
        assert!(!STYLE.contains('<') && !STYLE.contains("@import") && !STYLE.contains("url("));
    }
}
