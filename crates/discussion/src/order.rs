//! Sorting with one sorting routine for all types: the standard library's is made anew for every
//! type that it sorts, which came to a fifth of the worker's program.

use std::cmp::Ordering;

/// Sorts; equal items keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key; items with equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; items that are equal to it keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.is_sorted_by(|a, b| compare(a, b) != Ordering::Greater) {
        return;
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    merge_sort(&mut order, &|a, b| compare(&items[a], &items[b]) == Ordering::Greater);
    arrange(&mut order, &mut |a, b| items.swap(a, b));
}

/// Sorts indices bottom up by merging neighbouring runs, first those that are in order already:
/// what is put behind sorted items is mostly sorted itself.
fn merge_sort(order: &mut Vec<usize>, greater: &dyn Fn(usize, usize) -> bool) {
    let mut merged = Vec::with_capacity(order.len());
    // Where each run ends.
    let mut ends: Vec<usize> =
        (1..order.len()).filter(|at| greater(order[at - 1], order[*at])).collect();
    ends.push(order.len());
    while ends.len() > 1 {
        let mut start = 0;
        for pair in ends.chunks(2) {
            let end = pair[pair.len() - 1];
            let (mut left, mut right) = order[start..end].split_at(pair[0] - start);
            start = end;
            while let (Some((a, rest_left)), Some((b, rest_right))) =
                (left.split_first(), right.split_first())
            {
                if greater(*a, *b) {
                    merged.push(*b);
                    right = rest_right;
                } else {
                    merged.push(*a);
                    left = rest_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(order, &mut merged);
        merged.clear();
        let mut number = 0;
        let last = ends.len() - 1;
        ends.retain(|_| {
            number += 1;
            number % 2 == 0 || number == last + 1
        });
    }
}

/// Brings items to their places by swaps: `order[place]` is where the item for a place stands.
fn arrange(order: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == start {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items: Vec<(u8, u32)>) {
            let mut ours = items.clone();
            let mut theirs = items;
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
