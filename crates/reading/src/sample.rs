//! Readings for tests, put together by hand.

use discussion::{
    Border, Discussion, Paragraph, ParagraphId, ParagraphKind, Post, PostId, Section, Sentence,
    SentenceId, Span,
};
use engine::{
    Analysis, Entity, EntityId, EntityType, Evidence, EvidenceRole, Holder, Mention, MentionId,
    MentionKind, Opinion, Polarity, RunnerUp, Stance, StanceRow, Summand, Tier,
};

use crate::reading::Reading;

/// A discussion of which each paragraph is one sentence, and what is said of it.
#[derive(Clone, Default)]
pub(crate) struct Sample {
    discussion: Discussion,
    analysis: Analysis,
}

impl Sample {
    /// An article.
    pub(crate) fn new(paragraphs: &[&str]) -> Self {
        let mut sample = Self::default();
        sample.discussion.title = "Sample".to_owned();
        sample.post(Section::Article, paragraphs)
    }

    /// A comment under it.
    pub(crate) fn comment(self, paragraph: &str) -> Self {
        self.post(Section::Comments, &[paragraph])
    }

    fn post(mut self, section: Section, paragraphs: &[&str]) -> Self {
        let discussion = &mut self.discussion;
        let first = discussion.paragraphs.len() as u32;
        for text in paragraphs {
            if !discussion.text.is_empty() {
                discussion.text.push_str("\n\n");
            }
            let start = discussion.text.len();
            discussion.text.push_str(text);
            let span = Span::new(start, discussion.text.len());
            let id = discussion.paragraphs.len() as u32;
            discussion.paragraphs.push(Paragraph {
                span,
                post: PostId(discussion.posts.len() as u32),
                kind: ParagraphKind::Body,
                sentences: id..id + 1,
            });
            let paragraph = ParagraphId(id);
            discussion.sentences.push(Sentence { span, paragraph, tokens: 0..0 });
        }
        if section == Section::Comments && discussion.border.paragraph.is_none() {
            let paragraph = Some(ParagraphId(first));
            discussion.border = Border { paragraph, confidence: 0.75, ..Border::default() };
        }
        discussion.posts.push(Post {
            section,
            author: None,
            time: None,
            parent: None,
            paragraphs: first..discussion.paragraphs.len() as u32,
        });
        self
    }

    /// An entity of a type, named as it is in the text; its slug is the name in small
    /// letters, as far as they are ASCII.
    pub(crate) fn entity(mut self, name: &str, kind: EntityType) -> Self {
        self.analysis.entities.push(Entity {
            slug: name.to_lowercase().replace(' ', "-").replace(|c: char| !c.is_ascii(), ""),
            name: name.to_owned(),
            kind,
            aliases: vec![name.to_owned()],
            ..Entity::default()
        });
        self
    }

    fn id(&mut self, name: &str) -> EntityId {
        let entities = &self.analysis.entities;
        if let Some(found) = entities.iter().position(|entity| entity.name == name) {
            return EntityId(found as u32);
        }
        *self = std::mem::take(self).entity(name, EntityType::Person);
        EntityId(self.analysis.entities.len() as u32 - 1)
    }

    /// A mention by a word of the paragraph; an entity that is new is a person.
    pub(crate) fn mention(mut self, name: &str, paragraph: u32, word: &str) -> Self {
        let entity = self.id(name);
        let span = self.find(paragraph, word);
        self.analysis.mentions.push(Mention {
            span,
            paragraph: ParagraphId(paragraph),
            sentence: SentenceId(paragraph),
            entity,
            kind: MentionKind::Name,
            confidence: 0.9,
        });
        self
    }

    fn find(&self, paragraph: u32, word: &str) -> Span {
        let outer = self.discussion.paragraphs[paragraph as usize].span;
        let start = outer.start as usize + self.discussion.slice(outer).find(word).unwrap();
        Span::new(start, start + word.len())
    }

    /// A stance of the paragraph's writer.
    pub(crate) fn writer(mut self, paragraph: u32, target: &str, stance: Stance) -> Self {
        let target = self.id(target).0;
        self.analysis.stances.push(row(paragraph, Holder::Writer, target, stance));
        self
    }

    /// A stance of a source, with an opinion if there is none yet.
    pub(crate) fn source(mut self, paragraph: u32, who: &str, target: &str, s: Stance) -> Self {
        let (who, target) = (self.id(who), self.id(target).0);
        add_row(&mut self.analysis, row(paragraph, Holder::Source(who), target, s));
        self
    }

