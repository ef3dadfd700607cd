//! Sheets: the form in which a discussion is written and labelled by hand (`corpus/GUIDE.md`).

mod quotes;
mod write;

use self::quotes::find;
pub(super) use self::write::write;
use super::{
    Answer, Attribution, Entity, Labelled, Mention, Opinion, Paragraph, Piece, Post, Problem,
    Stance,
};

const STANCES: &[&str] = &["supportive", "critical", "mixed", "neutral"];
const VOICES: &[&str] = &["shares", "rejects", "open"];

/// Reads a sheet. What does not fit is left out and said with its line.
pub(super) fn parse(text: &str) -> (Labelled, Vec<Problem>) {
    let mut reader = Reader::default();
    for (at, line) in text.lines().enumerate() {
        reader.line = at + 1;
        reader.read(line.trim());
    }
    reader.complete_posts();
    (reader.discussion, reader.problems)
}

#[derive(Default)]
struct Reader {
    discussion: Labelled,
    problems: Vec<Problem>,
    line: usize,
}

impl Reader {
    fn problem(&mut self, says: impl Into<String>) {
        self.problems.push(Problem { line: self.line, says: says.into() });
    }

    fn read(&mut self, line: &str) {
        if line.is_empty() {
        } else if let Some(post) = line.strip_prefix("## ") {
            self.post(post);
        } else if self.discussion.posts.is_empty() {
            self.head(line);
        } else if let Some((mark, rest)) = label(line) {
            self.label(mark, rest.trim());
        } else {
            self.paragraph(line);
        }
    }

    fn head(&mut self, line: &str) {
        if let Some(entity) = line.strip_prefix("entity ") {
            let fields: Vec<&str> = entity.split('|').map(str::trim).collect();
            let [slug, kind, gender, name, forms @ ..] = fields.as_slice() else {
                return self.problem("an entity has a slug, a type, a gender and a name");
            };
            let forms = forms.iter().flat_map(|forms| forms.split(';'));
            self.discussion.entities.push(Entity {
                slug: (*slug).to_owned(),
                kind: (*kind).to_owned(),
                gender: (*gender).to_owned(),
                name: (*name).to_owned(),
                forms: forms.map(str::trim).filter(|f| !f.is_empty()).map(str::to_owned).collect(),
            });
            return;
        }
        let Some((key, value)) = line.split_once(':') else {
            return self.problem("before the article there are only `key: value` and `entity …`");
        };
        let field = match key.trim() {
            "id" => &mut self.discussion.id,
            "subject" => &mut self.discussion.subject,
            "title" => &mut self.discussion.title,
            "register" => &mut self.discussion.register,
            other => return self.problem(format!("there is no field {other} in the head")),
        };
        value.trim().clone_into(field);
    }

    fn post(&mut self, line: &str) {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let section = match fields.first().copied() {
            Some("article") if self.discussion.posts.is_empty() => "article",
            Some("comment") if !self.discussion.posts.is_empty() => "comments",
            _ => return self.problem("a post is `article`, and only the first, or `comment`"),
        };
        let mut parent = (section == "comments").then_some(0);
        if let Some(reply) = fields.get(2) {
            let number =
                reply.strip_prefix("reply").map(|n| n.trim().trim_start_matches(':').trim());
            match number.and_then(|number| number.parse::<usize>().ok()) {
                Some(number) if number < self.discussion.posts.len() => parent = Some(number),
                _ => self.problem(format!("`{reply}` answers no post before this one")),
            }
        }
        self.discussion.posts.push(Post {
            section: section.to_owned(),
            author: fields.get(1).copied().unwrap_or_default().to_owned(),
            parent,
            ..Post::default()
        });
    }

    fn paragraph(&mut self, line: &str) {
        let (text, mentions, complaints) = marked(line);
        for complaint in complaints {
            self.problem(complaint);
        }
        if let Some(post) = self.discussion.posts.last_mut() {
            post.paragraphs.push(Paragraph { text, mentions, ..Paragraph::default() });
        }
    }

    fn label(&mut self, mark: &str, rest: &str) {
        let Some(mut post) = self.discussion.posts.pop() else { return };
        match (mark, post.paragraphs.pop()) {
            (_, None) => self.problem("a label stands before any paragraph of its post"),
            (mark, Some(mut paragraph)) => {
                match mark {
                    "==" => self.post_stance(rest, &mut post),
                    "=" => self.stance(rest, &mut paragraph),
                    ">" => self.opinion(rest, &mut paragraph),
                    "@" => self.attribution(rest, &mut paragraph),
                    "~" => self.answer(rest, &mut post),
                    _ => paragraph.hard.extend(
                        rest.split(',').map(|tag| tag.trim().to_owned()).filter(|t| !t.is_empty()),
                    ),
                }
                post.paragraphs.push(paragraph);
            }
        }
        self.discussion.posts.push(post);
    }

