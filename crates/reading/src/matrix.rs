//! The matrix: who judges whom. Rows are holders: the article's writer, each commenter and each
//! quoted source; columns are the entities that are talked about.

use std::cmp::Reverse;

use discussion::{ParagraphId, Section, Span};
use engine::{EntityId, Holder, MentionId, Stance};

use crate::{overview::Shares, reading::Reading, view::Sort};

/// Whose stances a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// The article's writer.
    Article,
    /// All commenters together.
    Comments,
    /// A commenter, by the number of their first post; posts without an author stand alone.
    Commenter(u32),
    /// Somebody quoted or reported.
    Source(EntityId),
    /// Somebody quoted or reported without a name.
    Unnamed,
}

/// What one holder says of one entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// How many of the holder's paragraphs have each stance.
    pub shares: Shares,
    /// Where, in the order of the text.
    pub passages: Vec<Passage>,
}

/// A sentence behind a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Where it stands.
    pub paragraph: ParagraphId,
    /// The sentence.
    pub span: Span,
    /// The mention of the target in it.
    pub mention: MentionId,
    /// The holder's stance in the paragraph.
    pub stance: Stance,
}

impl Cell {
    /// The stances taken together; none where the holder does not name the entity.
    #[must_use]
    pub fn stance(&self) -> Option<Stance> {
        let Shares { supportive, critical, mixed, neutral, unclear, .. } = self.shares;
        match (supportive > 0, critical > 0, mixed > 0) {
            (true, true, _) | (_, _, true) => Some(Stance::Mixed),
            (true, ..) => Some(Stance::Supportive),
            (_, true, _) => Some(Stance::Critical),
            _ if unclear > 0 => Some(Stance::Unclear),
            _ => (neutral > 0).then_some(Stance::Neutral),
        }
    }

    /// How far it leans: above 0 for, below 0 against, at most 1 for one holder.
    fn side(&self) -> i32 {
        match self.stance() {
            Some(Stance::Supportive) => 1,
            Some(Stance::Critical) => -1,
            _ => 0,
        }
    }
}

/// Who judges whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The entities, as sorted.
    pub targets: Vec<EntityId>,
    /// The holders with a cell for each target, as sorted.
    pub rows: Vec<(Row, Vec<Cell>)>,
    /// How many more entities there are.
    pub left_out: usize,
}

impl Matrix {
    /// The matrix of the paragraphs that match, with at most `width` of the most mentioned
    /// entities. `sections_only` takes the commenters together. Agreement sorts those entities
    /// first on which the sides differ most in number, and those holders who side with the majority
    /// most often. Rows of holders who name none of the entities are left out.
    #[must_use]
    pub fn of(
        reading: &Reading,
        matches: &[bool],
        width: usize,
        sort: Sort,
        sections_only: bool,
    ) -> Self {
        let mut targets: Vec<EntityId> = reading.entities().map(|(id, _)| id).collect();
        discussion::order::sort_by_key(&mut targets, |id| reading.rank(*id));
        let left_out = targets.len().saturating_sub(width);
        targets.truncate(width);
        let mut column = vec![None; reading.analysis.entities.len()];
        for (place, target) in targets.iter().enumerate() {
            column[target.index()] = Some(place);
        }
        let commenters = first_posts(reading);
        let mut rows: Vec<(Row, Vec<Cell>)> = Vec::new();
        let matching = |p: &ParagraphId| matches.get(p.index()).copied().unwrap_or(true);
        for paragraph in reading.paragraphs().filter(matching) {
            let post = reading.discussion.paragraphs[paragraph.index()].post.index();
            for row in reading.rows_in(paragraph) {
                let Some(Some(column)) = column.get(row.target.index()) else { continue };
                let key = match row.holder {
                    Holder::Source(source) => Row::Source(source),
                    Holder::Unnamed => Row::Unnamed,
                    Holder::Writer => match reading.discussion.section(paragraph) {
                        Section::Article => Row::Article,
                        Section::Comments if sections_only => Row::Comments,
                        Section::Comments => {
                            Row::Commenter(commenters.get(post).copied().unwrap_or(0))
                        }
                    },
                };
                let place = rows.binary_search_by_key(&key, |(key, _)| *key).unwrap_or_else(|at| {
                    rows.insert(at, (key, vec![Cell::default(); targets.len()]));
                    at
                });
                let cell = &mut rows[place].1[*column];
                cell.shares.add(row.stance);
                add_passages(reading, paragraph, row.holder, row.target, row.stance, cell);
            }
        }
        let mut matrix = Self { targets, rows, left_out };
        matrix.sort(reading, sort);
        matrix
    }

    /// The cell of a holder and a target.
    #[must_use]
    pub fn cell(&self, row: Row, target: EntityId) -> Option<&Cell> {
        let column = self.targets.iter().position(|id| *id == target)?;
        self.rows.iter().find(|(key, _)| *key == row)?.1.get(column)
    }

