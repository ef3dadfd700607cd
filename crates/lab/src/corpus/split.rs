//! `lab corpus import`: sheets into three files, split by discussion and subject.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context as _, Result, bail};

use super::{Labelled, check, read};

/// Subjects that only the test part holds.
const TEST: &[&str] = &["animals", "religion", "space", "trade"];

/// Reads sheets, refuses them if anything does not fit, and writes the parts, which hold what was
/// there before and is not given anew.
pub(super) fn import(files: &[PathBuf], into: &std::path::Path) -> Result<()> {
    let mut all: BTreeMap<(String, String), Labelled> = BTreeMap::new();
    let parts = ["train", "dev", "test"].map(|part| into.join(format!("{part}.jsonl")));
    let before = parts.iter().filter(|part| part.exists());
    for file in before.chain(files) {
        for (discussion, mut problems) in read(file)? {
            problems.extend(check::check(&discussion));
            if let Some(problem) = problems.first() {
                bail!("{}: {}: {}", file.display(), discussion.id, problem.says);
            }
            all.insert((discussion.subject.clone(), discussion.id.clone()), discussion);
        }
    }
    fs::create_dir_all(into)?;
    let mut texts = [String::new(), String::new(), String::new()];
    let mut seen: Vec<&str> = Vec::new();
    for ((subject, _), discussion) in &all {
        let part = part(subject, seen.iter().filter(|s| *s == subject).count());
        seen.push(subject);
        let line = serde_json::to_string(discussion).context("a discussion cannot be written")?;
        texts[part].push_str(&line);
        texts[part].push('\n');
    }
    for (part, text) in parts.iter().zip(texts) {
        fs::write(part, text)?;
    }
    Ok(())
}

/// The part (0 train, 1 dev, 2 test) of a subject's discussion, by its place among the ids of the
/// subject in order: the third of each is for development.
fn part(subject: &str, place: usize) -> usize {
    match place {
        _ if TEST.contains(&subject) => 2,
        2 => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_subject_of_the_test_part_is_elsewhere() {
        for subject in check::SUBJECTS {
            let parts: Vec<usize> = (0..9).map(|place| part(subject, place)).collect();
            assert_eq!(parts.contains(&2), TEST.contains(subject));
            assert_eq!(
                parts.iter().filter(|part| **part == 1).count(),
                usize::from(!parts.contains(&2))
            );
        }
    }
}
