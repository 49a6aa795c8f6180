//! Which part of the file holds what.
//!
//! The file names its document, and the document its styles and notes, each by its relation; the usual
//! names are taken where it does not.

use super::super::package::Package;
use super::super::xml::{Flaw, Tree};
use super::super::{Error, Kind};

/// The parts that are read, as they stand in the file.
pub(super) struct Sources {
    document: Source,
    styles: Option<Source>,
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
    pub(super) footnotes: Option<Tree<'a>>,
    pub(super) endnotes: Option<Tree<'a>>,
}

impl Sources {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, Error> {
        let mut related = |base: &str, kind: &str| -> Result<Option<String>, Error> {
            let (folder, file) = base.rsplit_once('/').unwrap_or(("", base));
            let relations = source(package, &join(folder, &format!("_rels/{file}.rels")))?;
            let Some(relations) = relations else { return Ok(None) };
            let tree = parse(&relations)?;
            let is_own = |kind_of: &str| kind_of.rsplit('/').next() == Some(kind);
            let mut relations = tree.root().elements();
            let own = relations
                .find(|relation| relation.attribute("Type").is_some_and(|own| is_own(&own)));
            Ok(own.and_then(|own| Some(join(folder, &own.attribute("Target")?))))
        };
        let name = related("", "officeDocument")?;
        let name = name.unwrap_or_else(|| "word/document.xml".to_owned());
        let [styles, footnotes, endnotes] =
            ["styles", "footnotes", "endnotes"].map(|kind| related(&name, kind));
        let mut optional = |name: Result<Option<String>, Error>| match name? {
            Some(name) => source(package, &name),
            None => Ok(None),
        };
        let (styles, footnotes, endnotes) =
            (optional(styles)?, optional(footnotes)?, optional(endnotes)?);
        let document = source(package, &name)?.ok_or_else(|| Error::Damaged {
            found: Kind::Docx.noun(),
            reason: format!("it has no part `{name}`"),
        })?;
        Ok(Self { document, styles, footnotes, endnotes })
    }

    pub(super) fn parse(&self) -> Result<Parts<'_>, Error> {
        Ok(Parts {
            document: parse(&self.document)?,
            styles: self.styles.as_ref().map(parse).transpose()?,
            footnotes: self.footnotes.as_ref().map(parse).transpose()?,
            endnotes: self.endnotes.as_ref().map(parse).transpose()?,
        })
    }
}

fn source(package: &mut Package<'_>, name: &str) -> Result<Option<Source>, Error> {
    let bytes = package.part(name)?;
    Ok(bytes.map(|bytes| Source { name: name.to_owned(), bytes }))
}

fn parse(source: &Source) -> Result<Tree<'_>, Error> {
    Tree::parse(&source.bytes).map_err(|flaw| {
        let (found, reason) = (Kind::Docx.noun(), format!("{}: {flaw}", source.name));
        match flaw {
            Flaw::Broken(_) | Flaw::Cut => Error::Damaged { found, reason },
            Flaw::Deep | Flaw::Large => Error::TooLarge { found, reason },
        }
    })
}

/// The name of a part that is named from a folder; one that begins with `/` is whole.
fn join(folder: &str, target: &str) -> String {
    match (target.strip_prefix('/'), folder) {
        (Some(whole), _) => whole.to_owned(),
        (None, "") => target.to_owned(),
        (None, folder) => format!("{folder}/{target}"),
    }
}
