//! Boxes of one make that stand beside each other: an article cut up by advertisements, or several
//! articles on one page.

use super::super::outline::boxes::Traits;
use super::super::outline::{Line, Outline};
use super::super::title::Titles;

/// The body, and the boxes beside it, or beside one around it, that are of its make and hold prose
/// too: an article cut up by advertisements.
pub(in super::super) fn of(
    outline: &Outline<'_>,
    body: usize,
    worth: &[i64],
    furniture: &[bool],
) -> Vec<usize> {
    let frames = &outline.frames;
    for around in outline.around(body).take(3) {
        let parent = frames[around].parent;
        let mut child = parent + 1;
        let siblings = std::iter::from_fn(|| {
            let this = child;
            child = frames.get(this)?.end;
            (this < frames[parent].end).then_some(this)
        });
        let twins: Vec<usize> = siblings
            .filter(|&twin| !furniture[twin] && worth[twin] * 8 > worth[body])
            .filter(|&twin| are_of_one_make(outline, around, twin))
            .collect();
        if twins.len() > 1 {
            return twins;
        }
    }
    vec![body]
}

/// Whether two boxes have the same tag and the same classes.
fn are_of_one_make(outline: &Outline<'_>, a: usize, b: usize) -> bool {
    let class = |frame: usize| {
        let element = outline.frames[frame].node.value().as_element()?;
        element.attrs().find(|(key, _)| *key == "class").map(|(_, value)| value)
    };
    outline.frames[a].tag == outline.frames[b].tag && class(a) == class(b)
}

/// Where the parts hold several articles, each in an `<article>` or with a day of its own under its own
/// `<h1>`: the box of the one whose headline the page declares as its title, else of the first.
pub(in super::super) fn article(
    outline: &Outline<'_>,
    parts: &[usize],
    titles: &Titles,
) -> Option<usize> {
    let frames = &outline.frames;
    let lines = parts.iter().flat_map(|&part| outline.lines_of(part));
    let headlines: Vec<&Line> = lines.filter(|line| frames[line.frame].tag == "h1").collect();
    let [first, second, ..] = headlines.as_slice() else { return None };
    let holds = |frame: usize, line: &Line| frame <= line.frame && line.frame < frames[frame].end;
    let beside = outline.around(first.frame).take_while(|&frame| !holds(frame, second));
    let own = beside.last()?;
    let is_article = |frame: usize| {
        let mut inside = frames[frame..frames[frame].end].iter();
        frames[frame].tag == "article" || inside.any(|frame| frame.traits.has(Traits::DATE))
    };
    let box_of = |line: &&Line| {
        let is_twin = |&frame: &usize| {
            frames[frame].parent == frames[own].parent && are_of_one_make(outline, own, frame)
        };
        Some((outline.around(line.frame).find(is_twin)?, outline.text(line)))
    };
    let mut articles: Vec<(usize, &str)> = headlines.iter().filter_map(box_of).collect();
    articles.dedup_by_key(|(frame, _)| *frame);
    articles.retain(|(frame, _)| is_article(*frame));
    let is_declared = |(_, headline): &&(usize, &str)| titles.confirm(headline);
    let several = articles.len() > 1;
    let one = articles.iter().find(is_declared).or(articles.first()).filter(|_| several);
    one.map(|(frame, _)| *frame)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn of_several_articles_one_is_taken() {
        let item = |tag: &str, n: &str| format!("<{tag} id={n}><h1>Bài {n}</h1><p>Xã.</p></{tag}>");
        let two = |tag: &str| format!("<div>{}{}</div>", item(tag, "a"), item(tag, "b"));
        for (markup, title, want) in [
            (two("article"), "Bài b | Báo", Some("b")),
            (two("article"), "Báo", Some("a")),
            (two("section"), "Báo", None),
            (format!("<div>{}</div>", item("article", "a")), "Báo", None),
        ] {
            let html = Html::parse_document(&markup);
            let outline = Outline::new(&html);
            let taken = article(&outline, &[1], &Titles::new(&[title]));
            let id = |frame: usize| outline.frames[frame].node.value().as_element()?.id();
            assert_eq!(taken.and_then(id), want, "{markup}, {title}");
        }
    }
}
