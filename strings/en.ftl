### What the interface says. Code calls each message by its name, and the build numbers them in the
### order of this file. A message has the same variables in every language; plurals choose between
### [one] and *[other].

## The page as a whole

# The name of the product.
name = Stancelight
# What it does.
tagline = Who is talked about, and who stands where on them
# The way past the header for the keyboard.
skip-to-text = Skip to the text
# A text on its way.
reading = Reading…
# Without a text.
nothing-open = Nothing is open yet.
# Without a text, what to do.
nothing-open-hint = Open one of the bundled discussions, or paste, drop or choose a text of your own.
# Opens the dialog for texts.
open = Open
# Copies the address.
copy-link = Copy link
# The address was copied.
link-copied = The link is in your clipboard.
# The browser did not allow it.
link-by-hand = The browser does not let this page use the clipboard. Copy the link from here:
# What a link to the reader's own text holds.
link-without-text = The link holds your view but not the text: whoever opens it needs the text as well.
# Marks on or off.
marks = Marks
# What marks and keys mean.
help = Help
# Closes something.
close = Close
# Takes a notice away.
dismiss = Dismiss
# The region of notices.
notices = Notices
# Heading of the dialog.
open-heading = Open a discussion
# What happens to it.
open-promise = Whatever you open is read in this browser and never leaves it.
# The bundled texts.
bundled = Bundled discussions
# The field for a text.
paste = Paste a text
# What is expected.
paste-hint = An article with its comments, or any text. Leave a blank line between paragraphs.
# Reads what was pasted.
read-pasted = Read this text
# Over the page while something is dragged.
drop-here = Drop it here to open it
# A link to a text that only its sender has.
text-not-here = This link was made for a text that its sender had opened; the text itself is not in the link. Open your own copy of it to see the same view.
# The list did not come.
list-failed = The list of bundled discussions could not be loaded. You can still open a text of your own.
# A worker broke off over a text or a file.
broke-off = This could not be opened: reading it broke off. It may be too large.
# The heading of the comments.
comments = Comments
# On paper, in place of a text beyond the limit.
too-long-for-paper = This text is too long to be printed as a whole: only the passage on the screen is here. To print other parts, set filters and let the rest be hidden.
# Tools at the border.
border-tools = Border between article and comments
# Moves it.
border-up = Move up
# Moves it.
border-down = Move down
# Removes it.
border-none = There are no comments
# Leaves it to the machine.
border-automatic = Let the machine decide
# Offers every paragraph.
border-elsewhere = Comments begin elsewhere
# Stops offering.
border-cancel = Leave it as it is
# Said where there is no border.
all-article = All of this is read as one article.
# Before a paragraph.
border-here = Comments begin here
# Names of the three parts and of the bar that chooses among them.
panels = Parts of the page
# The text.
panel-text = Text
# Heading of the help.
help-heading = How to read this page
# What it does and does not.
help-trust = A machine found the names and judged the stances, by word lists, rules and small trained models, in your browser. Measured on 26 discussions of our own that it was not trained on: it finds and bounds about nine of ten mentions as a reader would; of the stances that it calls supportive, 64 of 100 are right, and it finds 54 of 100; of those that it calls critical, 46 of 100 are right, and it finds 35 of 100. In other texts of the web it gets the words and the type of about 73 of 100 names right. It is often wrong about irony, hints and long sentences. Ask “Why?” before you rely on a mark; where its signals disagree it says “unclear”.
# Marks.
help-marks = The underline of a mark says what kind of thing is named. Its tint and sign say where the writer of the paragraph stands: + for, − against, ± both, ? unclear; without a tint, nothing is said for or against. A solid frame is a sure judgement, a dashed one less sure, a dotted one a guess.
# Heading of the keys.
help-keys = Keys
# This language in itself, for the choice.
language-name = English
# The choice of a language.
language = Language
# A language did not come.
language-failed = This language could not be loaded. Is there a connection?
# The button that goes to the next theme, named after the present one.
theme-system = Theme: system
theme-light = Theme: light
theme-dark = Theme: dark
# A bundled text did not come.
text-failed = “{ $title }” could not be loaded. Is there a connection?
# A link names a text that is not bundled.
no-such-text = There is no bundled discussion called “{ $slug }”; this is the first one.
# A list or the weights did not come.
model-failed = The texts cannot be read: “{ $file }” could not be loaded.
# A file beyond the limit.
file-too-large = “{ $name }” has { $size } MB; at most { $most } MB can be opened.
# The browser could not read a file.
file-unreadable = “{ $name }” could not be read.
# A section; then as it stands in the middle of a sentence.
article = Article
article-within = article
comments-within = comments
# The heading of a comment without a name, by its number from 1.
comment = Comment { $number }
# Who writes in a section, in the middle of a sentence.
writer-article = the article’s writer
writer-comments = the commenter
# Where the border is from.
border-marked = marked in the text
border-reader = placed by you
border-scored = found by the machine, { $sureness }
# How sure, in the middle of a sentence; a number follows.
sureness-high = very sure
sureness-fair = fairly sure
sureness-low = not very sure
sureness-guess = little more than a guess
# A number with two places.
decimal = { $units }.{ $places }
# What “Comments begin here” adds for those who do not see where it stands.
at-paragraph = , at paragraph { $number }
# A type of entities, for one of them.
type-person = Person
type-organisation = Organisation
type-place = Place
type-group = Group
type-event = Event
type-work = Work
type-other = Other
# How a mention refers: “it” refers to Elmsworth by a pronoun.
kind-name = by name
kind-adjective = by an adjective
kind-nominal = by a description
kind-pronoun = by a pronoun
# A stance; then as it stands in the middle of a sentence or behind a number.
stance-supportive = Supportive
stance-critical = Critical
stance-mixed = Mixed
stance-neutral = Neutral
stance-unclear = Unclear
within-supportive = supportive
within-critical = critical
within-mixed = mixed
within-neutral = neutral
within-unclear = unclear
within-nothing = nothing
# What a stance is, for the legend.
means-supportive = speaks for it
means-critical = speaks against it
means-mixed = speaks for and against it
means-neutral = names it, judges nothing
means-unclear = the signals disagree
# Who judged, in “Judged by …”.
tier-quick = the quick reading (word lists, rules and small models)
tier-deep = the deep reading (a language model in this browser)
tier-reader = you, in place of the machine
# The keys, and what each does.
key-tab = Tab
does-tab = to the marks, once; a second time past them
key-arrows = ← →
does-arrows = previous and next mark
key-mentions = p, n
does-mentions = previous and next mention of the highlighted one
key-ends = Home, End
does-ends = first and last mark
key-why = Enter
does-why = why is this marked?
key-correct = c
does-correct = correct this mark
key-mark = m
does-mark = mark the selected words, or words that you name
key-undo = Ctrl+Z
does-undo = undo the last correction; with Shift, do it again
key-find = /
does-find = find in the text; there, Enter and Shift+Enter go from match to match
key-cells = ← → ↑ ↓
does-cells = in the matrix: from cell to cell
key-strip = ↑ ↓
does-strip = on the strip at the right edge: to the next place with something for or against
key-escape = Escape
does-escape = back from the reasons to the mark; then, clear the filters

