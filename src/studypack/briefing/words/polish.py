"""The words of a Polish reader."""

from types import MappingProxyType

from studypack.briefing.words.words import Words
from studypack.summary.items import How, QuestionKind, TermKind
from studypack.summary.plural import Plural

POLISH = Words(
    language="pl",
    kind_of_book="Kompendium",
    edition="Wydanie z {}",
    teachers_edition="Wydanie dla nauczyciela, z odpowiedziami na pytania",
    contents="Spis treści",
    how_to_use="Jak korzystać z pakietu",
    weeks="Tydzień po tygodniu",
    weeks_intro="Co należy do każdego tygodnia i gdzie to znaleźć w tym pakiecie.",
    week_read="Do przeczytania",
    week_decisions="Do dyskusji",
    week_dates="Daty do zapamiętania",
    week_people="Osoby do zapamiętania",
    week_cards="Wyszukiwanie w Anki",
    overview="Historia na jednej stronie",
    decisions="Anatomia decyzji",
    more_decisions="Dalsze decyzje",
    comparisons="Porównania",
    arguments="Argumenty historyków",
    disputes="Czego nie wiemy",
    chronology="Kalendarium",
    figures="Liczby i bilans ofiar",
    people="Kto jest kim",
    terms="Nazwy i pojęcia",
    quotations="Głosy z epoki",
    questions="Pytania",
    bibliography="Bibliografia",
    works_cited="Prace cytowane",
    references="Literatura",
    index="Indeks",
    colophon="O tym wydaniu",
    decisions_intro=(
        "Każdą decyzję omawiamy w tym samym porządku: pytanie, możliwości, co wybrano i kto wybrał,"
        " kto był przeciw, jakie były powody i co z tego wynikło. Wypełniony kwadrat oznacza"
        " wybraną możliwość."
    ),
    more_decisions_intro="Decyzje, które doprowadziły do punktów zwrotnych albo z nich wynikły.",
    arguments_intro=(
        "Co twierdzą dziś historycy, z czym polemizują i na jakich dowodach się opierają."
    ),
    disputes_intro=(
        "Tam, gdzie różnią się źródła, historycy albo liczby, pakiet podaje wszystkie wersje i"
        " zaznacza, od kogo pochodzą."
    ),
    chronology_intro=(
        "Wszystkie wydarzenia z tego pakietu w porządku chronologicznym. Romb oznacza decyzję,"
        " którą szczegółowo omawiamy na podanej stronie."
    ),
    chronology_alone_intro="Wszystkie wydarzenia z tego pakietu w porządku chronologicznym.",
    figures_intro=(
        "Przy każdej liczbie podano, od kogo pochodzi. Jeżeli podano dwie, obie ukazały się"
        " drukiem."
    ),
    people_intro=(
        "Według krajów, w porządku alfabetycznym. Wielkie litery w zapisie wymowy oznaczają akcent."
    ),
    quotations_intro=(
        "Krótkie cytaty w kolejności, w jakiej padły lub zostały zapisane. Nad każdym podano, jak"
        " te słowa do nas dotarły; tylko nieliczne pochodzą ze stenogramów."
    ),
    index_intro=(
        "Pogrubiono numer strony, na której osoba lub pojęcie ma własne hasło. Uwzględniono także"
        " przypisy."
    ),
    see="zob.",
    use_pack=(
        "Ta książka jest częścią pakietu do nauki. Należą do niego także ścienne kalendarium i"
        " talia fiszek. Wszystkie trzy powstały z tych samych notatek, więc każda data, nazwa i"
        " liczba jest w nich taka sama."
    ),
    use_reading="Lektura",
    use_parts=Plural("pl", other="Opowieść składa się z {} części."),
    use_margin=(
        "Daty na marginesie pomagają wrócić do przerwanego miejsca, a przypisy u dołu strony"
        " mówią, skąd pochodzi każda informacja."
    ),
    use_margin_in_text=(
        "Daty na marginesie pomagają wrócić do przerwanego miejsca, a nawiasy w tekście mówią,"
        " skąd pochodzi każda informacja."
    ),
    use_whole="Obraz całości",
    use_overview="Punkty zwrotne mieszczą się na jednej stronie.",
    use_chronology="Kalendarium zawiera wszystko, dzień po dniu.",
    use_thinking="Namysł",
    use_decisions=(
        "Historia składa się z decyzji. Każdą z nich można tu prześledzić: o co chodziło, co innego"
        " można było zrobić, kto się sprzeciwił. Zakryj dolną połowę strony i zdecyduj"
        " samodzielnie, zanim przeczytasz resztę."
    ),
    use_arguing="Dyskusja",
    use_arguments="Co twierdzą historycy i z kim polemizują.",
    use_disputes="Co jest nieznane lub sporne.",
    use_looking_up="Wyszukiwanie",
    use_people="Postacie według krajów, z wymową nazwisk.",
    use_terms="Organizacje, kryptonimy, idee i miejsca.",
    use_figures="Liczby, każda ze wskazaniem, od kogo pochodzi.",
    use_index="Nazwiska i nazwy oraz strony, na których się pojawiają.",
    use_practice="Ćwiczenia",
    use_questions="Pytania do dyskusji, tematy esejów i praca ze źródłami.",
    use_questions_answered=(
        "Pytania do dyskusji, tematy esejów i praca ze źródłami, a przy każdym zadaniu wskazówka,"
        " co powinna zawierać dobra odpowiedź."
    ),
    signs="Znaki",
    sign_decision="Decyzja.",
    sign_options="Na liście możliwości {taken} oznacza wybraną, a {open} pozostałe.",
    sign_later=(
        "Wiadomość spoza źródeł tego pakietu, dodana przez redakcję. Całe hasło tego rodzaju ma"
        " nagłówek {}."
    ),
    sign_page=(
        "Strona źródła. Przed nią stoi jego skrócona nazwa; pełny opis znajduje się wśród źródeł."
    ),
    sign_rules="Linie",
    pulse="{theatre}: {events}, {span}",
    events=Plural("pl", one="{} wydarzenie", few="{} wydarzenia", other="{} wydarzeń"),
    pages_of="Numery stron bez nazwy źródła: {}.",
    page="s.\N{NO-BREAK SPACE}{}",
    quoted="„{}”",
    date="Data",
    where="Gdzie",
    what_happened="Co się stało",
    who_decided="Kto zdecydował",
    before="Tło",
    options="Możliwości",
    option_taken="wybrano",
    decided="Postanowiono",
    dissent="Przeciw",
    dissent_overcome="ostatecznie zgoda",
    dissent_towards="za:",
    reasons="Powody",
    consequence="Co z tego wynikło",
    led_to="Następstwa",
    said="Ich słowami",
    matters="Dlaczego to ważne",
    disputed="Sporne",
    numbers="Liczby",
    older_view="Dawniejszy pogląd",
    thesis="Teza",
    evidence="Dowody",
    open_question="Kwestia otwarta",
    about="Czego dotyczy",
    stand="Co podaje pakiet",
    what_is_counted="Co policzono",
    how_many="Ile i według kogo",
    aspect="Aspekt",
    good_answer="Dobra odpowiedź",
    later="Od redakcji",
    later_mark="red.",
    born="ur. {}",
    died="zm. {}",
    text_set_in="Złożono krojami Gentium Book Plus i Source Sans 3 (SIL Open Font License).",
    text_set_in_sans="Złożono krojem Source Sans 3 (SIL Open Font License).",
    overview_stacked="Historia w skrócie",
    use_margin_stacked=(
        "Daty nad akapitami pomagają wrócić do przerwanego miejsca, a przypisy u dołu strony"
        " mówią, skąd pochodzi każda informacja."
    ),
    use_margin_in_text_stacked=(
        "Daty nad akapitami pomagają wrócić do przerwanego miejsca, a nawiasy w tekście mówią,"
        " skąd pochodzi każda informacja."
    ),
    use_overview_stacked="Punkty zwrotne zebrano w krótkim spisie.",
    use_decisions_stacked=(
        "Historia składa się z decyzji. Każdą z nich można tu prześledzić: o co chodziło, co innego"
        " można było zrobić, kto się sprzeciwił. Zatrzymaj się po liście możliwości i zdecyduj"
        " samodzielnie, zanim przeczytasz resztę."
    ),
    edited_by="Redakcja: {}.",
    licence="Tekst na licencji {}.",
    last_changed="Ostatnia zmiana treści: {}.",
    swing_alt="Decyzje między biegunami „{left}” i „{right}” w porządku chronologicznym: {count}.",
    swing_ends="Pierwsza: {first}; ostatnia: {last}.",
    swing_nearest="Najbliżej bieguna „{}”: {}.",
    swing_crossing="Linia przecina środek przy: {}.",
    to_scale="W skali",
    to_scale_note=(
        "W obrębie grupy wszystkie słupki mają jedną skalę. Rozbieżne liczby stoją jedna pod drugą,"
        " każda ze wskazaniem, od kogo pochodzi. Słupek pusty to górna granica albo reszta"
        " przedziału."
    ),
    scale_alt="{}: słupki w skali.",
    scale_most="Najdłuższy: {}.",
    scale_least="Najkrótszy: {}.",
    scale_rivals="Liczby rozbieżne: {}.",
    sittings="{}: kto jest wymieniony na kolejnych posiedzeniach",
    sittings_note=(
        "{named} osoba wymieniona w opisie decyzji, {against} osoba jej przeciwna. Puste miejsce"
        " znaczy, że pakiet nie wymienia tam tej osoby; nie znaczy, że była nieobecna."
    ),
    name="Nazwisko",
    days_note="wysokie kreski: dni opisane w tej części",
    days_alt=(
        "{title}: dni opisane w tej części, na tle okresu: {span}. Ich liczba: {count} ({told});"
        " najwięcej wpisów: {most}."
    ),
    handout="Materiał na zajęcia",
    handout_dates="Daty i decyzje",
    handout_decision="decyzja",
    handout_later="dodane przez redakcję spoza źródeł",
    booklet="wersja do druku",
    booklet_print=(
        "Drukuj dwustronnie na papierze {}, obracając wzdłuż krótkiej krawędzi, w skali 100%."
    ),
    booklet_fold="Złóż wszystkie kartki razem.",
    booklet_stacks="Złóż osobno składki (kartek w każdej: {}), potem połóż jedną na drugiej.",
    how_decided=MappingProxyType(
        {
            How.UNANIMOUS: "Jednomyślnie",
            How.MAJORITY: "Większością głosów",
            How.ALONE: "Jednoosobowo",
        }
    ),
    term_kinds=MappingProxyType(
        {
            TermKind.ORGANISATION: "Organizacje",
            TermKind.CODE_NAME: "Kryptonimy",
            TermKind.CONCEPT: "Idee i dokumenty",
            TermKind.PLACE: "Miejsca",
            TermKind.PUBLICATION: "Prasa",
            TermKind.EVENT: "Wydarzenia",
        }
    ),
    question_kinds=MappingProxyType(
        {
            QuestionKind.DISCUSSION: "Do dyskusji",
            QuestionKind.ESSAY: "Tematy esejów",
            QuestionKind.SOURCE: "Praca ze źródłami",
        }
    ),
)
