//! What a click on a filter does to it.

use reading::{EntityChoice, Filter, HolderChoice, HolderKind};

use crate::state::{FilterChange, State};

/// The filter after a change.
#[must_use]
pub fn changed(filter: &Filter, change: FilterChange) -> Filter {
    match change {
        FilterChange::Entity(slug, choice) => filter.toggle_entity(&slug, choice),
        FilterChange::Type(kind) => filter.toggle_type(kind),
        FilterChange::Stance(stance) => filter.toggle_stance(stance),
        FilterChange::Sure(sure) => filter.toggle_sure(sure),
        FilterChange::Holder(holder, choice) => filter.toggle_holder(&holder, choice),
        FilterChange::Section(section) => filter.toggle_section(section),
        FilterChange::Words(words) => filter.with_words(&words),
        FilterChange::Only { entity, stance, section } => {
            let mut only = Filter::default().toggle_entity(&entity, EntityChoice::Any);
            if let Some(stance) = stance {
                // A number of the overview counts what writers say, not what they report.
                for writer in [HolderKind::Article, HolderKind::Comments] {
                    only = only.toggle_holder(&writer, HolderChoice::By);
                }
                only = only.toggle_stance(stance);
            }
            section.map_or_else(|| only.clone(), |section| only.toggle_section(section))
        }
    }
}

impl State {
    /// The matching paragraph above or below the one at the top, from 1.
    #[must_use]
    pub fn match_beside(&self, forward: bool) -> Option<u32> {
        let matches = self.shown.matches.iter().zip(1u32..).filter(|(fits, _)| **fits);
        let mut numbers = matches.map(|(_, number)| number);
        let at = self.view.place;
        if forward {
            numbers.find(|number| at.is_none_or(|at| *number > at))
        } else {
            numbers.take_while(|number| at.is_some_and(|at| *number < at)).last()
        }
    }
}

#[cfg(test)]
mod tests {
    use reading::{Choices, Sureness};

    use discussion::Section;
    use engine::Stance;

    use super::*;

    #[test]
    fn a_second_click_takes_back_the_first() {
        for next in [
            FilterChange::Entity("nato".into(), EntityChoice::Any),
            FilterChange::Entity("nato".into(), EntityChoice::Not),
            FilterChange::Stance(Stance::Mixed),
            FilterChange::Holder(HolderKind::Sources, HolderChoice::By),
            FilterChange::Holder(HolderKind::Source("nato".into()), HolderChoice::NotBy),
            FilterChange::Section(Section::Comments),
            FilterChange::Sure(Sureness::High),
        ] {
            let once = changed(&Filter::default(), next.clone());
            assert!(!once.is_empty(), "{next:?}");
            assert!(changed(&once, next.clone()).is_empty(), "{next:?}");
        }
    }

    #[test]
    fn a_number_of_the_overview_asks_for_what_it_counts_and_nothing_else() {
        let only = FilterChange::Only {
            entity: "nato".into(),
            stance: Some(Stance::Critical),
            section: Some(Section::Comments),
        };
        let words = changed(&Filter::default(), FilterChange::Words("peace".into()));
        let filter = changed(&words, only);
        assert!(filter.words.is_empty());
        assert_eq!(filter.stances, Choices::from([Stance::Critical]));
        assert_eq!(filter.sections, Choices::from([Section::Comments]));
        assert!(!filter.by.contains(&HolderKind::Sources));
    }
}
