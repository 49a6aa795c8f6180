//! A formula in a label of a table: `(A - B)`, `(1+2)`, `3=1-2`, `(4)=(2)/(3)`, and the name of a row or column.
//!
//! Decides which words of a label are one. A text in which any other word stands (`(1-2 tuổi)`) is none. A range
//! (`Tổng (1-5)`) can only be told from a difference by what stands before it, which is for the caller to ask.

use super::formula::Formula;

/// How many characters of a label are read, from its end.
const LABEL: usize = 60;

/// How many characters the name of a row or column has.
const CODE: usize = 5;

/// One of them stands in every formula.
const MARKS: &[char] = &['+', '-', '–', '−', '*', '×', '/', '='];

/// What a label says: its own name, and the formula of its cells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) name: Option<String>,
    pub(super) formula: Option<Formula>,
}

/// The name and the formula in a label: `Còn lại (3=1-2)`, `(3)`, `B. Tổng chi`.
pub(super) fn said(label: &str) -> Said {
    let label = label.trim();
    let start = label.char_indices().rev().nth(LABEL).map_or(0, |(at, _)| at);
    let opens = |(at, c): &(usize, char)| {
        let before = label[..*at].chars().next_back();
        *at >= start && (*c == '(' || before.is_none_or(char::is_whitespace))
    };
    let mut ends = label.char_indices().filter(opens);
    let mut read = || ends.find_map(|(at, _)| Some((at, equation(&label[at..])?)));
    match label.contains(MARKS).then(&mut read).flatten() {
        Some((at, (own, formula))) => {
            let name = own.or_else(|| name(label[..at].trim_end()));
            Said { name, formula: Some(formula) }
        }
        None => Said { name: name(label), formula: None },
    }
}

/// The name that a label is, begins with or has in a bracket at its end.
fn name(label: &str) -> Option<String> {
    let bracket = label.strip_suffix(')').and_then(|label| Some(label.rsplit_once('(')?.1));
    let first =
        label.split_once(['.', ')']).filter(|(_, rest)| !rest.starts_with(char::is_numeric));
    [Some(label), bracket, first.map(|(first, _)| first)].into_iter().flatten().find_map(code)
}

/// A name: a number below a hundred, a letter, a Roman number, a number of an outline (`1.2`).
fn code(word: &str) -> Option<String> {
    let word = word.trim().trim_matches(['(', ')', '.']).to_lowercase();
    let all = |fits: fn(char) -> bool| word.chars().all(fits);
    let roman = all(|c| matches!(c, 'i' | 'v' | 'x'));
    let outline = all(|c| c.is_ascii_digit() || c == '.');
    let letter = word.len() == 1 && all(|c| c.is_ascii_alphabetic());
    let number = word.parse::<u32>().ok();
    let small = number.is_none_or(|number| (1..100).contains(&number));
    let fits = roman || outline || letter;
    (fits && small && (1..=CODE).contains(&word.len())).then_some(word)
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Word(String),
    Mark(char),
}

/// An equation that a text is as a whole: its left side, where it has one, and the formula.
fn equation(text: &str) -> Option<(Option<String>, Formula)> {
    let pieces = pieces(text)?;
    let mut rest = &pieces[..];
    while let [Piece::Mark('('), inner @ .., Piece::Mark(')')] = rest
        && is_balanced(inner)
    {
        rest = inner;
    }
    let bracketed = rest.len() < pieces.len();
    let equals = rest.iter().position(|piece| *piece == Piece::Mark('='));
    let own = match equals.map_or(&[][..], |at| &rest[..at]) {
        [] => None,
        [Piece::Word(word)] | [Piece::Mark('('), Piece::Word(word), Piece::Mark(')')] => {
            Some(code(word)?)
        }
        _ => return None,
    };
    let right = &rest[equals.map_or(0, |at| at + 1)..];
    let named = right.iter().any(|piece| matches!(piece, Piece::Mark('(' | '+')));
    let mut at = 0;
    let formula = sum(right, &mut at).filter(|_| at == right.len())?;
    let whole = matches!(formula, Formula::Both(..)) && (bracketed || equals.is_some() || named);
    whole.then_some((own, formula))
}

fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut out: Vec<Piece> = Vec::new();
    let mut word = String::new();
    for c in text.trim().chars().chain([' ']) {
        if c.is_alphanumeric() || c == '.' {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            let operand = matches!(out.last(), Some(Piece::Word(_) | Piece::Mark(')')));
            let word = std::mem::take(&mut word);
            let times = operand && matches!(word.as_str(), "x" | "X");
            out.push(if times { Piece::Mark('×') } else { Piece::Word(word) });
        }
        match c {
            '-' | '–' | '−' => out.push(Piece::Mark('-')),
            '*' | '×' => out.push(Piece::Mark('×')),
            '/' | ':' => out.push(Piece::Mark('/')),
            '+' | '=' | '(' | ')' => out.push(Piece::Mark(c)),
            '%' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(out)
}

fn is_balanced(pieces: &[Piece]) -> bool {
    let mut depth = 0_i32;
    let closes = pieces.iter().any(|piece| {
        depth += match piece {
            Piece::Mark('(') => 1,
            Piece::Mark(')') => -1,
            _ => 0,
        };
        depth < 0
    });
    !closes && depth == 0
}

fn sum(pieces: &[Piece], at: &mut usize) -> Option<Formula> {
    chain(pieces, at, &['+', '-'], |pieces, at| chain(pieces, at, &['×', '/'], operand))
}

fn chain(
    pieces: &[Piece],
    at: &mut usize,
    marks: &[char],
    next: fn(&[Piece], &mut usize) -> Option<Formula>,
) -> Option<Formula> {
    let mut left = next(pieces, at)?;
    while let Some(Piece::Mark(mark)) =
        pieces.get(*at).filter(|p| marks.iter().any(|m| **p == Piece::Mark(*m)))
    {
        *at += 1;
        let right = next(pieces, at)?;
        left = Formula::Both(Box::new(left), *mark, Box::new(right));
    }
    Some(left)
}

fn operand(pieces: &[Piece], at: &mut usize) -> Option<Formula> {
    let piece = pieces.get(*at)?;
    *at += 1;
    match piece {
        Piece::Word(word) if word == "100" => Some(Formula::Hundred),
        Piece::Word(word) => code(word).map(Formula::Cell),
        Piece::Mark('(') => {
            let inner = sum(pieces, at)?;
            *at += 1;
            (pieces.get(*at - 1) == Some(&Piece::Mark(')'))).then_some(inner)
        }
        Piece::Mark(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_other_words() {
        let shown = |label: &str| {
            let said = said(label);
            let name = said.name.unwrap_or_default();
            let formula = said.formula.map(|f| f.print(&|name| name.to_owned()));
            format!("{name}: {}", formula.unwrap_or_default())
        };
        for (label, want) in [
            ("Thiếu nguồn (A - B)", ": a - b"),
            ("Tổng chi (I + II + III)", ": i + ii + iii"),
            ("Còn lại 3=1-2", "3: 1 - 2"),
            ("Tỷ lệ (%) (4)=(2)/(3)", "4: 2/3"),
            ("(5=(3+4)/2*100)", "5: (3 + 4)/2 × 100"),
            ("Chênh lệch (1)-(2)", ": 1 - 2"),
            ("= A – B", ": a - b"),
            ("C", "c: "),
            ("B. Tổng chi", "b: "),
            ("Đã giải quyết (2)", "2: "),
            ("Trẻ (1-2 tuổi)", ": "),
            ("Giai đoạn (2021-2025)", ": "),
            ("Lớp 1 - 2", ": "),
            ("Thu nội địa + xuất khẩu", ": "),
            ("(1+2", ": "),
        ] {
            assert_eq!(shown(label), want, "{label}");
        }
    }
}
