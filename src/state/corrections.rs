//! The reader's corrections: what the dialog corrects, what a change becomes, and the reading that
//! follows from them.

use discussion::{
    ParagraphId, Span,
    offsets::{Offsets, Unit},
};
use engine::{EntityType, Mention, MentionId, Stance};
use reading::{
    Overview, ReaderBorder, Reading, Show,
    corrections::{
        Agreement, Anchor, Change, Correction, Held, Log, Misfit, Record, RecordId, Scope, Who,
        apply, slug_for,
    },
};

use crate::{
    state::{Dialog, Effect, FocusPlace, Shared, State, Task},
    strings,
};

/// Bytes of a post or paragraph by which it is found again.
const BEGINNING: usize = 48;

/// The corrections of what is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// The name of the text in the library; empty while nothing is open.
    pub key: String,
    /// The machine's own reading.
    pub machine: Option<Shared<Reading>>,
    /// The reader's corrections.
    pub log: Log,
    /// Those that do not fit, with the reason.
    pub misfits: Vec<(RecordId, Misfit)>,
    /// Where the reader's last correction of it puts the border.
    pub border: Option<ReaderBorder>,
    /// Somebody else's corrections, as lines.
    pub theirs: Vec<String>,
    /// Corrections that a link or a file brought, until the text is here.
    pub arriving: Vec<String>,
    /// How far the reader agrees with the machine or, where there is one, with the other reader.
    pub agreement: Agreement,
    /// The number of this session among all that correct this text.
    pub session: u32,
    /// What the dialog corrects.
    pub target: Option<Target>,
    /// How often the dialog was opened, so that its fields begin anew.
    pub opened: u32,
    /// Changes that are not kept yet.
    pub unsaved: u32,
    /// What was done last, for those who hear the page.
    pub said: String,
}

/// What a correction is made at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A mark.
    Mention(MentionId),
    /// Words that are no mark yet.
    Words {
        /// Where they stand.
        paragraph: ParagraphId,
        /// The words; empty where the reader still has to say which.
        words: String,
        /// Where they begin, in UTF-16 units from the beginning of the paragraph.
        start: u32,
    },
}

/// What the reader asks for in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The mention or the words refer to somebody of this name.
    Meant {
        /// The name: somebody known, or somebody new.
        name: String,
        /// The type, if it is somebody new.
        kind: EntityType,
        /// The words, where they are no mark yet.
        words: String,
    },
    /// The entity is of another type.
    Type(EntityType),
    /// A holder's stance.
    Stance {
        /// The holder's name; empty for the writer.
        holder: String,
        /// Whether somebody holds it whom no entity stands for.
        unnamed: bool,
        /// The stance; none takes a source's away.
        stance: Option<Stance>,
    },
    /// The words are no mention.
    Remove,
    /// The author of the post; empty for none.
    Author(String),
    /// The comments begin with this paragraph.
    Border,
}

impl State {
    /// Opens the dialog.
    pub(super) fn correct_at(&mut self, target: Target) {
        self.corrections.target = Some(target);
        self.corrections.opened += 1;
        self.dialog = Some(Dialog::Correct);
    }

    /// Makes what was asked for in the dialog.
    pub(super) fn mend(&mut self, mend: Mend, scope: Scope, effects: &mut Vec<Effect>) {
        self.dialog = None;
        match self.correction(mend, scope) {
            Some(correction) => self.add(&correction, effects),
            None => self.corrections.said = strings::NOTHING_TO_CORRECT.to_owned(),
        }
    }

    /// Adds a correction and shows what comes of it.
    fn add(&mut self, correction: &Correction, effects: &mut Vec<Effect>) {
        let anchor = match correction {
            Correction::Reassign { at, .. }
            | Correction::Mark { at, .. }
            | Correction::Unmark { at, .. }
            | Correction::Judge { at, .. } => Some(at.clone()),
            _ => None,
        };
        let at = anchor.map(|at| at.start).or_else(|| {
            let reading = self.reading.as_ref()?;
            let mention = reading.analysis.mentions.get(self.corrected_mention()?.index())?;
            Some(mention.span.start)
        });
        let change = self.corrections.log.add(correction.to_line(), self.corrections.session);
        let id = change.record.id;
        self.keep(change, effects);
        self.view.show = Show::Mine;
        self.reread();
        self.view.border = self.corrections.border.or(self.view.border);
        self.corrections.said =
            match self.corrections.misfits.iter().find(|(misfit, _)| *misfit == id) {
                Some((_, misfit)) => strings::misfit(misfit),
                None => strings::correction(correction),
            };
        self.focus_at(at, effects);
    }

