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
#[path = "src/lexicon/words.rs"]
#[allow(dead_code, unreachable_pub)]
mod words;

use std::error::Error;
use std::path::Path;
use std::{env, fs, mem};

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
    entries.drop_remarks();
    let table = phrases::Phrases::build(entries.spellings(), |form| form);
    let (forms, rows) = table.to_parts();
    let words: Vec<_> = entries.words_mut().map(mem::take).collect();
    let words: Vec<_> = words.iter().map(words::Words::as_str).collect();
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("entries.bin"), postcard::to_allocvec(&entries)?)?;
    fs::write(out.join("words.txt"), words.join("\t"))?;
    fs::write(out.join("forms.txt"), forms)?;
    fs::write(out.join("rows.bin"), rows)?;
    Ok(())
}
