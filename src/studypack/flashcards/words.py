"""What cards say besides the content: questions, labels and the deck's description.

English, Polish and Hungarian; other languages fall back to English. ``Fixed`` words end up in
fields: they must never change, or every note of their kind would count as corrected.
"""

from __future__ import annotations

from dataclasses import dataclass

from studypack.summary.items import How, TermKind
from studypack.summary.language import primary


@dataclass(frozen=True)
class Labels:
    """Words of the card templates. Rewording one restyles the notetypes and touches no note."""

    when: str
    what_happened: str
    besides: str
    who_was: str
    who_is_meant: str
    what_decided: str
    who_decided: str
    by_whom: str
    who_dissented: str
    what_is: str
    what_called: str
    fill_gap: str
    matters: str
    dispute: str
    source: str
    later: str
    withdrawn: str
    options: str
    reasons: str
    consequence: str
    dissent: str


@dataclass(frozen=True)
class Fixed:
    """Words that stand in fields."""

    led_to: str
    how_led: str
    came_between: str
    nobody: str
    came_round: str
    link_gone: str
    link_unasked: str
    editors: str
    came_first: str
    either: str
    timeline: str
    how: dict[How, str]
    kinds: dict[TermKind, str]


@dataclass(frozen=True)
class About:
    """Sentences of the deck's description; ``{}`` takes what their names say."""

    edition: str
    amount: str
    update: str
    kept: str
    lost: str
    search: str
    weeks: str
    fold: str


LABELS = {
    "en": Labels(
        when="When?",
        what_happened="What happened on this day?",
        besides="other than:",
        who_was="Who was this?",
        who_is_meant="Who is meant?",
        what_decided="What was decided?",
        who_decided="Who decided this, and how?",
        by_whom="Who decided this?",
        who_dissented="Who disagreed?",
        what_is="What is this?",
        what_called="What is it called?",
        fill_gap="Fill the gap",
        matters="Why it matters",
        dispute="Disputed",
        source="Source",
        later="Known from outside the sources",
        withdrawn="Withdrawn",
        options="What lay open",
        reasons="Reasons",
        consequence="What followed",
        dissent="Who disagreed",
    ),
    "pl": Labels(
        when="Kiedy?",
        what_happened="Co wydarzyło się tego dnia?",
        besides="ale nie:",
        who_was="Kto to był?",
        who_is_meant="O kim mowa?",
        what_decided="Co postanowiono?",
        who_decided="Kto o tym zdecydował i jak?",
        by_whom="Kto o tym zdecydował?",
        who_dissented="Kto był innego zdania?",
        what_is="Co to jest?",
        what_called="Jak to się nazywa?",
        fill_gap="Uzupełnij lukę",
        matters="Dlaczego to ważne",
        dispute="Sporne",
        source="Źródło",
        later="Wiedza spoza źródeł",
        withdrawn="Wycofane",
        options="Możliwości",
        reasons="Powody",
        consequence="Co z tego wynikło",
        dissent="Przeciw",
    ),
    "hu": Labels(
        when="Mikor?",
        what_happened="Mi történt ezen a napon?",
        besides="de nem:",
        who_was="Ki volt ő?",
        who_is_meant="Kiről van szó?",
        what_decided="Hogyan döntöttek?",
        who_decided="Ki döntött így, és hogyan?",
        by_whom="Ki döntött így?",
        who_dissented="Ki nem értett egyet?",
        what_is="Mi ez?",
        what_called="Mi a neve?",
        fill_gap="Egészítsd ki!",
        matters="Miért fontos",
        dispute="Vitatott",
        source="Forrás",
        later="A forrásokon kívülről ismert",
        withdrawn="Visszavonva",
        options="Lehetőségek",
        reasons="Indokok",
        consequence="Következmény",
        dissent="Ellenvélemény",
    ),
}

