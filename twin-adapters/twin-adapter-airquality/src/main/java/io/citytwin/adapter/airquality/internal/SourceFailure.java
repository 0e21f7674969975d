package io.citytwin.adapter.airquality.internal;

import java.time.Duration;
import java.util.Optional;

/** A source did not say anything that can be read. For one thread at a time. */
final class SourceFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> patience;

    SourceFailure(String problem) {
        this(problem, Optional.empty());
    }

    SourceFailure(String problem, Optional<Duration> patience) {
        super(problem);
        this.patience = patience;
    }

    /** How long the source asks to be left alone. */
    Optional<Duration> patience() {
        return patience;
    }

    /** One sentence. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
