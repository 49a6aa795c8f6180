//! Whether two addresses are of one page.
//!
//! `http://www.bao.example/a.html#r3` is `https://bao.example/a.html`. The address of a site's first page is none of an
//! article, since many pages give it by mistake.

use crate::correction;

/// An address without what does not change its page; none where it says no more than the site.
///
/// ```
/// use de_an_06::stored::page;
/// assert_eq!(page("https://www.bao.example/a.html#r3"), Some("bao.example/a.html"));
/// assert_eq!(page("https://bao.example/"), None);
/// ```
#[must_use]
pub fn page(url: &str) -> Option<&str> {
    Some(correction::page(url)).filter(|page| page.contains('/'))
}
