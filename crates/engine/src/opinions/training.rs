//! The features by which the models judge, given out for training.

use discussion::{Discussion, ParagraphId, Section, Sentence};

use super::{
    Scene,
    writers::{Reader, Writing},
};
use crate::{
    analysis::{Entity, EntityId, Mention, MentionId},
    attribution::Attributions,
    grammar::Parsed,
    models::Models,
};

/// What is read for training, up to the opinions.
struct Read<'a> {
    discussion: &'a Discussion,
    models: &'a Models,
    mentions: &'a [Mention],
    attributions: &'a Attributions,
}

impl Read<'_> {
    /// Shows each piece of a sentence as the judging sees it.
    fn scenes(&self, sentence: &Sentence, mut show: impl FnMut(&Scene<'_>, &Parsed)) {
        let Self { discussion, models, mentions, attributions } = *self;
        let reports = discussion.section(sentence.paragraph) == Section::Article;
        for parsed in Parsed::pieces(discussion, &models.lexicon, mentions, sentence) {
            let mut scene = Scene::new(&parsed, &models.lexicon, mentions, attributions, reports);
            scene.read();
            scene.assign_roles();
            show(&scene, &parsed);
        }
    }
}

/// The features of every mention, for training: key and value each.
#[must_use]
pub fn examples(
    discussion: &Discussion,
    models: &Models,
    mentions: &[Mention],
    attributions: &Attributions,
) -> Vec<(MentionId, Vec<(u32, f32)>)> {
    let mut examples = Vec::new();
    let read = Read { discussion, models, mentions, attributions };
    for sentence in &discussion.sentences {
        read.scenes(sentence, |scene, parsed| {
            for (m, placed) in parsed.mentions.iter().enumerate() {
                let features = scene.features(m);
                let pairs = features.iter().map(|f| (f.key, f.value)).collect();
                examples.push((MentionId(placed.mention), pairs));
            }
        });
    }
    examples
}

/// What a paragraph shows of an entity that it mentions: key and value of each feature.
pub type Shown = (ParagraphId, EntityId, Vec<(u32, f32)>);

/// What every paragraph shows of each entity that it mentions, for training.
#[must_use]
pub fn subjects(
    discussion: &Discussion,
    models: &Models,
    entities: &[Entity],
    mentions: &[Mention],
    attributions: &Attributions,
) -> Vec<Shown> {
    let reader = Reader { discussion, models, entities };
    let read = Read { discussion, models, mentions, attributions };
    let mut subjects = Vec::new();
    for sentences in discussion.sentences.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let mut writing = Writing::default();
        let Some(paragraph) = sentences.first().map(|sentence| sentence.paragraph) else {
            continue;
        };
        for sentence in sentences {
            read.scenes(sentence, |scene, _| writing.add(scene, &reader));
        }
        for subject in writing.subjects(&reader) {
            let traits = subject.traits.iter().map(|(key, value, _)| (*key, *value)).collect();
            subjects.push((paragraph, subject.entity, traits));
        }
    }
    subjects
}

/// Two mentions of a sentence, and the features of what either may hold toward the other.
pub struct Facing {
    /// The two mentions, the first in the text first.
    pub mentions: [MentionId; 2],
    /// What the first may hold toward the second, and the other way round: key and value each.
    pub features: [Vec<(u32, f32)>; 2],
}

/// The features of any two mentions of different entities in a sentence, for training.
#[must_use]
pub fn facing(
    discussion: &Discussion,
    models: &Models,
    mentions: &[Mention],
    attributions: &Attributions,
    wanted: impl Fn(MentionId, MentionId) -> bool,
) -> Vec<Facing> {
    let mut found = Vec::new();
    let read = Read { discussion, models, mentions, attributions };
    for sentence in &discussion.sentences {
        read.scenes(sentence, |scene, parsed| {
            let ground = scene.ground(&discussion.text, &models.words, &models.stance);
            for (a, b) in scene.facing(|a, b| wanted(MentionId(a), MentionId(b))) {
                let pairs = |h, t| {
                    let features = scene.directed(&ground, h, t);
                    features.iter().map(|f| (f.key, f.value)).collect()
                };
                let ids = [a, b].map(|m| parsed.mentions.get(m).map_or(0, |m| m.mention));
                let mentions = ids.map(MentionId);
                found.push(Facing { mentions, features: [pairs(a, b), pairs(b, a)] });
            }
        });
    }
    found
}
