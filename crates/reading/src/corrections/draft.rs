//! A reading while it is being corrected: entities and mentions keep their numbers until the end.

use std::cmp::Reverse;

use discussion::{Discussion, ParagraphId, PostId, Sentence, SentenceId, Span};
use engine::{Analysis, Entity, EntityId, Holder, MentionId, Polarity, Stance, StanceRow, Tier};

use super::{Anchor, ByReader, Held, Misfit, Scope, Who, anchor::MAX_WORK};

/// How sure an entity that is only named is a neutral one.
const NEUTRAL: f32 = 0.7;

/// A reading while it is being corrected.
pub(super) struct Draft<'a> {
    pub(super) discussion: &'a mut Discussion,
    pub(super) analysis: &'a mut Analysis,
    /// Which mentions are gone.
    pub(super) gone: Vec<bool>,
    pub(super) by_reader: ByReader,
    /// Slugs that now mean an entity: of those that were merged or made by the reader.
    pub(super) means: Vec<(String, EntityId)>,
    /// Bytes of text that may still be read.
    pub(super) work: usize,
}

impl<'a> Draft<'a> {
    pub(super) fn new(discussion: &'a mut Discussion, analysis: &'a mut Analysis) -> Self {
        let by_reader = ByReader {
            mentions: vec![false; analysis.mentions.len()],
            entities: vec![false; analysis.entities.len()],
        };
        let gone = vec![false; analysis.mentions.len()];
        Self { discussion, analysis, gone, by_reader, means: Vec::new(), work: MAX_WORK }
    }

    /// The entity that is meant: by slug, else by name, else by a form that the text uses.
    pub(super) fn who(&self, who: &Who) -> Result<EntityId, Misfit> {
        let entities = || self.analysis.entities.iter().zip(0..).map(|(e, i)| (e, EntityId(i)));
        let meant = self.means.iter().rev().find(|(slug, _)| *slug == who.slug);
        if let Some((_, id)) = meant {
            return Ok(*id);
        }
        let by = |fits: &dyn Fn(&Entity) -> bool| {
            entities().find(|(e, id)| self.is_alive(*id) && fits(e)).map(|(_, id)| id)
        };
        by(&|e| e.slug == who.slug)
            .or_else(|| by(&|e| e.name == who.name))
            .or_else(|| by(&|e| e.aliases.contains(&who.name)))
            .ok_or_else(|| Misfit::Nobody(who.name.clone()))
    }

    /// Whether anything refers to an entity.
    fn is_alive(&self, entity: EntityId) -> bool {
        self.alive().any(|id| self.analysis.mentions[id.index()].entity == entity)
            || self.analysis.opinions.iter().any(|o| o.holder == Holder::Source(entity))
    }

    pub(super) fn holder(&self, held: &Held) -> Result<Holder, Misfit> {
        Ok(match held {
            Held::Writer => Holder::Writer,
            Held::Unnamed => Holder::Unnamed,
            Held::Source(who) => Holder::Source(self.who(who)?),
        })
    }

    /// Each correction looks at everything that was read once or a few times.
    pub(super) fn charge(&mut self) -> Result<(), Misfit> {
        let Analysis { mentions, opinions, stances, .. } = &*self.analysis;
        let read = mentions.len() + opinions.len() + stances.len();
        self.work = self.work.checked_sub(read).ok_or(Misfit::TooMuch)?;
        Ok(())
    }

    pub(super) fn span(&mut self, at: &Anchor) -> Result<Span, Misfit> {
        at.find(&self.discussion.text, &mut self.work)
    }

    /// The mention at a place: the one that is exactly there, else the smallest of the entity that
    /// holds the place or lies in it.
    pub(super) fn mention(&mut self, at: &Anchor, who: EntityId) -> Result<MentionId, Misfit> {
        let span = self.span(at)?;
        let mentions = &self.analysis.mentions;
        let near = self.alive().filter(|id| mentions[id.index()].span.overlaps(span));
        let near = near.filter(|id| {
            let other = mentions[id.index()].span;
            other == span
                || (mentions[id.index()].entity == who
                    && (other.contains(span) || span.contains(other)))
        });
        near.min_by_key(|id| {
            let mention = &mentions[id.index()];
            (mention.span != span, mention.entity != who, mention.span.len())
        })
        .ok_or(Misfit::NotMarked)
    }

