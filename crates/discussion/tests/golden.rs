//! Whole discussions as a person reads them: posts, paragraphs, sentences and, between bars, tokens.
// Helpers outside of test functions are test code as well.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;

use discussion::{Import, ParagraphId, import};

fn check(name: &str, bytes: &[u8]) {
    let discussion = import(bytes, Import { name: Some(name) }).unwrap();
    assert_eq!(discussion.check_invariants(), Ok(()));
    let mut page = String::new();
    let border = discussion.border;
    writeln!(page, "title: {}", discussion.title).unwrap();
    writeln!(page, "source: {}", discussion.source.as_deref().unwrap_or("-")).unwrap();
    writeln!(page, "border: {:?} {:?}", border.paragraph.map(|p| p.0), border.origin).unwrap();
    for (number, post) in discussion.posts.iter().enumerate() {
        writeln!(page, "\npost {number} {:?}", post.section).unwrap();
        for (what, value) in [("author", &post.author), ("time", &post.time)] {
            if let Some(value) = value {
                writeln!(page, "  {what}: {value}").unwrap();
            }
        }
        if let Some(parent) = post.parent {
            writeln!(page, "  answers post {}", parent.0).unwrap();
        }
        for i in post.paragraphs.clone() {
            writeln!(page, "  {:?}", discussion.paragraphs[i as usize].kind).unwrap();
            for (id, _) in discussion.sentences_of(ParagraphId(i)) {
                let tokens = discussion.tokens_of(id).iter().map(|t| discussion.slice(t.span));
                writeln!(page, "    {}", tokens.collect::<Vec<_>>().join("|")).unwrap();
            }
        }
    }
    insta::assert_snapshot!(name, page);
}

#[test]
fn golden() {
    check("ferry.md", include_bytes!("golden/ferry.md"));
    check("thread.html", include_bytes!("golden/thread.html"));
    check("wrapped.txt", include_bytes!("golden/wrapped.txt"));
}
