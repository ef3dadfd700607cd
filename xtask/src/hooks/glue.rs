//! The scripts between the browser and the programs, as wasm-bindgen writes them, made lighter.
//!
//! What a program imports has a long name with a hash in it, twice: in the script and in the program.
//! Short names do as well, and are six kilobytes less after brotli. Comments and indents go, too.
//! And where no worker can be started, several of these scripts run in one page, so that none may
//! begin with a declaration that can stand only once.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, Result, bail};

use crate::workspace::files_below;

/// How the name of a program ends; that of its script is the same with `.js` in its place.
const PROGRAM: &str = "_bg.wasm";
/// What wasm-bindgen begins a script for a page without modules with.
const ONCE: &str = "let wasm_bindgen = ";
/// The same, and allowed again.
const AGAIN: &str = "var wasm_bindgen = ";
/// The section of a program that names what it imports.
const IMPORTS: u8 = 2;
/// An import that is a function.
const FUNCTION: u8 = 0;

/// Makes all programs of a build lighter, with their scripts.
pub(super) fn squeeze(staging: &Path) -> Result<()> {
    for file in files_below(staging)? {
        let Some(name) = file.strip_suffix(PROGRAM) else { continue };
        let (program, script) = (staging.join(&file), staging.join(format!("{name}.js")));
        let said = || script.display().to_string();
        let (bytes, names) = renamed(&fs::read(&program)?).with_context(said)?;
        let text = squeezed(&fs::read_to_string(&script).with_context(said)?, &names);
        fs::write(&script, text.with_context(said)?)?;
        fs::write(&program, bytes)?;
    }
    Ok(())
}

/// The program with short names for its imports, and these by the long ones.
fn renamed(program: &[u8]) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let mut names = BTreeMap::new();
    let (head, mut rest) = program.split_at_checked(8).context("this is no program")?;
    let mut written = head.to_vec();
    while let Some((&section, behind)) = rest.split_first() {
        let (length, behind) = number(behind)?;
        let (body, behind) = behind.split_at_checked(length).context("a section breaks off")?;
        let body = if section == IMPORTS { imports(body, &mut names)? } else { body.to_vec() };
        written.push(section);
        write_number(body.len(), &mut written);
        written.extend(body);
        rest = behind;
    }
    Ok((written, names))
}

/// The section of imports with short names.
fn imports(section: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut written = Vec::new();
    write_number(count, &mut written);
    for at in 0..count {
        let (module, behind) = text(rest)?;
        let (name, behind) = text(behind)?;
        let Some((&FUNCTION, behind)) = behind.split_first() else {
            bail!("{name} is no function");
        };
        let (of_type, behind) = number(behind)?;
        rest = behind;
        let short = format!("i{at}");
        for part in [module, short.as_str()] {
            write_number(part.len(), &mut written);
            written.extend(part.as_bytes());
        }
        written.push(FUNCTION);
        write_number(of_type, &mut written);
        names.insert(name.to_owned(), short);
    }
    Ok(written)
}

/// A number of the format (LEB128), and what stands behind it.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut found = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        found |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Ok((found, &bytes[place + 1..]));
        }
    }
    bail!("a number breaks off")
}

fn write_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A text of the format, and what stands behind it.
fn text(bytes: &[u8]) -> Result<(&str, &[u8])> {
    let (length, bytes) = number(bytes)?;
    let (said, behind) = bytes.split_at_checked(length).context("a name breaks off")?;
    Ok((std::str::from_utf8(said)?, behind))
}

/// The script with the short names, and without comments and indents.
fn squeezed(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut written = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            written.push_str(line);
            written.push('\n');
        }
    }
    for (long, short) in names {
        // The names are long and have hashes in them: they stand nowhere but as keys.
        let key = format!("\n{long}: ");
        if written.matches(&key).count() != 1 {
            bail!("{long} does not stand in the script as expected");
        }
        written = written.replacen(&key, &format!("\n{short}: "), 1);
    }
    if written.starts_with(ONCE) {
        written = written.replacen(ONCE, AGAIN, 1);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that imports two functions of a module and has another section behind them.
    fn program() -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        let mut section = vec![2];
        for name in ["__wbg_then_0123456789abcdef", "__wbg_now_fedcba9876543210"] {
            section.extend([1, b'm', name.len() as u8]);
            section.extend(name.as_bytes());
            section.extend([FUNCTION, 3]);
        }
        bytes.extend([IMPORTS, section.len() as u8]);
        bytes.extend(section);
        bytes.extend([11, 2, 7, 7]);
        bytes
    }

    #[test]
    fn imports_get_short_names() {
        let (bytes, names) = renamed(&program()).expect("a program");
        assert_eq!(names["__wbg_now_fedcba9876543210"], "i1");
        let expected =
            b"\0asm\x01\0\0\0\x02\x0f\x02\x01m\x02i0\0\x03\x01m\x02i1\0\x03\x0b\x02\x07\x07";
        assert_eq!(bytes, expected);
        assert!(renamed(&program()[..30]).is_err());
    }

    #[test]
    fn a_script_follows() {
        let script = "let wasm_bindgen = (function() {\n    /**\n     * Says.\n     */\n    // No.\n    \
                      return {\n        __wbg_then_01: function() {},\n    };\n})();\n";
        let names = BTreeMap::from([("__wbg_then_01".to_owned(), "i0".to_owned())]);
        let expected =
            "var wasm_bindgen = (function() {\nreturn {\ni0: function() {},\n};\n})();\n";
        assert_eq!(squeezed(script, &names).expect("a script"), expected);
        assert!(squeezed("", &names).is_err());
    }

    #[test]
    fn numbers_of_several_bytes() {
        for value in [0, 127, 128, 300, 1_000_000] {
            let mut bytes = Vec::new();
            write_number(value, &mut bytes);
            assert_eq!(number(&bytes).expect("a number"), (value, &[][..]));
        }
    }
}
