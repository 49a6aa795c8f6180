//! Which part of the file holds what.
//!
//! The file names its document, and the document its styles and notes, each by its relation; the usual
//! names are taken where it does not.

use super::super::package::Package;
use super::super::xml::Tree;
use super::super::{Error, Kind};

/// The parts that are read, as they stand in the file.
pub(super) struct Sources {
    document: Source,
    styles: Option<Source>,
    numbering: Option<Source>,
    footnotes: Option<Source>,
    endnotes: Option<Source>,
}

/// A part: its name and its bytes.
struct Source {
    name: String,
    bytes: Vec<u8>,
}

/// The same as trees.
pub(super) struct Parts<'a> {
    pub(super) document: Tree<'a>,
    pub(super) styles: Option<Tree<'a>>,
    pub(super) numbering: Option<Tree<'a>>,
    pub(super) footnotes: Option<Tree<'a>>,
    pub(super) endnotes: Option<Tree<'a>>,
}

impl Sources {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, Error> {
        let name = related(package, "")?.into_iter().find(|(kind, _)| kind == "officeDocument");
        let name = name.map_or_else(|| "word/document.xml".to_owned(), |(_, name)| name);
        let document = source(package, &name)?.ok_or_else(|| Error::Damaged {
            found: Kind::Docx.noun(),
            reason: format!("it has no part `{name}`"),
        })?;
        let others = related(package, &name)?;
        let mut of = |kind: &str| match others.iter().find(|(own, _)| own == kind) {
            Some((_, name)) => source(package, name),
            None => Ok(None),
        };
        Ok(Self {
            document,
            styles: of("styles")?,
            numbering: of("numbering")?,
            footnotes: of("footnotes")?,
            endnotes: of("endnotes")?,
        })
    }

    pub(super) fn parse(&self) -> Result<Parts<'_>, Error> {
        Ok(Parts {
            document: parse(&self.document)?,
            styles: self.styles.as_ref().map(parse).transpose()?,
            numbering: self.numbering.as_ref().map(parse).transpose()?,
            footnotes: self.footnotes.as_ref().map(parse).transpose()?,
            endnotes: self.endnotes.as_ref().map(parse).transpose()?,
        })
    }
}

/// What a part is related to, or the file as a whole: the last word of each relation, and a part.
fn related(package: &mut Package<'_>, name: &str) -> Result<Vec<(String, String)>, Error> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let Some(relations) = source(package, &join(folder, &format!("_rels/{file}.rels")))? else {
        return Ok(Vec::new());
    };
    let tree = parse(&relations)?;
    let related = tree.root().elements().filter_map(|relation| {
        let kind = relation.attribute("Type")?;
        let kind = kind.rsplit('/').next()?.to_owned();
        Some((kind, join(folder, &relation.attribute("Target")?)))
    });
    Ok(related.collect())
}

/// The name of a part that is named from a folder; one that begins with `/` is whole.
fn join(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let folder = if target.starts_with('/') { "" } else { folder };
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn source(package: &mut Package<'_>, name: &str) -> Result<Option<Source>, Error> {
    let bytes = package.part(name)?;
    Ok(bytes.map(|bytes| Source { name: name.to_owned(), bytes }))
}

fn parse(source: &Source) -> Result<Tree<'_>, Error> {
    Tree::parse(&source.bytes).map_err(|flaw| flaw.of(Kind::Docx.noun(), &source.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_from_their_folder() {
        for (folder, target, want) in [
            ("", "word/document.xml", "word/document.xml"),
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles2.xml", "word/styles2.xml"),
            ("word", "../notes/./a.xml", "notes/a.xml"),
        ] {
            assert_eq!(join(folder, target), want);
        }
    }
}
