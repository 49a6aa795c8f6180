//! # What it tests
//! As many things are named as were counted: `4 huyện (A, B, C, D)`, `2 lĩnh vực là nông nghiệp
//! và phi nông nghiệp`.
//!
//! # Why
//! A name is added to the list, or forgotten, and the number stays.
//!
//! # Example
//! `trên 2 lĩnh vực là nông nghiệp và phi nông nghiệp` gives `2 named, the text says 2 lĩnh vực`.
//!
//! # Limits
//! Commas and `và` also stand inside names, so a list that can be read as N names holds. Only
//! proper names of areas in brackets are clear enough to be contradicted, and only by three names
//! or more: `3 xã (Ba Tri, Bến Tre)` is an address.

use super::Verdict;
use super::facts::{Claim, Facts};
use super::passage::Passage;
use super::print::Style;
use crate::lexicon::{CueClass, UnitKind};
use crate::record::{Modifier, Record};
use crate::text::{Text, TokenKind, Tokens};
use rust_decimal::prelude::ToPrimitive;
use std::ops::RangeInclusive;

const KIND: &str = "enumeration";

/// How many tokens may stand between the number and the list: `4 nhóm giải pháp (`.
const HEAD: usize = 5;

/// How long a list may be, and one name of it, in tokens.
const LIST: usize = 120;
const NAME: usize = 12;

/// How many things may be counted in a list.
const COUNTS: RangeInclusive<usize> = 2..=20;

pub(super) fn check(facts: &Facts<'_>) -> Vec<Claim> {
    (0..facts.records.len()).filter_map(|r| one(facts, r)).collect()
}

fn one(facts: &Facts<'_>, record: usize) -> Option<Claim> {
    let counted = &facts.records[record];
    let count = countable(counted)?;
    let (place, passage) = facts.place(record)?;
    let list = list_behind(passage, place.number.end)?;
    let names = list.names(passage)?;
    let style = Style::of(counted, &[]);
    let claim = |verdict, named: usize| {
        let detail = format!("{named} named, the text says {}", style.full(counted.value));
        facts.claim(KIND, &[record], verdict, detail)
    };
    if names.contains(&count) {
        return Some(claim(Verdict::Holds, count));
    }
    let clear =
        list.in_bracket && is_area(facts, counted) && list.has_proper_names(passage, counted);
    if list.organizations(passage) == count {
        return Some(claim(Verdict::Holds, count));
    }
    if clear && *names.start() >= 3 {
        return Some(claim(Verdict::DoesNotHold, *names.end()));
    }
    let few = list.by_includes && *names.end() < count && list.begins_with_names(passage);
    (few && *names.end() >= 2).then(|| claim(Verdict::DoesNotHold, *names.end()))
}

/// The number of a record that a short list could go with.
fn countable(record: &Record) -> Option<usize> {
    let plain = record.of.is_none() && record.high.is_none() && record.per.is_none();
    let counts = record.unit.is_some() && record.unit_kind == UnitKind::Count;
    let exact = record.modifier == Modifier::Exact && record.value.is_integer();
    let count = record.value.to_usize().filter(|_| plain && counts && exact)?;
    COUNTS.contains(&count).then_some(count)
}

/// The names behind a number.
struct List {
    tokens: Tokens,
    in_bracket: bool,
    /// Whether `gồm` opens it, so that nothing is left out.
    by_includes: bool,
}

/// The list that opens right behind a number with `(`, `:`, `là` or `gồm`.
fn list_behind(passage: &Passage, number_end: usize) -> Option<List> {
    let text = &passage.text;
    let sentence = passage.sentence(passage.sentence_of(number_end));
    for at in number_end..(number_end + HEAD).min(sentence.end) {
        if let Some(end) = names_follow(passage, at) {
            let start = end + usize::from(text.key(end) == ":");
            let by_includes = text.key(at) != "là";
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
            _ if text.tokens[at].kind != TokenKind::Word => return None,
            _ => {}
        }
    }
    None
}

