//! A file with a correction a line, as JSON. Empty lines are passed over.

use super::line::Line;
use super::{Correction, Error, Fault};

pub(super) fn read(file: &str, text: &str) -> Result<Vec<Correction>, Error> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let read = |(number, line): (usize, &str)| {
        let said = serde_json::from_str::<Line>(line)
            .map_err(|error| Fault::Json(message(&error)))
            .and_then(|line| line.said((file.to_owned(), number)));
        said.map_err(|fault| Error { file: file.to_owned(), line: number, fault })
    };
    lines.map(read).collect()
}

/// The message without its line, which is always the first.
fn message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.replace(" at line 1 column ", " at column ")
}

#[cfg(test)]
mod tests {
    use super::super::What;
    use super::*;
    use crate::record::{Role, Set};

    #[test]
    fn a_line_is_a_correction() {
        let text = r#"{"quote":"400","prefix":"chỉ tiêu (","field":"role","value":"target"}

{"schema":"de-an-06/correction/1","action":"no_figure","quote":"12","source":"a.html","note":"số nhà"}
{"action":"add","quote":"7","block":3,"url":"https://bao.example/a"}"#;
        let read = read("c.jsonl", text).unwrap();
        let [role, none, add] = read.as_slice() else { panic!("{read:?}") };
        assert_eq!(role.what, What::Set(Set::Role(Role::Target)));
        assert_eq!((&none.what, none.from.1), (&What::NoFigure, 3));
        assert_eq!((&add.what, add.words.block), (&What::Add, Some(3)));
    }

    #[test]
    fn what_is_no_correction_is_refused_with_its_line() {
        for (line, want) in [
            ("{", "c:2: this is no correction: EOF while parsing an object at column 1"),
            (r#"{"quote":"4","what":1}"#, "c:2: this is no correction: unknown field `what`"),
            (r#"{"quote":" ","action":"add"}"#, "c:2: `quote` is empty"),
            (r#"{"quote":"4"}"#, "c:2: it says nothing"),
            (r#"{"quote":"4","action":"set"}"#, "c:2: `field` is missing"),
            (r#"{"quote":"4","action":"add","field":"role"}"#, "c:2: `add` takes no field"),
            (
                r#"{"quote":"4","field":"role","value":"goal"}"#,
                "c:2: `role` cannot be `goal`; it is actual,",
            ),
            (r#"{"quote":"4","field":"value"}"#, "c:2: `value` cannot be empty"),
            (
                r#"{"quote":"4","field":"target","value":"r3"}"#,
                "c:2: `target` is given by the words",
            ),
            (
                r#"{"quote":"4","action":"add","schema":"x/2"}"#,
                "c:2: the format is `de-an-06/correction/1`",
            ),
        ] {
            let error = read("c", &format!("\n{line}")).unwrap_err();
            assert!(error.to_string().starts_with(want), "{error}");
        }
    }
}
