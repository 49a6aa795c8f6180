//! The day among the words of a line: `11/05/2023`, `ngày 3 tháng 5 năm 2022`, `5 Tháng Sáu, 2023`,
//! `May 11th, 2023`, `20230511`.
//!
//! A day without a year is none, and neither is 31 February.

use super::super::words::dates::{FILLERS, MONTHS, MONTHS_IN_WORDS};
use jiff::civil::Date;

/// Runs of digits, runs of letters, single marks; white space is left out.
pub(in super::super) fn cut(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        _ if c.is_ascii_digit() => 0,
        _ if c.is_alphabetic() => 1,
        _ if c.is_whitespace() => 2,
        _ => 3,
    };
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let len = match kind {
            3 => first.len_utf8(),
            _ => rest.find(|c| class(c) != kind).unwrap_or(rest.len()),
        };
        if kind != 2 {
            tokens.push(&rest[..len]);
        }
        rest = &rest[len..];
    }
    tokens
}

/// The number of a token of at most `digits` digits.
pub(in super::super) fn number(
    token: Option<&&str>,
    digits: std::ops::RangeInclusive<usize>,
) -> Option<i16> {
    let token = token?;
    let whole = digits.contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| token.parse().ok()).flatten()
}

pub(in super::super) fn is_one_of(token: &str, words: &[&str]) -> bool {
    match token.is_ascii() {
        true => words.iter().any(|word| word.eq_ignore_ascii_case(token)),
        false => words.contains(&token.to_lowercase().as_str()),
    }
}

/// A day that begins at token `at`, and the token after it.
pub(in super::super) fn day(tokens: &[&str], at: usize, american: bool) -> Option<(Date, usize)> {
    if let Some(found) = packed_day(tokens[at]) {
        return Some((found, at + 1));
    }
    let (first, second_at) = part(tokens, at)?;
    let (second, third_at) = part(tokens, second_at)?;
    let (third, end) = part(tokens, third_at)?;
    use Part::{Month, Small, Year};
    let (year, month, day) = match (first, second, third) {
        (Year(y), Small(m) | Month(m), Small(d)) => (y, m, d),
        (Small(d), Month(m), Year(y)) | (Month(m), Small(d), Year(y)) => (y, m, d),
        (Small(a), Small(b), Year(y)) if (american && a <= 12) || b > 12 => (y, a, b),
        (Small(a), Small(b), Year(y)) => (y, b, a),
        _ => return None,
    };
    let small = |n: i16| i8::try_from(n).ok();
    Some((Date::new(year, small(month)?, small(day)?).ok()?, end))
}

/// `20230511`
fn packed_day(token: &str) -> Option<Date> {
    let digits = token.len() == 8 && token.bytes().all(|b| b.is_ascii_digit());
    if !digits || !(token.starts_with("19") || token.starts_with("20")) {
        return None;
    }
    Date::new(token[..4].parse().ok()?, token[4..6].parse().ok()?, token[6..].parse().ok()?).ok()
}

enum Part {
    Year(i16),
    Month(i16),
    Small(i16),
}

/// One part of a day, and the token after it and after what may divide it from the next.
fn part(tokens: &[&str], mut at: usize) -> Option<(Part, usize)> {
    if let Some((month, next)) = month_in_words(tokens, at) {
        return Some((Part::Month(month), after_divider(tokens, next)));
    }
    while is_one_of(tokens.get(at)?, FILLERS) {
        at += 1;
    }
    let token = tokens.get(at);
    let part = match (number(token, 1..=2), number(token, 4..=4)) {
        (Some(n), _) => Part::Small(n),
        (_, Some(n)) if (1990..2100).contains(&n) => Part::Year(n),
        _ => {
            let name = |names: &&[&str]| is_one_of(tokens[at], names);
            let month = MONTHS.iter().position(name)?;
            Part::Month(i16::try_from(month + 1).ok()?)
        }
    };
    Some((part, after_divider(tokens, at + 1)))
}

/// `tháng sáu`, `Tháng Mười Hai`, and the token after it.
fn month_in_words(tokens: &[&str], at: usize) -> Option<(i16, usize)> {
    if !matches!(*tokens.get(at)?, "tháng" | "Tháng" | "THÁNG") {
        return None;
    }
    let month = tokens.get(at + 1)?.to_lowercase();
    let position = |name: &str| MONTHS_IN_WORDS.iter().position(|names| names.contains(&name));
    let both = tokens.get(at + 2).map(|second| format!("{month} {}", second.to_lowercase()));
    let of_two = both.and_then(|both| position(&both)).map(|month| (month, 3));
    let (index, words) = of_two.or_else(|| position(&month).map(|month| (month, 2)))?;
    Some((i16::try_from(index + 1).ok()?, at + words))
}

/// The token after what may divide a part of a day from the next.
fn after_divider(tokens: &[&str], mut next: usize) -> usize {
    let mut divided = false;
    while let Some(token) = tokens.get(next) {
        let divides = !divided && matches!(*token, "/" | "-" | "." | "," | "–");
        let is_part = month_in_words(tokens, next).is_some();
        if is_part || !divides && !is_one_of(token, FILLERS) {
            break;
        }
        divided |= divides;
        next += 1;
    }
    next
}
