//! A text of LibreOffice as markup, or the same in one piece of XML (`.fodt`).
//!
//! What is told and what is left out is as for Word. A tracked deletion stands apart from the text, and
//! what is here is the text without it.
//!
//! * `styles`: what the style of a paragraph or of letters says
//! * `numbering`: what stands before the items of a list
//! * `body`: the paragraphs, lists and tables one after another
//! * `inline`: the text of a paragraph
//! * `table`: the cells of a table

mod body;
mod inline;
mod numbering;
mod styles;
mod table;

use super::package::Package;
use super::xml::Tree;
use super::{Error, Kind, foreign};

/// The part that holds the text, the one with the styles of all texts, and the one that lists them.
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// The markup of a text.
pub(super) fn markup(bytes: &[u8]) -> Result<String, Error> {
    if !bytes.starts_with(b"PK") {
        let tree = parse(bytes, "the text")?;
        return Ok(body::Writer::new(&tree, None).write());
    }
    let found = Kind::Odt.noun();
    let mut package = Package::open(bytes, found)?;
    let manifest = package.part(MANIFEST)?.unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(foreign::ENCRYPTED);
    }
    let content = package
        .part(CONTENT)?
        .ok_or_else(|| Error::Damaged { found, reason: format!("it has no part `{CONTENT}`") })?;
    let styles = package.part(STYLES)?;
    let content = parse(&content, CONTENT)?;
    let styles = styles.as_deref().map(|styles| parse(styles, STYLES)).transpose()?;
    Ok(body::Writer::new(&content, styles.as_ref()).write())
}

fn parse<'a>(bytes: &'a [u8], name: &str) -> Result<Tree<'a>, Error> {
    Tree::parse(bytes).map_err(|flaw| flaw.of(Kind::Odt.noun(), name))
}
