//! What a set of labelled discussions holds: sizes, the balance of labels, and how alike its
//! comments are.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::Labelled;

/// Rows of figures for people.
pub(super) fn table(all: &[Labelled]) -> String {
    let mut out = String::new();
    let comments = || all.iter().flat_map(|d| &d.posts).filter(|post| post.is_comment());
    let paragraphs = || all.iter().flat_map(Labelled::paragraphs);
    let posts: usize = all.iter().map(|d| d.posts.len()).sum();
    let stances: usize = all.iter().flat_map(|d| &d.posts).map(|post| post.stances.len()).sum();
    let opinions = paragraphs().map(|(_, p)| p.opinions.len()).sum::<usize>();
    let attributions = paragraphs().map(|(_, p)| p.attributions.len()).sum::<usize>();
    let replies = comments().filter(|post| post.parent.is_some_and(|parent| parent > 0)).count();
    let _ = writeln!(
        out,
        "{} discussions, {posts} posts, {} comments ({replies} answer a comment), {stances} stances of posts, {opinions} opinions of sources, {attributions} attributions",
        all.len(),
        comments().count(),
    );

    let mut by_type: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for discussion in all {
        for stance in discussion.posts.iter().filter(|p| p.is_comment()).flat_map(|p| &p.stances) {
            let kind = discussion.entity(&stance.entity).map_or("?", |e| e.kind.as_str());
            *by_type.entry((kind, stance.stance.as_str())).or_default() += 1;
        }
    }
    row(
        &mut out,
        "stances of comments",
        by_type.iter().map(|((t, s), n)| (format!("{t} {s}"), *n)),
    );
    let count = |of: &dyn Fn(&mut BTreeMap<String, usize>)| {
        let mut counts = BTreeMap::new();
        of(&mut counts);
        counts
    };
    let kinds = count(&|counts| {
        for (_, paragraph) in paragraphs() {
            for mention in &paragraph.mentions {
                *counts.entry(mention.kind.clone()).or_default() += 1;
            }
        }
    });
    row(&mut out, "mentions", kinds);
    let voices = count(&|counts| {
        for (post, paragraph) in paragraphs() {
            for opinion in &paragraph.opinions {
                let key = format!("{} {} {}", post.section, opinion.polarity, opinion.voice);
                *counts.entry(key).or_default() += 1;
            }
        }
    });
    row(&mut out, "opinions", voices);
    let hard = count(&|counts| {
        for (_, paragraph) in paragraphs() {
            for tag in &paragraph.hard {
                *counts.entry(tag.clone()).or_default() += 1;
            }
        }
    });
    let hard_comments =
        comments().filter(|post| post.paragraphs.iter().any(|p| !p.hard.is_empty())).count();
    let share = hard_comments as f64 / comments().count().max(1) as f64;
    let _ = writeln!(out, "hard comments: {hard_comments} ({:.0} %)", share * 100.0);
    row(&mut out, "hard", hard);
    sameness(&mut out, all);
    leaning(&mut out, all);
    out
}

/// How alike the comments are: lengths, words, openings.
fn sameness(out: &mut String, all: &[Labelled]) {
    let comments: Vec<Vec<String>> = all
        .iter()
        .flat_map(|d| &d.posts)
        .filter(|post| post.is_comment())
        .map(|post| {
            let text: Vec<&str> = post.paragraphs.iter().map(|p| p.text.as_str()).collect();
            text.join(" ").split_whitespace().map(str::to_lowercase).collect()
        })
        .collect();
    let mut lengths: Vec<usize> = comments.iter().map(Vec::len).collect();
    lengths.sort_unstable();
    let at = |share: f64| {
        let index = (lengths.len() as f64 * share) as usize;
        lengths.get(index.min(lengths.len().saturating_sub(1))).copied().unwrap_or(0)
    };
    let _ = writeln!(
        out,
        "words in a comment: a tenth below {}, half below {}, a tenth above {}, most {}",
        at(0.1),
        at(0.5),
        at(0.9),
        at(1.0)
    );
    let words: Vec<&String> = comments.iter().flatten().collect();
    let sample = words.get(..words.len().min(20_000)).unwrap_or(&[]);
    let types: BTreeSet<_> = sample.iter().collect();
    let _ = writeln!(
        out,
        "different words among the first {}: {} ({:.3})",
        sample.len(),
        types.len(),
        types.len() as f64 / sample.len().max(1) as f64
    );
    let mut openings: BTreeMap<String, usize> = BTreeMap::new();
    for comment in comments.iter().filter(|comment| comment.len() > 1) {
        *openings.entry(comment[..2].join(" ")).or_default() += 1;
    }
    let mut openings: Vec<_> = openings.into_iter().collect();
    openings.sort_by_key(|(opening, count)| (std::cmp::Reverse(*count), opening.clone()));
    openings.truncate(12);
    row(out, "most frequent openings", openings);
}

/// Names on which comments are nearly always of one mind.
fn leaning(out: &mut String, all: &[Labelled]) {
    let mut by_name: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for discussion in all {
        for stance in discussion.posts.iter().filter(|p| p.is_comment()).flat_map(|p| &p.stances) {
            let Some(entity) = discussion.entity(&stance.entity) else { continue };
            let counts = by_name.entry(&entity.name).or_default();
            match stance.stance.as_str() {
                "supportive" => counts[0] += 1,
                "critical" => counts[1] += 1,
                _ => {}
            }
        }
    }
    let one_sided = by_name.iter().filter(|(_, [pro, contra])| {
        pro + contra >= 10 && (*pro.max(contra)) * 10 >= (pro + contra) * 9
    });
    let rows = one_sided.map(|(name, [pro, contra])| (format!("{name} +"), *pro + 1000 * contra));
    let rows: Vec<_> = rows.map(|(n, c)| (format!("{n}{} −", c % 1000), c / 1000)).collect();
    if !rows.is_empty() {
        row(out, "names that carry a side", rows);
    }
}

fn row(out: &mut String, name: &str, counts: impl IntoIterator<Item = (String, usize)>) {
    let all: Vec<String> = counts.into_iter().map(|(key, n)| format!("{key} {n}")).collect();
    let _ = writeln!(out, "{name}: {}", all.join(", "));
}

#[cfg(test)]
mod tests {
    use super::{super::sheet, *};

    #[test]
    fn figures_count_what_is_there() {
        let (discussion, _) = sheet::parse(sheet::tests::SHEET);
        let table = table(&[discussion]);
        assert!(
            table.starts_with("1 discussions, 2 posts, 1 comments (0 answer a comment), 3 stances"),
            "{table}"
        );
        assert!(table.contains("stances of comments: person supportive 1"), "{table}");
        assert!(table.contains("opinions: article critical open 1"), "{table}");
    }
}
