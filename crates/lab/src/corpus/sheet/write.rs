//! A discussion as a sheet.

use std::fmt::Write as _;

use super::{
    super::{Labelled, Paragraph, Piece, Post},
    quotes::quote,
};

/// Writes a sheet that reads as the same discussion.
pub(in super::super) fn write(discussion: &Labelled) -> String {
    let Labelled { id, subject, title, register, entities, posts } = discussion;
    let mut out = format!("id: {id}\nsubject: {subject}\ntitle: {title}\nregister: {register}\n\n");
    for entity in entities {
        let (kind, gender, forms) = (&entity.kind, &entity.gender, entity.forms.join("; "));
        let _ = write!(out, "entity {} | {kind} | {gender} | {}", entity.slug, entity.name);
        if !forms.is_empty() {
            let _ = write!(out, " | {forms}");
        }
        out.push('\n');
    }
    for post in posts {
        write_post(&mut out, post);
    }
    out
}

fn write_post(out: &mut String, post: &Post) {
    let kind = if post.is_comment() { "comment" } else { "article" };
    let _ = write!(out, "\n## {kind} | {}", post.author);
    if let Some(parent) = post.parent {
        let _ = write!(out, " | reply {parent}");
    }
    out.push('\n');
    for paragraph in &post.paragraphs {
        write_paragraph(out, paragraph);
    }
    for stance in &post.stances {
        if post.over_paragraphs(&stance.entity) != stance.stance {
            let _ = writeln!(out, "== {} {}", stance.stance, stance.entity);
        }
    }
    for answer in &post.answers {
        let how = if answer.agrees { "agrees" } else { "disagrees" };
        let _ = writeln!(out, "~ {how} {}", answer.post);
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph) {
    let mut points = paragraph.text.chars();
    let mut at = 0;
    for mention in &paragraph.mentions {
        out.extend(points.by_ref().take(mention.piece.start - at));
        let kind = match mention.kind.as_str() {
            "adjective" => "/a",
            "nominal" => "/n",
            "pronoun" => "/p",
            _ => "",
        };
        let _ = write!(out, "[{}={}{kind}]", mention.piece.text, mention.entity);
        at = mention.piece.end;
        for _ in mention.piece.start..mention.piece.end {
            points.next();
        }
    }
    out.extend(points);
    out.push('\n');

    let quotes = |pieces: &[Piece]| -> String {
        let all: Vec<String> = pieces.iter().map(|p| quote(&paragraph.text, p)).collect();
        if all.is_empty() { String::new() } else { format!(" :: {}", all.join(" | ")) }
    };
    for stance in &paragraph.stances {
        let evidence = quotes(&stance.evidence);
        let _ = writeln!(out, "= {} {}{evidence}", stance.stance, stance.entity);
    }
    for opinion in &paragraph.opinions {
        let (holder, target, voice) = (&opinion.holder, &opinion.target, &opinion.voice);
        let cues = quotes(&opinion.cues);
        let _ = writeln!(out, "> {holder} -> {target} {} {voice}{cues}", opinion.polarity);
    }
    for attribution in &paragraph.attributions {
        let source = attribution.source.as_deref().unwrap_or("-");
        let cue = quote(&paragraph.text, &attribution.cue);
        let content = quote(&paragraph.text, &attribution.content);
        let _ = writeln!(out, "@ {source} :: {cue} :: {content}");
    }
    if !paragraph.hard.is_empty() {
        let _ = writeln!(out, "! {}", paragraph.hard.join(", "));
    }
}
