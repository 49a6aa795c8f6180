//! What a browser may do with a page: use its one style sheet, run its one script where it has one,
//! and nothing else, least of all something that an article brought along.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The one script of the evidence page; the series page has none.
pub(super) const SCRIPT: &str = concat!(include_str!("evidence.js"), include_str!("correct.js"));
/// The one style sheet of the evidence page; that of the series page begins with it.
pub(super) const STYLE: &str = include_str!("evidence.css");

/// The Content Security Policy: `default-src 'none'; script-src 'sha256-…'; …`.
pub(super) fn policy(style: &str, script: Option<&str>) -> String {
    let script = script.map_or(String::new(), |script| format!("script-src '{}'; ", hash(script)));
    let style = hash(style);
    format!("default-src 'none'; {script}style-src '{style}'; base-uri 'none'; form-action 'none'")
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
