//! The events of an article.
//!
//! An event is reported with its day, or near the beginning with who held it. Who chaired, came and
//! spoke belongs to the event that was reported last.

use super::super::block::BlockNames;
use super::super::model::{Document, Event, Organization, Person};
use super::super::writing::folded;
use super::held::{self, Held};
use super::role;
use crate::article::{Article, BlockKind};
use crate::lexicon::CueClass;
use crate::text::{Tokens, sentences};
use jiff::civil::Date;
use std::collections::HashSet;

/// How many blocks from the top an event may be reported without its day.
const TOP: usize = 3;

/// What the article names, with the index of the thing for every mention of every block.
pub(in super::super) struct Named {
    /// Documents, and the document of each mention.
    pub documents: (Vec<Document>, Vec<usize>),
    /// People, and the person of each mention.
    pub people: (Vec<Person>, Vec<Option<usize>>),
    /// Organisations, and the organisation of each mention.
    pub organizations: (Vec<Organization>, Vec<usize>),
}

/// The events of an article; the people are told what they did there.
pub(in super::super) fn read(
    article: &Article,
    blocks: &[BlockNames],
    named: &mut Named,
) -> Vec<Event> {
    let published: Option<Date> =
        article.published.as_deref().and_then(|day| day.get(..10)?.parse().ok());
    let mut events: Vec<Event> = Vec::new();
    let mut known = HashSet::new();
    let mut first = Offsets::default();
    for (position, block) in blocks.iter().enumerate() {
        let kind = article.blocks[block.index].kind;
        for sentence in sentences(block.marked.text) {
            let reported =
                matches!(kind, BlockKind::Paragraph | BlockKind::Lead | BlockKind::ListItem)
                    .then(|| held::read(block, &sentence, published))
                    .flatten()
                    .filter(|held| {
                        held.day.is_some() || (position < TOP && held.organizer.is_some())
                    });
            if let Some(held) = reported {
                report(block, held, &sentence, &first, named, &mut events);
            }
            if let Some(event) = events.last_mut() {
                take_part(block, &sentence, &first, named, event, &mut known);
                if kind != BlockKind::Caption {
                    speak(block, &sentence, &first, named, event, &mut known);
                }
                name_again(block, &sentence, event);
            }
        }
        first.pass(block);
    }
    events
}

/// A part of an event that is in its lists: the event, the part, the person or organisation.
type Known = (String, Part, usize);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Chair,
    Attend,
    Speak,
}

/// Index of a block's first mention among those of the whole article.
#[derive(Default)]
struct Offsets {
    documents: usize,
    people: usize,
    organizations: usize,
}

impl Offsets {
    fn pass(&mut self, block: &BlockNames) {
        self.documents += block.documents.len();
        self.people += block.people.len();
        self.organizations += block.organizations.len();
    }
}

/// A new event, or more about the one that was reported before.
fn report(
    block: &BlockNames,
    held: Held,
    sentence: &Tokens,
    first: &Offsets,
    named: &Named,
    events: &mut Vec<Event>,
) {
    let text = block.marked.text;
    let date = held.day.map(|day| day.to_string());
    let base = folded(text, held.kind.start..held.kind.start + held.base);
    let same = events.last_mut().filter(|event| {
        event.kind.starts_with(&base)
            && (date.is_none() || event.date.is_none() || event.date == date)
    });
    let organizer = held.organizer.map(|i| {
        let organization = named.organizations.1[first.organizations + i];
        named.organizations.0[organization].id.clone()
    });
    if let Some(event) = same {
        event.date = event.date.take().or(date);
        event.place = event.place.take().or(held.place);
        event.organizer = event.organizer.take().or(organizer);
        return;
    }
    let before = |token| block.documents.partition_point(|d| d.tokens.start < token);
    let mut seen = HashSet::new();
    let documents = (before(sentence.start)..before(sentence.end))
        .map(|i| &named.documents.0[named.documents.1[first.documents + i]].id)
        .filter(|id| seen.insert(id.as_str()))
        .cloned()
        .collect();
    events.push(Event {
        id: format!("e{}", events.len() + 1),
        kind: folded(text, held.kind),
        name: text.slice(held.name.clone()).to_owned(),
        date,
        place: held.place,
        organizer,
        chairs: Vec::new(),
        attendees: Vec::new(),
        speakers: Vec::new(),
        documents,
        mentions: vec![block.place(held.name)],
    });
}

/// Who chaired, came, spoke.
fn take_part(
    block: &BlockNames,
    sentence: &Tokens,
    first: &Offsets,
    named: &mut Named,
    event: &mut Event,
    known: &mut HashSet<Known>,
) {
    for part in role::read(block, sentence) {
        let Some(index) = named.people.1[first.people + part.person] else {
            continue;
        };
        let person = &mut named.people.0[index];
        let (part_in, ids) = match part.cue.value.as_deref() {
            Some("chair") => (Part::Chair, Some(&mut event.chairs)),
            Some("attend") => (Part::Attend, Some(&mut event.attendees)),
            _ => (Part::Speak, None),
        };
        if let Some(ids) = ids.filter(|_| known.insert((event.id.clone(), part_in, index))) {
            ids.push(person.id.clone());
        }
        let words = part.cue.forms.first();
        if !person.roles.iter().any(|known| known.starts_with(words)) {
            person.roles.retain(|known| !words.starts_with(known.as_str()));
            person.roles.push(words.to_owned());
        }
    }
}

/// The organisations that spoke: those behind `tham luận của`.
fn speak(
    block: &BlockNames,
    sentence: &Tokens,
    first: &Offsets,
    named: &Named,
    event: &mut Event,
    known: &mut HashSet<Known>,
) {
    let Some(cue) = sentence.clone().find(|at| block.marked.is(*at, CueClass::EventSpeech)) else {
        return;
    };
    let from = block.organizations.partition_point(|o| o.tokens.start < cue);
    for (i, mention) in block.organizations.iter().enumerate().skip(from) {
        if mention.tokens.start >= sentence.end {
            break;
        }
        let index = named.organizations.1[first.organizations + i];
        if known.insert((event.id.clone(), Part::Speak, index)) {
            event.speakers.push(named.organizations.0[index].id.clone());
        }
    }
}

/// `hội nghị` alone is the event that was reported.
fn name_again(block: &BlockNames, sentence: &Tokens, event: &mut Event) {
    let text = block.marked.text;
    for at in sentence.clone() {
        let Some((len, _)) = block.marked.cue(at, &[CueClass::EventKind]) else {
            continue;
        };
        let place = block.place(at..at + len);
        let same = event.kind.starts_with(&folded(text, at..at + len));
        let inside = event
            .mentions
            .last()
            .is_some_and(|last| last.block == place.block && last.end >= place.end);
        if same && !inside && held::is_one(block, at) {
            event.mentions.push(place);
        }
    }
}
