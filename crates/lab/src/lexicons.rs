//! `lab lexicons`: the shipped lexicon, from public lists and from our own.
//!
//! Polarity words come from VADER and AFINN, quotation verbs and verbs between political actors
//! from the lists that `../shared/data/lexicons` holds; classes, relations and the values of
//! common verbs are our own and win over the lists.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

const CLASSES: &str = include_str!("../lexicons/classes.tsv");
const VERBS: &str = include_str!("../lexicons/verbs.tsv");
const POLARITY: &str = include_str!("../lexicons/polarity.tsv");
const NOUNS: &str = include_str!("../lexicons/nouns.tsv");

/// Verbs of more than one syllable whose last consonant is doubled before an ending.
const DOUBLING: &[&str] = &[
    "abhor", "admit", "annul", "appal", "commit", "compel", "concur", "control", "defer", "deter",
    "equip", "excel", "expel", "forget", "incur", "occur", "omit", "patrol", "permit", "propel",
    "rebel", "rebut", "recur", "refer", "regret", "repel", "submit", "transfer", "transmit",
];

/// A verb on its way into the file.
#[derive(Clone, Debug)]
struct Verb {
    kind: String,
    object: f32,
    subject: f32,
    prepositions: String,
    forms: String,
}

/// Reads `--data FOLDER` and, where it is given, `--models FOLDER`, and writes the lexicon.
pub(crate) fn command(mut arguments: Parser) -> Result<()> {
    let (mut data, mut models) = (None, PathBuf::from("models"));
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("models") => models = arguments.value()?.parse()?,
            _ => return Err(argument.unexpected().into()),
        }
    }
    match data {
        Some(data) => build(&data, &models.join("lexicon.tsv")),
        None => bail!("say `lab lexicons --data FOLDER`"),
    }
}

/// Writes the lexicon that ships, from the folder of public lists.
fn build(data: &Path, out: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = data.join("lexicons").join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let polarity = polarity(&read("vader.tsv")?, &read("afinn-en-165.tsv")?);
    let verbs = verbs(&read("cameo_verbs.tsv")?, &read("quote_verbs.tsv")?);
    let file = render(&polarity, &verbs);
    fs::write(out, &file).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!(
        "{}: {} polarity words, {} verbs, {} bytes",
        out.display(),
        polarity.len(),
        verbs.len(),
        file.len()
    );
    Ok(())
}

/// Rows of a list: no comments, no empty lines.
fn rows(list: &str) -> impl Iterator<Item = Vec<&str>> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::trim).collect())
}

fn is_word(term: &str) -> bool {
    term.starts_with(|c: char| c.is_ascii_lowercase())
        && term.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '\'')
}

/// The mean of the lists that know a word, from -4 to 4 in steps of a half. Weights that come out
/// as 0, and words whose common use has another sense, are left out.
fn polarity(vader: &str, afinn: &str) -> BTreeMap<String, f32> {
    let mut sums: BTreeMap<&str, (f32, f32)> = BTreeMap::new();
    for (list, scale) in [(vader, 1.0), (afinn, 0.8)] {
        for row in rows(list) {
            let [term, value, ..] = row.as_slice() else { continue };
            if let (true, Ok(value)) = (is_word(term), value.parse::<f32>()) {
                let sum = sums.entry(term).or_default();
                *sum = (sum.0 + value * scale, sum.1 + 1.0);
            }
        }
    }
    let weightless: BTreeSet<&str> = rows(CLASSES)
        .filter(|row| row.first().is_some_and(|class| *class == "weightless"))
        .flat_map(|row| row.get(1).copied().unwrap_or("").split(' ').collect::<Vec<_>>())
        .collect();
    let mut weights: BTreeMap<String, f32> = sums
        .into_iter()
        .filter(|(term, _)| !weightless.contains(term))
        .map(|(term, (sum, count))| (term.to_owned(), (sum / count * 2.0).round() / 2.0))
        .filter(|(_, weight)| *weight != 0.0)
        .collect();
    for row in rows(POLARITY) {
        let [weight, words] = row.as_slice() else { continue };
        if let Ok(weight) = weight.parse::<f32>() {
            weights.extend(words.split(' ').map(|word| (word.to_owned(), weight)));
        }
    }
    weights
}

