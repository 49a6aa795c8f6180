//! Command line of `de-an-06`: parse, plan, run, exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main().into()
}