## Files

# The chooser of files.
choose-file = Choose a file
# What can be opened, dropped too.
file-hint = One file or several, or drop them anywhere on this page: text, Markdown, HTML, JSON of Reddit, Hacker News, Mastodon and Stancelight, XML of Disqus, RSS and Atom, tables (CSV, JSON Lines), ZIP archives of these. At most 16 MB each (Stancelight JSON: 128), 500 discussions.
# The discussions that files hold.
found = From your files
# The files program does not come.
no-files = The part of this page that knows other files could not be loaded. Is there a connection?
# Heading of the dialog for the columns of a table.
columns-heading = What do the columns hold?
# A table's first rows.
columns-preview = The first rows
# A role that no column has.
no-column = (none)
# Reads the table.
read-table = Read this table
# Opens the dialog for files that go out.
export = Export
# Heading of the dialog for files that go out.
export-heading = Save what was found
# How much is written.
export-scope = How much
# Everything.
export-whole = The whole discussion
# What a filtered file is.
export-scope-hint = The text is always whole, so that every place in it stays right. With the second choice, mentions, opinions and stances are those of the paragraphs that the filters show, and names those that occur in them.
# A file that is being written.
writing = Writing the file…
# Several files on their way.
several-files = { $count } files
# The discussions that are not shown.
others-found =
    { $count } more { $count ->
        [one] discussion was
       *[other] discussions were
    } found; “Open” lists them. This is the longest.
