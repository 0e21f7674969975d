package io.citytwin.core.privacy;

/**
 * A password, key or token that no log, message or dump of a record shows. Immutable. Safe for use by many threads.
 */
public final class Secret {

    private final String words;

    private Secret(String words) {
        this.words = words;
    }

    /**
     * Hides words.
     *
     * @param words the secret
     * @return the same, hidden
     */
    public static Secret of(String words) {
        return new Secret(words);
    }

    /**
     * The words, for who needs them to log in. Do not keep them.
     *
     * @return the secret
     */
    public String reveal() {
        return words;
    }

    /** Always the same, whatever the secret. */
    @Override
    public String toString() {
        return "***";
    }
}
