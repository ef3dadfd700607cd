//! Governments by their capitals: `Moscow refused`, `relations between Moscow and Washington`.
//!
//! A capital means its country's government where the grammar makes it act or deal: as the subject
//! of a verb of saying, judging, wanting or doing, as the agent of a passive, as one side of
//! something between two, as the other side of talks, as the target of sanctions, and as the owner
//! of a policy. Anywhere else (`in Moscow`, `Moscow's streets`, `Moscow is cold`) it is the city.
//!
//! Commenters speak of governments so without more ado (`Why trust Moscow?`): where the discussion
//! names the country, a capital in a comment is the city only behind a preposition of place or as
//! an owner of what no government has.

use discussion::{Discussion, ParagraphId, Section, SentenceId, Token, TokenKind};

use crate::{
    analysis::{EntityId, EntityType, Mention, MentionKind},
    coreference::{role::AUXILIARIES, scene::token_at},
    grammar::{
        Parsed,
        phrases::{self, Place},
    },
    models::{Models, lexicon::VerbKind},
    names::NamedSpan,
};

/// What a government has and a city has not.
const OWNED: &str = "aggression allegations allies ally ambassador ambitions annexation approval assurances \
    attitude claims consent decision decisions demand demands denial denials diplomacy \
    diplomats efforts envoy goals government hostility influence intentions interests \
    interference intervention invasion involvement objections occupation offer plans \
    policies policy position pressure promises proposal propaganda proxies proxy puppet \
    puppets reaction refusal regime rejection reluctance response role sanctions stance \
    statement strategy support threat threats veto view warning warnings will";

/// What two governments have with or between each other.
const RELATIONS: &str = "accord agreement agreements alliance ceasefire conflict confrontation contacts \
    cooperation deal deals dialogue dispute disputes negotiations pact quarrel rapprochement \
    relations relationship rift rivalry row standoff talks tension tensions ties treaty \
    truce war";

/// What is put on a government.
const PRESSURE: &str = "demands embargo pressure sanctions tariffs";

/// What lies or goes between two cities.
const WAYS: &str = "border bus buses commute distance drive drives drove flew flies flight flights fly \
    flying halfway highway hours journey journeys kilometers kilometres km line lines miles \
    motorway moved moves moving pipeline rail railway river road roads route routes \
    somewhere train trains travel travelled travelling traveled traveling travels trip trips";

/// Verbs of those who have a will, which the lexicon knows without a direction: their first form.
const WILLED: &str = "abstain agree annex apologise apologize approve arm authorise authorize choose decide \
    decline deploy dispatch expel finance fund impose intervene invade lift negotiate ratify \
    react recognise recognize refuse respond retaliate seek send sign supply suspend try \
    veto vote withdraw";

/// Their past forms that no rule gives.
const WILLED_PAST: &str = "chose sent sought withdrew";

/// Behind these a name is a place.
const PLACED: &str = "around at downtown from in inside into near north of outside round south through \
    to toward towards via";

/// What a town is called before `of`, and what it has.
const TOWNS: &str = "capital centre center city mayor outskirts people port streets suburbs town";

/// So far back a preposition of place holds for the places that are joined to its own.
const ALONG: usize = 8;

/// So many words before a preposition tell what it belongs to.
const REACH: usize = 4;

/// The entry of the country for whose government a name stands, for each of the names that are in
/// the order of the text.
pub(super) fn governments(
    discussion: &Discussion,
    models: &Models,
    named: &[NamedSpan],
) -> Vec<(usize, u32)> {
    let named_countries: Vec<u32> = named
        .iter()
        .filter(|span| country(models, span).is_none())
        .filter_map(|span| span.known_as)
        .collect();
    let mut found = Vec::new();
    let mut first = 0;
    while let Some(head) = named.get(first) {
        let rest = named.get(first..).unwrap_or(&[]);
        let count = rest.iter().take_while(|span| span.sentence == head.sentence).count().max(1);
        let here = rest.get(..count).unwrap_or(&[]);
        if here.iter().any(|span| country(models, span).is_some()) {
            let sight = Sight::of(discussion, models, head.sentence, here);
            found.extend(here.iter().enumerate().filter_map(|(at, span)| {
                let country = country(models, span)?;
                let spoken_of = || sight.in_comment() && named_countries.contains(&country);
                let acts = sight.acts(at, span) || spoken_of() && !sight.is_placed(span);
                acts.then_some((first + at, country))
            }));
        }
        first += count;
    }
    found
}

