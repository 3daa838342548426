"""The poster: a chronology in lanes, one row for every unit of time, printed on one sheet."""
