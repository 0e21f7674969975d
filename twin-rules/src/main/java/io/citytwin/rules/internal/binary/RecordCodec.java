package io.citytwin.rules.internal.binary;

import java.time.DateTimeException;
import java.util.Optional;

/**
 * Writes records of one type as bytes, and reads them again. Immutable.
 *
 * <p>Everything that a record can hold follows from the types of its components: records, sealed interfaces of records,
 * enums, lists, sets and maps by text, dates, numbers and text. Values that are equal are written once.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> {

    private final Class<T> type;
    private final Shapes shapes = new Shapes();
    private final Shape root;

    private RecordCodec(Class<T> type) {
        this.type = type;
        this.root = shapes.of(type);
    }

    /**
     * The codec of a type.
     *
     * @param type of the records
     * @param <T> the record
     * @return the codec
     * @throws IllegalArgumentException if the type can hold something that no bytes are known for
     */
    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /**
     * All names and types that the bytes depend on.
     *
     * @return another text as soon as anything that can be written is declared differently
     */
    public String layout() {
        return shapes.layout();
    }

    /**
     * Writes a record.
     *
     * @param value the record
     * @return its bytes; equal records give equal bytes
     */
    public byte[] write(T value) {
        ByteWriter to = new ByteWriter();
        root.write(value, to);
        return to.bytes();
    }

    /**
     * Reads a record.
     *
     * @param bytes as a codec of the same layout wrote them
     * @return the record; empty if the bytes are no such record
     */
    public Optional<T> read(byte[] bytes) {
        ByteReader from = new ByteReader(bytes);
        try {
            T value = type.cast(root.read(from));
            return from.isAtEnd() ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
