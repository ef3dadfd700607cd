//! People with one surname: whom the surname alone means.
//!
//! In the post where it stands, the one who was named last; of several named in one sentence the
//! one who is named at least twice as often as any other. In a post that has named none of them,
//! the one who has been named at least twice as often; before any of them is named, the first who
//! will be. Otherwise nobody can tell: the surname is an entity of its own. A title (`Mrs Varga`)
//! leaves out those of the other gender first.

use discussion::{Discussion, PostId, SentenceId};

use crate::analysis::Gender;

/// What is known of somebody of that surname at the place where it stands alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Namesake {
    pub(super) cluster: usize,
    pub(super) gender: Gender,
    /// How often they have been named before.
    pub(super) count: u32,
    /// Where they were named last.
    pub(super) last: Option<SentenceId>,
}

/// The one whom a surname means, and how sure that is; `people` are in the order in which the text
/// first names them in full.
pub(super) fn choose(
    discussion: &Discussion,
    people: &[Namesake],
    gender: Gender,
    sentence: SentenceId,
) -> Option<(usize, f32)> {
    let fits = |person: &&Namesake| {
        gender == Gender::Unknown || person.gender == Gender::Unknown || person.gender == gender
    };
    let people: Vec<&Namesake> = people.iter().filter(fits).collect();
    if let [only] = people.as_slice() {
        return Some((only.cluster, ALONE));
    }
    let post = post_of(discussion, sentence);
    let last = people.iter().filter_map(|person| person.last).max();
    let Some(last) = last else {
        return people.first().map(|first| (first.cluster, PROMINENT));
    };
    if post_of(discussion, last) != post {
        return most_named(&people).map(|cluster| (cluster, PROMINENT));
    }
    let recent: Vec<&Namesake> =
        people.iter().filter(|person| person.last == Some(last)).copied().collect();
    match recent.as_slice() {
        [one] => Some((one.cluster, RECENT)),
        several => most_named(several).map(|cluster| (cluster, PROMINENT)),
    }
}

/// Estimates of how often such a choice is right.
const ALONE: f32 = 0.97;
const RECENT: f32 = 0.7;
const PROMINENT: f32 = 0.6;

/// The one who is named at least twice as often as any other.
fn most_named(people: &[&Namesake]) -> Option<usize> {
    let best = people.iter().max_by_key(|person| person.count)?;
    people
        .iter()
        .all(|other| other.cluster == best.cluster || other.count * 2 <= best.count)
        .then_some(best.cluster)
}

fn post_of(discussion: &Discussion, sentence: SentenceId) -> Option<PostId> {
    let sentence = discussion.sentences.get(sentence.index())?;
    discussion.paragraphs.get(sentence.paragraph.index()).map(|paragraph| paragraph.post)
}

#[cfg(test)]
mod tests {
    use discussion::Import;

    use super::*;

    #[test]
    fn the_last_or_the_most_named_is_meant() {
        let text = "One went. Two went. Three went.\n\nComments\n\nMarta: Four went.";
        let discussion = discussion::import(text.as_bytes(), Import::default()).expect("a text");
        let comment = SentenceId(discussion.sentences.len() as u32 - 1);
        assert_ne!(post_of(&discussion, comment), post_of(&discussion, SentenceId(0)));
        let person = |cluster, count, last: Option<u32>, gender| Namesake {
            cluster,
            gender,
            count,
            last: last.map(SentenceId),
        };
        let (he, she, any) = (Gender::Male, Gender::Female, Gender::Unknown);
        let check = |people: &[Namesake], gender, sentence, want| {
            let chosen = choose(&discussion, people, gender, sentence);
            assert_eq!(chosen.map(|(cluster, _)| cluster), want, "{people:?}");
        };
        let apart = [person(0, 3, Some(0), he), person(1, 1, Some(1), she)];
        check(&apart, any, SentenceId(2), Some(1));
        check(&apart, he, SentenceId(2), Some(0));
        check(&apart, any, comment, Some(0));
        let together = [person(0, 1, Some(1), he), person(1, 1, Some(1), any)];
        check(&together, any, SentenceId(2), None);
        check(&together, she, SentenceId(2), Some(1));
        check(&together, any, comment, None);
        let more = [person(0, 2, Some(1), any), person(1, 1, Some(1), any)];
        check(&more, any, SentenceId(2), Some(0));
        let later = [person(0, 0, None, any), person(1, 0, None, any)];
        check(&later, any, SentenceId(0), Some(0));
    }
}
