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
use crate::text::Tokens;

/// One place where an organisation is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OrganizationMention<'a> {
    /// Where it stands; of an item of a list without the head.
    pub tokens: Tokens,
    /// Full name; a distributed head is written out.
    pub name: String,
    /// Kind of organisation.
    pub kind: &'a str,
}

/// Every organisation of a block, in reading order and without overlap.
pub(super) fn mentions<'a>(marked: &Marked<'a>) -> Vec<OrganizationMention<'a>> {
    let text = marked.text;
    let mut found: Vec<OrganizationMention> = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let items = match list::read_list(marked, at) {
            Some(items) => items,
            None => match read(marked, at) {
                Some(one) => {
                    let end = at + one.tokens;
                    found.push(OrganizationMention {
                        tokens: at..end,
                        name: text.slice(at..end).to_owned(),
                        kind: one.kind,
                    });
                    at = end;
                    siblings(marked, &one, end)
                }
                None => {
                    at += 1;
                    continue;
                }
            },
        };
        for item in items {
            at = item.tokens.end;
            found.push(OrganizationMention {
                name: format!("{} {}", item.head, text.slice(item.tokens.clone())),
                tokens: item.tokens,
                kind: item.kind,
            });
        }
    }
    found
}

/// The departments that share the head of the one before: `Sở Nội vụ, Tài chính`.
fn siblings<'a>(
    marked: &Marked<'a>,
    one: &OrganizationName<'a>,
    end: usize,
) -> Vec<list::Item<'a>> {
    let start = end - one.tokens;
    let more = matches!(marked.text.key(end), "," | "và");
    if !more || one.kind != "department" {
        return Vec::new();
    }
    let head = marked.text.slice(start..start + one.head);
    list::further(marked, end + 1, head, one.kind)
}
