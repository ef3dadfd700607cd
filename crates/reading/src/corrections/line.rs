//! A correction as a line of text: what is stored, put into links and exported.
//!
//! A verb and its fields, separated by tabs; tabs, line breaks and backslashes in a field are
//! written with a backslash. An anchor is four fields (quotation, first byte, before, behind), an
//! entity two (slug, name). A line that a later version wrote and this one does not understand is
//! kept as it is and listed.

use engine::{EntityType, Stance};

use super::{Anchor, Correction, Held, MAX_QUOTE_BYTES, Scope, Who};
use crate::{link::is_slug, term::Term};

/// The longest line that is read, in bytes.
pub const MAX_LINE_BYTES: usize = 2048;

/// The longest name that a reader gives, in bytes.
pub const MAX_NAME_BYTES: usize = 200;

impl Term for Scope {
    const ALL: &'static [Self] = &[Self::Here, Self::Post, Self::Everywhere];

    fn term(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Post => "post",
            Self::Everywhere => "everywhere",
        }
    }
}

impl Correction {
    /// As a line, without its end.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut line = Fields(String::new());
        match self {
            Self::Retype { who, kind } => {
                line.verb("type").who(who).add(kind.term());
            }
            Self::Rename { who, name } => {
                line.verb("name").who(who).add(name);
            }
            Self::Merge { who, into } => {
                line.verb("same").who(who).who(into);
            }
            Self::Reassign { at, scope, from, to, new } => {
                line.verb("refer").at(at).add(scope.term()).who(from).who(to).kind(*new);
            }
            Self::Mark { at, scope, to, new } => {
                line.verb("mark").at(at).add(scope.term()).who(to).kind(*new);
            }
            Self::Unmark { at, scope, who } => {
                line.verb("unmark").at(at).add(scope.term()).who(who);
            }
            Self::Judge { at, scope, target, holder, stance, not_the_writers } => {
                line.verb("stance").at(at).add(scope.term()).who(target);
                match holder {
                    Held::Writer => line.add("writer").who(&Who::default()),
                    Held::Unnamed => line.add("unnamed").who(&Who::default()),
                    Held::Source(who) => line.add("source").who(who),
                };
                line.add(stance.map_or("", Term::term));
                line.add(if *not_the_writers { "only" } else { "" });
            }
            Self::Border { at } => {
                line.verb("border");
                if let Some(at) = at {
                    line.at(at);
                }
            }
            Self::Author { at, name } => {
                line.verb("author").at(at).add(name);
            }
        }
        line.0
    }

    /// From a line; none where it is not understood.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        if line.len() > MAX_LINE_BYTES {
            return None;
        }
        let mut fields = line.split('\t');
        let verb = fields.next()?;
        let next = &mut || fields.next().map(unescape);
        let read = match verb {
            "type" => Self::Retype { who: who(next)?, kind: EntityType::from_term(&next()?)? },
            "name" => Self::Rename { who: who(next)?, name: name(next)? },
            "same" => Self::Merge { who: who(next)?, into: who(next)? },
            "refer" => Self::Reassign {
                at: anchor(next)?,
                scope: Scope::from_term(&next()?)?,
                from: who(next)?,
                to: who(next)?,
                new: kind(next)?,
            },
            "mark" => Self::Mark {
                at: anchor(next)?,
                scope: Scope::from_term(&next()?)?,
                to: who(next)?,
                new: kind(next)?,
            },
            "unmark" => Self::Unmark {
                at: anchor(next)?,
                scope: Scope::from_term(&next()?)?,
                who: who(next)?,
            },
            "stance" => Self::Judge {
                at: anchor(next)?,
                scope: Scope::from_term(&next()?)?,
                target: who(next)?,
                holder: holder(next)?,
                stance: match next()?.as_str() {
                    "" => None,
                    word => Some(Stance::from_term(word)?),
                },
                not_the_writers: match next()?.as_str() {
                    "" => false,
                    "only" => true,
                    _ => return None,
                },
            },
            "border" if line == "border" => Self::Border { at: None },
            "border" => Self::Border { at: Some(anchor(next)?) },
            "author" => Self::Author {
                at: anchor(next)?,
                name: next().filter(|name| name.len() <= MAX_NAME_BYTES)?,
            },
            _ => return None,
        };
        // A field more than is known may mean anything.
        next().is_none().then_some(read)
    }
}