    fn corrected_mention(&self) -> Option<MentionId> {
        match self.corrections.target {
            Some(Target::Mention(id)) => Some(id),
            _ => None,
        }
    }

    /// Sends the keyboard back to where the correction was made.
    fn focus_at(&mut self, start: Option<u32>, effects: &mut Vec<Effect>) {
        let mentions = self.reading.as_ref().map(|reading| reading.analysis.mentions.as_slice());
        let near = start.and_then(|start| {
            let mut all = mentions.unwrap_or(&[]).iter().zip(0..);
            all.find(|(m, _)| m.span.start <= start && start < m.span.end)
        });
        let place = match near {
            Some((_, id)) => FocusPlace::Mark(MentionId(id)),
            None => FocusPlace::Text,
        };
        effects.push(Effect::Focus(place));
    }

    /// Undoes or does again.
    pub(super) fn step(&mut self, forward: bool, effects: &mut Vec<Effect>) {
        let log = &mut self.corrections.log;
        let change = if forward { log.redo() } else { log.undo() };
        match change {
            Some(change) => self.changed(change, effects),
            None => self.corrections.said = strings::nothing_to_step(forward).to_owned(),
        }
    }

    pub(super) fn take_back(&mut self, id: RecordId, effects: &mut Vec<Effect>) {
        if let Some(change) = self.corrections.log.take_back(id) {
            self.changed(change, effects);
        }
    }

    fn changed(&mut self, change: Change, effects: &mut Vec<Effect>) {
        let what = strings::record(&change.record);
        self.corrections.said =
            if change.there { strings::made_again(&what) } else { strings::taken_back(&what) };
        if matches!(change.record.correction, Some(Correction::Border { .. })) {
            self.view.border = None;
        }
        self.keep(change, effects);
        self.reread();
        self.view.border = self.corrections.border.or(self.view.border);
    }

    /// Has a change stored.
    fn keep(&mut self, change: Change, effects: &mut Vec<Effect>) {
        self.corrections.unsaved += 1;
        let (key, steps) = (self.corrections.key.clone(), self.corrections.log.steps());
        effects.push(Effect::Store(Task::Change { key, change: Box::new(change), steps }));
    }

    /// Puts the border where the reader wants it, as a correction; none takes the reader's borders
    /// back.
    pub(super) fn place_border(&mut self, border: Option<ReaderBorder>, effects: &mut Vec<Effect>) {
        self.view.border = border;
        let at = match border {
            Some(ReaderBorder::Before(number)) => {
                let Some(at) = self.beginning(number.saturating_sub(1)) else { return };
                Some(at)
            }
            Some(ReaderBorder::NoComments) => None,
            None => {
                let records = self.corrections.log.records.iter();
                let borders =
                    records.filter(|r| matches!(r.correction, Some(Correction::Border { .. })));
                let ids: Vec<_> = borders.map(|record| record.id).collect();
                for id in ids {
                    if let Some(change) = self.corrections.log.take_back(id) {
                        self.keep(change, effects);
                    }
                }
                return;
            }
        };
        let line = Correction::Border { at }.to_line();
        let change = self.corrections.log.add(line, self.corrections.session);
        self.keep(change, effects);
    }

    /// The beginning of a paragraph.
    fn beginning(&self, paragraph: u32) -> Option<Anchor> {
        let discussion = &self.reading.as_ref()?.discussion;
        let span = discussion.paragraphs.get(paragraph as usize)?.span;
        let text = discussion.slice(span);
        let end = span.start as usize + text.floor_char_boundary(BEGINNING);
        Some(Anchor::of(&discussion.text, Span::new(span.start as usize, end)))
    }