    /// The mentions that are not gone.
    pub(super) fn alive(&self) -> impl Iterator<Item = MentionId> + use<'_> {
        self.gone.iter().zip(0..).filter(|(gone, _)| !**gone).map(|(_, i)| MentionId(i))
    }

    /// The sentence that holds a place.
    pub(super) fn sentence(&self, span: Span) -> Option<(SentenceId, &Sentence)> {
        let sentences = &self.discussion.sentences;
        let at = sentences.partition_point(|s| s.span.start <= span.start).checked_sub(1)?;
        sentences.get(at).filter(|s| s.span.contains(span)).map(|s| (SentenceId(at as u32), s))
    }

    /// The paragraph in which a place begins.
    pub(super) fn paragraph(&self, span: Span) -> Option<ParagraphId> {
        let paragraphs = &self.discussion.paragraphs;
        let at = paragraphs.partition_point(|p| p.span.start <= span.start).checked_sub(1)?;
        Some(ParagraphId(at as u32))
    }

    pub(super) fn post(&self, paragraph: ParagraphId) -> Option<PostId> {
        self.discussion.paragraphs.get(paragraph.index()).map(|p| p.post)
    }

    /// Whether a paragraph lies within what a correction made in another one reaches.
    pub(super) fn reaches(&self, scope: Scope, from: ParagraphId, to: ParagraphId) -> bool {
        match scope {
            Scope::Here => from == to,
            Scope::Post => self.post(from) == self.post(to),
            Scope::Everywhere => true,
        }
    }

    /// The mentions of an entity that a correction made at one of them reaches.
    pub(super) fn alike(&self, scope: Scope, at: MentionId, who: EntityId) -> Vec<MentionId> {
        let mentions = &self.analysis.mentions;
        let Some(place) = mentions.get(at.index()).map(|m| m.paragraph) else { return Vec::new() };
        self.alive()
            .filter(|id| {
                let mention = &mentions[id.index()];
                *id == at
                    || (scope != Scope::Here
                        && mention.entity == who
                        && self.reaches(scope, place, mention.paragraph))
            })
            .collect()
    }

    /// Brings the rows of pairs of paragraph and entity in line with mentions and opinions after
    /// these were changed. What the reader judged stays.
    pub(super) fn settle(&mut self, mut pairs: Vec<(ParagraphId, EntityId)>) {
        discussion::order::sort(&mut pairs);
        pairs.dedup();
        let place = |p: ParagraphId, e: EntityId| pairs.binary_search(&(p, e)).ok();
        let mut touched: Vec<Touched> = pairs.iter().map(|_| Touched::default()).collect();
        for id in self.alive() {
            let mention = &self.analysis.mentions[id.index()];
            if let Some(at) = place(mention.paragraph, mention.entity) {
                touched[at].named = true;
            }
        }
        self.analysis.opinions.retain(|opinion| {
            let Some(at) = place(opinion.paragraph, opinion.target) else { return true };
            if touched[at].named {
                touched[at].held.push((opinion.holder, opinion.polarity, opinion.score));
            }
            touched[at].named
        });
        self.analysis.stances.retain(|row| {
            let at = place(row.paragraph, row.target);
            if let Some(at) = at {
                touched[at].rows.push(row.clone());
            }
            at.is_none()
        });
        for (&(paragraph, target), touched) in pairs.iter().zip(&touched) {
            if touched.named {
                touched.settle(paragraph, target, &mut self.analysis.stances);
            }
        }
    }

    /// Numbers everything anew: mentions in the order of the text, entities in the order of their
    /// first mention; what nothing refers to any more goes.
    pub(super) fn finish(self) -> ByReader {
        let Self { analysis, gone, mut by_reader, .. } = self;
        let spans = &analysis.mentions;
        let mut mentions: Vec<usize> = (0..spans.len()).filter(|i| !gone[*i]).collect();
        discussion::order::sort_by_key(&mut mentions, |i| {
            (spans[*i].span.start, Reverse(spans[*i].span.end))
        });
        let mut mention_now = vec![None; spans.len()];
        for (now, old) in mentions.iter().enumerate() {
            mention_now[*old] = Some(MentionId(now as u32));
        }
        let mut entities: Vec<EntityId> = Vec::new();
        let mut entity_now = vec![None; analysis.entities.len()];
        let named = mentions.iter().map(|i| spans[*i].entity);
        let holders = analysis.opinions.iter().map(|o| o.holder);
        let holders = holders.chain(analysis.attributions.iter().map(|a| a.holder));
        let holders = holders.chain(analysis.stances.iter().map(|row| row.holder));
        let sources = holders.filter_map(|holder| match holder {
            Holder::Source(source) => Some(source),
            _ => None,
        });
        for id in named.chain(sources) {
            if let Some(slot) = entity_now.get_mut(id.index())
                && slot.is_none()
            {
                *slot = Some(EntityId(entities.len() as u32));
                entities.push(id);
            }
        }
        let entity = |id: EntityId| entity_now.get(id.index()).copied().flatten();
        let holder = |holder: Holder| match holder {
            Holder::Source(source) => entity(source).map_or(Holder::Unnamed, Holder::Source),
            other => other,
        };
        by_reader.mentions = mentions.iter().map(|i| by_reader.mentions[*i]).collect();
        by_reader.entities = entities.iter().map(|id| by_reader.entities[id.index()]).collect();
        analysis.mentions = mentions
            .iter()
            .map(|i| {
                let mention = spans[*i].clone();
                let entity = entity(mention.entity).unwrap_or(mention.entity);
                engine::Mention { entity, ..mention }
            })
            .collect();
        analysis.entities =
            entities.iter().map(|id| analysis.entities[id.index()].clone()).collect();
        analysis.opinions.retain_mut(|opinion| {
            opinion.holder = holder(opinion.holder);
            let mention = mention_now.get(opinion.mention.index()).copied().flatten();
            match (entity(opinion.target), mention) {
                (Some(target), Some(mention)) => {
                    (opinion.target, opinion.mention) = (target, mention);
                    true
                }
                _ => false,
            }
        });
        for attribution in &mut analysis.attributions {
            attribution.holder = holder(attribution.holder);
        }
        analysis.stances.retain_mut(|row| {
            row.holder = holder(row.holder);
            entity(row.target).map(|target| row.target = target).is_some()
        });
        by_reader
    }
}

