//! The page: holds the state, sends actions to the reducer and performs what follows from them.

use reading::words::Lowercase;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        self,
        deep::DeepReader,
        library::Library,
        listener::Listener,
        reader::{Files, Reader},
    },
    protocol::deep::Order,
    state::{Action, Copied, Effect, FocusPlace, Shared, State},
    strings,
    view::{
        PartProps, address, chips, columns, correct, corrections, descriptions, export, filters,
        goal::{Goal, Place},
        header, help, keys, notices, open, overview, panels, read, sharing, why,
    },
};

/// The page.
pub struct App {
    state: Shared<State>,
    reader: Reader,
    files: Files,
    deep: DeepReader,
    library: Library,
    /// Effects on what is drawn, to be done when it is.
    when_drawn: Vec<Effect>,
    /// Where in the text the reader was taken last, or is to be taken.
    goal: Option<Shared<Goal>>,
    _printing: [Listener; 2],
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let act = ctx.link().callback(|action| action);
        let answered = act.clone();
        let reader = Reader::start(move |reply| answered.emit(Action::Answered(Box::new(reply))));
        let delivered = act.clone();
        let files = Files::new(move |delivery| {
            delivered.emit(Action::Delivered(Box::new(delivery)));
        });
        let said = act.clone();
        let deep = DeepReader::new(move |what| said.emit(Action::DeepSaid(Box::new(what))));
        let changed = act.clone();
        browser::address::listen(move |fragment| changed.emit(Action::AddressChanged(fragment)));
        let rested = act.clone();
        browser::scroll::listen(move |place| rested.emit(Action::Scrolled(place)));
        let dropped = act.clone();
        browser::files::listen_to_drops(move |action| dropped.emit(action));
        let _printing = [("beforeprint", true), ("afterprint", false)].map(|(event, on)| {
            let act = act.clone();
            Listener::to(event, move || act.emit(Action::Print(on)))
        });
        browser::offline::register();
        let step = act.clone();
        browser::focus::listen_to_undo(move |forward| step.emit(Action::Step { forward }));
        let changed = act.clone();
        let library = Library::listen(move |key| changed.emit(Action::LibraryChanged(key)));
        let (fragment, theme) = (browser::address::first_fragment(), browser::storage::theme());
        act.emit(Action::Started { fragment, theme, session: browser::page::session() });
        let lowercase = Lowercase(browser::letters::lowercase);
        let state = Shared::new(State {
            lowercase,
            languages: browser::language::all(),
            hints_seen: browser::storage::hints(),
            deep: browser::page::deep(),
            ..State::default()
        });
        Self { state, reader, files, deep, library, when_drawn: Vec::new(), goal: None, _printing }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let effects = self.state.to_mut().apply(action);
        // What the page showed before is there until there is something of its own to see.
        let State { reading, dialog, notices, .. } = &*self.state;
        if reading.is_some() || dialog.is_some() || !notices.list.is_empty() {
            browser::page::end_shell();
        }
        for effect in effects {
            self.perform(effect, &ctx.link().callback(|action| action));
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props =
            PartProps { state: self.state.clone(), act: ctx.link().callback(|action| action) };
        let onkeydown = keys::everywhere(&props);
        let panel = match self.state.panel {
            crate::state::Panel::Text => "text",
            crate::state::Panel::Overview => "overview",
            crate::state::Panel::Filters => "filters",
        };
        html! {
            <div class="page" data-panel={panel} {onkeydown}>
                <a class="skip" href="#text" onclick={skip_to_text()}>{ strings::SKIP_TO_TEXT }</a>
                { header::draw(&props) }
                { notices::draw(&props) }
                <div class="columns">
                    { filters::draw(&props) }
                    { read::draw(&props, self.goal.clone()) }
                    <div class="beside">
                        { overview::draw(&props) }
                        { why::draw(&props) }
                    </div>
                </div>
                { panels::draw(&props) }
                { open::draw(&props) }
                { address::draw(&props) }
                { columns::draw(&props) }
                { export::draw(&props) }
                { help::draw(&props) }
                { correct::draw(&props) }
                { corrections::list(&props) }
                { sharing::draw(&props) }
                { descriptions::draw() }
                <p class="drop-here" aria-hidden="true">{ strings::DROP_HERE }</p>
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        for effect in std::mem::take(&mut self.when_drawn) {
            match effect {
                Effect::Ready(tier) => browser::page::show_ready(tier),
                Effect::Focus(place) => browser::focus::send_to(place),
                Effect::ShowDialog(dialog) => browser::dialog::show(dialog),
                Effect::StartDeep(offer) => self.deep.start(&offer),
                Effect::Deep(order) => self.deep.send(&order),
                Effect::LookDeeper => {
                    if let Some(screen) = browser::scroll::on_screen() {
                        self.deep.send(&Order::Look(screen));
                    }
                }
                Effect::EndDeep => self.deep.end(),
                Effect::KeepFocus { to, .. } => browser::focus::keep_on_mark(to),
                _ => {}
            }
        }
        // Where no text is drawn, there is only the top of the page.
        if let Some(goal) = &self.goal {
            goal.reach(&self.state);
        }
    }
}

impl App {
    fn go_to(&mut self, place: Place) {
        self.goal = Some(Shared::new(Goal::to(place)));
    }

