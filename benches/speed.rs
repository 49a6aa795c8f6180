//! How fast, held against the floor: parsing the same page with `scraper` and nothing else.
//!
//! `cargo bench` measures the seed article, `cargo bench --bench speed -- page.html` another page,
//! `cargo bench --bench speed -- pages/` what it costs to find the articles of all pages of a folder.
//! The process is timed from start to finish beside a process that only parses; then, inside one
//! process, what the reading of the figures costs beside the parsing of the page.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark for its developer")]

use de_an_06::article::{self, Known};
use de_an_06::page::Page;
use de_an_06::{Options, read};
use scraper::Html;
use std::env;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

const PAGE: &str = "fixtures/so-ket-de-an-06/page.html";
/// Tells this program to be the floor: read, parse, end.
const FLOOR: &str = "--floor";
const ROUNDS: usize = 300;
/// How often a folder is read.
const FOLDER_ROUNDS: usize = 15;

fn main() {
    let mut words = env::args().skip(1).filter(|word| word != "--bench");
    match words.next() {
        Some(word) if word == FLOOR => parse_only(&words.next().unwrap()),
        Some(folder) if Path::new(&folder).is_dir() => measure_folder(&folder),
        page => measure(page.as_deref().unwrap_or(PAGE)),
    }
}

fn parse_only(page: &str) {
    black_box(Html::parse_document(&fs::read_to_string(page).unwrap()));
}

fn measure(page: &str) {
    let bytes = fs::read(page).unwrap();
    println!("{page}, {} bytes, median of {ROUNDS} runs", bytes.len());
    println!("on {}", machine());
    processes(page);
    stages(&bytes);
}

/// From bytes to articles, all pages one after the other in one thread, held against their parse.
fn measure_folder(folder: &str) {
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    let pages: Vec<Vec<u8>> = files.collect();
    let texts: Vec<_> = pages.iter().map(|page| String::from_utf8_lossy(page)).collect();
    let bytes: usize = pages.iter().map(Vec::len).sum();
    println!("{folder}, {} pages, {bytes} bytes, median of {FOLDER_ROUNDS} runs", pages.len());
    println!("on {}", machine());
    let parse = |text: &str| drop(black_box(Html::parse_document(text)));
    let read = |page: &[u8]| {
        let page = Page::parse(page, None).unwrap();
        drop(black_box(article::read(&page, Known::default())));
    };
    let [floor, page, article] = medians(
        FOLDER_ROUNDS,
        [
            &mut || texts.iter().for_each(|text| parse(text)),
            &mut || pages.iter().for_each(|page| drop(black_box(Page::parse(page, None)))),
            &mut || pages.iter().for_each(|page| read(page)),
        ],
    );
    println!("\n  parse alone         {floor:>10.1?}");
    println!("  bytes to page       {page:>10.1?}   {} of the floor", times(page, floor));
    println!("  bytes to article    {article:>10.1?}   {} of the floor", times(article, floor));
}

fn processes(page: &str) {
    let this = env::current_exe().unwrap();
    let this = this.to_str().unwrap();
    let program = env!("CARGO_BIN_EXE_de-an-06");
    let [floor, whole] = medians(
        ROUNDS,
        [&mut || run(this, &[FLOOR, page]), &mut || run(program, &["extract", page, "-f", "json"])],
    );
    println!("\nprocess, start to finish");
    println!("  parse alone         {floor:>10.1?}");
    println!("  de-an-06 extract    {whole:>10.1?}   {} of the floor", times(whole, floor));
}

fn stages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let options = Options::default();
    let first = Instant::now();
    read(bytes, &options).unwrap();
    let first = first.elapsed();
    let [floor, page, article, whole] = medians(
        ROUNDS,
        [
            &mut || drop(black_box(Html::parse_document(&text))),
            &mut || drop(black_box(Page::parse(bytes, None))),
            &mut || {
                drop(black_box(article::read(&Page::parse(bytes, None).unwrap(), Known::default())))
            },
            &mut || drop(black_box(read(bytes, &options))),
        ],
    );
    let reading = whole.saturating_sub(article);
    let article = article.saturating_sub(page);
    println!("\ninside one process");
    println!("  parse alone         {floor:>10.1?}");
    println!("  decode and parse    {page:>10.1?}   {} of the floor", times(page, floor));
    println!("  page to article     {article:>10.1?}   {} of the floor", times(article, floor));
    println!("  article to checks   {reading:>10.1?}   {} of the floor", times(reading, floor));
    println!("  all of it           {whole:>10.1?}   {} of the floor", times(whole, floor));
    println!("  all, the first time {first:>10.1?}   with the lexicon to be made ready");
}

fn run(program: &str, words: &[&str]) {
    let status = Command::new(program).args(words).stdout(Stdio::null()).status().unwrap();
    assert!(status.success(), "{program} {words:?}");
}

/// The median time of each; all take turns, so that a busy moment hits all of them.
fn medians<const N: usize>(rounds: usize, mut works: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut times = [(); N].map(|()| Vec::with_capacity(rounds));
    for _ in 0..rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            let start = Instant::now();
            work();
            times.push(start.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[rounds / 2]
    })
}

/// `2.35 x`
fn times(time: Duration, floor: Duration) -> String {
    let hundredths = time.as_nanos() * 100 / floor.as_nanos().max(1);
    format!("{}.{:02} x", hundredths / 100, hundredths % 100)
}

fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or(env::consts::ARCH, |(_, model)| model);
    let cores = available_parallelism().map_or(1, usize::from);
    format!("{model}, {cores} cores, {}", env::consts::OS)
}