    fn post_stance(&mut self, rest: &str, post: &mut Post) {
        let (stance, slugs) = rest.split_once(' ').unwrap_or((rest, ""));
        if !STANCES.contains(&stance) {
            return self.problem(format!("`{stance}` is no stance"));
        }
        post.stances.extend(slugs.split(',').map(|slug| Stance {
            entity: slug.trim().to_owned(),
            stance: stance.to_owned(),
            evidence: Vec::new(),
        }));
    }

    fn stance(&mut self, rest: &str, paragraph: &mut Paragraph) {
        let (what, quotes) = rest.split_once("::").unwrap_or((rest, ""));
        let (stance, slugs) = what.trim().split_once(' ').unwrap_or((what.trim(), ""));
        if !STANCES.contains(&stance) {
            return self.problem(format!("`{stance}` is no stance"));
        }
        let evidence = self.pieces(quotes, paragraph);
        if stance != "neutral" && evidence.is_empty() {
            self.problem(format!("`{stance} {slugs}` has no evidence"));
        }
        for slug in slugs.split(',').map(str::trim).filter(|slug| !slug.is_empty()) {
            if paragraph.stances.iter().any(|known| known.entity == slug) {
                self.problem(format!("`{slug}` is judged twice in this paragraph"));
                continue;
            }
            paragraph.stances.push(Stance {
                entity: slug.to_owned(),
                stance: stance.to_owned(),
                evidence: evidence.clone(),
            });
        }
    }

    fn opinion(&mut self, rest: &str, paragraph: &mut Paragraph) {
        let (what, quotes) = rest.split_once("::").unwrap_or((rest, ""));
        let words: Vec<&str> = what.split_whitespace().collect();
        let [holder, "->", target, polarity, voice @ ..] = words.as_slice() else {
            return self.problem("an opinion is `holder -> target polarity voice :: cue`");
        };
        let voice = voice.first().copied().unwrap_or("open");
        if !["supportive", "critical"].contains(polarity) {
            return self.problem(format!("`{polarity}` is no polarity"));
        }
        if !VOICES.contains(&voice) {
            return self.problem(format!("`{voice}` is none of shares, rejects, open"));
        }
        let cues = self.pieces(quotes, paragraph);
        if cues.is_empty() {
            self.problem(format!("`{holder} -> {target}` has no cue"));
        }
        paragraph.opinions.push(Opinion {
            holder: (*holder).to_owned(),
            target: (*target).to_owned(),
            polarity: (*polarity).to_owned(),
            voice: voice.to_owned(),
            cues,
        });
    }

    fn attribution(&mut self, rest: &str, paragraph: &mut Paragraph) {
        let parts: Vec<&str> = rest.split("::").map(str::trim).collect();
        let [source, cue, content] = parts.as_slice() else {
            return self.problem("an attribution is `source :: cue :: content`");
        };
        let (cue, content) =
            (self.pieces(cue, paragraph).pop(), self.pieces(content, paragraph).pop());
        if let (Some(cue), Some(content)) = (cue, content) {
            let source = (*source != "-").then(|| (*source).to_owned());
            paragraph.attributions.push(Attribution { source, cue, content });
        }
    }

    fn answer(&mut self, rest: &str, post: &mut Post) {
        let (how, number) = rest.split_once(' ').unwrap_or((rest, ""));
        match (how, number.trim().parse::<usize>()) {
            ("agrees" | "disagrees", Ok(number)) if number < self.discussion.posts.len() => {
                post.answers.push(Answer { post: number, agrees: how == "agrees" });
            }
            _ => self.problem("an answer is `agrees N` or `disagrees N`, N an earlier post"),
        }
    }

    fn pieces(&mut self, quotes: &str, paragraph: &Paragraph) -> Vec<Piece> {
        let quotes = quotes.split(" | ").map(str::trim).filter(|quote| !quote.is_empty());
        let mut pieces = Vec::new();
        for quote in quotes {
            match find(&paragraph.text, quote) {
                Some(piece) => pieces.push(piece),
                None => self.problem(format!("`{quote}` does not stand in the paragraph")),
            }
        }
        pieces
    }

    /// Adds the stances over whole posts that follow from the paragraphs.
    fn complete_posts(&mut self) {
        for post in &mut self.discussion.posts {
            let mut slugs: Vec<&str> = Vec::new();
            for stance in post.paragraphs.iter().flat_map(|paragraph| &paragraph.stances) {
                if !slugs.contains(&stance.entity.as_str()) {
                    slugs.push(&stance.entity);
                }
            }
            let all = slugs
                .into_iter()
                .map(|slug| {
                    let given = post.stances.iter().find(|stance| stance.entity == slug);
                    let stance = given.map_or(post.over_paragraphs(slug), |given| &given.stance);
                    let (entity, stance) = (slug.to_owned(), stance.to_owned());
                    Stance { entity, stance, evidence: Vec::new() }
                })
                .collect();
            post.stances = all;
        }
    }
}