# A discussion that was found.
posts =
    { $count } { $count ->
        [one] post
       *[other] posts
    }
# What a column can hold.
role-text = Text of the post
role-author = Author
role-time = Time
role-title = Title
role-name = Name of the post
role-answers = Post that it answers
role-discussion = Discussion
role-address = Address
# Every format, with what to know of it.
export-json = Stancelight JSON
about-json = everything; opens here again
export-opinions = Opinions (CSV)
about-opinions = a line each, with their words
export-stances = Stances (CSV)
about-stances = a line for each paragraph, holder and target
export-annotation = W3C Web Annotation
about-annotation = JSON-LD
export-brat = brat
about-brat = ZIP of text, annotations and configuration
export-conllu = CoNLL-U
about-conllu = tokens and entities; no opinions
export-comprehend = Amazon Comprehend
about-comprehend = targeted sentiment, JSON; no holders
export-spacy = displaCy and spaCy
about-spacy = JSON
export-report = Report
about-report = Markdown, for people
export-page = This page as one file
about-page = HTML with the whole text and this view; opens without a network
# A file that was written.
written = “{ $name }” is written; your browser saves it.
# What the filter shows.
export-filtered = What the filters show ({ $shown } of { $all } paragraphs)

## What was wrong

# Why something cannot be opened.
import-empty = There is no text in this.
import-too-large = This has { $size } MB; at most { $most } MB can be opened.
import-not-text = This is not a text file (the byte at position { $position } does not belong in one).
import-no-column = There is no column “{ $name }” in this; there are: { $columns }.
import-damaged = This is damaged.
import-archive = This archive is damaged, or lies in another one.
import-packed = This is packed or locked in a way that cannot be opened here.
# What the reader should know of a file that was opened.
note-broken =
    { $count } { $count ->
        [one] record is
       *[other] records are
    } broken and left out; the first is number { $first }.
note-empty =
    { $count } { $count ->
        [one] post has no text and is
       *[other] posts have no text and are
    } left out.
note-deleted =
    { $count } { $count ->
        [one] post was
       *[other] posts were
    } deleted; “[deleted]” stands in the text for it.
note-spam =
    { $count } { $count ->
        [one] post is
       *[other] posts are
    } marked as spam and left out.
note-elsewhere =
    { $count } { $count ->
        [one] post is
       *[other] posts are
    } not in this file, which says so itself.
note-orphans =
    { $count } { $count ->
        [one] post answers
       *[other] posts answer
    } a post that is not in this file.
note-twice =
    { $count } { $count ->
        [one] post is
       *[other] posts are
    } in this twice and shown once.
note-cut-off = The file breaks off or is damaged at byte { $position }; what stands before is shown.
note-lost =
    { $count } { $count ->
        [one] paragraph is
       *[other] paragraphs are
    } not in the text and left out.
note-too-many = Only the first { $limit } { $what } are shown; { $count } more are left out.
many-posts = posts
many-discussions = discussions
many-files = files
note-others =
    There { $count ->
        [one] is { $count } more discussion
       *[other] are { $count } more discussions
    } in this; the first with most posts is shown.
