//! The figures of an article, judged and put together into its report.

use super::account::accounts;
use super::lay_out::{Corrections, Known, lay_out};
use super::parts::{self, Judge};
use crate::Reading;
use crate::article;
use crate::check::{self, Finding};
use crate::correction::Fit;
use crate::entity::{self, Entities};
use crate::judge::Context;
use crate::lexicon::Lexicon;
use crate::record::{self, Record};
use crate::report::{Account, Report, SCHEMA, SourceInfo};

const TOO_MANY_FIGURES: &str = "the article has more than 10,000 figures or 250,000 words beside them; figures behind were left out";

/// Reads the figures of an article.
pub(super) fn read(
    read: article::Reading,
    source: SourceInfo,
    (lexicon, corrections): (&Lexicon, Corrections<'_>),
    judge: Judge,
) -> Reading {
    let article::Reading { article, days, mut cut, mut warnings } = read;
    let Read { records, accounts, checks, named, place, place_code, corrections, is_full } =
        lay_out(&article, lexicon, corrections, |laid, Known { tables, fixes, fits }| {
            let paper = article.document.as_ref().and_then(|paper| paper.kind);
            let context = Context { subject: &laid.subject, paper };
            let verdicts = parts::judge(&mut laid.rows, context, judge);
            let url = source.url.as_deref();
            let records = record::read(&laid.rows, &verdicts, tables, &fixes, url);
            Read {
                accounts: accounts(laid.blocks, &records, &fixes),
                checks: check::run(&records, &article, laid.marks),
                named: entity::read(&article, laid.names, lexicon),
                place: laid.subject.name().map(str::to_owned),
                place_code: laid.subject.code(lexicon).map(str::to_owned),
                corrections: fits,
                is_full: laid.is_full,
                records,
            }
        });
    cut.extend(is_full.then(|| TOO_MANY_FIGURES.to_owned()));
    warnings.extend(cut.iter().cloned());
    let report = Report {
        schema: SCHEMA,
        source,
        article,
        place,
        place_code,
        records,
        documents: named.documents,
        people: named.people,
        organizations: named.organizations,
        events: named.events,
        checks,
        warnings,
    };
    Reading { report, days, accounts, cut, corrections }
}

/// What was read from the pieces of an article.
struct Read {
    records: Vec<Record>,
    accounts: Vec<Account>,
    checks: Vec<Finding>,
    named: Entities,
    place: Option<String>,
    place_code: Option<String>,
    corrections: Vec<Fit>,
    is_full: bool,
}
