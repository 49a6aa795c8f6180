//! A page as boxes and lines: the block-level elements, and the text between their borders.
//!
//! `<div><p>Một <b>hai</b>.</p>Ba<br><br>bốn</div>` gives two boxes and three lines. White space is
//! folded; scripts, forms' fields and what is hidden have no lines. One walk over the tree, without
//! recursion, however deep it is.

use super::boxes::{Traits, traits_of};
use super::stamp::Stamp;
use ego_tree::NodeRef;
use scraper::Node;
use std::ops::Range;

/// A block-level element.
#[derive(Debug)]
pub(in super::super) struct Frame<'a> {
    pub(in super::super) node: NodeRef<'a, Node>,
    pub(in super::super) tag: &'a str,
    /// Index of the box around it; the first box is its own.
    pub(in super::super) parent: usize,
    /// Index after the last box inside it.
    pub(in super::super) end: usize,
    pub(in super::super) traits: Traits,
    pub(in super::super) has_picture: bool,
    /// Whether a `<p>` stands in it, in no box between.
    pub(in super::super) has_paragraph: bool,
    /// Number of lines before it.
    pub(in super::super) first_line: usize,
    /// Number of lines before its end.
    pub(in super::super) last_line: usize,
}

/// Text between two borders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Line {
    /// The innermost box around it.
    pub(in super::super) frame: usize,
    /// Where its text stands in [`Outline::all`].
    pub(in super::super) start: usize,
    pub(in super::super) end: usize,
    /// How many bytes of it are inside links.
    pub(in super::super) linked: usize,
    /// How many bytes of it are in italics.
    pub(in super::super) slanted: usize,
    /// Whether a picture stands between it and the line before.
    pub(in super::super) follows_picture: bool,
}

/// A piece of a line with a name: `<span class="author">`.
#[derive(Debug)]
pub(in super::super) struct Piece<'a> {
    /// Number of lines before its own.
    pub(in super::super) line: usize,
    /// Where its text begins in [`Outline::all`].
    pub(in super::super) start: usize,
    /// Its class, `rel`, `itemprop`, or the address of an author.
    pub(in super::super) name: &'a str,
}

/// Fewest words of loose text.
const LOOSE: usize = 4;

/// The boxes of a page in document order, and its lines in reading order.
#[derive(Debug)]
pub(in super::super) struct Outline<'a> {
    pub(in super::super) frames: Vec<Frame<'a>>,
    pub(in super::super) lines: Vec<Line>,
    pub(in super::super) stamps: Vec<Stamp<'a>>,
    /// The pieces of lines that have a class.
    pub(in super::super) named: Vec<Piece<'a>>,
    /// Where in `all` the words begin that stand behind a `<br>` which ended no line.
    pub(in super::super) breaks: Vec<usize>,
    /// Where in `all` text begins behind a tag inside a line, with the space before it.
    pub(in super::super) seams: Vec<usize>,
    /// The text of all lines, one behind the other.
    pub(in super::super) all: String,
}

impl<'a> Outline<'a> {
    /// The text of a line.
    pub(in super::super) fn text(&self, line: &Line) -> &str {
        &self.all[line.start..line.end]
    }

    /// The parts of a line between its `<br>`s, with the bytes of `all` that they take.
    pub(in super::super) fn parts(&self, line: &Line) -> impl Iterator<Item = Range<usize>> {
        let first = self.breaks.partition_point(|at| *at <= line.start);
        let inside = self.breaks[first..].iter().copied().take_while(|at| *at < line.end);
        let ends = inside.clone().map(|at| at - 1).chain([line.end]);
        std::iter::once(line.start).chain(inside).zip(ends).map(|(start, end)| start..end)
    }

    /// The parts of a line between the tags in it: `<span>Hà Mẫu</span> <span>06/03/2023</span>`.
    pub(in super::super) fn segments(&self, line: &Line) -> impl Iterator<Item = &str> {
        let first = self.seams.partition_point(|at| *at <= line.start);
        let inside = self.seams[first..].iter().copied().take_while(|at| *at < line.end);
        let ends = inside.clone().chain([line.end]);
        let parts = std::iter::once(line.start).chain(inside).zip(ends);
        parts.map(|(start, end)| self.all[start..end].trim())
    }

    /// Whether a line, a piece of it or a box around it is called a title.
    pub(in super::super) fn is_titled(&self, at: usize) -> bool {
        let is_title = |traits: Traits| traits.has(Traits::TITLE);
        let mut around = self.around(self.lines[at].frame).take(2);
        around.any(|frame| is_title(self.frames[frame].traits))
            || self.pieces(at).iter().any(|piece| is_title(traits_of(piece.name)))
    }

