//! brat's standoff: a text, what is annotated in it, and what the annotations are called.
//!
//! Places count code points. The text keeps its length: a carriage return, which readers of text
//! files join with the line feed behind it, becomes a space. A mention that goes over lines is a
//! discontinuous one, as brat asks.
//!
//! Mentions are text-bound annotations of their entity's type, with their kind and the stance of
//! the paragraph's writer as attributes; mentions of one entity are an equivalence. An opinion is an
//! event: its trigger is the word that shows it, its arguments the mention of the target and, for
//! an opinion that somebody else holds, a mention of the holder, where there is one in the paragraph.

use std::{collections::BTreeMap, fmt::Write as _};

use discussion::{
    Span,
    offsets::{Offsets, Unit},
};
use engine::{EntityType, EvidenceRole, Holder, MentionId, Opinion, Polarity};

use super::lines;
use crate::{reading::Reading, term::Term};

/// The files of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brat {
    /// The text (`.txt`).
    pub text: String,
    /// The annotations (`.ann`).
    pub annotations: String,
}

/// What brat has to know of the annotations: `annotation.conf`, the same for every reading.
#[must_use]
pub fn configuration() -> String {
    let names = |kinds: Vec<&'static str>| kinds.join("\n");
    let kinds = names(EntityType::ALL.iter().map(|kind| type_name(*kind)).collect());
    let stances = engine::Stance::ALL.iter().map(|s| s.term()).collect::<Vec<_>>().join("|");
    let mentions = engine::MentionKind::ALL.iter().map(|k| k.term()).collect::<Vec<_>>().join("|");
    let events: String = Polarity::ALL
        .iter()
        .map(|polarity| format!("{}\tTarget:<ENTITY>, Holder?:<ENTITY>\n", event_name(*polarity)))
        .collect();
    format!(
        "[entities]\n{kinds}\n\n[relations]\n\
         <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:contain\n\
         Coref\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n\n[events]\n{events}\n[attributes]\n\
         Stance\tArg:<ENTITY>, Value:{stances}\n\
         Kind\tArg:<ENTITY>, Value:{mentions}\n\
         Negated\tArg:<EVENT>\n"
    )
}

/// A reading as text and annotations.
#[must_use]
pub fn files(reading: &Reading) -> Brat {
    let text = &reading.discussion.text;
    let mut lines = Lines { offsets: Offsets::new(text), text, next: 1, out: String::new() };
    let mut names: Vec<Option<u32>> = vec![None; reading.analysis.mentions.len()];
    let mut groups: Vec<Vec<u32>> = reading.entities().map(|_| Vec::new()).collect();
    let mut attributes = String::new();
    let mut attribute = 0;
    for paragraph in reading.paragraphs() {
        for (id, mention) in reading.mentions_in(paragraph) {
            let Some(entity) = reading.analysis.entities.get(mention.entity.index()) else {
                continue;
            };
            let Some(name) = lines.bound(type_name(entity.kind), mention.span) else { continue };
            names[id.index()] = Some(name);
            groups[mention.entity.index()].push(name);
            let stance = reading.writer_stance(paragraph, mention.entity);
            let said = stance.map(|stance| ("Stance", stance.term()));
            for (key, value) in said.into_iter().chain([("Kind", mention.kind.term())]) {
                attribute += 1;
                let _ = writeln!(attributes, "A{attribute}\t{key} T{name} {value}");
            }
        }
    }
    let mut events = String::new();
    let mut event = 0;
    // Two opinions that one word shows share their trigger.
    let mut triggers: BTreeMap<(Span, &str), u32> = BTreeMap::new();
    for paragraph in reading.paragraphs() {
        for opinion in reading.opinions_in(paragraph) {
            let target = names.get(opinion.mention.index()).copied().flatten();
            let (Some(target), Some(cue)) = (target, trigger(opinion)) else { continue };
            let kind = event_name(opinion.polarity);
            let known = triggers.get(&(cue, kind)).copied();
            let Some(trigger) = known.or_else(|| lines.bound(kind, cue)) else { continue };
            triggers.insert((cue, kind), trigger);
            event += 1;
            let holder = holder_mention(reading, opinion).and_then(|id| names[id.index()]);
            let holder = holder.map(|name| format!(" Holder:T{name}")).unwrap_or_default();
            let _ = writeln!(events, "E{event}\t{kind}:T{trigger} Target:T{target}{holder}");
            if opinion.evidence.iter().any(|e| e.role == EvidenceRole::Negation) {
                attribute += 1;
                let _ = writeln!(attributes, "A{attribute}\tNegated E{event}");
            }
        }
    }
    let mut annotations = lines.out;
    annotations += &events;
    annotations += &attributes;
    let mut note = 0;
    for (group, (_, entity)) in groups.iter().zip(reading.entities()) {
        if let [_, _, ..] = group.as_slice() {
            let all: Vec<_> = group.iter().map(|name| format!("T{name}")).collect();
            let _ = writeln!(annotations, "*\tCoref {}", all.join(" "));
        }
        for name in group {
            note += 1;
            let who = lines::on_one_line(&entity.name);
            let _ = writeln!(annotations, "#{note}\tAnnotatorNotes T{name}\t{who}");
        }
    }
    Brat { text: text.replace('\r', " "), annotations }
}

/// Text-bound annotations, one a line.
struct Lines<'a> {
    offsets: Offsets<'a>,
    text: &'a str,
    next: u32,
    out: String,
}

impl Lines<'_> {
    /// Adds a span and gives its number; none for a span in which nothing stands.
    fn bound(&mut self, kind: &str, span: Span) -> Option<u32> {
        let parts = lines::parts(self.text, span);
        if parts.is_empty() {
            return None;
        }
        let place = |part: &Span| {
            let (start, end) = self.offsets.span(*part, Unit::CodePoints);
            format!("{start} {end}")
        };
        let places: Vec<_> = parts.iter().map(place).collect();
        let words: Vec<_> = parts.iter().map(|part| part.of(self.text)).collect();
        let number = self.next;
        self.next += 1;
        let (places, words) = (places.join(";"), words.join(" "));
        let _ = writeln!(self.out, "T{number}\t{kind} {places}\t{words}");
        Some(number)
    }
}

/// The words that show an opinion best.
fn trigger(opinion: &Opinion) -> Option<Span> {
    let of = |role| opinion.evidence.iter().find(move |evidence| evidence.role == role);
    let found = of(EvidenceRole::Cue).or_else(|| of(EvidenceRole::Direction));
    found.or(opinion.evidence.first()).map(|evidence| evidence.span)
}

/// The mention of a holder in the paragraph that is nearest before the opinion, else the first one.
fn holder_mention(reading: &Reading, opinion: &Opinion) -> Option<MentionId> {
    let Holder::Source(holder) = opinion.holder else { return None };
    let mentions = || {
        let all = reading.mentions_in(opinion.paragraph);
        all.filter(|(id, mention)| mention.entity == holder && *id != opinion.mention)
    };
    let before = mentions().filter(|(_, mention)| mention.span.start <= opinion.span.end).last();
    before.or_else(|| mentions().next()).map(|(id, _)| id)
}

fn type_name(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "Person",
        EntityType::Organisation => "Organisation",
        EntityType::Place => "Place",
        EntityType::Group => "Group",
        EntityType::Event => "Event",
        EntityType::Work => "Work",
        EntityType::Other => "Other",
    }
}

fn event_name(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Supportive => "Supports",
        Polarity::Critical => "Criticises",
    }
}
