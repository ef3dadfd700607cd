//! The words between and beside two mentions, and those that judge.

use super::{BESIDE, BETWEEN, Gathered, sign, small};
use crate::grammar::tags::Tag;

impl Gathered<'_> {
    pub(super) fn between(&mut self) {
        let (first, second) = self.ends();
        let o = self.order;
        let distance = second.first.saturating_sub(first.last + 1);
        let zone = if distance <= 7 { 0 } else { 1 + u32::from(distance > 16) };
        let all = self.collapsed(first.last + 1..second.first.max(first.last + 1));
        let mut words = all.clone();
        if words.len() > 2 * BETWEEN {
            words.drain(BETWEEN..all.len() - BETWEEN);
        }
        for (q, &i) in words.iter().enumerate() {
            let (id, cluster, at) = (self.identity(i), self.cluster(i), Some(i));
            self.add(&[100, o, id], 1.0, at);
            self.add(&[101, o, zone, id], 1.0, at);
            self.add(&[102, o, cluster], 1.0, at);
            if self.scene.parsed.tag(i) == Tag::Verb {
                let negated = self.ground.negated.get(i).is_some_and(|negated| *negated);
                self.add(&[103, o, self.verb(i), u32::from(negated)], 1.0, at);
            }
            let stem = self.stem(i);
            self.add(&[113, o, stem], 1.0, at);
            self.add(&[114, o, zone, stem], 1.0, at);
            let Some(&j) = words.get(q + 1) else { continue };
            let next = self.identity(j);
            self.add(&[115, o, stem, self.stem(j)], 1.0, at);
            self.add(&[105, o, cluster, next], 1.0, at);
            self.add(&[106, o, id, self.cluster(j)], 1.0, at);
        }
        // The last verb or directed word before the second, and what stands right before it.
        let telling = |i: &usize| {
            self.ground.value.get(*i).is_some_and(|value| *value != 0.0)
                || self.scene.parsed.tag(*i) == Tag::Verb
        };
        let (head, tail) =
            (words.iter().find(|i| telling(i)), words.iter().rev().find(|i| telling(i)));
        if let (Some(&head), Some(&tail), Some(&last)) = (head, tail, words.last()) {
            let (a, b, c) = (self.stem(head), self.stem(tail), self.identity(last));
            let values =
                [head, tail].map(|i| sign(self.ground.value.get(i).copied().unwrap_or(0.0), 0.2));
            self.add(&[116, o, a, b], 1.0, Some(tail));
            self.add(&[117, o, b, c], 1.0, Some(tail));
            self.add(&[118, o, a, zone], 1.0, Some(head));
            self.add(&[119, o, b, zone], 1.0, Some(tail));
            self.add(&[127, o, values[0], values[1], c], 1.0, Some(tail));
            self.add(&[128, o, values[0], values[1], zone], 1.0, Some(tail));
        }
        for q in 0..3 {
            let near = [all.get(q), all.len().checked_sub(q + 1).and_then(|last| all.get(last))];
            for (side, i) in near.into_iter().enumerate() {
                let Some(&i) = i else { continue };
                let place = small(q * 2 + side, 9);
                self.add(&[108, o, place, self.identity(i)], 1.0, Some(i));
                self.add(&[109, o, place, self.cluster(i)], 1.0, Some(i));
            }
        }
        if all.len() <= 6 {
            let ids: Vec<u32> = all.iter().map(|&i| self.identity(i)).collect();
            let clusters: Vec<u32> = all.iter().map(|&i| self.cluster(i)).collect();
            self.one(&[&[110, o], ids.as_slice()].concat());
            self.one(&[&[111, o], clusters.as_slice()].concat());
        }
        if all.len() <= 9 {
            let tags: Vec<u32> = all.iter().map(|&i| self.scene.parsed.tag(i) as u32).collect();
            self.one(&[&[112, o], tags.as_slice()].concat());
        }
    }

    pub(super) fn beside(&mut self) {
        let (first, second) = self.ends();
        let (o, len) = (self.order, self.scene.parsed.words.len());
        let before = self.collapsed(first.first.saturating_sub(BESIDE)..first.first);
        let behind = self.collapsed(second.last + 1..(second.last + 1 + BESIDE).min(len));
        let before: Vec<usize> = before.into_iter().rev().collect();
        for (side, words) in [(0, before), (1, behind)] {
            for (q, &i) in words.iter().enumerate() {
                let (id, at) = (self.identity(i), Some(i));
                self.add(&[120, side, o, id], 1.0, at);
                if q < 3 {
                    self.add(&[121, side, o, small(q, 3), id], 1.0, at);
                    self.add(&[122, side, o, small(q, 3), self.cluster(i)], 1.0, at);
                }
                if let Some(&j) = words.get(q + 1).filter(|_| q < 6) {
                    self.add(&[123, side, o, id, self.identity(j)], 1.0, at);
                }
                self.add(&[126, side, o, self.stem(i)], 1.0, at);
                if side == 1 && self.scene.parsed.tag(i) == Tag::Verb {
                    let negated = self.ground.negated.get(i).is_some_and(|negated| *negated);
                    self.add(&[124, o, self.verb(i), u32::from(negated)], 1.0, at);
                }
            }
        }
        for i in 0..len {
            if !matches!(self.scene.parsed.tag(i), Tag::Stop | Tag::Name) {
                self.add(&[125, self.identity(i)], 0.5, Some(i));
            }
        }
    }

    /// Words that judge in a part of the sentence.
    pub(super) fn judged(&mut self, part: u32, words: impl Iterator<Item = usize>) {
        let (o, ground) = (self.order, self.ground);
        let (mut polarity, mut value) = (0.0, 0.0);
        let mut counts = [[0usize; 2]; 2];
        for i in words {
            let both = [&ground.polarity, &ground.value].map(|v| v.get(i).copied().unwrap_or(0.0));
            polarity += both[0];
            value += both[1];
            for (count, weight) in counts.iter_mut().zip(both) {
                if weight.abs() > 0.3 {
                    count[usize::from(weight > 0.0)] += 1;
                    let kind = 130 + u32::from(weight > 0.0);
                    self.add(&[kind, part], weight.abs() / 4.0, Some(i));
                }
            }
        }
        self.add(&[132, part], (polarity / 2.0).clamp(-3.0, 3.0), None);
        self.add(&[133, part], (value / 2.0).clamp(-3.0, 3.0), None);
        self.one(&[134, part, sign(polarity, 0.25), sign(value, 0.25)]);
        self.one(&[135, part, o, sign(polarity, 0.25), sign(value, 0.25)]);
        for (kind, counts) in (0..).zip(counts) {
            for (side, count) in (0..).zip(counts) {
                if count > 0 {
                    self.add(&[136, kind, part, side], f32::from(count.min(4) as u8) / 2.0, None);
                    self.one(&[137, kind, part, side, o]);
                }
            }
        }
    }

    pub(super) fn judging(&mut self) {
        let (first, second) = self.ends();
        let len = self.scene.parsed.words.len();
        self.judged(0, first.last + 1..second.first);
        self.judged(1, first.first.saturating_sub(10)..first.first);
        self.judged(2, second.last + 1..(second.last + 11).min(len));
        self.judged(3, 0..len);
    }
}
