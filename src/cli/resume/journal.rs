//! The journal of a run: a line how it was asked for, then a line for each input that is done.
//!
//! A line that was being written when the run was killed is none. A line counts only where every output is at least as
//! long as it says, so what the system had not put on disk yet is done again.

use super::asked::Asked;
use super::part::hidden;
use super::past::Past;
use anyhow::{Context, Result, bail};
use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Take, Write};
use std::path::{Path, PathBuf};

/// The journal, which only one run can have open.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// Lines that are not on disk yet.
    held: Vec<u8>,
}

/// What was done when a run was stopped.
pub(super) struct Stopped {
    /// How many inputs.
    pub(super) passed: usize,
    /// How long the outputs were.
    pub(super) ends: Vec<u64>,
    lines: Take<BufReader<File>>,
    /// How many of them are not told yet.
    left: usize,
}

impl Journal {
    /// Begins the journal of a run whose first output is that file, or opens that of the stopped one, if it was asked for
    /// the same.
    pub(super) fn open(output: &Path, asked: &Asked) -> Result<Self> {
        let path = hidden(output, "resume");
        let shown = path.display().to_string();
        let file = File::options().read(true).append(true).create(true).open(&path);
        let file = file.with_context(|| format!("cannot write `{shown}`"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("--resume: another run is writing `{}`", output.display())
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock `{shown}`"));
            }
        }
        let mut journal = Self { path, file, held: Vec::new() };
        match line(&mut journal.lines()?)? {
            Some(head) => journal.compare(asked, &head)?,
            None => {
                journal.file.set_len(0)?;
                writeln!(journal.file, "{}", serde_json::to_string(asked)?)?;
            }
        }
        Ok(journal)
    }

    /// What was done when the outputs were so long; what counts no more is dropped.
    pub(super) fn look_back(&self, lengths: &[u64]) -> Result<Stopped> {
        let mut lines = self.lines()?;
        let begin = line(&mut lines)?.map_or(0, |head| head.len() as u64);
        let (mut end, mut passed, mut ends) = (begin, 0, vec![0; lengths.len()]);
        while let Some(line) = line(&mut lines)? {
            let Ok(past) = serde_json::from_slice::<Past>(&line) else { break };
            let mut pairs = past.ends.iter().zip(lengths);
            if past.ends.len() != lengths.len() || pairs.any(|(end, length)| end > length) {
                break;
            }
            (end, passed, ends) = (end + line.len() as u64, passed + 1, past.ends);
        }
        self.file.set_len(end)?;
        let mut lines = self.lines()?;
        line(&mut lines)?;
        Ok(Stopped { passed, ends, lines: lines.take(end - begin), left: passed })
    }

    /// All of its lines.
    fn lines(&self) -> io::Result<BufReader<File>> {
        File::open(&self.path).map(BufReader::new)
    }

    fn compare(&self, asked: &Asked, head: &[u8]) -> Result<()> {
        let begin = self.how_to_begin_anew();
        match serde_json::from_slice::<Asked>(head).map(|before| asked.differs_from(&before)) {
            Ok(None) => Ok(()),
            Ok(Some(what)) => {
                bail!("--resume: this is not the run that was stopped: {what}; {begin}")
            }
            Err(_) => bail!("--resume: this is no journal of a run; {begin}"),
        }
    }

    /// Takes in an input that is done.
    pub(super) fn add(&mut self, past: &Past) -> Result<()> {
        serde_json::to_writer(&mut self.held, past)?;
        self.held.push(b'\n');
        Ok(())
    }

    /// Hands to the system what was taken in, and has it on disk where that is asked.
    pub(super) fn save(&mut self, synced: bool) -> io::Result<()> {
        self.file.write_all(&self.held)?;
        self.held.clear();
        if synced { self.file.sync_data() } else { Ok(()) }
    }

    pub(super) fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }

    /// What a user does who wants no part of the stopped run.
    pub(super) fn how_to_begin_anew(&self) -> String {
        format!("remove `{}` to begin anew", self.path.display())
    }
}

impl Stopped {
    /// The next input that was done.
    pub(super) fn next(&mut self) -> Result<Past> {
        let line = line(&mut self.lines)?.context("the journal was changed while it was read")?;
        self.left -= 1;
        Ok(serde_json::from_slice(&line)?)
    }

    /// How many are still to come.
    pub(super) fn left(&self) -> usize {
        self.left
    }
}

/// The next whole line, with its end.
fn line(lines: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    lines.read_until(b'\n', &mut line)?;
    Ok(line.ends_with(b"\n").then_some(line))
}
