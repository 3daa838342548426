"""The words of a Polish reader."""

from types import MappingProxyType

from studypack.poster.words.words import Wording
from studypack.product import Blank
from studypack.summary.items import How

POLISH = Wording(
    language="pl",
    editors="red.",
    vote="DECYZJA",
    dissent="PRZECIW",
    came_round="ostatecznie zgoda: {}",
    how=MappingProxyType(
        {
            How.UNANIMOUS: "jednomyślnie",
            How.MAJORITY: "większością głosów",
            How.ALONE: "jednoosobowo",
        }
    ),
    rival=" albo ",
    rows=MappingProxyType(
        {
            "day": "jeden wiersz = jeden dzień",
            "month": "jeden wiersz = jeden miesiąc",
            "year": "jeden wiersz = jeden rok",
        }
    ),
    gap="Luka {}",
    how_to_read="Jak czytać plakat",
    source="Źródło",
    kinds=MappingProxyType(
        {
            "event": "Wydarzenie",
            "decision": "Decyzja",
            "violence": "Przemoc",
            "movement": "Ruchy wojsk lub ludności",
            "talks": "Rozmowy",
            "statement": "Oświadczenie",
        }
    ),
    vague="Data przybliżona lub niepewna",
    needle="Decyzja między „{left}” a „{right}”",
    branch="Sprzeciw i jego kierunek",
    turn="Dzień, w którym wskazówka przekracza środek",
    arrow="Następstwo, według źródeł",
    bar="Czas trwania: długość paska",
    stretched="Wysokość wierszy zależy od liczby wydarzeń; lewa krawędź: skala rzeczywista",
    stretched_part=(
        "Wysokość wierszy zależy od liczby wydarzeń; według skali rzeczywistej przy lewej krawędzi"
        " {days} z {total} dni to {share}% wykresu"
    ),
    pages="Małe szare liczby to numery stron (źródło: {}).",
    editors_added="„{}”: dodane przez redakcję.",
    all_shown="{shown} z {total} wydarzeń.",
    some_shown=(
        "{shown} z {total} wydarzeń; pozostałe leżą poza wierszami albo nie zmieściły się w"
        " zapełnionych dniach."
    ),
    alt_time=(
        "Kalendarium: czas biegnie z góry na dół, na początku {first}, na końcu {last}; obok siebie"
        " stoją kolumny: {lanes}."
    ),
    alt_needle="{title} (z lewej {left}, z prawej {right}): {places}.",
    in_the_middle="pośrodku",
    towards="w stronę bieguna „{}”",
    far_towards="daleko w stronę bieguna „{}”",
    alt_arrows="Strzałki: {}.",
    alt_arrow="„{cause}”, a w następstwie „{effect}”",
    keys=MappingProxyType(
        {
            Blank.DATES: "Klucz do plakatu bez dat",
            Blank.TITLES: "Klucz do plakatu bez tytułów",
            Blank.DECISIONS: "Klucz do plakatu bez decyzji",
        }
    ),
    on_sheets="plakat na arkuszach formatu {}",
    sheets="Plakat {size}, liczba arkuszy {paper}: {count} ({columns} w poziomie, {rows} w pionie)",
    sheets_scale=", w skali {}%",
    print_verb="Drukowanie:",
    print_it=(
        "jednostronnie, w rzeczywistym rozmiarze (100%), bez opcji „dopasuj do strony”. Ten odcinek"
        " musi mieć wtedy 100 mm:"
    ),
    cut_verb="Cięcie:",
    cut_it=(
        "każdy arkusz przy lewej i górnej krawędzi, wzdłuż ciągłych znaczników; w ostatniej"
        " kolumnie także z prawej, w ostatnim rzędzie także u dołu."
        " Pozostałe krawędzie zostają: to paski"
        " na klej."
    ),
    glue_verb="Klejenie:",
    glue_it=(
        "najpierw każdy rząd od lewej do prawej, następny arkusz na pasek poprzedniego (szerokość:"
        " {} mm), aż do jego przerywanych znaczników. Potem rząd do rzędu, od góry do dołu. Nazwy"
        " arkuszy znikają pod złączami."
    ),
    for_readers=(
        "Dla czytników ekranu i do przeszukiwania: plakat na jednym arkuszu, w osobnym pliku."
    ),
    place="kolumna {column} z {columns}, rząd {row} z {rows}",
    glue_right="z prawej przykleić {}",
    glue_below="u dołu przykleić rząd {}",
)
