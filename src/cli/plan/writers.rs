//! How the format of an output writes what a command gives; not every format can.

use super::super::outputs::{Output, Target};
use super::super::resume::Asked;
use super::super::usage::{Usage, usage};
use super::Inputs;
use de_an_06::lexicon::Lexicon;
use de_an_06::output::findings::FindingsOpening;
use de_an_06::output::{Differ, Format, LineUp, Look, Medium, Way};

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

/// What a run that can be gone on with was asked for; refused where its inputs or outputs do not allow it.
pub(super) fn resumed(asked: Asked, inputs: &Inputs, outputs: &[Output]) -> Result<Asked, Usage> {
    if inputs.paths.iter().any(|path| path.as_os_str() == "-") {
        return usage("--resume: standard input cannot be read again; name a file");
    }
    if let Some(output) = outputs.iter().find(|output| !can_go_on(output.format)) {
        let able = Format::ALL.iter().filter(|format| can_go_on(**format));
        let able: Vec<_> = able.map(|format| format.name).collect();
        return usage(format!(
            "--resume: {} is written at the end of a run and cannot be gone on with; {} can",
            output.format.name,
            able.join(", ")
        ));
    }
    Ok(asked.and(&inputs.paths, outputs))
}

/// Whether a writer of that format can go on behind what another has written.
fn can_go_on(format: Format) -> bool {
    match format.way {
        Way::Stream(opening) => opening(Look::default(), Lexicon::built_in()).go_on(),
        Way::Store(_) | Way::Missing => false,
    }
}

/// Whether an output shows on standard output what the reader was unsure of.
pub(super) fn shows_warnings(output: &Output) -> bool {
    output.target == Target::Stdout && output.format.medium == Medium::Screen
}
