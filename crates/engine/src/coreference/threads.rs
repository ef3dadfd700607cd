//! Whom `he` and `she` may mean in a comment that names nobody: somebody of the post that it
//! answers, or else of the article. Where several people fit, nobody can tell.

use discussion::{PostId, Section};

use crate::{
    analysis::{EntityId, EntityType, Gender, Mention, MentionKind},
    coreference::{pronouns::Choice, scene::Scene},
};

/// The people of one gender whom a post speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum People {
    #[default]
    Nobody,
    One(EntityId),
    Several,
}

impl People {
    fn meet(&mut self, entity: EntityId) {
        *self = match *self {
            Self::Nobody => Self::One(entity),
            Self::One(known) if known == entity => *self,
            _ => Self::Several,
        };
    }
}

/// The people whom each post speaks of, women first.
pub(super) struct Threads {
    posts: Vec<[People; 2]>,
}

/// So many posts up a thread are looked at.
const REACH: usize = 16;

impl Threads {
    /// What names and nominals tell.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut threads = Self { posts: vec![[People::Nobody; 2]; scene.discussion.posts.len()] };
        for mention in scene.mentions {
            let Some(entity) = scene.entity_of(mention) else { continue };
            let named = matches!(mention.kind, MentionKind::Name | MentionKind::Nominal);
            if !named || entity.kind != EntityType::Person || scene.speaks_here(mention) {
                continue;
            }
            for gender in [Gender::Female, Gender::Male] {
                if entity.gender == gender || entity.gender == Gender::Unknown {
                    threads.meet(scene.post_of(mention.sentence), gender, mention.entity);
                }
            }
        }
        threads
    }

    /// A pronoun of a post was found to mean somebody.
    pub(super) fn meet(&mut self, post: Option<PostId>, gender: Gender, entity: EntityId) {
        let people = post.and_then(|post| self.posts.get_mut(post.index()));
        if let (Some(people), Some(at)) = (people, place(gender)) {
            people[at].meet(entity);
        }
    }

    /// Whom a pronoun of a comment means that nobody in its own post fits, and how sure that is.
    pub(super) fn person(
        &self,
        scene: &Scene<'_>,
        choice: &Choice,
        gender: Gender,
    ) -> Option<(EntityId, f32)> {
        let post = scene.post_of(choice.sentence)?;
        if scene.section_of(post) != Section::Comments {
            return None;
        }
        let mut above = Some(post);
        for _ in 0..REACH {
            let answered = above.and_then(|post| scene.discussion.posts.get(post.index()));
            above = answered.and_then(|post| post.parent);
            let Some(parent) = above.filter(|post| scene.section_of(*post) == Section::Comments)
            else {
                break;
            };
            match self.posts.get(parent.index())?[place(gender)?] {
                People::Nobody => {}
                People::One(entity) => return unless_beside(scene, choice, entity, 0.5),
                People::Several => return None,
            }
        }
        unless_beside(scene, choice, scene.only_person_of_article(gender)?, 0.45)
    }
}

fn place(gender: Gender) -> Option<usize> {
    match gender {
        Gender::Female => Some(0),
        Gender::Male => Some(1),
        Gender::Unknown => None,
    }
}

/// Nobody who is named in the pronoun's own sentence, where grammar has left them out already.
fn unless_beside(
    scene: &Scene<'_>,
    choice: &Choice,
    entity: EntityId,
    confidence: f32,
) -> Option<(EntityId, f32)> {
    let beside = |mention: &Mention| mention.entity == entity && !scene.speaks_here(mention);
    let mut near = scene.near(choice.sentence, choice.span.start);
    let named = near.any(|at| scene.mentions.get(at).is_some_and(beside));
    (!named).then_some((entity, confidence))
}

#[cfg(test)]
mod tests {
    use discussion::{Discussion, Import};

    use super::*;
    use crate::{
        analysis::Entity,
        coreference::pronouns,
        models::{Gazetteer, Lexicon, Models},
    };

    /// Whom the pronouns of a text mean, the comment with a number answering another.
    fn meant(text: &str, answers: &[(usize, u32)]) -> Vec<String> {
        let file =
            "person\tAnn Bray\tf\tBray\nperson\tCarl Dorn\tm\tDorn\nperson\tEmil Fuchs\tm\tFuchs\n";
        let gazetteer = Gazetteer::parse(file.as_bytes()).expect("well-formed");
        let file = include_bytes!("../../../../models/lexicon.tsv");
        let lexicon = Lexicon::parse(file).expect("the shipped lexicon is well-formed");
        let models = Models { gazetteer, lexicon, ..Models::default() };
        let mut discussion: Discussion =
            discussion::import(text.as_bytes(), Import::default()).expect("a text");
        for &(post, parent) in answers {
            discussion.posts[post].parent = Some(PostId(parent));
        }
        let named = crate::names::find(&discussion, &models);
        let (entities, mentions): (Vec<Entity>, _) =
            crate::entities::link(&discussion, &models, &named);
        let scene = Scene::new(&discussion, &models, &entities, &mentions);
        let found = pronouns::find(&scene);
        let name = |mention: &Mention| entities[mention.entity.index()].slug.clone();
        found.iter().map(name).collect()
    }

    #[test]
    fn a_comment_may_mean_somebody_of_its_parent() {
        let two = "Carl Dorn and Emil Fuchs quarrelled.\n\nComments\n\nUlf: Only Dorn kept his word there.\n\nVeit: He never told the truth about it.";
        assert_eq!(meant(two, &[]), ["carl-dorn"], "several in the article, no parent");
        assert_eq!(meant(two, &[(2, 1)]), ["carl-dorn", "carl-dorn"], "one in the parent");
        let parent = "Ann Bray spoke.\n\nComments\n\nUlf: Dorn and Fuchs left the room.\n\nVeit: He was right to go, was he not?\n\nWim: She was right to stay.";
        assert!(
            meant(parent, &[(2, 1)]).iter().all(|who| who == "ann-bray"),
            "several in the parent"
        );
        let far = "Emil Fuchs spoke.\n\nComments\n\nUlf: Dorn left the room.\n\nVeit: Nobody cares at all.\n\nWim: He is a coward and nothing else.";
        assert_eq!(
            meant(far, &[(2, 1), (3, 2)]),
            ["carl-dorn"],
            "through a post that names nobody"
        );
        assert_eq!(meant(far, &[]), ["emil-fuchs"], "the one person of the article");
    }

    #[test]
    fn nobody_meets_himself() {
        let text = "Emil Fuchs spoke.\n\nComments\n\nUlf: Fuchs met him yesterday in the street.";
        assert!(meant(text, &[]).is_empty());
    }
}
