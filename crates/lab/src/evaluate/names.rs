//! `names`: precision, recall and F1 of names with span and type, micro over PER, ORG and LOC.
//!
//! A prediction that lies on a name of a type that is left out is a false positive, as in the
//! scorers that keep a subset of the types: the product asserts a person there, and there is none.
//!
//! `f1_engine_spans` is given for data sets that mark other spans than the engine does (see
//! [`Handles`]): `f1` counts the engine's names as the data set would mark them, `f1_engine_spans`
//! as they are.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;
use discussion::Span;
use engine::{EntityType, Labels, MentionKind};
use serde_json::Value;

use crate::{
    data::{
        self,
        names::{Handles, Item, NameType},
    },
    evaluate::{Setup, scores::Scores},
    metrics::Hits,
    passage::Passage,
};

/// Evaluates the names of some files together.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut items: Vec<Item> = Vec::new();
    for file in files {
        items.extend(data::read(file)?);
    }
    let compared: Vec<(Vec<(NameType, Hits)>, bool)> =
        setup.each(&items, |item| compare(item, item.handles(), setup))?;

    let mut all = Hits::default();
    let mut by_type: BTreeMap<NameType, Hits> = BTreeMap::new();
    for (kind, hits) in compared.iter().flat_map(|(hits, _)| hits) {
        all += *hits;
        *by_type.entry(*kind).or_default() += *hits;
    }
    let by_type =
        by_type.into_iter().map(|(kind, hits)| (kind.label().to_owned(), hits.figures())).collect();
    let mut scores = Scores::over(items.len())
        .figure("precision", all.precision())
        .figure("recall", all.recall())
        .figure("f1", all.f1());
    if items.iter().any(|item| item.handles() != Handles::Whole) {
        let mut as_they_are = Hits::default();
        for (hits, _) in setup.each(&items, |item| compare(item, Handles::Whole, setup))? {
            hits.into_iter().for_each(|(_, hits)| as_they_are += hits);
        }
        scores = scores.figure("f1_engine_spans", as_they_are.f1());
    }
    Ok(scores
        .part("by_type", Value::Object(by_type))
        .refused(compared.iter().filter(|(_, refused)| *refused).count()))
}

/// The hits of one text by type, and whether the importer refused it.
fn compare(item: &Item, handles: Handles, setup: &Setup) -> Result<(Vec<(NameType, Hits)>, bool)> {
    let gold = item.names();
    let Ok(passage) = Passage::article(&item.text) else {
        let missed: Vec<_> = gold.into_iter().map(|(_, kind)| (Span::default(), kind)).collect();
        return Ok((hits(&[], &missed), true));
    };
    let gold: Vec<_> = gold.into_iter().map(|(at, kind)| (passage.span(at), kind)).collect();
    let labels = match &setup.deep {
        Some(reader) => deep::read_all(reader, &passage.discussion, &setup.models)?.labels(),
        None => Labels::default(),
    };
    let (entities, mentions) =
        engine::find_labelled_mentions(&passage.discussion, &setup.models, &labels);
    let predicted: Vec<_> = mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Name)
        .filter_map(|mention| {
            let kind = name_type(entities.get(mention.entity.index())?.kind)?;
            Some((mention.span, kind))
        })
        .flat_map(|(span, kind)| {
            let (sign, name) = match handles {
                Handles::Whole => (None, span),
                Handles::SignAndName => sign_and_name(span, passage.discussion.slice(span)),
            };
            sign.into_iter().chain([name]).map(move |span| (span, kind))
        })
        .collect();
    Ok((hits(&predicted, &gold), false))
}

/// A handle whose sign stands apart, as its sign and its name.
fn sign_and_name(span: Span, text: &str) -> (Option<Span>, Span) {
    match text.strip_prefix("@ ") {
        Some(name) if !name.contains(' ') => {
            let (start, end) = (span.start as usize, span.end as usize);
            (Some(Span::new(start, start + 1)), Span::new(start + 2, end))
        }
        _ => (None, span),
    }
}

fn hits(predicted: &[(Span, NameType)], gold: &[(Span, NameType)]) -> Vec<(NameType, Hits)> {
    let of = |names: &[(Span, NameType)], wanted: NameType| -> Vec<Span> {
        names.iter().filter(|(_, kind)| *kind == wanted).map(|(span, _)| *span).collect()
    };
    NameType::ALL
        .into_iter()
        .map(|kind| (kind, Hits::count(&of(predicted, kind), &of(gold, kind))))
        .collect()
}

fn name_type(kind: EntityType) -> Option<NameType> {
    match kind {
        EntityType::Person => Some(NameType::Person),
        EntityType::Organisation => Some(NameType::Organisation),
        EntityType::Place => Some(NameType::Place),
        EntityType::Group | EntityType::Event | EntityType::Work | EntityType::Other => None,
    }
}