/// Verbs by lemma: our own first, then quotation verbs, then verbs between actors, whose event
/// code gives their value, and which otherwise only tell that a word is a verb.
fn verbs(cameo: &str, quotes: &str) -> BTreeMap<String, Verb> {
    let mut verbs = BTreeMap::new();
    for row in rows(VERBS) {
        let [lemmas, kind, object, subject, rest @ ..] = row.as_slice() else { continue };
        let given = |i: usize| rest.get(i).copied().unwrap_or("");
        for lemma in lemmas.split(' ') {
            let forms = match given(1) {
                "" => inflect(lemma).join(" "),
                irregular => format!("{lemma} {irregular}"),
            };
            let prepositions = if given(0).is_empty() { "0" } else { given(0) };
            let verb = Verb {
                kind: (*kind).to_owned(),
                object: object.parse().unwrap_or(0.0),
                subject: subject.parse().unwrap_or(0.0),
                prepositions: prepositions.to_owned(),
                forms,
            };
            verbs.insert(lemma.to_owned(), verb);
        }
    }
    for row in rows(cameo).skip(1) {
        let [_, lemma, irregular, code, ..] = row.as_slice() else { continue };
        let lemma = lemma.to_lowercase();
        if !is_word(&lemma) || lemma.len() < 3 || verbs.contains_key(&lemma) {
            continue;
        }
        let (kind, object) = event_value(code);
        let verb = Verb {
            kind: kind.to_owned(),
            object,
            subject: 0.0,
            prepositions: "0".to_owned(),
            forms: forms_of(&lemma, &irregular.to_lowercase()),
        };
        verbs.insert(lemma, verb);
    }
    let quoting: BTreeSet<&str> = rows(quotes).filter_map(|row| row.first().copied()).collect();
    for (lemma, verb) in &mut verbs {
        let named = quoting.contains(lemma.as_str())
            || verb.forms.split(' ').filter(|form| quoting.contains(form)).count() > 1;
        if named && !verb.kind.contains("report") {
            verb.kind = match verb.kind.as_str() {
                "plain" => "quote".to_owned(),
                kind => format!("{kind}+quote"),
            };
        }
    }
    verbs
}

/// Kind and value toward the object of an event code of the CAMEO scheme, by its root.
fn event_value(code: &str) -> (&'static str, f32) {
    let code = code.trim_start_matches(':');
    match code.get(..2).unwrap_or("") {
        "05" => ("attitude", 0.8),
        "06" | "07" => ("act", 0.3),
        "08" => ("act", 0.3),
        "11" => ("attitude", -1.5),
        "12" => ("attitude", -1.2),
        "13" => ("act", -1.5),
        "14" => ("attitude", -1.0),
        "16" => ("act", -0.7),
        "17" => ("act", -1.0),
        "18" | "19" => ("act", -1.5),
        "20" => ("act", -2.0),
        _ => ("plain", 0.0),
    }
}

/// The forms of a verb with the irregular ones that the list gives put in their places.
fn forms_of(lemma: &str, irregular: &str) -> String {
    let mut forms = inflect(lemma);
    let mut past = Vec::new();
    for form in irregular.split_whitespace() {
        if form.ends_with("ing") {
            forms[4] = form.to_owned();
        } else if form.ends_with('s') && !form.ends_with("ss") {
            forms[1] = form.to_owned();
        } else {
            past.push(form.to_owned());
        }
    }
    if let (Some(first), Some(last)) = (past.first(), past.last()) {
        forms[2].clone_from(first);
        forms[3].clone_from(last);
    }
    forms.join(" ")
}

/// Base, third person, past, participle and gerund of a regular verb.
fn inflect(lemma: &str) -> [String; 5] {
    let vowel = |c: char| "aeiou".contains(c);
    let letters: Vec<char> = lemma.chars().collect();
    let at = |back: usize| {
        letters.len().checked_sub(back).and_then(|i| letters.get(i)).copied().unwrap_or(' ')
    };
    let (last, before, third) = (at(1), at(2), at(3));
    let syllables = letters.windows(2).filter(|pair| vowel(pair[0]) && !vowel(pair[1])).count();
    let doubles = DOUBLING.contains(&lemma)
        || (syllables == 1
            && !vowel(last)
            && !"wxy".contains(last)
            && vowel(before)
            && !vowel(third)
            && letters.len() > 2);
    let sibilant = ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| lemma.ends_with(end));
    let stem = lemma.strip_suffix('y').filter(|_| !vowel(before));
    let s = match stem {
        Some(stem) => format!("{stem}ies"),
        None if sibilant => format!("{lemma}es"),
        None => format!("{lemma}s"),
    };
    let past = match stem {
        Some(stem) => format!("{stem}ied"),
        None if last == 'e' => format!("{lemma}d"),
        None if doubles => format!("{lemma}{last}ed"),
        None => format!("{lemma}ed"),
    };
    let gerund = match lemma.strip_suffix('e') {
        Some(stem) if !lemma.ends_with("ee") && !lemma.ends_with("oe") => format!("{stem}ing"),
        _ if doubles => format!("{lemma}{last}ing"),
        _ => format!("{lemma}ing"),
    };
    [lemma.to_owned(), s, past.clone(), past, gerund]
}

