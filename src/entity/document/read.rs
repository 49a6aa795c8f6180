//! The documents of an article, from the mentions of its blocks.

use super::super::block::BlockNames;
use super::super::model::Document;
use super::mention::DocumentMention;
use super::merge::{Placed, merge};
use crate::lexicon::{CueClass, Lexicon};
use crate::text::{Tokens, sentences};

/// The documents of an article, and for every mention of every block, in reading order, the index
/// of its document.
pub(in super::super) fn read(
    blocks: &[BlockNames],
    lexicon: &Lexicon,
) -> (Vec<Document>, Vec<usize>) {
    let mut placed: Vec<Placed> = Vec::new();
    for block in blocks {
        let first = placed.len();
        let topics = topics(block);
        for mention in &block.documents {
            let before = placed.len().checked_sub(1).filter(|i| *i >= first);
            let short = mention.number.as_ref().is_some_and(|n| !n.full);
            let short_for = before.filter(|i| {
                short && is_bracketed(block, placed[*i].mention.end, mention.tokens.start)
            });
            let topic = topic_at(&topics, mention.tokens.start)
                .find(|topic| short && mention.is_called(topic.scheme))
                .map(|topic| topic.issuer.to_owned());
            placed.push(Placed {
                place: block.place(mention.tokens.clone()),
                mention: mention.clone(),
                short_for,
                topic,
            });
        }
    }
    merge(&placed, lexicon)
}

/// Whether only a bracket and a few words (`(sau đây gọi tắt là`) stand between two mentions.
fn is_bracketed(block: &BlockNames, end: usize, start: usize) -> bool {
    (end..start).len() <= 7 && block.marked.text.key(end) == "("
}

/// A sentence that speaks of what a known scheme is about.
struct Topic<'a> {
    sentence: Tokens,
    /// Kind and number of the scheme.
    scheme: &'a str,
    issuer: &'a str,
}

/// The topics of the sentence that holds a token.
fn topic_at<'t, 'a>(topics: &'t [Topic<'a>], at: usize) -> impl Iterator<Item = &'t Topic<'a>> {
    let upto = topics.partition_point(|t| t.sentence.start <= at);
    topics[..upto].iter().rev().take_while(move |t| t.sentence.contains(&at))
}

fn topics<'a>(block: &BlockNames<'a>) -> Vec<Topic<'a>> {
    let short = |m: &DocumentMention| m.number.as_ref().is_some_and(|n| !n.full);
    if !block.documents.iter().any(short) {
        return Vec::new();
    }
    let mut topics: Vec<Topic> = Vec::new();
    for sentence in sentences(block.marked.text) {
        for at in sentence.clone() {
            let cue = block.marked.cue(at, &[CueClass::SchemeTopic]);
            let known = cue.and_then(|(_, cue)| cue.value.as_deref()?.split_once(" = "));
            let said = |t: &Topic| t.sentence == sentence && Some((t.scheme, t.issuer)) == known;
            if let Some((scheme, issuer)) = known
                && !topics.last().is_some_and(said)
            {
                topics.push(Topic { sentence: sentence.clone(), scheme, issuer });
            }
        }
    }
    topics
}
