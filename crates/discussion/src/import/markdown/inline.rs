//! The text in a Markdown paragraph, without its marks.

use std::ops::Range;

use crate::import::{entities, marks};

/// How far the end of a link's address is looked for, in bytes.
const MAX_ADDRESS: usize = 1000;
/// How far the end of a tag is looked for, in bytes.
const MAX_TAG: usize = 1000;

/// The author with whom a comment begins in strong type (`**Ann:** …` or `**Ann**: …`), and what
/// follows.
pub(super) fn leading_author(raw: &str) -> Option<(String, &str)> {
    let rest = raw.trim_start().strip_prefix("**")?;
    let (inside, rest) = rest.split_once("**")?;
    let rest = if inside.trim_end().ends_with(':') { rest } else { rest.strip_prefix(':')? };
    let author = marks::name(&text(inside))?;
    Some((author, rest.trim_start()))
}

/// A run of `*`, `_` or `~` that may open or close emphasis.
struct Run {
    /// Where its signs that are not used yet lie in the output.
    range: Range<usize>,
}

/// The text without marks.
pub(super) fn text(raw: &str) -> String {
    let mut reader = Reader { raw, out: String::with_capacity(raw.len()), ..Reader::default() };
    reader.read();
    reader.finish()
}

#[derive(Default)]
struct Reader<'a> {
    raw: &'a str,
    out: String,
    /// Parts of the output that were marks.
    dead: Vec<Range<usize>>,
    /// Where unclosed brackets stand in the output, and whether an image begins there.
    brackets: Vec<(usize, bool)>,
    /// Unclosed runs of `*`, `_` and `~`.
    runs: [Vec<Run>; 3],
}