/// A line as it grows.
struct Fields(String);

impl Fields {
    fn verb(&mut self, verb: &str) -> &mut Self {
        self.0.push_str(verb);
        self
    }

    fn add(&mut self, field: &str) -> &mut Self {
        self.0.push('\t');
        for letter in field.chars() {
            match letter {
                '\\' => self.0.push_str("\\\\"),
                '\t' => self.0.push_str("\\t"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                _ => self.0.push(letter),
            }
        }
        self
    }

    fn at(&mut self, at: &Anchor) -> &mut Self {
        self.add(&at.quote).add(&at.start.to_string()).add(&at.before).add(&at.after)
    }

    fn who(&mut self, who: &Who) -> &mut Self {
        self.add(&who.slug).add(&who.name)
    }

    fn kind(&mut self, kind: Option<EntityType>) -> &mut Self {
        self.add(kind.map_or("", Term::term))
    }
}

fn unescape(field: &str) -> String {
    let mut text = String::with_capacity(field.len());
    let mut letters = field.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => break,
            },
            _ => letter,
        });
    }
    text
}

type Next<'a> = &'a mut dyn FnMut() -> Option<String>;

fn who(next: Next<'_>) -> Option<Who> {
    let (slug, name) = (next()?, next()?);
    (is_slug(&slug) && name.len() <= MAX_NAME_BYTES).then_some(Who { slug, name })
}

fn name(next: Next<'_>) -> Option<String> {
    next().filter(|name| !name.is_empty() && name.len() <= MAX_NAME_BYTES)
}

fn kind(next: Next<'_>) -> Option<Option<EntityType>> {
    match next()?.as_str() {
        "" => Some(None),
        word => EntityType::from_term(word).map(Some),
    }
}

fn holder(next: Next<'_>) -> Option<Held> {
    match next()?.as_str() {
        "source" => who(next).map(Held::Source),
        word => {
            let held = match word {
                "writer" => Held::Writer,
                "unnamed" => Held::Unnamed,
                _ => return None,
            };
            next()?;
            next()?;
            Some(held)
        }
    }
}

fn anchor(next: Next<'_>) -> Option<Anchor> {
    let (quote, start, before, after) = (next()?, next()?, next()?, next()?);
    (!quote.is_empty() && quote.len() <= MAX_QUOTE_BYTES).then_some(())?;
    Some(Anchor { quote, start: start.parse().ok()?, before, after })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corrections::tests::corrections;

    #[test]
    fn a_line_is_readable() {
        let who = |name: &str| Who { slug: name.to_lowercase(), name: name.into() };
        let line = Correction::Merge { who: who("Ada"), into: who("Bob") }.to_line();
        assert_eq!(line, "same\tada\tAda\tbob\tBob");
        let at =
            Anchor { quote: "a\tb\\".into(), start: 7, before: "\n".into(), ..Anchor::default() };
        let line = Correction::Author { at, name: String::new() }.to_line();
        assert_eq!(line, "author\ta\\tb\\\\\t7\t\\n\t\t");
        assert_eq!(Correction::Border { at: None }.to_line(), "border");
    }

    #[test]
    fn what_is_not_understood_is_no_correction() {
        for line in [
            "",
            "same",
            "same\tada\tAda\tBob\tBob",
            "same\tada\tAda\tbob\tBob\tmore",
            "type\tada\tAda\tround",
            "type\tada\tAda",
            "name\tada\tAda\t",
            "border\t",
            "border\t\t0\t\t",
            "mark\tx\t-1\t\t\there\ta\tA\t",
            "later\tx",
        ] {
            assert_eq!(Correction::from_line(line), None, "{line}");
        }
        assert_eq!(Correction::from_line(&format!("name\ta\tA\t{}", "x".repeat(3000))), None);
    }

    proptest! {
        #[test]
        fn corrections_come_back(all in corrections()) {
            for correction in all {
                let line = correction.to_line();
                prop_assert!(!line.contains('\n'));
                prop_assert_eq!(Correction::from_line(&line), Some(correction));
            }
        }

        #[test]
        fn any_line_is_read_or_left(line in "\\PC{0,9}|(same|type|stance|mark|border|author|refer)(\t[a-c0-9\\\\]{0,2}){0,14}") {
            if let Some(correction) = Correction::from_line(&line) {
                prop_assert_eq!(Correction::from_line(&correction.to_line()), Some(correction));
            }
        }
    }
}
