//! Clusters: named spans that name one and the same.

use discussion::{Discussion, Section, SentenceId};
use rustc_hash::FxHashMap;

use crate::{
    analysis::{Entity, EntityType, Gender, MentionKind},
    coreference::pronouns::plural,
    entities::namesakes::{self, Namesake},
    models::Models,
    names::{NamedSpan, fold},
};

/// Spans that name one entity.
#[derive(Debug, Default)]
pub(crate) struct Cluster {
    /// The gazetteer entry.
    known_as: Option<u32>,
    /// The people of that entry.
    people: bool,
    /// Folded words of the fullest name.
    words: Vec<String>,
    /// Surface forms with how often they occur, in the order of their first use.
    forms: Vec<(String, u32)>,
    /// Evidence for each type.
    votes: [f32; 7],
    gender: Gender,
    /// How many spans were dealt out so far, and where the last of them stands.
    count: u32,
    last: Option<SentenceId>,
}

/// Where a span was put.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owner {
    /// Index of the cluster.
    pub(crate) cluster: usize,
    /// From 0 to 1: how sure it is that the span belongs there.
    pub(crate) certainty: f32,
}

/// Of more people with one surname only the last ones are looked at.
const NAMESAKES: usize = 64;

impl Cluster {
    fn add(&mut self, span: &NamedSpan, text: &str) {
        let vote =
            EntityType::IN_ORDER.iter().position(|kind| *kind == span.entity_type).unwrap_or(6);
        // What could not be told must not outvote what was.
        let weight = if span.entity_type == EntityType::Other { 0.1 } else { 1.0 };
        self.votes[vote] += span.confidence * weight;
        // The signs of a hashtag and of a handle written apart are no part of the name.
        let text = text.trim_start_matches('#');
        let text = text.strip_prefix("@ ").unwrap_or(text);
        if self.gender == Gender::Unknown {
            self.gender = span.gender;
        }
        if matches!(span.kind, MentionKind::Name | MentionKind::Adjective) {
            match self.forms.iter_mut().find(|(form, _)| form == text) {
                Some((_, count)) => *count += 1,
                None => self.forms.push((text.to_owned(), 1)),
            }
        }
        self.count = self.count.saturating_add(1);
        self.last = Some(span.sentence);
    }

    fn kind(&self, models: &Models) -> EntityType {
        if self.people {
            return EntityType::Group;
        }
        if let Some(entry) = self.known_as.and_then(|known| models.gazetteer.entry(known)) {
            return entry.kind;
        }
        let mut best = (EntityType::Other, 0.0);
        for (kind, vote) in EntityType::IN_ORDER.iter().zip(self.votes) {
            if vote > best.1 {
                best = (*kind, vote);
            }
        }
        best.0
    }

    /// The entity, still without its slug.
    pub(crate) fn entity(&self, models: &Models) -> Entity {
        let known = self.known_as.and_then(|known| models.gazetteer.entry(known));
        let entry = known.filter(|_| !self.people);
        let link = match known {
            Some(of) if self.people => Some(of),
            known => known.and_then(|known| models.gazetteer.entry(known.link?)),
        };
        let mut forms: Vec<_> = self.forms.iter().collect();
        discussion::order::sort_by_key(&mut forms, |(_, count)| std::cmp::Reverse(*count));
        let fullest = self.forms.iter().max_by(|one, other| {
            let size = |form: &str| {
                // A people's name is its plural.
                let plural = self.people && plural(form);
                (plural, form.split_whitespace().count(), loudness(form))
            };
            // Of equals the earlier one: `max_by` would take the later.
            size(&one.0)
                .cmp(&size(&other.0))
                .then(one.1.cmp(&other.1))
                .then(std::cmp::Ordering::Greater)
        });
        Entity {
            slug: String::new(),
            name: entry.map_or_else(
                || {
                    let form = fullest.map(|(form, _)| form.clone()).unwrap_or_default();
                    if self.people && !loudness(&form) { capitalised(&form) } else { form }
                },
                |entry| entry.name.clone(),
            ),
            kind: self.kind(models),
            aliases: forms.into_iter().map(|(form, _)| form.clone()).collect(),
            gender: entry.map_or(self.gender, |entry| {
                if entry.gender == Gender::Unknown { self.gender } else { entry.gender }
            }),
            known_as: entry.map(|entry| entry.name.clone()),
            link: link.map(|link| link.name.clone()),
        }
    }
}

