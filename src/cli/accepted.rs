//! Files with findings that an editor has accepted.

use super::usage::{Usage, usage};
use de_an_06::output::findings::Accepted;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// What is accepted: the findings of `--accept`, and of what `--accept-all` adds to, which may be a new
/// file. Where both name files, those of the second are kept in it, and the first one's are added.
pub(super) fn read(accept: Option<&Path>, accept_all: Option<&Path>) -> Result<Accepted, Usage> {
    let mut accepted = Accepted::default();
    let named = [("--accept-all", accept_all, true), ("--accept", accept, false)];
    for (flag, path, may_be_new) in named {
        let Some(path) = path else { continue };
        let shown = path.display();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && may_be_new => continue,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return usage(format!("{flag}: {shown}: there is no such file"));
            }
            Err(error) => return usage(format!("{flag}: {shown}: cannot be read: {error}")),
        };
        match Accepted::read(&text) {
            Ok(read) => accepted.join(read),
            Err(error) => return usage(format!("{flag}: {shown}: {error}")),
        }
    }
    Ok(accepted)
}
