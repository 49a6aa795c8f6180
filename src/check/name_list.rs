//! The list of names behind a number: `4 nhóm giải pháp (…)`, `2 lĩnh vực là nông nghiệp và phi nông
//! nghiệp`.
//!
//! Decides where the list opens and ends, and how many names it can be read as; `và` may join two names
//! or stand within one; what says that they are all (`gồm toàn bộ các xã`) is no name. It refuses lists that
//! are open, hold numbers, or have long names.

use super::passage::Passage;
use super::words::text::{ALL_THE, BY_NAME};
use crate::lexicon::CueClass;
use crate::record::Record;
use crate::text::{Text, TokenKind, Tokens};
use std::ops::RangeInclusive;

/// How many tokens may stand between the number and the list: `4 nhóm giải pháp (`.
const HEAD: usize = 5;

/// How many where `gồm` opens it.
const FAR: usize = 14;

/// How long a list may be, and one name of it, in tokens.
const LIST: usize = 120;

const NAME: usize = 12;

/// The names behind a number.
pub(super) struct List {
    pub(super) tokens: Tokens,
    pub(super) in_bracket: bool,
    /// Whether `gồm` opens it, so that nothing is left out.
    pub(super) by_includes: bool,
}

/// The list that opens right behind a number with `(`, `:`, `là` or `gồm`.
pub(super) fn list_behind(passage: &Passage, number_end: usize) -> Option<List> {
    let text = &passage.text;
    let sentence = passage.sentence(passage.sentence_of(number_end));
    for at in number_end..(number_end + HEAD).min(sentence.end) {
        if let Some(end) = names_follow(passage, at) {
            let start = first_name(passage, end);
            let by_includes = text.key(at) != "là" || start > end + 1;
            let tokens = start..sentence.end;
            return Some(List { tokens, in_bracket: false, by_includes });
        }
        match text.key(at) {
            "(" => {
                let close = (at + 1..sentence.end.min(at + LIST))
                    .find(|t| text.key(t.to_owned()) == ")")?;
                let tokens = at + 1..close;
                return Some(List { tokens, in_bracket: true, by_includes: false });
            }
            ":" => {
                let tokens = at + 1..sentence.end;
                return Some(List { tokens, in_bracket: false, by_includes: false });
            }
            "," | ";" => return includes_far(passage, number_end, at..sentence.end),
            _ if text.tokens[at].kind != TokenKind::Word => return None,
            _ => {}
        }
    }
    includes_far(passage, number_end, number_end + HEAD..sentence.end)
}

/// `5 xã của huyện Văn Lập, gồm: …`: the list that `gồm` opens behind the words that say whose things are
/// counted, with a comma before it or none. It may name their kinds, so that nothing is said of what is left out.
fn includes_far(passage: &Passage, number_end: usize, rest: Tokens) -> Option<List> {
    let text = &passage.text;
    let far = rest.start..rest.end.min(number_end + FAR);
    let behind = |at: usize| names_follow(passage, at).filter(|_| text.key(at) != "là");
    let (at, end) = far.clone().find_map(|at| Some((at, behind(at)?)))?;
    let plain = (far.start..at)
        .all(|t| text.tokens[t].kind == TokenKind::Word || t + 1 == at && text.key(t) == ",");
    let tokens = first_name(passage, end)..rest.end;
    plain.then_some(List { tokens, in_bracket: false, by_includes: false })
}

/// `là`, `gồm`, `đó là`: the token behind it.
fn names_follow(passage: &Passage, at: usize) -> Option<usize> {
    let copula = passage.text.key(at) == "là";
    let cue = passage.cue_at(at, &[CueClass::Includes]).map(|(_, cue)| cue.end);
    let named = || passage.says(at, BY_NAME).map(|len| at + len);
    cue.or_else(named).or(copula.then_some(at + 1))
}

/// Where the names begin, behind a colon and words that say that they are all of them.
fn first_name(passage: &Passage, start: usize) -> usize {
    let mut at = start + usize::from(passage.text.key(start) == ":");
    let first = at;
    while let Some(len) = passage.says(at, ALL_THE) {
        at += len;
    }
    // `các thôn Đông, Đoài`, `các xã: Đông, Đoài`
    let noun = passage.unit(at).filter(|_| at > first).map_or(0, |(len, _)| len);
    let colon = usize::from(passage.text.key(at + noun) == ":");
    let names = passage.text.tokens.get(at + noun + colon).is_some_and(|token| token.capital);
    if names { at + noun + colon } else { at }
}

