//! A small set in order. A filter has eight of them with few values each; as B-trees they were a
//! fourteenth of the page's program.

use std::borrow::Borrow;

/// Values in their order, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices<T> {
    values: Vec<T>,
}

impl<T> Default for Choices<T> {
    fn default() -> Self {
        Self { values: Vec::new() }
    }
}

impl<T> Choices<T> {
    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.values.iter()
    }
}

impl<T: Ord> Choices<T> {
    /// Whether a value is among them.
    #[must_use]
    pub fn contains<Q: ?Sized + Eq>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.values.iter().any(|other| other.borrow() == value)
    }

    /// Adds a value, unless it is there.
    pub fn insert(&mut self, value: T) {
        let place = self.values.partition_point(|other| *other < value);
        if self.values.get(place) != Some(&value) {
            self.values.insert(place, value);
        }
    }

    /// Takes a value out; says whether it was there.
    pub fn remove<Q: ?Sized + Eq>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let place = self.values.iter().position(|other| other.borrow() == value);
        place.map(|place| self.values.remove(place)).is_some()
    }
}

impl<T: Ord> FromIterator<T> for Choices<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut choices = Self::default();
        for value in values {
            choices.insert(value);
        }
        choices
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Choices<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl<T> IntoIterator for Choices<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Choices<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn holds_what_a_tree_holds(steps in prop::collection::vec((any::<bool>(), 0u8..12), 0..60)) {
            let (mut choices, mut tree) = (Choices::default(), BTreeSet::new());
            for (insert, value) in steps {
                if insert {
                    choices.insert(value);
                    tree.insert(value);
                } else {
                    prop_assert_eq!(choices.remove(&value), tree.remove(&value));
                }
                prop_assert!(choices.iter().eq(tree.iter()));
                prop_assert_eq!(choices.contains(&value), tree.contains(&value));
                prop_assert_eq!(choices.len(), tree.len());
            }
        }
    }
}
