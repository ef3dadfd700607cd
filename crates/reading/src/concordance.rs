//! The concordance: every mention of some entities in its line.

use discussion::{ParagraphId, Span};
use engine::{EntityId, Holder, MentionId, Stance};

use crate::{reading::Reading, view::Sort, words::fold};

/// How many characters of context stand on each side.
pub const WIDTH: usize = 60;
/// How many words beside a mention count for the order.
const KEY_WORDS: usize = 6;

/// One mention in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The mention.
    pub mention: MentionId,
    /// Where it stands.
    pub paragraph: ParagraphId,
    /// What stands before it in its paragraph, at most [`WIDTH`] characters.
    pub left: Span,
    /// The mention itself.
    pub word: Span,
    /// What stands behind it.
    pub right: Span,
    /// Who judges: a source that does so in this paragraph, else the writer.
    pub holder: Holder,
    /// What they express.
    pub stance: Stance,
}

/// Every mention of the entities in paragraphs that match, in the order of the text or by what
/// stands beside it; from the mention outward, whatever the letter case.
#[must_use]
pub fn concordance(
    reading: &Reading,
    matches: &[bool],
    entities: &[EntityId],
    sort: Sort,
) -> Vec<Context> {
    let matching = |p: &ParagraphId| matches.get(p.index()).copied().unwrap_or(true);
    let mut lines = Vec::new();
    for paragraph in reading.paragraphs().filter(matching) {
        for (id, mention) in reading.mentions_in(paragraph) {
            if entities.contains(&mention.entity) {
                lines.push(line(reading, paragraph, id, mention.entity, mention.span));
            }
        }
    }
    let key = |context: &Context| -> Option<String> {
        let words: Vec<&str> = match sort {
            Sort::Left => words(reading, context.left).rev().take(KEY_WORDS).collect(),
            Sort::Right => words(reading, context.right).take(KEY_WORDS).collect(),
            _ => return None,
        };
        Some(fold(&words.join(" "), reading.lowercase()))
    };
    let mut keyed: Vec<_> = lines.into_iter().map(|line| (key(&line), line)).collect();
    discussion::order::sort_by(&mut keyed, |a, b| a.0.cmp(&b.0));
    keyed.into_iter().map(|(_, line)| line).collect()
}

/// The words of a span, without the signs around them.
fn words(reading: &Reading, span: Span) -> impl DoubleEndedIterator<Item = &str> {
    let words = reading.discussion.slice(span).split_whitespace();
    words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty())
}

fn line(
    reading: &Reading,
    paragraph: ParagraphId,
    mention: MentionId,
    entity: EntityId,
    word: Span,
) -> Context {
    let whole = reading.discussion.paragraphs[paragraph.index()].span;
    let text = &reading.discussion.text;
    let before = text.get(whole.start as usize..word.start as usize).unwrap_or("");
    let behind = text.get(word.end as usize..whole.end as usize).unwrap_or("");
    let start = before.char_indices().rev().take(WIDTH).last().map_or(before.len(), |(i, _)| i);
    let end = behind.char_indices().nth(WIDTH).map_or(behind.len(), |(i, _)| i);
    // What somebody else says in this very sentence is whose view the line shows.
    let judged = reading
        .opinions_on(paragraph, entity)
        .filter(|opinion| opinion.mention == mention)
        .max_by_key(|opinion| opinion.holder)
        .map_or(Holder::Writer, |opinion| opinion.holder);
    let row = reading.rows_in(paragraph).iter().find(|r| r.holder == judged && r.target == entity);
    Context {
        mention,
        paragraph,
        left: Span { start: whole.start + start as u32, end: word.start },
        word,
        right: Span { start: word.end, end: word.end + end as u32 },
        holder: judged,
        stance: row.map_or(Stance::Unclear, |row| row.stance),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{filter::tests::sample, sample::Sample};

    fn lines(reading: &Reading, name: &str, sort: Sort) -> Vec<String> {
        let entity = reading.entity(name).unwrap();
        let slice = |span| reading.discussion.slice(span);
        concordance(reading, &[], &[entity], sort)
            .iter()
            .map(|l| format!("{}[{}]{}", slice(l.left), slice(l.word), slice(l.right)))
            .collect()
    }

    #[test]
    fn every_mention_stands_in_its_line() {
        let reading = sample();
        let ada = reading.entity("ada").unwrap();
        let found = concordance(&reading, &[], &[ada], Sort::Given);
        assert_eq!(found.len(), reading.mention_count(ada));
        assert_eq!(lines(&reading, "ada", Sort::Given)[1], "Bob is a hero, [Ada] a bore.");
        assert_eq!(concordance(&reading, &[false; 6], &[ada], Sort::Given), []);
    }

    #[test]
    fn sorts_outward_from_the_mention() {
        let reading = Sample::new(&["zebra saw Ada run", "Apples saw Ada", "the Ada (box)"])
            .mention("Ada", 0, "Ada")
            .mention("Ada", 1, "Ada")
            .mention("Ada", 2, "Ada")
            .reading();
        let left = lines(&reading, "ada", Sort::Left);
        assert_eq!(left, ["Apples saw [Ada]", "zebra saw [Ada] run", "the [Ada] (box)"]);
        let right = lines(&reading, "ada", Sort::Right);
        assert_eq!(right, ["Apples saw [Ada]", "the [Ada] (box)", "zebra saw [Ada] run"]);
    }

    #[test]
    fn long_lines_are_cut_between_characters() {
        let text = format!("{} Ada {}", "é".repeat(200), "ü".repeat(200));
        let reading = Sample::new(&[&text]).mention("Ada", 0, "Ada").reading();
        let line = &concordance(&reading, &[], &[EntityId(0)], Sort::Given)[0];
        let count = |span| reading.discussion.slice(span).chars().count();
        assert_eq!((count(line.left), count(line.right)), (WIDTH, WIDTH));
    }
}
