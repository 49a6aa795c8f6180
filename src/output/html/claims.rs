//! The article's arithmetic in words: what does not hold first and large, the rest for whoever
//! wants to see it.

use super::part::Part;
use crate::check::{Finding, Verdict};
use crate::output::findings::{Outcome, remark};
use crate::output::wording::word;
use crate::output::{Sentences, harmless};
use maud::{Markup, html};

/// The findings of an article with that verdict, each with its figures.
pub(super) fn claims(part: &Part<'_>, wanted: impl Fn(Verdict) -> bool) -> Markup {
    html! {
        @for finding in part.report.checks.iter().filter(|finding| wanted(finding.holds)) {
            (claim(part, finding))
        }
    }
}

/// How many claims came out as `verdict`.
pub(super) fn count(part: &Part<'_>, verdict: Verdict) -> usize {
    part.report.checks.iter().filter(|finding| finding.holds == verdict).count()
}

fn claim(part: &Part<'_>, finding: &Finding) -> Markup {
    let lang = part.words.lang;
    let sign = match finding.holds {
        Verdict::Holds => "✓",
        Verdict::DoesNotHold => "✗",
        Verdict::CannotBeTold => "?",
    };
    let outcome = Outcome::of_grade(finding.holds, finding.grade);
    let figures = finding.records.iter().filter_map(|id| part.figure(id));
    html! {
        li class=(finding.holds.as_str()) {
            p {
                span.verdict { span aria-hidden="true" { (sign) " " } (outcome.said(lang)) }
                " " (word("check", finding.kind, lang)) ": "
                strong { (harmless(&Sentences::of_findings().said(&finding.detail, lang))) }
            }
            @if finding.grade.is_some() {
                p { (harmless(&remark(finding.kind, &finding.slips, lang))) }
            }
            ul.quotes lang="vi" {
                @for (number, record) in figures {
                    li {
                        a href={ "#w" (number) } { (harmless(&record.id)) }
                        " …" (harmless(&record.source.prefix))
                        b { (harmless(&record.source.text)) }
                        (harmless(&record.source.suffix)) "…"
                    }
                }
            }
        }
    }
}
