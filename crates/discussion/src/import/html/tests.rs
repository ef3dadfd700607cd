use crate::{
    discussion::{Discussion, PostId, Section},
    import::{Import, import},
};

fn read(html: &str) -> Discussion {
    let discussion = import(html.as_bytes(), Import { name: Some("a.html") }).unwrap();
    assert_eq!(discussion.check_invariants(), Ok(()));
    discussion
}

/// Posts as `author: paragraph / paragraph`.
fn posts(discussion: &Discussion) -> Vec<String> {
    discussion
        .posts
        .iter()
        .map(|post| {
            let texts: Vec<&str> = post
                .paragraphs
                .clone()
                .map(|i| discussion.slice(discussion.paragraphs[i as usize].span))
                .collect();
            format!("{}: {}", post.author.as_deref().unwrap_or("-"), texts.join(" / "))
        })
        .collect()
}

#[test]
fn a_page_with_threaded_comments() {
    let discussion = read(
        "<!DOCTYPE html><html><head><title>The ferry stops | Harbour Post</title>\
         <link rel=canonical href='https://example.org/ferry'><script>var a = '<p>no</p>';</script></head>\
         <body class='comments-open'><nav><a href=/>Home</a></nav>\
         <article class=post><header><h1>The ferry stops</h1></header><p>The ferry&#39;s last trip is on <b>Friday</b>.\
         <p>The mayor said so.<ul><li>One<li>Two</ul><aside>Also read this</aside></article>\
         <section id=comments><h2>2 comments</h2><ol class=commentlist>\
         <li class='comment even depth-1' id=li-comment-1><article id=div-comment-1 class=comment-body>\
         <footer class=comment-meta><b class=fn>Ann</b> <span class=says>says:</span>\
         <time datetime=2020-01-02>2 January</time></footer>\
         <p>A shame!<p>Truly.</p><div class=reply><a href=#>Reply</a></div></article>\
         <ol class=children><li class='comment odd' id=li-comment-2><cite>Bob</cite><p>Not at all.</p></li></ol></li></ol>\
         <form><p>Write here</p></form></section><footer>Imprint</footer></body></html>",
    );
    assert_eq!(discussion.title, "The ferry stops");
    assert_eq!(discussion.source.as_deref(), Some("https://example.org/ferry"));
    assert_eq!(
        posts(&discussion),
        [
            "-: The ferry's last trip is on Friday. / The mayor said so. / One / Two",
            "Ann: A shame! / Truly.",
            "Bob: Not at all."
        ]
    );
    assert_eq!(discussion.posts[1].time.as_deref(), Some("2020-01-02"));
    assert_eq!(discussion.posts[2].parent, Some(PostId(1)));
    assert_eq!(discussion.posts[2].section, Section::Comments);
}

#[test]
fn a_fragment_with_a_heading() {
    let discussion = read(
        "<h1>News</h1><p>It rained.</p><h2>Comments</h2><p>I like rain<br><br>very much</p><p>Not me</p>",
    );
    assert_eq!(
        posts(&discussion),
        ["-: News / It rained.", "-: I like rain", "-: very much", "-: Not me"]
    );
}

#[test]
fn tag_soup() {
    let discussion = read(
        "<div><p>One <i>two</p></i> three<table><tr><td>a<td>b</table><div hidden>x</div>&lt;p&gt; &amp;c",
    );
    assert_eq!(posts(&discussion), ["-: One two / three / a / b / <p> &c"]);
}
