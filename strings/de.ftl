### Was die Oberfläche sagt, auf Deutsch. Wozu eine Meldung dient, steht in en.ftl.

## The page as a whole

name = Stancelight
tagline = Um wen es geht und wer wo steht
skip-to-text = Zum Text springen
reading = Wird gelesen …
nothing-open = Noch ist nichts geöffnet.
nothing-open-hint = Öffnen Sie eine der mitgelieferten Diskussionen, oder fügen Sie einen eigenen Text ein, ziehen Sie ihn hierher oder wählen Sie ihn aus.
open = Öffnen
copy-link = Link kopieren
link-copied = Der Link ist in der Zwischenablage.
link-by-hand = Der Browser lässt diese Seite nicht an die Zwischenablage. Kopieren Sie den Link von hier:
link-without-text = Der Link enthält Ihre Ansicht, aber nicht den Text: Wer ihn öffnet, braucht auch den Text.
marks = Markierungen
help = Hilfe
close = Schließen
dismiss = Ausblenden
notices = Hinweise
open-heading = Eine Diskussion öffnen
open-promise = Was Sie öffnen, wird in diesem Browser gelesen und verlässt ihn nie.
bundled = Mitgelieferte Diskussionen
paste = Einen Text einfügen
paste-hint = Ein Artikel mit seinen Kommentaren oder ein beliebiger Text. Lassen Sie zwischen Absätzen eine Leerzeile.
read-pasted = Diesen Text lesen
drop-here = Zum Öffnen hier ablegen
text-not-here = Dieser Link gehört zu einem Text, den die absendende Person geöffnet hatte; der Text selbst steht nicht im Link. Öffnen Sie Ihre eigene Kopie davon, um dieselbe Ansicht zu sehen.
list-failed = Die Liste der mitgelieferten Diskussionen konnte nicht geladen werden. Einen eigenen Text können Sie trotzdem öffnen.
broke-off = Das konnte nicht geöffnet werden: Das Lesen brach ab. Vielleicht ist es zu groß.
comments = Kommentare
too-long-for-paper = Dieser Text ist zu lang, um ganz gedruckt zu werden: Hier steht nur die Stelle vom Bildschirm. Um andere Teile zu drucken, setzen Sie Filter und blenden Sie den Rest aus.
border-tools = Grenze zwischen Artikel und Kommentaren
border-up = Nach oben
border-down = Nach unten
border-none = Es gibt keine Kommentare
border-automatic = Automatisch bestimmen
border-elsewhere = Kommentare beginnen woanders
border-cancel = So lassen
all-article = Alles wird als ein Artikel gelesen.
border-here = Hier beginnen die Kommentare
panels = Teile der Seite
panel-text = Text
help-heading = So lesen Sie diese Seite
help-trust = Eine Maschine hat die Namen gefunden und die Haltungen beurteilt, mit Wortlisten, Regeln und kleinen trainierten Modellen, in Ihrem Browser. Gemessen an 26 eigenen Diskussionen, an denen sie nicht gelernt hat: Etwa neun von zehn Nennungen findet und begrenzt sie wie ein Mensch; von den Haltungen, die sie unterstützend nennt, stimmen 64 von 100, und sie findet 54 von 100; von denen, die sie kritisch nennt, stimmen 46 von 100, und sie findet 35 von 100. In anderen Texten aus dem Netz trifft sie bei etwa 73 von 100 Namen Wortlaut und Art. Bei Ironie, Andeutungen und langen Sätzen irrt sie sich oft. Fragen Sie „Warum?“, bevor Sie sich auf eine Markierung verlassen; wo ihre Anzeichen einander widersprechen, sagt sie „unklar“.
help-marks = Die Unterstreichung einer Markierung zeigt, welche Art von Sache genannt ist. Farbton und Zeichen zeigen, wie der Absatz selbst dazu steht: + dafür, − dagegen, ± beides, ? unklar; ohne Farbton wird nichts dafür oder dagegen gesagt. Ein durchgezogener Rahmen steht für ein sicheres Urteil, ein gestrichelter für ein weniger sicheres, ein gepunkteter für eine Vermutung.
help-keys = Tasten
language-name = Deutsch
language = Sprache
language-failed = Diese Sprache konnte nicht geladen werden. Besteht eine Verbindung?
theme-system = Farben: System
theme-light = Farben: hell
theme-dark = Farben: dunkel
text-failed = „{ $title }“ konnte nicht geladen werden. Besteht eine Verbindung?
no-such-text = Eine mitgelieferte Diskussion namens „{ $slug }“ gibt es nicht; dies ist die erste.
model-failed = Die Texte können nicht gelesen werden: „{ $file }“ konnte nicht geladen werden.
file-too-large = „{ $name }“ hat { $size } MB; höchstens { $most } MB können geöffnet werden.
file-unreadable = „{ $name }“ konnte nicht gelesen werden.
article = Artikel
article-within = Artikel
comments-within = Kommentare
comment = Kommentar { $number }
writer-article = der Artikel
writer-comments = der Kommentar
border-marked = im Text gekennzeichnet
border-reader = von Ihnen gesetzt
border-scored = automatisch gefunden, { $sureness }
sureness-high = sehr sicher
sureness-fair = ziemlich sicher
sureness-low = nicht sehr sicher
sureness-guess = kaum mehr als eine Vermutung
decimal = { $units },{ $places }
at-paragraph = , bei Absatz { $number }
type-person = Person
type-organisation = Organisation
type-place = Ort
type-group = Gruppe
type-event = Ereignis
type-work = Werk
type-other = Sonstiges
kind-name = mit Namen
kind-adjective = mit einem Adjektiv
kind-nominal = mit einer Beschreibung
kind-pronoun = mit einem Pronomen
stance-supportive = Unterstützend
stance-critical = Kritisch
stance-mixed = Gemischt
stance-neutral = Neutral
stance-unclear = Unklar
within-supportive = unterstützend
within-critical = kritisch
within-mixed = gemischt
within-neutral = neutral
within-unclear = unklar
within-nothing = nichts
means-supportive = spricht dafür
means-critical = spricht dagegen
means-mixed = spricht dafür und dagegen
means-neutral = nennt es, ohne zu urteilen
means-unclear = die Anzeichen widersprechen einander
tier-quick = durch das schnelle Lesen (Wortlisten, Regeln und kleine Modelle)
tier-deep = durch das gründliche Lesen (ein Sprachmodell in diesem Browser)
tier-reader = von Ihnen, anstelle der Maschine
key-tab = Tab
does-tab = zu den Markierungen, einmal; beim zweiten Mal daran vorbei
key-arrows = ← →
does-arrows = vorige und nächste Markierung
key-mentions = p, n
does-mentions = vorige und nächste Erwähnung dessen, was hervorgehoben ist
key-ends = Pos1, Ende
does-ends = erste und letzte Markierung
key-why = Eingabe
does-why = warum ist das markiert?
key-correct = c
does-correct = diese Markierung korrigieren
key-mark = m
does-mark = die ausgewählten Wörter markieren, oder Wörter, die Sie nennen
key-undo = Strg+Z
does-undo = die letzte Korrektur rückgängig machen; mit Umschalt wiederherstellen
key-find = /
does-find = im Text suchen; dort führen Eingabe und Umschalt+Eingabe von Treffer zu Treffer
key-cells = ← → ↑ ↓
does-cells = in der Matrix: von Feld zu Feld
key-strip = ↑ ↓
does-strip = auf der Leiste am rechten Rand: zur nächsten Stelle mit etwas dafür oder dagegen
key-escape = Esc
does-escape = von den Gründen zurück zur Markierung; danach: Filter löschen

