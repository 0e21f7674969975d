package io.citytwin.adapter.dittoembedded.internal.ws;

import java.time.Duration;

/**
 * What one session may ask for. Immutable.
 *
 * @param frame characters of a frame
 * @param depth of JSON and of paths
 * @param things in one command
 * @param streams of search that are open
 * @param pages of a stream that are asked for and not yet sent
 * @param idle after which a stream ends
 */
public record Limits(int frame, int depth, int things, int streams, int pages, Duration idle) {

    /** For a small site. */
    public static final Limits USUAL = new Limits(512 * 1024, 100, 200, 10, 100, Duration.ofMinutes(5));
}
