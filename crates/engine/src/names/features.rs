//! Features of a word for the trained tagger: each names a row of its table.

use crate::models::gazetteer::FormKind;
use crate::{
    analysis::EntityType,
    models::tagger::row,
    names::{
        fold,
        known::Sight,
        sequences::Sequence,
        units::{Gap, Shape, Unit},
    },
};

/// How many features each word has.
pub const TEMPLATES: usize = 54;

/// So many words before and behind a word are looked at.
const REACH: usize = 2;

/// A run of words that may belong to names; all others are outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// The runs of one sentence after the other, in the same memory.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// Those of the sentence that was read last.
    pub(crate) all: Vec<Run>,
    /// [`TEMPLATES`] rows for each of their units.
    pub(crate) rows: Vec<u32>,
    /// What the rules say of each unit.
    marks: Vec<u64>,
    /// Whether each unit may be part of a name by itself.
    bare: Vec<bool>,
    traits: Vec<Traits>,
}

impl Runs {
    /// Finds the runs of a sentence. `sequences` are what the rules found there: to the tagger they
    /// are evidence and no verdict.
    pub(crate) fn find(&mut self, sight: &Sight<'_>, sequences: &[Sequence]) {
        let Self { all, rows, marks, bare, traits } = self;
        all.clear();
        rows.clear();
        mark(sight, sequences, marks);
        bare.clear();
        let units = sight.units.iter().zip(marks.iter());
        bare.extend(units.map(|(unit, mark)| *mark > 0 || is_open(sight, unit)));
        if !bare.contains(&true) {
            return;
        }
        let bare_at = |at: Option<usize>| at.and_then(|at| bare.get(at)).is_some_and(|open| *open);
        let open = |at: usize| {
            let beside = || bare_at(at.checked_sub(1)) || bare_at(Some(at + 1));
            let small = |unit: &Unit| sight.class_of(unit).is_joint_or_particle();
            bare_at(Some(at)) || beside() && sight.units.get(at).is_some_and(small)
        };
        for at in (0..bare.len()).filter(|at| open(*at)) {
            match all.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end += 1,
                None => all.push(Run { first: at, end: at + 1 }),
            }
        }
        for run in all {
            traits.clear();
            // Nothing farther away is looked at.
            let near = run.first.saturating_sub(REACH)..(run.end + REACH).min(sight.units.len());
            let units = sight.units.get(near.clone()).unwrap_or(&[]);
            traits.extend(units.iter().map(|unit| Traits::of(sight, unit)));
            add_rows(sight, traits, near.start, marks, *run, rows);
        }
    }
}

/// Whether a word may be part of a name by itself: it has a capital, or it is no ordinary word.
fn is_open(sight: &Sight<'_>, unit: &Unit) -> bool {
    match unit.shape {
        Shape::Lower => {
            let text = sight.discussion.slice(unit.span);
            !sight.word(unit).is_ordinary() && !text.contains('.')
        }
        Shape::Number => false,
        _ => true,
    }
}

/// Adds the rows of a run; `traits` are those of the units from `offset` on.
fn add_rows(
    sight: &Sight<'_>,
    traits: &[Traits],
    offset: usize,
    marks: &[u64],
    run: Run,
    rows: &mut Vec<u32>,
) {
    let edge = Traits::default();
    let at = |index: Option<usize>| {
        index.and_then(|index| traits.get(index.checked_sub(offset)?)).unwrap_or(&edge)
    };
    let mark = |index: Option<usize>| index.and_then(|i| marks.get(i)).copied().unwrap_or(999);
    let mode = sight.mode as u64;
    for here in run.first..run.end {
        let (w, own) = (at(Some(here)), Letters::of(sight, here));
        let (before, before2) = (at(here.checked_sub(1)), at(here.checked_sub(2)));
        let (after, after2) = (at(Some(here + 1)), at(Some(here + 2)));
        let (m, m_before, m_after) =
            (mark(Some(here)), mark(here.checked_sub(1)), mark(Some(here + 1)));
        let values: [u64; TEMPLATES] = [
            0,
            w.key,
            w.key ^ (w.shape << 1),
            before.key,
            after.key,
            before2.key,
            after2.key,
            pair(before.key, w.key),
            pair(w.key, after.key),
            w.shape,
            pair(before.shape, w.shape),
            pair(w.shape, after.shape),
            pair(pair(before.shape, w.shape), after.shape),
            pair(own.prefix, w.shape),
            pair(own.suffix, w.shape),
            own.pattern,
            w.flags,
            pair(w.flags, w.shape),
            pair(before.flags, w.flags),
            pair(w.flags, after.flags),
            w.class,
            before.class,
            after.class,
            pair(before.class, w.shape),
            pair(after.class, w.shape),
            m,
            pair(m, w.shape),
            m_before,
            m_after,
            pair(m_before, m),
            pair(m, m_after),
            pair(m, w.flags),
            own.casing,
            pair(own.casing, w.shape),
            pair(w.gap, w.shape),
            pair(own.behind, w.shape),
            pair(after.gap, w.shape),
            pair(mode, w.shape),
            pair(pair(before.flags, w.flags), after.flags),
            pair(before.key, w.shape),
            w.cluster,
            before.cluster,
            after.cluster,
            before2.cluster,
            after2.cluster,
            pair(before.cluster, w.shape),
            pair(after.cluster, w.shape),
            pair(before.cluster, after.cluster),
            pair(w.cluster, w.shape),
            pair(before.cluster, w.cluster),
            pair(w.cluster, after.cluster),
            pair(w.seen, w.shape),
            pair(before.seen, w.seen),
            pair(w.seen, after.seen),
        ];
        rows.extend(values.iter().enumerate().map(|(template, value)| row(template, *value)));
    }
}