## Files

choose-file = Eine Datei wählen
file-hint = Eine Datei oder mehrere, oder ziehen Sie sie irgendwohin auf diese Seite: Text, Markdown, HTML, JSON von Reddit, Hacker News, Mastodon und Stancelight, XML von Disqus, RSS und Atom, Tabellen (CSV, JSON Lines), ZIP-Archive davon. Höchstens je 16 MB (Stancelight-JSON: 128), 500 Diskussionen.
found = Aus Ihren Dateien
no-files = Der Teil dieser Seite, der andere Dateien kennt, konnte nicht geladen werden. Besteht eine Verbindung?
columns-heading = Was enthalten die Spalten?
columns-preview = Die ersten Zeilen
no-column = (keine)
read-table = Diese Tabelle lesen
export = Export
export-heading = Ergebnisse speichern
export-scope = Wie viel
export-whole = Die ganze Diskussion
export-scope-hint = Der Text bleibt immer ganz, damit jede Stelle darin stimmt. Bei der zweiten Wahl sind Erwähnungen, Meinungen und Haltungen die der Absätze, die die Filter zeigen, und Namen die, die darin vorkommen.
writing = Die Datei wird geschrieben …
several-files = { $count } Dateien
others-found =
    { $count ->
        [one] Eine weitere Diskussion wurde
       *[other] { $count } weitere Diskussionen wurden
    } gefunden; unter „Öffnen“ { $count ->
        [one] ist sie
       *[other] sind sie
    } aufgeführt. Dies ist die längste.