    /// The named pieces of a line.
    fn pieces(&self, at: usize) -> &[Piece<'a>] {
        let first = self.named.partition_point(|piece| piece.line < at);
        let count = self.named[first..].partition_point(|piece| piece.line == at);
        &self.named[first..first + count]
    }

    /// The piece of a line that is called so, up to the next piece or the end of the line.
    pub(in super::super) fn called(&self, at: usize, what: Traits) -> Option<&str> {
        let pieces = self.pieces(at);
        let one = pieces.iter().find(|piece| traits_of(piece.name).has(what))?;
        let next = pieces.iter().map(|piece| piece.start).find(|start| *start > one.start);
        let text = &self.all[one.start..next.unwrap_or(self.lines[at].end)];
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// Whether a line of words stands in a box right beside paragraphs of it, in no box of its own:
    /// `<p>…</p>Toàn xã có 45 dự án<div>…`. Lines of a site have boxes of their own.
    pub(in super::super) fn is_loose(&self, line: &Line) -> bool {
        let has_words = || self.text(line).split(' ').nth(LOOSE - 1).is_some();
        self.frames[line.frame].has_paragraph && line.linked == 0 && has_words()
    }

    /// The lines inside a box.
    pub(in super::super) fn lines_of(&self, frame: usize) -> &[Line] {
        &self.lines[self.frames[frame].first_line..self.frames[frame].last_line]
    }

    /// The box and those around it, from the inside out.
    pub(in super::super) fn around(&self, frame: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(frame), |&f| (f > 0).then(|| self.frames[f].parent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn lines(markup: &str) -> Vec<String> {
        let html = Html::parse_document(markup);
        let outline = Outline::new(&html);
        let texts = outline.lines.iter().map(|l| outline.text(l).to_owned());
        texts.collect()
    }

    #[test]
    fn lines_end_at_borders_and_double_breaks() {
        for (markup, want) in [
            ("<p>Một <b>hai</b>.</p><p>Ba</p>", vec!["Một hai.", "Ba"]),
            ("Một<br>hai", vec!["Một hai"]),
            ("Một<br>\n&nbsp;<br/>hai", vec!["Một", "hai"]),
            ("<b>M</b>ột  \n hai&nbsp;ba", vec!["Một hai ba"]),
            ("<span>Bến Tre</span>Sau <b>H</b><sub>2</sub>O", vec!["Bến Tre Sau H2O"]),
            ("<span>Bến Tre</span>3 năm, 5 m<sup>2</sup>", vec!["Bến Tre 3 năm, 5 m2"]),
            (
                "Kết quả:<br>- Mở 3 lớp;<br>- Cho vay 5 tỷ",
                vec!["Kết quả:", "- Mở 3 lớp;", "- Cho vay 5 tỷ"],
            ),
            ("5<br>-3", vec!["5 -3"]),
            ("<div>Một<p>hai</p>ba</div>", vec!["Một", "hai", "ba"]),
            ("<p>Một<script>x</script></p><style>y</style>", vec!["Một"]),
            ("<div hidden id='S:0'>Một</div>", vec!["Một"]),
            ("<p style='display: none'>Một</p><p hidden>Hai</p>", vec![]),
        ] {
            assert_eq!(lines(markup), want, "{markup}");
        }
    }

    #[test]
    fn breaks_inside_a_line_are_known() {
        let html =
            Html::parse_document("<p>UBND<br>HUYỆN <b>THỬ</b><br>Số: 5</p><p>Một<br>hai</p>");
        let outline = Outline::new(&html);
        let parts = outline.lines.iter().flat_map(|line| outline.parts(line));
        let texts: Vec<&str> = parts.map(|part| &outline.all[part]).collect();
        assert_eq!(texts, ["UBND", "HUYỆN THỬ", "Số: 5", "Một", "hai"]);
    }

    #[test]
    fn links_are_counted_and_boxes_nest() {
        let html = Html::parse_document("<div><p>Xem <a>tin khác</a></p></div><p>Hết</p>");
        let outline = Outline::new(&html);
        assert_eq!(outline.lines[0].linked, " tin khác".len());
        let frame = outline.lines[0].frame;
        assert_eq!(outline.frames[frame].tag, "p");
        assert_eq!(outline.frames[outline.frames[frame].parent].tag, "div");
        assert_eq!(outline.lines_of(frame).len(), 1);
        assert_eq!(outline.around(frame).last(), Some(0));
    }

    #[test]
    fn depth_costs_no_stack() {
        let html = Html::parse_document(&("<b><i>".repeat(200) + &"<div>".repeat(300) + "chữ"));
        assert_eq!(Outline::new(&html).lines.len(), 1);
    }
}
