"""The words of a Hungarian reader."""

from studypack.page.words.words import Words
from studypack.summary.plural import Plural

HUNGARIAN = Words(
    language="hu",
    edition="Kiadás: {}",
    skip="Ugrás a letöltésekhez",
    parts="Ezen az oldalon",
    downloads="Letöltések",
    files={
        "briefing.pdf": ("Összefoglaló", "Olvasd, jelölj benne, keress vissza bármit."),
        "booklet.pdf": ("Füzet", "Az összefoglaló nyomtatásra: laponként két oldal, félbehajtva."),
        "handout.pdf": (
            "Órai segédlet",
            "A legfontosabb dátumok, fogalmak és személyek röviden.",
        ),
        "poster.pdf": ("Plakát", "Az események egymás mellett, egyetlen nagy lapon."),
        "poster-tiled": (
            "Plakát irodai papíron",
            "Ugyanaz a plakát nyomtatásra, vágásra, ragasztásra.",
        ),
        "poster-print-shop": ("Plakát nyomdának", "Kifutóval és vágójelekkel."),
        "poster-blank": ("Kitöltendő plakát", "Üres helyekkel, órai munkához."),
        "key.pdf": ("Megoldások a plakáthoz", "Mi való az üres helyekre."),
        "deck.apkg": ("Anki-pakli", "Tanulókártyák az Anki alkalmazáshoz, telefonra vagy gépre."),
        "cards.pdf": ("Tanulókártyák papíron", "Nyomtatásra, hajtásra, ragasztásra és vágásra."),
        "cards.tsv": ("Tanulókártyák táblázatban", "Kérdések és válaszok, például a Quizlethez."),
        "notes.tsv": ("Jegyzetek táblázatban", "Minden mező, szöveges importhoz az Ankiba."),
    },
    download="Letöltés: {what} ({kind}, {size})",
    look="Betekintés",
    page_of="{what}, {number}. oldal",
    poster="Plakát",
    poster_picture="Az egész plakát kicsiben. Az összefoglaló mindezt szavakban mondja el.",
    poster_zoom="A plakát nagyítása",
    poster_open="A plakát megnyitása PDF-ként",
    cards="Tanulókártyák",
    cards_intro="Gondold végig a választ, aztán nézd meg. A következő kártya jobbra található.",
    flip="A válasz megmutatása",
    counted_cards=Plural("hu", other="{} kártya"),
    other_cards="Egyéb",
    source="Forrás",
    weeks="Hétről hétre",
    weeks_intro="Másold a keresést az Anki böngészőjébe, és az adott hét kártyáit látod.",
    week_topics="Témák",
    week_search="Keresés az Ankiban",
    changes="Mi változott",
    changes_file="Ugyanez fájlként",
    how="Útmutató",
    import_desktop="A pakli importálása számítógépen",
    import_desktop_steps="Telepítsd és indítsd el az Ankit."
    "\nTöltsd le a paklit, és kattints rá duplán, vagy válaszd az Ankiban: Fájl → Importálás."
    "\nHagyd a beállításokat, ahogy vannak, és válaszd az Importálás gombot.",
    import_android="A pakli importálása Android-telefonon",
    import_android_steps="Telepítsd az AnkiDroidot, és indítsd el egyszer."
    "\nTöltsd le a paklit a telefonra, és koppints rá a letöltések között."
    "\nNyisd meg az AnkiDroiddal, és hagyd jóvá az importálást.",
    import_iphone="A pakli importálása iPhone-on vagy iPaden",
    import_iphone_steps="Telepítsd az AnkiMobile-t, és indítsd el egyszer."
    "\nTöltsd le a paklit, és keresd meg a Fájlok alkalmazásban."
    "\nKoppints a Megosztásra, válaszd az AnkiMobile-t, és hagyd jóvá az importálást.",
    update="Ha új kiadás jelenik meg",
    print_poster="A plakát nyomtatása irodai nyomtatón",
    print_poster_steps="Nyisd meg a „Plakát irodai papíron” fájlt: az első oldal mutatja a lapok"
    " rendjét."
    "\nNyomtass egyoldalasan, tényleges méretben (100%), nem „oldalhoz igazítva”."
    "\nMérd meg az első oldalon a sávot: 100 mm hosszúnak kell lennie."
    "\nVágj a jeleknél, ragaszd össze a lapokat soronként, aztán a sorokat.",
    print_shop="A fénymásoló a „Plakát” fájlt egyetlen {} méretű lapra nyomtatja.",
    print_briefing="Az összefoglaló nyomtatása",
    print_briefing_steps="Nyomtass kétoldalasan {} papírra, a hosszú él mentén fordítva,"
    " 100%-os méretben."
    "\nLyukaszd ki vagy tűzd össze a bal oldalán.",
    print_booklet="A füzet: nyomtasd kétoldalasan, a rövid él mentén fordítva, 100%-os méretben;"
    " hajtsd félbe és tűzd össze.",
    print_cards="Tanulókártyák papíron",
)
