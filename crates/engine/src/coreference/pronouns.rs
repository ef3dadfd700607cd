//! Pronouns of the third person.
//!
//! Each candidate before a pronoun (and behind it in the same sentence) gets a linear score over a
//! few features: how far it is, whether it and the pronoun stand as subjects, gender, how it is
//! bound. The best one wins where it is good enough. The weights for `he` and `she` were fitted on
//! the development part of GAP by `lab train pronouns`.

use discussion::{SentenceId, Span, Token, TokenKind};

use crate::{
    analysis::{Entity, EntityId, EntityType, Gender, Mention, MentionKind},
    closed::ClosedList,
    coreference::{
        features::{Neighbours, Traits},
        role::{PREPOSITIONS, Role, SMALL},
        scene::{Scene, is_word, token_at},
        short::Short,
        threads::Threads,
    },
    models::lexicon::Forms,
};

/// What a pronoun asks of its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// `he`, `she`.
    Singular(Gender),
    /// `it`.
    Thing,
    /// `they`.
    Plural,
}

/// How a pronoun stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// `he`.
    Subject,
    /// `him`.
    Object,
    /// `his`.
    Possessive,
    /// `himself`.
    Reflexive,
}

/// A pronoun with everyone whom it may mean.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its bytes.
    pub span: Span,
    /// Where it stands.
    pub sentence: SentenceId,
    /// What it asks for.
    pub person: Person,
    /// Whom it may mean, nearest first; each at the nearest mention.
    pub candidates: Vec<Candidate>,
}

/// Somebody whom a pronoun may mean.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub entity: EntityId,
    /// The mention that stands nearest.
    pub span: Span,
    /// What speaks for and against it.
    pub features: Features,
}

/// The features of a candidate: which ones it has, and how far it is.
pub use crate::coreference::features::{FEATURES, Features};
pub use crate::coreference::weights::WEIGHTS;

/// A candidate for `he` or `she` below this is no candidate.
const ENOUGH: f32 = -1.5;

/// How many sentences back `he` and `she` look.
const WINDOW: u32 = 4;

/// A pronoun by its letters.
fn pronoun(word: &str) -> Option<(Person, Case)> {
    use Case::{Object, Possessive, Reflexive, Subject};
    let he = Person::Singular(Gender::Male);
    let she = Person::Singular(Gender::Female);
    Some(match word {
        "he" => (he, Subject),
        "him" => (he, Object),
        "his" => (he, Possessive),
        "himself" => (he, Reflexive),
        "she" => (she, Subject),
        "her" => (she, Object),
        "hers" => (she, Possessive),
        "herself" => (she, Reflexive),
        "it" => (Person::Thing, Subject),
        "its" => (Person::Thing, Possessive),
        "itself" => (Person::Thing, Reflexive),
        "they" => (Person::Plural, Subject),
        "them" => (Person::Plural, Object),
        "their" | "theirs" => (Person::Plural, Possessive),
        "themselves" => (Person::Plural, Reflexive),
        _ => return None,
    })
}

/// The gender that a pronoun tells.
pub(crate) fn gender(word: &str) -> Gender {
    match pronoun(&word.to_ascii_lowercase()) {
        Some((Person::Singular(gender), _)) => gender,
        _ => Gender::Unknown,
    }
}

/// The mentions by pronoun, in the order of the text.
pub(crate) fn find(scene: &Scene<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut threads = Threads::of(scene);
    for choice in choices(scene) {
        let chosen = match choice.person {
            Person::Singular(gender) => {
                let person =
                    best_person(&choice).or_else(|| threads.person(scene, &choice, gender));
                if let Some((entity, _)) = person {
                    threads.meet(scene.post_of(choice.sentence), gender, entity);
                }
                person
            }
            Person::Thing | Person::Plural => only_thing(&choice),
        };
        if let Some((entity, confidence)) = chosen
            && let Some(sentence) = scene.discussion.sentences.get(choice.sentence.index())
        {
            found.push(Mention {
                span: choice.span,
                paragraph: sentence.paragraph,
                sentence: choice.sentence,
                entity,
                kind: MentionKind::Pronoun,
                confidence,
            });
        }
    }
    found
}

fn best_person(choice: &Choice) -> Option<(EntityId, f32)> {
    let scores: Vec<(f32, EntityId)> = choice
        .candidates
        .iter()
        .map(|candidate| (candidate.features.score(&WEIGHTS), candidate.entity))
        .collect();
    // The nearer one wins among equals.
    let &(best, entity) =
        scores.iter().reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let total: f32 = scores.iter().map(|(score, _)| (score - best).exp()).sum();
    (best > ENOUGH).then_some((entity, (0.9 / total).clamp(0.2, 0.9)))
}

/// `it` and `they` refer to much that has no name: only one clear candidate counts.
fn only_thing(choice: &Choice) -> Option<(EntityId, f32)> {
    match choice.candidates.as_slice() {
        [one] => Some((one.entity, 0.5)),
        _ => None,
    }
}

