//! The headline, without the name of the site.

use super::outline::Outline;
use crate::page::Metadata;

/// The headline of the page.
pub(super) fn find(data: &Metadata, outline: &Outline<'_>) -> Option<String> {
    let heading = outline
        .lines
        .iter()
        .find(|line| outline.frames[line.frame].tag == "h1")
        .map(|line| outline.text(line).to_owned());
    data.first(&["og:title"])
        .map(str::to_owned)
        .or(heading)
        .or(data.title.clone())
}
