package io.citytwin.adapter.ocpp.internal.rpc;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest calls of one station and how they were answered, so that a call that comes again is answered again and not
 * acted on. A call is the same if its whole text is: some stations count their message ids from the start again after each
 * boot. For one thread at a time.
 */
public final class Answers {

    private static final int MOST = 32;

    private final Map<HashCode, Given> given = new LinkedHashMap<>();

    /** How far the answer to a call is. For one thread at a time. */
    public static final class Given {

        private final boolean lasts;
        private Link asker;
        private Optional<String> answer = Optional.empty();

        Given(Link asker, boolean lasts) {
            this.asker = asker;
            this.lasts = lasts;
        }

        /**
         * Answers, to whoever asked last.
         *
         * @param text the whole message
         */
        public void answer(String text) {
            answer = Optional.of(text);
            asker.send(text);
            asker.done();
        }
    }

    /** A call may be long, and there are many stations. */
    private static HashCode key(String call) {
        return Hashing.sha256().hashString(call, StandardCharsets.UTF_8);
    }

    /** A new connection: what only holds for the moment, such as a time, is not said again there. */
    public void connected() {
        given.values().removeIf(one -> !one.lasts);
    }

    /**
     * Answers a call that came before.
     *
     * @param call the whole text
     * @param asker who asks now
     * @return false if it is new
     */
    public boolean again(String call, Link asker) {
        Given before = given.get(key(call));
        if (before == null) {
            return false;
        }
        if (before.answer.isPresent()) {
            asker.send(before.answer.get());
            asker.done();
        } else {
            // The connection on which it came first may be gone, and its answer with it.
            before.asker.done();
            before.asker = asker;
        }
        return true;
    }

    /**
     * Notes a new call.
     *
     * @param call the whole text
     * @param asker who asks
     * @param lasts whether it tells something of a moment that it names, so that it is the same over another connection too
     * @return to be answered
     */
    public Given begin(String call, Link asker, boolean lasts) {
        Given one = new Given(asker, lasts);
        given.put(key(call), one);
        if (given.size() > MOST) {
            given.remove(given.keySet().iterator().next());
        }
        return one;
    }
}
