package io.citytwin.adapter.ditto;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits, and goes on. Immutable. */
final class Await {

    private static final Logger LOG = LoggerFactory.getLogger(DittoAdapter.class);

    private Await() {}

    /** Returns false, and says so in the log, if what was waited for did not come. */
    static boolean until(CompletableFuture<?> what, Duration most, String name) {
        try {
            what.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            LOG.warn("{} did not come within {}.", name, most);
        } catch (ExecutionException failure) {
            LOG.warn("{} did not come: {}", name, String.valueOf(failure.getCause()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
