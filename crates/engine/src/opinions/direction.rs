//! Features of two mentions in one sentence, for the trained model that says which of them is for or
//! against the other: the words between and beside them by their order, the verbs that they are
//! subject and object of, words that judge, who says what, and what the rules and the other model
//! found. Names are masked, so that no opinion is learnt about anybody in particular.

mod parts;
mod words;

use super::{
    Scene,
    features::{Feature, key},
    relations::Role,
    verdicts,
};
use crate::{
    grammar::{Placed, tags::Tag},
    models::{Weights, Words, lexicon::Classes},
};

/// How many words between two mentions are looked at from either end.
const BETWEEN: usize = 12;
/// How many words before the first and behind the second are looked at.
const BESIDE: usize = 8;
/// How many mentions of a sentence are looked at.
const MENTIONS: usize = 12;
/// Stands for any other name.
const NAME: u32 = 1;
/// Stand for the two mentions.
const HOLDER: u32 = 2;
const TARGET: u32 = 3;

/// What is known of a sentence, whichever two of its mentions are looked at.
pub(super) struct Ground {
    /// The class of words of like use, by word; a tag where none is known.
    clusters: Vec<u32>,
    /// The first letters of each word.
    stems: Vec<u32>,
    /// What a word's polarity, and a verb or noun between two sides, comes to with its negation.
    polarity: Vec<f32>,
    value: Vec<f32>,
    negated: Vec<bool>,
    /// What the model for reports says of each mention.
    sums: Vec<[f32; 2]>,
}

/// The sign of a number, 1 for 0.
fn sign(value: f32, least: f32) -> u32 {
    if value > least {
        2
    } else if value < -least {
        0
    } else {
        1
    }
}

/// A number for the first letters of a word, so that `critic`, `criticism` and `criticised` meet.
fn stem(word: &str) -> u32 {
    let letters = word.chars().take(6).flat_map(char::to_lowercase);
    letters.fold(0, |stem, c| key(&[stem, u32::from(c)]))
}

/// A distance in words as one of seven steps.
fn step(distance: usize) -> u32 {
    match distance {
        0..2 => 0,
        2..4 => 1,
        4..7 => 2,
        7..11 => 3,
        11..17 => 4,
        17..26 => 5,
        _ => 6,
    }
}

fn small(number: usize, most: u32) -> u32 {
    u32::try_from(number).map_or(most, |number| number.min(most))
}

/// Gathers features.
struct Gathered<'a> {
    features: Vec<Feature>,
    scene: &'a Scene<'a>,
    ground: &'a Ground,
    /// The two mentions.
    holder: Placed,
    target: Placed,
    /// Which of the two comes first.
    order: u32,
}

impl Gathered<'_> {
    fn add(&mut self, parts: &[u32], value: f32, word: Option<usize>) {
        let word = word.and_then(|word| u16::try_from(word).ok());
        self.features.push(Feature { key: key(parts), value, word });
    }

    fn one(&mut self, parts: &[u32]) {
        self.add(parts, 1.0, None);
    }

    /// The two in the order of the text.
    fn ends(&self) -> (Placed, Placed) {
        if self.order == 1 { (self.holder, self.target) } else { (self.target, self.holder) }
    }

    /// What stands at a word.
    fn identity(&self, i: usize) -> u32 {
        let inside = |placed: &Placed| (placed.first..=placed.last).contains(&i);
        match self.scene.parsed.words.get(i) {
            _ if inside(&self.holder) => HOLDER,
            _ if inside(&self.target) => TARGET,
            Some(word) if word.mention.is_some() && word.tag == Tag::Name => NAME,
            Some(word) => word.form,
            None => 0,
        }
    }

    fn cluster(&self, i: usize) -> u32 {
        self.ground.clusters.get(i).copied().unwrap_or_default()
    }

    /// The first letters of a word that is no name.
    fn stem(&self, i: usize) -> u32 {
        match self.identity(i) {
            id @ (NAME | HOLDER | TARGET) => id,
            _ => self.ground.stems.get(i).copied().unwrap_or_default(),
        }
    }

    /// The verb at a word, all of its forms and those of like meaning alike.
    fn verb(&self, i: usize) -> u32 {
        self.scene
            .parsed
            .words
            .get(i)
            .map_or(0, |word| word.entry.verb.map_or(word.form, u32::from))
    }

    /// Words, several words of one name as one.
    fn collapsed(&self, range: std::ops::Range<usize>) -> Vec<usize> {
        let mut words: Vec<usize> = range.collect();
        words.dedup_by(|b, a| self.identity(*a) == NAME && self.identity(*b) == NAME);
        words
    }
}