/// Names in mixed letters are preferred to those in capitals or in lower case.
fn loudness(form: &str) -> bool {
    form.chars().any(char::is_lowercase) && form.chars().any(char::is_uppercase)
}

/// A word with a capital and small letters.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

/// A span's name in folded words.
fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '/' | '@' | '#' | ',' | '‐' | '‑' | '–')
    })
    .map(fold::folded)
    .filter(|word| !word.is_empty())
    .collect()
}

struct Clusters<'a> {
    discussion: &'a Discussion,
    models: &'a Models,
    clusters: Vec<Cluster>,
    by_entry: FxHashMap<(u32, bool), usize>,
    /// By all folded letters, without gaps.
    by_name: FxHashMap<String, usize>,
    /// People by the last word of their names, and by the first.
    by_surname: FxHashMap<String, Vec<usize>>,
    by_first_name: FxHashMap<String, Vec<usize>>,
    /// Organisations by the last word of their names.
    by_tail: FxHashMap<String, usize>,
    /// Names of several words by their initials.
    by_initials: FxHashMap<String, usize>,
}

/// Puts every span into a cluster.
pub(crate) fn cluster(
    discussion: &Discussion,
    models: &Models,
    named: &[NamedSpan],
) -> (Vec<Cluster>, Vec<Owner>) {
    let mut all = Clusters {
        discussion,
        models,
        clusters: Vec::new(),
        by_entry: FxHashMap::default(),
        by_name: FxHashMap::default(),
        by_surname: FxHashMap::default(),
        by_first_name: FxHashMap::default(),
        by_tail: FxHashMap::default(),
        by_initials: FxHashMap::default(),
    };
    let texts: Vec<&str> = named.iter().map(|span| discussion.slice(span.span)).collect();
    let words: Vec<Vec<String>> = texts.iter().map(|text| words_of(text)).collect();
    let mut owners: Vec<Option<Owner>> = vec![None; named.len()];
    // Full and known names first, so that short ones find them wherever they stand.
    for (at, span) in named.iter().enumerate() {
        let full = words[at].len() > 1;
        if full || span.known_as.is_some() && span.entity_type != EntityType::Person {
            let owner = all.full(span, &words[at]);
            let cluster = &mut all.clusters[owner.cluster];
            if cluster.gender == Gender::Unknown {
                cluster.gender = span.gender;
            }
            owners[at] = Some(owner);
        }
    }
    for (at, span) in named.iter().enumerate() {
        let owner = match owners[at] {
            Some(owner) => owner,
            None => all.short(span, &words[at]),
        };
        owners[at] = Some(owner);
        all.clusters[owner.cluster].add(span, texts[at]);
    }
    (all.clusters, owners.into_iter().flatten().collect())
}

