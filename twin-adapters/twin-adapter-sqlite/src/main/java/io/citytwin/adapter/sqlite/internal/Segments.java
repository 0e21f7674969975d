package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * Finds the numbers of entries by stream and key, segment by segment. A segment is a run of 16384 numbers. Within the index
 * they come first, so that what is added touches the few pages of the newest segment and not one for each key; whoever looks
 * for a key looks once in each segment. For one thread at a time.
 */
final class Segments implements AutoCloseable {

    private static final String SEGMENT = "number >> " + Schema.SEGMENT_BITS;

    private final PreparedStatement next;
    private final PreparedStatement ofStream;
    private final PreparedStatement ofKey;

    Segments(Connection connection) throws SQLException {
        next = connection.prepareStatement("SELECT " + SEGMENT + " FROM entry WHERE stream = ? AND " + SEGMENT
                + " >= ? ORDER BY " + SEGMENT + " LIMIT 1");
        ofStream = connection.prepareStatement("SELECT number FROM entry WHERE stream = ? AND " + SEGMENT + " = ?");
        ofKey = connection.prepareStatement(
                "SELECT number FROM entry WHERE stream = ? AND " + SEGMENT + " = ? AND hash = ?");
    }

    static long of(long number) {
        return number >> Schema.SEGMENT_BITS;
    }

    /** The first segment from one on that has entries of a stream; {@code Long.MAX_VALUE} if none has. */
    long next(Collection<Integer> streams, long from) throws SQLException {
        long first = Long.MAX_VALUE;
        for (int stream : streams) {
            for (long segment : Sql.numbers(next, stream, from)) {
                first = Math.min(first, segment);
            }
        }
        return first;
    }

    /** In their order. */
    long[] numbers(Collection<Integer> streams, long segment) throws SQLException {
        LongStream.Builder numbers = LongStream.builder();
        for (int stream : streams) {
            Sql.numbers(ofStream, stream, segment).forEach(numbers::add);
        }
        return numbers.build().sorted().toArray();
    }

    /** In their order, together with some of other keys whose hashes are the same. */
    long[] numbers(int stream, long segment, Collection<Integer> hashes) throws SQLException {
        LongStream.Builder numbers = LongStream.builder();
        for (int hash : hashes) {
            Sql.numbers(ofKey, stream, segment, hash).forEach(numbers::add);
        }
        return numbers.build().sorted().toArray();
    }

    @Override
    public void close() throws SQLException {
        next.close();
        ofStream.close();
        ofKey.close();
    }
}
