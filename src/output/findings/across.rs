//! Where two articles give one indicator, place and period different numbers.
//!
//! The lines of a series decide what is the same indicator; a figure that may be the rounded form of
//! the other, or whose scope has other words, is not in conflict there.

use super::told::{Quoted, Told};
use crate::check::{Grade, Style, Verdict};
use crate::series::{Cell, Figure, Line, Series};
use std::sync::Arc;

/// Name of the finding.
const KIND: &str = "articles_differ";

/// The findings about two or more articles, line by line.
#[must_use]
pub fn across(series: &Series) -> Vec<Told> {
    let sources: Vec<Arc<str>> =
        series.articles.iter().map(|article| article.source.as_str().into()).collect();
    series.conflicts().map(|(line, cell)| told(series, line, cell, &sources)).collect()
}

fn told(series: &Series, line: &Line, cell: &Cell, sources: &[Arc<str>]) -> Told {
    let all = cell.results.iter().flat_map(|figure| [Some(figure.value), figure.of]);
    let style = Style::of_unit(line.unit.as_deref(), &all.flatten().collect::<Vec<_>>());
    let told = |figure: &Figure| match figure.of {
        Some(of) => format!("{}/{}", style.bare(figure.value), style.bare(of)),
        None => style.bare(figure.value),
    };
    let mut values: Vec<String> = cell.results.iter().map(told).collect();
    values.dedup();
    let per = line.per.as_deref().map_or(String::new(), |per| format!("/{per}"));
    let period = Some(series.periods[cell.period].label.as_str());
    let of = [line.scope.as_deref(), Some(&line.indicator), line.place.as_deref(), period];
    let of = of.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Told {
        kind: KIND,
        holds: Verdict::DoesNotHold,
        grade: Some(Grade::Contradiction),
        accepted: false,
        detail: format!("{}{per} ({of})", style.with_unit(&values.join(" ≠ "))),
        slips: Vec::new(),
        figures: cell.results.iter().map(|figure| quoted(figure, sources)).collect(),
    }
}

fn quoted(figure: &Figure, sources: &[Arc<str>]) -> Quoted {
    Quoted {
        source: Arc::clone(&sources[figure.article]),
        id: figure.record.clone(),
        text: figure.text.clone(),
        prefix: String::new(),
        suffix: String::new(),
        is_cut: false,
        sentence: String::new(),
        link: figure.link.clone(),
    }
}
