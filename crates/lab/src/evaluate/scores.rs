//! The figures of one task, for programs and for people.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::metrics::rounded;

/// The figures of one task.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    items: usize,
    /// By name, the main ones first.
    figures: Vec<(&'static str, Value)>,
    notes: Vec<String>,
}

impl Scores {
    /// Figures over so many items.
    pub(crate) fn over(items: usize) -> Self {
        Self { items, ..Self::default() }
    }

    /// Adds a figure.
    #[must_use]
    pub(crate) fn figure(self, name: &'static str, figure: f64) -> Self {
        self.part(name, json!(rounded(figure)))
    }

    /// Adds a group of figures.
    #[must_use]
    pub(crate) fn part(mut self, name: &'static str, value: Value) -> Self {
        self.figures.push((name, value));
        self
    }

    /// Adds a sentence for people.
    #[must_use]
    pub(crate) fn note(mut self, note: String) -> Self {
        self.notes.push(note);
        self
    }

    /// Says how many texts could not be imported, if any. They count as texts in which nothing
    /// was found.
    #[must_use]
    pub(crate) fn refused(self, refused: usize) -> Self {
        if refused == 0 {
            return self;
        }
        self.note(format!("{refused} texts were refused by the importer; nothing was found there."))
    }

    /// The figures that are single numbers, in their order.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (&'static str, f64)> {
        self.figures
            .iter()
            .filter_map(|(name, value)| value.is_f64().then_some((*name, value.as_f64()?)))
    }

    /// How many items were evaluated.
    pub(crate) fn items(&self) -> usize {
        self.items
    }

    /// One JSON object on one line.
    pub(crate) fn json(&self, task: &str) -> String {
        let mut object = Map::new();
        object.insert("task".to_owned(), json!(task));
        object.insert("tier".to_owned(), json!("quick"));
        object.insert("items".to_owned(), json!(self.items));
        object.extend(self.figures.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        Value::Object(object).to_string()
    }

    /// Every figure on a line of its own, then the notes.
    pub(crate) fn for_people(&self, task: &str) -> String {
        let mut text = format!("{task}: {} items\n", self.items);
        for (name, value) in &self.figures {
            if let Value::Object(group) = value {
                let _ = writeln!(text, "  {name}");
                for (name, value) in group {
                    let _ = writeln!(text, "    {name:<18} {value}");
                }
            } else {
                let _ = writeln!(text, "  {name:<20} {value}");
            }
        }
        for note in &self.notes {
            let _ = writeln!(text, "  {note}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_one_line_and_keeps_the_names() {
        let scores = Scores::over(3)
            .figure("f1", 2.0 / 3.0)
            .part("by_type", json!({"PER": {"f1": 1.0}}))
            .refused(0)
            .note("Said to people only.".to_owned());
        let line = scores.json("names");
        assert!(!line.contains('\n'));
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["items"], 3);
        assert_eq!(value["f1"], 0.6667);
        assert_eq!(value["by_type"]["PER"]["f1"], 1.0);
        assert!(scores.for_people("names").contains("Said to people only."));
    }
}