/// What is said of one entity in one paragraph.
#[derive(Default)]
struct Touched {
    named: bool,
    held: Vec<(Holder, Polarity, f32)>,
    rows: Vec<StanceRow>,
}

impl Touched {
    /// One row for the writer and for each source that holds something.
    fn settle(&self, paragraph: ParagraphId, target: EntityId, rows: &mut Vec<StanceRow>) {
        let mut holders = vec![Holder::Writer];
        for (holder, ..) in &self.held {
            if !holders.contains(holder) {
                holders.push(*holder);
            }
        }
        for holder in holders {
            let before: Vec<_> = self.rows.iter().filter(|row| row.holder == holder).collect();
            let by_reader = before.iter().rfind(|row| row.tier == Tier::Reader);
            let held = self.held.iter().filter(|(other, ..)| *other == holder);
            let judged = held.clone().next().is_some();
            let (stance, score) = match (by_reader, before.as_slice()) {
                (Some(row), _) => (row.stance, row.score),
                (None, [row]) if judged == is_judged(row.stance) => (row.stance, row.score),
                _ => {
                    let unclear = |row: &&StanceRow| row.stance == Stance::Unclear;
                    let unclear = before.is_empty() || before.iter().any(unclear);
                    sum_up(held.map(|(_, polarity, score)| (*polarity, *score)), unclear)
                }
            };
            let tier = if by_reader.is_some() { Tier::Reader } else { Tier::Quick };
            rows.push(StanceRow { paragraph, holder, target, stance, score, tier });
        }
    }
}

fn is_judged(stance: Stance) -> bool {
    !matches!(stance, Stance::Neutral | Stance::Unclear)
}

/// What opinions of one holder on one target come to.
fn sum_up(opinions: impl Iterator<Item = (Polarity, f32)>, unclear: bool) -> (Stance, f32) {
    let (mut supportive, mut critical) = (0.0_f32, 0.0_f32);
    for (polarity, score) in opinions {
        let side = match polarity {
            Polarity::Supportive => &mut supportive,
            Polarity::Critical => &mut critical,
        };
        *side = side.max(score);
    }
    match (supportive > 0.0, critical > 0.0) {
        (true, true) => (Stance::Mixed, supportive.min(critical)),
        (true, false) => (Stance::Supportive, supportive),
        (false, true) => (Stance::Critical, critical),
        (false, false) if unclear => (Stance::Unclear, 0.0),
        (false, false) => (Stance::Neutral, NEUTRAL),
    }
}