    fn perform(&mut self, effect: Effect, act: &Callback<Action>) {
        let act = act.clone();
        match effect {
            Effect::ListTexts => spawn_local(async move {
                act.emit(Action::TextsListed(browser::fetch::texts().await));
            }),
            Effect::Fetch { request, file, title } => spawn_local(async move {
                let fetched = browser::fetch::text(&file, &title).await;
                act.emit(Action::Fetched { request, fetched });
            }),
            Effect::StopReading => {
                self.reader.stop();
                self.files.stop();
            }
            Effect::Read(request) => self.reader.read(&request),
            Effect::Save(file) => browser::download::save(&file.name, &file.bytes),
            Effect::SavePicture(file) => spawn_local(async move {
                let stem = file.name.trim_end_matches(".svg");
                let name = format!("{stem}.png");
                let said = match browser::picture::png(&file.bytes).await {
                    Some(png) => {
                        browser::download::save(&name, &png);
                        strings::written(&name)
                    }
                    None => strings::NO_PICTURE.to_owned(),
                };
                act.emit(Action::Exported(said));
            }),
            Effect::Order(order) => self.files.order(&order),
            Effect::WriteAddress { fragment, history } => {
                browser::address::write(&fragment, history);
            }
            Effect::ShowTheme(theme) => {
                browser::page::show_theme(theme);
                browser::storage::keep_theme(theme);
            }
            Effect::KeepHints(count) => browser::storage::keep_hints(count),
            Effect::ShowLanguage(number, language) => spawn_local(async move {
                let came = browser::language::show(language).await;
                act.emit(Action::LanguageShown(number, came));
            }),
            Effect::CopyLink => spawn_local(async move {
                let address = browser::address::whole();
                let done = browser::clipboard::write(&address).await;
                let copied = if done { Copied::Done } else { Copied::ByHand(address) };
                act.emit(Action::Copied(Some(copied)));
            }),
            Effect::Title(title) => {
                let asked = chips::asked(&self.state).join(", ");
                let title =
                    if asked.is_empty() { title } else { format!("{asked} \u{2013} {title}") };
                browser::page::show_title(&title);
            }
            Effect::Store(task) => {
                let library = self.library.clone();
                spawn_local(async move {
                    if let Some(stored) = library.perform(task).await {
                        act.emit(Action::Stored(Box::new(stored)));
                    }
                });
            }
            Effect::Unpack { request, cargo } => spawn_local(async move {
                let (mut text, mut corrections) = (None, None);
                if let Some(packed) = &cargo.text {
                    text = Some(browser::packing::unpack(packed).await);
                }
                if let Some(packed) = &cargo.corrections {
                    corrections = Some(browser::packing::unpack(packed).await);
                }
                act.emit(Action::Unpacked { request, text, corrections });
            }),
            Effect::Pack { text, corrections } => spawn_local(async move {
                let text = browser::packing::pack(&text).await;
                let corrections = match corrections {
                    Some(lines) => browser::packing::pack(&lines).await,
                    None => None,
                };
                act.emit(Action::Packed { text, corrections });
            }),
            Effect::PassOn { fragment, copy } => {
                let address = browser::address::with(&fragment);
                if copy {
                    spawn_local(async move {
                        let done = browser::clipboard::write(&address).await;
                        let copied = if done { Copied::Done } else { Copied::ByHand(address) };
                        act.emit(Action::Copied(Some(copied)));
                    });
                } else {
                    let title = self.state.reading.as_ref().map(|r| r.discussion.title.clone());
                    browser::address::share(&title.unwrap_or_default(), &address);
                }
            }
            Effect::Scroll(number) => self.go_to(Place::Paragraph(number)),
            Effect::ShowMatch => self.go_to(Place::Match),
            Effect::Focus(FocusPlace::Mark(mention)) => self.go_to(Place::Mark(mention)),
            Effect::KeepDeep(on) => browser::storage::keep_deep(on),
            Effect::KeepFocus { from, .. } => {
                if browser::focus::is_on_mark(from) {
                    self.when_drawn.push(effect);
                }
            }
            Effect::Ready(_)
            | Effect::Focus(_)
            | Effect::ShowDialog(_)
            | Effect::StartDeep(_)
            | Effect::Deep(_)
            | Effect::LookDeeper
            | Effect::EndDeep => self.when_drawn.push(effect),
        }
    }
}

/// The fragment belongs to the view, so the way to the text must not go through it.
fn skip_to_text() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus::send_to(FocusPlace::Text);
    })
}
