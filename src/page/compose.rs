//! The text of a page in NFC, so that a page that spells `ạ` as two characters is read as any other.
//!
//! It is done to the tree, behind the mending of old letters, since character references give single
//! marks too: `a&#803;`.

use scraper::{Html, Node};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Composes every text of a page.
pub(super) fn compose(html: &mut Html) {
    for node in html.tree.values_mut() {
        if let Node::Text(text) = node
            && !text.is_ascii()
            && is_nfc_quick(text.chars()) != IsNormalized::Yes
        {
            text.text = text.chars().nfc().collect::<String>().as_str().into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_on_their_letters() {
        let mut html = Html::parse_fragment("<p>ho\u{323}c ba&#768;i, học</p>");
        compose(&mut html);
        assert_eq!(html.root_element().text().collect::<String>(), "học bài, học");
    }
}
