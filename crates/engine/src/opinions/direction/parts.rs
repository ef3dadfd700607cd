//! Where two mentions stand, which verbs they are subject and object of, who says what the other
//! stands in, and what the rules found between them.

use discussion::Span;

use super::{Gathered, sign, small, step};
use crate::{
    analysis::Holder,
    grammar::{Placed, phrases::Place, tags::Tag},
    opinions::relations::Role,
};

impl Gathered<'_> {
    pub(super) fn circumstances(&mut self) {
        let (first, second) = self.ends();
        let (o, parsed) = (self.order, self.scene.parsed);
        let distance = step(second.first.saturating_sub(first.last + 1));
        let inside = |m: &&Placed| m.first > first.last && m.last < second.first;
        let others = small(parsed.mentions.iter().filter(inside).count(), 4);
        let kinds = [self.holder.kind as u32, self.target.kind as u32];
        let clauses = [parsed.clause_at(self.holder.first), parsed.clause_at(self.target.first)];
        let apart = small(clauses[0].abs_diff(clauses[1]), 4);
        let owns = |m: &Placed| u32::from(parsed.tag(m.last + 1) == Tag::Marker);
        let quotes = parsed.words.iter().any(|word| word.tag == Tag::Quote);
        self.one(&[140, distance]);
        self.one(&[141, o, distance]);
        self.one(&[142, others]);
        self.one(&[143, o, others]);
        self.one(&[144, kinds[0], kinds[1]]);
        self.one(&[145, kinds[0]]);
        self.one(&[146, kinds[1]]);
        self.one(&[147, o, small(first.first, 4)]);
        self.one(&[148, small(parsed.mentions.len(), 8)]);
        self.one(&[149, u32::from(parsed.question), u32::from(quotes)]);
        self.one(&[150, small(parsed.words.len() / 8, 6)]);
        self.one(&[151, o, apart]);
        self.one(&[153, u32::from(self.scene.reports)]);
        self.one(&[152, o, owns(&self.holder), owns(&self.target)]);
    }

    /// The verbs that the two are subject or object of.
    pub(super) fn parts(&mut self, holder: usize, target: usize) {
        let (scene, parsed) = (self.scene, self.scene.parsed);
        // Word, lemma, negated, what it does to its object and says of its subject, kind.
        let head = |role: &Role| {
            let clause = parsed.clauses.get(role.clause)?;
            let head = clause.head?;
            let verb = parsed.verb(clause, scene.lexicon).unwrap_or_default();
            let negated = u32::from(!clause.negators.is_empty());
            let turn = if negated == 1 { -0.6 } else { 1.0 };
            Some((head, negated, verb.object * turn, verb.subject * turn, verb.kind))
        };
        let (own, other) = (scene.roles_of(holder), scene.roles_of(target));
        for (end, roles) in [(0, &own), (1, &other)] {
            for role in roles {
                let Some((i, negated, object, subject, kind)) = head(role) else { continue };
                let (at, side) = (Some(i), role.side as u32);
                self.one(&[160, end, side, role.place as u32]);
                self.add(&[161, end, side, self.verb(i), negated], 1.0, at);
                self.add(&[162, end, side, self.cluster(i)], 1.0, at);
                self.add(&[165, end, side, self.stem(i), negated], 1.0, at);
                self.one(&[163, end, side, sign(object, 0.25), kind.bits()]);
                self.one(&[164, end, side, sign(subject, 0.25)]);
            }
        }
        for a in &own {
            for b in &other {
                let (Some(x), Some(y)) = (head(a), head(b)) else { continue };
                let (i, j) = (Some(x.0), Some(y.0));
                let sides = a.side as u32 * 2 + b.side as u32;
                if a.clause == b.clause {
                    let places = a.place as u32 * 4 + b.place as u32;
                    let heads = u32::from(a.place == Place::Head);
                    self.one(&[170, sides, places]);
                    self.add(&[171, sides, self.verb(x.0), x.1], 1.0, i);
                    self.add(&[172, sides, self.cluster(x.0), x.1], 1.0, i);
                    self.add(&[179, sides, self.stem(x.0), x.1], 1.0, i);
                    self.add(&[173, sides], x.2, i);
                    self.add(&[174, sides, heads, sign(x.2, 0.25)], 1.0, i);
                } else {
                    let clause = parsed.clauses.get(b.clause);
                    let governs = clause.is_some_and(|clause| clause.governor == Some(a.clause));
                    let governs = u32::from(governs);
                    let values = sign(y.2, 0.25) * 3 + sign(y.3, 0.25);
                    self.add(&[175, sides, governs, x.4.bits(), values], 1.0, j);
                    self.add(&[176, sides, self.verb(x.0), x.1], 1.0, i);
                    self.add(&[177, sides, governs, self.verb(y.0), y.1], 1.0, j);
                    if governs == 1 {
                        self.add(&[178, b.side as u32, self.cluster(x.0)], 1.0, i);
                    }
                }
            }
        }
    }

    /// Whether the one says what the other stands in, and what the model for reports sees there.
    pub(super) fn said(&mut self, holder: usize, target: usize) {
        let (scene, parsed) = (self.scene, self.scene.parsed);
        let span = |m: &Placed| parsed.bytes(&(m.first..m.last + 1));
        let (from, at) = (span(&self.holder), span(&self.target));
        let entity = scene.entity(holder);
        let is_source = |source: Span, holder: Holder, of: Span, entity| {
            Some(holder) == entity || source.contains(of)
        };
        let all = &scene.attributions.attributions;
        let near = all.partition_point(|a| a.content.start <= parsed.span.end);
        let near = near.saturating_sub(24)..near;
        let near = all.get(near).unwrap_or(&[]);
        let of_holder = entity.map(Holder::Source);
        let of_target = scene.entity(target).map(Holder::Source);
        let said = near
            .iter()
            .filter(|a| a.content.contains(at) && !a.content.contains(from))
            .filter(|a| is_source(a.source, a.holder, from, of_holder))
            .min_by_key(|a| a.content.len());
        let other = near.iter().any(|a| {
            a.content.contains(at)
                && a.holder != Holder::Writer
                && !is_source(a.source, a.holder, from, of_holder)
        });
        let both = near.iter().any(|a| a.content.contains(at) && a.content.contains(from));
        let here = near.iter().filter(|a| a.source.overlaps(parsed.span));
        let speaks = [(from, of_holder), (at, of_target)].map(|(span, entity)| {
            u32::from(here.clone().any(|a| is_source(a.source, a.holder, span, entity)))
        });
        let context = match said {
            Some(_) => 3,
            None if both => 2,
            None => u32::from(other),
        };
        let quoted = said.map_or(2, |a| u32::from(a.quoted));
        let o = self.order;
        self.one(&[180, context]);
        self.one(&[181, context, o]);
        self.one(&[182, speaks[0], speaks[1]]);
        self.one(&[183, context, quoted]);
        let (first, second) = self.ends();
        let distance = step(second.first.saturating_sub(first.last + 1));
        for (end, m) in [(0, target), (1, holder)] {
            let [pro, contra] = self.ground.sums.get(m).copied().unwrap_or_default();
            for context in [4, context] {
                self.add(&[184, end, context], (pro / 2.0).clamp(-2.0, 2.0), None);
                self.add(&[185, end, context], (contra / 2.0).clamp(-2.0, 2.0), None);
            }
            let side = if pro > contra.max(0.0) { 2 } else { u32::from(contra <= pro.max(0.0)) };
            self.one(&[186, end, side, context]);
            self.one(&[187, end, side, distance]);
            self.one(&[188, end, side, speaks[0], speaks[1]]);
        }
        let Some(said) = said else { return };
        let inside =
            |i: &usize| parsed.words.get(*i).is_some_and(|word| said.content.contains(word.span));
        let target = self.target;
        let near = target.first.saturating_sub(8)..(target.first + 9).min(parsed.words.len());
        let near: Vec<usize> = near.filter(inside).collect();
        for &i in &near {
            let (id, at) = (self.identity(i), Some(i));
            self.add(&[190, id], 1.0, at);
            self.add(&[191, self.cluster(i)], 1.0, at);
            self.add(&[195, self.stem(i)], 1.0, at);
            self.add(&[192, u32::from(i < target.first), id], 1.0, at);
        }
        self.judged(4, near.into_iter());
        for i in 0..parsed.words.len() {
            if parsed.words.get(i).is_some_and(|word| said.cue.contains(word.span)) {
                self.add(&[193, self.identity(i)], 1.0, Some(i));
                self.add(&[194, self.cluster(i)], 1.0, Some(i));
            }
        }
    }

    /// What the rules found between the two, and of others toward either.
    pub(super) fn signalled(&mut self, holder: usize, target: usize) {
        let scene = self.scene;
        let (own, other) = (scene.entity(holder), scene.entity(target));
        for signal in &scene.signals {
            let toward = scene.entity(signal.mention);
            let of = match signal.holder {
                Holder::Source(entity) => Some(entity),
                _ => None,
            };
            let sum = signal.sum();
            let whose = match signal.holder {
                Holder::Writer => 0,
                Holder::Source(_) => 1,
                Holder::Unnamed => 2,
            };
            if toward == other && of.is_some() && of == own {
                self.add(&[200], sum.clamp(-2.0, 2.0), None);
                self.one(&[201, sign(sum, 0.1)]);
                self.one(&[202, sign(sum, 0.5), u32::from(signal.mention == target)]);
            } else if signal.mention == target {
                self.one(&[203, whose, sign(sum, 0.1)]);
                self.add(&[204, whose], sum.clamp(-2.0, 2.0), None);
            } else if toward == own && of.is_some() && of == other {
                self.one(&[205, sign(sum, 0.1)]);
            } else if signal.mention == holder {
                self.one(&[206, whose, sign(sum, 0.1)]);
            }
        }
    }
}
