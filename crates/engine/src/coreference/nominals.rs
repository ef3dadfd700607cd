//! Nominals with a role: `the Secretary of State`, `the Russian president`, `US officials`.
//!
//! A role in the singular refers to somebody whom the text names: to the name beside it in an
//! apposition, else to the person whom the text calls by that title, else to the one whom the
//! gazetteer knows in that role of that country. People in the plural who are said to speak
//! (`US officials insist`) are a group of their own.

use discussion::{SentenceId, Span, Token, TokenKind};
use rustc_hash::FxHashMap;

use crate::{
    analysis::{Entity, EntityId, EntityType, Gender, Mention, MentionKind},
    coreference::{
        heads::Heads,
        offices::{KINDS, PEOPLE, ROLES, WHEN},
        role::SMALL,
        scene::{Scene, is_word, token_at},
        short::{Short, short},
    },
    entities::Slugs,
    models::lexicon::VerbKind,
    names::fold::folded,
};

/// What is found: mentions of known entities, and groups that only nominals name.
pub(crate) struct Nominals {
    pub(crate) entities: Vec<Entity>,
    pub(crate) mentions: Vec<Mention>,
}

/// A role as the text says it.
#[derive(Clone, Debug, PartialEq)]
struct Role {
    /// `prime minister`, `secretary of state`.
    title: String,
    /// Of which country or organisation.
    of: Option<EntityId>,
    first: usize,
    /// The token behind it.
    end: usize,
}

/// Finds the nominals of a scene; new groups are numbered from the scene's entities on.
pub(crate) fn find(scene: &Scene<'_>) -> Nominals {
    let mut found = Nominals { entities: Vec::new(), mentions: Vec::new() };
    let mut slugs = Slugs::taken(scene.entities.iter().map(|entity| entity.slug.as_str()));
    let mut groups: FxHashMap<String, EntityId> = FxHashMap::default();
    let mut bearers = Bearers::of(scene);
    let heads = Heads::of(scene);
    for number in 0..u32::try_from(scene.discussion.sentences.len()).unwrap_or(u32::MAX) {
        let sentence = SentenceId(number);
        let tokens = scene.tokens(sentence);
        let mut starts = scene
            .in_sentence(sentence)
            .filter_map(|mention| scene.mentions.get(mention))
            .map(|mention| mention.span.start)
            .peekable();
        for (at, token) in tokens.iter().enumerate() {
            // A nominal begins with an article or with a name.
            while starts.next_if(|start| *start < token.span.start).is_some() {}
            let named = starts.peek() == Some(&token.span.start);
            if !named && !scene.text(token.span).eq_ignore_ascii_case("the") {
                continue;
            }
            if let Some(role) = role_at(scene, sentence, tokens, at, true) {
                let span = span(tokens, role.first, role.end);
                if let Some((entity, confidence)) =
                    referent(scene, sentence, tokens, &role, &bearers)
                {
                    bearers.learn(&role, entity, span.start);
                    push(scene, &mut found, sentence, span, entity, confidence);
                }
            } else if let Some(entity) = heads.at(scene, tokens, at).filter(|_| !named) {
                push(scene, &mut found, sentence, span(tokens, at, at + 2), entity, 0.6);
            } else if let Some((first, end)) = speakers_at(scene, sentence, tokens, at) {
                let span = span(tokens, first, end);
                let name = scene.text(span);
                let next = scene.entities.len() + found.entities.len();
                let entity = *groups.entry(folded(name)).or_insert_with(|| {
                    found.entities.push(Entity {
                        slug: slugs.give(name),
                        name: name.to_owned(),
                        kind: EntityType::Group,
                        aliases: Vec::new(),
                        gender: Gender::Unknown,
                        known_as: None,
                        link: None,
                    });
                    EntityId(u32::try_from(next).unwrap_or(u32::MAX))
                });
                push(scene, &mut found, sentence, span, entity, 0.7);
            }
        }
    }
    found
}

