//! The text: article, border, comments. Of a long text only what is near the screen is in the
//! document; `reading::window` says what that is. One listener for all marks.

use std::{cell::RefCell, rc::Rc};

use discussion::{ParagraphId, Section};
use engine::MentionId;
use reading::{
    Reading,
    window::{Piece, WHOLE_MARKS, WHOLE_PARAGRAPHS, Window},
};
use yew::prelude::*;

use crate::{
    browser::{copying::Copying, listener::Listener, marks, rows, timer::Timer},
    state::{Action, Shared, State},
    strings,
    view::{PartProps, border, found, goal::Goal, keys, legend, row},
};

/// How long the pointer rests on a mark before it asks, in milliseconds.
const POINTER_REST: u32 = 120;

/// How often the text is drawn anew before it has come to rest. One or two times are usual.
const TURNS: u8 = 8;

/// The two lists of paragraphs in their order.
const SECTIONS: [Section; 2] = [Section::Article, Section::Comments];

/// What the text is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TextProps {
    /// What is read.
    pub reading: Shared<Reading>,
    /// The state, and where actions go.
    pub part: PartProps,
    /// Where the reader is to be taken.
    pub goal: Option<Shared<Goal>>,
}

/// The text.
pub struct Text {
    /// What of a long text is drawn; none for a short one.
    window: Option<Window>,
    turns: u8,
    /// Whether the browser highlights something that was found.
    highlights: bool,
    pointer: Rc<RefCell<Option<Timer>>>,
    /// What of the text is copied where it is not drawn.
    copied: Rc<RefCell<Shared<State>>>,
    _copying: Copying,
    _moved: [Listener; 2],
}

/// What happens to it.
#[derive(Clone, Copy, Debug)]
pub enum Msg {
    /// The reader has scrolled, or the page has another size.
    Moved,
    /// Something else must be drawn.
    Draw,
}

impl Component for Text {
    type Message = Msg;
    type Properties = TextProps;

    fn create(ctx: &Context<Self>) -> Self {
        let _moved = ["scroll", "resize"].map(|event| {
            let moved = ctx.link().callback(|()| Msg::Moved);
            Listener::to(event, move || moved.emit(()))
        });
        let copied = Rc::new(RefCell::new(ctx.props().part.state.clone()));
        let state = Rc::clone(&copied);
        let _copying = Copying::listen(move |first, last| state.borrow().text_between(first, last));
        let mut text = Self {
            window: None,
            turns: 0,
            highlights: false,
            pointer: Rc::default(),
            copied,
            _copying,
            _moved,
        };
        text.open(ctx.props());
        text
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &TextProps) -> bool {
        let new = ctx.props();
        let (state, before) = (&new.part.state, &old.part.state);
        self.turns = 0;
        self.copied.replace(state.clone());
        let read_anew = new.reading != old.reading;
        if read_anew && !is_same_text(&new.reading, &old.reading) {
            self.open(new);
        } else if (read_anew
            || state.shown != before.shown
            || state.view.unmatched != before.view.unmatched
            || state.folding.away != before.folding.away)
            && let Some(window) = &mut self.window
        {
            window.show(|row| !state.is_hidden(row));
        }
        self.approach(new);
        true
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Msg) -> bool {
        match (message, &mut self.window) {
            (Msg::Draw, _) => true,
            (Msg::Moved, Some(window)) => {
                self.turns = 0;
                let width = window.width();
                // A new width is looked at once it is drawn.
                rows::sight().is_some_and(|sight| sight.width != width || window.look(sight))
            }
            (Msg::Moved, None) => false,
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let TextProps { reading, part, .. } = ctx.props();
        let state = &part.state;
        let lists = SECTIONS.map(|section| self.list(ctx, section));
        let drawn = lists.iter().flatten().filter_map(row_of);
        let top = self.window.as_ref().map_or(0, Window::anchor);
        let stop = state
            .tab_stop(drawn.clone().filter(|id| id.index() >= top))
            .or_else(|| state.tab_stop(drawn));
        let [article, comments] = lists.map(|pieces| draw_list(reading, part, stop, &pieces));
        let [in_article, in_comments] = rows::LISTS;
        let has_comments = reading.discussion.border.paragraph.is_some();
        let act = part.act.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if let Some(mention) = marks::at(event.target()) {
                act.emit(Action::PinWhy { mention, by_keyboard: false });
            }
        });
        let act = part.act.clone();
        let onfocusin = Callback::from(move |event: FocusEvent| {
            if let Some(mention) = marks::stop(event.target()) {
                act.emit(Action::FocusMark(mention));
            }
        });
        let onpointerover = self.rest(part.act.clone());
        let onkeydown = keys::in_text(part);
        let whole = self.window.is_none() || state.prints_whole();
        html! {
            <article class="text" aria-labelledby="title" {onclick} {onfocusin} {onpointerover}
                {onkeydown} data-selection={(!state.strong.is_empty()).then_some("")}
                data-window={(!whole).then_some("")}>
                if state.printing && !whole {
                    <p class="only-paper">{ strings::TOO_LONG_FOR_PAPER }</p>
                }
                <section class="part" aria-labelledby="article-heading">
                    <h2 id="article-heading" class="kicker">{ strings::section(Section::Article) }</h2>
                    <div id={in_article}>{ article }</div>
                </section>
                if has_comments {
                    <section class="part" aria-labelledby="comments-heading">
                        { border::tools(part) }
                        <div id={in_comments}>{ comments }</div>
                    </section>
                } else {
                    { border::none(part) }
                }
                <div class="print-legend" aria-hidden="true">{ legend::draw() }</div>
            </article>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let TextProps { part, goal, .. } = ctx.props();
        let finds = part.state.find.is_some();
        if finds || self.highlights {
            found::show(&part.state, self.drawn(ctx).into_iter());
            self.highlights = finds;
        }
        let goal = goal.as_ref().filter(|goal| goal.is_ahead());
        let Some(window) = self.window.as_mut().filter(|_| !part.state.printing) else {
            goal.inspect(|goal| goal.reach(&part.state));
            return;
        };
        let Some(sight) = rows::sight() else { return };
        let moved = window.measure(&rows::heights(), sight);
        rows::scroll_by(moved.scroll);
        goal.inspect(|goal| goal.reach(&part.state));
        let further = rows::sight().is_some_and(|sight| window.look(sight));
        if (moved.redraw || further) && self.turns < TURNS {
            self.turns += 1;
            ctx.link().send_message(Msg::Draw);
        }
    }
}

