//! How the format of an output writes what a command gives; not every format can.

use super::super::outputs::{Output, Target};
use super::super::usage::{Usage, usage};
use de_an_06::output::findings::FindingsOpening;
use de_an_06::output::{Differ, Format, LineUp, Medium};

/// An output with how its format writes findings.
pub(super) fn of_findings(output: Output) -> Result<(Output, FindingsOpening), Usage> {
    writing("check", output, |format| format.findings)
}

/// An output with how its format writes lines.
pub(super) fn lined_up(output: Output) -> Result<(Output, LineUp), Usage> {
    writing("series", output, |format| format.line_up)
}

/// An output with how its format writes differences.
pub(super) fn differences(output: Output) -> Result<(Output, Differ), Usage> {
    writing("diff", output, |format| format.differ)
}

/// An output with how its format writes what a command gives; refused where the format cannot.
fn writing<T>(
    command: &str,
    output: Output,
    how: impl Fn(&Format) -> Option<T>,
) -> Result<(Output, T), Usage> {
    let Some(writer) = how(&output.format) else {
        let able = Format::ALL.iter().filter(|format| how(format).is_some());
        let able: Vec<_> = able.map(|format| format.name).collect();
        return usage(format!(
            "{command} cannot be written as {}; it can as {}",
            output.format.name,
            able.join(", ")
        ));
    };
    Ok((output, writer))
}

/// Whether an output shows on standard output what the reader was unsure of.
pub(super) fn shows_warnings(output: &Output) -> bool {
    output.target == Target::Stdout && output.format.medium == Medium::Screen
}