fn push(
    scene: &Scene<'_>,
    found: &mut Nominals,
    sentence: SentenceId,
    span: Span,
    entity: EntityId,
    confidence: f32,
) {
    let crosses = scene
        .near(sentence, span.start)
        .filter_map(|at| scene.mentions.get(at))
        .any(|mention| mention.span.overlaps(span) && !span.contains(mention.span));
    let repeats = found.mentions.last().is_some_and(|last| last.span.overlaps(span));
    let Some(place) = scene.discussion.sentences.get(sentence.index()) else { return };
    if !crosses && !repeats && !span.is_empty() {
        let paragraph = place.paragraph;
        let kind = MentionKind::Nominal;
        found.mentions.push(Mention { span, paragraph, sentence, entity, kind, confidence });
    }
}

fn span(tokens: &[Token], first: usize, end: usize) -> Span {
    match (tokens.get(first), end.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    }
}

fn lower(scene: &Scene<'_>, tokens: &[Token], at: usize) -> String {
    tokens
        .get(at)
        .filter(|token| is_word(token))
        .map_or(String::new(), |token| scene.text(token.span).to_lowercase())
}

/// The name or adjective that begins at a token, and the token behind it.
fn mention_at<'a>(
    scene: &Scene<'a>,
    sentence: SentenceId,
    tokens: &[Token],
    at: usize,
) -> Option<(&'a Mention, usize)> {
    let start = tokens.get(at)?.span.start;
    scene.starting_at(sentence, start).iter().find_map(|mention| {
        let end = token_at(tokens, mention.span.end.saturating_sub(1)) + 1;
        (tokens.get(end - 1)?.span.end == mention.span.end).then_some((mention, end))
    })
}

/// A role that begins at a token: with `the` or a possessor before it where `bound`.
fn role_at(
    scene: &Scene<'_>,
    sentence: SentenceId,
    tokens: &[Token],
    first: usize,
    bound: bool,
) -> Option<Role> {
    let mut at = first;
    let mut of = None;
    let word = |at: usize| short(scene, tokens, at);
    let article = word(at).bytes() == b"the";
    if article {
        at += 1;
    }
    while WHEN.has(word(at).bytes()) {
        at += 1;
    }
    if let Some((mention, end)) = mention_at(scene, sentence, tokens, at) {
        let owned = tokens.get(end).is_some_and(|token| token.kind == TokenKind::Clitic);
        if bound && !article && !owned {
            return None;
        }
        of = Some(mention.entity);
        at = end + usize::from(owned);
    } else if bound && !article {
        return None;
    }
    let mut title = String::new();
    let mut head = word(at);
    while KINDS.has(head.bytes()) && (!ROLES.has(head.bytes()) || ROLES.has(word(at + 1).bytes())) {
        title.push_str(head.as_str());
        title.push(' ');
        at += 1;
        head = word(at);
    }
    if !ROLES.has(head.bytes()) {
        return None;
    }
    title.push_str(head.as_str());
    at += 1;
    if head.bytes() == b"attorney" || title == "attorney" {
        return None;
    }
    if word(at).bytes() == b"of" {
        let office = word(at + 1);
        if matches!(
            office.as_str(),
            "state" | "defense" | "defence" | "energy" | "commerce" | "labor"
        ) {
            title.push_str(" of ");
            title.push_str(office.as_str());
            at += 2;
        } else if let Some((mention, end)) = mention_at(scene, sentence, tokens, at + 1) {
            of = Some(mention.entity);
            at = end;
        }
    }
    Some(Role { title, of, first, end: at })
}

/// A role before a name has at most so many words.
const LONGEST_ROLE: usize = 6;

/// Whether a role may end before a token: with its last word, or with what stands behind `of`.
fn may_end_role(scene: &Scene<'_>, tokens: &[Token], end: usize) -> bool {
    let word =
        |back: usize| end.checked_sub(back).map_or(Short::default(), |at| short(scene, tokens, at));
    ROLES.has(word(1).bytes()) || (2..LONGEST_ROLE).any(|back| word(back).bytes() == b"of")
}

