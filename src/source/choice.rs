//! [`Choice`]: what of a source is read: pages that are not too long, and of folders and archives only files whose names
//! fit a pattern.

use super::LONGEST_PAGE;
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use std::fmt;
use std::sync::Arc;

/// What of a source is read.
///
/// A pattern is one of the shell: `*` and `?` stand within a step of a path, `**` over several, `[ab]` and `{a,b}` for one
/// of them. One without `/` is of the name alone, wherever it stands; with `/` it is of the path below the folder or in the
/// archive, or of an address without `https://`. What a pattern behind `!` fits is not read.
///
/// ```
/// use de_an_06::source::Choice;
/// let choice = Choice::default().only(&["*.html", "!**/old/**"]).unwrap();
/// assert!(choice.takes("tin/a.html") && choice.takes("a.html.gz"));
/// assert!(!choice.takes("tin/old/a.html") && !choice.takes("a.pdf"));
/// assert!(Choice::default().only(&["[a"]).is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Choice {
    pub(super) longest: u64,
    names: Option<Arc<Names>>,
}

#[derive(Debug)]
struct Names {
    /// All, where it is empty.
    wanted: GlobSet,
    unwanted: GlobSet,
}

/// A pattern that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// The pattern as it was given.
    pub pattern: String,
    /// What is wrong with it.
    pub reason: String,
}

impl Default for Choice {
    fn default() -> Self {
        Self::up_to(LONGEST_PAGE)
    }
}

impl Choice {
    /// Every page of at most so many bytes.
    #[must_use]
    pub fn up_to(longest: u64) -> Self {
        Self { longest, names: None }
    }

    /// Of those only what fits one of these patterns, and no pattern behind `!`.
    ///
    /// # Errors
    /// Where one of them is no pattern.
    pub fn only(self, patterns: &[impl AsRef<str>]) -> Result<Self, PatternError> {
        if patterns.is_empty() {
            return Ok(self);
        }
        let (mut wanted, mut unwanted) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        for pattern in patterns.iter().map(AsRef::as_ref) {
            match pattern.strip_prefix('!') {
                Some(pattern) => unwanted.add(glob(pattern)?),
                None => wanted.add(glob(pattern)?),
            };
        }
        let all = || patterns.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ");
        let set = |builder: GlobSetBuilder| {
            builder.build().map_err(|error| PatternError::new(&all(), &error))
        };
        let names = Names { wanted: set(wanted)?, unwanted: set(unwanted)? };
        Ok(Self { names: Some(Arc::new(names)), ..self })
    }

    /// Whether a file of that path is read.
    #[must_use]
    pub fn takes(&self, path: &str) -> bool {
        self.names.as_ref().is_none_or(|names| {
            let is_wanted = |path: &str| names.wanted.is_empty() || names.wanted.is_match(path);
            (is_wanted(path) || is_wanted(unpacked(path))) && !self.leaves_out(path)
        })
    }

    /// Whether nothing of that path is read, though it may be an archive with files that fit.
    pub(super) fn leaves_out(&self, path: &str) -> bool {
        let names = self.names.as_ref();
        names.is_some_and(|names| {
            [path, unpacked(path)].iter().any(|path| names.unwanted.is_match(path))
        })
    }
}

/// The name of what is packed in a file of that name.
fn unpacked(path: &str) -> &str {
    [".gz", ".zst"].iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path)
}

fn glob(pattern: &str) -> Result<Glob, PatternError> {
    let anywhere = if pattern.contains('/') { "" } else { "**/" };
    let whole = format!("{anywhere}{}", pattern.strip_prefix('/').unwrap_or(pattern));
    let glob = GlobBuilder::new(&whole).literal_separator(true).build();
    glob.map_err(|error| PatternError::new(pattern, &error))
}

impl PatternError {
    fn new(pattern: &str, error: &globset::Error) -> Self {
        Self { pattern: pattern.to_owned(), reason: error.kind().to_string() }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no pattern of file names: {}", self.pattern, self.reason)
    }
}

impl std::error::Error for PatternError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_of_the_name_or_of_the_path() {
        for (patterns, path, want) in [
            (&["*.html"][..], "a.html", true),
            (&["*.html"], "tin/2023/a.html", true),
            (&["*.html"], "a.html.zst", true),
            (&["*.html"], "a.HTML", false),
            (&["*.html"], "a.htm", false),
            (&["tin/*.html"], "tin/a.html", true),
            (&["tin/*.html"], "tin/2023/a.html", false),
            (&["tin/*.html"], "cu/tin/a.html", false),
            (&["/a.html"], "a.html", true),
            (&["/a.html"], "tin/a.html", false),
            (&["tin/**"], "tin/2023/a.html", true),
            (&["**/2023/**"], "tin/2023/a.html", true),
            (&["báo cáo *.{docx,pdf}"], "huyện/báo cáo 6 tháng.pdf", true),
            (&["bao-cao-202[0-3].*"], "bao-cao-2024.pdf", false),
            (&["!*.pdf"], "a.pdf", false),
            (&["!*.pdf"], "a.html", true),
            (&["*.pdf", "*.html", "!nhap-*"], "nhap-1.pdf", false),
            (&["bao.example/tin/*"], "bao.example/tin/a.html?x=1", true),
        ] {
            let choice = Choice::default().only(patterns).unwrap();
            assert_eq!(choice.takes(path), want, "{patterns:?} {path}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        let told = |pattern: &str| Choice::default().only(&[pattern]).unwrap_err().to_string();
        assert_eq!(
            told("[a"),
            "`[a` is no pattern of file names: unclosed character class; missing ']'"
        );
        assert!(told("!{a").starts_with("`{a` is no pattern"));
    }
}
