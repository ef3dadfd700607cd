//! What coreference looks at: the mentions by sentence, with their place among the words.

use std::ops::Range;

use discussion::{Discussion, PostId, Section, SentenceId, Span, Token, TokenKind};

use crate::{
    analysis::{Entity, EntityId, EntityType, Gender, Mention},
    models::Models,
};

/// A discussion with its entities and mentions.
pub struct Scene<'a> {
    pub(crate) discussion: &'a Discussion,
    pub(crate) models: &'a Models,
    pub(crate) entities: &'a [Entity],
    pub(crate) mentions: &'a [Mention],
    /// The mentions of each sentence.
    by_sentence: Vec<Range<usize>>,
    /// The one person whom the article names, for `he` and for `she`, if there is one.
    only_people: [Option<EntityId>; 2],
}

impl<'a> Scene<'a> {
    /// Sorts mentions, which stand in the order of the text, by sentence.
    #[must_use]
    pub fn new(
        discussion: &'a Discussion,
        models: &'a Models,
        entities: &'a [Entity],
        mentions: &'a [Mention],
    ) -> Self {
        let mut by_sentence = vec![0..0; discussion.sentences.len()];
        let mut start = 0;
        while let Some(first) = mentions.get(start) {
            let rest = mentions.get(start..).unwrap_or(&[]);
            let count = rest.iter().take_while(|m| m.sentence == first.sentence).count();
            if let Some(range) = by_sentence.get_mut(first.sentence.index()) {
                *range = start..start + count;
            }
            start += count.max(1);
        }
        let mut scene =
            Self { discussion, models, entities, mentions, by_sentence, only_people: [None; 2] };
        scene.only_people = [Gender::Female, Gender::Male].map(|gender| scene.sole_person(gender));
        scene
    }

    fn sole_person(&self, gender: Gender) -> Option<EntityId> {
        let article = self.mentions.iter().take_while(|mention| {
            let section = self.post_of(mention.sentence).map(|post| self.section_of(post));
            section == Some(Section::Article)
        });
        let mut people = article.filter(|mention| {
            self.entity_of(mention).is_some_and(|entity| {
                entity.kind == EntityType::Person
                    && (entity.gender == gender || entity.gender == Gender::Unknown)
            })
        });
        let first = people.next()?.entity;
        people.all(|mention| mention.entity == first).then_some(first)
    }

    /// The one person whom the article names and whom a pronoun of a gender fits.
    pub(crate) fn only_person_of_article(&self, gender: Gender) -> Option<EntityId> {
        match gender {
            Gender::Female => self.only_people[0],
            Gender::Male => self.only_people[1],
            Gender::Unknown => None,
        }
    }

    /// The numbers of a sentence's mentions.
    pub(crate) fn in_sentence(&self, sentence: SentenceId) -> Range<usize> {
        self.by_sentence.get(sentence.index()).cloned().unwrap_or(0..0)
    }

    /// The numbers of a sentence's mentions near a byte: a bounded number, so that a text without
    /// full stops is no more work than another.
    pub(crate) fn near(&self, sentence: SentenceId, byte: u32) -> Range<usize> {
        let all = self.in_sentence(sentence);
        let mentions = self.mentions.get(all.clone()).unwrap_or(&[]);
        let at = all.start + mentions.partition_point(|mention| mention.span.start < byte);
        all.start.max(at.saturating_sub(NEAR))..all.end.min(at + NEAR)
    }

    /// The mentions of a sentence that begin at a byte, at most [`NEAR`] of them.
    pub(crate) fn starting_at(&self, sentence: SentenceId, byte: u32) -> &'a [Mention] {
        let all = self.mentions.get(self.in_sentence(sentence)).unwrap_or(&[]);
        let rest = all.get(all.partition_point(|mention| mention.span.start < byte)..);
        let rest = rest.unwrap_or(&[]);
        let count = rest.iter().take(NEAR).take_while(|mention| mention.span.start == byte);
        rest.get(..count.count()).unwrap_or(&[])
    }

    pub(crate) fn entity_of(&self, mention: &Mention) -> Option<&'a Entity> {
        self.entities.get(mention.entity.index())
    }

    pub(crate) fn post_of(&self, sentence: SentenceId) -> Option<PostId> {
        let sentence = self.discussion.sentences.get(sentence.index())?;
        self.discussion.paragraphs.get(sentence.paragraph.index()).map(|paragraph| paragraph.post)
    }

    pub(crate) fn section_of(&self, post: PostId) -> Section {
        self.discussion.posts.get(post.index()).map_or(Section::Article, |post| post.section)
    }

    /// Whether a mention only says whose words follow (`Marta: She never …`) or who is spoken to
    /// (`@marta she never …`), whom the third person does not mean.
    pub(crate) fn speaks_here(&self, mention: &Mention) -> bool {
        let paragraph = self.discussion.paragraphs.get(mention.paragraph.index());
        paragraph.is_some_and(|paragraph| paragraph.span.start == mention.span.start)
            && self.discussion.text.get(mention.span.end as usize..).is_some_and(|rest| {
                rest.starts_with(": ") || self.text(mention.span).starts_with('@')
            })
    }

    pub(crate) fn tokens(&self, sentence: SentenceId) -> &'a [Token] {
        self.discussion.tokens_of(sentence)
    }

    pub(crate) fn text(&self, span: Span) -> &'a str {
        self.discussion.slice(span)
    }
}

/// So many mentions before and behind a place are near it.
const NEAR: usize = 24;

/// The first token that ends behind a byte: where a span that begins there begins.
pub(crate) fn token_at(tokens: &[Token], byte: u32) -> usize {
    tokens.partition_point(|token| token.span.end <= byte)
}

/// Whether a token is a word with letters.
pub(crate) fn is_word(token: &Token) -> bool {
    token.kind == TokenKind::Word
}