/// Somebody whom the text names and whom the gazetteer knows in an office of a country.
struct Holder<'a> {
    role: &'a str,
    country: &'a str,
    entity: EntityId,
}

/// Who holds which office, in the order of the entities.
fn holders<'a>(scene: &Scene<'a>) -> Vec<Holder<'a>> {
    let gazetteer = &scene.models.gazetteer;
    let mut holders = Vec::new();
    for (number, entity) in scene.entities.iter().enumerate() {
        let Some(name) = entity.known_as.as_deref() else { continue };
        for form in gazetteer.name(name) {
            let Some(entry) = gazetteer.entry(form.entry) else { continue };
            let Some(of) = entry.link.and_then(|link| gazetteer.entry(link)) else { continue };
            let entity = EntityId(u32::try_from(number).unwrap_or(u32::MAX));
            holders.push(Holder { role: &entry.role, country: &of.name, entity });
        }
    }
    holders
}

/// Whom the text calls by which title, in the order of the text.
#[derive(Default)]
struct Bearers<'a> {
    /// By what the gazetteer knows.
    holders: Vec<Holder<'a>>,
    /// By titles before names.
    known: FxHashMap<String, Vec<Bearer>>,
    /// By the nominals that have been read.
    passed: FxHashMap<String, Vec<Bearer>>,
}

#[derive(Clone, Copy)]
struct Bearer {
    of: Option<EntityId>,
    entity: EntityId,
    start: u32,
}

/// So many bearers of a title are looked through.
const MOST_BEARERS: usize = 32;

impl<'a> Bearers<'a> {
    fn of(scene: &Scene<'a>) -> Self {
        let mut bearers = Self { holders: holders(scene), ..Self::default() };
        for mention in scene.mentions {
            let Some(entity) = scene.entity_of(mention) else { continue };
            if entity.kind != EntityType::Person || mention.kind != MentionKind::Name {
                continue;
            }
            let tokens = scene.tokens(mention.sentence);
            let name = token_at(tokens, mention.span.start);
            if !may_end_role(scene, tokens, name) {
                continue;
            }
            // The longest role that ends where the name begins.
            let starts = (1..=LONGEST_ROLE).rev().filter_map(|length| name.checked_sub(length));
            let role = starts.into_iter().find_map(|first| {
                role_at(scene, mention.sentence, tokens, first, false)
                    .filter(|role| role.end == name)
            });
            if let Some(role) = role {
                let bearer =
                    Bearer { of: role.of, entity: mention.entity, start: mention.span.start };
                bearers.known.entry(role.title).or_default().push(bearer);
            }
        }
        bearers
    }

    /// Keeps in mind whom a nominal was found to mean.
    fn learn(&mut self, role: &Role, entity: EntityId, start: u32) {
        let passed = self.passed.entry(role.title.clone()).or_default();
        if passed.last().is_none_or(|last| last.entity != entity) {
            passed.push(Bearer { of: role.of, entity, start });
        }
    }

    /// The bearer of a role who was called so last before a place, or first behind it.
    fn bearer(&self, role: &Role, place: u32) -> Option<EntityId> {
        let fits =
            |bearer: &&Bearer| role.of.is_none() || bearer.of == role.of || bearer.of.is_none();
        let known = self.known.get(&role.title).map_or(&[][..], Vec::as_slice);
        let passed = self.passed.get(&role.title).map_or(&[][..], Vec::as_slice);
        let (before, behind) = known.split_at(known.partition_point(|known| known.start < place));
        let last = |list: &[Bearer]| list.iter().rev().take(MOST_BEARERS).find(fits).copied();
        let before = [last(before), last(passed)].into_iter().flatten().max_by_key(|b| b.start);
        before
            .or_else(|| behind.iter().take(MOST_BEARERS).find(fits).copied())
            .map(|bearer| bearer.entity)
    }
}

