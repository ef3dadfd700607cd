//! Corrections of entities: their type, their name, and which are the same.

use engine::{Entity, EntityId, EntityType, Holder};

use super::{Misfit, Who, draft::Draft};

/// The longest slug that a reader's entity gets, in bytes.
const LONGEST: usize = 60;

impl Draft<'_> {
    pub(super) fn retype(&mut self, who: &Who, kind: EntityType) -> Result<(), Misfit> {
        let id = self.who(who)?;
        self.analysis.entities[id.index()].kind = kind;
        self.by_reader.entities[id.index()] = true;
        Ok(())
    }

    pub(super) fn rename(&mut self, who: &Who, name: &str) -> Result<(), Misfit> {
        let id = self.who(who)?;
        name.clone_into(&mut self.analysis.entities[id.index()].name);
        self.by_reader.entities[id.index()] = true;
        // Corrections made before know it by its old name, those to come by the new one.
        self.means.push((who.slug.clone(), id));
        Ok(())
    }

    pub(super) fn merge(&mut self, who: &Who, into: &Who) -> Result<(), Misfit> {
        let (from, to) = (self.who(who)?, self.who(into)?);
        if from == to {
            return Ok(());
        }
        let mut pairs = Vec::new();
        for (mention, by_reader) in
            self.analysis.mentions.iter_mut().zip(&mut self.by_reader.mentions)
        {
            if mention.entity == from {
                mention.entity = to;
                *by_reader = true;
                pairs.push((mention.paragraph, to));
            }
        }
        let holder = |held: &mut Holder| {
            if *held == Holder::Source(from) {
                *held = Holder::Source(to);
            }
        };
        for opinion in &mut self.analysis.opinions {
            holder(&mut opinion.holder);
            if opinion.target == from {
                opinion.target = to;
            }
        }
        for attribution in &mut self.analysis.attributions {
            holder(&mut attribution.holder);
        }
        for row in &mut self.analysis.stances {
            if row.holder == Holder::Source(from) {
                pairs.push((row.paragraph, row.target));
            }
            holder(&mut row.holder);
            if row.target == from {
                row.target = to;
            }
        }
        for (_, target) in pairs.iter_mut().filter(|(_, target)| *target == from) {
            *target = to;
        }
        let gone = &mut self.analysis.entities[from.index()];
        let forms = std::mem::take(&mut gone.aliases);
        let stays = &mut self.analysis.entities[to.index()];
        stays.aliases.extend(forms.into_iter().filter(|form| !form.is_empty()));
        for (_, id) in self.means.iter_mut().filter(|(_, id)| *id == from) {
            *id = to;
        }
        self.means.push((who.slug.clone(), to));
        self.settle(pairs);
        Ok(())
    }

    /// The entity that a mention shall refer to; a new one where `new` gives its type and none has
    /// its slug and name.
    pub(super) fn entity(&mut self, to: &Who, new: Option<EntityType>) -> Result<EntityId, Misfit> {
        let Some(kind) = new else { return self.who(to) };
        if let Some((_, id)) = self.means.iter().rev().find(|(slug, _)| *slug == to.slug) {
            return Ok(*id);
        }
        let entities = &self.analysis.entities;
        let id = EntityId(entities.len() as u32);
        let taken = |slug: &str| entities.iter().any(|entity| entity.slug == slug);
        let slug = if taken(&to.slug) || !crate::link::is_slug(&to.slug) {
            slug_for(&to.name, &taken)
        } else {
            to.slug.clone()
        };
        let entity =
            Entity { slug, name: to.name.clone(), kind, aliases: Vec::new(), ..Entity::default() };
        self.analysis.entities.push(entity);
        self.by_reader.entities.push(true);
        self.means.push((to.slug.clone(), id));
        Ok(id)
    }
}

/// A slug for a name that a reader gave: its letters and digits of ASCII in lower case, numbered
/// where it is taken.
#[must_use]
pub fn slug_for(name: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let mut base = String::new();
    for letter in name.chars().filter(|c| !"'\u{2019}.".contains(*c)) {
        if base.len() >= LONGEST {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            base.push(letter.to_ascii_lowercase());
        } else if !base.is_empty() && !base.ends_with('-') {
            base.push('-');
        }
    }
    let base = base.trim_end_matches('-');
    let base = if base.is_empty() { "entity" } else { base };
    let mut slug = base.to_owned();
    let mut number = 1_u32;
    while taken(&slug) {
        number += 1;
        slug = format!("{base}-{number}");
    }
    slug
}

#[cfg(test)]
mod tests {
    use engine::{EntityType, Stance};

    use super::*;
    use crate::corrections::{Correction, tests::*};

    #[test]
    fn a_type_and_a_name() {
        let read = corrected(
            sample(),
            &[
                Correction::Retype { who: who("Ada"), kind: EntityType::Group },
                Correction::Rename { who: who("Ada"), name: "Ada Ash".into() },
                Correction::Retype { who: who("Ada Ash"), kind: EntityType::Work },
            ],
        );
        assert!(read.misfits.is_empty(), "{:?}", read.misfits);
        let ada = &read.analysis.entities[0];
        assert_eq!((ada.slug.as_str(), ada.name.as_str()), ("ada", "Ada Ash"));
        assert_eq!(ada.kind, EntityType::Work);
        assert_eq!(read.by_reader.entities, [true, false]);
    }

    #[test]
    fn merging_brings_stances_together() {
        let read = corrected(sample(), &[Correction::Merge { who: who("Bob"), into: who("Ada") }]);
        assert_eq!(read.analysis.entities.len(), 1);
        assert_eq!(stance(&read, 0, "ada"), Some(Stance::Critical), "one was neutral");
        assert_eq!(stance(&read, 1, "ada"), Some(Stance::Supportive));
        assert_eq!(stance(&read, 1, "bob"), None);
        let twice = [
            Correction::Merge { who: who("Bob"), into: who("Ada") },
            Correction::Retype { who: who("Bob"), kind: EntityType::Place },
        ];
        let read = corrected(sample(), &twice);
        assert_eq!(read.analysis.entities[0].kind, EntityType::Place, "Bob is Ada now");
    }

    #[test]
    fn somebody_who_is_not_there() {
        let read = corrected(sample(), &[Correction::Merge { who: who("Bob"), into: who("Cy") }]);
        assert_eq!(read.misfits, [(0, Misfit::Nobody("Cy".into()))]);
        assert_eq!(read.analysis, sample().parts().1);
    }

    #[test]
    fn slugs() {
        let none = |_: &str| false;
        assert_eq!(slug_for("Ada O\u{2019}Bell", &none), "ada-obell");
        assert_eq!(slug_for("  ?? \u{9752}", &none), "entity");
        assert_eq!(slug_for("A", &|slug| slug == "a"), "a-2");
        assert!(crate::link::is_slug(&slug_for(&"x ".repeat(99), &none)));
    }
}
