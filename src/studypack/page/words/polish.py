"""The words of a Polish reader."""

from studypack.page.words.words import Words
from studypack.summary.plural import Plural

POLISH = Words(
    language="pl",
    edition="Wydanie z {}",
    skip="Przejdź do plików",
    parts="Na tej stronie",
    downloads="Pliki do pobrania",
    files={
        "briefing.pdf": ("Kompendium", "Książka do czytania, podkreślania i sprawdzania."),
        "booklet.pdf": ("Broszura", "Kompendium do druku po dwie strony na arkuszu i złożenia."),
        "handout.pdf": ("Materiał na zajęcia", "Najważniejsze daty, pojęcia i osoby w skrócie."),
        "poster.pdf": ("Plakat", "Wydarzenia obok siebie, na jednym dużym arkuszu."),
        "poster-tiled": (
            "Plakat na zwykłym papierze",
            "Ten sam plakat do wydruku, pocięcia i sklejenia.",
        ),
        "poster-print-shop": ("Plakat dla drukarni", "Ze spadami i znacznikami cięcia."),
        "poster-blank": ("Plakat do uzupełnienia", "Z lukami, na lekcję."),
        "key.pdf": ("Odpowiedzi do plakatu", "Co należy wpisać w luki."),
        "deck.apkg": ("Talia Anki", "Fiszki do aplikacji Anki, na telefon lub komputer."),
        "cards.pdf": ("Fiszki na papierze", "Do wydruku, złożenia, sklejenia i pocięcia."),
        "cards.tsv": ("Fiszki jako tabela", "Pytania i odpowiedzi, dla stron takich jak Quizlet."),
        "notes.tsv": ("Notatki jako tabela", "Wszystkie pola, do importu tekstu w Anki."),
    },
    download="Pobierz: {what} ({kind}, {size})",
    look="Zajrzyj do środka",
    page_of="{what}, strona {number}",
    poster="Plakat",
    poster_picture="Cały plakat w pomniejszeniu. Wszystko to opisano słowami w kompendium.",
    poster_zoom="Powiększ plakat",
    poster_open="Otwórz plakat jako PDF",
    cards="Fiszki",
    cards_intro="Zastanów się nad odpowiedzią, a potem ją odkryj. Następna fiszka jest po prawej.",
    flip="Pokaż odpowiedź",
    counted_cards=Plural("pl", one="{} fiszka", few="{} fiszki", other="{} fiszek"),
    other_cards="Pozostałe",
    source="Źródło",
    weeks="Tydzień po tygodniu",
    weeks_intro="Wklej wyszukiwanie do przeglądarki Anki, aby zobaczyć fiszki danego tygodnia.",
    week_topics="Tematy",
    week_search="Wyszukiwanie w Anki",
    changes="Co się zmieniło",
    changes_file="To samo jako plik",
    how="Jak to zrobić",
    import_desktop="Import talii na komputerze",
    import_desktop_steps="Zainstaluj i uruchom Anki."
    "\nPobierz talię i kliknij ją dwukrotnie albo wybierz w Anki Plik → Importuj."
    "\nNie zmieniaj opcji i wybierz Importuj.",
    import_android="Import talii na telefonie z Androidem",
    import_android_steps="Zainstaluj AnkiDroid i uruchom jeden raz."
    "\nPobierz talię na telefon i dotknij jej na liście pobranych plików."
    "\nOtwórz ją w AnkiDroid i potwierdź import.",
    import_iphone="Import talii na iPhonie lub iPadzie",
    import_iphone_steps="Zainstaluj AnkiMobile i uruchom jeden raz."
    "\nPobierz talię i znajdź ją w aplikacji Pliki."
    "\nDotknij Udostępnij, wybierz AnkiMobile i potwierdź import.",
    update="Gdy ukaże się nowe wydanie",
    print_poster="Druk plakatu na zwykłej drukarce",
    print_poster_steps="Otwórz „Plakat na zwykłym papierze”. Układ arkuszy jest na stronie 1."
    "\nDrukuj jednostronnie, w rzeczywistym rozmiarze (100%), bez opcji „dopasuj do strony”."
    "\nZmierz odcinek na pierwszej stronie: musi mieć 100 mm."
    "\nPotnij wzdłuż znaczników, sklej arkusze każdego rzędu, a potem rzędy.",
    print_shop="Punkt ksero wydrukuje plik „Plakat” na jednym arkuszu formatu {}.",
    print_briefing="Druk kompendium",
    print_briefing_steps="Drukuj dwustronnie na papierze {}, obracając wzdłuż długiej krawędzi,"
    " w skali 100%."
    "\nPrzedziurkuj albo zszyj z lewej strony.",
    print_booklet="Broszura: drukuj dwustronnie, obracając wzdłuż krótkiej krawędzi, w skali 100%;"
    " złóż i zszyj.",
    print_cards="Fiszki na papierze",
)
