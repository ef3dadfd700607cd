//! What becomes of the rules' names when the trained tagger has judged them.

use crate::{
    analysis::{EntityType, Gender},
    models::gazetteer::FormKind,
    names::{known::Sight, labels::entity_type, sequences::Sequence, vocabulary::Class},
};

/// What is a place's, and nobody's and nothing else's.
const OF_PLACES: &str = "airport archbishop bishop borough capital cathedral citizens city coast \
    council county district governor harbor harbour inhabitants island islands kingdom mayor \
    municipality mountains neighborhood neighbourhood outskirts port prefecture province \
    republic residents streets suburb suburbs town townspeople village villagers villages";

/// The types of names that are nobody's to list.
fn is_open(kind: EntityType) -> bool {
    matches!(kind, EntityType::Person | EntityType::Organisation | EntityType::Place)
}

/// Whether the rules know what they found, and do not only guess it.
fn is_known(rule: &Sequence) -> bool {
    rule.known_as.is_some() || !is_open(rule.entity_type) || rule.kind != FormKind::Name
}

impl Sight<'_> {
    /// The names of a sentence by both: the tagger decides on people, organisations and places;
    /// what it says nothing of and the rules know (peoples, events, adjectives, entries of the
    /// gazetteer) stays. The other types, which only another reader's labels have, are taken for
    /// what the rules guess to be a name.
    pub(crate) fn judged(&self, rules: &[Sequence], labels: &[(u8, f32)]) -> Vec<Sequence> {
        let mut found: Vec<Sequence> = Vec::new();
        let mut at = 0;
        while at < labels.len() {
            let Some(kind) = labels.get(at).and_then(|(label, _)| entity_type(*label)) else {
                at += 1;
                continue;
            };
            let inside =
                |at: usize| labels.get(at).is_some_and(|(label, _)| *label > 0 && label % 2 == 0);
            let mut end = at + 1;
            while inside(end) && !self.parted(end) {
                end += 1;
            }
            if !is_open(kind) && !self.guessed(rules, at, end) {
                at = end;
                continue;
            }
            let margin = labels[at..end].iter().map(|(_, margin)| *margin).fold(f32::MAX, f32::min);
            let first = if kind == EntityType::Person { self.bare(at, end) } else { at };
            let placed = kind == EntityType::Person && end == first + 1 && self.of_governed(first);
            let kind = if placed { EntityType::Place } else { kind };
            found.push(self.tagged(rules, first, end, kind, margin));
            at = end;
        }
        let tagged = found.len();
        for rule in rules {
            let overlaps = |name: &Sequence| name.first < rule.end && rule.first < name.end;
            if found[..tagged].iter().any(overlaps) {
                continue;
            }
            if is_known(rule) {
                found.push(*rule);
            } else {
                // A name it seems, but of what kind is not clear.
                let confidence = rule.confidence * 0.6;
                found.push(Sequence { entity_type: EntityType::Other, confidence, ..*rule });
            }
        }
        discussion::order::sort_by_key(&mut found, |name| name.first);
        found
    }

    /// Whether the rules guess that there is a name, and know of none.
    fn guessed(&self, rules: &[Sequence], first: usize, end: usize) -> bool {
        let mut there = rules.iter().filter(|rule| rule.first < end && first < rule.end).peekable();
        there.peek().is_some() && !there.any(is_known)
    }

    /// Whether a mark that no name holds stands before a unit (`Joe: Brandt is right`).
    fn parted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.units.get(before));
        let (Some(before), Some(unit)) = (before, self.units.get(at)) else { return false };
        let between = before.span.end as usize..unit.span.start as usize;
        let text = self.discussion.text.get(between).unwrap_or("");
        text.contains([':', ';', '?', '(', ')', '"', '“', '”', '…'])
    }

    /// Whether `of` stands before a unit, and before that what only places have (`the council of
    /// Elmsworth`).
    fn of_governed(&self, at: usize) -> bool {
        let word = |back: usize| {
            let unit = at.checked_sub(back).and_then(|at| self.units.get(at));
            unit.map_or(String::new(), |unit| self.discussion.slice(unit.span).to_lowercase())
        };
        self.joined(at) && word(1) == "of" && OF_PLACES.split(' ').any(|noun| noun == word(2))
    }

    /// Where a person's name begins that a title of several words leads into (`Secretary of State`):
    /// the tagger may have taken the end of the title for the name's beginning.
    fn behind_title(&self, first: usize, end: usize) -> usize {
        /// The most words of a title before the one that is looked at.
        const REACH: usize = 4;
        (first.saturating_sub(REACH)..end)
            .filter_map(|start| self.title_at(start))
            .map(|(name, _)| name)
            .filter(|name| (first..end).contains(name))
            .max()
            .unwrap_or(first)
    }

    /// Where a person's name begins behind titles, which are no part of it, and behind the verb of
    /// a question (`Will Kerry go?`).
    fn bare(&self, at: usize, end: usize) -> usize {
        let mut first = self.behind_title(at, end);
        while first + 1 < end {
            let class = self.units.get(first).map_or(Class::default(), |unit| self.class_of(unit));
            let asks = class.is_function()
                && self.units.get(first).is_some_and(|u| u.starts)
                && self.asks();
            first = match self.title_at(first) {
                Some((behind, _)) if behind < end => behind,
                _ if class.is_title() || asks => first + 1,
                _ => break,
            };
        }
        first
    }

    /// Whether the sentence is a question.
    fn asks(&self) -> bool {
        self.units.last().is_some_and(|last| {
            let rest = self.discussion.text.get(last.span.end as usize..).unwrap_or("");
            rest.trim_start_matches(['"', '”', '’', ')']).starts_with('?')
        })
    }

    /// The entry of the gazetteer that a name of the tagger is, where the rules saw a longer or
    /// another name there (`State of the United States`).
    fn entry_of(&self, first: usize, end: usize, entity_type: EntityType) -> Option<u32> {
        let known = self.known_at(first).filter(|known| known.end == end)?;
        let entry = self.models.gazetteer.entry(known.form.entry)?;
        (entry.kind == entity_type && known.form.kind == FormKind::Name).then_some(known.form.entry)
    }

    /// A name of the tagger, with what the rules know of it.
    fn tagged(
        &self,
        rules: &[Sequence],
        first: usize,
        end: usize,
        entity_type: EntityType,
        margin: f32,
    ) -> Sequence {
        let same = rules.iter().find(|rule| rule.first == first && rule.end == end);
        let confidence = 0.5 + 0.45 * margin.max(0.0) / (1.0 + margin.max(0.0));
        match same {
            Some(rule) if rule.known_as.is_some() => {
                Sequence { confidence: rule.confidence.max(confidence), ..*rule }
            }
            _ => {
                let gender = match (entity_type, same) {
                    (EntityType::Person, Some(rule)) => rule.gender,
                    (EntityType::Person, None) => self
                        .units
                        .get(first)
                        .map_or(Gender::Unknown, |unit| self.word(unit).gender()),
                    _ => Gender::Unknown,
                };
                let known_as = self.entry_of(first, end, entity_type);
                Sequence {
                    first,
                    end,
                    kind: FormKind::Name,
                    entity_type,
                    gender,
                    confidence,
                    known_as,
                }
            }
        }
    }
}
