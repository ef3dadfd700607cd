//! The view: everything that a link restores.

use crate::{filter::Filter, term::Term};

/// Everything that a link restores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which discussion.
    pub source: Source,
    /// What the reader asked for.
    pub filter: Filter,
    /// What happens to the rest.
    pub unmatched: Unmatched,
    /// The selected entity, by slug: its marks are strong.
    pub selected: Option<String>,
    /// The tab that is open.
    pub tab: Tab,
    /// The paragraph at the top, from 1 (`p7` is 7).
    pub place: Option<u32>,
    /// Where the reader put the border; none where it is left to the machine.
    pub border: Option<ReaderBorder>,
    /// Whether marks are turned off.
    pub marks_off: bool,
    /// In which order a table stands.
    pub sort: Sort,
    /// Whether the matrix sets the article against the comments, instead of single holders.
    pub sections_only: bool,
    /// The cell of a table whose sentences are shown, by its name ([`crate::cell`]).
    pub cell: Option<String>,
    /// Whose reading is shown.
    pub show: Show,
    /// The start of the SHA-256 of the text that a reader opened, [`crate::link::HASH_DIGITS`]
    /// digits of it.
    pub text: Option<String>,
    /// The address that the text was, or is to be, fetched from, as [`crate::link::address`] has it.
    pub address: Option<String>,
}

/// Whose reading is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// The reader's: the machine's with the reader's corrections.
    #[default]
    Mine,
    /// The machine's own.
    Machine,
    /// The reader's, with what differs from the machine's in front.
    Difference,
    /// Somebody else's: the machine's with the corrections that came with a link or a file.
    Theirs,
}

/// In which order a table stands. Where an order says nothing of a table, its own order counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The table's own: the most frequent first, or the text's order.
    #[default]
    Given,
    /// By name.
    Name,
    /// What holders agree on most comes first.
    Agreement,
    /// By the words before.
    Left,
    /// By the words behind.
    Right,
}

/// Which discussion a view is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The first bundled text.
    #[default]
    First,
    /// A bundled text, by its slug.
    Bundled(String),
    /// A text that the reader opened here. It is not in the link; whoever opens the link without
    /// having it is told so.
    Opened,
}

/// A border that the reader placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderBorder {
    /// The comments begin at this paragraph, from 1.
    Before(u32),
    /// There are no comments.
    NoComments,
}

/// What happens to paragraphs that do not match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unmatched {
    /// They stay, faint.
    #[default]
    Dim,
    /// They go.
    Hide,
}

/// A tab of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The text with its marks.
    #[default]
    Read,
    /// The main entities and how they are judged (on narrow screens a tab of its own).
    Overview,
    /// Who judges whom, as a table.
    Matrix,
    /// Who of those talked about is for or against whom, as a picture.
    Network,
    /// Every mention of the selection in its line.
    Concordance,
}

impl Term for Unmatched {
    const ALL: &'static [Self] = &[Self::Dim, Self::Hide];

    fn term(self) -> &'static str {
        match self {
            Self::Dim => "dim",
            Self::Hide => "hide",
        }
    }
}

impl Term for Tab {
    const ALL: &'static [Self] =
        &[Self::Read, Self::Overview, Self::Matrix, Self::Network, Self::Concordance];

    fn term(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Overview => "overview",
            Self::Matrix => "matrix",
            Self::Network => "network",
            Self::Concordance => "concordance",
        }
    }
}

impl Term for Show {
    const ALL: &'static [Self] = &[Self::Mine, Self::Machine, Self::Difference, Self::Theirs];

    fn term(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Machine => "machine",
            Self::Difference => "difference",
            Self::Theirs => "theirs",
        }
    }
}

impl Term for Sort {
    const ALL: &'static [Self] =
        &[Self::Given, Self::Name, Self::Agreement, Self::Left, Self::Right];