impl List {
    /// How many names it can be read as; none where it is no plain list.
    pub(super) fn names(&self, passage: &Passage) -> Option<RangeInclusive<usize>> {
        let text = &passage.text;
        let mut tokens = self.tokens.start..self.tokens.end.min(self.tokens.start + LIST);
        let is = |key: &'static str| move |at: &usize| text.key(*at) == key;
        let separator = if tokens.clone().any(|t| text.key(t) == ";") { ";" } else { "," };
        let last_and = tokens.clone().find(is("và"));
        if let (false, ",", Some(and)) = (self.in_bracket, separator, last_and) {
            tokens.end = and + 1;
        }
        let digits = tokens.clone().any(|t| text.tokens[t].kind == TokenKind::Digits);
        let open =
            passage.last_cue(tokens.clone(), &[CueClass::OpenList, CueClass::Among]).is_some();
        if digits || open || self.has_long_name(text, tokens.clone(), separator) {
            return None;
        }
        let marks = tokens.clone().filter(is(separator)).count();
        let doubled =
            tokens.clone().filter(|t| text.key(*t) == separator && text.key(t + 1) == "và").count();
        let ands = tokens.filter(is("và")).count() - doubled;
        (marks + ands > 0).then(|| match self.in_bracket || separator == ";" {
            true => marks + 1..=marks + 1 + ands,
            false => marks + 1 + ands..=marks + 1 + ands,
        })
    }

    /// Whether commas part names between semicolons that part groups of them: `An Đức, An Hiệp; Bảo Thạnh, Tân Thủy`.
    pub(super) fn is_grouped(&self, passage: &Passage) -> bool {
        let end = self.tokens.end.min(self.tokens.start + LIST);
        passage.has_mark(self.tokens.start..end, &[";"])
            && passage.has_mark(self.tokens.start..end, &[","])
    }

    /// How many organisations are named, by the words that such names begin with: `Sở Văn hóa, Thể
    /// thao và Du lịch và Sở Y tế` are two.
    pub(super) fn organizations(&self, passage: &Passage) -> usize {
        let heads =
            [CueClass::OrganizationHead, CueClass::OrganizationOfArea, CueClass::Organization];
        let end = self.tokens.end.min(self.tokens.start + LIST);
        let opens = |at: &usize| {
            *at == self.tokens.start || matches!(passage.text.key(at - 1), "," | ";" | "và" | ":")
        };
        let named =
            |at: &usize| passage.text.tokens[*at].capital && passage.cue_at(*at, &heads).is_some();
        (self.tokens.start..end).filter(opens).filter(named).count()
    }

    /// Whether every name begins with a capital: `Công an tỉnh, Sở Y tế và Sở Nội vụ`.
    pub(super) fn begins_with_names(&self, passage: &Passage) -> bool {
        let text = &passage.text;
        let end = self.tokens.end.min(self.tokens.start + LIST);
        let opens = |at: &usize| {
            *at == self.tokens.start
                || matches!(text.key(at - 1), "," | ";") && text.key(*at) != "và"
                || text.key(at - 1) == "và"
        };
        (self.tokens.start..end).filter(opens).all(|at| text.tokens[at].capital)
    }

    fn has_long_name(&self, text: &Text, tokens: Tokens, separator: &str) -> bool {
        let keys: Vec<&str> = tokens.map(|t| text.key(t)).collect();
        let mut names = keys.split(|key| *key == separator || *key == "và");
        separator == "," && names.any(|name| name.len() > NAME)
    }

    /// Whether every word is capitalised, but for the unit: `(huyện Ba Tri, Bình Đại)`. Without a bracket the
    /// name behind `và` is the last one, and a mark ends it.
    pub(super) fn has_proper_names(&self, passage: &Passage, counted: &Record) -> bool {
        let text = &passage.text;
        let unit = Text::new(counted.unit.as_deref().unwrap_or(""));
        let names = |at: &usize| {
            text.tokens[*at].capital || (0..unit.tokens.len()).any(|i| unit.key(i) == text.key(*at))
        };
        let list = self.tokens.start..self.tokens.end.min(self.tokens.start + LIST);
        let and = list.into_iter().find(|at| text.key(*at) == "và" && !self.in_bracket);
        let end = and.and_then(|and| (and + 1..self.tokens.end).find(|at| !names(at)));
        let end = end.unwrap_or(self.tokens.end);
        let next = text.tokens.get(end + 1).is_some_and(|token| token.capital);
        let ends = match text.key(end) {
            _ if end == self.tokens.end => true,
            "," => !next,
            mark => matches!(mark, ";" | "."),
        };
        let joins = |at: &usize| {
            let last = *at + 1 == self.tokens.end && text.key(*at) == ".";
            last || matches!(text.key(*at), "," | ";" | "và")
        };
        ends && (self.tokens.start..end).all(|at| joins(&at) || names(&at))
    }
}
