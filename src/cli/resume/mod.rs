//! `--resume`: a run that was stopped goes on where it ended, and ends with the same bytes as one that was not.
//!
//! While it goes on, its outputs stand under fixed hidden names beside where they will be (`.figures.csv.part`), and a
//! journal beside the first of them (`.figures.csv.resume`) tells how the run was asked for, and of each input that is
//! done what came of it and how long each output was then. So a run may be killed at any moment: the next one with the
//! same words cuts the outputs back to the last input that they hold whole, passes over what is done without reading
//! its figures, and goes on. An input that is another than before, or other words that change the output, are refused.
//!
//! * `asked`: what decides the bytes, and where the words of two runs differ
//! * `past`: what came of one input, as the journal has it
//! * `journal`: the lines of the journal
//! * `part`: an output that is not whole yet

mod asked;
mod journal;
mod part;
mod past;

use super::draft::Place;
use super::outcome::Outcome;
use super::sink::cannot_write;
use anyhow::{Result, bail};
pub(crate) use asked::Asked;
use journal::{Journal, Stopped};
pub(crate) use part::Part;
use past::Past;
pub(crate) use past::{Fate, digest};
use std::cell::RefCell;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How much of a run may be lost where it is killed.
const BETWEEN: Duration = Duration::from_millis(100);
/// So often is it on disk, too, where it outlives the system.
const SYNCED: u32 = 10;

/// A run that can be gone on with.
pub(crate) struct Resume {
    journal: Journal,
    /// What was done before, while the run passes over it.
    stopped: Stopped,
    parts: Vec<Rc<RefCell<Part>>>,
    saved: Instant,
    saves: u32,
}

impl Resume {
    /// Begins a run that writes these files, or goes on with the one that was stopped.
    pub(crate) fn open<'a>(asked: &Asked, files: impl Iterator<Item = &'a Path>) -> Result<Self> {
        let files = files.map(place).collect::<io::Result<Vec<_>>>()?;
        let Some(first) = files.first() else { bail!("--resume: there is no file to go on with") };
        let journal = Journal::open(first, asked)?;
        let mut parts = files.iter().map(|file| Part::of(file)).collect::<io::Result<Vec<_>>>()?;
        let lengths = parts.iter().map(Part::length).collect::<io::Result<Vec<_>>>()?;
        let stopped = journal.look_back(&lengths)?;
        for (part, end) in parts.iter_mut().zip(&stopped.ends) {
            part.cut_back(*end)?;
        }
        let parts = parts.into_iter().map(|part| Rc::new(RefCell::new(part))).collect();
        Ok(Self { journal, stopped, parts, saved: Instant::now(), saves: 0 })
    }

    /// An output, by its place among the files.
    pub(crate) fn part(&self, at: usize) -> Rc<RefCell<Part>> {
        Rc::clone(&self.parts[at])
    }

    /// The last of the files.
    pub(crate) fn last(&self) -> Rc<RefCell<Part>> {
        self.part(self.parts.len() - 1)
    }

    /// How many inputs were done before.
    pub(crate) fn passed(&self) -> usize {
        self.stopped.passed
    }

    /// What came of the next input that was done before, if it is still the same.
    pub(crate) fn pass(&mut self, name: &str, digest: &str) -> Result<Fate> {
        let past = self.stopped.next()?;
        let begin = self.journal.how_to_begin_anew();
        if past.name != name {
            bail!(
                "--resume: the inputs are not those of the run that was stopped: `{}` was read where `{name}` is now; \
                 {begin}",
                past.name
            );
        }
        if past.digest != digest {
            bail!("--resume: `{name}` has changed since the run was stopped; {begin}");
        }
        Ok(past.came)
    }

    /// An input is done, and everything that came of it is in the outputs.
    pub(crate) fn done(&mut self, outcome: &Outcome, digest: String) -> Result<()> {
        let ends = self.parts.iter().map(|part| part.borrow().end()).collect();
        self.journal.add(&Past::of(outcome, digest, ends))?;
        if self.saved.elapsed() >= BETWEEN {
            self.saves += 1;
            self.save(self.saves.is_multiple_of(SYNCED))?;
            self.saved = Instant::now();
        }
        Ok(())
    }

    /// Every input was asked for. Fails where fewer are there than were done before.
    pub(crate) fn end(&mut self) -> Result<()> {
        match self.stopped.left() {
            0 => Ok(()),
            n => bail!(
                "--resume: {n} of the inputs of the run that was stopped are not there any more; {}",
                self.journal.how_to_begin_anew()
            ),
        }
    }

    /// Puts the outputs where they belong. A run that is killed in between is made again from its beginning.
    pub(crate) fn publish(mut self) -> Result<()> {
        self.save(true)?;
        for part in &self.parts {
            part.borrow_mut().publish()?;
        }
        self.journal.remove()?;
        Ok(())
    }

    /// Leaves nothing of a run that has nothing to write.
    pub(crate) fn discard(self) -> Result<()> {
        for part in &self.parts {
            part.borrow().remove()?;
        }
        self.journal.remove()?;
        Ok(())
    }

    /// First the outputs, then the journal, so that it never tells of what is not there.
    fn save(&mut self, synced: bool) -> Result<()> {
        for part in &self.parts {
            part.borrow_mut().save(synced)?;
        }
        Ok(self.journal.save(synced)?)
    }
}

/// Where a file will be, through links; what is no regular file cannot be gone on with.
fn place(path: &Path) -> io::Result<std::path::PathBuf> {
    match Place::of(path) {
        Ok(Place::New(path) | Place::Old(path)) => Ok(path),
        Ok(Place::Special(_)) => Err(io::Error::new(
            ErrorKind::InvalidInput,
            "--resume needs a file, and this is a pipe or a device",
        )),
        Err(error) => Err(error),
    }
    .map_err(|error| cannot_write(&format!("`{}`", path.display()), error))
}
