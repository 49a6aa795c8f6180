//! Reads `lexicon/*.toml` and writes them as tables, so that the program starts at once: entries
//! packed into bytes, trees of spellings as Rust.

#[path = "src/lexicon/entry.rs"]
#[allow(dead_code, unreachable_pub)]
mod entry;
#[path = "src/lexicon/phrases.rs"]
#[allow(dead_code, unreachable_pub)]
mod phrases;
#[path = "src/lexicon/syllables.rs"]
#[allow(dead_code, unreachable_pub)]
mod syllables;
#[path = "src/text/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub)]
mod text;
#[path = "src/lexicon/words.rs"]
#[allow(dead_code, unreachable_pub)]
mod words;

use entry::Entries;
use phrases::Phrases;
use serde::Serialize;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");
    let mut entries = read("lexicon")?;
    let mut code = String::new();
    write_phrases(&mut code, "phrases", &Phrases::build(entries.spellings(), str::to_owned))?;
    let unmarked = Phrases::build(entries.spellings(), text::strip_diacritics);
    write_phrases(&mut code, "unmarked", &unmarked)?;
    entries.drop_remarks();
    let bytes = write_entries(&mut code, &entries)?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("lexicon.bin"), bytes)?;
    fs::write(Path::new(&out).join("lexicon.rs"), code)?;
    Ok(())
}

fn read(folder: &str) -> Result<Entries, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut entries = Entries::default();
    for file in files.iter().filter(|f| f.path().extension().is_some_and(|e| e == "toml")) {
        let read: Entries = toml::from_str(&fs::read_to_string(file.path())?)
            .map_err(|e| format!("{}: {e}", file.path().display()))?;
        entries.extend(read);
    }
    Ok(entries)
}

/// A function that gives the tree; its tables are constants.
fn write_phrases(code: &mut String, name: &str, tree: &Phrases) -> Result<(), Box<dyn Error>> {
    let Phrases { syllables, nodes, terms } = tree;
    writeln!(
        code,
        "pub(super) fn {name}() -> Phrases {{
            use Term::*;
            Phrases {{
                syllables: Syllables {{
                    keys: Borrowed({:?}),
                    ends: Borrowed(&{:?}),
                    slots: Borrowed(&{:?}),
                }},
                nodes: Borrowed(&{nodes:?}),
                terms: Borrowed(&{terms:?}),
            }}
        }}",
        syllables.keys, syllables.ends, syllables.slots
    )?;
    Ok(())
}

/// A function that gives the entries, and the bytes that it finds them in.
fn write_entries(code: &mut String, entries: &Entries) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = Vec::new();
    writeln!(
        code,
        "const BYTES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/lexicon.bin\"));
        pub(super) fn entries() -> Tables {{
            use CueClass::*;
            Tables {{
                unit: List::packed(BYTES, &{:?}),
                number: List::packed(BYTES, &{:?}),
                cue: List::packed(BYTES, &{:?}),
                indicator: List::packed(BYTES, &{:?}),
                abbreviation: List::packed(BYTES, &{:?}),
                place: List::packed(BYTES, &{:?}),
                classes: Borrowed(&{:?}),
                units_by_key: Borrowed(&{:?}),
            }}
        }}",
        pack(&mut bytes, &entries.unit)?,
        pack(&mut bytes, &entries.number)?,
        pack(&mut bytes, &entries.cue)?,
        pack(&mut bytes, &entries.indicator)?,
        pack(&mut bytes, &entries.abbreviation)?,
        pack(&mut bytes, &entries.place)?,
        entries.classes(),
        entries.units_by_key(),
    )?;
    Ok(bytes)
}

/// Adds the entries to the bytes; where the first begins, and where each ends.
fn pack<E: Serialize>(bytes: &mut Vec<u8>, list: &[E]) -> Result<Vec<usize>, Box<dyn Error>> {
    let mut bounds = vec![bytes.len()];
    for entry in list {
        bytes.extend(postcard::to_allocvec(entry)?);
        bounds.push(bytes.len());
    }
    Ok(bounds)
}
