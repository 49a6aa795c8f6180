//! [`Broken`]: outputs that could not be written, while the others are.
//!
//! A full disk or a pipe that closes ends the run only where nothing else is left to be written. Of standard output
//! that nobody reads no word is said, as behind `| head`.

use super::message::Messages;
use super::sink::is_unread;
use anyhow::Result;
use std::io;

/// Why outputs broke.
#[derive(Default)]
pub(super) struct Broken(Vec<io::Error>);

impl Broken {
    /// What came of an output, if it is whole so far.
    pub(super) fn keep<T>(&mut self, came: io::Result<T>) -> Option<T> {
        came.map_err(|error| self.0.push(error)).ok()
    }

    /// Ends the run where an output broke and none is left; the error to tell is one that is no closed pipe.
    pub(super) fn go_on(&mut self, is_any_left: bool) -> Result<()> {
        if is_any_left || self.0.is_empty() {
            return Ok(());
        }
        let telling = self.0.iter().position(|error| !is_unread(error)).unwrap_or(0);
        Err(self.0.swap_remove(telling).into())
    }

    /// Names the outputs that are not whole; whether there are any.
    pub(super) fn tell(self, messages: Messages) -> bool {
        let told = self.0.iter().filter(|error| !is_unread(error));
        told.map(|error| messages.fatal(&error.to_string())).count() > 0
    }
}
