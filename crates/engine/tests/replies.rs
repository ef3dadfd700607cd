//! Replies that take a side take over whom the answered comment judges.

#[allow(dead_code, reason = "the other test programs use the rest")]
mod bracketed;

use bracketed::{models, rendered, trained};
use discussion::{Discussion, ParagraphId, SentenceId, Span, Written};
use engine::{Analysis, Entity, EntityId, EvidenceRole, Holder, Mention, MentionKind, Stance};

/// A thread of comments, each on the one before it; every `Osric` and `Ilse` is a mention, and
/// `him` and `her` are as well.
fn thread(comments: &[&'static str], trained_too: bool) -> (Discussion, Analysis) {
    let written: Vec<Written<'_>> = comments
        .iter()
        .enumerate()
        .map(|(at, text)| Written { parent: Some(at), paragraphs: vec![*text], author: None })
        .collect();
    let article = Written { paragraphs: vec!["The council met on Monday."], ..Written::default() };
    let discussion = Discussion::of_posts("Council", &article, &written);
    let entities: Vec<Entity> = ["osric", "ilse"]
        .map(|slug| Entity { slug: slug.to_owned(), name: slug.to_owned(), ..Entity::default() })
        .into();
    let mut mentions = Vec::new();
    for (number, sentence) in discussion.sentences.iter().enumerate() {
        let id = SentenceId(number as u32);
        for token in discussion.tokens_of(id) {
            let (entity, kind) = match discussion.slice(token.span) {
                "Osric" => (0, MentionKind::Name),
                "him" => (0, MentionKind::Pronoun),
                "Ilse" => (1, MentionKind::Name),
                "her" => (1, MentionKind::Pronoun),
                _ => continue,
            };
            mentions.push(Mention {
                span: token.span,
                paragraph: sentence.paragraph,
                sentence: id,
                entity: EntityId(entity),
                kind,
                confidence: 1.0,
            });
        }
    }
    let models = if trained_too { trained() } else { models() };
    let analysis = engine::analyze_given(&discussion, models, entities, mentions);
    (discussion, analysis)
}

/// What the writer of the last comment holds on Osric and on Ilse.
fn last(analysis: &Analysis, paragraph: u32) -> [Option<Stance>; 2] {
    [0, 1].map(|entity| {
        let row = analysis.stances.iter().find(|row| {
            row.paragraph == ParagraphId(paragraph)
                && row.holder == Holder::Writer
                && row.target == EntityId(entity)
        });
        row.map(|row| row.stance)
    })
}

const FOR: Option<Stance> = Some(Stance::Supportive);
const AGAINST: Option<Stance> = Some(Stance::Critical);

#[test]
fn agreement_takes_over_the_side_and_disagreement_the_other() {
    let parent = "Osric is a corrupt liar. Ilse is honest and brave.";
    for (reply, expected) in [
        ("Exactly this.", [AGAINST, FOR]),
        ("He's right!", [AGAINST, FOR]),
        ("Nonsense.", [FOR, AGAINST]),
        ("You are wrong about him.", [FOR, None]),
        ("Agreed. And it will rain.", [AGAINST, FOR]),
        ("It will rain.", [None, None]),
        ("This bridge is long.", [None, None]),
    ] {
        for trained_too in [false, true] {
            let (_, analysis) = thread(&[parent, reply], trained_too);
            assert_eq!(last(&analysis, 2), expected, "{reply}, trained weights: {trained_too}");
        }
    }
}

#[test]
fn what_is_taken_over_is_marked_and_goes_on_up_a_thread() {
    let (discussion, analysis) =
        thread(&["Osric is a corrupt liar.", "Rubbish.", "Exactly."], false);
    assert_eq!(last(&analysis, 2), [FOR, None]);
    assert_eq!(last(&analysis, 3), [FOR, None]);
    let opinion = analysis.opinions.last().expect("an opinion");
    let evidence: Vec<(Span, EvidenceRole)> =
        opinion.evidence.iter().map(|evidence| (evidence.span, evidence.role)).collect();
    let [(span, EvidenceRole::Answer)] = evidence.as_slice() else { panic!("{evidence:?}") };
    assert_eq!(discussion.slice(*span), "Exactly");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("replies", rendered(&discussion, &analysis));
    });
}

#[test]
fn a_side_of_its_own_is_not_overruled() {
    let (_, analysis) = thread(&["Osric is a corrupt liar.", "Exactly. I trust Osric."], false);
    assert_eq!(last(&analysis, 2), [FOR, None]);
}

#[test]
fn a_judgement_has_a_runner_up_and_all_its_summands() {
    let (_, analysis) = thread(&["Osric is a corrupt liar, and nobody in town trusts him."], true);
    let by_model: Vec<_> =
        analysis.opinions.iter().filter(|opinion| !opinion.summands.is_empty()).collect();
    assert!(!by_model.is_empty());
    for opinion in by_model {
        assert!(opinion.runner_up.score <= opinion.score);
        let log_odds: f32 = opinion.summands.iter().map(|summand| summand.weight).sum();
        assert!(log_odds < 0.0, "critical is likelier than supportive: {log_odds}");
        let words = opinion.summands.iter().filter(|summand| !summand.span.is_empty()).count();
        assert!(words > opinion.evidence.len(), "not only the strongest words");
    }
}
