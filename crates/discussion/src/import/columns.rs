//! Which column of a table, or which key of an object, holds what.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// The names of columns that hold what posts say, the surest first.
const TEXT_NAMES: &[&str] = &[
    "text",
    "body",
    "comment",
    "message",
    "content",
    "commenttext",
    "commentbody",
    "commentcontent",
    "posttext",
    "postbody",
    "messagetext",
    "fulltext",
    "selftext",
    "reviewtext",
    "reviewbody",
    "review",
    "tweet",
    "tweettext",
    "post",
    "reply",
    "bodytext",
    "textbody",
];

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What a post says.
    Text,
    /// Who says it.
    Author,
    /// When.
    Time,
    /// What the discussion, or the post that opens one, is called.
    Title,
    /// The name of a post that others answer.
    Id,
    /// What a post answers.
    Parent,
    /// Which discussion a post belongs to.
    Thread,
    /// Where it comes from.
    Link,
}

impl Role {
    /// Every role with its word and the names that columns of it have, the surest first. They are
    /// compared without letter case and without signs between letters.
    const ALL: [(Self, &'static str, &'static [&'static str]); 8] = [
        (Self::Text, "text", TEXT_NAMES),
        (
            Self::Author,
            "author",
            &[
                "author",
                "username",
                "user",
                "authorname",
                "screenname",
                "displayname",
                "nickname",
                "commenter",
                "by",
                "sender",
                "writer",
                "from",
                "userid",
                "authorid",
                "name",
            ],
        ),
        (
            Self::Time,
            "time",
            &[
                "time",
                "date",
                "datetime",
                "timestamp",
                "createdat",
                "created",
                "createdutc",
                "createddate",
                "creationdate",
                "publishedat",
                "published",
                "publishdate",
                "postedat",
                "posted",
                "commentdate",
                "postdate",
            ],
        ),
        (
            Self::Title,
            "title",
            &["title", "headline", "articletitle", "posttitle", "threadtitle", "subject"],
        ),
        (
            Self::Id,
            "id",
            &["id", "commentid", "postid", "messageid", "tweetid", "replyid", "uuid", "guid"],
        ),
        (
            Self::Parent,
            "parent",
            &[
                "parent",
                "parentid",
                "inreplyto",
                "inreplytoid",
                "replyto",
                "replytoid",
                "parentcommentid",
                "parentcomment",
                "parentpostid",
                "inreplytostatusid",
            ],
        ),
        (
            Self::Thread,
            "thread",
            &[
                "thread",
                "threadid",
                "discussion",
                "discussionid",
                "conversationid",
                "linkid",
                "articleid",
                "storyid",
                "topicid",
                "submissionid",
            ],
        ),
        (Self::Link, "link", &["url", "link", "permalink", "source", "articleurl"]),
    ];

    /// All roles, in the order of this list.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(role, ..)| *role)
    }

    /// Its place among all roles.
    pub(super) fn number(self) -> usize {
        Self::ALL.iter().position(|(role, ..)| *role == self).unwrap_or(0)
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name, _)| *name == word).map(|(role, ..)| *role)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ALL.get(self.number()).map_or("", |(_, word, _)| word))
    }
}

/// The name of a column for each role that has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns([Option<String>; 8]);

impl Columns {
    /// The name of the column with a role.
    #[must_use]
    pub fn get(&self, role: Role) -> Option<&str> {
        self.0.get(role.number())?.as_deref()
    }

    /// Gives a role to a column.
    pub fn set(&mut self, role: Role, name: impl Into<String>) {
        if let Some(slot) = self.0.get_mut(role.number()) {
            *slot = Some(name.into());
        }
    }

    /// The roles that have a column, with its name.
    pub fn iter(&self) -> impl Iterator<Item = (Role, &str)> {
        Role::ALL.iter().filter_map(|(role, ..)| Some((*role, self.get(*role)?)))
    }

    /// What columns hold by their names; one column has one role.
    #[must_use]
    pub fn guess<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let names: Vec<(&str, String)> =
            names.into_iter().map(|name| (name, folded(name))).collect();
        let mut columns = Self::default();
        for (role, _, known) in Role::ALL {
            let found = known.iter().find_map(|known| names.iter().find(|(_, name)| name == known));
            if let Some((name, _)) = found {
                columns.set(role, *name);
            }
        }
        columns
    }
}

/// Whether a column of this name holds what posts say.
pub(super) fn names_text(name: &str) -> bool {
    TEXT_NAMES.contains(&folded(name).as_str())
}

/// Letters and digits of a name in small letters.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Why columns are not understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ColumnsError {
    /// No `role=name`.
    #[error("\u{201c}{0}\u{201d} is not of the form role=column.")]
    NoPair(String),
    /// No such role.
    #[error(
        "\u{201c}{0}\u{201d} is no role; there are text, author, time, title, id, parent, thread and link."
    )]
    NoRole(String),
    /// No column for the text.
    #[error("The column of the text is missing: text=column.")]
    NoText,
}

/// Reads `text=body,author=user`.
impl FromStr for Columns {
    type Err = ColumnsError;

    fn from_str(list: &str) -> Result<Self, ColumnsError> {
        let mut columns = Self::default();
        for pair in list.split(',') {
            let (role, name) =
                pair.split_once('=').ok_or_else(|| ColumnsError::NoPair(pair.to_owned()))?;
            let role = Role::from_word(role.trim())
                .ok_or_else(|| ColumnsError::NoRole(role.trim().to_owned()))?;
            columns.set(role, name.trim());
        }
        if columns.get(Role::Text).is_none() { Err(ColumnsError::NoText) } else { Ok(columns) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_by_name() {
        let guess = |names: &[&str]| {
            let columns = Columns::guess(names.iter().copied());
            columns
                .iter()
                .map(|(role, name)| format!("{role}={name}"))
                .collect::<Vec<_>>()
                .join(",")
        };
        assert_eq!(
            guess(&["Comment_ID", "parent id", "User Name", "Created-At", "Body"]),
            "text=Body,author=User Name,time=Created-At,id=Comment_ID,parent=parent id"
        );
        assert_eq!(guess(&["x", "y"]), "");
        assert_eq!(guess(&["comment", "text"]), "text=text");
    }

    #[test]
    fn reads_a_list() {
        let columns: Columns = "text=What was said, author=3".parse().unwrap();
        assert_eq!(columns.get(Role::Text), Some("What was said"));
        assert_eq!(columns.get(Role::Author), Some("3"));
        let error = |list: &str| list.parse::<Columns>().unwrap_err();
        assert_eq!(error("body"), ColumnsError::NoPair("body".to_owned()));
        assert_eq!(error("words=a"), ColumnsError::NoRole("words".to_owned()));
        assert_eq!(error("author=a"), ColumnsError::NoText);
    }
}