impl<'a> Reader<'a> {
    fn rest(&self, at: usize) -> &'a str {
        self.raw.get(at..).unwrap_or("")
    }

    fn read(&mut self) {
        let mut at = 0;
        while let Some(c) = self.rest(at).chars().next() {
            at += match c {
                '\\' => self.escape(at),
                '`' => self.code(at),
                '<' => self.angle(at),
                '&' => self.entity(at),
                '!' if self.rest(at).starts_with("![") => self.bracket(2, true),
                '[' => self.bracket(1, false),
                ']' => self.close(at),
                '*' | '_' | '~' => self.run(at, c),
                _ => self.plain(at),
            };
        }
    }

    /// Copies what has no meaning, up to the next sign that may have one.
    fn plain(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let more = rest.get(first..).unwrap_or("");
        let until =
            more.find(['\\', '`', '<', '&', '!', '[', ']', '*', '_', '~']).unwrap_or(more.len());
        self.copy(at, first + until)
    }

    fn copy(&mut self, at: usize, length: usize) -> usize {
        self.out.push_str(self.raw.get(at..at + length).unwrap_or(""));
        length
    }

    fn escape(&mut self, at: usize) -> usize {
        match self.rest(at + 1).chars().next() {
            Some(c) if c.is_ascii_punctuation() => {
                self.out.push(c);
                2
            }
            Some('\n') => 1,
            _ => self.copy(at, 1),
        }
    }

    fn code(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let ticks = rest.bytes().take_while(|&b| b == b'`').count();
        let inside = rest.get(ticks..).unwrap_or("");
        let mut from = 0;
        // A code span that is longer than an address is not looked for: time stays linear.
        let window = inside.get(..inside.floor_char_boundary(MAX_ADDRESS)).unwrap_or("");
        while let Some(found) = window.get(from..).and_then(|rest| rest.find('`')) {
            let start = from + found;
            let closing =
                window.get(start..).unwrap_or("").bytes().take_while(|&b| b == b'`').count();
            if closing == ticks {
                self.out.push_str(window.get(..start).unwrap_or("").trim());
                return ticks + start + ticks;
            }
            from = start + closing;
        }
        self.copy(at, ticks)
    }

    fn angle(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let window = rest.get(..rest.floor_char_boundary(MAX_TAG)).unwrap_or("");
        if window.starts_with("<!--") {
            return window.find("-->").map_or_else(|| self.copy(at, 1), |end| end + 3);
        }
        let Some(end) = window.find('>') else { return self.copy(at, 1) };
        let inside = window.get(1..end).unwrap_or("");
        let address = !inside.contains(char::is_whitespace)
            && (inside.contains("://") || inside.contains('@') || inside.starts_with("mailto:"));
        if address {
            self.out.push_str(inside);
            return end + 1;
        }
        let name = inside.strip_prefix('/').unwrap_or(inside);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return self.copy(at, 1);
        }
        if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("br")) {
            self.out.push('\n');
        }
        end + 1
    }

    fn entity(&mut self, at: usize) -> usize {
        match entities::decode(self.rest(at)) {
            Some((decoded, length)) => {
                self.out.push_str(&decoded);
                length
            }
            None => self.copy(at, 1),
        }
    }

    fn bracket(&mut self, length: usize, image: bool) -> usize {
        self.brackets.push((self.out.len(), image));
        self.out.push_str(if image { "![" } else { "[" });
        length
    }

    fn close(&mut self, at: usize) -> usize {
        let Some((start, image)) = self.brackets.pop() else { return self.copy(at, 1) };
        let rest = self.rest(at + 1);
        let window = rest.get(..rest.floor_char_boundary(MAX_ADDRESS)).unwrap_or("");
        let target = match window.chars().next() {
            Some('(') => address(window),
            Some('[') => window.find(']').map(|end| end + 1),
            _ => None,
        };
        let Some(length) = target else { return self.copy(at, 1) };
        if image {
            self.dead.push(start..self.out.len());
        } else {
            self.dead.push(start..start + 1);
        }
        1 + length
    }

    fn run(&mut self, at: usize, sign: char) -> usize {
        let length = self.rest(at).chars().take_while(|&c| c == sign).count();
        let before = self.raw.get(..at).and_then(|b| b.chars().next_back()).unwrap_or(' ');
        let after = self.rest(at + length).chars().next().unwrap_or(' ');
        let word = |c: char| c.is_alphanumeric();
        let opens = !after.is_whitespace()
            && (word(after) || !word(before))
            && (sign != '_' || !word(before));
        let closes = !before.is_whitespace()
            && (word(before) || !word(after) || !before.is_whitespace())
            && (sign != '_' || !word(after));
        let start = self.out.len();
        self.copy(at, length);
        let mut own = start..start + length;
        let slot = match sign {
            '*' => 0,
            '_' => 1,
            _ => 2,
        };
        let Some(stack) = self.runs.get_mut(slot) else { return length };
        if sign == '~' && length != 2 {
            return length;
        }
        while closes && !own.is_empty() {
            let Some(open) = stack.last_mut() else { break };
            let used = open.range.len().min(own.len());
            self.dead.push(open.range.end - used..open.range.end);
            self.dead.push(own.start..own.start + used);
            open.range.end -= used;
            own.start += used;
            if open.range.is_empty() {
                stack.pop();
            }
        }
        if opens && !own.is_empty() {
            stack.push(Run { range: own });
        }
        length
    }

    /// The output without the marks.
    fn finish(mut self) -> String {
        crate::order::sort_by_key(&mut self.dead, |range| range.start);
        let mut text = String::with_capacity(self.out.len());
        let mut at = 0;
        for range in &self.dead {
            text.push_str(self.out.get(at..range.start).unwrap_or(""));
            at = at.max(range.end);
        }
        text.push_str(self.out.get(at..).unwrap_or(""));
        text
    }
}

/// The length of a link's address in parentheses.
fn address(window: &str) -> Option<usize> {
    let mut depth = 0;
    for (i, byte) in window.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(i + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_text_stays() {
        let check = |raw: &str, expected: &str| assert_eq!(text(raw), expected, "of {raw}");
        check("**Bold**, *so* and ***both***, __x__ _y_", "Bold, so and both, x y");
        check("5 * 3 is snake_case_name, 2*3*4", "5 * 3 is snake_case_name, 234");
        check("[a *link*](http://x.y/(z) \"t\") and [ref][1], [12]", "a link and ref, [12]");
        check("![alt](x.png) image", " image");
        check("`co*de*` and ``a ` b``, a ` tick", "co*de* and a ` b, a ` tick");
        check("<b>raw</b> <https://x.y> a < b <br>c", "raw https://x.y a < b \nc");
        check("\\*not\\* AT&amp;T &copy; &nope;", "*not* AT&T © &nope;");
        check("~~gone~~ ~5", "gone ~5");
    }

    #[test]
    fn authors() {
        let check = |raw: &str, expected: Option<(&str, &str)>| {
            let found = leading_author(raw);
            assert_eq!(found.as_ref().map(|(a, r)| (a.as_str(), *r)), expected);
        };
        check("**Ann Lee:** I agree", Some(("Ann Lee", "I agree")));
        check("**Ann**: so", Some(("Ann", "so")));
        check("**Never** again", None);
    }
}