impl Scene<'_> {
    /// What is known of the sentence, for any two of its mentions.
    pub(super) fn ground(&self, text: &str, words: &Words, reports: &Weights) -> Ground {
        let parsed = self.parsed;
        let negated: Vec<bool> = (0..parsed.words.len())
            .map(|i| (i.saturating_sub(3)..i).any(|j| parsed.is(j, Classes::NEGATOR)))
            .collect();
        let (mut clusters, mut polarity, mut value) = (Vec::new(), Vec::new(), Vec::new());
        let mut stems = Vec::new();
        for (word, negated) in parsed.words.iter().zip(&negated) {
            stems.push(stem(word.span.of(text)));
            let cluster = u32::from(words.of(word.span.of(text)).cluster());
            clusters.push(if cluster > 0 { 64 + cluster } else { word.tag as u32 });
            let sign = if *negated { -0.6 } else { 1.0 };
            polarity.push(word.entry.polarity * sign);
            let verb = self.lexicon.verb(&word.entry).filter(|_| word.tag == Tag::Verb);
            let noun = self.lexicon.relation(&word.entry);
            let directed = verb.map(|verb| verb.object).or(noun.map(|noun| noun.target));
            value.push(directed.unwrap_or(0.0) * sign);
        }
        let sums = (0..parsed.mentions.len())
            .map(|m| verdicts::sums(reports, self.features(m).iter().map(|f| (f.key, f.value))))
            .collect();
        Ground { clusters, stems, polarity, value, negated, sums }
    }

    /// Any two different entities of the sentence, at the two mentions that stand nearest to each
    /// other, the first in the text first.
    pub(super) fn facing(&self, wanted: impl Fn(u32, u32) -> bool) -> Vec<(usize, usize)> {
        let mentions = &self.parsed.mentions;
        let mut pairs = Vec::new();
        for (a, first) in mentions.iter().enumerate().take(MENTIONS) {
            for (b, second) in mentions.iter().enumerate().take(MENTIONS).skip(a + 1) {
                let apart = first.last < second.first && self.entity(a) != self.entity(b);
                if apart && wanted(first.mention, second.mention) {
                    let (x, y) = (self.entity(a), self.entity(b));
                    let entities = if x < y { (x, y) } else { (y, x) };
                    pairs.push((entities, second.first - first.last, a, b));
                }
            }
        }
        discussion::order::sort(&mut pairs);
        pairs.dedup_by_key(|(entities, ..)| *entities);
        pairs.into_iter().map(|(.., a, b)| (a, b)).collect()
    }

    /// The features of what one mention may hold toward another.
    pub(super) fn directed(&self, ground: &Ground, holder: usize, target: usize) -> Vec<Feature> {
        let mentions = &self.parsed.mentions;
        let (Some(&a), Some(&b)) = (mentions.get(holder), mentions.get(target)) else {
            return Vec::new();
        };
        let mut gathered = Gathered {
            features: Vec::with_capacity(320),
            scene: self,
            ground,
            holder: a,
            target: b,
            order: u32::from(a.first < b.first),
        };
        gathered.between();
        gathered.beside();
        gathered.judging();
        gathered.circumstances();
        gathered.parts(holder, target);
        gathered.said(holder, target);
        gathered.signalled(holder, target);
        gathered.features
    }

    fn roles_of(&self, m: usize) -> Vec<Role> {
        let from = self.roles.partition_point(|role| role.mention < m);
        self.roles.iter().skip(from).take_while(|role| role.mention == m).copied().collect()
    }
}
