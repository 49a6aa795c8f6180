//! An office: a title and the organisation that it is held in.
//!
//! `Trưởng phòng Tổ chức cán bộ Ban Tổ chức Tỉnh ủy` is the title `Trưởng phòng Tổ chức cán bộ` in
//! `Ban Tổ chức Tỉnh ủy`. Without an organisation the place stands for it (`Bí thư huyện Ba Tri`).

use super::super::marked::Marked;
use super::super::model::Office;
use super::super::{organization, place};
use crate::lexicon::CueClass;
use crate::text::TokenKind;

/// The office whose title begins at a token, with the token behind it.
pub(super) fn read(marked: &Marked, at: usize) -> Option<(Office, usize)> {
    let text = marked.text;
    let (len, cue) = marked.cue(at, &[CueClass::OfficeTitle])?;
    let mut title_end = at + len;
    if cue.value.is_some() && organization::read(marked, title_end).is_none() {
        title_end += unit(marked, title_end);
    }
    let comma = usize::from(title_end > at + len && text.key(title_end) == ",");
    let from = title_end + comma;
    let organization = organization::read(marked, from)
        .map(|name| name.tokens)
        .or_else(|| place::read(marked, from).map(|(len, _)| len).filter(|_| comma == 0))
        .map(|len| from..from + len);
    let end = organization.as_ref().map_or(title_end, |o| o.end);
    let office = Office {
        title: text.slice(at..title_end).to_owned(),
        organization: organization.map(|o| text.slice(o).to_owned()),
    };
    Some((office, end))
}

/// The part of an organisation behind the title, in tokens. One capital before unknown words is
/// not yet a name (`Phó ban Quan hệ lao động`).
fn unit(marked: &Marked, from: usize) -> usize {
    let len = organization::field(marked, from);
    let follows = marked.text.tokens.get(from + len);
    let broken = len == 1 && follows.is_some_and(|t| t.kind == TokenKind::Word && !t.capital);
    if broken { 0 } else { len }
}