impl Text {
    /// Begins with another text.
    fn open(&mut self, props: &TextProps) {
        let (reading, state) = (&props.reading, &props.part.state);
        let discussion = &reading.discussion;
        let short = discussion.paragraphs.len() <= WHOLE_PARAGRAPHS
            && reading.analysis.mentions.len() <= WHOLE_MARKS;
        self.window = (!short).then(|| {
            let bytes = discussion.paragraphs.iter().map(|paragraph| paragraph.span.len());
            let bytes = bytes.map(|bytes| u32::try_from(bytes).unwrap_or(u32::MAX));
            let mut window = Window::over(bytes, discussion.border.paragraph.map(|p| p.index()));
            window.show(|row| !state.is_hidden(row));
            window
        });
        self.approach(props);
    }

    /// Draws the place where the reader is to be taken.
    fn approach(&mut self, props: &TextProps) {
        let goal = props.goal.as_ref().filter(|goal| goal.is_ahead());
        if let (Some(window), Some(goal)) = (&mut self.window, goal) {
            window.go_to(goal.paragraph(&props.part.state));
        }
    }

    /// The paragraphs that are in the document.
    fn drawn(&self, ctx: &Context<Self>) -> Vec<ParagraphId> {
        let lists = SECTIONS.iter().flat_map(|section| self.list(ctx, *section));
        lists.filter_map(|piece| row_of(&piece)).collect()
    }

    /// What is in the document of a section.
    fn list(&self, ctx: &Context<Self>, section: Section) -> Vec<Piece> {
        let TextProps { reading, part, .. } = ctx.props();
        let state: &State = &part.state;
        match &self.window {
            Some(window) if !state.prints_whole() => {
                let kept = state.current.and_then(|mention| state.paragraph_of(mention));
                window.pieces(section as usize, kept.map(|paragraph| paragraph.index()))
            }
            long => {
                let count = reading.discussion.paragraphs.len();
                let border = reading.discussion.border.paragraph.map_or(count, |p| p.index());
                let rows = if section == Section::Article { 0..border } else { border..count };
                // What is hidden is in the document of a short text, for those who embed it.
                rows.filter(|row| long.is_none() || !state.is_hidden(*row))
                    .map(Piece::Row)
                    .collect()
            }
        }
    }

    /// The pointer asks by resting.
    fn rest(&self, act: Callback<Action>) -> Callback<PointerEvent> {
        let pointer = Rc::clone(&self.pointer);
        Callback::from(move |event: PointerEvent| {
            let over = marks::at(event.target()).filter(|_| event.pointer_type() == "mouse");
            let act = act.clone();
            *pointer.borrow_mut() = over.and_then(|mention| {
                Timer::after(POINTER_REST, move || act.emit(Action::PointAt(mention)))
            });
        })
    }
}

/// Whether one text is read in two ways: what is drawn of it, and where, stays.
fn is_same_text(one: &Reading, other: &Reading) -> bool {
    let (one, other) = (&one.discussion, &other.discussion);
    one.border.paragraph == other.border.paragraph
        && one.paragraphs.len() == other.paragraphs.len()
        && one.text == other.text
}

fn row_of(piece: &Piece) -> Option<ParagraphId> {
    match piece {
        Piece::Row(row) => u32::try_from(*row).ok().map(ParagraphId),
        Piece::Gap(..) => None,
    }
}

/// Draws what is in the document of a section. Keys rise from above downward, so that what stays
/// is never taken out of the document, and keeps the keyboard.
fn draw_list(
    reading: &Shared<Reading>,
    part: &PartProps,
    stop: Option<MentionId>,
    pieces: &[Piece],
) -> Html {
    let draw_piece = |piece: &Piece| match piece {
        Piece::Row(row) => {
            let id = ParagraphId(u32::try_from(*row).unwrap_or(u32::MAX));
            row::draw(reading, part, stop, id)
        }
        Piece::Gap(before, height) => {
            // The policy of the page forbids styles; the height of a drawing is no style.
            let pixels = format!("{}.{:02}", height / 100, height % 100);
            html! {
                <svg key={format!("gap {before}")} class="gap" width="1" height={pixels}
                    aria-hidden="true" focusable="false" />
            }
        }
    };
    pieces.iter().map(draw_piece).collect()
}
