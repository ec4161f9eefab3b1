//! WIT docs as Rust docs. WIT docs are written for plugin authors, in any language and by any convention: what rustdoc would
//! run as a test, or complain about, must not get through.

use fidius_wit::wit_parser::Docs;

/// The docs as Markdown that rustdoc takes without a warning and runs nothing of.
pub(crate) fn markdown(docs: &Docs) -> Option<String> {
    let text = docs.contents.as_deref()?.trim_end();
    if text.trim().is_empty() {
        return None;
    }
    let mut out: Vec<String> = Vec::new();
    let mut fence: Option<String> = None;
    let mut in_indented = false;
    let mut after_blank = true;
    for line in text.lines() {
        let trimmed = line.trim_start();
        if let Some(open) = &fence {
            if trimmed.starts_with(open.as_str()) && trimmed.trim_end().chars().all(is_fence) {
                out.push(open.clone());
                fence = None;
            } else {
                out.push(line.to_owned());
            }
            continue;
        }
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        if in_indented && !is_indented && !trimmed.is_empty() {
            out.push("```".to_owned());
            in_indented = false;
        }
        if let Some(open) = opened_fence(trimmed) {
            // Whatever language it is said to be: a block without one, or of Rust, would be run.
            out.push(format!("{open}text"));
            fence = Some(open);
        } else if is_indented && (after_blank || in_indented) && !trimmed.is_empty() {
            if !in_indented {
                out.push("```text".to_owned());
                in_indented = true;
            }
            out.push(line.to_owned());
        } else if in_indented {
            out.push(line.to_owned());
        } else {
            out.push(escape(trimmed));
        }
        after_blank = trimmed.is_empty();
    }
    if in_indented {
        out.push("```".to_owned());
    }
    out.extend(fence);
    Some(out.join("\n"))
}

fn is_fence(character: char) -> bool {
    character == '`' || character == '~'
}

fn opened_fence(line: &str) -> Option<String> {
    let mark = line.chars().next().filter(|mark| is_fence(*mark))?;
    let length = line.chars().take_while(|other| *other == mark).count();
    (length >= 3).then(|| mark.to_string().repeat(length))
}

/// Escapes what rustdoc would take for a link or for HTML, but not in code spans.
fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        let ticks = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        let mark = &rest[start..start + ticks];
        out.push_str(&escape_plain(&rest[..start]));
        let after = &rest[start + ticks..];
        match after.find(mark) {
            Some(end) => {
                out.push_str(&rest[start..start + ticks + end + ticks]);
                rest = &after[end + ticks..];
            }
            None => {
                out.push_str(&mark.replace('`', "\\`"));
                rest = after;
            }
        }
    }
    out.push_str(&escape_plain(rest));
    out
}

fn escape_plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if word.contains("://") {
            // A bare address is a warning of rustdoc's; in a code span it is text.
            out.push_str(&format!("`{}`", word.replace('`', "")));
            continue;
        }
        for character in word.chars() {
            if matches!(character, '[' | ']' | '<' | '>') {
                out.push('\\');
            }
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        let contents = Some(text.to_owned());
        markdown(&Docs { contents }).unwrap_or_default()
    }

    #[test]
    fn code_is_never_a_test() {
        assert_eq!(of("a\n```\nlet x;\n```\nb"), "a\n```text\nlet x;\n```\nb");
        assert_eq!(of("```rust\nx\n```"), "```text\nx\n```");
        assert_eq!(of("~~~\nx\n~~~"), "~~~text\nx\n~~~");
        assert_eq!(
            of("a\n\n    x = 1\n\nb"),
            "a\n\n```text\n    x = 1\n\n```\nb"
        );
        assert_eq!(of("```\nnever closed"), "```text\nnever closed\n```");
    }

    #[test]
    fn brackets_are_no_links_and_no_html() {
        assert_eq!(of("see [x] and <y>"), "see \\[x\\] and \\<y\\>");
        assert_eq!(of("`a[0]` and list<u8>"), "`a[0]` and list\\<u8\\>");
        assert_eq!(of("a ` alone"), "a \\` alone");
        assert_eq!(
            of("see https://example.org/a"),
            "see `https://example.org/a`"
        );
    }

    #[test]
    fn empty_docs_are_none() {
        assert_eq!(of(" \n"), "");
    }
}
