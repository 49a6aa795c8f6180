//! The published schema is that of the types, and reports follow it.

use crate::sample;
use de_an_06::{correction, output};
use serde_json::{Map, Value};
use snapbox::{Data, assert_data_eq, file};

#[test]
fn the_committed_schema_is_fresh() {
    let committed = file!["../../docs/report.schema.json"];
    assert_data_eq!(Data::text(output::schema()).raw(), committed.raw());
}

#[test]
fn the_schema_of_corrections_is_fresh() {
    let committed = file!["../../docs/corrections.schema.json"];
    assert_data_eq!(Data::text(correction::schema()).raw(), committed.raw());
}

#[test]
fn the_schema_of_differences_is_fresh() {
    let committed = file!["../../docs/diff.schema.json"];
    assert_data_eq!(Data::text(output::diff_schema()).raw(), committed.raw());
}

#[test]
fn a_report_follows_the_schema() {
    let schema: Value = serde_json::from_str(&output::schema()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let report = serde_json::to_value(sample::report()).unwrap();
    assert_eq!(wrong(&report, &schema, &schema, "report"), None);
}

#[test]
fn a_broken_report_does_not() {
    let schema: Value = serde_json::from_str(&output::schema()).unwrap();
    let report = serde_json::to_value(sample::report()).unwrap();
    for (at, instead) in [
        ("/schema", Value::from("de-an-06/report/0")),
        ("/records/0/value", Value::from("953")),
        ("/records/0/role", Value::from("wish")),
        ("/records/0/period/start", Value::from(2021)),
        ("/records/0/source", Value::Null),
        ("/article/blocks", Value::from("none")),
        ("/checks/0", Value::Object(Map::new())),
    ] {
        let mut broken = report.clone();
        *broken.pointer_mut(at).unwrap() = instead;
        assert!(wrong(&broken, &schema, &schema, "report").is_some(), "{at}");
    }
}

/// What is wrong with a value under a schema, as far as our schema goes; a keyword that is not
/// known here fails, so that nothing passes unseen.
fn wrong(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
    let rules = schema.as_object().unwrap();
    rules.iter().find_map(|(keyword, rule)| match keyword.as_str() {
        "$schema" | "$defs" | "title" | "description" | "default" | "format" | "minimum"
        | "maximum" => None,
        "$ref" => {
            let target = root.pointer(rule.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
            wrong(value, target, root, at)
        }
        "type" => {
            let types = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
            let fits = types.iter().any(|name| is_of_type(value, name.as_str().unwrap()));
            (!fits).then(|| format!("{at}: {value} is not {rule}"))
        }
        "const" => (value != rule).then(|| format!("{at}: {value} is not {rule}")),
        "anyOf" | "oneOf" => {
            let mut choices = rule.as_array().unwrap().iter();
            let fits = choices.any(|choice| wrong(value, choice, root, at).is_none());
            (!fits).then(|| format!("{at}: {value} fits none of {rule}"))
        }
        "required" => {
            let mut names = rule.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
            names.find(|name| value.get(name).is_none()).map(|name| format!("{at}: no {name}"))
        }
        "properties" => {
            let fields = value.as_object().into_iter().flatten();
            let mut fields =
                fields.map(|(name, field)| (format!("{at}.{name}"), rule.get(name), field));
            fields.find_map(|(at, rule, field)| match rule {
                Some(rule) => wrong(field, rule, root, &at),
                None => Some(format!("{at} is not in the schema")),
            })
        }
        "items" => {
            let items = value.as_array().into_iter().flatten();
            items.enumerate().find_map(|(i, item)| wrong(item, rule, root, &format!("{at}[{i}]")))
        }
        unknown => panic!("{at}: the schema uses `{unknown}`, which this test does not know"),
    })
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
