//! `lab corpus`: our own annotated discussions, written as sheets and kept as JSON lines.
//! What the labels mean is in `corpus/GUIDE.md`.

mod agreement;
mod assembled;
mod check;
mod figures;
mod sheet;
mod shingles;
mod split;

use std::{
    fs,
    io::{Write as _, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use lexopt::{Arg, Parser, ValueExt as _};
use serde::{Deserialize, Serialize};

pub(crate) use assembled::Assembled;

use crate::data;

const USAGE: &str = "\
lab corpus check FILE…                  what does not fit, and figures over all
lab corpus import SHEET… --into FOLDER  sheets into train.jsonl, dev.jsonl and test.jsonl
lab corpus show ID FILE…                one discussion as a sheet
lab corpus blind FILE… --into FOLDER    sheets without labels, for a second labelling
lab corpus agreement FIRST SECOND       two labellings of the same discussions (files or folders)

A FILE is a sheet (.txt) or JSON lines (.jsonl).";

/// One discussion with its labels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Labelled {
    /// Its name in the corpus.
    pub(crate) id: String,
    /// What it is about, one of the guide's subjects.
    pub(crate) subject: String,
    /// The article's title.
    pub(crate) title: String,
    /// How its commenters write.
    pub(crate) register: String,
    /// Everyone and everything that is mentioned.
    pub(crate) entities: Vec<Entity>,
    /// The article first.
    pub(crate) posts: Vec<Post>,
}

/// Someone or something that mentions refer to: a slot that training can fill with another name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entity {
    /// Its name in the labels.
    pub(crate) slug: String,
    /// `person`, `organisation`, `place`, `group`, `event`, `work` or `other`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// `female`, `male` or `-`.
    pub(crate) gender: String,
    /// Its full name.
    pub(crate) name: String,
    /// Other names and adjectives.
    pub(crate) forms: Vec<String>,
}

/// The article or a comment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Post {
    /// `article` or `comments`.
    pub(crate) section: String,
    /// The author's name or handle.
    pub(crate) author: String,
    /// The post that it answers, counted from 0; none for the article.
    pub(crate) parent: Option<usize>,
    /// What it consists of.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// The writer's stance over the whole post, one for each entity that the post mentions.
    pub(crate) stances: Vec<Stance>,
    /// Posts whose side it takes, and posts whose side it does not take.
    pub(crate) answers: Vec<Answer>,
}

/// One paragraph with its labels. Offsets are code points of its text, end exclusive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Paragraph {
    /// The text.
    pub(crate) text: String,
    /// In the order of the text, without overlap.
    pub(crate) mentions: Vec<Mention>,
    /// The writer's stance in this paragraph, one for each entity that it mentions.
    pub(crate) stances: Vec<Stance>,
    /// What others are said to hold.
    pub(crate) opinions: Vec<Opinion>,
    /// What others are said to say.
    pub(crate) attributions: Vec<Attribution>,
    /// What makes it hard, in the guide's words.
    pub(crate) hard: Vec<String>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piece {
    /// First code point.
    pub(crate) start: usize,
    /// The code point behind the last.
    pub(crate) end: usize,
    /// The text between.
    pub(crate) text: String,
}

/// A piece that refers to an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mention {
    /// Where it stands.
    #[serde(flatten)]
    pub(crate) piece: Piece,
    /// The entity's slug.
    pub(crate) entity: String,
    /// `name`, `adjective`, `nominal` or `pronoun`.
    pub(crate) kind: String,
}

impl Mention {
    /// Whether it names the entity, as names and adjectives do.
    pub(crate) fn is_named(&self) -> bool {
        matches!(self.kind.as_str(), "name" | "adjective")
    }
}

/// A writer's stance on an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stance {
    /// The entity's slug.
    pub(crate) entity: String,
    /// `supportive`, `critical`, `mixed` or `neutral`.
    pub(crate) stance: String,
    /// The words that show it; empty for neutral ones and over a whole post.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) evidence: Vec<Piece>,
}

/// What somebody other than the writer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Opinion {
    /// Whose it is: an entity's slug.
    pub(crate) holder: String,
    /// Toward whom: an entity's slug.
    pub(crate) target: String,
    /// `supportive` or `critical`.
    pub(crate) polarity: String,
    /// What the writer makes of it: `shares`, `rejects` or `open`.
    pub(crate) voice: String,
    /// The words that show it.
    pub(crate) cues: Vec<Piece>,
}