posts =
    { $count ->
        [one] { $count } Beitrag
       *[other] { $count } Beiträge
    }
role-text = Text des Beitrags
role-author = Autorin oder Autor
role-time = Zeit
role-title = Titel
role-name = Name des Beitrags
role-answers = Beitrag, auf den geantwortet wird
role-discussion = Diskussion
role-address = Adresse
export-json = Stancelight-JSON
about-json = alles; lässt sich hier wieder öffnen
export-opinions = Meinungen (CSV)
about-opinions = je eine Zeile, mit ihren Wörtern
export-stances = Haltungen (CSV)
about-stances = eine Zeile je Absatz, Meinungsträger und Ziel
export-annotation = W3C Web Annotation
about-annotation = JSON-LD
export-brat = brat
about-brat = ZIP aus Text, Annotationen und Konfiguration
export-conllu = CoNLL-U
about-conllu = Tokens und Entitäten; keine Meinungen
export-comprehend = Amazon Comprehend
about-comprehend = Targeted Sentiment, JSON; ohne Meinungsträger
export-spacy = displaCy und spaCy
about-spacy = JSON
export-report = Bericht
about-report = Markdown, für Menschen
export-page = Diese Seite als eine Datei
about-page = HTML mit dem ganzen Text und dieser Ansicht; öffnet sich ohne Netz
written = „{ $name }“ ist geschrieben; Ihr Browser speichert die Datei.
export-filtered = Was die Filter zeigen ({ $shown } von { $all } Absätzen)

## What was wrong

import-empty = Hierin steht kein Text.
import-too-large = Das hat { $size } MB; höchstens { $most } MB können geöffnet werden.
import-not-text = Das ist keine Textdatei (das Byte an Stelle { $position } gehört in keine).
import-no-column = Eine Spalte „{ $name }“ gibt es hier nicht; es gibt: { $columns }.
import-damaged = Das ist beschädigt.
import-archive = Dieses Archiv ist beschädigt oder liegt in einem anderen.
import-packed = Das ist so gepackt oder gesperrt, dass es hier nicht geöffnet werden kann.
note-broken =
    { $count } { $count ->
        [one] Datensatz ist fehlerhaft und fehlt
       *[other] Datensätze sind fehlerhaft und fehlen
    }; der erste ist Nummer { $first }.
note-empty =
    { $count } { $count ->
        [one] Beitrag hat keinen Text und fehlt
       *[other] Beiträge haben keinen Text und fehlen
    }.
note-deleted =
    { $count } { $count ->
        [one] Beitrag wurde
       *[other] Beiträge wurden
    } gelöscht; im Text steht dafür „[deleted]“.
note-spam =
    { $count } { $count ->
        [one] Beitrag ist als Spam gekennzeichnet und fehlt
       *[other] Beiträge sind als Spam gekennzeichnet und fehlen
    }.
note-elsewhere =
    { $count } { $count ->
        [one] Beitrag ist
       *[other] Beiträge sind
    } nicht in dieser Datei; das sagt sie selbst.
note-orphans =
    { $count } { $count ->
        [one] Beitrag antwortet
       *[other] Beiträge antworten
    } auf einen Beitrag, der nicht in dieser Datei ist.
note-twice =
    { $count } { $count ->
        [one] Beitrag steht zweimal darin und wird
       *[other] Beiträge stehen zweimal darin und werden
    } einmal gezeigt.
