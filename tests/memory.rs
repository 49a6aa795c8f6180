//! What the article of a page costs in memory: the tree, the outline and the blocks together.

#![allow(clippy::unwrap_used, reason = "a test may fail by a panic")]

use de_an_06::article::{self, Known};
use de_an_06::page::Page;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn an_article_takes_ten_times_its_page_at_most() {
    let bytes = std::fs::read("fixtures/so-ket-de-an-06/page.html").unwrap();
    let read = || article::read(&Page::parse(&bytes, None).unwrap(), Known::default());
    // Word lists are made ready once for all pages.
    assert_eq!(read().article.blocks.len(), read().article.blocks.len());
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(read());
    let taken = MEMORY.peak_usage() - before;
    assert!(taken > bytes.len(), "{taken} bytes; was anything measured?");
    assert!(taken <= 10 * bytes.len(), "{taken} bytes for a page of {}", bytes.len());
}
