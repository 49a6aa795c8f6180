//! Command line of `de-an-06`: parse, plan, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    de_an_06::cli::main(std::env::args_os().collect()).into()
}