fn render(polarity: &BTreeMap<String, f32>, verbs: &BTreeMap<String, Verb>) -> String {
    let mut file = String::from(
        "# Made by `cargo run -rp lab -- lexicons`; change the lists in crates/lab/lexicons.\n\
         # Polarity: VADER (C.J. Hutto, MIT) and AFINN-165 (F.A. Nielsen, Apache-2.0).\n\
         # Verbs: PETRARCH2 (Open Event Data Alliance, MIT), JournalismAI 2021 Quotes (Apache-2.0).\n\
         \n[classes]\n",
    );
    for row in rows(CLASSES) {
        let _ = writeln!(file, "{}", row.join("\t"));
    }
    file.push_str("\n[polarity]\n");
    let mut by_weight: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
    for (word, weight) in polarity {
        #[allow(clippy::cast_possible_truncation, reason = "halves between -4 and 4")]
        by_weight.entry((weight * 2.0) as i32).or_default().push(word);
    }
    for (weight, words) in by_weight {
        let _ = writeln!(file, "{}\t{}", f64::from(weight) / 2.0, words.join(" "));
    }
    file.push_str("\n[verbs]\n");
    let mut by_value: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for verb in verbs.values() {
        let Verb { kind, object, subject, prepositions, forms } = verb;
        let value = format!("{kind}\t{object}\t{subject}\t{prepositions}");
        by_value.entry(value).or_default().push(forms);
    }
    // Verbs with a meaning come before plain ones, so that they keep the forms that both have.
    let (plain, telling): (Vec<_>, Vec<_>) =
        by_value.into_iter().partition(|(value, _)| value.starts_with("plain"));
    for (value, forms) in telling.into_iter().chain(plain) {
        let _ = writeln!(file, "{value}\t{}", forms.join(";"));
    }
    file.push_str("\n[relations]\n");
    for row in rows(NOUNS) {
        let [words, kind, target, holder, prepositions] = row.as_slice() else { continue };
        let _ = writeln!(file, "{kind}\t{target}\t{holder}\t{prepositions}\t{words}");
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        for (lemma, forms) in [
            ("attack", "attack attacks attacked attacked attacking"),
            ("praise", "praise praises praised praised praising"),
            ("vilify", "vilify vilifies vilified vilified vilifying"),
            ("ban", "ban bans banned banned banning"),
            ("betray", "betray betrays betrayed betrayed betraying"),
            ("expel", "expel expels expelled expelled expelling"),
            ("weaken", "weaken weakens weakened weakened weakening"),
            ("crush", "crush crushes crushed crushed crushing"),
            ("free", "free frees freed freed freeing"),
            ("help", "help helps helped helped helping"),
        ] {
            assert_eq!(inflect(lemma).join(" "), forms);
        }
    }

    #[test]
    fn weights_are_the_mean_of_the_lists() {
        let weights =
            polarity("term\tmean\tsd\nawful\t-2\t1\nkind\t2.4\t1\n:(\t-2\t1", "awful\t-4");
        assert_eq!(weights.get("awful"), Some(&-2.5));
        assert!(!weights.contains_key("kind"), "a word of another sense");
        assert!(!weights.contains_key(":("), "a sign");
        assert!(weights["hypocrisy"] < 0.0, "one of our own");
    }

    #[test]
    fn own_values_win_over_event_codes() {
        let verbs = verbs(
            "block\tverb\tirregular\tcameo\nX\tUNDERMINE\t\t010\nX\tPILLAGE\t\t190\nX\tSHRUG\t\t---",
            "form\nshrugged\nshrugs",
        );
        assert!(verbs["undermine"].object < 0.0);
        assert!(verbs["pillage"].object < 0.0);
        assert_eq!(verbs["shrug"].kind, "quote");
    }
}
