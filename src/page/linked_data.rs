//! What the page says about its article in JSON-LD.
//!
//! Of all objects in all scripts the one that is an article with a headline and a date is taken, and of
//! several the one whose headline the page has as its title, else the first; `@graph` is searched like any list. A
//! script that is no JSON says nothing.

use serde_json::{Map, Value};
use std::collections::HashSet;

/// The article as JSON-LD describes it; what it leaves out is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkedData {
    /// Whether the page has such an object.
    pub is_given: bool,
    /// Whether the object is an article; else it describes the page: `WebPage`.
    pub is_article: bool,
    /// `headline`
    pub headline: Option<String>,
    /// `datePublished`, as written.
    pub published: Option<String>,
    /// `dateModified`, as written.
    pub modified: Option<String>,
    /// Names under `author`.
    pub authors: Vec<String>,
    /// Name under `publisher`.
    pub publisher: Option<String>,
    /// `articleBody`
    pub body: Option<String>,
    /// `mainEntityOfPage` or `url`.
    pub url: Option<String>,
}

impl LinkedData {
    /// Reads the scripts of a page, in order; `titles` are those that the page has elsewhere.
    pub(super) fn read<'a>(scripts: impl Iterator<Item = &'a str>, titles: &[&str]) -> Self {
        let scripts: Vec<Value> = scripts.filter_map(parse).collect();
        let titles: Vec<String> = titles.iter().map(|title| letters(title)).collect();
        let articles = scripts.iter().filter_map(|script| best_article(script, &titles));
        let best = articles.reduce(|first, next| if next.0 > first.0 { next } else { first });
        best.map(|(_, fields)| article(fields, &scripts)).unwrap_or_default()
    }
}

/// Longest script that is read, in bytes; as data it takes forty times as much.
const LONGEST: usize = 4 << 20;

/// Many sites write raw line breaks into strings, or wrap the script in a comment.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_end_matches(';');
    if script.len() > LONGEST {
        return None;
    }
    if let Ok(value) = serde_json::from_str(script) {
        return Some(value);
    }
    let from = script.find(['{', '['])?;
    let to = script.rfind(['}', ']'])? + 1;
    let mended = script.get(from..to)?.replace(|c: char| c.is_control(), " ");
    serde_json::from_str(&mended).ok()
}

/// All objects below `value`, as they stand.
fn objects(value: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    let mut left = vec![value];
    std::iter::from_fn(move || {
        loop {
            match left.pop()? {
                Value::Array(items) => left.extend(items.iter().rev()),
                Value::Object(fields) => {
                    let nested = fields.values().rev();
                    left.extend(nested.filter(|v| v.is_object() || v.is_array()));
                    return Some(fields);
                }
                _ => {}
            }
        }
    })
}

/// Whether an object has the headline of the page, and how full it is.
type Fullness = (bool, usize);

/// The fullest article object below `value`, and how full it is.
fn best_article<'a>(
    value: &'a Value,
    titles: &[String],
) -> Option<(Fullness, &'a Map<String, Value>)> {
    let is_named = |fields: &Map<String, Value>| {
        let headline = fields.get("headline").map(texts).unwrap_or_default();
        let headline = headline.first().map(|text| letters(text)).filter(|text| !text.is_empty());
        headline.is_some_and(|headline| titles.iter().any(|title| title.starts_with(&headline)))
    };
    let ranked = objects(value).map(|fields| (rank(fields), fields));
    let articles = ranked.filter(|(rank, _)| *rank > 0);
    let articles = articles.map(|(rank, fields)| ((is_named(fields), rank), fields));
    articles.reduce(|first, next| if next.0 > first.0 { next } else { first })
}

/// The people that `author` names, or points to by `@id`.
fn authors(author: &Value, scripts: &[Value]) -> Vec<String> {
    let named = texts(author);
    if !named.is_empty() {
        return named;
    }
    let id = |fields: &Map<String, Value>| fields.get("@id").map(Value::to_string);
    let ids: HashSet<String> = objects(author).filter_map(id).collect();
    let is_meant = |fields: &&Map<String, Value>| {
        fields.contains_key("name") && id(fields).is_some_and(|id| ids.contains(&id))
    };
    let person = scripts.iter().flat_map(objects).find(is_meant);
    person.and_then(|fields| fields.get("name")).map(texts).unwrap_or_default()
}

/// The letters and digits of a title, lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How the types of articles end.
const ARTICLES: [&str; 5] = ["Article", "Posting", "Report", "Review", "Recipe"];

/// How much the object says as an article; 0 when it is none. A video or a picture beside the
/// article has a date too.
fn rank(fields: &Map<String, Value>) -> usize {
    let kind = fields.get("@type").map(texts).unwrap_or_default();
    let is = |words: &[&str]| kind.iter().any(|k| words.iter().any(|w| k.ends_with(w)));
    let base = if is(&ARTICLES) {
        10
    } else if is(&["WebPage", "CreativeWork", "ItemPage"]) {
        1
    } else {
        return 0;
    };
    let said = ["headline", "datePublished", "author", "articleBody"];
    base + said.iter().filter(|key| fields.contains_key(**key)).count()
}

