//! What speaks for a report, and what for a comment, in one paragraph.
//!
//! A linear model: each feature is a count of signs outside quotations, damped (`n / (n + 1)`, so
//! that one paragraph cannot shout down the others) and weighted; the sum is read as the
//! log-odds of a report. The weights were set by hand from how the signs are spread over open
//! news, encyclopaedia and web texts, and rounded.

use crate::discussion::{Discussion, ParagraphId, ParagraphKind, Token, TokenKind};

/// A feature: what is counted, and what one fully developed count is worth.
struct Feature {
    weight: f32,
    count: fn(&Counts) -> f32,
}

/// The log-odds of a report for a paragraph without any sign.
const BIAS: f32 = -0.3;
/// The bounds of one paragraph's say.
const MOST: f32 = 2.5;

const FEATURES: [Feature; 21] = [
    Feature { weight: -2.4, count: |c| c.first_person },
    Feature { weight: -2.0, count: |c| c.second_person },
    Feature { weight: -2.2, count: |c| c.exclamations },
    Feature { weight: -2.0, count: |c| c.questions },
    Feature { weight: -2.2, count: |c| c.ellipses },
    Feature { weight: -1.4, count: |c| c.shouted },
    Feature { weight: -2.0, count: |c| c.small_starts },
    Feature { weight: -2.2, count: |c| c.contractions },
    Feature { weight: -1.6, count: |c| c.pictures },
    Feature { weight: -1.8, count: |c| c.argument },
    Feature { weight: -1.2, count: |c| c.openers },
    Feature { weight: -1.8, count: |c| c.present },
    Feature { weight: 2.2, count: |c| c.reports },
    Feature { weight: 1.2, count: |c| c.quotations },
    Feature { weight: 1.6, count: |c| c.dates },
    Feature { weight: 1.2, count: |c| c.titles },
    Feature { weight: 0.5, count: |c| c.numbers },
    Feature { weight: 0.8, count: |c| c.past },
    Feature { weight: 1.6, count: |c| c.names },
    Feature { weight: 1.0, count: |c| c.length },
    Feature { weight: -1.4, count: |c| c.bare },
];

/// Words of the writer's own voice.
const FIRST_PERSON: [&str; 12] =
    ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "im", "ive"];
const SECOND_PERSON: [&str; 9] =
    ["you", "your", "yours", "yourself", "u", "ur", "folks", "guys", "youre"];
/// Words of judgement, urging and hedging, by which people argue.
const ARGUMENT: [&str; 52] = [
    "should",
    "shouldn't",
    "must",
    "ought",
    "obviously",
    "clearly",
    "actually",
    "really",
    "just",
    "maybe",
    "perhaps",
    "surely",
    "anyway",
    "basically",
    "honestly",
    "seriously",
    "apparently",
    "stupid",
    "idiot",
    "idiots",
    "nonsense",
    "ridiculous",
    "wrong",
    "lies",
    "lie",
    "liar",
    "liars",
    "bullshit",
    "crap",
    "fool",
    "fools",
    "joke",
    "shame",
    "disgusting",
    "pathetic",
    "hell",
    "damn",
    "lol",
    "btw",
    "imo",
    "imho",
    "wtf",
    "omg",
    "so-called",
    "always",
    "never",
    "everyone",
    "everybody",
    "nobody",
    "anyone",
    "simply",
    "nothing",
];
/// How answers begin.
const OPENERS: [&str; 30] = [
    "yes", "no", "yeah", "yep", "nope", "well", "so", "oh", "ah", "wow", "sorry", "thanks",
    "thank", "agree", "agreed", "exactly", "right", "really", "please", "hey", "hi", "ok", "okay",
    "great", "good", "why", "what", "how", "stop", "let",
];
/// Verbs and phrases with which news gives its sources.
const REPORTS: [&str; 48] = [
    "said",
    "says",
    "told",
    "tells",
    "according",
    "announced",
    "reported",
    "reports",
    "stated",
    "added",
    "confirmed",
    "denied",
    "warned",
    "claimed",
    "insisted",
    "acknowledged",
    "declared",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "officials",
    "sources",
    "statement",
    "interview",
    "noted",
    "explained",
    "urged",
    "argued",
    "testified",
    "alleged",
    "disclosed",
    "accused",
    "authorities",
    "police",
    "reporters",
    "quoted",
    "commented",
    "remarked",
    "pledged",
    "vowed",
    "predicted",
    "estimated",
    "reportedly",
    "unnamed",
    "agency",
    "conference",
    "press",
    "released",
];
const DATES: [&str; 23] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "yesterday",
    "week",
    "month",
    "sept.",
    "oct.",
    "percent",
];
const TITLES: [&str; 36] = [
    "president",
    "minister",
    "secretary",
    "mr.",
    "ms.",
    "mrs.",
    "dr.",
    "sen.",
    "rep.",
    "gen.",
    "senator",
    "chairman",
    "director",
    "professor",
    "general",
    "colonel",
    "ambassador",
    "mayor",
    "judge",
    "governor",
    "chief",
    "commissioner",
    "deputy",
    "foreign",
    "prime",
    "department",
    "ministry",
    "commission",
    "committee",
    "council",
    "court",
    "university",
    "company",
    "officer",
    "leader",
    "member",
];
/// The copula in the past and the like: reports tell what happened.
const PAST: [&str; 20] = [
    "was", "were", "had", "became", "began", "took", "made", "came", "went", "held", "met",
    "found", "gave", "led", "left", "won", "lost", "died", "killed", "been",
];
/// The present of plain statements: comments tell how things are.
const PRESENT: [&str; 14] = [
    "is", "are", "am", "do", "does", "don't", "want", "think", "know", "believe", "need", "get",
    "guess", "hope",
];

