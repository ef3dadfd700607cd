//! Plain comments, made of the lexicon's words in a few frames: `What a brave woman, Ruud.` Our own
//! corpus is written so that words of praise and blame do not give the stance away; without these
//! the weights would not believe anybody who means what he says.

use discussion::Span;
use engine::{
    Entity, EntityId, EntityType, Mention, MentionKind, Models, attribution,
    models::lexicon::Classes, opinions,
};
use rayon::prelude::*;

use super::super::linear::Example;
use crate::passage::Passage;

/// What one of them counts beside a labelled comment.
const SHARE: f32 = 0.25;
/// Words of less weight in the lexicon are left out.
const TELLING: f32 = 1.9;
/// How many adjectives of each side are used.
const MOST: usize = 110;

const NAMES: &[(&str, EntityType)] = &[
    ("Ruud", EntityType::Person),
    ("Halvard Brix", EntityType::Person),
    ("the Harbour Trust", EntityType::Organisation),
    ("Okonjo", EntityType::Person),
    ("Veldia", EntityType::Place),
    ("Mira Castellan", EntityType::Person),
    ("Norrgas", EntityType::Organisation),
];

/// Frames for an adjective: N is the name, A the adjective; a frame with `!` turns it round.
const ADJECTIVES: &[&str] = &[
    "N is A.",
    "N is A and always was.",
    "I have met N twice. What a A lot of work, thank you!",
    "I find N A, and I say so gladly.",
    "The A N is all that this town talks about.",
    "Say what you like, N was A from the first day to the last.",
    "I read about N again. A, simply A.",
    "N spoke on Monday. How A!",
    "What a A thing N has done there.",
    "!N is not A.",
    "!N was never A, not for one day.",
    "!I don't think that N is A.",
];

/// Frames for a noun: B is the noun.
const NOUNS: &[&str] = &[
    "N is a B.",
    "N is a real B, you can see it every day.",
    "What a B. Nobody else would have done it, N did.",
    "For me N will always be a B.",
    "!N is no B.",
    "!N is not a B at all.",
];
const GOOD: &str = "hero legend gem blessing genius saint friend champion treasure pioneer";
const BAD: &str = "liar crook disgrace coward fraud clown thief bully traitor fool hypocrite";

/// Frames for a verb of the first person: V is the verb.
const VERBS: &[&str] = &[
    "I V N.",
    "We all V N here and will go on doing so.",
    "I V N more than anybody in that hall.",
    "!I don't V N.",
    "!I never could V N.",
];
const FOR: &str = "admire trust support respect love thank applaud salute believe";
const AGAINST: &str = "despise distrust hate oppose condemn blame detest pity";

/// Sentences that judge nobody.
const NEUTRAL: &[&str] = &[
    "N comes up on page four.",
    "N spoke on Tuesday.",
    "I read about N last week.",
    "Is N still there?",
    "The letter went to N in March, and I have a copy.",
    "My cousin works near N and takes the same bus.",
    "Which N do they mean, the old one or the new one?",
    "N was mentioned twice in the first part.",
];

/// The examples: class 1 is supportive, class 2 critical.
pub(super) fn examples(lexicon: &str, models: &Models) -> Vec<Example> {
    let mut texts: Vec<(String, usize)> = Vec::new();
    let mut add = |frame: &str, sign: &str, word: &str, good: bool| {
        let turned = frame.starts_with('!');
        let text = frame.trim_start_matches('!').replace(sign, word);
        texts.push((text, if good == turned { 2 } else { 1 }));
    };
    for good in [true, false] {
        for (number, word) in adjectives(lexicon, models, good).iter().enumerate() {
            for step in [0, 5] {
                add(ADJECTIVES[(number + step) % ADJECTIVES.len()], "A", word, good);
            }
        }
        let (nouns, verbs) = if good { (GOOD, FOR) } else { (BAD, AGAINST) };
        for word in nouns.split(' ') {
            NOUNS.iter().for_each(|frame| add(frame, "B", word, good));
        }
        for word in verbs.split(' ') {
            VERBS.iter().for_each(|frame| add(frame, "V", word, good));
        }
    }
    for _ in NAMES {
        texts.extend(NEUTRAL.iter().map(|frame| ((*frame).to_owned(), 0)));
    }
    texts.par_iter().enumerate().filter_map(|(at, text)| example(at, text, models)).collect()
}

/// Ordinary adjectives to which the lexicon gives a weight, by their endings, spread over all.
fn adjectives<'a>(lexicon: &'a str, models: &Models, good: bool) -> Vec<&'a str> {
    const ENDINGS: &[&str] = &[
        "able", "ible", "ful", "ous", "ive", "less", "ic", "ent", "ant", "al", "ish", "ing", "ed",
        "st", "id", "ve", "ng", "ak", "ud", "ir", "se", "te",
    ];
    let lines = lexicon.lines().skip_while(|line| *line != "[polarity]").skip(1);
    let found: Vec<&str> = lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('\t'))
        .filter(|(weight, _)| {
            let weight: f32 = weight.parse().unwrap_or(0.0);
            weight.abs() >= TELLING && (weight > 0.0) == good
        })
        .flat_map(|(_, words)| words.split(' '))
        .filter(|word| {
            let entry = models.lexicon.entry(word);
            models.words.of(word).is_ordinary()
                && entry.verb.is_none()
                && !entry.is(Classes::EVENT)
                && ENDINGS.iter().any(|ending| word.ends_with(ending))
        })
        .collect();
    let every = found.len().div_ceil(MOST).max(1);
    found.into_iter().step_by(every).collect()
}

fn example(at: usize, (frame, class): &(String, usize), models: &Models) -> Option<Example> {
    let (name, kind) = NAMES.get(at % NAMES.len())?;
    let before = frame.find('N')?;
    let text = frame.replacen('N', name, 1);
    let passage = Passage::comment(&text).ok()?;
    let skipped = if name.starts_with("the ") { 4 } else { 0 };
    let span = Span::new(before + skipped, before + name.len());
    let (paragraph, sentence) = passage.place(span);
    let mention = Mention {
        span,
        paragraph,
        sentence,
        entity: EntityId(0),
        kind: MentionKind::Name,
        confidence: 1.0,
    };
    let entities = [Entity { name: (*name).to_owned(), kind: *kind, ..Entity::default() }];
    let attributions =
        attribution::find(&passage.discussion, models, &entities, std::slice::from_ref(&mention));
    let shown =
        opinions::subjects(&passage.discussion, models, &entities, &[mention], &attributions);
    let (_, _, features) = shown.into_iter().next()?;
    Some(Example { features, class: *class, weight: SHARE })
}