note-file = “{ $name }” was left out: { $why }
# Why no text came from an address.
unfetched-unreachable = Nothing came from { $host }: there is no connection, or the site does not let other pages read it. Save the text there as a file, and open that.
unfetched-late = { $host } took longer than { $seconds } seconds; the text was not opened.
unfetched-moved = The text is no longer at this address: { $host } sends on to another one, which you were not asked about.
unfetched-status = { $host } answered with the number { $status } and no text.
unfetched-kind = What { $host } has there is no text but “{ $kind }”; it was not opened.
unfetched-too-large = The text at { $host } has more than { $most } MB and was not opened.
# What could not be restored from a link.
link-unknown = The link's part “{ $part }” was not understood and left out.
link-more = { $count } more parts of the link were not understood and left out.
link-cut = The link is too long to be read; the page shows its first text.
link-newer = The link was made by a newer version; what this one knows of it is shown.
# Why a correction does not fit.
misfit-gone = These words are not in the text any more.
misfit-ambiguous = These words stand at several places, none of them like the one that was meant.
misfit-nobody = Nobody is called “{ $name }” here.
misfit-not-marked = These words are not marked any more.
misfit-crosses = These words cut through another mark or reach beyond a sentence.
misfit-marked = These words are marked already.
misfit-not-named = “{ $name }” is not named here any more.
misfit-too-much = There are too many corrections; this one was not looked at.

## Hints of a first visit

# The name of their region.
hint = Hint
# Takes one away, and shows the next.
next-hint = Next hint
# Takes all away.
no-hints = No more hints
# What can be asked.
hint-why = Point at a marked name, tap it or press Enter on it: “Why?” shows the words by which it was judged, and takes your corrections.
# What can be chosen.
hint-filter = Choose a name or a stance in the filters or the overview, and the rest goes faint. Everything you choose stands in the address: send it, and others see the same.
# How far to trust it.
hint-trust = A machine judged all this, in your browser, and it is often wrong. “Help” says how often, and lists every key.

## Beside a paragraph

# On whom its writer takes a side, as one sentence.
margin = { $who }: { $sides }
side-supportive = for { $name }
side-critical = against { $name }
side-mixed = for and against { $name }

## The library

# Heading.
library = Your library
# Without texts.
library-empty = Nothing is kept so far. Whatever you open is kept in this browser.
# The field.
search-library = Search your library
# No text fits.
not-in-library = No title in your library fits.
# Renames.
rename = Rename
# Deletes.
delete = Delete
# Keeps the new title.
keep-title = Keep
# The field for it.
new-title = New title
# Writes everything into a file.
export-library = Export everything as one file
# How it comes back.
import-hint = Open such a file like any other to take it in again.
# A library file is no such file.
not-imported = This file of a library is damaged or of a later version.
# Nothing can be kept.
storage-refused = This browser does not let the page keep anything, or there is no room left: texts and corrections last until this page is closed. “Share” saves them as a file.
# A link names a text that differs.
text-differs = This text is not exactly the one that the link was made for. What the link holds is shown where it fits; corrections that do not fit are listed.
# What a link carried cannot be unpacked.
text-damaged = The text in the link is damaged or too large and was left out.
# What a link carried cannot be unpacked.
corrections-damaged = The corrections in the link are damaged or too many and were left out.
# How much is in use.
storage-used = This page keeps { $size } kB in your browser.
# A file was taken in.
imported =
    { $count } { $count ->
        [one] text
       *[other] texts
    } came into your library.

## Sharing