    fn sort(&mut self, reading: &Reading, sort: Sort) {
        let lean = |column: usize| -> i32 {
            self.rows.iter().filter_map(|(_, cells)| cells.get(column)).map(Cell::side).sum()
        };
        let leans: Vec<i32> = (0..self.targets.len()).map(lean).collect();
        let mut columns: Vec<usize> = (0..self.targets.len()).collect();
        match sort {
            Sort::Name => discussion::order::sort_by(&mut columns, |a, b| {
                let name = |i: &usize| reading.name(self.targets[*i]);
                name(a).cmp(name(b))
            }),
            Sort::Agreement => {
                discussion::order::sort_by_key(&mut columns, |i| Reverse(leans[*i].abs()));
            }
            _ => {}
        }
        match sort {
            Sort::Name => {
                let key = |row: &Row| match row {
                    Row::Source(source) => reading.name(*source),
                    Row::Commenter(post) => author(reading, *post).unwrap_or(""),
                    _ => "",
                };
                discussion::order::sort_by(&mut self.rows, |(a, _), (b, _)| {
                    (key(a), a).cmp(&(key(b), b))
                });
            }
            Sort::Agreement => discussion::order::sort_by_key(&mut self.rows, |(row, cells)| {
                let sides = cells.iter().zip(&leans);
                let with: i32 = sides.map(|(cell, lean)| cell.side() * lean.signum()).sum();
                (Reverse(with), *row)
            }),
            _ => {}
        }
        self.targets = columns.iter().map(|i| self.targets[*i]).collect();
        for (_, cells) in &mut self.rows {
            *cells = columns.iter().map(|i| std::mem::take(&mut cells[*i])).collect();
        }
    }
}

/// The author of a post, where the text names one.
#[must_use]
pub fn author(reading: &Reading, post: u32) -> Option<&str> {
    reading.discussion.posts.get(post as usize)?.author.as_deref()
}

/// For each post the first one by the same author.
fn first_posts(reading: &Reading) -> Vec<u32> {
    let mut by_author = std::collections::BTreeMap::new();
    let posts = reading.discussion.posts.iter().zip(0_u32..);
    posts
        .map(|(post, number)| match &post.author {
            Some(author) => *by_author.entry(author.as_str()).or_insert(number),
            None => number,
        })
        .collect()
}

/// The sentences in which a holder judges a target in a paragraph or, where nothing is judged, the
/// first that names it.
pub(crate) fn add_passages(
    reading: &Reading,
    paragraph: ParagraphId,
    holder: Holder,
    target: EntityId,
    stance: Stance,
    cell: &mut Cell,
) {
    let mut mentions: Vec<MentionId> = reading
        .opinions_on(paragraph, target)
        .filter(|opinion| opinion.holder == holder)
        .map(|opinion| opinion.mention)
        .collect();
    if mentions.is_empty() {
        let named = reading.mentions_in(paragraph).filter(|(_, m)| m.entity == target);
        mentions.extend(named.map(|(id, _)| id).take(1));
    }
    for mention in mentions {
        let Some(found) = reading.analysis.mentions.get(mention.index()) else { continue };
        let sentence = reading.discussion.sentences.get(found.sentence.index());
        let span = sentence.map_or(found.span, |sentence| sentence.span);
        if cell.passages.last().is_none_or(|last| last.span != span) {
            cell.passages.push(Passage { paragraph, span, mention, stance });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::tests::sample;

    fn names(reading: &Reading, sort: Sort) -> Vec<&str> {
        let matrix = Matrix::of(reading, &[], 9, sort, false);
        matrix.targets.iter().map(|id| reading.name(*id)).collect()
    }

    #[test]
    fn every_row_counts_once_and_leads_to_its_sentence() {
        let reading = sample();
        let matrix = Matrix::of(&reading, &[], 9, Sort::Given, false);
        let rows: Vec<Row> = matrix.rows.iter().map(|(row, _)| *row).collect();
        assert_eq!(
            rows,
            [
                Row::Article,
                Row::Commenter(1),
                Row::Commenter(2),
                Row::Commenter(3),
                Row::Source(EntityId(0)),
                Row::Unnamed
            ]
        );
        let counted: usize =
            matrix.rows.iter().flat_map(|(_, cells)| cells).map(|c| c.shares.paragraphs()).sum();
        assert_eq!(counted, reading.analysis.stances.len());
        let bob = reading.entity("bob").unwrap();
        let cell = matrix.cell(Row::Commenter(1), bob).unwrap();
        assert_eq!(cell.stance(), Some(Stance::Supportive));
        let passage = &cell.passages[0];
        assert_eq!(reading.discussion.slice(passage.span), "Bob is a hero, Ada a bore.");
    }

    #[test]
    fn commenters_are_taken_together_on_request() {
        let reading = sample();
        let matrix = Matrix::of(&reading, &[], 9, Sort::Given, true);
        let ada = reading.entity("ada").unwrap();
        let cell = matrix.cell(Row::Comments, ada).unwrap();
        assert_eq!((cell.shares.critical, cell.shares.neutral, cell.shares.unclear), (1, 1, 1));
        assert_eq!(cell.stance(), Some(Stance::Critical));
    }

    #[test]
    fn only_what_matches_counts() {
        let reading = sample();
        let matrix = Matrix::of(&reading, &[false; 6], 9, Sort::Given, false);
        assert_eq!(matrix.rows, []);
    }

    #[test]
    fn sorts_by_name_and_by_agreement() {
        let reading = sample();
        assert_eq!(names(&reading, Sort::Given), ["Ada", "Bob", "Rome"]);
        assert_eq!(names(&reading, Sort::Name), ["Ada", "Bob", "Rome"]);
        assert_eq!(names(&reading, Sort::Agreement)[0], "Ada");
        let matrix = Matrix::of(&reading, &[], 9, Sort::Agreement, false);
        for (_, cells) in &matrix.rows {
            assert_eq!(cells.len(), 3);
        }
    }

    #[test]
    fn neutral_never_hides_what_is_unclear() {
        let shares = Shares { neutral: 5, unclear: 1, ..Shares::default() };
        assert_eq!(Cell { shares, ..Cell::default() }.stance(), Some(Stance::Unclear));
        assert_eq!(Cell::default().stance(), None);
    }
}