/// The country that a name is the capital of.
fn country(models: &Models, span: &NamedSpan) -> Option<u32> {
    let entry = models.gazetteer.entry(span.known_as?)?;
    let link =
        entry.link.filter(|_| &*entry.role == "capital" && span.kind == MentionKind::Name)?;
    let linked = models.gazetteer.entry(link)?;
    (linked.kind == EntityType::Place).then_some(link)
}

/// A sentence with a capital in it.
struct Sight<'a> {
    discussion: &'a Discussion,
    models: &'a Models,
    tokens: &'a [Token],
    paragraph: Option<ParagraphId>,
    named: &'a [NamedSpan],
    /// Which of the names act, by the grammar.
    acting: Vec<u32>,
}

impl<'a> Sight<'a> {
    fn of(
        discussion: &'a Discussion,
        models: &'a Models,
        sentence: SentenceId,
        named: &'a [NamedSpan],
    ) -> Self {
        let mut acting = Vec::new();
        let mentions: Vec<Mention> = named
            .iter()
            .map(|span| Mention {
                span: span.span,
                sentence,
                entity: EntityId::default(),
                kind: span.kind,
                ..Mention::default()
            })
            .collect();
        let place = discussion.sentences.get(sentence.index());
        let pieces = place.map_or(Vec::new(), |sentence| {
            Parsed::pieces(discussion, &models.lexicon, &mentions, sentence)
        });
        for parsed in &pieces {
            for clause in &parsed.clauses {
                let Some(head) = clause.head.and_then(|head| parsed.words.get(head)) else {
                    continue;
                };
                let kind = models.lexicon.verb(&head.entry).map(|verb| verb.kind);
                let moves = VerbKind::REPORT
                    .or(VerbKind::QUOTE)
                    .or(VerbKind::ATTITUDE)
                    .or(VerbKind::DESIRE)
                    .or(VerbKind::ACT);
                let verb = discussion.slice(head.span).to_lowercase();
                if clause.passive || !(kind.is_some_and(|kind| kind.has(moves)) || willed(&verb)) {
                    continue;
                }
                acting.extend(
                    phrases::named(parsed, &clause.subject)
                        .into_iter()
                        .filter(|(_, place)| matches!(place, Place::Head))
                        .filter_map(|(number, _)| parsed.mentions.get(number))
                        .map(|placed| placed.mention),
                );
            }
        }
        let tokens = discussion.tokens_of(sentence);
        let paragraph = place.map(|sentence| sentence.paragraph);
        Self { discussion, models, tokens, paragraph, named, acting }
    }

    fn lower(&self, at: Option<usize>) -> String {
        at.and_then(|at| self.tokens.get(at))
            .map_or(String::new(), |token| self.discussion.slice(token.span).to_lowercase())
    }

    /// Whether one of a list stands among the words before a token.
    fn before(&self, at: usize, list: &str) -> bool {
        (at.saturating_sub(REACH)..at).any(|at| holds(list, &self.lower(Some(at))))
    }

    /// Whether a name stands for those who govern there.
    fn acts(&self, number: usize, span: &NamedSpan) -> bool {
        let first = token_at(self.tokens, span.span.start);
        let end = token_at(self.tokens, span.span.end.saturating_sub(1)) + 1;
        let preposition = self.lower(first.checked_sub(1));
        let governs = match preposition.as_str() {
            "with" => self.before(first - 1, RELATIONS),
            "on" => self.before(first - 1, PRESSURE),
            "against" => self.before(first - 1, PRESSURE) || self.before(first - 1, RELATIONS),
            "by" => self.does(first.checked_sub(2)),
            _ => self.between(number, first),
        };
        let owned = self.tokens.get(end).is_some_and(|next| {
            next.kind == TokenKind::Clitic && self.discussion.slice(next.span).ends_with(['s', 'S'])
        });
        let owns = owned
            && (end + 1..end + 4).any(|at| holds(OWNED, &self.lower(Some(at))))
            && !(end + 1..end + 3).any(|at| self.lower(Some(at)) == "city");
        // `Has Moscow refused?`
        let asked = AUXILIARIES.has(preposition.as_bytes())
            && (self.does(Some(end)) || willed(&self.lower(Some(end))));
        let acting = u32::try_from(number).is_ok_and(|number| self.acting.contains(&number));
        governs || owns || acting || asked
    }