note-cut-off = Die Datei bricht bei Byte { $position } ab oder ist dort beschädigt; was davor steht, wird gezeigt.
note-lost =
    { $count } { $count ->
        [one] Absatz steht nicht im Text und fehlt
       *[other] Absätze stehen nicht im Text und fehlen
    }.
note-too-many = Nur die ersten { $limit } { $what } werden gezeigt; { $count } weitere fehlen.
many-posts = Beiträge
many-discussions = Diskussionen
many-files = Dateien
note-others =
    Hierin { $count ->
        [one] ist { $count } weitere Diskussion
       *[other] sind { $count } weitere Diskussionen
    }; die erste mit den meisten Beiträgen wird gezeigt.
note-file = „{ $name }“ fehlt: { $why }
unfetched-unreachable = Von { $host } kam nichts: Es besteht keine Verbindung, oder die Website lässt andere Seiten nicht lesen. Speichern Sie den Text dort als Datei und öffnen Sie diese.
unfetched-late = { $host } brauchte länger als { $seconds } Sekunden; der Text wurde nicht geöffnet.
unfetched-moved = Der Text ist nicht mehr unter dieser Adresse: { $host } verweist auf eine andere, nach der Sie nicht gefragt wurden.
unfetched-status = { $host } antwortete mit der Nummer { $status } und ohne Text.
unfetched-kind = Was { $host } dort hat, ist kein Text, sondern „{ $kind }“; es wurde nicht geöffnet.
unfetched-too-large = Der Text bei { $host } hat mehr als { $most } MB und wurde nicht geöffnet.
link-unknown = Der Teil „{ $part }“ des Links wurde nicht verstanden und weggelassen.
link-more = { $count } weitere Teile des Links wurden nicht verstanden und weggelassen.
link-cut = Der Link ist zu lang, um gelesen zu werden; die Seite zeigt ihren ersten Text.
link-newer = Der Link stammt von einer neueren Version; gezeigt wird, was diese davon kennt.
misfit-gone = Diese Wörter stehen nicht mehr im Text.
misfit-ambiguous = Diese Wörter stehen an mehreren Stellen, an keiner so wie an der gemeinten.
misfit-nobody = Niemand heißt hier „{ $name }“.
misfit-not-marked = Diese Wörter sind nicht mehr markiert.
misfit-crosses = Diese Wörter schneiden eine andere Markierung oder reichen über einen Satz hinaus.
misfit-marked = Diese Wörter sind schon markiert.
misfit-not-named = „{ $name }“ wird hier nicht mehr genannt.
misfit-too-much = Es sind zu viele Korrekturen; diese wurde nicht betrachtet.

## Hints of a first visit

hint = Tipp
next-hint = Nächster Tipp
no-hints = Keine Tipps mehr
hint-why = Zeigen Sie auf einen markierten Namen, tippen Sie ihn an oder drücken Sie die Eingabetaste: „Warum?“ zeigt die Wörter, nach denen geurteilt wurde, und nimmt Ihre Korrekturen an.
hint-filter = Wählen Sie in den Filtern oder im Überblick einen Namen oder eine Haltung, und der Rest verblasst. Was Sie wählen, steht in der Adresse: Wer sie bekommt, sieht dasselbe.
hint-trust = All das hat eine Maschine in Ihrem Browser beurteilt, und sie irrt sich oft. „Hilfe“ sagt, wie oft, und nennt alle Tasten.

## Beside a paragraph

margin = { $who }: { $sides }
side-supportive = für { $name }
side-critical = gegen { $name }
side-mixed = für und gegen { $name }

## The library

