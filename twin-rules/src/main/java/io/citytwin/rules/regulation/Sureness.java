package io.citytwin.rules.regulation;

/**
 * How far a fact of law can be relied on: how it was read, and whether another source contradicts it. Whatever lists facts
 * that are not sure, or counts them, asks here. Immutable.
 */
public enum Sureness {
    /** Read on a page of the act itself or of a public authority; no source read says otherwise. */
    VERIFIED_A("VERIFIED/A", false),
    /** Read on a secondary page; no source read says otherwise. */
    VERIFIED_P("VERIFIED/P", false),
    /** General knowledge, not read. */
    RECALLED("RECALLED", true),
    /** Sources are incomplete, or disagree and nobody wrote down how. */
    CHECK("CHECK", true),
    /** Read, and another source says something else. */
    CONFLICT("CONFLICT", true),
    /** No source answers it, or the law that does was not read. */
    OPEN("OPEN", true),
    /** No law: a rule that the folder's own author made. */
    OWN("OWN", true);

    private final String label;
    private final boolean doubtful;

    Sureness(String label, boolean doubtful) {
        this.label = label;
        this.doubtful = doubtful;
    }

    /**
     * How far a fact can be relied on.
     *
     * @param read how it was read
     * @param unknown whether the law exists, but was not read
     * @param conflict whether another source says something else
     * @return what is not known, was never read or is no law before what is contradicted, and that before how it was read
     */
    public static Sureness of(Confidence read, boolean unknown, boolean conflict) {
        if (unknown || read == Confidence.OPEN) {
            return OPEN;
        } else if (conflict && read != Confidence.RECALLED && read != Confidence.OWN) {
            return CONFLICT;
        }
        return valueOf(read.name());
    }

    /**
     * In reports.
     *
     * @return such as {@code VERIFIED/A}; the same as in files, where files know it
     */
    public String label() {
        return label;
    }

    /**
     * What a user is told where the fact is used.
     *
     * @return the label, and in words what it alone does not say
     */
    public String shown() {
        return switch (this) {
            case CONFLICT -> label + ": sources disagree";
            case OWN -> label + ": house rule, no law";
            default -> label;
        };
    }

    /**
     * Whether a user must be told.
     *
     * @return true for everything that was not verified or is contradicted
     */
    public boolean doubtful() {
        return doubtful;
    }
}