fn pair(one: u64, other: u64) -> u64 {
    fold::join(one.wrapping_add(0x51), other.wrapping_add(0x77))
}

/// What is seen of a unit from near by.
#[derive(Clone, Debug, Default)]
struct Traits {
    key: u64,
    shape: u64,
    /// What is known of the word by itself.
    flags: u64,
    /// Lists of names that it is on, of people and of cities.
    seen: u64,
    /// Words of like use.
    cluster: u64,
    /// Classes of the vocabulary.
    class: u64,
    gap: u64,
}

impl Traits {
    fn of(sight: &Sight<'_>, unit: &Unit) -> Self {
        let lexeme = sight.lexeme(unit);
        let word = lexeme.word;
        let shape = match unit.shape {
            Shape::Lower => 1,
            Shape::Capital => 2,
            Shape::Initial => 3,
            Shape::Upper => 4,
            Shape::Number => 5,
            Shape::Plain => 6,
        };
        let gap = match unit.gap {
            Gap::None => 1,
            Gap::Inside => 2,
            Gap::Possessive => 3,
            Gap::Soft => 4,
            Gap::Hard => 5,
        };
        Self {
            key: lexeme.key,
            shape: shape * 2 + u64::from(unit.starts),
            flags: u64::from(word.is_ordinary())
                | u64::from(word.is_first_name()) << 1
                | u64::from(word.is_surname()) << 2
                | u64::from(unit.kind as u8) << 3,
            seen: u64::from(word.bits()) | 256,
            cluster: u64::from(word.cluster()) | u64::from(shape != 1) << 9,
            class: u64::from(lexeme.class.bits()),
            gap,
        }
    }
}

/// What only the word itself has looked at.
#[derive(Debug, Default)]
struct Letters {
    /// Shape letter by letter, runs taken together.
    pattern: u64,
    prefix: u64,
    suffix: u64,
    /// How the document writes the word.
    casing: u64,
    /// The sign before.
    behind: u64,
}

impl Letters {
    fn of(sight: &Sight<'_>, at: usize) -> Self {
        let Some(unit) = sight.units.get(at) else { return Self::default() };
        let text = sight.discussion.slice(unit.span);
        let count = sight.count(unit);
        let some = |count: u32| u64::from(count.min(2));
        let mut letters = [0_u64; 3];
        let mut prefix = 0;
        for (at, c) in text.chars().enumerate() {
            let c = u64::from(u32::from(c.to_ascii_lowercase()));
            letters = [letters[1], letters[2], c];
            if at < 3 {
                prefix = pair(prefix, c);
            }
        }
        let start = unit.span.start as usize;
        // The nearest character before, and whether white space stands between.
        let before = sight.discussion.text.get(..start).unwrap_or("");
        let solid = before.trim_end();
        let behind = solid.chars().next_back().filter(|c| !c.is_alphanumeric());
        Self {
            pattern: pattern(text),
            prefix,
            suffix: letters.iter().fold(0, |hash, c| pair(hash, *c)),
            casing: some(count.lower) * 3 + some(count.capital),
            behind: behind.map_or(0, |c| {
                u64::from(u32::from(c)) * 2 + u64::from(solid.len() == before.len())
            }),
        }
    }
}

fn pattern(text: &str) -> u64 {
    let (mut hash, mut last) = (0, 0);
    for c in text.chars() {
        let kind = if c.is_uppercase() {
            1
        } else if c.is_lowercase() {
            2
        } else if c.is_numeric() {
            3
        } else {
            u64::from(u32::from(c)) + 10
        };
        if kind != last {
            hash = pair(hash, kind);
            last = kind;
        }
    }
    hash
}

/// What the rules say of each unit.
fn mark(sight: &Sight<'_>, sequences: &[Sequence], marks: &mut Vec<u64>) {
    marks.clear();
    marks.resize(sight.units.len(), 0);
    for sequence in sequences {
        let kind = match sequence.entity_type {
            EntityType::Person => 1,
            EntityType::Organisation => 2,
            EntityType::Place => 3,
            EntityType::Group => 4,
            EntityType::Event => 5,
            EntityType::Work => 6,
            EntityType::Other => 7,
        };
        let name = u64::from(sequence.kind == FormKind::Name);
        let known = u64::from(sequence.known_as.is_some());
        for at in sequence.first..sequence.end {
            if let Some(mark) = marks.get_mut(at) {
                let inside = u64::from(at > sequence.first);
                *mark = ((kind * 2 + name) * 2 + known) * 2 + inside;
            }
        }
    }
}