library = Ihre Bibliothek
library-empty = Noch wird nichts aufbewahrt. Was Sie öffnen, bleibt in diesem Browser erhalten.
search-library = In der Bibliothek suchen
not-in-library = Kein Titel in Ihrer Bibliothek passt.
rename = Umbenennen
delete = Löschen
keep-title = Übernehmen
new-title = Neuer Titel
export-library = Alles als eine Datei exportieren
import-hint = Öffnen Sie eine solche Datei wie jede andere, um sie wieder aufzunehmen.
not-imported = Diese Bibliotheksdatei ist beschädigt oder stammt aus einer späteren Version.
storage-refused = Dieser Browser lässt die Seite nichts aufbewahren, oder es ist kein Platz mehr: Texte und Korrekturen bleiben, bis diese Seite geschlossen wird. „Teilen“ speichert sie als Datei.
text-differs = Dieser Text ist nicht genau der, für den der Link erstellt wurde. Was der Link enthält, wird gezeigt, wo es passt; Korrekturen, die nicht passen, werden aufgeführt.
text-damaged = Der Text im Link ist beschädigt oder zu groß und wurde weggelassen.
corrections-damaged = Die Korrekturen im Link sind beschädigt oder zu viele und wurden weggelassen.
storage-used = Diese Seite belegt { $size } kB in Ihrem Browser.
imported =
    { $count ->
        [one] { $count } Text wurde
       *[other] { $count } Texte wurden
    } in Ihre Bibliothek aufgenommen.

## Sharing

share = Teilen
share-heading = Diese Ansicht teilen
share-what = Was der Link enthält
share-link = Der Link
link-length = Länge des Links
copy = Kopieren
share-by = Teilen über …
save-as-file = Text und Korrekturen als Datei speichern
packing = Wird gepackt …
contains-view = Filter, Auswahl, Reiter und Stelle
contains-name = der Name des mitgelieferten Textes
contains-hash = eine Zahl, an der Ihr Text erkannt wird; wer den Link öffnet, öffnet eine eigene Kopie und erfährt, ob sie abweicht
link-too-long = Das ist zu viel für einen Link. Speichern Sie es stattdessen als Datei und senden Sie diese: Sie öffnet sich hier wie jede andere.
share-view = Nur die Ansicht
share-corrections = Die Ansicht und die Korrekturen, ohne den Text
share-everything = Die Ansicht, die Korrekturen und den Text
contains-text = der Text „{ $title }“ ({ $size } kB)
link-characters = { $length } Zeichen: { $how }.
length-short = kurz genug für alles
length-middle = manche Chatprogramme kürzen ihn; E-Mail und Browser nehmen ihn an
length-long = viele Programme kürzen ihn; eine Datei ist sicherer

## Filters

filters = Filter
filter-entities = Wer oder was
filter-sure = Sicherheit
filter-types = Art
filter-stances = Haltung
filter-holders = Vertreten von
filter-sections = Teil
filter-words = Wörter im Absatz
filter-rest = Der Rest ist
rest-dim = abgeblendet
rest-hide = ausgeblendet
clear = Filter löschen
also = und
exclude = nicht
active-filters = Aktive Filter
nothing-matches = Kein Absatz passt zu diesen Filtern.
previous-match = Voriger passender Absatz
next-match = Nächster passender Absatz
sure-high = Sicher
sure-fair = Weniger sicher
sure-low = Vermutung
paragraphs-shown =
    { $shown } von { $all } { $all ->
        [one] Absatz
       *[other] Absätzen
    }
require-entity = Nur Absätze, in denen auch { $name } vorkommt
exclude-entity = Ohne { $name }
remove-filter = Filter entfernen: { $filter }
holder-article = Artikel selbst
holder-comments = Kommentierende
holder-sources = Zitierte Quellen

## Overview

overview = Überblick
overview-hint = Wer wen wie beurteilt, nach Absätzen: links unterstützend, rechts kritisch.
overview-empty = In diesem Text wird niemand und nichts genannt.
who = Wer oder was
axis-left = unterstützend
axis-right = kritisch
not-named-here = hier nicht genannt
most-argued-over = Am meisten umstritten:
course = Im Verlauf des Textes
show-fewer = Weniger zeigen
step-one = Absatz { $number }: { $what }
step = Absätze { $first } bis { $last }: { $what }
mentions-unit =
    { $count ->
        [one] Erwähnung
       *[other] Erwähnungen
    }
paragraphs-unit =
    { $count ->
        [one] Absatz
       *[other] Absätze
    }
show-stance =
    { $section }: { $count } { $count ->
        [one] Absatz
       *[other] Absätze
    } zu { $name }, { $stance }
reported = , { $count } wiedergegeben
show-all = Alle { $count } zeigen

## Matrix, network and concordance

