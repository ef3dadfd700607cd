//! Abbreviations that keep their stop, and what each says about the end of a sentence.
//!
//! The list is a general one for English: titles, ranks, months, days, firms, streets, states of
//! the USA, and the Latin and bookish ones of style guides. What is also an ordinary word counts
//! only where its surroundings speak for the abbreviation.

/// What an abbreviation with its stop says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Something must follow: titles, `e.g.`, `vs.`, `No.` before a number.
    Goes,
    /// One capital letter of a name.
    Initial,
    /// May end a sentence or not: `U.S.`, `Inc.`, `Sept.`.
    Open,
    /// Ends a sentence where a capital follows: `etc.`, `p.m.`.
    Ends,
}

/// Written with a capital before a name.
const TITLES: [&str; 46] = [
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt",
    "Cmdr", "Cdr", "Adm", "Maj", "Brig", "Cpl", "Pvt", "Rev", "Hon", "Pres", "Fr", "Msgr", "St",
    "Ste", "Amb", "Atty", "Asst", "Supt", "Det", "Insp", "Sec", "Treas", "Messrs", "Mme", "Mlle",
    "Sra", "Srta", "Reps", "Sens", "Gens", "Drs", "Mt",
];
/// Before a number, in any case.
const BEFORE_NUMBER: [&str; 18] = [
    "no", "nos", "nr", "p", "pp", "vol", "vols", "ch", "chap", "fig", "figs", "art", "sec", "par",
    "para", "eq", "op", "v",
];
/// Never end a sentence, in any case.
const GOING: [&str; 10] = ["e.g", "i.e", "vs", "cf", "viz", "approx", "ca", "incl", "esp", "eg"];
/// Written with a capital.
const CAPITAL: [&str; 58] = [
    "Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed",
    "Thu", "Thur", "Thurs", "Fri", "Inc", "Corp", "Ltd", "Co", "Cos", "Bros", "Plc", "Pty", "Jr",
    "Sr", "Esq", "Ave", "Blvd", "Rd", "Hwy", "Bldg", "Calif", "Ariz", "Ark", "Colo", "Conn", "Fla",
    "Mich", "Minn", "Neb", "Nev", "Okla", "Tenn", "Tex", "Wis", "Wyo", "Univ", "Dept", "Govt",
    "Intl", "Natl", "Assn", "Acad", "Inst", "Gk", "Lat",
];
/// Also words or names; abbreviations before a number.
const CAPITAL_BEFORE_NUMBER: [&str; 6] = ["Mar", "Jun", "Jul", "Sat", "Sun", "Art"];
/// Also words or names; abbreviations behind a comma (`Springfield, Ill.`).
const BEHIND_COMMA: [&str; 17] = [
    "Ala", "Cal", "Del", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Miss", "Mo", "Ore",
    "Pa", "Va", "Wash",
];
/// In any case; end a sentence before a capital.
const ENDING: [&str; 4] = ["etc", "a.m", "p.m", "al"];
/// In small letters; open.
const SMALL: [&str; 9] = ["dept", "govt", "est", "max", "min", "tel", "ext", "misc", "abbr"];

/// No entry of a list is longer, in bytes.
const LONGEST: usize = 6;

/// What `word` with the stop behind it is, if it is an abbreviation. `previous` is the token
/// before it, `following` the text behind the stop.
pub(crate) fn abbreviation(word: &str, previous: &str, following: &str) -> Option<Abbreviation> {
    use Abbreviation::{Ends, Goes, Initial, Open};
    let after = following.trim_start();
    let next = after.chars().next();
    let spaced = after.len() < following.len();
    let in_any_case = |list: &[&str]| list.iter().any(|entry| word.eq_ignore_ascii_case(entry));
    let capitals = !word.contains(char::is_lowercase);
    let as_written = |list: &[&str]| {
        list.iter().any(|entry| word == *entry || capitals && word.eq_ignore_ascii_case(entry))
    };
    let mut chars = word.chars();
    let first = chars.next()?;
    if chars.next().is_none() {
        return match word {
            "I" => None,
            "p" | "v" | "P" if next.is_some_and(char::is_numeric) => Some(Goes),
            _ if first.is_uppercase() => Some(Initial),
            _ => None,
        };
    }
    if word.len() > 12 {
        return None;
    }
    if word.len() > LONGEST {
        return dotted(word).then_some(Open);
    }
    let number = next.is_some_and(char::is_numeric);
    let name = next.is_some_and(char::is_uppercase);
    let title = as_written(&TITLES)
        || (TITLES.iter().take(6).any(|title| word.eq_ignore_ascii_case(title)) && spaced);
    if title && (name || !first.is_uppercase() && next.is_some_and(char::is_alphabetic)) {
        return Some(Goes);
    }
    if number && (in_any_case(&BEFORE_NUMBER) || as_written(&CAPITAL_BEFORE_NUMBER))
        || in_any_case(&GOING)
    {
        return Some(Goes);
    }
    if in_any_case(&ENDING) && (word != "al" || previous.eq_ignore_ascii_case("et")) {
        return Some(Ends);
    }
    let listed = as_written(&CAPITAL)
        || as_written(&SMALL)
        || (previous == "," && as_written(&BEHIND_COMMA));
    (listed || dotted(word)).then_some(Open)
}

/// Letters with stops between them: `U.S`, `Ph.D`, `D.C`; no part longer than two letters.
fn dotted(word: &str) -> bool {
    let mut parts = 0;
    let mut single = false;
    for part in word.split('.') {
        let mut chars = part.chars();
        let (first, second, third) = (chars.next(), chars.next(), chars.next());
        if !first.is_some_and(char::is_alphabetic) || third.is_some() {
            return false;
        }
        single |= second.is_none();
        parts += 1;
    }
    parts >= 2 && single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_entry_is_longer_than_the_longest() {
        let lists: [&[&str]; 8] = [
            &TITLES,
            &BEFORE_NUMBER,
            &GOING,
            &CAPITAL,
            &CAPITAL_BEFORE_NUMBER,
            &BEHIND_COMMA,
            &ENDING,
            &SMALL,
        ];
        assert!(lists.iter().copied().flatten().all(|entry| entry.len() <= LONGEST));
        assert_eq!(abbreviation("approx", "", " 3"), Some(Abbreviation::Goes));
        assert_eq!(abbreviation("U.S.S.R", "", " X"), Some(Abbreviation::Open));
    }
}
