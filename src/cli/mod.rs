//! The command line: flags, a plan, the loop over the inputs, messages, exit codes.
//!
//! Nothing of the library knows that it exists.
