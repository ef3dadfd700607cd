//! What does not fit in labelled discussions: spans, references, missing and superfluous labels,
//! sizes, and texts that are near copies of each other.

use std::{collections::BTreeMap, io::Write as _, io::stdout, path::PathBuf};

use anyhow::{Result, bail};

use super::{Entity, Labelled, Paragraph, Piece, Post, Problem, figures, read, shingles};

/// What discussions may be about, as in `corpus/GUIDE.md`.
pub(super) const SUBJECTS: &[&str] = &[
    "war",
    "elections",
    "courts",
    "health",
    "schools",
    "climate",
    "technology",
    "labour",
    "housing",
    "migration",
    "sport",
    "culture",
    "science",
    "religion",
    "local",
    "companies",
    "policing",
    "trade",
    "energy",
    "farming",
    "transport",
    "media",
    "money",
    "animals",
    "food",
    "history",
    "diplomacy",
    "gender",
    "tourism",
    "space",
];
const TYPES: &[&str] = &["person", "organisation", "place", "group", "event", "work", "other"];
const KINDS: &[&str] = &["name", "adjective", "nominal", "pronoun"];
const HARD: &[&str] = &[
    "irony",
    "rhetorical-question",
    "contrast",
    "two-targets",
    "negative-words-support",
    "positive-words-critical",
    "praise-by-contrast",
    "reported-shared",
    "reported-rejected",
    "reported-open",
    "parent-agreement",
    "conditional",
    "negation",
    "comparison",
    "pronoun-target",
    "no-cue-word",
];
/// Evidence is the cue, not the sentence: the most words that a piece of it may have.
const EVIDENCE_WORDS: usize = 14;

/// Checks files, writes what does not fit to standard output, then figures over all.
pub(super) fn command(files: &[PathBuf]) -> Result<()> {
    let mut out = stdout().lock();
    let (mut all, mut found) = (Vec::new(), 0);
    let mut ids: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in files {
        for (discussion, mut problems) in read(file)? {
            problems.extend(check(&discussion));
            if let Some(other) = ids.insert(discussion.id.clone(), file.clone()) {
                let says = format!("the id {} is also in {}", discussion.id, other.display());
                problems.push(Problem { line: 0, says });
            }
            found += problems.len();
            for Problem { line, says } in problems {
                writeln!(out, "{}:{line}: {}: {says}", file.display(), discussion.id)?;
            }
            all.push(discussion);
        }
    }
    for (first, second, share) in shingles::near(&all) {
        found += 1;
        writeln!(out, "{first} and {second} share {:.0} % of their runs of words", share * 100.0)?;
    }
    write!(out, "{}", figures::table(&all))?;
    if found > 0 {
        bail!("{found} things do not fit");
    }
    Ok(())
}

/// What does not fit in one discussion, apart from how its sheet is written.
pub(super) fn check(discussion: &Labelled) -> Vec<Problem> {
    let mut says = Vec::new();
    let plain = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !plain(&discussion.id) {
        says.push("the id is not of small letters, digits and hyphens".to_owned());
    }
    if !SUBJECTS.contains(&discussion.subject.as_str()) {
        says.push(format!("`{}` is none of the guide's subjects", discussion.subject));
    }
    for Entity { slug, kind, gender, .. } in &discussion.entities {
        if !plain(slug) || discussion.entities.iter().filter(|e| e.slug == *slug).count() > 1 {
            says.push(format!("the slug `{slug}` is not plain, or not the only one"));
        }
        if !TYPES.contains(&kind.as_str()) || !["female", "male", "-"].contains(&gender.as_str()) {
            says.push(format!("`{slug}` has the type `{kind}` and the gender `{gender}`"));
        }
        let mut mentions = discussion.paragraphs().flat_map(|(_, p)| &p.mentions);
        if !mentions.any(|mention| mention.entity == *slug) {
            says.push(format!("`{slug}` is never mentioned"));
        }
    }
    let comments = discussion.posts.iter().filter(|post| post.is_comment()).count();
    let paragraphs = discussion.posts.first().map_or(0, |post| post.paragraphs.len());
    if !(3..=12).contains(&comments) || !(2..=6).contains(&paragraphs) {
        says.push(format!("{paragraphs} paragraphs of article and {comments} comments"));
    }
    for (number, post) in discussion.posts.iter().enumerate() {
        check_post(discussion, number, post, &mut says);
    }
    says.into_iter().map(|says| Problem { line: 0, says }).collect()
}

fn check_post(discussion: &Labelled, number: usize, post: &Post, says: &mut Vec<String>) {
    if post.paragraphs.is_empty() {
        says.push(format!("post {number} has no paragraph"));
    }
    if post.parent.is_some_and(|parent| parent >= number)
        || post.answers.iter().any(|answer| answer.post >= number)
    {
        says.push(format!("post {number} answers a post that does not stand before it"));
    }
    for paragraph in &post.paragraphs {
        let mut local = Vec::new();
        check_spans(paragraph, &mut local);
        check_labels(discussion, paragraph, &mut local);
        unmarked(discussion, paragraph, &mut local);
        let opening: String = paragraph.text.chars().take(30).collect();
        says.extend(local.into_iter().map(|s| format!("post {number} (“{opening}…”): {s}")));
    }
}

