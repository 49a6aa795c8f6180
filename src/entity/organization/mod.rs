//! Organisations: committees, departments, schools, associations, companies.
//!
//! * `name`: what the name of an organisation looks like
//! * `list`: lists that share one head (`các sở: Nội vụ, Tài chính`)
//! * `read`: the organisations of an article

mod list;
mod name;
mod read;

pub(super) use name::{OrganizationName, field, read};
pub(super) use read::read as read_all;

use super::marked::Marked;
use crate::text::{Text, Tokens};

/// One place where an organisation is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OrganizationMention<'a> {
    /// Where it stands.
    pub tokens: Tokens,
    /// What stands before these words in the full name of an item of a list: `Sở`, `UBND huyện`.
    pub head: String,
    /// Kind of organisation.
    pub kind: &'a str,
}

impl OrganizationMention<'_> {
    /// Whether the place in its name is where it sits, not what it is in charge of: `Công ty Cổ
    /// phần Dừa Bến Tre`, `Trường Đại học Cần Thơ`.
    pub(super) fn sits_in_its_place(&self) -> bool {
        const FIRMS: &[&str] =
            &["bank", "company", "cooperative", "fund", "hospital", "institute", "press", "school"];
        FIRMS.contains(&self.kind)
    }

    /// Full name; a distributed head is written out.
    pub(super) fn name(&self, text: &Text) -> String {
        let words = text.slice(self.tokens.clone());
        match self.head.as_str() {
            "" => words.to_owned(),
            head => format!("{head} {words}"),
        }
    }
}

/// Every organisation of a block, in reading order and without overlap.
pub(super) fn mentions<'a>(marked: &Marked<'a>) -> Vec<OrganizationMention<'a>> {
    let mut found: Vec<OrganizationMention> = Vec::new();
    let mut at = 0;
    while at < marked.text.tokens.len() {
        let known = found.len();
        if let Some(items) = list::read_list(marked, at) {
            found.extend(items);
        } else if let Some(one) = read(marked, at) {
            let end = at + one.tokens;
            found.push(OrganizationMention {
                tokens: at..end,
                head: String::new(),
                kind: one.kind,
            });
            found.extend(siblings(marked, &one, end));
        }
        at = match found[known..].last() {
            Some(last) => last.tokens.end,
            None => at + 1,
        };
    }
    found
}

/// The departments that share the head of the one before: `Sở Nội vụ, Tài chính`.
fn siblings<'a>(
    marked: &Marked<'a>,
    one: &OrganizationName<'a>,
    end: usize,
) -> Vec<OrganizationMention<'a>> {
    let start = end - one.tokens;
    if !marked.is_joint(end) || one.kind != "department" {
        return Vec::new();
    }
    let head = marked.text.slice(start..start + one.head);
    list::further(marked, end + 1, head, one.kind)
}
