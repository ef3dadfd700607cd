//! The border between the article and its comments.

pub mod evidence;

use serde::{Deserialize, Serialize};

use crate::{
    assemble::comment,
    discussion::{Discussion, Paragraph, ParagraphId, Post, PostId, Section},
};

/// Where the comments begin, how sure that is, and who said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Border {
    /// The first paragraph of the comments; none where all is article.
    pub paragraph: Option<ParagraphId>,
    /// From 0 (a guess) to 1 (given).
    pub confidence: f32,
    /// Who placed it.
    pub origin: BorderOrigin,
}

/// Who placed the border.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BorderOrigin {
    /// Found by the scored decision of this module.
    #[default]
    Scored,
    /// Marked in the text or by its format (a heading `Comments`).
    Marked,
    /// Placed by the reader.
    Reader,
}

/// What a border must overcome: most texts have none.
const PRIOR: f32 = 1.0;
/// How much of the summed log-odds is believed; neighbouring paragraphs repeat each other.
const TRUST: f32 = 0.5;
/// How much more the evidence for a report counts: an article has fewer paragraphs than a
/// discussion, and each says more.
const REPORT_SHARE: f32 = 1.4;
/// What the mean paragraph of either side must reach, so that a long text of a mixed voice is not
/// cut where chance piles up.
const LEAST_MEAN: f32 = 0.4;

/// The scored decision for a text that marks nothing: the one place that best parts reports from
/// comments, if both sides bear it out. A text that is all comments, or all in one voice, has no
/// border: all of it is article.
///
/// The confidence is the logistic function of the margin by which a border was accepted or
/// refused, and for an accepted one times the share of its place among all places.
pub(crate) fn find(discussion: &Discussion) -> Border {
    let scores: Vec<f32> = (0..discussion.paragraphs.len() as u32)
        .map(|i| evidence::score(discussion, ParagraphId(i)))
        .collect();
    let total: f32 = scores.iter().sum();
    let mut left = 0.0;
    let places: Vec<Place> = scores
        .iter()
        .enumerate()
        .map(|(first, score)| {
            let place = Place { first, report: left, comments: left - total };
            left += score;
            place
        })
        .skip(1)
        .collect();
    let by_sum = |a: &&Place, b: &&Place| a.sum().total_cmp(&b.sum()).then(b.first.cmp(&a.first));
    let Some(best) = places.iter().max_by(by_sum) else {
        return Border { paragraph: None, confidence: 1.0, origin: BorderOrigin::Scored };
    };
    let mean =
        (best.report / best.first as f32).min(best.comments / (scores.len() - best.first) as f32);
    let fair = mean >= LEAST_MEAN && !is_interview(discussion, best.first);
    let evidence = if fair { (REPORT_SHARE * best.report).min(best.comments) } else { 0.0 };
    let margin = TRUST * (evidence - (scores.len() as f32).ln()) - PRIOR;
    let sure = 1.0 / (1.0 + (-margin.abs()).exp());
    let rivals: f32 = places.iter().map(|place| (TRUST * (place.sum() - best.sum())).exp()).sum();
    let found = margin > 0.0;
    Border {
        paragraph: found.then_some(ParagraphId(best.first as u32)),
        confidence: if found { sure / rivals } else { sure },
        origin: BorderOrigin::Scored,
    }
}

/// A place where the comments may begin.
struct Place {
    /// The first paragraph behind it.
    first: usize,
    /// The log-odds that what stands before it is a report.
    report: f32,
    /// The log-odds that what stands behind it are comments.
    comments: f32,
}

impl Place {
    fn sum(&self) -> f32 {
        self.report + self.comments
    }
}

/// Whether what follows a place reads like an interview: every other paragraph or so is a question.
fn is_interview(discussion: &Discussion, place: usize) -> bool {
    let paragraphs = discussion.paragraphs.get(place..).unwrap_or(&[]);
    let asks =
        |p: &&Paragraph| discussion.slice(p.span).trim_end_matches(['”', '"']).ends_with('?');
    let questions = paragraphs.iter().filter(asks).count();
    questions >= 3 && questions * 20 >= paragraphs.len() * 7
}

