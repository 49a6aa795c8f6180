//! [`Reader`]: a page's instructions carried out as far as they show text or draw straight lines.
//!
//! What is turned on its side is left out (stamps, water marks), and so is what the file itself
//! calls a running head or foot. A drawing that calls itself is followed eight levels deep, and a
//! page may have so many instructions as no honest one has.

use super::super::layout::Face;
use super::font::Font;
use super::ink::Ink;
use super::matrix::{Matrix, Spacing, advance, kern, percent, reversed};
use super::old_font::is_old;
use super::path::Path;
use super::stream;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;
use std::collections::HashMap;
use std::rc::Rc;

/// How many instructions of a file are carried out; a page of print has some thousand.
const INSTRUCTIONS: u32 = 3_000_000;

/// How many letters a page may have, and how many a file that has less than half as many bytes.
const PAGE: usize = 60_000;
const LETTERS: usize = 500_000;

/// How deep drawings may call drawings.
const MAX_DEPTH: u8 = 8;

/// Reads the pages of one file.
pub(super) struct Reader {
    fonts: HashMap<ObjectIdentifier, (u16, Rc<Font>)>,
    /// Names of the fonts from before Unicode, by the numbers that their letters have. The first is
    /// that of all others, and has no name.
    pub(super) old_fonts: Vec<Option<String>>,
    /// How many instructions may still be carried out in the whole file, and how many letters set.
    budget: u32,
    letters: usize,
}

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
struct State {
    map: Matrix,
    font: Option<(u16, Rc<Font>)>,
    spacing: Spacing,
    /// How far up the next line is.
    step: f64,
    rise: f64,
}

/// The page that is being read.
pub(super) struct Canvas<'c> {
    /// Where its text goes.
    pub(super) ink: &'c mut Ink,
    /// Where its lines go.
    pub(super) path: &'c mut Path,
}

impl Reader {
    /// A reader of a file of so many bytes.
    pub(super) fn new(length: usize) -> Self {
        let letters = length.saturating_mul(2).max(LETTERS);
        Self { fonts: HashMap::new(), old_fonts: vec![None], budget: INSTRUCTIONS, letters }
    }

    /// Whether the file asks for more than is carried out.
    pub(super) fn is_spent(&self) -> bool {
        self.budget == 0 || self.letters == 0
    }

    /// Carries out a page's instructions.
    pub(super) fn read(
        &mut self,
        code: &[u8],
        resources: &Resources<'_>,
        map: Matrix,
        canvas: &mut Canvas<'_>,
    ) {
        let spacing = Spacing { size: 0.0, letter: 0.0, word: 0.0, stretch: 1.0 };
        let state = State { map, font: None, spacing, step: 0.0, rise: 0.0 };
        self.run(code, resources, state, canvas, MAX_DEPTH);
        let set = canvas.ink.letters.len();
        self.letters = if set < PAGE { self.letters.saturating_sub(set) } else { 0 };
    }

