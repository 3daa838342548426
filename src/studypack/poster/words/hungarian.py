"""The words of a Hungarian reader."""

from types import MappingProxyType

from studypack.poster.words.words import Wording
from studypack.product import Blank
from studypack.summary.items import How

HUNGARIAN = Wording(
    language="hu",
    editors="szerk.",
    vote="DÖNTÉS",
    dissent="ELLENEZTE",
    came_round="végül engedett: {}",
    how=MappingProxyType(
        {How.UNANIMOUS: "egyhangúlag", How.MAJORITY: "szótöbbséggel", How.ALONE: "egyedül"}
    ),
    rival=" vagy ",
    rows=MappingProxyType(
        {
            "day": "egy sor = egy nap",
            "month": "egy sor = egy hónap",
            "year": "egy sor = egy év",
        }
    ),
    gap="{}. üres hely",
    how_to_read="Hogyan olvassuk?",
    source="Forrás",
    kinds=MappingProxyType(
        {
            "event": "Esemény",
            "decision": "Döntés",
            "violence": "Erőszak",
            "movement": "Csapatok vagy emberek mozgása",
            "talks": "Tárgyalás",
            "statement": "Nyilatkozat",
        }
    ),
    vague="Hozzávetőleges vagy bizonytalan időpont",
    needle="Döntés „{left}” és „{right}” között",
    branch="Ellenvélemény és iránya",
    turn="A nap, amelyen a mutató átlép a középvonalon",
    arrow="Ide vezetett, a források szerint",
    bar="Időtartam: a sáv hossza",
    stretched="A sorok magassága az eseményekhez igazodik; bal szél: a valós lépték",
    stretched_part=(
        "A sorok magassága az eseményekhez igazodik; a bal szélen látható valós léptékben {total}"
        " napból {days} foglalja el az ábra {share}%-át"
    ),
    pages="A kis szürke számok oldalszámok (forrás: {}).",
    editors_added="„{}”: a szerkesztők kiegészítése.",
    all_shown="{total} eseményből {shown}.",
    some_shown=(
        "{total} eseményből {shown}; a többi a sorokon kívül esik, vagy nem fért el a zsúfolt"
        " napokon."
    ),
    alt_time=(
        "Időrend: az idő fentről lefelé halad, kezdete {first}, vége {last}; egymás mellett álló"
        " oszlopok: {lanes}."
    ),
    alt_needle="{title} (balra {left}, jobbra {right}): {places}.",
    in_the_middle="középen",
    towards="„{}” felé",
    far_towards="erősen „{}” felé",
    alt_arrows="Nyilak: {}.",
    alt_arrow="„{cause}”, ami ide vezetett: „{effect}”",
    keys=MappingProxyType(
        {
            Blank.DATES: "Megoldókulcs a dátumok nélküli plakáthoz",
            Blank.TITLES: "Megoldókulcs a címek nélküli plakáthoz",
            Blank.DECISIONS: "Megoldókulcs a döntések nélküli plakáthoz",
        }
    ),
    on_sheets="a plakát {} méretű lapokon",
    sheets=(
        "{size} méretű plakát {count} {paper} lapon, {columns} vízszintesen, {rows} függőlegesen"
    ),
    sheets_scale=", {}%-os méretben",
    print_verb="Nyomtatás:",
    print_it=(
        "egyoldalasan, tényleges méretben (100%), nem „oldalhoz igazítva”. Ennek a sávnak ekkor"
        " 100 mm hosszúnak kell lennie:"
    ),
    cut_verb="Vágás:",
    cut_it=(
        "minden lap bal és felső szélén, a folytonos jelek mentén; az utolsó oszlopban jobb oldalt"
        " is, az utolsó sorban alul is. A többi szél maradjon meg: ezekre a sávokra kerül a"
        " ragasztó."
    ),
    glue_verb="Ragasztás:",
    glue_it=(
        "előbb minden sort balról jobbra, a következő lapot az előző {} mm-es sávjára, a szaggatott"
        " jelekig. Utána sort sorhoz, fentről lefelé. A lapok neve eltűnik az illesztések alatt."
    ),
    for_readers="Képernyőolvasóhoz és kereséshez: a plakát egyetlen lapon, külön fájlban.",
    place="{column}. oszlop, összesen {columns}; {row}. sor, összesen {rows}",
    glue_right="jobb oldalra ragasztandó: {}",
    glue_below="alulra ragasztandó: {}. sor",
)
