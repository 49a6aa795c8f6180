//! What an interrupted run leaves: nothing that was not finished.
//!
//! Ctrl-C and the signals that end a program are waited for in a thread of its own, which removes the
//! drafts that are open and ends the program. A kill that cannot be waited for leaves them, as hidden
//! files beside the output.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// What shells report of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Has a file removed if the run is interrupted.
pub(crate) fn watch(draft: &Path) -> io::Result<()> {
    static WAITING: OnceLock<Result<(), String>> = OnceLock::new();
    let waiting = WAITING.get_or_init(|| ctrlc::set_handler(end).map_err(|e| e.to_string()));
    waiting.clone().map_err(io::Error::other)?;
    drafts().push(draft.to_owned());
    Ok(())
}

/// Leaves a file alone from now on.
pub(crate) fn forget(draft: &Path) {
    drafts().retain(|path| path != draft);
}

/// The list is whole even where a thread has panicked that held it.
fn drafts() -> MutexGuard<'static, Vec<PathBuf>> {
    DRAFTS.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::exit, reason = "the run is over wherever it stands")]
fn end() {
    let drafts = drafts();
    for draft in drafts.iter() {
        // There is nobody left to tell what else is wrong.
        let _ = fs::remove_file(draft);
    }
    process::exit(INTERRUPTED);
}
