//! What a text says about a document where it names it: issuer, title, years, what it carries out.
//!
//! `Kế hoạch số 3409/KH-UBND của UBND tỉnh triển khai thực hiện Đề án số 06-ĐA/TU` has its issuer
//! behind `của` and carries out the scheme that follows.

use super::super::marked::Marked;
use super::super::model::DocumentPeriod;
use super::super::organization::{self, OrganizationMention};
use super::number::DocumentNumber;
use super::{reference, title, years};
use crate::lexicon::CueClass;
use crate::text::{TokenKind, Tokens};

/// One place where a document is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct DocumentMention {
    /// Kind and number, or kind and title.
    pub tokens: Tokens,
    /// Token behind all that is said about it: date, issuer, title.
    pub(super) end: usize,
    /// Name of the kind.
    pub(super) kind: String,
    /// Its number.
    pub(super) number: Option<DocumentNumber>,
    /// Its issuer, where the text says it.
    pub(super) issuer: Option<String>,
    /// Its title as printed.
    pub(super) title: Option<String>,
    /// The years that it covers.
    pub(super) period: Option<DocumentPeriod>,
    /// The token where the document begins that it carries out.
    pub(super) carries_out: Option<usize>,
}

impl DocumentMention {
    /// Whether it goes by this kind and running number: `Đề án 06`.
    pub(super) fn is_called(&self, short_name: &str) -> bool {
        let number = self.number.as_ref();
        short_name.rsplit_once(' ').is_some_and(|(kind, serial)| {
            kind == self.kind && number.is_some_and(|n| n.serial == serial.trim_start_matches('0'))
        })
    }
}

/// Every place of a block where a document is named, in reading order.
pub(in super::super) fn mentions(
    marked: &Marked,
    organizations: &[OrganizationMention],
) -> Vec<DocumentMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < marked.text.tokens.len() {
        let mention = match reference::read(marked, at) {
            Some(reference) => numbered(marked, reference, organizations),
            None => match title::read(marked, at) {
                Some(titled) => by_title(marked, titled, organizations),
                None => {
                    at += 1;
                    continue;
                }
            },
        };
        at = mention.tokens.end;
        found.push(mention);
    }
    found
}

fn numbered(
    marked: &Marked,
    reference: reference::Reference,
    organizations: &[OrganizationMention],
) -> DocumentMention {
    let tokens = reference.tokens;
    let (issuer_behind, from) = issuer_behind(marked, tokens.end);
    let carries_out = carried_out(marked, from);
    let titled = marked.text.key(from) == "\""
        || marked.cue(from, &[CueClass::TitleStart, CueClass::DocumentYears]).is_some();
    let end = if titled { title::title_end(marked, from) } else { from };
    let own = from..carries_out.unwrap_or(end).min(end);
    DocumentMention {
        kind: reference.kind,
        issuer: issuer_behind
            .or(reference.issuer)
            .or_else(|| issuer_before(marked, tokens.start, organizations)),
        title: (end > from + 1).then(|| marked.text.slice(from..end).to_owned()),
        period: years::read(marked, own).map(|(period, _)| period),
        number: Some(reference.number),
        carries_out,
        end,
        tokens,
    }
}

fn by_title(
    marked: &Marked,
    titled: title::Titled,
    organizations: &[OrganizationMention],
) -> DocumentMention {
    let tokens = titled.tokens;
    let (issuer_behind, end) = issuer_behind(marked, tokens.end);
    DocumentMention {
        kind: titled.kind,
        number: None,
        issuer: issuer_behind.or_else(|| issuer_before(marked, tokens.start, organizations)),
        title: Some(marked.text.slice(tokens.clone()).to_owned()),
        period: years::read(marked, tokens.clone()).map(|(period, _)| period),
        carries_out: None,
        end,
        tokens,
    }
}

/// `của UBND tỉnh`, `ngày 21/2/2017 của Chính phủ`: the issuer, and the token behind it all.
fn issuer_behind(marked: &Marked, from: usize) -> (Option<String>, usize) {
    let text = marked.text;
    let from = skip_date(marked, from);
    if !marked.is(from, CueClass::Issuer) {
        return (None, from);
    }
    match organization::read(marked, from + 1) {
        Some(name) => {
            let issuer = from + 1..from + 1 + name.tokens;
            let end = skip_date(marked, issuer.end);
            (Some(text.slice(issuer).to_owned()), end)
        }
        None => (None, from),
    }
}

/// The words of a date.
const DATE: &[CueClass] = &[CueClass::DayWord, CueClass::YearWord, CueClass::MonthWord];

/// Over `ngày 21/2/2017`, `, ngày 6 tháng 1 năm 2022`, `năm 2013`, `(khóa XII)`.
fn skip_date(marked: &Marked, from: usize) -> usize {
    let text = marked.text;
    let mut at = from;
    if text.key(at) == "(" && marked.is(at + 1, CueClass::TermWord) && text.key(at + 3) == ")" {
        at += 4;
    }
    let comma = usize::from(text.key(at) == ",");
    let begins = !marked.is(at + comma, CueClass::DocumentYears)
        && marked.cue(at + comma, &[CueClass::DayWord, CueClass::YearWord]).is_some();
    if !begins {
        return at;
    }
    let date = (at + comma..at + comma + 7)
        .take_while(|i| {
            matches!(text.key(*i), "/" | "-")
                || marked.cue(*i, DATE).is_some()
                || text.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Digits)
        })
        .count();
    if date > 1 { at + comma + date } else { at }
}

/// Where the document begins that this one carries out: `triển khai thực hiện Đề án số 06`.
fn carried_out(marked: &Marked, from: usize) -> Option<usize> {
    let (len, _) = marked.cue(from, &[CueClass::Implements])?;
    let next = from + len;
    (reference::read(marked, next).is_some() || title::read(marked, next).is_some()).then_some(next)
}

/// `UBND tỉnh đã ban hành Kế hoạch …`: the organisation before the verb, or the bare level that
/// stands for its committee (`Tỉnh cũng đã phê duyệt …`).
fn issuer_before(
    marked: &Marked,
    start: usize,
    organizations: &[OrganizationMention],
) -> Option<String> {
    let text = marked.text;
    let behind = |end, class| {
        let cue = marked.cue_before(end, &[class]);
        cue.map(|(len, _)| end - len)
    };
    let carried_out = behind(start, CueClass::Implements)
        .filter(|verb| *verb > 0 && marked.is(verb - 1, CueClass::And))
        .map_or(start, |verb| verb - 1);
    let verb = behind(carried_out, CueClass::IssueVerb)?;
    let adverbs =
        (0..4.min(verb)).take_while(|n| marked.is(verb - n - 1, CueClass::TitleEnd)).count();
    let end = verb - adverbs;
    let organization = organizations
        .binary_search_by_key(&end, |o| o.tokens.end)
        .ok()
        .map(|i| organizations[i].name(text));
    organization.or_else(|| {
        let level = behind(end, CueClass::AreaKind)?;
        Some(text.slice(level..end).to_owned())
    })
}
