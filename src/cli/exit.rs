//! The exit codes, all of them.

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Every input was read.
    Done = 0,
    /// Some input failed, something that was asked to hold did not, or two versions differ.
    Failed = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// Nothing could be read, or an output could not be written.
    Nothing = 3,
}
