"""The words of a Hungarian reader."""

from types import MappingProxyType

from studypack.briefing.words.words import Words
from studypack.summary.items import How, QuestionKind, TermKind
from studypack.summary.plural import Plural

HUNGARIAN = Words(
    language="hu",
    kind_of_book="Összefoglaló",
    edition="Kiadás: {}",
    teachers_edition="Tanári kiadás, a kérdésekre adható válaszokkal",
    contents="Tartalom",
    how_to_use="A csomag használata",
    weeks="A félév hétről hétre",
    weeks_intro="Mi tartozik az egyes hetekhez, és hol található ebben a csomagban.",
    week_read="Elolvasandó",
    week_decisions="Megvitatandó",
    week_dates="Megjegyzendő dátumok",
    week_people="Megjegyzendő személyek",
    week_cards="Keresés az Ankiban",
    overview="A történet egy oldalon",
    decisions="A döntések anatómiája",
    more_decisions="További döntések",
    comparisons="Összehasonlítás",
    arguments="A történészek érvei",
    disputes="Amit nem tudunk",
    chronology="Időrend",
    figures="Számadatok és áldozatok",
    people="Ki kicsoda",
    terms="Nevek és fogalmak",
    quotations="Saját szavaikkal",
    questions="Kérdések",
    bibliography="Bibliográfia",
    works_cited="Hivatkozott művek",
    references="Irodalomjegyzék",
    index="Mutató",
    colophon="Erről a kiadásról",
    decisions_intro=(
        "Minden döntést azonos rendben veszünk sorra: mi volt a kérdés, milyen lehetőségek"
        " kínálkoztak, mit választottak és kik, ki ellenezte, mi volt az indok, és mi lett a"
        " következmény. A választott lehetőséget teli négyzet jelöli."
    ),
    more_decisions_intro=(
        "Azok a döntések, amelyek a fordulópontokhoz vezettek, vagy azokból következtek."
    ),
    arguments_intro=(
        "Mit állítanak ma a történészek, mivel vitatkoznak, és milyen bizonyítékokra támaszkodnak."
    ),
    disputes_intro=(
        "Ahol a források, a történészek vagy a számok ellentmondanak egymásnak, a csomag minden"
        " változatot közöl, és megmondja, kitől származik."
    ),
    chronology_intro=(
        "A csomag valamennyi eseménye időrendben. A rombusz olyan döntést jelöl, amelyet a megadott"
        " oldalon részletesen tárgyalunk."
    ),
    chronology_alone_intro="A csomag valamennyi eseménye időrendben.",
    figures_intro=(
        "Minden szám mellett ott áll, kitől származik. Ahol kettő szerepel, mindkettő megjelent"
        " nyomtatásban."
    ),
    people_intro="Országonként, betűrendben. A kiejtésben a nagybetűk a hangsúlyt jelölik.",
    quotations_intro=(
        "Rövid idézetek abban a sorrendben, ahogyan elhangzottak vagy leírták őket. Mindegyik"
        " fölött az áll, hogyan maradtak ránk a szavak; gyorsírásos jegyzőkönyv kevés van köztük."
    ),
    index_intro=(
        "Félkövérrel az az oldal áll, amelyen a személynek vagy fogalomnak saját szócikke van."
        " A jegyzeteket is beleszámítottuk."
    ),
    see="lásd",
    use_pack=(
        "Ez a könyv egy tanulócsomag része. Fali időrend és tanulókártyák tartoznak hozzá."
        " Mindhárom ugyanazokból a jegyzetekből készült, ezért minden dátum, név és szám megegyezik"
        " bennük."
    ),
    use_reading="Olvasás",
    use_parts=Plural("hu", other="Az elbeszélés {} részből áll."),
    use_margin=(
        "A margón álló dátumok segítenek visszatalálni; a lapalji jegyzetek megmondják, honnan"
        " származik egy-egy állítás."
    ),
    use_margin_in_text=(
        "A margón álló dátumok segítenek visszatalálni; a szövegben álló zárójelek megmondják,"
        " honnan származik egy-egy állítás."
    ),
    use_whole="Áttekintés",
    use_overview="A fordulópontok egyetlen oldalon elférnek.",
    use_chronology="Az időrend mindent tartalmaz, napról napra.",
    use_thinking="Végiggondolás",
    use_decisions=(
        "A történelem döntésekből áll. Mindegyiket részletesen végigkövetjük: mi volt a kérdés, mit"
        " lehetett volna még tenni, ki nem értett egyet. Takard le az oldal alsó felét, és dönts"
        " te magad, mielőtt továbbolvasol."
    ),
    use_arguing="Vita",
    use_arguments="Mit állítanak a történészek, és kivel szemben.",
    use_disputes="Amit nem tudunk, vagy amiben nincs egyetértés.",
    use_looking_up="Keresés",
    use_people="Személyek országonként, nevük kiejtésével.",
    use_terms="Szervezetek, fedőnevek, eszmék és helyszínek.",
    use_figures="Számadatok, mindegyik mellett az, akitől származik.",
    use_index="Minden név, és az oldalak, amelyeken szó van róla.",
    use_practice="Gyakorlás",
    use_questions="Kérdések vitához, esszéhez és forráselemzéshez.",
    use_questions_answered=(
        "Kérdések vitához, esszéhez és forráselemzéshez, mindegyik mellett azzal, mit tartalmaz a"
        " jó válasz."
    ),
    signs="Jelek",
    sign_decision="Döntés.",
    sign_options="A lehetőségek közül {taken} jelöli a választottat, {open} a többit.",
    sign_later=(
        "A csomag forrásain kívülről ismert, a szerkesztők tették hozzá. Ha egy egész szócikk"
        " ilyen, fölötte ez áll: {}."
    ),
    sign_page=(
        "Oldalszám egy forrásban. Előtte a forrás rövid neve áll, teljes adatai a források között"
        " találhatók."
    ),
    sign_rules="Vonalak",
    pulse="{theatre}: {events}, {span}",
    events=Plural("hu", other="{} esemény"),
    pages_of="A név nélküli oldalszámok forrása: {}.",
    page="{}.\N{NO-BREAK SPACE}o.",
    quoted="„{}”",
    date="Időpont",
    where="Hol",
    what_happened="Mi történt",
    who_decided="Ki döntött",
    before="Előzmények",
    options="Lehetőségek",
    option_taken="ezt választották",
    decided="A döntés",
    dissent="Ellenvélemény",
    dissent_overcome="végül engedett",
    dissent_towards="ezt támogatta:",
    reasons="Indokok",
    consequence="Következmény",
    led_to="Ide vezetett",
    said="Az ő szavaikkal",
    matters="Miért fontos",
    disputed="Vitatott",
    numbers="Számok",
    older_view="Korábbi nézet",
    thesis="Tézis",
    evidence="Bizonyítékok",
    open_question="Nyitott kérdés",
    about="Mire vonatkozik",
    stand="Amit a csomag közöl",
    what_is_counted="Mit számoltak",
    how_many="Mennyi, és ki szerint",
    aspect="Szempont",
    good_answer="A jó válasz",
    later="Szerkesztői megjegyzés",
    later_mark="szerk.",
    born="szül. {}",
    died="megh. {}",
    text_set_in="Betűtípusok: Gentium Book Plus és Source Sans 3 (SIL Open Font License).",
    text_set_in_sans="Betűtípus: Source Sans 3 (SIL Open Font License).",
    overview_stacked="A történet röviden",
    use_margin_stacked=(
        "A bekezdések fölött álló dátumok segítenek visszatalálni; a lapalji jegyzetek megmondják,"
        " honnan származik egy-egy állítás."
    ),
    use_margin_in_text_stacked=(
        "A bekezdések fölött álló dátumok segítenek visszatalálni; a szövegben álló zárójelek"
        " megmondják, honnan származik egy-egy állítás."
    ),
    use_overview_stacked="A fordulópontok egy rövid jegyzékben.",
    use_decisions_stacked=(
        "A történelem döntésekből áll. Mindegyiket részletesen végigkövetjük: mi volt a kérdés, mit"
        " lehetett volna még tenni, ki nem értett egyet. Állj meg a lehetőségek után, és dönts te"
        " magad, mielőtt továbbolvasol."
    ),
    edited_by="Szerkesztette: {}.",
    licence="A szöveg licence: {}.",
    last_changed="A tartalom utolsó módosítása: {}",
    swing_alt="Döntések két pólus között (balra: {left}, jobbra: {right}), időrendben: {count}.",
    swing_ends="Az első: {first}; az utolsó: {last}.",
    swing_nearest="Legközelebb ehhez: {} – {}.",
    swing_crossing="A vonal itt lépi át a középvonalat: {}.",
    to_scale="Méretarányosan",
    to_scale_note=(
        "Egy csoporton belül minden sáv azonos léptékű. Az egymásnak ellentmondó számok egymás"
        " alatt állnak, mindegyik mellett a forrása. Az üres sáv felső határ vagy egy tartomány"
        " többi része."
    ),
    scale_alt="{}: méretarányos sávok.",
    scale_most="A leghosszabb: {}.",
    scale_least="A legrövidebb: {}.",
    scale_rivals="Ellentmondó számok: {}.",
    sittings="{}: kit említenek az egyes üléseken",
    sittings_note=(
        "{named} a döntés leírásában említett személy, {against} a döntés ellenzője. Az üres hely"
        " azt jelenti, hogy ez a csomag ott nem említi az illetőt, és nem azt, hogy távol volt."
    ),
    name="Név",
    days_note="magas vonal: olyan nap, amelyről ez a rész szól",
    days_alt=(
        "{title}: a napok, amelyekről ez a rész szól ({told}), számuk {count}, az ábrázolt"
        " időszakban ({span}); a legtöbb bejegyzés napja: {most}"
    ),
    handout="Órai segédlet",
    handout_dates="Dátumok és döntések",
    handout_decision="döntés",
    handout_later="a szerkesztők kiegészítése, a forrásokon kívülről",
    booklet="nyomtatási példány",
    booklet_print="Nyomtass kétoldalasan {} papírra, a rövid él mentén fordítva, 100%-os méretben.",
    booklet_fold="Hajtsd félbe az összes lapot együtt.",
    booklet_stacks="Egyszerre {} lapot hajts félbe, majd tedd egymásra a hajtott íveket.",
    how_decided=MappingProxyType(
        {
            How.UNANIMOUS: "Egyhangúlag",
            How.MAJORITY: "Szótöbbséggel",
            How.ALONE: "Egyedül",
        }
    ),
    term_kinds=MappingProxyType(
        {
            TermKind.ORGANISATION: "Szervezetek",
            TermKind.CODE_NAME: "Fedőnevek",
            TermKind.CONCEPT: "Eszmék és dokumentumok",
            TermKind.PLACE: "Helyszínek",
            TermKind.PUBLICATION: "Sajtó",
            TermKind.EVENT: "Események",
        }
    ),
    question_kinds=MappingProxyType(
        {
            QuestionKind.DISCUSSION: "Vitakérdések",
            QuestionKind.ESSAY: "Esszétémák",
            QuestionKind.SOURCE: "Forráselemzés",
        }
    ),
)
