package io.citytwin.rules.regulation;

import java.util.Arrays;
import java.util.Optional;

/** How a legal fact was read. Anything but the first two is shown to the user wherever the fact is used. Immutable. */
public enum Confidence {
    /** Read on a page of the act itself or of a public authority. */
    VERIFIED_A("VERIFIED/A"),
    /** Read on a secondary page; the act itself was not opened. */
    VERIFIED_P("VERIFIED/P"),
    /** General knowledge, not read: check before use. */
    RECALLED("RECALLED"),
    /** Sources disagree or are incomplete: check before use. */
    CHECK("CHECK"),
    /** No source answers it; the value is this project's reading. */
    OPEN("OPEN"),
    /** No law: a rule that the folder's own author made, such as a site's house rule. */
    OWN("OWN");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    /**
     * Finds a confidence by its label in files.
     *
     * @param label such as {@code VERIFIED/A}
     * @return the confidence, or empty
     */
    public static Optional<Confidence> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }

    /**
     * The label in files.
     *
     * @return such as {@code VERIFIED/A}
     */
    public String label() {
        return label;
    }

    /**
     * What a user is told where the fact is used.
     *
     * @return the label; for a house rule also that no law stands behind it
     */
    public String shown() {
        return this == OWN ? label + ": house rule, no law" : label;
    }

    /**
     * Whether a user must be told.
     *
     * @return true for everything that was not verified
     */
    public boolean doubtful() {
        return this != VERIFIED_A && this != VERIFIED_P;
    }
}
