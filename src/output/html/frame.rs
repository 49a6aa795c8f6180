//! The frame of a page: one file with its style in it, and a policy that lets nothing else in.

use super::policy::policy;
use super::words::Words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A document around a `body`. A script that stands in it runs only if it is `script`.
pub(super) fn frame(
    words: &Words,
    title: &str,
    style: &str,
    script: Option<&str>,
    body: &Markup,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.lang.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(style, script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("de-an-06 ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(style)) }
            }
            (body)
        }
    }
}
