//! Lists that are written item by item, each with its level: `<ul><li>…<ul><li>…`.

use super::markup::open;

/// Deepest level that is told.
const DEEPEST: usize = 8;

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    depth: usize,
}

impl Lists {
    /// Begins an item of a level, from 0.
    pub(super) fn item(&mut self, level: usize, place: &str, out: &mut String) {
        let depth = level.min(DEEPEST) + 1;
        match self.depth.checked_sub(depth) {
            Some(deeper) => {
                out.push_str(&"</li></ul>".repeat(deeper));
                out.push_str("</li>\n");
            }
            None => {
                out.push_str(&"<ul><li>".repeat(depth - self.depth - 1));
                out.push_str("<ul>");
            }
        }
        self.depth = depth;
        open(out, "li", place);
    }

    /// Ends all of them.
    pub(super) fn end(&mut self, out: &mut String) {
        out.push_str(&"</li></ul>\n".repeat(self.depth));
        self.depth = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_deeper_than_documents_have() {
        let (mut lists, mut out) = (Lists::default(), String::new());
        lists.item(usize::MAX, "x", &mut out);
        lists.end(&mut out);
        assert_eq!(out.matches("<ul>").count(), DEEPEST + 1);
    }

    #[test]
    fn items_stand_in_lists_of_their_level() {
        let (mut lists, mut out) = (Lists::default(), String::new());
        for (level, text) in [(0, "a"), (1, "b"), (1, "c"), (0, "d"), (2, "e")] {
            lists.item(level, "x", &mut out);
            out.push_str(text);
        }
        lists.end(&mut out);
        let plain = out.replace(" data-place=\"x\"", "").replace('\n', "");
        assert_eq!(
            plain,
            "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d<ul><li><ul><li>e</li></ul></li></ul>\
             </li></ul>"
        );
    }
}
