//! The header of a paper among the first lines of a text.
//!
//! It is a run of lines that hold nothing but parts of a header, and it is believed where several
//! of them stand together: a motto with one other part, or the number with the day or the kind. News that name
//! `Báo cáo số 312/BC-UBND` in a sentence have no such run.

use super::issuer;
use super::kind::{self, Named};
use super::letters::opens_with_one;
use super::model::{OfficialPaper, PaperKind};
use super::piece::{self, Pieces};
use super::subject;
use crate::article::words::papers::ABOUT;
use std::ops::Range;

/// The header, and the lines that it takes.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) paper: OfficialPaper,
    /// Kind and subject: `BÁO CÁO Kết quả 6 tháng đầu năm 2024`.
    pub(super) title: Option<String>,
    pub(super) lines: Range<usize>,
}

/// How many lines may stand over a header.
const OVER: usize = 16;
/// How many of them may be running text: a page may introduce the paper that it carries.
const INTRODUCTION: usize = 2;
/// Shortest line that is running text, in bytes.
const PROSE: usize = 80;
/// Longest line of a header, in bytes; what is longer is text.
const LONGEST_LINE: usize = 2_000;
/// Most lines over the kind of a paper.
const LONGEST: usize = 20;

/// The header among the lines of a text.
pub(super) fn find(lines: &[&str]) -> Option<Head> {
    let mut prose = 0;
    for (start, line) in lines.iter().enumerate().take(OVER) {
        if let Some(head) = read(lines, start) {
            return Some(head);
        }
        prose += usize::from(line.len() >= PROSE);
        if prose > INTRODUCTION {
            return None;
        }
    }
    None
}

/// What the lines from `start` on hold, until one is no line of a header.
fn read(lines: &[&str], start: usize) -> Option<Head> {
    let mut parts = Parts::default();
    let mut at = start;
    while let Some(line) = lines.get(at).filter(|_| at < start + LONGEST) {
        if !parts.take(line) {
            break;
        }
        at += 1;
        if parts.named.is_some() {
            break;
        }
    }
    if !parts.is_header() {
        return None;
    }
    let (mut about, end) = match &parts.named {
        Some(named) => subject::read(named.subject, lines, at),
        None => (parts.about.join(" "), at),
    };
    if about.is_empty() {
        about = parts.about.join(" ");
    }
    let subject = Some(about).filter(|subject| !subject.is_empty());
    let words = parts.named.as_ref().map(|named| named.words.as_str());
    let title = words.into_iter().chain(subject.as_deref()).collect::<Vec<_>>().join(" ");
    let named = parts.named.as_ref().map(|named| named.kind);
    let letter = || (!parts.about.is_empty()).then_some(PaperKind::OfficialLetter);
    let paper = OfficialPaper {
        kind: named.or_else(|| kind::of_codes(&parts.codes)).or_else(letter),
        number: parts.number,
        subject,
        issuer: issuer::of(&parts.bodies),
        place: parts.place,
        day: parts.day,
    };
    Some(Head { paper, title: Some(title).filter(|title| !title.is_empty()), lines: start..end })
}

/// What was found of a header so far.
#[derive(Default)]
struct Parts<'a> {
    has_motto: bool,
    has_number: bool,
    number: Option<String>,
    codes: Vec<String>,
    place: Option<String>,
    day: Option<String>,
    bodies: Vec<&'a str>,
    about: Vec<&'a str>,
    named: Option<Named<'a>>,
}

impl<'a> Parts<'a> {
    /// Takes in a line; whether it is one of a header.
    fn take(&mut self, line: &'a str) -> bool {
        if line.len() > LONGEST_LINE {
            return false;
        }
        let Pieces { has_motto, number, dated, rest } = piece::cut(line);
        let (mut bodies, mut about, mut named) = (Vec::new(), Vec::new(), None);
        for piece in rest {
            if let Some(kind) = kind::of(piece) {
                named = Some(kind);
            } else if opens_with_one(piece, ABOUT) || !self.about.is_empty() && goes_on(piece) {
                about.push(piece);
            } else if issuer::is_one(piece) {
                bodies.push(piece);
            } else {
                return false;
            }
        }
        self.has_motto |= has_motto;
        self.named = named;
        self.about.extend(about);
        self.bodies.extend(bodies);
        if let Some(number) = number {
            self.has_number = true;
            (self.number, self.codes) = (number.written, number.codes);
        }
        if let Some(dated) = dated {
            (self.place, self.day) = (Some(dated.place), dated.day);
        }
        true
    }

    fn is_header(&self) -> bool {
        let others = [self.place.is_some(), self.named.is_some(), !self.about.is_empty()];
        let has_other = others.contains(&true);
        self.has_number && (self.has_motto || has_other) || self.has_motto && has_other
    }
}

/// Whether a piece goes on with the line above: `V/v rà soát`, `hộ nghèo năm 2024`.
fn goes_on(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}