impl Discussion {
    /// The same text with the border where the reader puts it; `None` makes all of it article.
    /// A paragraph that does not exist, and the first one, count as `None`.
    ///
    /// Comments that the text marks keep their authors; what was article and is behind the border
    /// now becomes one post a paragraph.
    #[must_use]
    pub fn with_border(mut self, paragraph: Option<ParagraphId>) -> Self {
        let count = self.paragraphs.len() as u32;
        let paragraph = paragraph.filter(|p| (1..count).contains(&p.0));
        let border = paragraph.map_or(count, |p| p.0);
        let old = std::mem::take(&mut self.posts);
        self.posts.push(Post {
            section: Section::Article,
            author: old.first().and_then(|post| post.author.clone()),
            time: old.first().and_then(|post| post.time.clone()),
            parent: None,
            paragraphs: 0..border,
        });
        let mut numbers = vec![None; old.len()];
        for (number, post) in old.into_iter().enumerate() {
            let range = post.paragraphs.start.max(border)..post.paragraphs.end;
            if range.is_empty() {
                continue;
            }
            if post.section == Section::Article {
                self.posts.extend(range.map(|i| comment(i..i + 1)));
                continue;
            }
            if let Some(slot) = numbers.get_mut(number) {
                *slot = Some(PostId(self.posts.len() as u32));
            }
            let parent = post.parent.and_then(|p| numbers.get(p.index()).copied().flatten());
            self.posts.push(Post { paragraphs: range, parent, ..post });
        }
        self.name_posts();
        self.border = Border { paragraph, confidence: 1.0, origin: BorderOrigin::Reader };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Import, import};

    const REPORT: [&str; 3] = [
        "The council of Harrow Bay voted 7 to 4 on Tuesday to close the ferry line, the mayor's spokeswoman said.",
        "The line was opened in 1962 and carried 41,000 passengers last year, according to the port authority.",
        "\u{201c}We have no money left,\u{201d} Mayor Ellen Marsh told reporters. The company declined to comment.",
    ];
    const COMMENTS: [&str; 3] = [
        "So they close it again?? I can't believe you people voted for her!",
        "you obviously never took that ferry... my kids need it every day",
        "Well, maybe we should ask who really pays for this. I think it's a joke.",
    ];

    fn border(paragraphs: &[&str]) -> Option<u32> {
        let text = paragraphs.join("\n");
        let discussion = import(text.as_bytes(), Import::default()).unwrap();
        assert_eq!(discussion.check_invariants(), Ok(()));
        discussion.border.paragraph.map(|p| p.0)
    }

    #[test]
    fn report_then_comments() {
        assert_eq!(border(&[REPORT, COMMENTS].concat()), Some(3));
        assert_eq!(border(&[&REPORT[..], &COMMENTS, &REPORT[..1]].concat()), Some(3));
    }

    #[test]
    fn one_voice_has_no_border() {
        assert_eq!(border(&REPORT), None);
        assert_eq!(border(&COMMENTS), None);
        assert_eq!(border(&REPORT[..1]), None);
    }

    #[test]
    fn a_reader_moves_it() {
        let text = [REPORT, COMMENTS].concat().join("\n");
        let found = import(text.as_bytes(), Import::default()).unwrap();
        for place in [None, Some(1), Some(3), Some(5)] {
            let moved = found.clone().with_border(place.map(ParagraphId));
            assert_eq!(moved.check_invariants(), Ok(()));
            assert_eq!(moved.border.paragraph, place.map(ParagraphId));
            assert_eq!(moved.posts.len(), place.map_or(1, |place| 7 - place as usize));
            assert_eq!(moved.clone().with_border(Some(ParagraphId(3))).posts, found.posts);
        }
        assert_eq!(found.clone().with_border(Some(ParagraphId(0))).border.paragraph, None);
        assert_eq!(found.with_border(Some(ParagraphId(6))).border.paragraph, None);
    }

    /// The plain text for which the product was conceived is not part of this repository.
    #[test]
    fn real_input() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/data/real-input/article-and-comments.txt"
        );
        let Ok(bytes) = std::fs::read(path) else {
            println!("skipped: the real input is not here");
            return;
        };
        let discussion = import(&bytes, Import::default()).unwrap();
        assert_eq!(discussion.check_invariants(), Ok(()));
        assert_eq!(discussion.border.paragraph, Some(ParagraphId(4)));
    }
}
