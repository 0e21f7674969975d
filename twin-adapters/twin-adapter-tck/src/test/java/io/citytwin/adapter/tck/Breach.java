package io.citytwin.adapter.tck;

/** A way in which an adapter breaks its contract. */
enum Breach {
    NONE,
    LEAVES_A_THREAD,
    SHOWS_ITS_SECRET,
    LOSES_SOME,
    NAMES_ANOTHER_SOURCE,
    TELLS_ITS_OWN_TIME,
    DROPS_NONSENSE,
    STOPS_AT_NONSENSE,
    BELIEVES_ANY_CLOCK,
    ACTS_AGAIN,
    NEVER_ANSWERS,
    ANSWERS_FOR_THE_DEVICE,
    TAKES_A_NO_FOR_A_YES,
    FORGETS_THE_LEASE,
    HIDES_A_CUT,
    STAYS_AWAY,
    TAKES_WHAT_IS_NOT_KEPT,
    STOPS_LATE,
    SHOWS_A_PLATE,
    KEEPS_A_PLATE
}