/// `là`, `gồm`: the token behind it.
fn names_follow(passage: &Passage, at: usize) -> Option<usize> {
    let copula = passage.text.key(at) == "là";
    let cue = passage.cue_at(at, &[CueClass::Includes]).map(|(_, cue)| cue.end);
    cue.or(copula.then_some(at + 1))
}

impl List {
    /// How many names it can be read as; none where it is no plain list.
    fn names(&self, passage: &Passage) -> Option<RangeInclusive<usize>> {
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

    /// How many organisations are named, by the words that such names begin with: `Sở Văn hóa, Thể
    /// thao và Du lịch và Sở Y tế` are two.
    fn organizations(&self, passage: &Passage) -> usize {
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
    fn begins_with_names(&self, passage: &Passage) -> bool {
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

    /// Whether every word is capitalised, but for the unit: `(huyện Ba Tri, Bình Đại)`.
    fn has_proper_names(&self, passage: &Passage, counted: &Record) -> bool {
        let unit = Text::new(counted.unit.as_deref().unwrap_or(""));
        self.tokens.clone().all(|at| {
            let (token, key) = (&passage.text.tokens[at], passage.text.key(at));
            let joins = matches!(key, "," | ";" | "và");
            joins || token.capital || (0..unit.tokens.len()).any(|i| unit.key(i) == key)
        })
    }
}

fn is_area(facts: &Facts<'_>, record: &Record) -> bool {
    let unit = Text::new(record.unit.as_deref().unwrap_or(""));
    facts.lexicon.cue(&unit, 0, &[CueClass::AreaKind]).is_some()
}

#[cfg(test)]
mod tests {
    use crate::check::sample::assert_findings;

    #[test]
    fn names_are_counted() {
        assert_findings(
            super::KIND,
            &[
                (
                    "Đào tạo trên «2|lĩnh vực» là nông nghiệp và phi nông nghiệp cũng được tỉnh triển khai có hiệu quả, góp phần giải quyết việc làm.",
                    "holds: 2 named, the text says 2 lĩnh vực",
                ),
                (
                    "Có «4|huyện» (Ba Tri, Bình Đại, Giồng Trôm và Mỏ Cày).",
                    "holds: 4 named, the text says 4 huyện",
                ),
                (
                    "Có «4|huyện» (Ba Tri, Bình Đại, Giồng Trôm).",
                    "does not hold: 3 named, the text says 4 huyện",
                ),
                (
                    "Có «3|huyện»: Ba Tri, Bình Đại, Giồng Trôm.",
                    "holds: 3 named, the text says 3 huyện",
                ),
                (
                    "Có «2|sở» (Tài chính, Khoa học và Công nghệ).",
                    "holds: 2 named, the text says 2 sở",
                ),
                (
                    "Có «3|nhóm» giải pháp gồm: rà soát, sắp xếp; đào tạo, bồi dưỡng; thu hút nhân lực.",
                    "holds: 3 named, the text says 3 nhóm",
                ),
            ],
        );
    }

    #[test]
    fn what_may_be_no_list_is_no_claim() {
        assert_findings(
            super::KIND,
            &[
                ("Có «3|xã» (Ba Tri, Bến Tre).", ""),
                ("Có «5|trường» (Lê Lợi, Nguyễn Du, Trần Phú).", ""),
                ("Có «4|huyện» (Ba Tri, Bình Đại, Giồng Trôm…).", ""),
                ("Có «4|huyện» (giảm 2 huyện, còn 2).", ""),
                ("Có «3|nhóm» là cán bộ và công chức.", ""),
                ("Có «3|nhóm» chỉ tiêu đạt, vượt kế hoạch và được khen.", ""),
                ("Có hơn «2|nhóm|over» là cán bộ và công chức.", ""),
            ],
        );
    }
}
