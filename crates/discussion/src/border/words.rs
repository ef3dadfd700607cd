//! The lists of words that the evidence counts, set by hand.

/// Words of the writer's own voice.
pub(super) const FIRST_PERSON: &str = "i me my mine myself we us our ours ourselves im ive";
pub(super) const SECOND_PERSON: &str = "you your yours yourself u ur folks guys youre";
/// Words of judgement, urging and hedging, by which people argue.
pub(super) const ARGUMENT: &str = "should shouldn't must ought obviously clearly actually really just maybe perhaps \
    surely anyway basically honestly seriously apparently stupid idiot idiots nonsense \
    ridiculous wrong lies lie liar liars bullshit crap fool fools joke shame disgusting \
    pathetic hell damn lol btw imo imho wtf omg so-called always never everyone \
    everybody nobody anyone simply nothing";
/// How answers begin.
pub(super) const OPENERS: &str = "yes no yeah yep nope well so oh ah wow sorry thanks thank agree agreed exactly right \
    really please hey hi ok okay great good why what how stop let";
/// Verbs and phrases with which news gives its sources.
pub(super) const REPORTS: &str = "said says told tells according announced reported reports stated added confirmed \
    denied warned claimed insisted acknowledged declared spokesman spokeswoman \
    spokesperson officials sources statement interview noted explained urged argued \
    testified alleged disclosed accused authorities police reporters quoted commented \
    remarked pledged vowed predicted estimated reportedly unnamed agency conference \
    press released";
pub(super) const DATES: &str = "monday tuesday wednesday thursday friday saturday sunday january february april june \
    july august september october november december yesterday week month sept. oct. \
    percent";
pub(super) const TITLES: &str = "president minister secretary mr. ms. mrs. dr. sen. rep. gen. senator chairman \
    director professor general colonel ambassador mayor judge governor chief \
    commissioner deputy foreign prime department ministry commission committee council \
    court university company officer leader member";
/// What is possible, likely or due.
pub(super) const MODALS: &str = "can could would will shall should might must cannot gonna wont";
/// Conditions, reasons and concessions.
pub(super) const CONDITIONS: &str = "if unless because cause though although whether otherwise";
/// Words that point at what was said before.
pub(super) const POINTERS: &str = "it this that these those they them there such";
pub(super) const NEGATIONS: &str = "not no none neither nor n't n’t without";
/// Prepositions that tie nouns together, as information does.
pub(super) const PREPOSITIONS: &str = "of in by on at from with after before during between against since near under \
    following";
/// The copula in the past and the like: reports tell what happened.
pub(super) const PAST: &str = "was were had became began took made came went held met found gave led left won lost \
    died killed been";
/// The present of plain statements: comments tell how things are.
pub(super) const PRESENT: &str =
    "is are am do does don't want think know believe need get guess hope";