    /// What a change in the dialog becomes; none where it changes nothing.
    fn correction(&self, mend: Mend, scope: Scope) -> Option<Correction> {
        let reading = self.reading.as_ref()?;
        match self.corrections.target.as_ref()? {
            Target::Mention(id) => {
                let mention = reading.analysis.mentions.get(id.index())?;
                self.of_mention(reading, mention, mend, scope)
            }
            Target::Words { paragraph, start, words: selected } => {
                let Mend::Meant { name, kind, words } = mend else { return None };
                let start = if *selected == words { *start } else { 0 };
                let at = place_of(reading, *paragraph, &words, start)?;
                let (to, new) = meant(reading, &name, kind)?;
                Some(Correction::Mark { at, scope, to, new })
            }
        }
    }

    fn of_mention(
        &self,
        reading: &Reading,
        mention: &Mention,
        mend: Mend,
        scope: Scope,
    ) -> Option<Correction> {
        let entity = reading.analysis.entities.get(mention.entity.index())?;
        let at = Anchor::of(&reading.discussion.text, mention.span);
        let who = Who { slug: entity.slug.clone(), name: entity.name.clone() };
        match mend {
            Mend::Meant { name, kind, .. } => {
                let (to, new) = meant(reading, &name, kind)?;
                if to == who {
                    return None;
                }
                Some(match (scope, new) {
                    (Scope::Everywhere, None) => Correction::Merge { who, into: to },
                    (Scope::Everywhere, Some(_)) => Correction::Rename { who, name: to.name },
                    _ => Correction::Reassign { at, scope, from: who, to, new },
                })
            }
            Mend::Type(kind) if kind == entity.kind => None,
            Mend::Type(kind) if scope == Scope::Everywhere => {
                Some(Correction::Retype { who, kind })
            }
            Mend::Type(kind) => {
                let to = new_one(reading, &entity.name);
                Some(Correction::Reassign { at, scope, from: who, to, new: Some(kind) })
            }
            Mend::Stance { holder, unnamed, stance } => {
                let holder = if unnamed {
                    Held::Unnamed
                } else if holder.trim().is_empty() {
                    Held::Writer
                } else {
                    Held::Source(meant(reading, &holder, EntityType::Other)?.0)
                };
                let not_the_writers = holder != Held::Writer;
                Some(Correction::Judge { at, scope, target: who, holder, stance, not_the_writers })
            }
            Mend::Remove => Some(Correction::Unmark { at, scope, who }),
            Mend::Author(name) => {
                let post = reading.discussion.paragraphs.get(mention.paragraph.index())?.post;
                let post = reading.discussion.posts.get(post.index())?;
                let at = self.beginning(post.paragraphs.start)?;
                Some(Correction::Author { at, name: name.trim().to_owned() })
            }
            Mend::Border => Some(Correction::Border {
                at: Some(self.beginning(mention.paragraph.0).filter(|_| mention.paragraph.0 > 0)?),
            }),
        }
    }

    /// Corrections that were stored for what is open; with what a link brought.
    pub(super) fn load(
        &mut self,
        key: &str,
        stored: Vec<Record>,
        steps: &str,
        effects: &mut Vec<Effect>,
    ) {
        if key != self.corrections.key {
            return;
        }
        let first = self.corrections.log.records.is_empty();
        if self.corrections.log == Log::default() {
            self.corrections.log = Log::restored(stored, steps);
        } else {
            self.corrections.log.load(stored);
        }
        let arriving = std::mem::take(&mut self.corrections.arriving);
        let known: Vec<&str> =
            self.corrections.log.records.iter().map(|r| r.line.as_str()).collect();
        if known.is_empty() {
            for line in arriving {
                let change = self.corrections.log.add(line, self.corrections.session);
                self.keep(change, effects);
            }
        } else if !arriving.is_empty() && known != arriving {
            // What the sender sees is shown, and what the reader did stays.
            self.view.show = Show::Theirs;
            self.notices.tell(strings::theirs_arrived(arriving.len()));
            self.corrections.theirs = arriving;
        }
        if !first || !self.corrections.log.records.is_empty() || !self.corrections.theirs.is_empty()
        {
            self.reread();
            // A border that the link asks for counts.
            self.view.border = self.view.border.or(self.corrections.border);
        }
    }