views = Ansichten
sort-by = Sortieren nach
matrix-hint = Wer wen beurteilt: Jede Zeile steht für jemanden, der urteilt, jede Spalte für jemanden, über den geredet wird; die Zahl zählt Absätze. Eine Zelle öffnet ihre Sätze.
matrix-empty = Kein passender Absatz beurteilt oder nennt jemanden.
sections-only = Artikel gegen Kommentare
holder = Wer urteilt
unnamed-sources = Ungenannte Quellen
network-hint = Wer Berichten zufolge für oder gegen wen ist. Bögen nach links bedeuten dafür, Bögen nach rechts dagegen; der Pfeil zeigt auf das Ziel, die Breite zählt Absätze.
network-empty = In keinem passenden Absatz wird berichtet, dass jemand für oder gegen jemand anderen ist. Was Artikel und Kommentare selbst vertreten, steht in der Matrix.
nodes = Wer beteiligt ist
relations = Beziehungen
for = ◀ dafür
against = dagegen ▶
concordance-empty = Wählen Sie jemanden, um jede Erwähnung in ihrer Zeile zu sehen, hier oder im Überblick:
concordance-hint = Jede Erwähnung in ihrer Zeile, mit der Angabe, wessen Sicht es ist. Eine Zeile öffnet ihre Stelle.
no-lines = In keinem passenden Absatz steht eine Erwähnung.
tab-read = Lesen
tab-matrix = Matrix
tab-network = Netz
tab-concordance = Konkordanz
sort-place = Stelle
sort-frequency = Häufigkeit
sort-name = Name
sort-agreement = Übereinstimmung
sort-left = Wörter davor
sort-right = Wörter danach
commenter = Kommentar ¶{ $number }
quoted = „{ $words }“
cell =
    { $holder } zu { $target }: { $stance }, { $count } { $count ->
        [one] Absatz
       *[other] Absätze
    }
named-less = { $count } weitere, die seltener genannt werden, sind weggelassen.
more-entities = Mehr Namen
left-out = { $count } weitere mit weniger Beziehungen sind weggelassen.
node = { $name }: urteilt { $holds }-mal, wird { $held }-mal beurteilt
go-to = Absatz { $number }

## Why?

why = Warum?
why-hint = Zeigen Sie auf einen markierten Namen, tippen Sie ihn an oder drücken Sie darauf die Eingabetaste, um zu sehen, warum er so markiert ist.
highlight = Überall hervorheben
highlight-off = Nicht mehr hervorheben
only-this = Nur Absätze damit
next-mention = Nächste Erwähnung
previous-mention = Vorige Erwähnung
the-words = Die Wörter, die es zeigen
taken-over = Wen er beurteilt und wie, ist aus dem Kommentar übernommen, auf den er antwortet.
reported-only = Was hier wiedergegeben wird, vertritt die Quelle, nicht der Absatz selbst.
unnamed-source = eine ungenannte Quelle
refers-to = „{ $words }“ bezeichnet { $name } { $kind }.
verdict-supportive = { $who } spricht für { $name }: { $sureness }.
verdict-critical = { $who } spricht gegen { $name }: { $sureness }.
verdict-mixed = { $who } spricht für und gegen { $name }: { $sureness }.
verdict-neutral = { $who } nennt { $name } in diesem Absatz und sagt nichts dafür oder dagegen.
verdict-none = Unklar: Noch hat niemand beurteilt, wie der Absatz zu { $name } steht.
verdict-unclear = Unklar: Die Anzeichen zu { $name } widersprechen einander, deshalb urteilt die Maschine nicht.
runner-up = Nächstwahrscheinliche Lesart: { $stance } ({ $score }).
holds-supportive = { $who } spricht für { $name }
holds-critical = { $who } spricht gegen { $name }
evidence-for = spricht dafür
evidence-against = spricht dagegen
evidence-judges = urteilt
evidence-negation = kehrt es um
evidence-degree = verstärkt es oder schwächt es ab
evidence-direction = sagt, wer es wem tut
evidence-holder = sagt, wessen Sicht es ist
evidence-answer-for = ergreift durch die Antwort Partei dafür
evidence-answer-against = ergreift durch die Antwort Partei dagegen
judged-by = Beurteilt { $who }.

## Corrections

