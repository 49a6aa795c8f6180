//! A command line that makes no sense: what is told to the user, before anything is opened.

/// Why a command line makes no sense.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Usage {
    /// Sentences that say what is wrong, or what to do instead.
    Sentences(Vec<String>),
    /// There is nothing to read; the help of that command tells how to name it.
    NoInput(&'static str),
}

/// A command line that makes no sense, and what would.
pub(super) fn usage<T>(sentence: impl Into<String>) -> Result<T, Usage> {
    Err(Usage::Sentences(vec![sentence.into()]))
}
