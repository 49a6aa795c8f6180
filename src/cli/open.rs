//! An output of `extract` while reports go into it: a stream of bytes, or a file that its format
//! opens itself.
//!
//! A store that is there already is added to in place, and takes care itself that it stays whole.
//! A new one is a draft until everything is in it.

use super::draft::{Draft, Place};
use super::outputs::{Output, Target};
use super::resume::Part;
use super::sink::{Sink, cannot_write};
use de_an_06::Report;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::{Store, StoreOpening, Way, Writer};
use std::cell::RefCell;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::rc::Rc;

/// An open output. What is added counts only after [`Open::commit`].
pub(crate) enum Open<'a> {
    Stream { writer: Box<dyn Writer + 'a>, sink: Sink },
    Stored { name: String, store: Box<dyn Store>, draft: Option<Draft> },
}

impl<'a> Open<'a> {
    /// Opens where an output goes.
    pub(crate) fn new(output: &Output, lexicon: &'a Lexicon) -> io::Result<Self> {
        match (output.format.way, &output.target) {
            (Way::Stream(opening), target) => {
                let sink = Sink::open(target)?;
                Ok(Self::Stream { writer: opening(output.look, lexicon), sink })
            }
            (Way::Store(opening), Target::File(path)) => {
                let name = format!("`{}`", path.display());
                match stored(opening, path) {
                    Ok((store, draft)) => Ok(Self::Stored { name, store, draft }),
                    Err(error) => Err(cannot_write(&name, error)),
                }
            }
            (Way::Store(_) | Way::Missing, _) => {
                Err(cannot_write(output.format.name, ErrorKind::Unsupported.into()))
            }
        }
    }

    /// Goes on with what there is of an output.
    pub(crate) fn part(
        output: &Output,
        lexicon: &'a Lexicon,
        part: Rc<RefCell<Part>>,
    ) -> io::Result<Self> {
        let (Way::Stream(opening), Some(path)) = (output.format.way, output.target.file()) else {
            return Err(cannot_write(output.format.name, ErrorKind::Unsupported.into()));
        };
        let mut writer = opening(output.look, lexicon);
        if part.borrow().end() > 0 {
            writer.go_on();
        }
        Ok(Self::Stream { writer, sink: Sink::part(path, part) })
    }

    /// Takes one report.
    pub(crate) fn add(&mut self, report: &Report) -> io::Result<()> {
        match self {
            Self::Stream { writer, sink } => writer.add(report, sink),
            Self::Stored { name, store, .. } => {
                store.add(report).map_err(|error| cannot_write(name, error))
            }
        }
    }

    /// Makes what was added final. Gives a sentence where the user should know what became of it.
    pub(crate) fn commit(self) -> io::Result<Option<String>> {
        match self {
            Self::Stream { mut writer, mut sink } => {
                writer.finish(&mut sink)?;
                sink.commit()?;
                Ok(None)
            }
            Self::Stored { name, store, draft } => {
                let committed = store.commit().and_then(|said| {
                    draft.map_or(Ok(()), Draft::publish_new)?;
                    Ok(said.map(|said| format!("{name}: {said}")))
                });
                committed.map_err(|error| cannot_write(&name, error))
            }
        }
    }
}

fn stored(opening: StoreOpening, path: &Path) -> io::Result<(Box<dyn Store>, Option<Draft>)> {
    match Place::of(path)? {
        Place::Special(_) => {
            Err(io::Error::new(ErrorKind::InvalidInput, "a database needs a file of its own"))
        }
        Place::Old(path) => Ok((opening(&path)?, None)),
        Place::New(path) => {
            let draft = Draft::of(&path)?;
            Ok((opening(draft.written_to())?, Some(draft)))
        }
    }
}