fn check_spans(paragraph: &Paragraph, says: &mut Vec<String>) {
    let points: Vec<char> = paragraph.text.chars().collect();
    let stands = |piece: &Piece| {
        points
            .get(piece.start..piece.end)
            .is_some_and(|at| at.iter().copied().eq(piece.text.chars()))
    };
    let mentions = paragraph.mentions.iter().map(|mention| &mention.piece);
    let evidence = paragraph.stances.iter().flat_map(|stance| &stance.evidence);
    let cues = paragraph.opinions.iter().flat_map(|opinion| &opinion.cues);
    let said = paragraph.attributions.iter().flat_map(|said| [&said.cue, &said.content]);
    for piece in mentions.chain(evidence).chain(cues).chain(said) {
        if piece.text.is_empty() || !stands(piece) {
            says.push(format!("`{}` does not stand at {}", piece.text, piece.start));
        }
    }
    for pair in paragraph.mentions.windows(2) {
        if let [a, b] = pair
            && a.piece.end > b.piece.start
        {
            says.push(format!("`{}` and `{}` overlap", a.piece.text, b.piece.text));
        }
    }
    for piece in paragraph.stances.iter().flat_map(|stance| &stance.evidence) {
        if piece.text.split_whitespace().count() > EVIDENCE_WORDS {
            says.push(format!("`{}` is more than the cue", piece.text));
        }
    }
}

fn check_labels(discussion: &Labelled, paragraph: &Paragraph, says: &mut Vec<String>) {
    let known = |slug: &str| discussion.entity(slug).is_some();
    for mention in &paragraph.mentions {
        if !known(&mention.entity) || !KINDS.contains(&mention.kind.as_str()) {
            says.push(format!("`{}` is not declared", mention.entity));
        } else if !paragraph.stances.iter().any(|stance| stance.entity == mention.entity) {
            says.push(format!("`{}` is mentioned and not judged", mention.entity));
        }
    }
    let mentioned = |slug: &str| paragraph.mentions.iter().any(|m| m.entity == slug);
    for stance in &paragraph.stances {
        if !mentioned(&stance.entity) {
            says.push(format!("`{}` is judged and not mentioned", stance.entity));
        }
    }
    for opinion in &paragraph.opinions {
        for slug in [&opinion.holder, &opinion.target] {
            if !mentioned(slug) {
                says.push(format!("`{slug}` of an opinion is not mentioned in its paragraph"));
            }
        }
        if opinion.holder == opinion.target {
            says.push(format!("`{}` has an opinion of itself", opinion.holder));
        }
    }
    for source in paragraph.attributions.iter().filter_map(|said| said.source.as_ref()) {
        if !known(source) {
            says.push(format!("the source `{source}` is not declared"));
        }
    }
    for tag in &paragraph.hard {
        if !HARD.contains(&tag.as_str()) {
            says.push(format!("`{tag}` is none of the guide's hard cases"));
        }
    }
}

/// Names that stand in the text without being marked.
fn unmarked(discussion: &Labelled, paragraph: &Paragraph, says: &mut Vec<String>) {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    for entity in &discussion.entities {
        for name in std::iter::once(&entity.name).chain(&entity.forms) {
            if name.chars().count() < 3 || !name.chars().any(char::is_uppercase) {
                continue;
            }
            for (at, _) in paragraph.text.match_indices(name.as_str()) {
                let (before, rest) = paragraph.text.split_at(at);
                let after = rest.get(name.len()..).unwrap_or("");
                let inside = before.ends_with(word) || after.starts_with(word);
                let start = before.chars().count();
                let end = start + name.chars().count();
                let marked =
                    paragraph.mentions.iter().any(|m| m.piece.start < end && start < m.piece.end);
                if !inside && !marked {
                    says.push(format!("`{name}` stands unmarked"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::sheet::{self, tests::SHEET},
        *,
    };

    #[test]
    fn a_small_discussion_is_found_too_small_and_otherwise_right() {
        let (discussion, _) = sheet::parse(SHEET);
        let says: Vec<String> = check(&discussion).into_iter().map(|p| p.says).collect();
        assert_eq!(says, ["1 paragraphs of article and 1 comments"]);
    }

    #[test]
    fn what_does_not_fit_is_found() {
        let found = |from: &str, to: &str, expected: &str| {
            let (discussion, _) = sheet::parse(&SHEET.replace(from, to));
            let problems = check(&discussion);
            assert!(problems.iter().any(|p| p.says.contains(expected)), "{to}: {problems:?}");
        };
        found("[Ruiz=ruiz]", "Ruiz", "stands unmarked");
        found("= neutral ruiz, town", "= neutral ruiz", "mentioned and not judged");
        found("[Ruiz=ruiz]", "[Ruiz=reyes]", "not declared");
        found("! reported-open", "! very-hard", "hard cases");
        found("subject: local", "subject: gossip", "subjects");
        found("> ruiz -> town", "> ruiz -> ruiz", "of itself");
        let (mut discussion, _) = sheet::parse(SHEET);
        discussion.posts[0].paragraphs[0].mentions[0].piece.start += 1;
        assert!(check(&discussion).iter().any(|p| p.says.contains("does not stand at")));
    }
}
