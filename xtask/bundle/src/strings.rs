//! What the interface says: `strings/*.ftl`, Fluent files, one a language. Each becomes a table that
//! the page reads without a parser: a message a line, in the order of the English file. A character
//! below U+0009 is a variable, in alphabetical order; a plural begins with U+0010 and up (the number of
//! its variable), U+001E stands before the words for any number but one, U+001F ends it.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey},
    parser,
};

/// The language that the others are compared with, and that is shown where none fits.
const FIRST: &str = "en";
/// The name of a language in itself.
const NAME: &str = "language-name";
/// As many variables as have characters.
const VARIABLES: usize = 8;

/// A language, ready for the page.
#[derive(Debug)]
pub struct Language {
    /// Its code (BCP 47).
    pub code: String,
    /// What it calls itself.
    pub name: String,
    /// A message a line.
    pub table: String,
}

/// The languages of a folder, the one that others are compared with first.
///
/// # Errors
/// Where a file is damaged, or one has other messages or variables than the first.
pub fn languages(from: &Path) -> Result<Vec<Language>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(from).context("there is no folder strings/")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(code, fs::read_to_string(&path)?);
        }
    }
    let first = files.remove(FIRST).context("strings/en.ftl is missing")?;
    let first = messages(&first).context("strings/en.ftl")?;
    let mut languages = vec![language(FIRST, &first, &first)?];
    for (code, text) in &files {
        let found = || language(code, &messages(text)?, &first);
        languages.push(found().with_context(|| format!("strings/{code}.ftl"))?);
    }
    Ok(languages)
}

/// Writes a table for each language, named by its code and its content, and a list of them.
///
/// # Errors
/// Where languages do not fit or files cannot be written.
pub fn bundle(from: &Path, page: &Path) -> Result<()> {
    let to = page.join("strings");
    fs::create_dir_all(&to)?;
    let mut list = Vec::new();
    for Language { code, name, table } in languages(from)? {
        let digest = engine::Models::hash(&[("", table.as_bytes())]);
        let file = format!("{code}-{}", digest.get(..12).unwrap_or(&digest));
        fs::write(to.join(format!("{file}.txt")), table)?;
        list.push(format!("{file} {name}"));
    }
    // The page's document names them, as it does its programs.
    let document = page.join("index.html");
    let html = fs::read_to_string(&document).context("there is no page")?;
    let root = "<html lang=\"en\"";
    ensure!(html.matches(root).count() == 1, "the page's first element is not as expected");
    let root_with_list = format!("{root} data-languages=\"{}\"", list.join(","));
    fs::write(document, html.replacen(root, &root_with_list, 1))?;
    Ok(())
}

/// A message as it stands in its file.
struct Message {
    name: String,
    pattern: Pattern<String>,
    /// In alphabetical order.
    variables: Vec<String>,
}

fn messages(text: &str) -> Result<Vec<Message>> {
    let Resource { body } = parser::parse(text.to_owned()).map_err(|(_, errors)| {
        anyhow!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    })?;
    let mut messages: Vec<Message> = Vec::new();
    for entry in body {
        let Entry::Message(message) = entry else {
            // Comments are for people.
            ensure!(!matches!(entry, Entry::Term(_) | Entry::Junk { .. }), "only messages, please");
            continue;
        };
        let name = message.id.name;
        let pattern = message.value.with_context(|| format!("{name} says nothing"))?;
        ensure!(messages.iter().all(|other| other.name != name), "{name} stands twice");
        let mut variables = Vec::new();
        collect(&pattern, &mut variables).with_context(|| name.clone())?;
        variables.sort_unstable();
        variables.dedup();
        ensure!(variables.len() <= VARIABLES, "{name} has too many variables");
        messages.push(Message { name, pattern, variables });
    }
    Ok(messages)
}

fn collect(pattern: &Pattern<String>, into: &mut Vec<String>) -> Result<()> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => into.extend(variable(inline).map(str::to_owned)),
            Expression::Select { selector, variants } => {
                let name = variable(selector).context("plurals are of variables")?;
                into.push(name.to_owned());
                for variant in variants {
                    collect(&variant.value, into)?;
                }
            }
        }
    }
    Ok(())
}

fn variable(expression: &InlineExpression<String>) -> Option<&str> {
    match expression {
        InlineExpression::VariableReference { id } => Some(&id.name),
        _ => None,
    }
}

