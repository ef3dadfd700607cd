//! What the engine says of a discussion: plain data, with byte spans into its text.

use discussion::{Discussion, ParagraphId, SentenceId, Span};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::models::Models;

/// Index into [`Analysis::entities`].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// Index into [`Analysis::mentions`].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct MentionId(pub u32);

impl EntityId {
    /// As an index into [`Analysis::entities`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl MentionId {
    /// As an index into [`Analysis::mentions`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The machine's reading of one discussion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// What made it.
    pub stamp: Stamp,
    /// Who and what is talked about, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// Every reference to an entity, in the order of the text (an outer before an inner one).
    /// Mentions may nest; they never cross.
    pub mentions: Vec<Mention>,
    /// Who says what, in the order of the text.
    pub attributions: Vec<Attribution>,
    /// Every expressed stance, in the order of the text.
    pub opinions: Vec<Opinion>,
    /// Opinions summed up by paragraph, holder and target, in that order: one row for the
    /// paragraph's writer and every entity mentioned in it, neutral and unclear included; rows of
    /// sources only where an opinion was found.
    pub stances: Vec<StanceRow>,
}

/// What a citation of an analysis needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Version of the engine.
    pub engine: String,
    /// The tier that judged.
    pub tier: Tier,
    /// SHA-256 of each model in hexadecimal, by name, sorted by name.
    pub models: Vec<(String, String)>,
    /// SHA-256 of the text's UTF-8 in hexadecimal.
    pub text: String,
}

/// The stamp of this engine with these models on this text.
#[must_use]
pub fn stamp(discussion: &Discussion, models: &Models) -> Stamp {
    Stamp {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        tier: Tier::Quick,
        models: models.hashes.clone(),
        text: sha256(discussion.text.as_bytes()),
    }
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Who judged: one of the machine's two readers, or the person who reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Lists, rules and linear models.
    #[default]
    Quick,
    /// The transformer.
    Deep,
    /// The person who corrected the machine.
    Reader,
}

/// What kind of thing an entity is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// One human being, real or not.
    Person,
    /// Company, party, agency, alliance, armed group, paper.
    Organisation,
    /// Country, city, region, water, building.
    Place,
    /// People by nation, religion, party or creed (`Americans`, `Sunnis`, `neocons`).
    Group,
    /// War, election, disaster, treaty.
    Event,
    /// Book, film, law, programme.
    Work,
    /// Any other name.
    #[default]
    Other,
}

impl EntityType {
    /// All, in the order of their declaration; the labels of names count in it.
    pub const IN_ORDER: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Work,
        Self::Other,
    ];

    /// The type of a name in small letters, as files and models have it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "person" => Self::Person,
            "organisation" => Self::Organisation,
            "place" => Self::Place,
            "group" => Self::Group,
            "event" => Self::Event,
            "work" => Self::Work,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// Grammatical gender of an entity's pronouns, where known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// `she`.
    Female,
    /// `he`.
    Male,
    /// Not known, or not a person.
    #[default]
    Unknown,
}

/// Who or what mentions refer to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Its name in links: lower-case ASCII letters, digits and hyphens; unique in a discussion.
    pub slug: String,
    /// Its canonical name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// The forms by which the text names it, most frequent first (names and adjectives only).
    pub aliases: Vec<String>,
    /// Gender of its pronouns.
    pub gender: Gender,
    /// The gazetteer entry that it was recognised as, if any.
    pub known_as: Option<String>,
    /// The gazetteer entry that it belongs to, if any: the country of a people, of a capital, of a
    /// leader.
    pub link: Option<String>,
}

/// How a mention refers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// `Putin`.
    #[default]
    Name,
    /// `Russian`.
    Adjective,
    /// `the Secretary of State`.
    Nominal,
    /// `his`.
    Pronoun,
}

/// One reference to an entity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// Where it stands.
    pub paragraph: ParagraphId,
    /// Where it stands.
    pub sentence: SentenceId,
    /// Whom it refers to.
    pub entity: EntityId,
    /// How it refers.
    pub kind: MentionKind,
    /// From 0 to 1, how sure the engine is that this is a mention of that entity.
    pub confidence: f32,
}

/// Who holds an opinion, or says something.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Holder {
    /// The writer of the post.
    #[default]
    Writer,
    /// An entity that the post quotes or reports.
    Source(EntityId),
    /// Somebody quoted or reported whom no entity stands for (`critics say`).
    Unnamed,
}

/// A part of the text that somebody other than its writer says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Who says it.
    pub holder: Holder,
    /// The words that name the holder (`US officials`).
    pub source: Span,
    /// The word that reports (`insisted`, `according to`, `claim`).
    pub cue: Span,
    /// What is said.
    pub content: Span,
    /// Between quotation marks.
    pub quoted: bool,
}

/// For or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// For.
    Supportive,
    /// Against.
    Critical,
}

/// What a piece of evidence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EvidenceRole {
    /// A word that judges.
    Cue,
    /// A word that turns the judgement round.
    Negation,
    /// A word that weakens or strengthens it.
    Degree,
    /// A verb that relates holder and target.
    Direction,
    /// Words that name the holder or report what they say.
    Holder,
    /// Words that side with the post that is answered, or against it: whom it speaks of and which
    /// side it takes is taken over from there.
    Answer,
}

/// Words that an opinion was read from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its bytes.
    pub span: Span,
    /// What it does.
    pub role: EvidenceRole,
    /// What it added to the score: above 0 for supportive, below for critical, 0 for none.
    pub weight: f32,
}

/// What a word added to a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summand {
    /// Its bytes; empty for what stands on no word.
    pub span: Span,
    /// Above 0 for supportive, below for critical.
    pub weight: f32,
}

/// The reading that an opinion would have had if it had not this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunnerUp {
    /// Supportive, critical or neutral.
    pub stance: Stance,
    /// From 0 to 1, how likely the engine takes it to be.
    pub score: f32,
}

/// One expressed stance toward one entity. It always has at least one piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opinion {
    /// Where it stands.
    pub paragraph: ParagraphId,
    /// The clause or sentence that expresses it.
    pub span: Span,
    /// Whose it is.
    pub holder: Holder,
    /// Toward whom.
    pub target: EntityId,
    /// The mention of the target that it was read at.
    pub mention: MentionId,
    /// For or against.
    pub polarity: Polarity,
    /// From 0 to 1, how sure the engine is.
    pub score: f32,
    /// Who judged.
    pub tier: Tier,
    /// The words that show it, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// What it might be instead.
    pub runner_up: RunnerUp,
    /// Everything that a trained model added up, in the order of the text: their sum is the natural
    /// logarithm of how many times likelier supportive is than critical. Empty where the rules
    /// alone judged, whose summands are the evidence.
    pub summands: Vec<Summand>,
}

/// Opinions of one holder on one target taken together.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// For.
    Supportive,
    /// Against.
    Critical,
    /// Both.
    Mixed,
    /// Named, and nothing said for or against.
    #[default]
    Neutral,
    /// The signals disagree: the engine abstains.
    Unclear,
}

/// The stance of one holder on one target in one paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StanceRow {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// Whose stance.
    pub holder: Holder,
    /// Toward whom.
    pub target: EntityId,
    /// What it is.
    pub stance: Stance,
    /// From 0 to 1, how sure the engine is.
    pub score: f32,
    /// Who judged.
    pub tier: Tier,
}
