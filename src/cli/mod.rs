//! The command line: flags, a plan, the loop over the inputs, messages, exit codes.
//!
//! Nothing of the library knows that it exists.
//!
//! * `flags`: what the user typed; the doc comments are the help
//! * `preset`: what the user set once for every run
//! * `plan`: what will be done and read; every conflict is found before anything is opened
//! * `surroundings`: pipe or terminal; what a plan depends on besides the words
//! * `usage`: a command line that makes no sense
//! * `outputs`: where it is written, and in which format
//! * `package`: which outputs a `datapackage.json` describes, and where it stands
//! * `files_from`: inputs that a list names
//! * `lexicon`: the user's own lexicon files
//! * `corrections`: files of corrections, and what became of each
//! * `accepted`: findings that an editor has accepted
//! * `run`: the plan carried out, exit code at the end
//! * `run_extract`, `run_series`, `run_check`, `run_diff`, `run_explain`, `run_lexicon`, `run_about`: one command each
//! * `inputs`: the loop over the inputs that they share
//! * `outcome`, `tally`: what came of one of them, and of all
//! * `crew`: the threads that read them
//! * `run_report`: what became of them, as data
//! * `stored`: reports among the inputs that were written before
//! * `progress`: how far a long run has come
//! * `resume`: a run that was stopped goes on where it ended
//! * `open`: an output while reports go into it
//! * `sink`: standard output, and files that appear whole or not at all
//! * `broken`: outputs that could not be written
//! * `draft`: a file under another name until everything is in it
//! * `interrupt`: what Ctrl-C leaves of it
//! * `message`: what is said on standard error
//! * `vietnamese`: the same in Vietnamese
//! * `help`: help and mistakes of the command line in Vietnamese
//! * `exit`: the exit codes

mod accepted;
mod broken;
mod corrections;
mod crew;
mod draft;
mod exit;
mod files_from;
mod flags;
mod help;
mod inputs;
mod interrupt;
mod lexicon;
mod message;
mod open;
mod outcome;
mod outputs;
mod package;
mod plan;
mod preset;
mod progress;
mod resume;
mod run;
mod run_about;
mod run_check;
mod run_diff;
mod run_explain;
mod run_extract;
mod run_lexicon;
mod run_report;
mod run_series;
mod sink;
mod stored;
mod surroundings;
mod tally;
mod usage;
mod vietnamese;

pub use run::main;