correct = Korrigieren …
mark-words = Wörter markieren …
mark-heading = Wörter als Erwähnung markieren
words-to-mark = Wörter im Absatz
mark = Markieren
who-is-meant = Wer oder was gemeint ist
meant-hint = Ein Name aus der Liste setzt beide gleich; ein anderer Name benennt um oder beginnt etwas Neues.
change = Ändern
type = Art
stance = Haltung
no-stance = keine (entfernen)
whose = Vertreten von (leer: vom Absatz selbst)
by-unnamed = eine ungenannte Quelle
no-mention = Das ist keine Erwähnung
remove = Entfernen
author = Autorin oder Autor dieses Beitrags
border-before = Die Kommentare beginnen mit diesem Absatz
applies-to = Gilt für
nothing-to-correct = Nichts wurde geändert: Es ist schon so, oder ein Feld ist leer.
later-version = Eine Korrektur aus einer späteren Version, aufbewahrt, aber nicht gezeigt.
corrections = Korrekturen
undo = Rückgängig
redo = Wiederherstellen
take-back = Zurücknehmen
take-over = Übernehmen
whose-reading = Gezeigte Lesart
saving = Noch nicht gespeichert
saved = Gespeichert
no-corrections = Sie haben in diesem Text nichts korrigiert.
their-corrections = Fremde Korrekturen, die Sie nicht teilen
the-machine = der Maschine
the-other = der anderen Person
made-by-reader = Das haben Sie korrigiert.
scope-mark = diese Markierung
scope-paragraph = diesen Absatz
scope-post = diesen Beitrag
scope-everywhere = überall
reach-post = , in diesem Beitrag
reach-everywhere = , überall
correct-heading = „{ $words }“ korrigieren
nothing-to-undo = Es gibt nichts rückgängig zu machen.
nothing-to-redo = Es gibt nichts wiederherzustellen.
corrects-type = { $who }: { $type }.
corrects-name = { $who } heißt { $name }.
corrects-merge = { $who } ist dasselbe wie { $into }.
corrects-meant = „{ $quote }“ meint { $who }{ $reach }.
corrects-no-mention = „{ $quote }“ ist keine Erwähnung{ $reach }.
corrects-stance = { $holder } zu { $name }: { $stance }{ $reach }.
corrects-border = Die Kommentare beginnen mit „{ $quote }“.
corrects-no-border = Es gibt keine Kommentare.
corrects-author = Verfasst hat „{ $quote }“: { $name }.
the-writer = der Absatz selbst
made-again = Ausgeführt: { $what }
taken-back = Zurückgenommen: { $what }
corrections-count =
    { $count } { $count ->
        [one] Korrektur
       *[other] Korrekturen
    }
misfits =
    , { $count } { $count ->
        [one] passt
       *[other] passen
    } nicht
show-mine = meine
show-machine = die der Maschine
show-difference = der Unterschied
show-theirs = die der anderen Person
agreement = Sie stimmen mit { $with } bei { $marks } von { $marksall } Markierungen und { $stances } von { $stancesall } Haltungen überein{ $kappa }.
kappa = ; Cohens Kappa { $value }
theirs-arrived = Was Sie geöffnet haben, enthält { $what } einer anderen Person, jetzt gezeigt. Ihre eigenen bleiben erhalten: Wählen Sie über dem Text, wessen Lesart gezeigt wird.

## Moving about in a text

find = Suchen
find-hint = Im Text suchen (/)
find-label = Im Text suchen
close-find = Suche schließen
previous-found = Voriger Treffer
next-found = Nächster Treffer
nothing-found = Kein Treffer
strip = Stelle im Text
stop = Abbrechen
found-number = Treffer { $number } von { $count }
stretch = Absatz { $number }, { $section }
within-matching = passend
progress = { $count } Absätze werden gelesen: { $doing }
progress-mentions = wer genannt wird …
progress-entities = wer ein und derselbe ist …
progress-references = wer mit „er“ und „sie“ gemeint ist …
progress-opinions = wer wie zu wem steht …
answers =
    { $count ->
        [one] { $count } Antwort
       *[other] { $count } Antworten
    }
answers-folded =
    { $count ->
        [one] { $count } Antwort
       *[other] { $count } Antworten
    } zeigen

## Texte unter Adressen

