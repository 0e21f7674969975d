package io.citytwin.adapter.sqlite.internal;

/**
 * A place in a journal that is not as it was written. Immutable.
 *
 * @param number of the entry, or of the first entry it may be; 0 if it is no entry's place
 * @param stream of the entry; empty if it is no entry's place or nobody can tell
 * @param what is wrong there
 */
public record Broken(long number, String stream, String what) {

    @Override
    public String toString() {
        String place = number == 0 ? "" : "number " + number + (stream.isEmpty() ? "" : ", stream " + stream) + ": ";
        return place + what;
    }
}