/// The mark of a label line, and what follows it. A comment that quotes its parent may begin a
/// paragraph with `>`: an opinion has an arrow.
fn label(line: &str) -> Option<(&str, &str)> {
    let (mark, rest) = line.split_once(' ')?;
    match mark {
        "==" | "=" | "@" | "~" | "!" => Some((mark, rest)),
        ">" if rest.contains(" -> ") => Some((mark, rest)),
        _ => None,
    }
}

/// A paragraph's text without brackets, its mentions, and what is wrong with them.
fn marked(line: &str) -> (String, Vec<Mention>, Vec<String>) {
    let (mut text, mut mentions, mut complaints) = (String::new(), Vec::new(), Vec::new());
    let (mut points, mut rest) = (0, line);
    while let Some(open) = rest.find('[') {
        let (before, from) = rest.split_at(open);
        let Some(close) = from.find(']') else { break };
        let (inside, after) = (&from[1..close], &from[close + 1..]);
        text.push_str(before);
        points += before.chars().count();
        if let Some((surface, reference)) = inside.rsplit_once('=') {
            let (entity, kind) = reference.split_once('/').unwrap_or((reference, ""));
            let kind = match kind {
                "" => "name",
                "a" => "adjective",
                "n" => "nominal",
                "p" => "pronoun",
                other => {
                    complaints.push(format!("`/{other}` is no kind of mention"));
                    "name"
                }
            };
            if surface.trim() != surface || surface.is_empty() || surface.contains('[') {
                complaints.push(format!(
                    "`{inside}` is not a mention: no white space at its edges, no brackets inside"
                ));
            }
            let end = points + surface.chars().count();
            mentions.push(Mention {
                piece: Piece { start: points, end, text: surface.to_owned() },
                entity: entity.trim().to_owned(),
                kind: kind.to_owned(),
            });
            text.push_str(surface);
            points = end;
        } else {
            text.push_str(&from[..=close]);
            points += from[..=close].chars().count();
        }
        rest = after;
    }
    text.push_str(rest);
    (text, mentions, complaints)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) const SHEET: &str = "\
id: two-bridges
subject: local
title: The bridge stays shut
register: curt

entity ruiz | person | male | Tomás Ruiz | Ruiz
entity town | organisation | - | Harl Town Council | the council

## article | Ada Finn
[Tomás Ruiz=ruiz] said the [Harl Town Council=town] had \"lost its mind\" over the bridge.
= neutral ruiz, town
> ruiz -> town critical open :: lost its mind
@ ruiz :: said :: the Harl … the bridge
! reported-open

## comment | möwe | reply 0
🌉 [He=ruiz/p] has my vote. [Ruiz=ruiz] again, [sic] again!
= supportive ruiz :: has my vote | again #2
~ agrees 0
";

    #[test]
    fn a_sheet_is_read() {
        let (discussion, problems) = parse(SHEET);
        assert_eq!(problems, []);
        assert_eq!(discussion.entities[1].forms, ["the council"]);
        let article = &discussion.posts[0].paragraphs[0];
        assert_eq!(article.mentions[1].piece.text, "Harl Town Council");
        assert_eq!(
            article.attributions[0].content.text,
            "the Harl Town Council had \"lost its mind\" over the bridge"
        );
        let comment = &discussion.posts[1];
        assert_eq!(comment.paragraphs[0].text, "🌉 He has my vote. Ruiz again, [sic] again!");
        let evidence = &comment.paragraphs[0].stances[0].evidence[1];
        assert_eq!((evidence.start, evidence.end), (36, 41));
        assert_eq!(comment.stances[0].stance, "supportive");
        assert_eq!(comment.answers, [Answer { post: 0, agrees: true }]);
    }

    #[test]
    fn what_is_written_reads_the_same() {
        let (discussion, _) = parse(SHEET);
        assert_eq!(parse(&write(&discussion)), (discussion, Vec::new()));
    }

    #[test]
    fn what_does_not_fit_is_said_with_its_line() {
        let check = |from: &str, to: &str, says: &str| {
            let (_, problems) = parse(&SHEET.replace(from, to));
            let found = problems.iter().any(|p| p.line > 0 && p.says.contains(says));
            assert!(found, "{to}: {problems:?}");
        };
        check("lost its mind\n", "lost the plot\n", "does not stand");
        check("= supportive ruiz", "= loving ruiz", "no stance");
        check(" :: has my vote | again #2", "", "no evidence");
        check("~ agrees 0", "~ agrees 4", "earlier post");
        check("reply 0", "reply 7", "no post before");
        check("critical open", "critical maybe", "none of");
        check("[Ruiz=ruiz]", "[Ruiz=ruiz/x]", "no kind");
        check("= neutral ruiz, town", "= neutral ruiz, ruiz", "twice");
    }
}
