//! `lab corpus import`: sheets into three files, split by discussion and subject.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};

use super::{Labelled, check, read};

/// Subjects that only the test part holds.
const TEST: &[&str] = &["animals", "religion", "space", "trade"];

/// How many discussions of a subject there are for training before one is for development.
const BEFORE_DEVELOPMENT: usize = 2;
const TRAIN: usize = 0;
const DEV: usize = 1;

/// Reads sheets, refuses them if anything does not fit, and adds them to the parts. What is in a
/// part stays there; a sheet of a discussion that is there already takes its place.
pub(super) fn import(files: &[PathBuf], into: &Path) -> Result<()> {
    let paths = ["train", "dev", "test"].map(|part| into.join(format!("{part}.jsonl")));
    let mut parts: [Vec<Labelled>; 3] = Default::default();
    for (part, path) in parts.iter_mut().zip(&paths).filter(|(_, path)| path.exists()) {
        part.extend(read(path)?.into_iter().map(|(discussion, _)| discussion));
    }
    for file in files {
        for (discussion, mut problems) in read(file)? {
            problems.extend(check::check(&discussion));
            if let Some(problem) = problems.first() {
                bail!("{}: {}: {}", file.display(), discussion.id, problem.says);
            }
            add(&mut parts, discussion);
        }
    }
    fs::create_dir_all(into)?;
    for (part, path) in parts.iter_mut().zip(&paths) {
        part.sort_by(|a, b| (&a.subject, &a.id).cmp(&(&b.subject, &b.id)));
        let mut text = String::new();
        for discussion in part {
            text.push_str(&serde_json::to_string(discussion).context("cannot be written")?);
            text.push('\n');
        }
        fs::write(path, text)?;
    }
    Ok(())
}

/// Puts a discussion where its earlier form is, or else: those of some subjects for testing, one
/// of each other subject for development, the rest for training.
fn add(parts: &mut [Vec<Labelled>; 3], discussion: Labelled) {
    for part in parts.iter_mut() {
        if let Some(place) = part.iter_mut().find(|known| known.id == discussion.id) {
            *place = discussion;
            return;
        }
    }
    let of_subject =
        |part: usize| parts[part].iter().filter(|d| d.subject == discussion.subject).count();
    let part = if TEST.contains(&discussion.subject.as_str()) {
        2
    } else if of_subject(DEV) == 0 && of_subject(TRAIN) >= BEFORE_DEVELOPMENT {
        DEV
    } else {
        TRAIN
    };
    parts[part].push(discussion);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_share_no_subject_of_the_test_part_and_nothing_moves() {
        let mut parts: [Vec<Labelled>; 3] = Default::default();
        let with = |subject: &str, n: usize, title: &str| Labelled {
            id: format!("{subject}-{n}"),
            subject: subject.to_owned(),
            title: title.to_owned(),
            ..Labelled::default()
        };
        for n in 0..9 {
            for subject in check::SUBJECTS {
                add(&mut parts, with(subject, n, "first"));
            }
        }
        let tested = TEST.len();
        let sizes = parts.each_ref().map(Vec::len);
        let others = check::SUBJECTS.len() - tested;
        assert_eq!(sizes, [others * 8, others, tested * 9]);
        for part in &parts[..2] {
            assert!(part.iter().all(|d| !TEST.contains(&d.subject.as_str())));
        }
        for subject in check::SUBJECTS {
            add(&mut parts, with(subject, 2, "second"));
        }
        assert_eq!(parts.each_ref().map(Vec::len), sizes);
        assert_eq!(parts[1].iter().filter(|d| d.title == "second").count(), others);
    }
}
