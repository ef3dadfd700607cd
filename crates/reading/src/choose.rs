//! Choosing: what a click on a choice makes of a filter.

use crate::choices::Choices;

use discussion::Section;
use engine::{EntityType, Stance};

use crate::{
    filter::{Filter, HolderKind},
    sureness::Sureness,
};

/// How an entity is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityChoice {
    /// One of those of which at least one must be there.
    Any,
    /// One of those that must all be there.
    All,
    /// It must not be there.
    Not,
}

/// How a holder is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderChoice {
    /// One of those whose stances count.
    By,
    /// One of those whose stances do not count.
    NotBy,
}

impl Filter {
    /// How an entity is chosen. A link may choose it in several ways; the strictest is said.
    #[must_use]
    pub fn entity_choice(&self, slug: &str) -> Option<EntityChoice> {
        if self.not.contains(slug) {
            Some(EntityChoice::Not)
        } else if self.all.contains(slug) {
            Some(EntityChoice::All)
        } else {
            self.any.contains(slug).then_some(EntityChoice::Any)
        }
    }

    /// With an entity chosen in one way only, or in none.
    #[must_use]
    pub fn with_entity(&self, slug: &str, choice: Option<EntityChoice>) -> Self {
        let mut filter = self.clone();
        for (set, its_choice) in [
            (&mut filter.any, EntityChoice::Any),
            (&mut filter.all, EntityChoice::All),
            (&mut filter.not, EntityChoice::Not),
        ] {
            set.remove(slug);
            if choice == Some(its_choice) {
                set.insert(slug.to_owned());
            }
        }
        filter
    }

    /// With an entity's choice moved on: none, any, all, not, none.
    #[must_use]
    pub fn cycle_entity(&self, slug: &str) -> Self {
        let next = match self.entity_choice(slug) {
            None => Some(EntityChoice::Any),
            Some(EntityChoice::Any) => Some(EntityChoice::All),
            Some(EntityChoice::All) => Some(EntityChoice::Not),
            Some(EntityChoice::Not) => None,
        };
        self.with_entity(slug, next)
    }

    /// With an entity chosen in one way, or in none if it was chosen in that way.
    #[must_use]
    pub fn toggle_entity(&self, slug: &str, choice: EntityChoice) -> Self {
        let chosen = self.entity_choice(slug) == Some(choice);
        self.with_entity(slug, (!chosen).then_some(choice))
    }

    /// How a holder is chosen; excluded is stricter.
    #[must_use]
    pub fn holder_choice(&self, holder: &HolderKind) -> Option<HolderChoice> {
        if self.not_by.contains(holder) {
            Some(HolderChoice::NotBy)
        } else {
            self.by.contains(holder).then_some(HolderChoice::By)
        }
    }

    /// With a holder chosen in one way only, or in none.
    #[must_use]
    pub fn with_holder(&self, holder: &HolderKind, choice: Option<HolderChoice>) -> Self {
        let mut filter = self.clone();
        for (set, its_choice) in
            [(&mut filter.by, HolderChoice::By), (&mut filter.not_by, HolderChoice::NotBy)]
        {
            set.remove(holder);
            if choice == Some(its_choice) {
                set.insert(holder.clone());
            }
        }
        filter
    }

    /// With a holder's choice moved on: none, by, not by, none.
    #[must_use]
    pub fn cycle_holder(&self, holder: &HolderKind) -> Self {
        let next = match self.holder_choice(holder) {
            None => Some(HolderChoice::By),
            Some(HolderChoice::By) => Some(HolderChoice::NotBy),
            Some(HolderChoice::NotBy) => None,
        };
        self.with_holder(holder, next)
    }

    /// With a holder chosen in one way, or in none if it was chosen in that way.
    #[must_use]
    pub fn toggle_holder(&self, holder: &HolderKind, choice: HolderChoice) -> Self {
        let chosen = self.holder_choice(holder) == Some(choice);
        self.with_holder(holder, (!chosen).then_some(choice))
    }

    /// With a type chosen or no longer chosen.
    #[must_use]
    pub fn toggle_type(&self, kind: EntityType) -> Self {
        Self { types: toggled(&self.types, kind), ..self.clone() }
    }

    /// With a stance chosen or no longer chosen.
    #[must_use]
    pub fn toggle_stance(&self, stance: Stance) -> Self {
        Self { stances: toggled(&self.stances, stance), ..self.clone() }
    }

    /// With a step of sureness chosen or no longer chosen.
    #[must_use]
    pub fn toggle_sure(&self, sure: Sureness) -> Self {
        Self { sure: toggled(&self.sure, sure), ..self.clone() }
    }

    /// With a section chosen or no longer chosen.
    #[must_use]
    pub fn toggle_section(&self, section: Section) -> Self {
        Self { sections: toggled(&self.sections, section), ..self.clone() }
    }

    /// With other words.
    #[must_use]
    pub fn with_words(&self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self.clone() }
    }
}

fn toggled<T: Ord + Copy>(set: &Choices<T>, value: T) -> Choices<T> {
    let mut set = set.clone();
    if !set.remove(&value) {
        set.insert(value);
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{decode, encode};
    use crate::view::View;

    fn link(filter: &Filter) -> String {
        encode(&View { filter: filter.clone(), ..View::default() })
    }

    #[test]
    fn entities_go_round() {
        let start = decode("#/?e=ada,-bob&stance=critical").0.filter;
        let mut filter = start.clone();
        let mut seen = Vec::new();
        for _ in 0..4 {
            filter = filter.cycle_entity("carol");
            seen.push(link(&filter));
        }
        assert_eq!(
            seen,
            [
                "#/?e=ada,carol,-bob&stance=critical",
                "#/?e=ada,-bob&all=carol&stance=critical",
                "#/?e=ada,-bob,-carol&stance=critical",
                "#/?e=ada,-bob&stance=critical",
            ]
        );
        assert_eq!(filter, start);
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        let start = decode("#/?e=ada,-bob&by=article,-sources&in=article").0.filter;
        let holder = HolderKind::Source("ada".to_owned());
        let toggles: [&dyn Fn(&Filter) -> Filter; 7] = [
            &|f| f.toggle_entity("carol", EntityChoice::Not),
            &|f| f.toggle_holder(&holder, HolderChoice::By),
            &|f| f.toggle_holder(&holder, HolderChoice::NotBy),
            &|f| f.toggle_type(EntityType::Place),
            &|f| f.toggle_stance(Stance::Mixed),
            &|f| f.toggle_section(Section::Comments),
            &|f| f.toggle_sure(Sureness::Low),
        ];
        for toggle in toggles {
            let once = toggle(&start);
            assert_ne!(once, start);
            assert_eq!(toggle(&once), start);
        }
    }

    #[test]
    fn a_new_choice_replaces_the_old_one() {
        let filter = decode("#/?e=ada,-ada&all=ada&by=article,-article").0.filter;
        assert_eq!(filter.entity_choice("ada"), Some(EntityChoice::Not));
        assert_eq!(link(&filter.toggle_entity("ada", EntityChoice::Not)), "#/?by=article,-article");
        assert_eq!(
            link(&filter.toggle_entity("ada", EntityChoice::All)),
            "#/?all=ada&by=article,-article"
        );
        let holder = filter.cycle_holder(&HolderKind::Article);
        assert_eq!(holder.holder_choice(&HolderKind::Article), None);
        let holder = holder.cycle_holder(&HolderKind::Article);
        assert_eq!(holder.holder_choice(&HolderKind::Article), Some(HolderChoice::By));
    }
}
