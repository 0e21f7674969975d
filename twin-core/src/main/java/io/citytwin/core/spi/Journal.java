package io.citytwin.core.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps what happened, in the order in which it happened, and marks: the newest state of something, such as how far a
 * source was read. It does not look into payloads. Safe for use by many threads.
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
     * Adds entries and replaces marks, all or none. When it returns they outlive the process, if this journal does.
     *
     * @param batch what happened
     * @param marks at most one of each name
     * @return number of the last entry, from 1; 0 if there never was one
     */
    long append(List<Entry> batch, List<Mark> marks);

    /**
     * Adds entries, all or none.
     *
     * @param batch what happened
     * @return number of the last entry, from 1
     */
    default long append(List<Entry> batch) {
        return append(batch, List.of());
    }

    /**
     * Reads entries again, in their order. Personal entries whose period was erased are left out.
     *
     * @param stream which
     * @param after number of the last entry not to read; 0 for all
     * @param reader takes each; it may append, but does not see what it appends
     */
    void replay(String stream, long after, Consumer<Numbered> reader);

    /**
     * Reads the entries of one key again, in their order. Personal entries whose period was erased are left out.
     *
     * @param stream which
     * @param key whose
     * @param reader takes each; it may append, but does not see what it appends
     */
    void replay(String stream, String key, Consumer<Numbered> reader);

    /**
     * Reads the entries of several streams again, in their common order. Personal entries whose period was erased are
     * left out.
     *
     * @param streams which
     * @param after number of the last entry not to read; 0 for all
     * @param reader takes each; it may append, but does not see what it appends
     */
    void replay(Set<String> streams, long after, Consumer<Numbered> reader);

    /**
     * The mark of a name.
     *
     * @param name such as {@code city/snapshot}
     * @return as it was set last, with the number that the last entry had then
     */
    Optional<Marked> mark(String name);

    /**
     * Lets go of entries for good. Marks stay.
     *
     * @param streams of which
     * @param upTo number of the last entry to let go of
     */
    void forget(Set<String> streams, long upTo);

    @Override
    void close();

    /**
     * Something that happened. Immutable.
     *
     * @param stream what kind of thing, such as {@code twins}
     * @param key whose, such as a twin's id
     * @param schema version of the payload's form
     * @param payload text that only the writer understands
     * @param personal when it came, if key or payload tell of a person: both are then readable only as long as the
     *     period of that moment is not erased
     */
    record Entry(String stream, String key, int schema, String payload, Optional<Instant> personal) {

        /**
         * Something that tells of nobody.
         *
         * @param stream what kind of thing, such as {@code twins}
         * @param key whose, such as a twin's id
         * @param schema version of the payload's form
         * @param payload text that only the writer understands
         */
        public Entry(String stream, String key, int schema, String payload) {
            this(stream, key, schema, payload, Optional.empty());
        }
    }

    /**
     * An entry and its number. Immutable.
     *
     * @param number from 1, over all streams
     * @param entry what happened
     */
    record Numbered(long number, Entry entry) {}

    /**
     * The newest state of something; it takes the place of the one before. Immutable.
     *
     * @param name such as {@code source/mqtt}
     * @param state text that only the writer understands
     * @param personal when it was taken, if it tells of people: it is then readable only as long as the period of that
     *     moment is not erased
     */
    record Mark(String name, String state, Optional<Instant> personal) {

        /**
         * A state that tells of nobody.
         *
         * @param name such as {@code source/mqtt}
         * @param state text that only the writer understands
         */
        public Mark(String name, String state) {
            this(name, state, Optional.empty());
        }
    }

    /**
     * A mark and where the journal was when it was set. Immutable.
     *
     * @param number of the last entry by then; 0 if there was none
     * @param mark the state
     */
    record Marked(long number, Mark mark) {}
}