fn language(code: &str, given: &[Message], first: &[Message]) -> Result<Language> {
    let named = |name: &str| given.iter().find(|message| message.name == name);
    if let Some(other) = given.iter().find(|one| first.iter().all(|known| known.name != one.name)) {
        bail!("{} is not in strings/{FIRST}.ftl", other.name);
    }
    let mut table = String::new();
    let mut name = None;
    for expected in first {
        let message =
            named(&expected.name).with_context(|| format!("{} is missing", expected.name))?;
        ensure!(
            message.variables == expected.variables,
            "{} has the variables {:?} and should have {:?}",
            message.name,
            message.variables,
            expected.variables
        );
        let start = table.len();
        write(&message.pattern, &message.variables, false, &mut table)
            .with_context(|| message.name.clone())?;
        let line = table.get(start..).unwrap_or_default();
        ensure!(!line.trim().is_empty(), "{} says nothing", message.name);
        ensure!(!line.contains('\n'), "{} has more than one paragraph", message.name);
        if message.name == NAME {
            name = Some(line.to_owned());
        }
        table.push('\n');
    }
    let name = name.with_context(|| format!("{NAME} is missing"))?;
    let plain = |text: &str| !text.contains(['"', ',', '<', '&']);
    ensure!(plain(code) && plain(&name), "the name of the language cannot stand in the page");
    Ok(Language { code: code.to_owned(), name, table })
}

fn write(
    pattern: &Pattern<String>,
    variables: &[String],
    in_plural: bool,
    out: &mut String,
) -> Result<()> {
    let place = |name: &str| variables.iter().position(|known| known == name).unwrap_or_default();
    let mark = |number: usize| u32::try_from(number).ok().and_then(char::from_u32).unwrap_or(' ');
    for element in &pattern.elements {
        let expression = match element {
            PatternElement::TextElement { value } => {
                // What goes over several lines of the file is one line for the reader.
                out.push_str(&value.replace('\n', " "));
                continue;
            }
            PatternElement::Placeable { expression } => expression,
        };
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => out.push_str(value),
            Expression::Inline(inline) => {
                let name = variable(inline).context("only variables and plurals are filled in")?;
                out.push(mark(place(name) + 1));
            }
            Expression::Select { selector, variants } => {
                ensure!(!in_plural, "a plural stands in a plural");
                let named = |key: &str| {
                    variants.iter().find(|variant| {
                        matches!(&variant.key, VariantKey::Identifier { name } if name == key)
                    })
                };
                let (Some(one), Some(other), 2) = (named("one"), named("other"), variants.len())
                else {
                    bail!("a plural has [one] and *[other]");
                };
                let name = variable(selector).unwrap_or_default();
                write!(out, "{}", mark(place(name) + 0x10))?;
                write(&one.value, variables, true, out)?;
                out.push('\u{1e}');
                write(&other.value, variables, true, out)?;
                out.push('\u{1f}');
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<String> {
        let text = format!("{NAME} = X\n{text}");
        let messages = messages(&text)?;
        let language = language("x", &messages, &messages)?;
        Ok(language.table.trim_start_matches("X\n").to_owned())
    }

    #[test]
    fn messages_become_lines() {
        for (text, expected) in [
            ("open = Open\n# Why.\nclose = Close\n", "Open\nClose\n"),
            ("of = { $shown } of { $all }\n", "\u{2} of \u{1}\n"),
            ("space = { \" \" }a\n", " a\n"),
            ("long =\n    One\n    two\n", "One two\n"),
            (
                "posts =\n    { $count } { $count ->\n        [one] post\n       *[other] posts\n    }!\n",
                "\u{1} \u{10}post\u{1e}posts\u{1f}!\n",
            ),
        ] {
            assert_eq!(table(text).expect("a table"), expected);
        }
    }

    #[test]
    fn what_the_page_cannot_fill_in_is_refused() {
        for text in [
            "a = { other }\n",
            "a = { NUMBER($n) }\n",
            "a = { $n ->\n    [few] x\n   *[other] y\n }\n",
            "a = { $n ->\n   *[other] y\n }\n",
            "a = x\na = y\n",
            "a = \n",
            "-term = x\n",
            "no message\n",
        ] {
            assert!(table(text).is_err(), "{text}");
        }
    }

    #[test]
    fn languages_have_the_same_messages_and_variables() {
        let given = |text: &str| messages(&format!("{NAME} = X\n{text}")).expect("messages");
        let first = given("a = { $n } of { $m }\nb = B\n");
        let check = |text: &str| language("x", &given(text), &first).map(|found| found.table);
        assert_eq!(check("b = Be\na = { $m }: { $n }\n").expect("fits"), "X\n\u{1}: \u{2}\nBe\n");
        for wrong in
            ["a = { $n }\nb = B\n", "a = { $n }{ $m }\n", "a = { $n }{ $m }\nb = B\nc = C\n"]
        {
            assert!(check(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_languages_of_this_page_fit() {
        let all = languages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../strings"));
        let all = all.expect("languages that fit");
        assert!(all.len() > 1 && all[0].code == "en", "{all:?}");
    }
}
