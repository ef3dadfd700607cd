//! Nominals by the last word of a name: `the council` behind `Oxmere Council`, `the union` behind
//! `the Kilnworkers' Union`, where nobody else in the discussion has that word for a last name.

use discussion::{Token, TokenKind};
use rustc_hash::FxHashMap;

use crate::{
    analysis::{EntityId, EntityType, MentionKind},
    coreference::scene::{Scene, is_word},
    models::lexicon::Classes,
    names::fold,
};

/// Whose name ends with which ordinary word.
#[derive(Default)]
pub(super) struct Heads {
    /// Nobody, where several do.
    by_word: FxHashMap<u64, Option<EntityId>>,
}

impl Heads {
    /// What the names of a scene tell.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut heads = Self::default();
        for mention in scene.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let Some(entity) = scene.entity_of(mention) else { continue };
            let text = scene.text(mention.span);
            let Some((_, head)) = text.rsplit_once(char::is_whitespace) else { continue };
            let key = fold::key(head);
            let shared = matches!(
                entity.kind,
                EntityType::Organisation | EntityType::Group | EntityType::Place
            );
            if shared && scene.models.words.get(key).is_ordinary() {
                let named = heads.by_word.entry(key).or_insert(Some(mention.entity));
                if *named != Some(mention.entity) {
                    *named = None;
                }
            }
        }
        heads
    }

    /// Whom the two words at a token mean, an article and such a last word in small letters.
    pub(super) fn at(&self, scene: &Scene<'_>, tokens: &[Token], at: usize) -> Option<EntityId> {
        let head = tokens.get(at + 1).filter(|head| is_word(head))?;
        let text = scene.text(head.span);
        if !text.starts_with(char::is_lowercase) {
            return None;
        }
        let entity = (*self.by_word.get(&fold::key(text))?)?;
        self.ends(scene, tokens, at + 2).then_some(entity)
    }

    /// Whether no noun follows to which the head only belongs (`the council tax`).
    fn ends(&self, scene: &Scene<'_>, tokens: &[Token], at: usize) -> bool {
        const CLOSED: [Classes; 9] = [
            Classes::AUXILIARY,
            Classes::MODAL,
            Classes::PREPOSITION,
            Classes::COORDINATOR,
            Classes::SUBORDINATOR,
            Classes::RELATIVE,
            Classes::PRONOUN,
            Classes::ADVERB,
            Classes::NEGATOR,
        ];
        let Some(next) = tokens.get(at) else { return true };
        if next.kind != TokenKind::Word {
            return true;
        }
        let text = scene.text(next.span).to_lowercase();
        let entry = scene.models.lexicon.entry(&text);
        entry.verb.is_some()
            || text.ends_with("ed")
            || CLOSED.iter().any(|class| entry.is(*class))
            || !scene.models.words.of(&text).is_ordinary()
    }
}