# Opens the dialog.
share = Share
# Heading.
share-heading = Share this view
# The choice.
share-what = What the link contains
# The link itself.
share-link = The link
# The meter.
link-length = Length of the link
# Copies it.
copy = Copy
# The system’s own way.
share-by = Share by…
# Saves a file.
save-as-file = Save text and corrections as a file
# Being packed.
packing = Packing…
# The filter and the place.
contains-view = filters, selection, tab and place
# The name of the text, in place of itself.
contains-name = the name of the bundled text
# The hash of the text, in place of itself.
contains-hash = a number by which your text is recognised; whoever opens the link opens a copy of their own and is told if it differs
# There is no such link.
link-too-long = This is too much for a link. Save it as a file instead, and send that: it opens here like any other.
# What a kind of link contains.
share-view = The view alone
share-corrections = The view and the corrections, without the text
share-everything = The view, the corrections and the text
# What the link contains: the text.
contains-text = the text “{ $title }” ({ $size } kB)
# How far such a link gets, by its length.
link-characters = { $length } characters: { $how }.
length-short = short enough for everything
length-middle = some chat programs cut it; mail and browsers take it
length-long = many programs cut it; a file is safer

## Filters

# Heading of the filters.
filters = Filters
# Groups.
filter-entities = Who or what
# Groups.
filter-sure = Confidence
# Groups.
filter-types = Type
# Groups.
filter-stances = Stance
# Groups.
filter-holders = Held by
# Groups.
filter-sections = Section
# Groups.
filter-words = Words in the paragraph
# What happens to the rest.
filter-rest = The rest is
# Dimmed.
rest-dim = dimmed
# Hidden.
rest-hide = hidden
# Asks for nothing.
clear = Clear filters
# Asks for an entity beside the others.
also = and
# Excludes an entity.
exclude = not
# The chips.
active-filters = Active filters
# Nothing matches.
nothing-matches = No paragraph matches these filters.
# Goes to the match above.
previous-match = Previous matching paragraph
# Goes to the match below.
next-match = Next matching paragraph
# A step of sureness.
sure-high = Sure
sure-fair = Less sure
sure-low = A guess
# How many paragraphs match.
paragraphs-shown =
    { $shown } of { $all } { $all ->
        [one] paragraph
       *[other] paragraphs
    }
# What the button that asks for an entity beside the others does.
require-entity = Only paragraphs that also have { $name }
# What the button that excludes an entity or a holder does.
exclude-entity = Without { $name }
# A chip's button.
remove-filter = Remove filter: { $filter }
# A holder.
holder-article = Article’s writer
holder-comments = Commenters
holder-sources = Quoted sources

## Overview

# Heading of the overview.
overview = Overview
# What its bars say.
overview-hint = How writers judge whom, by paragraphs: supportive to the left, critical to the right.
# Without entities.
overview-empty = Nobody and nothing is named in this text.
# Column.
who = Who or what
# The left side of the bars.
axis-left = supportive
# The right side of the bars.
axis-right = critical
# In place of a bar.
not-named-here = not named here
# Before the name of the one on whom writers are most divided.
most-argued-over = Most argued over:
# Heading of the course.
course = Along the text
# A button that shortens a list.
show-fewer = Show fewer
# A step of the course: its paragraphs, and what their writers hold.
step-one = Paragraph { $number }: { $what }
step = Paragraphs { $first } to { $last }: { $what }
# The units behind a number, for those who do not see the column.
mentions-unit =
    { $count ->
        [one] mention
       *[other] mentions
    }
paragraphs-unit =
    { $count ->
        [one] paragraph
       *[other] paragraphs
    }
# The number of paragraphs with a stance, as spoken.
show-stance =
    { $section }: { $count } { $stance } { $count ->
        [one] paragraph
       *[other] paragraphs
    } on { $name }
# Behind numbers of paragraphs: those that report what others hold.
reported = , { $count } reported
# A button that shows the rest of a list.
show-all = Show all { $count }

## Matrix, network and concordance