fn article(fields: &Map<String, Value>, scripts: &[Value]) -> LinkedData {
    let text = |key: &str| fields.get(key).map(texts).and_then(|t| t.into_iter().next());
    let page = fields.get("mainEntityOfPage");
    let page = page.and_then(|p| p.get("@id").or(Some(p))).and_then(Value::as_str);
    let kind = fields.get("@type").map(texts).unwrap_or_default();
    LinkedData {
        is_given: true,
        is_article: kind.iter().any(|kind| ARTICLES.iter().any(|end| kind.ends_with(end))),
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished"),
        modified: text("dateModified"),
        authors: fields.get("author").map(|a| authors(a, scripts)).unwrap_or_default(),
        publisher: text("publisher"),
        body: text("articleBody"),
        url: page.map(str::to_owned).or_else(|| text("url")),
    }
}

/// The texts of a value: a string, the `name` of an object, or those of a list.
fn texts(value: &Value) -> Vec<String> {
    let name = |value: &Value| match value {
        Value::Object(fields) => fields.get("name").cloned(),
        _ => Some(value.clone()),
    };
    let named = match value {
        Value::Array(items) => items.iter().filter_map(name).collect(),
        _ => Vec::from_iter(name(value)),
    };
    let strings = named.iter().flat_map(|value| match value {
        Value::Array(names) => names.as_slice(),
        _ => std::slice::from_ref(value),
    });
    strings
        .filter_map(Value::as_str)
        .map(|text| unescape(text.trim()))
        .filter(|text| !text.is_empty())
        .collect()
}

/// Some sites escape their JSON for HTML: `Q&amp;A`.
fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let fragment = scraper::Html::parse_fragment(&text.replace('<', "&lt;"));
    fragment.root_element().text().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_wherever_it_stands() {
        for script in [
            r#"{"@type":"NewsArticle","headline":"Tựa","datePublished":"2023-05-11"}"#,
            r#"[{"@type":"Organization","name":"Báo"},
                {"@type":["Article","NewsArticle"],"headline":"Tựa","datePublished":"2023-05-11"}]"#,
            r#"{"@graph":[{"@type":"WebPage","name":"Trang"},
                {"@type":"Article","headline":"Tựa","datePublished":"2023-05-11"}]};"#,
            "<!-- {\"@type\":\"Article\",\"headline\":\"Tựa\",\n\"datePublished\":\"2023-05-11\",
                \"description\":\"hai\ndòng\"} -->",
        ] {
            let data = LinkedData::read([script].into_iter(), &[]);
            assert_eq!(data.headline.as_deref(), Some("Tựa"), "{script}");
            assert_eq!(data.published.as_deref(), Some("2023-05-11"), "{script}");
        }
    }

    #[test]
    fn of_several_articles_that_of_the_page_is_taken() {
        let article = |n: &str| {
            format!(
                r#"{{"@type":"NewsArticle","headline":"Mở lớp {n}","datePublished":"2023-05-11","author":"{n}"}}"#
            )
        };
        let script = format!(r#"{{"@graph":[{},{}]}}"#, article("An"), article("Bình"));
        for (title, want) in [("Mở lớp Bình - Báo", "Bình"), ("Mở lớp An", "An"), ("Báo", "An")]
        {
            let data = LinkedData::read([script.as_str()].into_iter(), &[title]);
            assert_eq!(data.authors, [want], "{title}");
        }
    }

    #[test]
    fn what_is_no_article_says_nothing() {
        for script in [
            r#"{"@type":"VideoObject","name":"Phim","datePublished":"2020-01-01"}"#,
            r#"{"@type":"Article","headline":"#,
            "",
        ] {
            let data = LinkedData::read([script].into_iter(), &[]);
            assert_eq!(data, LinkedData::default(), "{script}");
        }
    }

    #[test]
    fn names_are_read_from_every_shape() {
        for (author, want) in [
            (r#""Thạch Thảo""#, vec!["Thạch Thảo"]),
            (r#"{"name":"A &amp; B"}"#, vec!["A & B"]),
            (r#"[{"name":"An"},"Bình"]"#, vec!["An", "Bình"]),
            (r##"{"@id":"#nobody"}"##, vec![]),
            (r##"{"@id":"#person"}"##, vec!["Chi"]),
        ] {
            let person = r##"{"@type":"Person","@id":"#person","name":"Chi"}"##;
            let article = format!(r#"{{"@type":"Article","author":{author}}}"#);
            let script = format!(r#"{{"@graph":[{article},{person}]}}"#);
            assert_eq!(LinkedData::read([script.as_str()].into_iter(), &[]).authors, want);
        }
    }
}
