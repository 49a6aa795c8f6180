//! Reads `lexicon/*.toml` and writes them as one compact table, so that the program starts at once.

#[path = "src/lexicon/entry.rs"]
#[allow(dead_code, unreachable_pub)]
mod entry;
#[path = "src/lexicon/phrases.rs"]
#[allow(dead_code, unreachable_pub)]
mod phrases;
#[path = "src/text/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub)]
mod text;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");
    let mut files: Vec<_> = fs::read_dir("lexicon")?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut entries = entry::Entries::default();
    for file in files.iter().filter(|f| f.path().extension().is_some_and(|e| e == "toml")) {
        let read: entry::Entries = toml::from_str(&fs::read_to_string(file.path())?)
            .map_err(|e| format!("{}: {e}", file.path().display()))?;
        entries.extend(read);
    }
    entries.drop_examples();
    let table = phrases::Phrases::build(entries.spellings(), |form| form);
    let out = Path::new(&env::var("OUT_DIR")?).join("lexicon.bin");
    fs::write(out, postcard::to_allocvec(&(entries, table))?)?;
    Ok(())
}
