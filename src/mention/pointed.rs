//! The figure that somebody points at: it is one because a person says so.
//!
//! `Tổ 12` is a name to every reader; whoever points at `12` says that it counts something. Whatever else was
//! read from its words gives way. Words without a number are no figure, whoever points at them.

use super::{Mentions, Quantity, Scene, quantity};
use crate::text::Tokens;

/// Where the figure of these words stands among those of its block: one that was found, else one that is
/// put there now. None where no number stands among the words.
pub fn point_at(scene: &Scene<'_>, words: &Tokens, found: &mut Mentions) -> Option<Pointed> {
    if let Some(index) = figure_at(words, found) {
        return Some(Pointed { index, is_new: false });
    }
    let figure = words.clone().find_map(|at| {
        let read = quantity::read_alone(scene, at)?;
        (read.number.end <= words.end).then_some(read)
    })?;
    let gives_way = |other: &Tokens| meet(other, &figure.number);
    found.times.retain(|time| !gives_way(&time.words));
    found.names.retain(|name| !gives_way(&name.words));
    let index = found.quantities.partition_point(|other| other.number.start < figure.number.start);
    found.quantities.insert(index, figure);
    Some(Pointed { index, is_new: true })
}

/// The figure that these words quote: its number, else words around it.
#[must_use]
pub fn figure_at(words: &Tokens, found: &Mentions) -> Option<usize> {
    let by = |part: fn(&Quantity) -> &Tokens| {
        found.quantities.iter().position(|figure| meet(part(figure), words))
    };
    by(|figure| &figure.number).or_else(|| by(|figure| &figure.words))
}

/// A figure among those of its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// Its index.
    pub index: usize,
    /// Whether it was put there: those behind it have moved on by one.
    pub is_new: bool,
}

fn meet(one: &Tokens, other: &Tokens) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, Marks};
    use crate::mention::{Spans, read};
    use crate::text::Text;

    #[test]
    fn a_number_that_was_a_name_becomes_a_figure_among_the_others() {
        let text = Text::new("Năm 2022, khu phố 12 có 40 hộ và không có tổ nào.");
        let marks = Marks::new(&text, Lexicon::built_in());
        let scene = Scene::new(&marks, None);
        let found = read(&scene, &Spans::default());
        let at = |words: &str| {
            let key = words.to_lowercase();
            let i = (0..text.tokens.len()).find(|i| text.key(*i) == key).unwrap();
            i..i + 1
        };
        for (words, want) in [
            ("40", Some((0, false, 1))),
            ("hộ", Some((0, false, 1))),
            ("12", Some((0, true, 2))),
            ("2022", Some((0, true, 2))),
            ("nào", None),
        ] {
            let mut found = found.clone();
            let pointed = point_at(&scene, &at(words), &mut found);
            let shown = pointed.map(|p| (p.index, p.is_new, found.quantities.len()));
            assert_eq!(shown, want, "{words}");
        }
    }
}
