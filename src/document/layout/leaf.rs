//! [`Leaf`]: a printed page as runs of text and ruling lines with their places.
//!
//! Places are whole hundredths of a point from the upper left corner. A text file with hard line
//! breaks is a leaf too, set in a type whose letters are all of one width.

/// Hundredths of a point.
pub(crate) type Unit = i32;

/// One printed page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Leaf {
    /// How high it is.
    pub(crate) height: Unit,
    /// Its text, in the order in which it was set.
    pub(crate) runs: Vec<Run>,
    /// Its straight lines.
    pub(crate) rulings: Vec<Ruling>,
}

/// Text that was set in one go: no gap in it is wider than a word space may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// What it says, words apart by one space.
    pub(crate) text: String,
    /// Number of the line of print that it stands in, from the top.
    pub(crate) line: usize,
    /// Left and right end of its letters.
    pub(crate) x: (Unit, Unit),
    /// Right end of its first word.
    pub(crate) word: Unit,
    /// The line that the letters stand on.
    pub(crate) base: Unit,
    /// Size of the type.
    pub(crate) size: Unit,
    /// How it looks.
    pub(crate) face: Face,
}

/// What letters look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Face {
    /// Number of the font in the document.
    pub(crate) font: u16,
    /// Whether it is bold.
    pub(crate) is_bold: bool,
}

/// A straight line that was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ruling {
    /// Left and right end.
    pub(crate) x: (Unit, Unit),
    /// Upper and lower end.
    pub(crate) y: (Unit, Unit),
}

impl Ruling {
    /// Whether it runs from left to right.
    pub(crate) fn is_level(&self) -> bool {
        self.x.1 - self.x.0 >= self.y.1 - self.y.0
    }
}

/// Lines of text as print: each text with its left end, letters of 500 in a type of 1000.
#[cfg(test)]
pub(super) fn set(lines: &[&[(&str, Unit)]]) -> Vec<Run> {
    let one = |(line, &(text, left)): (usize, &(&str, Unit))| {
        let right = left + Unit::try_from(text.chars().count()).unwrap() * 500;
        Run {
            text: text.to_owned(),
            line,
            x: (left, right),
            word: right,
            base: Unit::try_from(line).unwrap() * 1200,
            size: 1000,
            face: Face::default(),
        }
    };
    let texts = lines.iter().enumerate();
    texts.flat_map(|(line, texts)| texts.iter().map(move |text| (line, text))).map(one).collect()
}