/// Whom a role refers to.
fn referent(
    scene: &Scene<'_>,
    sentence: SentenceId,
    tokens: &[Token],
    role: &Role,
    bearers: &Bearers<'_>,
) -> Option<(EntityId, f32)> {
    let person = |at: usize| {
        let (mention, end) = mention_at(scene, sentence, tokens, at)?;
        let entity = scene.entity_of(mention)?;
        (entity.kind == EntityType::Person && mention.kind == MentionKind::Name)
            .then_some((mention.entity, end))
    };
    let comma = |at: usize| tokens.get(at).is_some_and(|token| scene.text(token.span) == ",");
    // A title before its name is part of no nominal.
    if mention_at(scene, sentence, tokens, role.end).is_some() {
        return None;
    }
    if comma(role.end)
        && let Some((entity, end)) = person(role.end + 1)
        && tokens.get(end).is_none_or(|token| token.kind == TokenKind::Punctuation)
    {
        return Some((entity, 0.85));
    }
    let before = role.first.checked_sub(1).filter(|at| comma(*at)).and_then(|comma_at| {
        let place = tokens.get(comma_at).map_or(0, |comma| comma.span.start);
        scene.near(sentence, place).filter_map(|number| scene.mentions.get(number)).find(
            |mention| {
                token_at(tokens, mention.span.end.saturating_sub(1)) + 1 == comma_at
                    && mention.kind == MentionKind::Name
                    && scene
                        .entity_of(mention)
                        .is_some_and(|entity| entity.kind == EntityType::Person)
            },
        )
    });
    if let Some(mention) = before {
        return Some((mention.entity, 0.85));
    }
    let place = tokens.get(role.first)?.span.start;
    if let Some(entity) = bearers.bearer(role, place) {
        return Some((entity, 0.7));
    }
    // The gazetteer's office-holder, where the text names that person and the country is said.
    let country = scene.entities.get(role.of?.index())?.known_as.as_deref()?;
    let holds = |holder: &&Holder<'_>| holder.role == role.title && holder.country == country;
    let holder = bearers.holders.iter().find(holds)?;
    Some((holder.entity, 0.65))
}

/// People of somebody named who speak: `US officials insist`, `according to Syrian rebels`.
fn speakers_at(
    scene: &Scene<'_>,
    sentence: SentenceId,
    tokens: &[Token],
    first: usize,
) -> Option<(usize, usize)> {
    let (mention, mut at) = mention_at(scene, sentence, tokens, first)?;
    if scene.entity_of(mention)?.kind == EntityType::Person {
        return None;
    }
    let plain = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            is_word(token) && scene.text(token.span).starts_with(char::is_lowercase)
        })
    };
    // At most two words between (`senior defense`), none of them small.
    let mut between = 0;
    loop {
        let word = short(scene, tokens, at);
        if PEOPLE.has(word.bytes()) {
            break;
        }
        if between == 2 || !plain(at) || SMALL.has(word.bytes()) {
            return None;
        }
        between += 1;
        at += 1;
    }
    let end = at + 1;
    let behind_according = first >= 2
        && short(scene, tokens, first - 1).bytes() == b"to"
        && short(scene, tokens, first - 2).bytes() == b"according";
    let speaks = (end..end + 5)
        .take_while(|&at| {
            tokens
                .get(at)
                .is_some_and(|token| !matches!(scene.text(token.span), "." | ";" | "!" | "?"))
        })
        .any(|at| {
            let entry = scene.models.lexicon.entry(&lower(scene, tokens, at));
            scene.models.lexicon.verb(&entry).is_some_and(|verb| {
                verb.kind.has(VerbKind::REPORT) || verb.kind.has(VerbKind::QUOTE)
            })
        });
    (behind_according || speaks).then_some((first, end))
}
