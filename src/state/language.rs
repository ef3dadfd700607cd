//! The language of the page.

use std::rc::Rc;

use crate::{
    state::{Effect, State},
    strings,
};

/// The languages that the page can be shown in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// All.
    pub all: Rc<[Language]>,
    /// The number of the one that is shown.
    pub shown: usize,
}

/// A language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The name of the file with its words: its code, and the start of their hash.
    pub file: String,
    /// What it calls itself.
    pub name: String,
}

impl Language {
    /// Its code (BCP 47).
    #[must_use]
    pub fn code(&self) -> &str {
        self.file.rsplit_once('-').map_or("", |(code, _)| code)
    }
}

impl Languages {
    /// From the list that the build makes: files and names, with commas between.
    #[must_use]
    pub fn listed(list: &str, shown: &str) -> Self {
        let language = |each: &str| {
            let (file, name) = each.split_once(' ')?;
            Some(Language { file: file.to_owned(), name: name.to_owned() })
        };
        let all: Rc<[Language]> = list.split(',').filter_map(language).collect();
        let shown = all.iter().position(|known| known.code() == shown).unwrap_or_default();
        Self { all, shown }
    }
}

impl State {
    /// Sends for the words of a language.
    pub(super) fn choose_language(&self, number: usize, effects: &mut Vec<Effect>) {
        if let Some(language) = self.languages.all.get(number) {
            effects.push(Effect::ShowLanguage(number, language.clone()));
        }
    }

    /// A language is shown from now on, or its words did not come.
    pub(super) fn language_shown(&mut self, number: usize, came: bool, effects: &mut Vec<Effect>) {
        if !came {
            self.notices.tell(strings::LANGUAGE_FAILED);
            return;
        }
        self.languages.shown = number;
        if let Some(reading) = &self.reading {
            effects.push(Effect::Title(reading.discussion.title.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Action;

    #[test]
    fn the_list_of_the_build_is_read() {
        let list = "en-01 English,pt-BR-2f Portugu\u{ea}s do Brasil,";
        let found = Languages::listed(list, "pt-BR");
        let codes: Vec<_> = found.all.iter().map(Language::code).collect();
        assert_eq!((codes, found.shown), (vec!["en", "pt-BR"], 1));
        assert_eq!(found.all[1].name, "Portugu\u{ea}s do Brasil");
        assert_eq!(Languages::listed(list, "xx").shown, 0);
        assert_eq!(Languages::listed("", "en"), Languages::default());
    }

    #[test]
    fn a_language_is_shown_when_its_words_are_there() {
        let languages = Languages::listed("en-0 English,de-1 Deutsch", "en");
        let mut state = State { languages, ..State::default() };
        let effects = state.apply(Action::ChooseLanguage(1));
        let [Effect::ShowLanguage(1, language)] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!((language.code(), state.languages.shown), ("de", 0));
        let _ = state.apply(Action::LanguageShown(1, false));
        assert_eq!((state.languages.shown, state.notices.list.len()), (0, 1));
        let _ = state.apply(Action::LanguageShown(1, true));
        assert_eq!(state.languages.shown, 1);
        assert!(state.apply(Action::ChooseLanguage(7)).is_empty());
    }
}