impl Clusters<'_> {
    fn new_cluster(&mut self, span: &NamedSpan, words: &[String]) -> usize {
        let known_as = span.known_as;
        let person = span.entity_type == EntityType::Person;
        let together = matches!(span.entity_type, EntityType::Organisation | EntityType::Group);
        let at = self.clusters.len();
        let entry = known_as.and_then(|known| self.models.gazetteer.entry(known));
        let entry = entry.filter(|_| !span.people);
        let words = entry.map_or_else(|| words.to_vec(), |entry| words_of(&entry.name));
        if let Some(known) = known_as {
            self.by_entry.insert((known, span.people), at);
        }
        self.by_name.entry(words.concat()).or_insert(at);
        if words.len() > 1 {
            if person && let (Some(first), Some(last)) = (words.first(), words.last()) {
                self.by_surname.entry(last.clone()).or_default().push(at);
                self.by_first_name.entry(first.clone()).or_default().push(at);
            } else {
                if let Some(last) = words.last().filter(|_| together) {
                    self.by_tail.entry(last.clone()).or_insert(at);
                }
                for initials in initials(&words) {
                    self.by_initials.entry(initials).or_insert(at);
                }
            }
        }
        self.clusters.push(Cluster { known_as, people: span.people, words, ..Cluster::default() });
        at
    }

    /// A known name, or one of several words.
    fn full(&mut self, span: &NamedSpan, words: &[String]) -> Owner {
        let sure = |cluster| Owner { cluster, certainty: 1.0 };
        let person = span.entity_type == EntityType::Person;
        if let Some(known) = span.known_as {
            if let Some(&cluster) = self.by_entry.get(&(known, span.people)) {
                return sure(cluster);
            }
            return sure(self.new_cluster(span, words));
        }
        if let Some(&cluster) = self.by_name.get(&words.concat()) {
            return sure(cluster);
        }
        // `Barack Hussein Obama` is the Barack Obama who is named elsewhere.
        if person && let (Some(first), Some(last)) = (words.first(), words.last()) {
            let same = self
                .by_surname
                .get(last)
                .into_iter()
                .flatten()
                .rev()
                .take(NAMESAKES)
                .copied()
                .find(|&cluster| {
                    self.clusters[cluster].words.first().is_some_and(|known| {
                        known == first
                            || (first.len() == 1 || known.len() == 1)
                                && known.chars().next() == first.chars().next()
                    })
                });
            if let Some(cluster) = same {
                return Owner { cluster, certainty: 0.95 };
            }
        }
        if self.in_comment(span)
            && let Some(owner) = self.part_of_name(span, words)
        {
            return owner;
        }
        sure(self.new_cluster(span, words))
    }

    /// Whether a span stands in a comment, whose writer takes names as the article has given them.
    fn in_comment(&self, span: &NamedSpan) -> bool {
        let sentence = self.discussion.sentences.get(span.sentence.index());
        sentence.is_some_and(|sentence| {
            self.discussion.section(sentence.paragraph) == Section::Comments
        })
    }

    /// Several words that are part of one longer name: its last ones (`Le Goasduff`, `the Twinning
    /// Association`), or somebody's name behind a word that is no first name (`Chef Chidi`).
    fn part_of_name(&self, span: &NamedSpan, words: &[String]) -> Option<Owner> {
        let (first, last) = (words.first()?, words.last()?);
        let person = span.entity_type == EntityType::Person;
        let ends = |cluster: &&usize| {
            let known = self.clusters.get(**cluster).map_or(&[][..], |known| &known.words);
            known.len() > words.len() && known.ends_with(words)
        };
        let called_so = |by: &FxHashMap<String, Vec<usize>>| -> Vec<usize> {
            by.get(last).into_iter().flatten().rev().take(NAMESAKES).copied().collect()
        };
        let surname = called_so(&self.by_surname);
        if let [cluster] = surname.iter().filter(ends).collect::<Vec<_>>().as_slice() {
            return Some(Owner { cluster: **cluster, certainty: 0.9 });
        }
        if let Some(cluster) = self.by_tail.get(last).filter(ends) {
            return Some(Owner { cluster: *cluster, certainty: 0.85 });
        }
        let called = self.models.words.of(first);
        let other = called.is_first_name()
            || called.is_surname()
            || self.by_first_name.contains_key(first)
            || self.by_surname.contains_key(first)
            || first.chars().count() < 2;
        if !person || other || words.len() != 2 {
            return None;
        }
        let both: Vec<usize> = surname.into_iter().chain(called_so(&self.by_first_name)).collect();
        match both.as_slice() {
            [cluster] => Some(Owner { cluster: *cluster, certainty: 0.75 }),
            _ => None,
        }
    }

    /// A single word.
    fn short(&mut self, span: &NamedSpan, words: &[String]) -> Owner {
        let Some(word) = words.first().filter(|_| words.len() == 1) else {
            return self.full(span, words);
        };
        let person = matches!(span.entity_type, EntityType::Person | EntityType::Other);
        if person && let Some(owner) = self.person(span, word) {
            return owner;
        }
        if let Some(known) = span.known_as {
            let cluster = self.by_entry.get(&(known, span.people)).copied();
            let cluster = cluster.unwrap_or_else(|| self.new_cluster(span, words));
            return Owner { cluster, certainty: 1.0 };
        }
        if let Some(&cluster) = self.by_name.get(word) {
            return Owner { cluster, certainty: 1.0 };
        }
        // `the Gazette` behind `the Elmsworth Gazette`.
        if let Some(&cluster) = self.by_tail.get(word) {
            return Owner { cluster, certainty: 0.85 };
        }
        if let Some(&cluster) = self.by_initials.get(word) {
            return Owner { cluster, certainty: 0.9 };
        }
        if let Some(cluster) = self.spelled_alike(word) {
            return Owner { cluster, certainty: 0.8 };
        }
        // What kind of thing a single word names is often a guess; that somebody has the name is not.
        if !person
            && self.in_comment(span)
            && let Some(owner) = self.person(span, word)
        {
            return Owner { certainty: owner.certainty * 0.85, ..owner };
        }
        Owner { cluster: self.new_cluster(span, words), certainty: 1.0 }
    }

    /// Somebody named by surname or first name alone.
    fn person(&self, span: &NamedSpan, word: &str) -> Option<Owner> {
        let by_surname = self.by_surname.get(word);
        let known = span.known_as.and_then(|known| self.by_entry.get(&(known, false)));
        let candidates = by_surname.or_else(|| self.by_first_name.get(word))?;
        // A known person's name alone means that person, unless only others of it are named here.
        if let Some(known) = known {
            return Some(Owner { cluster: *known, certainty: 1.0 });
        }
        let from = candidates.len().saturating_sub(NAMESAKES);
        let people: Vec<Namesake> = candidates
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .filter_map(|&cluster| {
                let known = self.clusters.get(cluster)?;
                let (gender, count, last) = (known.gender, known.count, known.last);
                Some(Namesake { cluster, gender, count, last })
            })
            .collect();
        let (cluster, certainty) =
            namesakes::choose(self.discussion, &people, span.gender, span.sentence)?;
        // A first name alone tells less.
        let share = if by_surname.is_some() { 1.0 } else { 0.88 };
        Some(Owner { cluster, certainty: certainty * share })
    }

    /// A name in this text, or a known one, from which a word differs by a letter or an ending.
    fn spelled_alike(&mut self, word: &str) -> Option<usize> {
        if let Some(stem) = word.strip_suffix('s')
            && let Some(&cluster) = self.by_name.get(stem).or_else(|| self.only_surname(stem))
        {
            return Some(cluster);
        }
        if word.chars().count() < 6 || self.models.words.of(word).is_ordinary() {
            return None;
        }
        let known = self
            .models
            .gazetteer
            .spellings_near(word)
            .find(|(form, _)| fold::one_letter_apart(word, form))
            .map(|(_, entry)| entry)?;
        self.by_entry.get(&(known, false)).copied()
    }

    fn only_surname(&self, word: &str) -> Option<&usize> {
        self.by_surname.get(word).filter(|people| people.len() == 1)?.first()
    }
}

/// The acronyms of a name: with and without its small words.
fn initials(words: &[String]) -> Vec<String> {
    const SMALL: &[&str] = &["of", "the", "for", "and", "on", "in", "de", "la"];
    let of = |words: &mut dyn Iterator<Item = &String>| {
        words.filter_map(|word| word.chars().next()).collect::<String>()
    };
    let mut found = vec![
        of(&mut words.iter()),
        of(&mut words.iter().filter(|word| !SMALL.contains(&word.as_str()))),
    ];
    found.retain(|initials| initials.chars().count() >= 2);
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_skip_small_words() {
        let words = words_of("League of Arab States");
        assert_eq!(initials(&words), ["loas", "las"]);
    }
}
