//! The analysis of what has been read so far: the quick one, with the networks' verdicts in the
//! place of the quick ones where there are any.

use discussion::Discussion;
use engine::{Analysis, Holder, Models, Tier, analysis, attribution, opinions, stance};

use crate::{
    progress::Progress,
    settle::{Settled, settle},
};

/// The name of the model in the stamp.
const MODEL: &str = "deep.bin";

/// What is known of a discussion now. Where nothing has been read it is the engine's own analysis.
#[must_use]
pub fn analysis(progress: &Progress, discussion: &Discussion, models: &Models) -> Analysis {
    if progress.is_empty() {
        return engine::analyze(discussion, models);
    }
    let (entities, mentions) =
        engine::find_labelled_mentions(discussion, models, &progress.labels());
    let attributions = attribution::find(discussion, models, &entities, &mentions);
    let mut opinions = opinions::expressed(discussion, models, &entities, &mentions, &attributions);
    let settled = settle(progress, discussion, models, &mentions, &attributions, &mut opinions);
    opinions.answer(discussion, &mentions);
    let mut stances = stance::sum_up(discussion, &entities, &mentions, &opinions);
    for row in &mut stances {
        overrule(row, &settled, &opinions.opinions);
    }
    let mut stamp = analysis::stamp(discussion, models);
    stamp.tier = Tier::Deep;
    stamp.models.push((MODEL.to_owned(), progress.model.clone()));
    stamp.models.sort();
    let (attributions, opinions) = (attributions.attributions, opinions.opinions);
    Analysis { stamp, entities, mentions, attributions, opinions, stances }
}

/// Puts a writer's settled stance into its row. Where a reply takes over an opinion beside it, the
/// opinions decide as ever.
fn overrule(row: &mut engine::StanceRow, settled: &Settled, opinions: &[engine::Opinion]) {
    let of_row = |opinion: &&engine::Opinion| {
        (opinion.paragraph, opinion.holder, opinion.target)
            == (row.paragraph, row.holder, row.target)
    };
    // In the order of paragraphs.
    let first = opinions.partition_point(|opinion| opinion.paragraph < row.paragraph);
    let mut held = opinions
        .get(first..)
        .unwrap_or(&[])
        .iter()
        .take_while(|opinion| opinion.paragraph == row.paragraph)
        .filter(of_row)
        .peekable();
    if row.holder == Holder::Writer {
        if let Some((stance, score)) = settled.get(&(row.paragraph, row.target))
            && held.all(|opinion| opinion.tier == Tier::Deep)
        {
            (row.stance, row.score, row.tier) = (*stance, *score, Tier::Deep);
        }
    } else if held.peek().is_some() && held.all(|opinion| opinion.tier == Tier::Deep) {
        row.tier = Tier::Deep;
    }
}