    /// A stance of a source without a name, with an opinion if there is none yet.
    pub(crate) fn unnamed(mut self, paragraph: u32, target: &str, stance: Stance) -> Self {
        let target = self.id(target).0;
        add_row(&mut self.analysis, row(paragraph, Holder::Unnamed, target, stance));
        self
    }

    /// An opinion at the first mention of its target in the paragraph, shown by one word.
    pub(crate) fn opinion(
        mut self,
        paragraph: u32,
        holder: Holder,
        target: &str,
        polarity: Polarity,
        cue: &str,
    ) -> Self {
        let target = self.id(target);
        let mentions = &self.analysis.mentions;
        let at = mentions.iter().position(|m| m.entity == target && m.paragraph.0 == paragraph);
        self.analysis.opinions.push(Opinion {
            paragraph: ParagraphId(paragraph),
            span: self.discussion.paragraphs[paragraph as usize].span,
            holder,
            target,
            mention: MentionId(at.unwrap_or(0) as u32),
            polarity,
            score: 0.87654,
            tier: Tier::Quick,
            evidence: vec![Evidence {
                span: self.find(paragraph, cue),
                role: EvidenceRole::Cue,
                weight: 1.25,
            }],
            runner_up: RunnerUp { stance: Stance::Neutral, score: 0.12346 },
            summands: vec![
                Summand { span: Span::default(), weight: 0.5 },
                Summand { span: self.find(paragraph, cue), weight: 1.25 },
            ],
        });
        self
    }

    pub(crate) fn parts(self) -> (Discussion, Analysis) {
        (self.discussion, self.analysis)
    }

    pub(crate) fn reading(self) -> Reading {
        let (discussion, analysis) = self.parts();
        Reading::new(discussion, analysis, crate::words::Lowercase::STANDARD)
    }
}

/// A row by numbers.
pub(crate) fn row(paragraph: u32, holder: Holder, target: u32, stance: Stance) -> StanceRow {
    let (paragraph, target) = (ParagraphId(paragraph), EntityId(target));
    StanceRow { paragraph, holder, target, stance, score: 0.5, tier: Tier::Quick }
}

/// Adds a row, and for a source's an opinion on nothing in particular if there is none yet.
pub(crate) fn add_row(analysis: &mut Analysis, row: StanceRow) {
    let same =
        |o: &Opinion| (o.paragraph, o.holder, o.target) == (row.paragraph, row.holder, row.target);
    if row.holder != Holder::Writer && !analysis.opinions.iter().any(same) {
        analysis.opinions.push(Opinion {
            paragraph: row.paragraph,
            span: Span::default(),
            holder: row.holder,
            target: row.target,
            mention: MentionId(0),
            polarity: Polarity::Critical,
            score: 0.5,
            tier: Tier::Quick,
            evidence: Vec::new(),
            runner_up: RunnerUp::default(),
            summands: Vec::new(),
        });
    }
    analysis.stances.push(row);
}

/// A big discussion: `mentions` spread evenly over paragraphs and entities, every third stance
/// critical, every tenth row reported by a source.
pub(crate) fn big(paragraphs: u32, entities: u32, mentions: u32) -> Reading {
    let line = "An old bridge of stone, a mayor and a committee that never meets on time; ";
    let texts: Vec<String> = (0..paragraphs).map(|p| format!("{p} {line}{line}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (article, comments) = texts.split_at(texts.len() / 10);
    let mut sample = Sample::new(article);
    for comment in comments {
        sample = sample.comment(comment);
    }
    for entity in 0..entities {
        sample = sample.entity(&format!("Entity {entity}"), EntityType::Person);
    }
    let (discussion, mut analysis) = sample.parts();
    for i in 0..mentions {
        let paragraph = i % paragraphs.max(1);
        let target = (i * 7 + i / paragraphs.max(1)) % entities.max(1);
        let start = discussion.paragraphs[paragraph as usize].span.start;
        analysis.mentions.push(Mention {
            span: Span { start, end: start + 1 },
            paragraph: ParagraphId(paragraph),
            sentence: SentenceId(paragraph),
            entity: EntityId(target),
            kind: MentionKind::Name,
            confidence: 1.0,
        });
        let stance = if i % 3 == 0 { Stance::Critical } else { Stance::Neutral };
        analysis.stances.push(row(paragraph, Holder::Writer, target, stance));
        if i % 10 == 0 {
            let source = Holder::Source(EntityId((target + 1) % entities.max(1)));
            add_row(&mut analysis, row(paragraph, source, target, Stance::Supportive));
        }
    }
    Reading::new(discussion, analysis, crate::words::Lowercase::STANDARD)
}