/// What somebody is reported to say, think or write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attribution {
    /// The source's slug, where it has one.
    pub(crate) source: Option<String>,
    /// The words that report.
    pub(crate) cue: Piece,
    /// The words that are reported.
    pub(crate) content: Piece,
}

/// A post's side toward another post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The other post.
    pub(crate) post: usize,
    /// Takes its side, or the other.
    pub(crate) agrees: bool,
}

/// Something in a file that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The line, from 1; 0 for the whole.
    pub(crate) line: usize,
    /// What and why.
    pub(crate) says: String,
}

/// Runs the command.
///
/// # Errors
/// Where the arguments or files are not right, or a check finds something.
pub(crate) fn command(mut arguments: Parser) -> Result<()> {
    let (mut words, mut into) = (Vec::new(), None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("into") => into = Some(PathBuf::from(arguments.value()?)),
            Arg::Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let (verb, rest) = words.split_first().context(USAGE)?;
    let paths: Vec<PathBuf> = rest.iter().map(PathBuf::from).collect();
    match (verb.as_str(), paths.as_slice()) {
        ("check", [_, ..]) => check::command(&paths),
        ("import", [_, ..]) => split::import(&paths, &into.context(USAGE)?),
        ("show", [id, files @ ..]) => show(&id.display().to_string(), files),
        ("blind", [_, ..]) => blind(&paths, &into.context(USAGE)?),
        ("agreement", [first, second]) => agreement::command(first, second),
        _ => bail!(USAGE),
    }
}

/// The discussions of a sheet or of JSON lines, with what does not fit in how they are written.
fn read(file: &Path) -> Result<Vec<(Labelled, Vec<Problem>)>> {
    if file.extension().is_some_and(|extension| extension == "jsonl") {
        let all: Vec<Labelled> = data::read(file)?;
        return Ok(all.into_iter().map(|discussion| (discussion, Vec::new())).collect());
    }
    let text =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(vec![sheet::parse(&text)])
}

fn show(id: &str, files: &[PathBuf]) -> Result<()> {
    for file in files {
        if let Some((found, _)) = read(file)?.into_iter().find(|(found, _)| found.id == id) {
            write!(stdout(), "{}", sheet::write(&found))?;
            return Ok(());
        }
    }
    bail!("none of the files holds the discussion {id}")
}

/// Sheets with the text and its mentions and no other label.
fn blind(files: &[PathBuf], into: &Path) -> Result<()> {
    fs::create_dir_all(into)?;
    for file in files {
        for (mut discussion, _) in read(file)? {
            for post in &mut discussion.posts {
                post.stances.clear();
                post.answers.clear();
                for paragraph in &mut post.paragraphs {
                    let Paragraph { text, mentions, .. } = std::mem::take(paragraph);
                    *paragraph = Paragraph { text, mentions, ..Paragraph::default() };
                }
            }
            fs::write(into.join(format!("{}.txt", discussion.id)), sheet::write(&discussion))?;
        }
    }
    Ok(())
}

impl Labelled {
    /// All paragraphs with their posts, in the order of the text.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = (&Post, &Paragraph)> {
        self.posts.iter().flat_map(|post| post.paragraphs.iter().map(move |p| (post, p)))
    }

    /// The entity of a slug.
    pub(crate) fn entity(&self, slug: &str) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.slug == slug)
    }
}

impl Post {
    /// Whether it is a comment.
    pub(crate) fn is_comment(&self) -> bool {
        self.section == "comments"
    }

    /// What the paragraphs' stances on an entity make together: the side that they agree on,
    /// neutral left aside, or mixed.
    pub(crate) fn over_paragraphs(&self, slug: &str) -> &'static str {
        let all = || self.paragraphs.iter().flat_map(|paragraph| &paragraph.stances);
        let has = |stance: &str| all().any(|s| s.entity == slug && s.stance == stance);
        match (has("supportive"), has("critical"), has("mixed")) {
            (_, _, true) | (true, true, _) => "mixed",
            (true, ..) => "supportive",
            (_, true, _) => "critical",
            _ => "neutral",
        }
    }
}
