//! The margin: on whom the writer of a paragraph takes a side in it.

use discussion::ParagraphId;
use engine::{Entity, EntityId, EntityType, Holder, Stance};

use crate::reading::Reading;

/// How many stand beside a paragraph; the others are counted.
pub const SHOWN: usize = 3;

/// What fits into a narrow margin, in characters.
const NARROW: usize = 4;

/// On whom the writer of a paragraph takes a side, and which. Those of `first` come first; the
/// others in the order in which the text names them.
#[must_use]
pub fn sides(
    reading: &Reading,
    paragraph: ParagraphId,
    first: &[EntityId],
) -> Vec<(EntityId, Stance)> {
    let takes = |stance| matches!(stance, Stance::Supportive | Stance::Critical | Stance::Mixed);
    let rows = reading.rows_in(paragraph).iter();
    let own = rows.filter(|row| row.holder == Holder::Writer && takes(row.stance));
    let mut sides: Vec<_> = own.map(|row| (row.target, row.stance)).collect();
    discussion::order::sort_by_key(&mut sides, |(id, _)| (!first.contains(id), *id));
    sides
}

/// A name as short as one word: a person's last, or the whole where it is one word or no person.
#[must_use]
pub fn short_name(entity: &Entity) -> &str {
    match entity.kind {
        EntityType::Person => entity.name.split_whitespace().last().unwrap_or(&entity.name),
        _ => &entity.name,
    }
}

/// A name in a few letters: itself, else the first letters of its words (those that are written
/// small left out), else its first three.
#[must_use]
pub fn initials(name: &str) -> String {
    if name.chars().count() <= NARROW {
        return name.to_owned();
    }
    let words = name.split([' ', '-']).filter_map(|word| word.chars().next());
    let capitals: String = words.filter(|c| c.is_uppercase()).take(NARROW).collect();
    if capitals.chars().count() > 1 { capitals } else { name.chars().take(3).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    #[test]
    fn only_sides_that_the_writer_takes_stand_in_the_margin() {
        let reading = Sample::new(&["Ada met Bob, Cleo and Dan."])
            .mention("Ada", 0, "Ada")
            .mention("Bob", 0, "Bob")
            .mention("Cleo", 0, "Cleo")
            .mention("Dan", 0, "Dan")
            .writer(0, "Ada", Stance::Critical)
            .writer(0, "Bob", Stance::Neutral)
            .writer(0, "Cleo", Stance::Mixed)
            .source(0, "Ada", "Dan", Stance::Supportive)
            .reading();
        let [ada, cleo] = ["ada", "cleo"].map(|slug| reading.entity(slug).unwrap());
        let paragraph = ParagraphId(0);
        let expected = [(ada, Stance::Critical), (cleo, Stance::Mixed)];
        assert_eq!(sides(&reading, paragraph, &[]), expected);
        assert_eq!(sides(&reading, paragraph, &[cleo]), [expected[1], expected[0]]);
        assert_eq!(sides(&reading, ParagraphId(7), &[]), []);
    }

    #[test]
    fn names_become_short() {
        for (name, expected) in [
            ("NATO", "NATO"),
            ("Russia", "Rus"),
            ("John Kerry", "JK"),
            ("Bank of England", "BE"),
            ("Jean-Luc Picard", "JLP"),
            ("Ärzte ohne Grenzen", "ÄG"),
            ("the council", "the"),
            ("中华人民共和国", "中华人"),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
        let named = |name: &str, kind| Entity { name: name.to_owned(), kind, ..Entity::default() };
        assert_eq!(short_name(&named("John Kerry", EntityType::Person)), "Kerry");
        assert_eq!(short_name(&named("United States", EntityType::Place)), "United States");
        assert_eq!(short_name(&named(" ", EntityType::Person)), " ");
    }
}
