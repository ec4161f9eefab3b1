//! WIT docs as Rust docs. WIT docs are written for plugin authors, in any language and by any convention: what rustdoc would
//! run as a test, or complain about, must not get through.

use fidius_wit::wit_parser::Docs;

/// The docs as Markdown that rustdoc takes without a warning and runs nothing of.
pub(crate) fn markdown(docs: &Docs) -> Option<String> {
    let text = docs.contents.as_deref()?.trim_end();
    if text.trim().is_empty() {
        return None;
    }
    let mut writer = Writer::default();
    for line in text.lines() {
        writer.line(line);
    }
    Some(writer.finish())
}

#[derive(Default)]
struct Writer {
    out: Vec<String>,
    state: State,
    /// Lines of one paragraph: a code span may go over several.
    paragraph: Vec<String>,
}

#[derive(Default)]
enum State {
    /// At the start, or after a line that is empty.
    #[default]
    Blank,
    /// After a line of text.
    Text,
    /// In a block between fences, in a quotation of this depth.
    Fenced { fence: String, depth: usize },
    /// In a block that is one by its indentation.
    Indented,
}

impl Writer {
    fn line(&mut self, line: &str) {
        if let State::Fenced { fence, depth } = &self.state {
            let (quoted, rest) = unquoted(line, *depth);
            if quoted == *depth {
                let (fence, trimmed) = (fence.clone(), rest.trim());
                if trimmed.starts_with(&fence) && trimmed.chars().all(is_fence) {
                    self.out.push(fence);
                    self.state = State::Text;
                } else {
                    self.out.push(rest.to_owned());
                }
                return;
            }
            // The quotation has ended, and the block with it.
            self.close();
        }
        if line.trim().is_empty() {
            self.end_paragraph();
            self.out.push(String::new());
            if !matches!(self.state, State::Indented) {
                self.state = State::Blank;
            }
            return;
        }
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        match self.state {
            State::Indented if is_indented => {
                self.out.push(line.to_owned());
                return;
            }
            State::Indented => self.close(),
            State::Blank if is_indented => {
                self.out.push("```text".to_owned());
                self.out.push(line.to_owned());
                self.state = State::Indented;
                return;
            }
            _ => {}
        }
        self.text(line.trim());
    }

    fn text(&mut self, line: &str) {
        let (markers, depth, rest) = markers(line);
        if let Some(fence) = opened_fence(rest) {
            self.end_paragraph();
            // Whatever language it is said to be: a block without one, or of Rust, would be run. It stands outside of any list
            // or quotation, so that where it ends is for nothing but the fence to say.
            self.out.push(format!("{fence}text"));
            self.state = State::Fenced { fence, depth };
            return;
        }
        let starts_block = !markers.is_empty() || rest.starts_with(['#', '=', '-', '+', '_']);
        let stands_alone = starts_block || rest.contains('|');
        if stands_alone {
            self.end_paragraph();
        }
        // Of the space after a marker only one is left: more would make it indented code.
        let line = format!("{markers}{rest}");
        self.paragraph.push(line.trim_end().to_owned());
        if stands_alone && markers.is_empty() {
            self.end_paragraph();
        }
        self.state = State::Text;
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let text = std::mem::take(&mut self.paragraph).join("\n");
            self.out.push(escape(&text));
        }
    }

    /// Ends a block of code.
    fn close(&mut self) {
        match std::mem::take(&mut self.state) {
            State::Fenced { fence, .. } => self.out.push(fence),
            State::Indented => self.out.push("```".to_owned()),
            State::Text | State::Blank => {}
        }
    }

    fn finish(mut self) -> String {
        self.end_paragraph();
        self.close();
        self.out.join("\n")
    }
}

fn is_fence(character: char) -> bool {
    character == '`' || character == '~'
}

/// The fence that a line opens.
fn opened_fence(line: &str) -> Option<String> {
    let mark = line.chars().next().filter(|mark| is_fence(*mark))?;
    let info = line.trim_start_matches(mark);
    let length = line.len() - info.len();
    // With one of its marks after it, it is a code span.
    let is_span = mark == '`' && info.contains('`');
    (length >= 3 && !is_span).then(|| mark.to_string().repeat(length))
}

/// Takes up to `depth` marks of a quotation off a line.
fn unquoted(line: &str, depth: usize) -> (usize, &str) {
    let mut rest = line;
    for taken in 0..depth {
        match rest.trim_start().strip_prefix('>') {
            Some(after) => rest = after.strip_prefix(' ').unwrap_or(after),
            None => return (taken, rest),
        }
    }
    (depth, rest)
}

/// The markers of quotations and list items that a line starts with, how many are of quotations, and what comes after.
fn markers(line: &str) -> (String, usize, &str) {
    let (mut markers, mut depth, mut rest) = (String::new(), 0, line);
    loop {
        let length = if rest.starts_with('>') {
            depth += 1;
            1
        } else {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let marks: &[char] = if digits > 0 {
                &['.', ')']
            } else {
                &['-', '*', '+']
            };
            let after = rest[digits..].strip_prefix(marks);
            match after {
                Some(after) if after.is_empty() || after.starts_with([' ', '\t']) => digits + 1,
                _ => return (markers, depth, rest),
            }
        };
        markers.push_str(&rest[..length]);
        markers.push(' ');
        rest = rest[length..].trim_start();
    }
}