#[derive(Default)]
struct Counts {
    first_person: f32,
    second_person: f32,
    exclamations: f32,
    questions: f32,
    ellipses: f32,
    shouted: f32,
    small_starts: f32,
    contractions: f32,
    pictures: f32,
    argument: f32,
    openers: f32,
    present: f32,
    reports: f32,
    quotations: f32,
    dates: f32,
    titles: f32,
    numbers: f32,
    past: f32,
    /// Capitals inside sentences, for every ten tokens.
    names: f32,
    /// Tokens of the mean sentence, in twenties.
    length: f32,
    /// Whether nothing says where it comes from.
    bare: f32,
}

/// The evidence of one paragraph, feature by feature; see [`score`].
#[must_use]
pub fn features(discussion: &Discussion, paragraph: ParagraphId) -> Vec<f32> {
    let counts = count(discussion, paragraph);
    FEATURES.iter().map(|feature| damped((feature.count)(&counts))).collect()
}

/// How much a paragraph reads like a report (above 0) or a comment (below 0), as log-odds within
/// fixed bounds. Headings and block quotations say nothing.
#[must_use]
pub fn score(discussion: &Discussion, paragraph: ParagraphId) -> f32 {
    let silent = discussion
        .paragraphs
        .get(paragraph.index())
        .is_none_or(|p| matches!(p.kind, ParagraphKind::Heading | ParagraphKind::Quote));
    if silent {
        return 0.0;
    }
    let values = features(discussion, paragraph);
    let sum: f32 = FEATURES.iter().zip(&values).map(|(f, value)| f.weight * value).sum();
    (BIAS + sum).clamp(-MOST, MOST)
}

fn damped(count: f32) -> f32 {
    count / (count + 1.0)
}

fn count(discussion: &Discussion, paragraph: ParagraphId) -> Counts {
    let mut counts = Counts::default();
    let mut quoted = false;
    let mut first = true;
    let (mut names, mut total, mut sentences) = (0, 0, 0);
    for (id, _) in discussion.sentences_of(paragraph) {
        let tokens = discussion.tokens_of(id);
        if !quoted {
            begin(discussion, tokens, first, &mut counts);
        }
        first = false;
        sentences += 1;
        total += tokens.len();
        let capitals = tokens.iter().skip(1).filter(|token| {
            token.kind == TokenKind::Word
                && token.span.len() > 1
                && discussion.slice(token.span).starts_with(char::is_uppercase)
        });
        names += capitals.count();
        for token in tokens {
            let text = discussion.slice(token.span);
            match text {
                "“" => quoted = true,
                "”" => quoted = false,
                "\"" => quoted = !quoted,
                _ => {}
            }
            if matches!(text, "”" | "\"") && !quoted {
                counts.quotations += 1.0;
            }
            if !quoted {
                count_token(token.kind, text, &mut counts);
            }
        }
    }
    counts.names = 10.0 * names as f32 / total.max(1) as f32;
    counts.length = total as f32 / (20 * sentences.max(1)) as f32;
    if counts.reports + counts.quotations + counts.dates + counts.titles == 0.0 {
        counts.bare = 1.0;
    }
    counts
}

fn begin(discussion: &Discussion, tokens: &[Token], first: bool, counts: &mut Counts) {
    let Some(token) = tokens.iter().find(|t| t.kind != TokenKind::Punctuation) else { return };
    let text = discussion.slice(token.span);
    if token.kind == TokenKind::Word && text.starts_with(char::is_lowercase) {
        counts.small_starts += 1.0;
    }
    if first && contains(&OPENERS, text) {
        counts.openers += 1.0;
    }
}

fn contains(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

fn count_token(kind: TokenKind, text: &str, counts: &mut Counts) {
    match kind {
        TokenKind::Punctuation => {
            if text.contains('!') {
                counts.exclamations += 1.0;
            }
            if text.contains('?') {
                counts.questions += 1.0;
            }
            if text.contains('…') || text.len() > 1 && text.starts_with('.') {
                counts.ellipses += 1.0;
            }
        }
        TokenKind::Clitic if !text.ends_with(['s', 'S']) => counts.contractions += 1.0,
        TokenKind::Emoji | TokenKind::Handle | TokenKind::Hashtag => counts.pictures += 1.0,
        TokenKind::Number => counts.numbers += 1.0,
        TokenKind::Word if text == "i" => counts.small_starts += 1.0,
        TokenKind::Word if text.len() <= 12 => {
            let mut add = |list: &[&str], value: fn(&mut Counts) -> &mut f32| {
                if contains(list, text) {
                    *value(counts) += 1.0;
                }
            };
            // `US` is a country; in a shouted sentence too few are lost to matter.
            if text != "US" {
                add(&FIRST_PERSON, |c| &mut c.first_person);
            }
            add(&SECOND_PERSON, |c| &mut c.second_person);
            add(&ARGUMENT, |c| &mut c.argument);
            add(&PRESENT, |c| &mut c.present);
            add(&REPORTS, |c| &mut c.reports);
            add(&TITLES, |c| &mut c.titles);
            add(&PAST, |c| &mut c.past);
            add(&DATES, |c| &mut c.dates);
            if text.len() >= 6 && text.chars().all(char::is_uppercase) {
                counts.shouted += 1.0;
            }
        }
        _ => {}
    }
}
