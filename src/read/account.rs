//! What became of every number of an article.
//!
//! A number is the figure of a record, no figure, or a part of a time or a name, and the rule that says so is told.

use crate::record::{self, Record};
use crate::report::Account;

/// What became of every number, in reading order.
pub(super) fn accounts(
    blocks: &[record::Block<'_>],
    records: &[Record],
    fixes: &record::Fixes,
) -> Vec<Account> {
    let mut records = records.iter().peekable();
    let mut out = Vec::new();
    for block in blocks {
        let (text, mentions) = (block.scene.text, &block.mentions);
        let first = out.len();
        let mut add = |words: crate::text::Tokens, kind, rule, record| {
            let chars = text.chars(words);
            out.push(Account {
                block: block.index,
                start: chars.start,
                end: chars.end,
                kind,
                rule,
                record,
            });
        };
        for (figure, quantity) in mentions.quantities.iter().enumerate() {
            let start = text.chars(quantity.number.clone()).start;
            let own = |r: &&Record| (r.source.block, r.source.start) == (block.index, start);
            let fix = fixes.get(&(block.index + 1, figure));
            match records.next_if(own) {
                Some(record) => {
                    let is_new = fix.is_some_and(|fix| fix.is_new);
                    let rule = if is_new { record::CORRECTION } else { quantity.rules[0] };
                    add(quantity.words.clone(), "record", rule, Some(record.id.clone()));
                }
                None => {
                    let is_said = fix.is_some_and(|fix| fix.is_figure.is_some());
                    let rule = if is_said { record::CORRECTION } else { "judge.no_quantity" };
                    add(quantity.words.clone(), "no figure", rule, None);
                }
            }
        }
        for time in &mentions.times {
            add(time.words.clone(), "period", time.rule, None);
        }
        for name in &mentions.names {
            add(name.words.clone(), name.kind, name.rule, None);
        }
        out[first..].sort_by_key(|a| (a.start, a.end));
    }
    out
}