/// All pronouns of a scene with their candidates.
#[must_use]
pub fn choices(scene: &Scene<'_>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut chain = Chain::default();
    let mut word = String::new();
    for number in 0..u32::try_from(scene.discussion.sentences.len()).unwrap_or(u32::MAX) {
        let sentence = SentenceId(number);
        let tokens = scene.tokens(sentence);
        for (at, token) in tokens.iter().enumerate() {
            if !is_word(token) || !(2..=10).contains(&token.span.len()) {
                continue;
            }
            let text = scene.text(token.span);
            // No other letter begins a pronoun.
            if !text.starts_with(['h', 'H', 's', 'S', 'i', 'I', 't', 'T']) {
                continue;
            }
            word.clear();
            word.push_str(text);
            word.make_ascii_lowercase();
            let Some((person, mut case)) = pronoun(&word) else { continue };
            if word == "her" && possesses(scene, tokens, at) {
                case = Case::Possessive;
            }
            let inside = scene.near(sentence, token.span.start).any(|mention| {
                scene.mentions.get(mention).is_some_and(|mention| mention.span.contains(token.span))
            });
            if inside {
                continue;
            }
            let place = Place { sentence, tokens, at, person, case, chain: &chain };
            let candidates = place.candidates(scene);
            let choice = Choice { span: token.span, sentence, person, candidates };
            if let (Person::Singular(gender), Some((entity, _))) = (person, best_person(&choice)) {
                let link = Link { entity, sentence };
                chain.last[usize::from(gender == Gender::Female)] = Some(link);
            }
            if !choice.candidates.is_empty() || matches!(person, Person::Singular(_)) {
                choices.push(choice);
            }
        }
    }
    choices
}

/// Whether a noun follows (`her book`) and not the end of the phrase (`told her that`).
fn possesses(scene: &Scene<'_>, tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_some_and(|next| is_word(next) && !SMALL.has(Short::of(scene.text(next.span)).bytes()))
}

/// Whom the last `he` and the last `she` meant: pronouns of one gender tend to mean one person.
#[derive(Debug, Default)]
struct Chain {
    last: [Option<Link>; 2],
}

#[derive(Clone, Copy, Debug)]
struct Link {
    entity: EntityId,
    sentence: SentenceId,
}

/// A pronoun at its place.
struct Place<'a> {
    sentence: SentenceId,
    tokens: &'a [Token],
    at: usize,
    person: Person,
    case: Case,
    chain: &'a Chain,
}

