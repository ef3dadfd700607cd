//! Which of the lists a word is on, found by one search instead of one for each entry.

use std::sync::LazyLock;

use super::words::{
    ARGUMENT, CONDITIONS, DATES, FIRST_PERSON, MODALS, NEGATIONS, PAST, POINTERS, PREPOSITIONS,
    PRESENT, REPORTS, SECOND_PERSON, TITLES,
};
use crate::order;

/// The longest word that is looked for, in bytes; all entries that a token can be are shorter.
pub(super) const LONGEST: usize = 12;

/// A set of lists, by their places in [`LISTS`].
type Set = u16;

/// The lists in the order of the bits of a [`Set`].
const LISTS: [&[&str]; 13] = [
    &FIRST_PERSON,
    &SECOND_PERSON,
    &ARGUMENT,
    &PRESENT,
    &REPORTS,
    &TITLES,
    &PAST,
    &MODALS,
    &CONDITIONS,
    &POINTERS,
    &NEGATIONS,
    &PREPOSITIONS,
    &DATES,
];

/// All entries as numbers, in order.
static ENTRIES: LazyLock<Vec<(u128, Set)>> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for (list, words) in LISTS.iter().enumerate() {
        entries.extend(words.iter().filter_map(|word| Some((number(word)?, 1 << list))));
    }
    order::sort(&mut entries);
    entries.dedup_by(|next, entry| {
        let same = next.0 == entry.0;
        if same {
            entry.1 |= next.1;
        }
        same
    });
    entries
});

/// A short word in small letters of the basic alphabet as a number of its own.
fn number(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..LONGEST)?.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    bytes[15] = word.len() as u8;
    Some(u128::from_le_bytes(bytes))
}

/// The lists that a word is on, whatever its letter case.
fn set(word: &str) -> Set {
    let entries = &*ENTRIES;
    let found = number(word)
        .and_then(|number| entries.binary_search_by_key(&number, |entry| entry.0).ok())
        .and_then(|at| entries.get(at));
    found.map_or(0, |entry| entry.1)
}

/// Calls `take` with the place of each list that a word of at most [`LONGEST`] bytes is on: the
/// first person, the second person, and so on as in [`LISTS`].
pub(super) fn each(word: &str, mut take: impl FnMut(usize)) {
    let mut rest = set(word);
    while rest != 0 {
        take(rest.trailing_zeros() as usize);
        rest &= rest - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_on_the_lists_that_have_them() {
        let words = LISTS.iter().flat_map(|list| list.iter().copied());
        for word in words.chain(["house", "", "n’t", "é", "abcdefghijkl", "a\0"]) {
            let shouted = word.to_ascii_uppercase();
            for written in [word, shouted.as_str()] {
                let mut found = Vec::new();
                each(written, |list| found.push(list));
                let want: Vec<_> = (0..LISTS.len())
                    .filter(|list| {
                        LISTS[*list].iter().any(|entry| entry.eq_ignore_ascii_case(word))
                    })
                    .collect();
                assert!(word.len() > LONGEST || found == want, "{written}: {found:?} {want:?}");
            }
        }
    }
}