    fn term(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Name => "name",
            Self::Agreement => "agreement",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::choices::Choices;

    use discussion::Section;
    use engine::{EntityType, Holder, Stance};
    use proptest::{collection::btree_set, option, prelude::*, sample::select};

    use super::*;
    use crate::{
        filter::HolderKind,
        reading::Reading,
        sample::{Sample, add_row, row},
    };

    fn terms<T: Term + Ord + std::fmt::Debug>() -> impl Strategy<Value = Choices<T>> {
        btree_set(select(T::ALL), 0..3).prop_map(Choices::from_iter)
    }

    fn slugs(names: &'static str) -> impl Strategy<Value = Choices<String>> {
        btree_set(names, 0..3).prop_map(Choices::from_iter)
    }

    fn holders(names: &'static str) -> impl Strategy<Value = Choices<HolderKind>> {
        let holder = prop_oneof![
            Just(HolderKind::Article),
            Just(HolderKind::Comments),
            Just(HolderKind::Sources),
            names.prop_map(HolderKind::Source),
        ];
        btree_set(holder, 0..3).prop_map(Choices::from_iter)
    }

    fn filters_on(names: &'static str, words: &'static str) -> impl Strategy<Value = Filter> {
        let entities = (slugs(names), slugs(names), slugs(names));
        let rows = (terms(), terms(), terms(), holders(names), holders(names), terms::<Section>());
        (entities, rows, words).prop_map(
            |((any, all, not), (types, stances, sure, by, not_by, sections), words)| Filter {
                any,
                all,
                not,
                types,
                stances,
                sure,
                by,
                not_by,
                sections,
                words,
            },
        )
    }

    /// Any filter on what [`readings`] hold.
    pub(crate) fn filters() -> impl Strategy<Value = Filter> {
        filters_on("[a-e]", "(x|y|)")
    }

    /// Small readings with entities `a` to `d` and any stances.
    pub(crate) fn readings() -> impl Strategy<Value = Reading> {
        let holder = prop_oneof![
            3 => Just(Holder::Writer),
            1 => Just(Holder::Unnamed),
            2 => (0..4_u32).prop_map(|id| Holder::Source(engine::EntityId(id))),
        ];
        let stance = (0..6_u32, holder, 0..4_u32, select(Stance::ALL));
        proptest::collection::vec(stance, 0..20).prop_map(|stances| {
            let mut sample =
                Sample::new(&["a x", "b y"]).comment("c x y").comment("d").comment("x");
            for (name, kind) in [
                ("a", EntityType::Person),
                ("b", EntityType::Place),
                ("c", EntityType::Person),
                ("d", EntityType::Work),
            ] {
                sample = sample.entity(name, kind);
            }
            let (discussion, mut analysis) = sample.parts();
            for (paragraph, holder, target, stance) in stances {
                add_row(&mut analysis, row(paragraph, holder, target, stance));
            }
            Reading::new(discussion, analysis, crate::words::Lowercase::STANDARD)
        })
    }

    /// Any view that a link can carry.
    pub(crate) fn views() -> impl Strategy<Value = View> {
        const SLUG: &str = "[a-z0-9][a-z0-9-]{0,12}";
        let source =
            prop_oneof![Just(Source::First), Just(Source::Opened), SLUG.prop_map(Source::Bundled),];
        let border = prop_oneof![
            Just(None),
            Just(Some(ReaderBorder::NoComments)),
            (1..u32::MAX).prop_map(|paragraph| Some(ReaderBorder::Before(paragraph))),
        ];
        let place = (option::of(1..u32::MAX), border, option::of(SLUG));
        let cell = option::of(
            "(article|comments|unnamed|post:[1-9][0-9]{0,6}|source:[a-z]{1,9}),[a-z]{1,9}",
        );
        let tables = (select(Sort::ALL), any::<bool>(), select(Show::ALL), cell);
        let address = option::of(prop_oneof![
            "https://[a-z0-9-]{1,9}[.]example(:8443)?(/[a-z%&=?+,.~_-]{0,20})?",
            "https://news[.]ycombinator[.]com/item[?]id=[1-9][0-9]{0,8}",
        ]);
        let source = (source, option::of("[0-9a-f]{16}"), address);
        let page = (select(Unmatched::ALL), select(Tab::ALL), any::<bool>(), tables);
        (source, filters_on(SLUG, "\\PC{0,40}"), place, page).prop_map(
            |(source, filter, (place, border, selected), (unmatched, tab, marks_off, tables))| {
                let (mut source, text, address) = source;
                if address.is_some() {
                    source = Source::Opened;
                }
                View {
                    source,
                    filter,
                    unmatched,
                    selected,
                    tab,
                    place,
                    border,
                    marks_off,
                    sort: tables.0,
                    sections_only: tables.1,
                    show: tables.2,
                    cell: tables.3,
                    text,
                    address,
                }
            },
        )
    }
}
