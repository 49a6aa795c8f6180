//! The days that the page gives to machines: JSON-LD, `<meta>`.

use super::candidate::{Candidate, Ground};
use super::moment;
use super::order::Order;
use crate::page::Metadata;

/// Names under which the day of publication stands in `<meta>`, the surest first.
const METAS: [&str; 20] = [
    "article:published_time",
    "article:published",
    "pubdate",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "og:published_time",
    "citation_online_date",
    "citation_publication_date",
    "article.published",
    "datecreated",
    "date",
];

/// The declared days, the surest first.
pub(super) fn candidates<'a>(data: &'a Metadata, order: Order) -> Vec<Candidate<'a>> {
    let linked = data.linked_data.published.as_deref();
    let ground = match data.linked_data.is_article {
        true => Ground::JsonLd,
        false => Ground::JsonLdOfPage,
    };
    let linked = linked.into_iter().map(|text| (ground, text));
    let metas = METAS.iter().filter_map(|name| Some((Ground::Meta, data.first(&[name])?)));
    let found = linked.chain(metas).filter_map(|(ground, text)| {
        let moment = moment::find(text, order)?;
        Some(Candidate { ground, words: text.into(), moment, line: None })
    });
    found.collect()
}
