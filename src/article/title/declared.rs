//! [`Titles`]: what a page declares as its title, made ready for its lines to be held against.
//!
//! `Tựa - Báo Đồng Khởi` confirms the heading `Tựa`. A page may have a hundred thousand headings, and a title many
//! marks that divide it, so its parts are put down once.

use super::super::norm::letters;
use super::site_name::{heads, parts};
use std::collections::HashSet;

/// The declared titles, as the letters of their parts.
pub(in super::super) struct Titles {
    /// Whole titles, and what stands before a divider.
    heads: HashSet<String>,
    /// Whole titles, and what stands before or behind the name of a site.
    parts: HashSet<String>,
}

impl Titles {
    pub(in super::super) fn new(titles: &[&str]) -> Self {
        let whole = || titles.iter().copied();
        let halves = titles.iter().flat_map(|title| parts(title)).flat_map(|(a, b)| [a, b]);
        Self {
            heads: whole()
                .chain(titles.iter().flat_map(|title| heads(title)))
                .map(letters)
                .collect(),
            parts: whole().chain(halves).map(letters).collect(),
        }
    }

    /// Whether a declared title is the heading, or the heading and something behind a divider.
    pub(in super::super) fn confirm(&self, heading: &str) -> bool {
        !self.heads.is_empty() && self.heads.contains(&letters(heading))
    }

    /// Whether the heading is a declared title without the name of a site, wherever that stands.
    pub(in super::super) fn name(&self, heading: &str) -> bool {
        !self.parts.is_empty() && self.parts.contains(&letters(heading))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_confirmed_before_the_name_of_the_site() {
        for (declared, heading, want) in [
            ("Mở lớp nghề - Báo An", "Mở lớp nghề", (true, true)),
            ("Báo An: Mở lớp nghề", "Mở lớp nghề", (false, true)),
            ("Mở lớp nghề ở xã An", "Mở lớp nghề", (false, false)),
        ] {
            let titles = Titles::new(&[declared]);
            assert_eq!((titles.confirm(heading), titles.name(heading)), want, "{declared}");
        }
        assert!(!Titles::new(&[]).confirm(""));
    }
}