    fn run(
        &mut self,
        code: &[u8],
        resources: &Resources<'_>,
        mut now: State,
        canvas: &mut Canvas<'_>,
        depth: u8,
    ) {
        let mut saved = Vec::new();
        let (mut line, mut pen) = (Matrix::IDENTITY, Matrix::IDENTITY);
        let mut marks = Vec::new();
        let mut instructions = TypedIter::new(code);
        while let Some(instruction) = instructions.next() {
            self.budget = self.budget.saturating_sub(1);
            if self.budget == 0 || canvas.ink.letters.len() > PAGE {
                return;
            }
            use TypedInstruction as Op;
            match instruction {
                Op::SaveState(_) if saved.len() < MAX_SAVED => saved.push(now.clone()),
                Op::RestoreState(_) => now = saved.pop().unwrap_or(now),
                Op::Transform(t) => {
                    now.map = Matrix::of([t.0, t.1, t.2, t.3, t.4, t.5]).then(now.map);
                }
                Op::BeginText(_) => (line, pen) = (Matrix::IDENTITY, Matrix::IDENTITY),
                Op::TextFont(f) => {
                    now.font = self.font(f.0, resources);
                    now.spacing.size = f.1.as_f64();
                }
                Op::CharacterSpacing(n) => now.spacing.letter = n.0.as_f64(),
                Op::WordSpacing(n) => now.spacing.word = n.0.as_f64(),
                Op::HorizontalScaling(n) => now.spacing.stretch = percent(n.0.as_f64()),
                Op::TextLeading(n) => now.step = reversed(n.0.as_f64()),
                Op::TextRise(n) => now.rise = n.0.as_f64(),
                Op::SetTextMatrix(m) => {
                    line = Matrix::of([m.0, m.1, m.2, m.3, m.4, m.5]);
                    pen = line;
                }
                Op::NextLine(n) => (line, pen) = moved(line, n.0.as_f64(), n.1.as_f64()),
                Op::NextLineAndSetLeading(n) => {
                    now.step = n.1.as_f64();
                    (line, pen) = moved(line, n.0.as_f64(), n.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => (line, pen) = moved(line, 0.0, now.step),
                Op::ShowText(s) => show(&now, &mut pen, s.0, canvas),
                Op::NextLineAndShowText(s) => {
                    (line, pen) = moved(line, 0.0, now.step);
                    show(&now, &mut pen, s.0, canvas);
                }
                Op::ShowTextWithParameters(s) => {
                    (now.spacing.word, now.spacing.letter) = (s.0.as_f64(), s.1.as_f64());
                    (line, pen) = moved(line, 0.0, now.step);
                    show(&now, &mut pen, s.2, canvas);
                }
                Op::ShowTexts(s) => {
                    for item in s.0.iter::<Object<'_>>() {
                        match item {
                            Object::String(string) => show(&now, &mut pen, &string, canvas),
                            Object::Number(n) => {
                                let by = kern(n.as_f64(), &now.spacing);
                                pen = Matrix::shift(by, 0.0).then(pen);
                            }
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(_) => marks.push(canvas.ink.open(None, false)),
                Op::BeginMarkedContentWithProperties(m) => {
                    let said = properties(m.1, resources);
                    let is_furniture = m.0.as_ref() == b"Artifact"
                        && said.get::<Name<'_>>(keys::TYPE).as_deref() == Some(b"Pagination");
                    marks.push(canvas.ink.open(actual_text(&said), is_furniture));
                }
                Op::EndMarkedContent(_) => {
                    if let Some(mark) = marks.pop() {
                        canvas.ink.close(&mark);
                    }
                }
                Op::XObject(x) if depth > 0 => {
                    if let Some(form) = resources.get_x_object(x.0) {
                        self.draw(&form, resources, &now, canvas, depth - 1);
                    }
                }
                other => canvas.path.follow(&other, now.map),
            }
        }
        for mark in marks.into_iter().rev() {
            canvas.ink.close(&mark);
        }
    }

    /// Carries out a drawing within a page.
    fn draw(
        &mut self,
        form: &Stream<'_>,
        outer: &Resources<'_>,
        now: &State,
        canvas: &mut Canvas<'_>,
        depth: u8,
    ) {
        let dict = form.dict();
        if dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() != Some(b"Form") {
            return;
        }
        let Some(code) = stream::bytes(form) else { return };
        let matrix = dict.get::<Array<'_>>(keys::MATRIX);
        let matrix = matrix.map(|array| array.iter::<Number>().take(6).collect::<Vec<_>>());
        let matrix = matrix.and_then(|numbers| <[Number; 6]>::try_from(numbers).ok());
        let map = matrix.map_or(Matrix::IDENTITY, Matrix::of).then(now.map);
        let own = dict.get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
        let state = State { map, ..now.clone() };
        self.run(&code, own.as_ref().unwrap_or(outer), state, canvas, depth);
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<(u16, Rc<Font>)> {
        let dict = resources.get_font(name)?;
        let id = dict.obj_id();
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(known.clone());
        }
        let font = Font::new(&dict);
        let number = match is_old(&font.name) {
            true => {
                self.old_fonts.push(Some(font.name.clone()));
                u16::try_from(self.old_fonts.len() - 1).unwrap_or(0)
            }
            false => 0,
        };
        let font = (number, Rc::new(font));
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Some(font)
    }
}

/// How many states may be saved at a time.
const MAX_SAVED: usize = 512;

/// The beginning of the line that lies so far from that of this one.
fn moved(line: Matrix, x: f64, y: f64) -> (Matrix, Matrix) {
    let next = Matrix::shift(x, y).then(line);
    (next, next)
}

/// Shows a string, and moves the pen behind it.
fn show(now: &State, pen: &mut Matrix, string: &[u8], canvas: &mut Canvas<'_>) {
    let Some((number, font)) = &now.font else { return };
    for letter in font.letters(string) {
        let map = pen.then(now.map);
        let by = advance(letter.width, &now.spacing, letter.is_word_space);
        if map.is_upright() {
            let (start, base) = map.place(0.0, now.rise);
            let (end, _) = map.place(by, now.rise);
            let face = Face { font: *number, is_bold: font.is_bold };
            canvas.ink.letter(letter.text, (start, end), base, map.size(now.spacing.size), face);
        }
        *pen = Matrix::shift(by, 0.0).then(*pen);
    }
}

/// What stands with a mark: the dictionary itself, or the name of one.
fn properties<'a>(said: &Object<'a>, resources: &Resources<'a>) -> Dict<'a> {
    match said {
        Object::Dict(dict) => dict.clone(),
        Object::Name(name) => resources.properties.get::<Dict<'_>>(name).unwrap_or_default(),
        _ => Dict::default(),
    }
}

/// What the marked letters say, where their shapes do not.
fn actual_text(said: &Dict<'_>) -> Option<String> {
    let bytes = said.get::<hayro_syntax::object::String<'_>>(&b"ActualText"[..])?;
    let (text, _, failed) = match bytes.as_bytes() {
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0xef, 0xbb, 0xbf, ..] => {
            encoding_rs::UTF_16BE.decode(&bytes)
        }
        _ => encoding_rs::WINDOWS_1252.decode(&bytes),
    };
    (!failed).then(|| text.into_owned())
}
