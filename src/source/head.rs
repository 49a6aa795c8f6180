//! [`Head`]: the fields of a record or of a server's answer, one a line, however odd the others are.
//!
//! `Content-Type: text/html` is a field. A line that begins with a space goes on with the one before; one without
//! a colon says nothing. Names are compared in any case, and no number of fields is too many.

/// The fields of a head.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    lines: Vec<String>,
}

impl Head {
    /// Takes in the next line, which is not empty.
    pub(super) fn push(&mut self, line: String) {
        match self.lines.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            Some(last) => last.push_str(&line),
            None => self.lines.push(line),
        }
    }

    /// What stands behind the first colon of the first field of this name.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.lines.iter().filter_map(|line| line.split_once(':'));
        let (_, value) = fields.find(|(own, _)| own.trim_end().eq_ignore_ascii_case(name))?;
        Some(value.trim())
    }
}

/// The status, the fields and the body of a server's answer, or why it is none.
pub(super) fn of_answer(answer: &[u8]) -> Result<(u16, Head, &[u8]), String> {
    let mut rest = answer;
    let mut lines = std::iter::from_fn(|| {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let (line, behind) = rest.split_at(end);
        rest = behind.get(1..).unwrap_or_default();
        let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned();
        Some(line).filter(|line| !line.is_empty())
    });
    let first = lines.next().unwrap_or_default();
    let status = first.strip_prefix("HTTP/").and_then(|rest| rest.split_whitespace().nth(1));
    let Some(status) = status.and_then(|status| status.parse().ok()) else {
        let found: String = first.chars().take(40).collect();
        return Err(format!(
            "expected the answer of a web server (`HTTP/1.1 200 OK`), found `{found}`"
        ));
    };
    let mut head = Head::default();
    lines.for_each(|line| head.push(line));
    Ok((status, head, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_heads_are_read() {
        let many: String = (0..300).map(|n| format!("X-{n}: y\r\n")).collect();
        for head in [
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
            "HTTP/2 200\r\ncontent-type:text/html\r\n",
            "HTTP/1.0 200\nContent-Type: text/html\n",
            "HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html\r\n",
            "HTTP/1.1 200 OK\r\nX-Tựa: Kết quả\r\nContent-Type: text/html\r\n",
            "HTTP/1.1 200 OK\r\ngarbage\r\nX Y: 1\r\nContent-Type : text/html\r\n",
            &format!("HTTP/1.1 200 OK\r\n{many}Content-Type: text/html\r\n"),
        ] {
            let answer = format!("{head}{}<p>A", if head.contains('\r') { "\r\n" } else { "\n" });
            let (status, fields, body) = of_answer(answer.as_bytes()).unwrap();
            assert_eq!((status, body), (200, &b"<p>A"[..]), "{head}");
            assert_eq!(fields.field("Content-Type"), Some("text/html"), "{head}");
        }
    }

    #[test]
    fn what_is_no_answer_is_told() {
        for answer in ["", "<html>", "HTTP/1.1", "HTTP/1.1 OK 200"] {
            let reason = of_answer(answer.as_bytes()).unwrap_err();
            assert!(reason.ends_with(&format!("found `{answer}`")), "{reason}");
        }
        assert_eq!(of_answer(b"HTTP/1.1 404 Not Found").unwrap().0, 404);
    }
}
