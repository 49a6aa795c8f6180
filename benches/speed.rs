//! How fast, held against the floor: parsing the same page with `scraper` and nothing else.
//!
//! `cargo bench` measures the seed article, `cargo bench --bench speed -- page.html` another page,
//! `cargo bench --bench speed -- pages/` what it costs to find the articles of all pages of a folder.
//! The process is timed from start to finish beside a process that only parses; then the stages,
//! one after the other inside one process, each round with a parse of its own.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark for its developer")]

use de_an_06::article::{self, Block, BlockKind, Known};
use de_an_06::clause::{Row, RowKind};
use de_an_06::entity::{self, BlockNames, Subject};
use de_an_06::lexicon::{Lexicon, Marks};
use de_an_06::mention::{self, Mentions, Scene, Spans};
use de_an_06::page::Page;
use de_an_06::text::Text;
use de_an_06::{Options, check, judge, read, record};
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
    let page = |bytes: &[u8]| drop(black_box(Page::parse(bytes, None)));
    let article = |bytes: &[u8]| {
        let page = Page::parse(bytes, None).unwrap();
        drop(black_box(article::read(&page, Known::default())));
    };
    let mut table = Table::default();
    for _ in 0..FOLDER_ROUNDS {
        table.time("parse alone", || texts.iter().for_each(|text| parse(text)));
        table.time("bytes to page", || pages.iter().for_each(|bytes| page(bytes)));
        table.time("bytes to article", || pages.iter().for_each(|bytes| article(bytes)));
    }
    table.print();
}

fn processes(page: &str) {
    let this = env::current_exe().unwrap();
    let this = this.to_str().unwrap();
    let program = env!("CARGO_BIN_EXE_de-an-06");
    println!("\nprocess, start to finish");
    let mut table = Table::default();
    for _ in 0..ROUNDS {
        table.time("parse alone", || run(this, &[FLOOR, page]));
        table.time("de-an-06 extract", || run(program, &["extract", page, "-f", "json"]));
    }
    table.print();
}

fn stages(bytes: &[u8]) {
    let html = String::from_utf8_lossy(bytes);
    let options = Options::default();
    let start = Instant::now();
    read(bytes, &options).unwrap();
    let first = start.elapsed();
    println!("\ninside one process, the first reading {first:.1?}");
    let mut table = Table::default();
    for _ in 0..ROUNDS {
        table.time("parse alone", || Html::parse_document(&html));
        stage_by_stage(bytes, &mut table);
        table.time("all of it", || read(bytes, &options).unwrap());
    }
    const FIGURES: [&str; 8] =
        ["tokens", "marks", "mentions", "tables", "clauses", "verdicts", "records", "checks"];
    table.add("mentions to checks", &FIGURES[2..]);
    table.add("… with tokens and marks", &FIGURES);
    table.print();
}

/// What `read` does with a page that is written with diacritics, but for the place in its title.
fn stage_by_stage(bytes: &[u8], table: &mut Table) {
    let page = table.time("decode and parse", || Page::parse(bytes, None).unwrap());
    let known = Known { url: page.url(), ..Known::default() };
    let article = table.time("page to article", || article::read(&page, known)).article;
    let (blocks, lexicon) = (&article.blocks, Lexicon::built_in());
    let published = article.published.as_deref().and_then(|day| day.get(..10)?.parse().ok());
    let texts: Vec<Text> =
        table.time("tokens", || blocks.iter().map(|block| Text::new(&block.text)).collect());
    let marks: Vec<Marks<'_>> =
        table.time("marks", || texts.iter().map(|text| Marks::new(text, lexicon)).collect());
    let (names, spans): (Vec<BlockNames<'_>>, Vec<_>) = table.time("names", || {
        let blocks = (0..).zip(blocks).zip(&marks);
        let name = |((index, block), marks): ((usize, &Block), _)| {
            let names = BlockNames::new(index, block.kind, marks);
            let (documents, people) = (names.document_spans(), names.person_spans());
            let places = names.place_spans();
            (names, (Spans { documents, people }, places))
        };
        blocks.map(name).unzip()
    });
    let mut blocks: Vec<record::Block<'_>> = table.time("mentions", || {
        let blocks = (0..).zip(blocks).zip(&marks).zip(&spans);
        blocks
            .map(|(((index, source), marks), (taken, places))| {
                let scene = Scene::new(marks, published);
                let mentions = mention::read(&scene, taken);
                record::Block { source, index, scene, mentions, places: places.clone() }
            })
            .collect()
    });
    let places = blocks.iter().flat_map(|block| &block.places).map(|(_, place, _)| place);
    let subject = Subject::of(&[], places, lexicon);
    let source = Block {
        kind: BlockKind::Heading,
        text: article.title.clone().unwrap_or_default(),
        selector: String::new(),
        row: None,
    };
    let title = Text::new(&source.text);
    let title = Marks::new(&title, lexicon);
    let scene = Scene::new(&title, published);
    let mentions = mention::read(&scene, &Spans::default());
    let headline = record::Block { source: &source, index: 0, scene, mentions, places: Vec::new() };
    let tables = table.time("tables", || record::tables(&mut blocks, &headline));
    let none = Mentions::default();
    let rows: Vec<Row<'_>> = table.time("clauses", || {
        let first = Row::new(RowKind::Title, Scene::new(&title, published), &none, &[], &[]);
        let others = blocks.iter().zip(&spans).map(|(block, (taken, _))| {
            let names = [&*taken.people, &*taken.documents].concat();
            let kind = RowKind::Block(block.source.kind);
            Row::new(kind, block.scene, &block.mentions, &block.places, &names)
        });
        std::iter::once(first).chain(others).collect()
    });
    let verdicts = table.time("verdicts", || {
        judge::judge(&rows, judge::Context { subject: &subject, paper: None })
    });
    let fixes = record::Fixes::default();
    let records =
        table.time("records", || record::read(&rows, &verdicts, tables, &fixes, page.url()));
    table.time("checks", || check::run(&records, &article, &marks));
    table.time("entities", || entity::read(&article, &names, lexicon));
}

fn run(program: &str, words: &[&str]) {
    let status = Command::new(program).args(words).stdout(Stdio::null()).status().unwrap();
    assert!(status.success(), "{program} {words:?}");
}

/// Times of works that take turns, so that a busy moment hits all of them. The first is the floor.
#[derive(Default)]
struct Table {
    rows: Vec<(&'static str, Vec<Duration>)>,
}

impl Table {
    /// Times a piece of work, without the dropping of what it gives.
    fn time<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let made = black_box(work());
        let time = start.elapsed();
        match self.rows.iter_mut().find(|row| row.0 == name) {
            Some((_, times)) => times.push(time),
            None => self.rows.push((name, vec![time])),
        }
        made
    }

    /// Adds a row that is the sum of others, round by round.
    fn add(&mut self, name: &'static str, parts: &[&str]) {
        let mut sums = vec![Duration::ZERO; ROUNDS];
        for (_, times) in self.rows.iter().filter(|row| parts.contains(&row.0)) {
            sums.iter_mut().zip(times).for_each(|(sum, time)| *sum += *time);
        }
        self.rows.push((name, sums));
    }

    /// The median of every row, and how many times the floor it is.
    fn print(mut self) {
        let mut floor = None;
        for (name, times) in &mut self.rows {
            times.sort();
            let median = times[times.len() / 2];
            let floor = *floor.get_or_insert(median);
            println!("  {name:<27} {median:>10.1?}   {}", ratio(median, floor));
        }
    }
}

/// `2.35 x`
fn ratio(time: Duration, floor: Duration) -> String {
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