# The group of tabs.
views = Views
# The choice of an order.
sort-by = Sort by
# What the matrix shows.
matrix-hint = Who judges whom: each row is a holder, each column somebody talked about; the number counts paragraphs. A cell opens its sentences.
# A matrix without rows.
matrix-empty = No paragraph that matches judges or names anybody.
# The switch.
sections-only = Article against comments
# Heading of the rows.
holder = Holder
# Somebody without a name.
unnamed-sources = Unnamed sources
# What the network shows.
network-hint = Who is reported to be for or against whom. Arcs to the left are for, arcs to the right against; the arrow points at whom, the width counts paragraphs.
# A network without relations.
network-empty = In no paragraph that matches is anybody reported to be for or against somebody else. What the writers themselves hold stands in the matrix.
# The list of those in the network.
nodes = Who takes part
# The list of relations.
relations = Relations
# The left side of the picture.
for = ◀ for
# The right side of the picture.
against = against ▶
# What the concordance needs.
concordance-empty = Choose somebody to see every mention in its line, here or in the overview:
# What it shows.
concordance-hint = Every mention in its line, with whose view it is. A line opens its passage.
# No mention matches.
no-lines = No mention stands in a paragraph that matches.
# A tab.
tab-read = Read
tab-matrix = Matrix
tab-network = Network
tab-concordance = Concordance
# An order of a table.
sort-place = place
sort-frequency = frequency
sort-name = name
sort-agreement = agreement
sort-left = words before
sort-right = words after
# A commenter without a name, by the paragraph.
commenter = Comment ¶{ $number }
# Somebody or something that is quoted.
quoted = “{ $words }”
# A cell, as spoken.
cell =
    { $holder } on { $target }: { $stance }, { $count } { $count ->
        [one] paragraph
       *[other] paragraphs
    }
# How many entities the matrix leaves out.
named-less = { $count } more that are named less often are left out.
# The button for more entities in the matrix or the network.
more-entities = More names
# How many take part that the picture leaves out.
left-out = { $count } more with fewer relations are left out.
# One of those in the network, as spoken: of how many relations holder, and target.
node = { $name }: judges { $holds }, is judged by { $held }
# Goes to a passage.
go-to = Paragraph { $number }

## Why?

# Heading of the panel.
why = Why?
# While no mark is asked about.
why-hint = Point at a marked name, tap it, or press Enter on it, to see why it is marked as it is.
# Selects the entity.
highlight = Highlight everywhere
# Takes that back.
highlight-off = Stop highlighting
# Filters by the entity.
only-this = Only paragraphs with it
# Next mark of the entity.
next-mention = Next mention
# Mark before.
previous-mention = Previous mention
# The words' heading.
the-words = The words that show it
# Where a reply only takes a side.
taken-over = Whom it judges, and how, is taken over from the comment that it answers.
# Where only a source judges.
reported-only = What is reported here is held by the source, not by the writer.
# A source that has no name.
unnamed-source = an unnamed source
# Whom a mention refers to; the kind is “by name” or the like.
refers-to = “{ $words }” refers to { $name } { $kind }.
# The stance of a paragraph's writer, as a sentence.
verdict-supportive = { $who } is supportive of { $name }: { $sureness }.
verdict-critical = { $who } is critical of { $name }: { $sureness }.
verdict-mixed = { $who } speaks for and against { $name }: { $sureness }.
verdict-neutral = { $who } names { $name } in this paragraph and says nothing for or against it.
verdict-none = Unclear: nobody has judged yet where the writer stands on { $name }.
verdict-unclear = Unclear: the signals about { $name } disagree, so the machine does not judge.
# What an opinion might be instead.
runner-up = Next likely reading: { $stance } ({ $score }).
# Who holds what, as a heading.
holds-supportive = { $who }: supportive of { $name }
holds-critical = { $who }: critical of { $name }
# What a piece of evidence does.
evidence-for = speaks for
evidence-against = speaks against
evidence-judges = judges
evidence-negation = turns it round
evidence-degree = strengthens or weakens it
evidence-direction = says who does it to whom
evidence-holder = says whose view it is
evidence-answer-for = sides for it by what it answers
evidence-answer-against = sides against it by what it answers
# Who judged.
judged-by = Judged by { $who }.

## Corrections

