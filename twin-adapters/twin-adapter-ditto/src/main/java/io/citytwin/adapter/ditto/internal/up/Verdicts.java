package io.citytwin.adapter.ditto.internal.up;

import io.citytwin.adapter.ditto.internal.link.LinkLost;
import java.util.concurrent.CompletionException;

/** What a failure means for a merge. Immutable. */
final class Verdicts {

    private Verdicts() {}

    static boolean lost(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof LinkLost;
    }

    /** Whether Ditto may do later what it did not do now. */
    static boolean passing(int status) {
        return status >= 500 || status == 408 || status == 424 || status == 429;
    }
}