address = Von einer Adresse
address-open = Adresse öffnen
address-hint = Eine Adresse, die mit https:// beginnt, auf einer Seite, die andere Seiten lesen lässt, oder die Nummer eines Fadens auf Hacker News. Bevor etwas geholt wird, werden Sie gefragt.
no-address = Das ist keine Adresse, die sich öffnen lässt: Sie muss mit https:// beginnen und ihren Rechner klar nennen.
ask-heading = Diesen Text von einer anderen Seite holen?
ask-from = Der Text würde erbeten von
ask-promise = Diese Seite sieht Ihre Netzadresse und dass der Text erbeten wurde, wie bei jedem Link. Sonst wird ihr nichts gesandt: kein Text, keine Korrektur, keine Ansicht, kein Cookie, nicht einmal, woher Sie kommen. Gelesen wird der Text in diesem Browser.
ask-yes = Holen
ask-no = Nicht holen
contains-address = die Adresse des Textes bei { $host }; wer den Link öffnet, wird gefragt, bevor er geholt wird
not-asked = Von { $host } wurde nichts erbeten. Wenn Sie eine Kopie des Textes haben, öffnen Sie diese, um die Ansicht des Links zu sehen.
show-in-original = Im Original zeigen
delete-text = „{ $title }“ mit allen Korrekturen löschen? Das lässt sich nicht rückgängig machen.
delete-yes = Endgültig löschen
delete-no = Nicht löschen
export-matrix = Matrix (SVG)
about-matrix = wer wen beurteilt, als Zeichnung
export-network = Netz (SVG)
about-network = wer für oder gegen wen ist, als Zeichnung
export-matrix-picture = Matrix als Bild (PNG)
export-network-picture = Netz als Bild (PNG)
about-picture = für Dokumente, die kein SVG nehmen
no-picture = Dieser Browser konnte das Bild nicht zeichnen; das SVG zeigt dasselbe.

## Das gründliche Lesen

deep = Gründlich lesen
deep-off = aus; lädt einmal { $size } MB
deep-saves-data = aus, weil Ihr Browser Daten sparen will; lädt einmal { $size } MB
deep-loading = { $done } von { $size } MB
deep-starting = beginnt …
deep-reading = { $done } von { $all } Abschnitten
deep-again = noch einmal: { $done } von { $again } Abschnitten
deep-resting = angehalten bei { $done } von { $all } Abschnitten
deep-done =
    { $count ->
        [one] { $all } Abschnitt gelesen
       *[other] alle { $all } Abschnitte gelesen
    }
thousands = { $thousands }.{ $rest }
deep-begins-loading = Das gründliche Lesen wird geladen. Was schnell gelesen ist, steht da.
deep-begins = Das gründliche Lesen hat begonnen.
deep-is-done = Das gründliche Lesen ist fertig.
deep-no-download = Es konnte nicht geladen werden. Besteht eine Verbindung? Was schnell gelesen ist, bleibt.
deep-damaged = Was geladen wurde, ist beschädigt und wird nicht benutzt. Was schnell gelesen ist, bleibt.
deep-refused = Dieser Browser kann es nicht ausführen. Was schnell gelesen ist, bleibt.
deep-broke-off = Es ist abgebrochen. Was gelesen ist, bleibt.
try-again = Noch einmal versuchen
help-deep = Das gründliche Lesen geht den Text noch einmal mit einem kleinen Sprachmodell durch, ebenfalls in Ihrem Browser: zuerst, was zu sehen ist, dann den Rest. Es lädt einmal { $size } MB und behält sie für spätere Besuche, auch ohne Netz. „Warum?“ sagt, welches von beiden geurteilt hat. Gemessen an denselben Diskussionen wie oben: Von den Haltungen, die es unterstützend nennt, stimmen 73 von 100, und es findet 46 von 100; von denen, die es kritisch nennt, 57 und 42. Was Sätze aus Nachrichten über jemanden zeigen, trifft es in 83 von 100 Fällen, das schnelle Lesen in 73.
leave-out = Wörter weglassen
leave-out-hint = Liest den Abschnitt noch einmal ohne jedes Wort, eines nach dem anderen.
leaving-out = Liest ohne jedes Wort …
words-left-out = Ohne diese Wörter änderte sich das Urteil am meisten: + sprach dafür, − dagegen.
words-left-out-none = Kein einzelnes Wort ändert das Urteil.