    /// Whether the sentence stands in a comment.
    fn in_comment(&self) -> bool {
        self.paragraph.is_some_and(|at| self.discussion.section(at) == Section::Comments)
    }

    /// Whether a name stands where a place does: behind a preposition of place, or as an owner.
    fn is_placed(&self, span: &NamedSpan) -> bool {
        let first = token_at(self.tokens, span.span.start);
        let end = token_at(self.tokens, span.span.end.saturating_sub(1)) + 1;
        let before = self.lower(first.checked_sub(1));
        let named = before == "of" && holds(TOWNS, &self.lower(first.checked_sub(2)));
        // `from the coast to the hills and Oslo`
        let joined = matches!(before.as_str(), "and" | "or" | ",")
            && (first.saturating_sub(ALONG)..first).any(|at| {
                let word = self.lower(Some(at));
                word == "between" || holds(PLACED, &word)
            });
        named
            || joined
            || holds(PLACED, &before)
            || self.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Clitic)
    }

    /// Whether a word is the participle of a verb of saying, judging or doing.
    fn does(&self, at: Option<usize>) -> bool {
        let entry = self.models.lexicon.entry(&self.lower(at));
        self.models.lexicon.verb(&entry).is_some_and(|verb| {
            verb.kind.has(VerbKind::REPORT.or(VerbKind::ATTITUDE).or(VerbKind::ACT))
        })
    }

    /// Whether a name is one of two countries or capitals between which something is that no way
    /// leads along.
    fn between(&self, number: usize, first: usize) -> bool {
        let place = |number: Option<usize>| {
            number.and_then(|number| self.named.get(number)).filter(|span| {
                let entry = span.known_as.and_then(|known| self.models.gazetteer.entry(known));
                entry.is_some_and(|entry| entry.kind == EntityType::Place)
                    && span.kind == MentionKind::Name
            })
        };
        let joined = |one: &NamedSpan, other: &NamedSpan| {
            let between = one.span.end as usize..other.span.start as usize;
            self.discussion.text.get(between).is_some_and(|text| text.trim() == "and")
        };
        let (before, this, behind) =
            (place(number.checked_sub(1)), place(Some(number)), place(Some(number + 1)));
        let Some(this) = this else { return false };
        let start = match (before, behind) {
            (_, Some(behind)) if joined(this, behind) => first,
            (Some(before), _) if joined(before, this) => token_at(self.tokens, before.span.start),
            _ => return false,
        };
        start.checked_sub(1).is_some_and(|preposition| {
            self.lower(Some(preposition)) == "between" && !self.before(preposition, WAYS)
        })
    }
}

/// Whether a list of words holds one.
fn holds(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Whether a word is a form of a verb of those who have a will.
fn willed(word: &str) -> bool {
    holds(WILLED_PAST, word)
        || WILLED.split(' ').any(|verb| {
            let stem = verb.strip_suffix(['e', 'y']).unwrap_or(verb);
            word.strip_prefix(stem).is_some_and(|ending| {
                matches!(
                    ending,
                    "" | "e" | "y" | "s" | "es" | "ies" | "d" | "ed" | "ied" | "ing" | "ying"
                )
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_verbs_are_known() {
        for (word, want) in [
            ("refused", true),
            ("refuses", true),
            ("deciding", true),
            ("tries", true),
            ("sent", true),
            ("sits", false),
            ("refusal", false),
        ] {
            assert_eq!(willed(word), want, "{word}");
        }
    }
}
