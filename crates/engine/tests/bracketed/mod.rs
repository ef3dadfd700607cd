//! Discussions with their mentions written in brackets: `[Kerry|john-kerry] said …`; a third part
//! names the kind where it is not a name: `[his|john-kerry|pronoun]`.

use std::{fmt::Write as _, sync::LazyLock};

use discussion::{Discussion, Import, Span};
use engine::{
    Analysis, Entity, EntityId, EvidenceRole, Holder, Mention, MentionKind, Models, Polarity,
    Stance,
    models::{Lexicon, Weights, Words},
};

/// The models with the shipped lexicon and nothing else.
pub(crate) fn models() -> &'static Models {
    static MODELS: LazyLock<Models> = LazyLock::new(|| {
        let file = include_bytes!("../../../../models/lexicon.tsv");
        Models {
            lexicon: Lexicon::parse(file).expect("the shipped lexicon is well-formed"),
            ..Models::default()
        }
    });
    &MODELS
}

/// The same with the trained weights of stance.
pub(crate) fn trained() -> &'static Models {
    static MODELS: LazyLock<Models> = LazyLock::new(|| {
        let file = include_bytes!("../../../../models/stance.bin");
        let stance = Weights::parse(Weights::STANCE, file).expect("the weights are well-formed");
        let file = include_bytes!("../../../../models/comments.bin");
        let comments =
            Weights::parse(Weights::COMMENTS, file).expect("the weights are well-formed");
        let file = include_bytes!("../../../../models/direction.bin");
        let direction =
            Weights::parse(Weights::DIRECTION, file).expect("the weights are well-formed");
        let words = Words::parse(include_bytes!("../../../../models/words.tsv"));
        let words = words.expect("the shipped words are well-formed");
        Models { stance, comments, direction, words, ..models().clone() }
    });
    &MODELS
}

/// Reads a text with its mentions in brackets.
pub(crate) fn analyze(models: &Models, marked: &str) -> (Discussion, Analysis) {
    let mut text = String::new();
    let mut found = Vec::new();
    let mut rest = marked;
    while let Some((before, inside, behind)) = rest.split_once('[').and_then(|(before, rest)| {
        rest.split_once(']').map(|(inside, rest)| (before, inside, rest))
    }) {
        text.push_str(before);
        let mut parts = inside.split('|');
        let name = parts.next().unwrap_or("");
        let slug = parts.next().expect("a mention has a slug");
        let kind = match parts.next() {
            Some("pronoun") => MentionKind::Pronoun,
            Some("adjective") => MentionKind::Adjective,
            Some("nominal") => MentionKind::Nominal,
            _ => MentionKind::Name,
        };
        let start = text.len();
        text.push_str(name);
        found.push((Span::new(start, text.len()), slug, kind));
        rest = behind;
    }
    text.push_str(rest);
    let discussion = discussion::import(text.as_bytes(), Import::default()).expect("a text");
    assert_eq!(discussion.text, text, "the importer keeps the text");
    let mut entities: Vec<Entity> = Vec::new();
    let mut mentions = Vec::new();
    for (span, slug, kind) in found {
        let known = entities.iter().position(|entity| entity.slug == slug);
        let entity = known.unwrap_or_else(|| {
            entities.push(Entity { slug: slug.to_owned(), ..Entity::default() });
            entities.len() - 1
        });
        let number = discussion.sentences.partition_point(|s| s.span.end <= span.start);
        mentions.push(Mention {
            span,
            paragraph: discussion.sentences[number].paragraph,
            sentence: discussion::SentenceId(number as u32),
            entity: EntityId(entity as u32),
            kind,
            confidence: 1.0,
        });
    }
    let analysis = engine::analyze_given(&discussion, models, entities, mentions);
    (discussion, analysis)
}

/// A holder as the tests write it.
pub(crate) fn holder(analysis: &Analysis, holder: Holder) -> String {
    match holder {
        Holder::Writer => "writer".to_owned(),
        Holder::Unnamed => "somebody".to_owned(),
        Holder::Source(entity) => analysis.entities[entity.index()].slug.clone(),
    }
}

/// One line an opinion or an abstention: holder, target, `+`, `-` or `?`.
pub(crate) fn verdicts(analysis: &Analysis) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &analysis.stances {
        let sign = match row.stance {
            Stance::Supportive => '+',
            Stance::Critical => '-',
            Stance::Mixed => '±',
            Stance::Unclear => '?',
            Stance::Neutral => continue,
        };
        let target = &analysis.entities[row.target.index()].slug;
        lines.push(format!("{} {target} {sign}", holder(analysis, row.holder)));
    }
    lines.sort();
    lines
}

/// The text, paragraph by paragraph, with who says what and who is for or against whom beneath.
pub(crate) fn rendered(discussion: &Discussion, analysis: &Analysis) -> String {
    let mut out = String::new();
    for (i, paragraph) in discussion.paragraphs.iter().enumerate() {
        let _ = writeln!(out, "{}", discussion.slice(paragraph.span));
        for attribution in &analysis.attributions {
            if paragraph.span.contains(attribution.content) {
                let who = holder(analysis, attribution.holder);
                let mark = if attribution.quoted { '"' } else { ':' };
                let _ = writeln!(out, "    {who}{mark} {}", discussion.slice(attribution.content));
            }
        }
        for opinion in analysis.opinions.iter().filter(|o| o.paragraph.index() == i) {
            let sign = if opinion.polarity == Polarity::Supportive { '+' } else { '-' };
            let target = &analysis.entities[opinion.target.index()].slug;
            let who = holder(analysis, opinion.holder);
            let _ = write!(out, "  {sign} {who} -> {target} {:.2} ", opinion.score);
            for evidence in &opinion.evidence {
                let role = match evidence.role {
                    EvidenceRole::Cue => "",
                    EvidenceRole::Negation => "not ",
                    EvidenceRole::Degree => "how ",
                    EvidenceRole::Direction => "to ",
                    EvidenceRole::Holder => "by ",
                    EvidenceRole::Answer => "~ ",
                };
                let word = discussion.slice(evidence.span);
                let _ = write!(out, " [{role}{word} {:+.2}]", evidence.weight);
            }
            let _ = writeln!(out);
        }
        for row in analysis.stances.iter().filter(|row| row.paragraph.index() == i) {
            if matches!(row.stance, Stance::Unclear | Stance::Mixed) {
                let target = &analysis.entities[row.target.index()].slug;
                let who = holder(analysis, row.holder);
                let _ = writeln!(out, "  ? {who} -> {target} {:?}", row.stance);
            }
        }
        let _ = writeln!(out);
    }
    out
}