impl Place<'_> {
    fn candidates(&self, scene: &Scene<'_>) -> Vec<Candidate> {
        let personal = matches!(self.person, Person::Singular(_));
        let window = if personal { WINDOW } else { 1 };
        let mut candidates: Vec<Candidate> = Vec::new();
        if self.person == Person::Thing && self.says_nothing(scene) {
            return candidates;
        }
        let post = scene.post_of(self.sentence);
        for back in 0..=window {
            let Some(sentence) = self.sentence.0.checked_sub(back).map(SentenceId) else { break };
            if scene.post_of(sentence) != post || !personal && !candidates.is_empty() {
                break;
            }
            let mentions = match back {
                0 => scene.near(sentence, self.span().start),
                _ => scene.near(sentence, u32::MAX),
            };
            for number in mentions.rev() {
                let Some(mention) = scene.mentions.get(number) else { continue };
                if back > 0 || mention.span.end <= self.span().start {
                    self.consider(scene, mention, back, &mut candidates);
                }
            }
        }
        if personal {
            // `When he arrived, Kerry …`
            for number in scene.near(self.sentence, self.span().start) {
                let Some(mention) = scene.mentions.get(number) else { continue };
                if mention.span.start >= self.span().end {
                    self.consider(scene, mention, 0, &mut candidates);
                }
            }
        }
        candidates
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).map_or(Span::default(), |token| token.span)
    }

    /// Adds the mention's entity, unless it is there or does not fit.
    fn consider(
        &self,
        scene: &Scene<'_>,
        mention: &Mention,
        back: u32,
        candidates: &mut Vec<Candidate>,
    ) {
        let Some(entity) = scene.entity_of(mention) else { return };
        let named = mention.kind == MentionKind::Name;
        let fits = match self.person {
            Person::Singular(gender) => {
                let person = entity.kind == EntityType::Person || untyped(entity);
                person
                    && named_or_titled(mention)
                    && (entity.gender == gender || entity.gender == Gender::Unknown)
            }
            Person::Thing => {
                named && matches!(entity.kind, EntityType::Organisation | EntityType::Place)
            }
            Person::Plural => {
                plural(scene.text(mention.span))
                    && (entity.kind == EntityType::Group || mention.kind == MentionKind::Adjective)
            }
        };
        if !fits
            || scene.speaks_here(mention)
            || candidates.iter().any(|known| known.entity == mention.entity)
        {
            return;
        }
        let bound = self.person == Person::Thing
            && !(self.case == Case::Possessive && back == 0)
            && !Role::of(scene, mention).subject;
        if bound || back == 0 && self.bars(scene, mention) {
            return;
        }
        let features = self.features(scene, mention, back, candidates.len());
        candidates.push(Candidate { entity: mention.entity, span: mention.span, features });
    }

    /// Whether grammar forbids a candidate in the same clause: `Kerry met him` is somebody else.
    fn bars(&self, scene: &Scene<'_>, mention: &Mention) -> bool {
        if self.case != Case::Object || mention.span.start > self.span().start {
            return false;
        }
        // `Obama and Merkel let him`: both are the subject.
        let next =
            scene.near(self.sentence, mention.span.start).filter_map(|at| scene.mentions.get(at));
        let next = next.into_iter().find(|next| next.span.start > mention.span.start);
        let joined = next.filter(|next| {
            let between = Span::new(mention.span.end as usize, next.span.start as usize);
            scene.text(between).trim() == "and" && next.span.end <= self.span().start
        });
        if let Some(next) = joined {
            return self.bars(scene, next);
        }
        if !Role::of(scene, mention).subject {
            return false;
        }
        let first = token_at(self.tokens, mention.span.end);
        let between = self.tokens.get(first..self.at).unwrap_or(&[]);
        between.len() <= 6
            && between.iter().all(|token| {
                let text = scene.text(token.span);
                token.kind != TokenKind::Punctuation
                    && !matches!(
                        text,
                        "and" | "but" | "that" | "who" | "when" | "because" | "if" | "as"
                    )
            })
    }

    /// `it is time`, `it seems that`: an `it` that stands for nothing, or for what was said.
    fn says_nothing(&self, scene: &Scene<'_>) -> bool {
        if self.case != Case::Subject {
            return false;
        }
        let Some(next) = self.tokens.get(self.at + 1).filter(|next| is_word(next)) else {
            return true;
        };
        static EMPTY: ClosedList = ClosedList::new(&[
            "is", "was", "will", "would", "seems", "seemed", "appears", "takes", "took", "looks",
            "turns", "turned", "may", "might", "could", "happens", "makes", "should", "must",
            "does", "did", "sounds", "feels", "has", "had", "can", "came", "comes",
        ]);
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let object = before.is_some_and(|before| {
            let text = scene.text(before.span).to_lowercase();
            let entry = scene.models.lexicon.entry(&text);
            entry.verb.is_some()
                || entry.forms.has(Forms::BASE)
                || PREPOSITIONS.has(text.as_bytes())
        });
        object || EMPTY.has(Short::of(scene.text(next.span)).bytes())
    }

    fn features(&self, scene: &Scene<'_>, mention: &Mention, back: u32, nearer: usize) -> Features {
        let after = mention.span.start > self.span().start;
        let bytes = if after {
            mention.span.start.saturating_sub(self.span().end)
        } else {
            self.span().start.saturating_sub(mention.span.end)
        };
        let known = scene.entity_of(mention).is_some_and(|e| e.gender != Gender::Unknown);
        let untyped = scene.entity_of(mention).is_some_and(untyped);
        let female = self.person == Person::Singular(Gender::Female);
        let chained = self.chain.last[usize::from(female)].is_some_and(|link| {
            link.entity == mention.entity && self.sentence.0 - link.sentence.0 <= 1
        });
        Features::of(&Traits {
            neighbours: Neighbours::of(scene, mention),
            pronoun: self.case as usize,
            begins: self.at < 3,
            distance: match (after, back, nearer) {
                (true, ..) => 5,
                (_, 0, 0) => 0,
                (_, 0, _) => 1,
                (_, 1, 0) => 2,
                (_, 1, _) => 3,
                _ => 4,
            },
            bytes,
            known,
            chained,
            untyped,
        })
    }
}

/// Whether a name may be that of a person, although nothing shows it.
fn untyped(entity: &Entity) -> bool {
    entity.kind == EntityType::Other && entity.known_as.is_none()
}

/// Whether a mention stands for its entity and not for a people.
fn named_or_titled(mention: &Mention) -> bool {
    mention.kind != MentionKind::Adjective
}

/// Whether a noun for people ends like a plural.
pub(crate) fn plural(text: &str) -> bool {
    text.ends_with(['s', 'S']) || text.ends_with("men")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pronouns_ask_for_gender_and_case() {
        assert_eq!(pronoun("his"), Some((Person::Singular(Gender::Male), Case::Possessive)));
        assert_eq!(pronoun("they"), Some((Person::Plural, Case::Subject)));
        assert_eq!(pronoun("we"), None);
    }

    #[test]
    fn nouns_for_people_have_numbers() {
        for (word, want) in [("Russians", true), ("Frenchmen", true), ("Russian", false)] {
            assert_eq!(plural(word), want, "{word}");
        }
    }
}
