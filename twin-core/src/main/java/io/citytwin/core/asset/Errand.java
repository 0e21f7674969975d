package io.citytwin.core.asset;

/** What a trip is for, as far as regulations tell trips apart. Immutable. */
public enum Errand implements Coded {
    OTHER("other"),
    /** To a garage that has an agreement with the authority of the zone. */
    GARAGE("garage"),
    /** To an emergency room, by whoever drives there. */
    EMERGENCY_ROOM("emergency-room"),
    /** Perishable food for premises that open after the morning. */
    LATE_PERISHABLES("late-perishables"),
    /** Perishable food for any other premises. */
    PERISHABLES("perishables"),
    /** What a bakery made on the day. */
    BAKERY("bakery");

    private final String code;

    Errand(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