FIXED = {
    "en": Fixed(
        led_to="What did this lead to?",
        how_led="How did one lead to the other?",
        came_between="Which turning point came between?",
        nobody="Nobody, as far as is recorded",
        came_round="came round in the end",
        link_gone="This cause and effect is no longer claimed.",
        link_unasked="This cause and effect still holds, but is no longer asked.",
        editors="Editors’ note",
        came_first="Which came first?",
        either="or",
        timeline="Timeline of {years}, marked at {date}",
        how={
            How.UNANIMOUS: "unanimously",
            How.MAJORITY: "by majority",
            How.ALONE: "alone",
            How.NOT_RECORDED: "",
        },
        kinds={kind: kind.value for kind in TermKind},
    ),
    "pl": Fixed(
        led_to="Do czego to doprowadziło?",
        how_led="Jak jedno doprowadziło do drugiego?",
        came_between="Jaki punkt zwrotny nastąpił pomiędzy?",
        nobody="Nikt, o ile wiadomo",
        came_round="ostatecznie zgoda",
        link_gone="Ten związek przyczynowy nie jest już podtrzymywany.",
        link_unasked="Ten związek przyczynowy pozostaje w mocy, ale już o niego nie pytamy.",
        editors="Od redakcji",
        came_first="Co było wcześniej?",
        either="czy",
        timeline="Oś czasu {years}; zaznaczono: {date}",
        how={
            How.UNANIMOUS: "jednomyślnie",
            How.MAJORITY: "większością głosów",
            How.ALONE: "jednoosobowo",
            How.NOT_RECORDED: "",
        },
        kinds={
            TermKind.ORGANISATION: "organizacja",
            TermKind.CODE_NAME: "kryptonim",
            TermKind.CONCEPT: "pojęcie",
            TermKind.PLACE: "miejsce",
            TermKind.PUBLICATION: "czasopismo",
            TermKind.EVENT: "wydarzenie",
        },
    ),
    "hu": Fixed(
        led_to="Mihez vezetett ez?",
        how_led="Hogyan vezetett az egyik a másikhoz?",
        came_between="Melyik fordulópont volt a kettő között?",
        nobody="Tudomásunk szerint senki",
        came_round="végül engedett",
        link_gone="Ezt az ok-okozati kapcsolatot már nem állítjuk.",
        link_unasked="Ez az ok-okozati kapcsolat továbbra is áll, de már nem kérdezzük.",
        editors="Szerkesztői megjegyzés",
        came_first="Melyik volt előbb?",
        either="vagy",
        timeline="Idővonal, {years}; megjelölve: {date}",
        how={
            How.UNANIMOUS: "egyhangúlag",
            How.MAJORITY: "szótöbbséggel",
            How.ALONE: "egyedül",
            How.NOT_RECORDED: "",
        },
        kinds={
            TermKind.ORGANISATION: "szervezet",
            TermKind.CODE_NAME: "fedőnév",
            TermKind.CONCEPT: "fogalom",
            TermKind.PLACE: "hely",
            TermKind.PUBLICATION: "lap",
            TermKind.EVENT: "esemény",
        },
    ),
}

ABOUT = {
    "en": About(
        edition="Edition of {date}.",
        amount="This pack brings {notes} notes with {cards} cards.",
        update="To update, import the new file over the old deck, with the options as they are.",
        kept="Your progress, flags, suspended cards and own decks stay as they are.",
        lost=(
            "A corrected note gets its new text and tags: tags that you gave it yourself go."
            " A note that you edited or tagged after the correction keeps your version."
        ),
        search="To study one theme, search for example for {search}",
        weeks="The cards of each week (copy the search into Anki’s browser):",
        fold="Fold along the middle, print outwards; paste; cut along the marks.",
    ),
    "pl": About(
        edition="Wydanie z {date}.",
        amount="Liczba notatek w pakiecie: {notes}, kart: {cards}.",
        update="Aby zaktualizować talię, zaimportuj nowy plik, nie zmieniając opcji.",
        kept="Postępy w nauce, flagi, zawieszone karty i własne talie pozostają bez zmian.",
        lost=(
            "Poprawiona notatka otrzymuje nowy tekst i etykiety; własne etykiety na niej znikają."
            " W notatce zmienionej lub oznaczonej już po poprawce pozostaje twoja wersja."
        ),
        search="Aby uczyć się jednego tematu, wyszukaj na przykład {search}",
        weeks="Karty na każdy tydzień (wyszukiwanie wklej do przeglądarki Anki):",
        fold="Złóż wzdłuż środka, drukiem na zewnątrz; sklej; potnij wzdłuż znaczników.",
    ),
    "hu": About(
        edition="Kiadás: {date}",
        amount="Ez a csomag {notes} jegyzetet és {cards} kártyát tartalmaz.",
        update="Frissítéshez importáld az új fájlt, a beállítások módosítása nélkül.",
        kept="A haladásod, a zászlók, a felfüggesztett kártyák és a saját paklik megmaradnak.",
        lost=(
            "A javított jegyzet új szöveget és címkéket kap; a saját címkéid elvesznek róla."
            " Ha egy jegyzetet a javítás után módosítottál vagy címkéztél, a te változatod marad."
        ),
        search="Egyetlen témához keress rá például erre: {search}",
        weeks="Az egyes hetek kártyái (a keresést másold az Anki böngészőjébe):",
        fold="Hajtsd félbe középen, nyomtatott oldalával kifelé; ragaszd össze; vágd a jeleknél.",
    ),
}


def labels(language: str) -> Labels:
    """The words of the card templates."""
    return LABELS.get(primary(language), LABELS["en"])


def fixed(language: str) -> Fixed:
    """The words that stand in fields."""
    return FIXED.get(primary(language), FIXED["en"])


def about(language: str) -> About:
    """The sentences of the deck's description."""
    return ABOUT.get(primary(language), ABOUT["en"])
