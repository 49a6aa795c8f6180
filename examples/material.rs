//! Prints what the trainer is given: for each page on standard input, a line of JSON with `html` in it, a line of JSON.
//!
//! A page without an article gives `null`.

#![allow(clippy::print_stdout, reason = "a tool for the trainer")]

use de_an_06::{Options, material};
use serde::Deserialize;
use std::io::{self, BufRead};

#[derive(Deserialize)]
struct Line {
    html: String,
}

fn main() -> anyhow::Result<()> {
    for line in io::stdin().lock().lines() {
        let page: Line = serde_json::from_str(&line?)?;
        let material = material(page.html.as_bytes(), &Options::default()).ok();
        println!("{}", serde_json::to_string(&material)?);
    }
    Ok(())
}
