//! Reads `lexicon/*.toml` and writes them as tables, so that the program starts at once: entries
//! packed into bytes, trees of spellings, the words of pages (`lexicon/page/*.toml`), the letters of
//! old encodings (`lexicon/encodings/*.toml`), the words of claims (`lexicon/claims/*.toml`) and of
//! tables (`lexicon/tables/*.toml`), and what is known of sites (`lexicon/sites/*.toml`) as Rust.

#[path = "src/lexicon/class.rs"]
#[allow(dead_code, unreachable_pub)]
mod class;
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
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use toml::Value;

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
    fs::write(Path::new(&out).join("page.rs"), constants("lexicon/page")?)?;
    fs::write(Path::new(&out).join("encodings.rs"), constants("lexicon/encodings")?)?;
    fs::write(Path::new(&out).join("claims.rs"), constants("lexicon/claims")?)?;
    fs::write(Path::new(&out).join("tables.rs"), constants("lexicon/tables")?)?;
    fs::write(Path::new(&out).join("sites.rs"), sites("lexicon/sites")?)?;
    Ok(())
}

fn read(folder: &str) -> Result<Entries, Box<dyn Error>> {
    let mut entries = Entries::default();
    for path in toml_files(folder)? {
        entries.extend(parse(&path)?);
    }
    Ok(entries)
}

fn toml_files(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let files = fs::read_dir(folder)?.map(|file| Ok(file?.path()));
    let mut files = files.collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

fn parse<T: DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    Ok(toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// A module for each file with a constant for each of its keys.
fn constants(folder: &str) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for path in toml_files(folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(code, "pub(super) mod {name} {{")?;
        for (key, value) in &parse::<toml::Table>(&path)? {
            let (key, (kind, value)) = (key.to_uppercase(), constant(value));
            writeln!(code, "pub(in super::super) const {key}: {kind} = {value};")?;
        }
        writeln!(code, "}}")?;
    }
    Ok(code)
}

/// What is known of one content system.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Site {
    hosts: Vec<String>,
    title: Vec<String>,
    lead: Vec<String>,
    body: Vec<String>,
    date: Vec<String>,
}

/// A constant with the sites of all files.
fn sites(folder: &str) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("const SITES: &[Site] = &[\n");
    for path in toml_files(folder)? {
        let Site { hosts, title, lead, body, date } = parse(&path)?;
        writeln!(
            code,
            "Site {{ hosts: &{hosts:?}, title: &{title:?}, lead: &{lead:?}, body: &{body:?}, \
             date: &{date:?} }},"
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The type and the Rust of a value: strings, lists, tables as lists of pairs, and in a list tables
/// as the values of their keys in order.
fn constant(value: &Value) -> (String, String) {
    let list = |items: Vec<(String, String)>| {
        let kind = items.first().map_or("&str", |(kind, _)| kind);
        let items: String = items.iter().map(|(_, item)| format!("{item}, ")).collect();
        (format!("&[{kind}]"), format!("&[{items}]"))
    };
    let tuple = |items: Vec<(String, String)>| {
        let (kinds, items): (Vec<_>, Vec<_>) = items.into_iter().unzip();
        (format!("({})", kinds.join(", ")), format!("({})", items.join(", ")))
    };
    let text = |text: &str| ("&str".to_owned(), format!("{text:?}"));
    match value {
        Value::Array(items) => list(
            items
                .iter()
                .map(|item| match item {
                    Value::Table(fields) => tuple(fields.values().map(constant).collect()),
                    item => constant(item),
                })
                .collect(),
        ),
        Value::Table(fields) => {
            list(fields.iter().map(|(k, v)| tuple(vec![text(k), constant(v)])).collect())
        }
        value => text(value.as_str().unwrap_or_default()),
    }
}

/// A function that gives the tree; its tables are constants.
fn write_phrases(code: &mut String, name: &str, tree: &Phrases) -> Result<(), Box<dyn Error>> {
    let Phrases { syllables, nodes, lasts, terms } = tree;
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
                lasts: Borrowed(&{lasts:?}),
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