# Opens the dialog for a mark.
correct = Correct…
# Opens the dialog for words.
mark-words = Mark words…
# Heading of the dialog for words.
mark-heading = Mark words as a mention
# The words that are to be marked.
words-to-mark = Words in the paragraph
# Makes the mark.
mark = Mark
# Whom a mention refers to.
who-is-meant = Who or what is meant
# What the field takes.
meant-hint = A name from the list makes them the same; another name renames, or begins a new one.
# Changes something.
change = Change
# The type.
type = Type
# The stance.
stance = Stance
# Takes a source's stance away.
no-stance = none (take it away)
# Whose stance it is.
whose = Held by (empty: the writer)
# A source without a name.
by-unnamed = an unnamed source
# No mention at all.
no-mention = This is no mention
# Removes the mark.
remove = Remove
# The author of the post.
author = Author of this post
# The border.
border-before = Comments begin with this paragraph
# How far a change reaches.
applies-to = Applies to
# Nothing would change.
nothing-to-correct = Nothing was changed: it is so already, or a field is empty.
# One that is not understood.
later-version = A correction of a later version, kept but not shown.
# The bar.
corrections = Corrections
# Undoes.
undo = Undo
# Does again.
redo = Redo
# Takes one back.
take-back = Take back
# Takes one over.
take-over = Take over
# The choice of a reading.
whose-reading = Reading shown
# Not kept so far.
saving = Not saved yet
# Kept.
saved = Saved
# The list is empty.
no-corrections = You have corrected nothing in this text.
# The other reader's.
their-corrections = The other reader’s corrections that you do not share
# The other side of the comparison.
the-machine = the machine
# The other side of the comparison.
the-other = the other reader
# What the panel “Why?” says of a mark that the reader made or changed.
made-by-reader = You corrected this.
# How far a correction reaches.
scope-mark = this mark
scope-paragraph = this paragraph
scope-post = this post
scope-everywhere = everywhere
# The same, behind a correction as a sentence.
reach-post = , in this post
reach-everywhere = , everywhere
# Heading of the dialog.
correct-heading = Correct “{ $words }”
# Nothing to undo or redo.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to do again.
# A correction, as a sentence.
corrects-type = { $who }: { $type }.
corrects-name = { $who } is called { $name }.
corrects-merge = { $who } is the same as { $into }.
corrects-meant = “{ $quote }” means { $who }{ $reach }.
corrects-no-mention = “{ $quote }” is no mention{ $reach }.
corrects-stance = { $holder } on { $name }: { $stance }{ $reach }.
corrects-border = Comments begin with “{ $quote }”.
corrects-no-border = There are no comments.
corrects-author = The author of “{ $quote }”: { $name }.
# Who holds a stance that was corrected, where that is no source.
the-writer = the writer
# A correction is there again, or gone.
made-again = Done: { $what }
taken-back = Taken back: { $what }
# The button that opens the list; then those that do not fit.
corrections-count =
    { $count } { $count ->
        [one] correction
       *[other] corrections
    }
misfits = , { $count } do not fit
# Whose reading.
show-mine = mine
show-machine = the machine’s
show-difference = the difference
show-theirs = the other reader’s
# How far two readings agree, with “the machine” or “the other reader”.
agreement = You agree with { $with } on { $marks } of { $marksall } marks and { $stances } of { $stancesall } stances{ $kappa }.
kappa = ; Cohen’s kappa { $value }
# A link brought corrections where there are others.
theirs-arrived = What you opened holds { $what } by somebody else, shown now. Yours are kept: choose whose reading is shown above the text.

## Moving about in a text

# Opens the field.
find = Find
# With its key.
find-hint = Find in the text (/)
# The field.
find-label = Find in the text
# Closes it.
close-find = Close Find
# Goes to the match above.
previous-found = Previous match
# Goes to the match below.
next-found = Next match
# Nothing is found.
nothing-found = No match
# The strip beside the scroll bar.
strip = Place in the text
# Stops the opening of a text.
stop = Stop
# Which match the reader is at.
found-number = Match { $number } of { $count }
# A place in the text; what the stretch there holds follows.
stretch = Paragraph { $number }, { $section }
within-matching = matching
# How far the reading of a long text has come.
progress = Reading { $count } paragraphs: { $doing }
progress-mentions = who is named…
progress-entities = who is one and the same…
progress-references = who is meant by “he” and “they”…
progress-opinions = who stands where…
# The answers to a post, shown and folded away.
answers =
    { $count } { $count ->
        [one] reply
       *[other] replies
    }