    /// Takes one of the other reader's corrections over.
    pub(super) fn take_over(&mut self, at: usize, effects: &mut Vec<Effect>) {
        let Some(line) = self.corrections.theirs.get(at).cloned() else { return };
        let change = self.corrections.log.add(line, self.corrections.session);
        self.changed(change, effects);
    }

    /// The reading that the view asks for, from the machine's and the corrections.
    pub(super) fn choose_reading(&mut self) -> Option<Shared<Reading>> {
        let machine = self.corrections.machine.clone()?;
        let theirs = &self.corrections.theirs;
        if theirs.is_empty() && self.view.show == Show::Theirs {
            self.view.show = Show::Mine;
        }
        if self.corrections.log.records.is_empty() && theirs.is_empty() {
            self.corrections.misfits.clear();
            self.corrections.border = None;
            self.corrections.agreement = Agreement::default();
            return Some(machine);
        }
        let records = self.corrections.log.records.iter();
        let known: Vec<_> =
            records.filter_map(|r| r.correction.as_ref().map(|c| (r.id, c))).collect();
        let corrected = |corrections: &mut dyn Iterator<Item = &Correction>| {
            let (discussion, analysis) = (machine.discussion.clone(), machine.analysis.clone());
            apply(discussion, analysis, corrections)
        };
        let mine = corrected(&mut known.iter().map(|(_, correction)| *correction));
        let misfits = mine
            .misfits
            .iter()
            .filter_map(|(at, misfit)| known.get(*at).map(|(id, _)| (*id, misfit.clone())));
        self.corrections.misfits = misfits.collect();
        self.corrections.border = mine.border;
        let mine = Shared::new(Reading::corrected(mine, self.lowercase));
        let other = if theirs.is_empty() {
            machine.clone()
        } else {
            let theirs: Vec<_> =
                theirs.iter().filter_map(|line| Correction::from_line(line)).collect();
            Shared::new(Reading::corrected(corrected(&mut theirs.iter()), self.lowercase))
        };
        self.corrections.agreement = Agreement::of(&mine, &other);
        Some(match self.view.show {
            Show::Machine => machine,
            Show::Theirs => other,
            Show::Mine | Show::Difference => mine,
        })
    }

    /// Shows the reading anew after corrections or the choice of a reading changed.
    pub(super) fn reread(&mut self) {
        let Some(reading) = self.choose_reading() else { return };
        self.overview = Shared::new(Overview::of(&reading));
        self.reading = Some(reading);
        self.why = None;
        self.closed_at = None;
        self.current = None;
        self.count();
        self.strengthen();
        self.survey();
        self.tabulate();
    }
}

/// The entity of a name, or a new one of a type.
fn meant(reading: &Reading, name: &str, kind: EntityType) -> Option<(Who, Option<EntityType>)> {
    let name = name.trim();
    let entities = &reading.analysis.entities;
    let found = entities.iter().find(|entity| entity.name == name);
    let found = found.or_else(|| entities.iter().find(|e| e.name.eq_ignore_ascii_case(name)));
    match found {
        Some(entity) => Some((Who { slug: entity.slug.clone(), name: entity.name.clone() }, None)),
        None if name.is_empty() => None,
        None => Some((new_one(reading, name), Some(kind))),
    }
}

fn new_one(reading: &Reading, name: &str) -> Who {
    let end = name.floor_char_boundary(reading::corrections::MAX_NAME_BYTES);
    let name = name.get(..end).unwrap_or(name).to_owned();
    Who { slug: slug_for(&name, &|slug| reading.entity(slug).is_some()), name }
}

/// The place of words in a paragraph: the first that begins there or behind.
fn place_of(reading: &Reading, paragraph: ParagraphId, words: &str, start: u32) -> Option<Anchor> {
    let discussion = &reading.discussion;
    let span = discussion.paragraphs.get(paragraph.index())?.span;
    let text = discussion.slice(span);
    let words = words.trim();
    let from = Offsets::new(text).to_byte(start, Unit::Utf16) as usize;
    let at = if words.is_empty() { None } else { text.get(from..)?.find(words) }?;
    let start = span.start as usize + from + at;
    Some(Anchor::of(&discussion.text, Span::new(start, start + words.len())))
}
