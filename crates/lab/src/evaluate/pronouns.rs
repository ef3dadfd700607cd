//! `pronouns`: GAP's score. Each passage gives a pronoun and two names; the F1 is that of the
//! pairs of pronoun and name which are said to corefer, over all and by the pronoun's gender, with
//! the ratio of the feminine to the masculine F1 as bias (K. Webster and others, "Mind the GAP",
//! 2018, and their scorer). The two names are given to the engine, the pronoun is not.

use std::path::PathBuf;

use anyhow::Result;
use engine::{EntityType, Models, coreference, entities};
use rayon::prelude::*;

use crate::{
    data::{self, gap::Item},
    evaluate::{Setup, scores::Scores},
    given,
    metrics::Hits,
    passage::Passage,
};

/// Evaluates the pronouns of some files.
pub(super) fn evaluate(files: &[PathBuf], setup: &Setup) -> Result<Scores> {
    let mut items: Vec<Item> = Vec::new();
    for file in files {
        items.extend(data::read(file)?);
    }
    let answers: Vec<Option<[bool; 2]>> = items
        .par_iter()
        .map(|item| {
            let passage = Passage::article(&item.text).ok()?;
            Some(answer(&passage, item, &setup.models))
        })
        .collect();
    let (mut feminine, mut masculine) = (Hits::default(), Hits::default());
    for (item, answer) in items.iter().zip(&answers) {
        let hits = pairs(answer.unwrap_or_default(), [item.a_coref, item.b_coref]);
        if item.pronoun.feminine() {
            feminine += hits;
        } else {
            masculine += hits;
        }
    }
    let mut all = feminine;
    all += masculine;
    let bias = if masculine.f1() > 0.0 { feminine.f1() / masculine.f1() } else { 0.0 };
    Ok(Scores::over(items.len())
        .figure("f1", all.f1())
        .figure("precision", all.precision())
        .figure("recall", all.recall())
        .figure("bias", bias)
        .part("feminine", feminine.figures())
        .part("masculine", masculine.figures())
        .refused(answers.iter().filter(|answer| answer.is_none()).count()))
}

/// Whether the pronoun refers to the first and to the second name.
fn answer(passage: &Passage, item: &Item, models: &Models) -> [bool; 2] {
    let names = [item.a, item.b].map(|at| passage.token_span(at));
    let named = given::names(passage, models, &names, EntityType::Person);
    let (entities, mentions) = entities::link(&passage.discussion, models, &named);
    let (_, mentions) = coreference::resolve(&passage.discussion, models, entities, mentions);
    let entity = |span| mentions.iter().find(|mention| mention.span == span).map(|m| m.entity);
    let pronoun = entity(passage.span(item.pronoun.span));
    names.map(|name| pronoun.is_some() && entity(name) == pronoun)
}

/// The pairs that are said to corefer against those that do.
fn pairs(said: [bool; 2], gold: [bool; 2]) -> Hits {
    let count = |pair: [bool; 2]| pair.into_iter().filter(|corefers| *corefers).count();
    Hits {
        right: count([said[0] && gold[0], said[1] && gold[1]]),
        predicted: count(said),
        gold: count(gold),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_by_hand() {
        let check = |said, gold, right, predicted, there| {
            assert_eq!(pairs(said, gold), Hits { right, predicted, gold: there });
        };
        check([true, false], [true, false], 1, 1, 1);
        check([true, true], [false, true], 1, 2, 1);
        check([false, true], [true, false], 0, 1, 1);
        check([false, false], [false, false], 0, 0, 0);
    }
}
