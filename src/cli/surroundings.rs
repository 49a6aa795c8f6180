//! Where the program runs, as far as its plan depends on it: pipes or terminals on its sides.

/// Where the program runs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Surroundings {
    pub(crate) stdin_is_terminal: bool,
    pub(crate) stdout_is_terminal: bool,
    /// Processors that the program may use.
    pub(crate) cores: usize,
    /// Columns of the terminal that standard output is.
    pub(crate) width: Option<usize>,
    /// Whether standard output may have colours.
    pub(crate) colour: bool,
}
