package io.citytwin.regulations.it;

/**
 * What the plain restatement says of a passage.
 *
 * @param outcome allowed, forbidden or unknown
 * @param fee in EUR, unknown, or empty unless allowed
 */
record PlainAnswer(String outcome, String fee) {

    static final PlainAnswer FORBIDDEN = new PlainAnswer("forbidden", "");
    static final PlainAnswer UNKNOWN = new PlainAnswer("unknown", "");
    static final PlainAnswer FREE = costs("0");

    static PlainAnswer costs(String fee) {
        return new PlainAnswer("allowed", fee);
    }
}
