//! Which outputs a `datapackage.json` describes, and where it stands: beside them.

use super::outputs::{Output, Target};
use super::usage::{Usage, usage};
use de_an_06::output::{Lang, Resource};
use std::path::{Path, PathBuf};

const NAME: &str = "datapackage.json";

/// A description of the tables of a run.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) target: Target,
    pub(crate) resources: Vec<Resource>,
    pub(crate) lang: Lang,
}

impl Package {
    /// The package of those outputs that are tables as text.
    pub(super) fn of(outputs: &[Output]) -> Result<Self, Usage> {
        let mut resources = Vec::new();
        let mut folder: Option<PathBuf> = None;
        for (output, path) in files(outputs) {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                return usage(format!(
                    "--datapackage: the name of `{}` is not UTF-8; give -o another name",
                    path.display()
                ));
            };
            if name == NAME {
                return usage(format!("--datapackage writes `{NAME}`; give -o another name"));
            }
            let Some(table) = Resource::new(name.to_owned(), output.format, output.look.dialect)
            else {
                continue;
            };
            let parent = path.parent().unwrap_or(Path::new(""));
            if folder.as_deref().is_some_and(|folder| folder != parent) {
                return usage(format!(
                    "--datapackage: `{}` stands in another folder; write the tables of a package to one",
                    path.display()
                ));
            }
            folder = Some(parent.to_owned());
            resources.push(table);
        }
        let (Some(folder), Some(output)) = (folder, outputs.first()) else {
            return usage(
                "--datapackage: there is no table to describe; write one with -o, as .csv, .tsv or .jsonl",
            );
        };
        Ok(Self {
            target: Target::File(folder.join(NAME)),
            resources,
            lang: output.look.lang.unwrap_or(Lang::Vi),
        })
    }
}

fn files(outputs: &[Output]) -> impl Iterator<Item = (&Output, &PathBuf)> {
    outputs.iter().filter_map(|output| match &output.target {
        Target::File(path) => Some((output, path)),
        Target::Stdout | Target::Terminal => None,
    })
}
