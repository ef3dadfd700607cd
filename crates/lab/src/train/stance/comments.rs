//! Examples of our own corpus: what a comment's paragraph expresses toward each entity that it
//! mentions, by the labels. Where the writer is of two minds, it is left out.

use std::{fs, path::Path};

use anyhow::Result;
use discussion::Section;
use engine::{
    Entity, EntityId, EntityType, Gender, Mention, MentionKind, Models, attribution,
    models::{Lexicon, Weights},
    opinions,
};
use rayon::prelude::*;

use super::{
    super::linear::{Example, Fit, Linear},
    Setup, cross_validate, plain, score,
};
use crate::{
    corpus::{Assembled, Labelled},
    data,
};

/// Chosen by fivefold cross-validation on the training part.
const FIT: Fit = Fit { classes: 2, bits: 17, trust: 0.02, least: 5 };

/// What each of the two readings of a discussion counts.
const SHARE: f32 = 0.6;

/// Trains on the training part, says how models do on discussions that they were not trained on,
/// and writes the file. The model for reports must be among those that are known.
pub(super) fn train(setup: &Setup, known: &Models) -> Result<()> {
    let training = examples(&setup.corpus.join("train.jsonl"), known)?;
    let lexicon = fs::read_to_string(setup.models.join(Lexicon::FILE))?;
    let plain = plain::examples(&lexicon, known);
    let fit = |labelled: &[Example]| Linear::fit(&[labelled, &plain].concat(), FIT);
    cross_validate("comments", &training, fit);
    let all = training.concat();
    let model = fit(&all);
    for (part, examples) in [
        ("training", all),
        ("plain", plain),
        ("development", examples(&setup.corpus.join("dev.jsonl"), known)?.concat()),
    ] {
        let (f1, accuracy) = score(&model, &examples);
        eprintln!(
            "comments, {part}: {} examples, macro-F1 {f1:.4}, accuracy {accuracy:.4}",
            examples.len()
        );
    }
    fs::write(setup.models.join(Weights::COMMENTS), Weights::write(&model.bias, &model.weights))?;
    Ok(())
}

/// The examples of each discussion.
fn examples(file: &Path, models: &Models) -> Result<Vec<Vec<Example>>> {
    let discussions: Vec<Labelled> = data::read(file)?;
    Ok(discussions.par_iter().map(|labelled| of(labelled, models)).collect())
}

/// The examples of a discussion: once with the labelled mentions, and once with those that the
/// engine finds by itself, as it will have to.
fn of(labelled: &Labelled, models: &Models) -> Vec<Example> {
    let assembled = Assembled::of(labelled);
    let (entities, mentions) = given(labelled, &assembled);
    let slugs: Vec<_> = labelled.entities.iter().map(|entity| Some(entity.slug.as_str())).collect();
    let mut examples = shown(labelled, &assembled, models, &entities, &mentions, &slugs);
    let (entities, found) = engine::find_mentions(&assembled.discussion, models);
    let slugs = matched(labelled, &mentions, &entities, &found);
    examples.extend(shown(labelled, &assembled, models, &entities, &found, &slugs));
    examples
}

/// The label that each found entity shares most places with, and shares them with no other.
fn matched<'a>(
    labelled: &'a Labelled,
    given: &[Mention],
    entities: &[Entity],
    found: &[Mention],
) -> Vec<Option<&'a str>> {
    let mut shared = vec![vec![0usize; labelled.entities.len()]; entities.len()];
    for mention in found {
        let same = given.iter().filter(|other| other.span == mention.span);
        for other in same {
            shared[mention.entity.index()][other.entity.index()] += 1;
        }
    }
    let best = |counts: &Vec<usize>| {
        let (at, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
        (*count > 0).then_some(at)
    };
    shared
        .iter()
        .map(|counts| {
            let at = best(counts)?;
            let mine = counts[at];
            let first = shared.iter().all(|other| other[at] <= mine);
            first.then_some(labelled.entities.get(at)?.slug.as_str())
        })
        .collect()
}

/// What a reading of a discussion shows of the entities whose labels are known.
fn shown(
    labelled: &Labelled,
    assembled: &Assembled,
    models: &Models,
    entities: &[Entity],
    mentions: &[Mention],
    slugs: &[Option<&str>],
) -> Vec<Example> {
    let discussion = &assembled.discussion;
    let attributions = attribution::find(discussion, models, entities, mentions);
    let paragraphs: Vec<_> = labelled.paragraphs().map(|(_, paragraph)| paragraph).collect();
    opinions::subjects(discussion, models, entities, mentions, &attributions)
        .into_iter()
        .filter(|(paragraph, ..)| discussion.section(*paragraph) == Section::Comments)
        .filter_map(|(paragraph, entity, features)| {
            let slug = (*slugs.get(entity.index())?)?;
            let stances = &paragraphs.get(paragraph.index())?.stances;
            let class = match stances.iter().find(|s| s.entity == slug)?.stance.as_str() {
                "neutral" => 0,
                "supportive" => 1,
                "critical" => 2,
                _ => return None,
            };
            Some(Example { features, class, weight: SHARE })
        })
        .collect()
}

/// Entities and mentions as they are labelled.
pub(crate) fn given(labelled: &Labelled, assembled: &Assembled) -> (Vec<Entity>, Vec<Mention>) {
    let entities: Vec<Entity> = labelled
        .entities
        .iter()
        .map(|entity| Entity {
            slug: entity.slug.clone(),
            name: entity.name.clone(),
            kind: EntityType::named(&entity.kind).unwrap_or_default(),
            aliases: entity.forms.clone(),
            gender: match entity.gender.as_str() {
                "female" => Gender::Female,
                "male" => Gender::Male,
                _ => Gender::Unknown,
            },
            ..Entity::default()
        })
        .collect();
    let sentences = &assembled.discussion.sentences;
    let mentions = labelled
        .paragraphs()
        .enumerate()
        .flat_map(|(number, (_, paragraph))| {
            paragraph.mentions.iter().map(move |mention| (number, mention))
        })
        .filter_map(|(number, mention)| {
            let slug = &mention.entity;
            let entity = labelled.entities.iter().position(|entity| entity.slug == *slug)?;
            let span = assembled.span(number, &mention.piece);
            let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
            Some(Mention {
                span,
                paragraph: sentences.get(at)?.paragraph,
                sentence: discussion::SentenceId(u32::try_from(at).ok()?),
                entity: EntityId(u32::try_from(entity).ok()?),
                kind: match mention.kind.as_str() {
                    "adjective" => MentionKind::Adjective,
                    "nominal" => MentionKind::Nominal,
                    "pronoun" => MentionKind::Pronoun,
                    _ => MentionKind::Name,
                },
                confidence: 1.0,
            })
        })
        .collect();
    (entities, mentions)
}
