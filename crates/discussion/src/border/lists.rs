//! Which of the lists a word is on, found by one look into a table instead of one for each entry.

use std::sync::LazyLock;

use super::words;

/// The longest word that is looked for, in bytes; all entries that a token can be are shorter.
pub(super) const LONGEST: usize = 12;

/// A set of lists, by their places in [`LISTS`].
type Set = u16;

/// The lists in the order of the bits of a [`Set`].
const LISTS: [&str; 14] = [
    words::FIRST_PERSON,
    words::SECOND_PERSON,
    words::ARGUMENT,
    words::PRESENT,
    words::REPORTS,
    words::TITLES,
    words::PAST,
    words::MODALS,
    words::CONDITIONS,
    words::POINTERS,
    words::NEGATIONS,
    words::PREPOSITIONS,
    words::DATES,
    words::OPENERS,
];

/// A word as two numbers, see [`key`].
type Key = (u64, u64);

/// Places of the table; a power of two, and several times as many as there are entries.
const PLACES: usize = 2048;

/// The places of single lists.
pub(super) const NEGATIONS: usize = 10;
pub(super) const OPENERS: usize = 13;

/// All entries, each at the first free place from that of its key on; no list is an empty place.
static TABLE: LazyLock<Vec<(Key, Set)>> = LazyLock::new(|| {
    let mut table = vec![((0, 0), 0); PLACES];
    for (list, words) in LISTS.iter().enumerate() {
        for key in words.split(' ').filter_map(key) {
            let mut at = place(key);
            while table[at].1 != 0 && table[at].0 != key {
                at = (at + 1) % PLACES;
            }
            table[at].0 = key;
            table[at].1 |= 1 << list;
        }
    }
    table
});

/// A short word in small letters of the basic alphabet as two numbers of its own.
fn key(word: &str) -> Option<Key> {
    if word.len() > LONGEST {
        return None;
    }
    let mut key = (0, word.len() as u64);
    for byte in word.bytes() {
        key = (key.0 << 8 | u64::from(byte.to_ascii_lowercase()), key.1 << 8 | key.0 >> 56);
    }
    Some(key)
}

/// Where the search for a key begins.
fn place(key: Key) -> usize {
    let mixed = (key.0 ^ key.1.rotate_left(40)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (u64::BITS - PLACES.trailing_zeros())) as usize
}

/// The lists that a word is on, whatever its letter case.
fn set(word: &str) -> Set {
    let Some(key) = key(word) else { return 0 };
    let table = &*TABLE;
    let mut at = place(key);
    while let Some((found, set)) = table.get(at).filter(|(_, set)| *set != 0) {
        if *found == key {
            return *set;
        }
        at = (at + 1) % PLACES;
    }
    0
}

/// Whether a word is on the list with a place.
pub(super) fn has(word: &str, list: usize) -> bool {
    set(word) & (1 << list) != 0
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
        let words = LISTS.iter().flat_map(|list| list.split(' '));
        assert_eq!(LISTS[NEGATIONS], words::NEGATIONS);
        assert_eq!(LISTS[OPENERS], words::OPENERS);
        for word in words.chain(["house", "", "n’t", "é", "abcdefghijkl", "a\0"]) {
            let shouted = word.to_ascii_uppercase();
            for written in [word, shouted.as_str()] {
                let mut found = Vec::new();
                each(written, |list| found.push(list));
                let want: Vec<_> = (0..LISTS.len())
                    .filter(|list| {
                        LISTS[*list].split(' ').any(|entry| entry.eq_ignore_ascii_case(word))
                    })
                    .collect();
                assert!(word.len() > LONGEST || found == want, "{written}: {found:?} {want:?}");
            }
        }
    }
}
