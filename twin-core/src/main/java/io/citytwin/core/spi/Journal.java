package io.citytwin.core.spi;

import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what happened, in the order in which it happened. It does not look into payloads. Safe for use by many threads.
 */
public interface Journal extends AutoCloseable {

    /**
     * A journal that keeps nothing, for runs that nobody looks back at.
     *
     * @return a journal that has nothing to replay
     */
    static Journal forgetful() {
        return new ForgetfulJournal();
    }

    /**
     * Whether nothing that is added can ever be read again, so that writers need not write it out.
     *
     * @return true only for a journal that keeps nothing
     */
    default boolean forgets() {
        return false;
    }

    /**
     * Adds entries, all or none.
     *
     * @param batch what happened
     * @return number of the last entry, from 1
     */
    long append(List<Entry> batch);

    /**
     * Reads entries again, in their order.
     *
     * @param stream which
     * @param after number of the last entry not to read; 0 for all
     * @param reader takes each
     */
    void replay(String stream, long after, Consumer<Numbered> reader);

    /**
     * Reads the entries of one key again, in their order.
     *
     * @param stream which
     * @param key whose
     * @param reader takes each
     */
    void replay(String stream, String key, Consumer<Numbered> reader);

    @Override
    void close();

    /**
     * Something that happened. Immutable.
     *
     * @param stream what kind of thing, such as {@code twins}
     * @param key whose, such as a twin's id
     * @param schema version of the payload's form
     * @param payload text that only the writer understands
     */
    record Entry(String stream, String key, int schema, String payload) {}

    /**
     * An entry and its number. Immutable.
     *
     * @param number from 1, over all streams
     * @param entry what happened
     */
    record Numbered(long number, Entry entry) {}
}