answers-folded =
    Show { $count } { $count ->
        [one] reply
       *[other] replies
    }

## Texts at addresses

address = From an address
address-open = Open the address
address-hint = An address that begins with https:// of a site that lets other pages read it, or the number of a thread on Hacker News. You are asked before anything is fetched.
no-address = This is no address that can be opened: it must begin with https:// and name its host plainly.
ask-heading = Fetch this text from another site?
ask-from = The text would be asked of
ask-promise = That site sees your network address and that the text was asked for, as with any link. It is sent nothing else: no text, no correction, no view, no cookie, not even where you come from. The text is read in this browser.
ask-yes = Fetch it
ask-no = Do not fetch it
contains-address = the address of the text at { $host }; whoever opens the link is asked before it is fetched
not-asked = Nothing was asked of { $host }. If you have a copy of the text, open it to see the link’s view.
show-in-original = Show in the original
delete-text = Delete “{ $title }” with all its corrections? This cannot be undone.
delete-yes = Delete for good
delete-no = Do not delete
export-matrix = Matrix (SVG)
about-matrix = who judges whom, as a drawing
export-network = Network (SVG)
about-network = who is for or against whom, as a drawing
export-matrix-picture = Matrix as a picture (PNG)
export-network-picture = Network as a picture (PNG)
about-picture = for documents that take no SVG
no-picture = This browser could not draw the picture; the SVG holds the same.

## The deep reading

# The switch.
deep = Deep reading
# While it is off, with the size of what it loads, in MB.
deep-off = off; it loads { $size } MB once
# While it is off since the browser asks to save data.
deep-saves-data = off, since your browser asks to save data; it loads { $size } MB once
# While its weights come, in MB.
deep-loading = { $done } of { $size } MB
# Before the first passage is read.
deep-starting = begins…
# How far a text is read.
deep-reading = { $done } of { $all } passages
# What names elsewhere have changed is read once more.
deep-again = once more: { $done } of { $again } passages
# When the reader has stopped it.
deep-resting = stopped at { $done } of { $all } passages
# When all is read.
deep-done =
    { $count ->
        [one] { $all } passage read
       *[other] all { $all } passages read
    }
# A number with thousands.
thousands = { $thousands },{ $rest }
# What a screen reader hears, each once.
deep-begins-loading = The deep reading is loading. The quick reading is on the page.
deep-begins = The deep reading has begun.
deep-is-done = The deep reading is done.
# Why it cannot go on.
deep-no-download = It could not be loaded. Is there a connection? The quick reading stays.
deep-damaged = What was loaded is damaged and is not used. The quick reading stays.
deep-refused = This browser cannot run it. The quick reading stays.
deep-broke-off = It broke off. What was read stays.
# After a failure.
try-again = Try again
# What it is, for the help.
help-deep = The deep reading goes over the text once more with a small language model, in your browser as well: what is on the screen first, then the rest. It loads { $size } MB once and keeps them for later visits, also without a network. “Why?” says which of the two judged. Measured on the same discussions as above: of the stances that it calls supportive, 73 of 100 are right, and it finds 46 of 100; of those that it calls critical, 57 and 42. Of what sentences of news show of somebody, it takes 83 of 100 as people do, the quick reading 73.
# Asks which words a judgement hangs on.
leave-out = Leave words out
# What that does.
leave-out-hint = Reads the passage again without each word, one after the other.
# While that is done.
leaving-out = Reading without each word…
# The words that came of it.
words-left-out = Without these words the judgement would change most: + spoke for, − against.
# There are none.
words-left-out-none = No single word changes the judgement.