/// Escapes what rustdoc would take for a link or for HTML, but not in code spans.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric();
        let (kept, length) = match character {
            '\\' => {
                let escaped = rest[1..].chars().next().filter(char::is_ascii_punctuation);
                let length = 1 + escaped.map_or(0, char::len_utf8);
                (rest[..length].to_owned(), length)
            }
            '`' => code_span(rest),
            '<' => match autolink(rest) {
                Some(length) => (rest[..length].to_owned(), length),
                None => ("\\<".to_owned(), 1),
            },
            '[' => match link(rest).filter(|_| !out.ends_with('!')) {
                Some(length) => (rest[..length].to_owned(), length),
                None => ("\\[".to_owned(), 1),
            },
            'h' if !out.ends_with(is_word) && address(rest) > 0 => {
                let length = address(rest);
                (format!("<{}>", &rest[..length]), length)
            }
            other => (other.to_string(), other.len_utf8()),
        };
        out.push_str(&kept);
        rest = &rest[length..];
    }
    out
}

/// A code span as it is, or its backticks escaped where nothing closes it.
fn code_span(text: &str) -> (String, usize) {
    let ticks = |text: &str| text.len() - text.trim_start_matches('`').len();
    let open = ticks(text);
    let mut at = open;
    while let Some(start) = text[at..].find('`') {
        at += start;
        let close = ticks(&text[at..]);
        at += close;
        if close == open {
            return (text[..at].to_owned(), at);
        }
    }
    ("\\`".repeat(open), open)
}

/// The length of the web address that a text starts with, without the punctuation after it; 0 where it starts with none.
fn address(text: &str) -> usize {
    let Some(after) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    else {
        return 0;
    };
    let end = after.find(|c: char| c.is_whitespace() || "<>`\"\\".contains(c));
    let after = &after[..end.unwrap_or(after.len())];
    let name = after.trim_end_matches(|c: char| ".,;:!?()[]{}'*_~|".contains(c));
    if name.is_empty() {
        return 0;
    }
    text.len() - text[text.find("//").map_or(0, |at| at + 2)..].len() + name.len()
}

/// The length of an address in angle brackets.
fn autolink(text: &str) -> Option<usize> {
    let length = address(&text[1..]);
    (length > 0 && text[1 + length..].starts_with('>')).then_some(length + 2)
}

/// The length of a text in brackets with an address in parentheses.
fn link(text: &str) -> Option<usize> {
    let label = text[1..].find(|c: char| "[]<>`\\\n".contains(c))? + 1;
    let target = text[label..].strip_prefix("](")?;
    let end = target.find(')')?;
    (address(target) == end && end > 0).then_some(label + 2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let contents = Some(text.to_owned());
        assert_eq!(markdown(&Docs { contents }).unwrap_or_default(), expected);
    }

    #[test]
    fn code_is_never_a_test() {
        check("a\n```\nlet x;\n```\nb", "a\n```text\nlet x;\n```\nb");
        check("```rust\nx\n```", "```text\nx\n```");
        check("~~~\nx\n~~~", "~~~text\nx\n~~~");
        check("````\n```\n````\nb", "````text\n```\n````\nb");
        check("```\nnever closed", "```text\nnever closed\n```");
        check("a\n\n    x = 1\n\nb", "a\n\n```text\n    x = 1\n\n```\nb");
        check("    x\ny", "```text\n    x\n```\ny");
    }

    #[test]
    fn code_in_lists_and_quotations_is_never_a_test() {
        check("- ```\n  x\n  ```\n- b", "```text\n  x\n```\n- b");
        check("1. ~~~\n   x\n   ~~~", "~~~text\n   x\n~~~");
        check("> ```\n> x\n> ```\nb", "```text\nx\n```\nb");
        check("> - ```\n> x\nb <c>", "```text\nx\n```\nb \\<c>");
        // More than four spaces after a marker would make it code.
        check("-      x()", "- x()");
        check(">      x()", "> x()");
    }

    #[test]
    fn lists_and_quotations_stay_what_they_are() {
        check("> a\n> b", "> a\n> b");
        check("* a\n* b\n\n1. c", "* a\n* b\n\n1. c");
        check("* * *", "* * *");
        check("a\n---\n*b*", "a\n---\n*b*");
    }

    #[test]
    fn brackets_are_no_links_and_no_html() {
        check("see [x] and <y>", "see \\[x] and \\<y>");
        check("`a[0]` and list<u8>", "`a[0]` and list\\<u8>");
        check("[x][y] [z]: a", "\\[x]\\[y] \\[z]: a");
        check("[x](y) ![z](https://a.b)", "\\[x](y) !\\[z](<https://a.b>)");
        check("\\[x\\] \\<y", "\\[x\\] \\<y");
    }

    #[test]
    fn code_spans_are_closed_by_as_many_backticks() {
        check("a ` alone", "a \\` alone");
        check("`` ` [a] `` [b]", "`` ` [a] `` \\[b]");
        check("a `` b ` [c]", "a \\`\\` b \\` \\[c]");
        check("``` one [line] ```", "``` one [line] ```");
        check("a `b\nc [d]` [e]", "a `b\nc [d]` \\[e]");
        check("- a ` b\n- c ` [d]", "- a \\` b\n- c \\` \\[d]");
        check("\\` a ` b", "\\` a \\` b");
    }

    #[test]
    fn addresses_are_links() {
        check("see https://a.b/c?d=[e].", "see <https://a.b/c?d=[e>].");
        check("(http://a.b/c)", "(<http://a.b/c>)");
        check("[a](https://a.b/c) d", "[a](https://a.b/c) d");
        check("<https://a.b> <c>", "<https://a.b> \\<c>");
        check("https:// and xhttps://a", "https:// and xhttps://a");
    }

    #[test]
    fn empty_docs_are_none() {
        check(" \n", "");
    }
}
