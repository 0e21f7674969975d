package io.citytwin.adapter.sqlite.internal;

import java.util.Arrays;

/** An entry as it lies in the file: in clear, or sealed under the key of a month. Immutable. */
final class Row {

    /** The month of what tells of nobody. */
    static final int NOBODY = 0;

    final long number;
    final String stream;
    final byte[] key;
    final int schema;
    final byte[] payload;
    final int month;

    Row(Place place, int schema, byte[] key, byte[] payload, int month) {
        this.number = place.number();
        this.stream = place.stream();
        this.key = key;
        this.schema = schema;
        this.payload = payload;
        this.month = month;
    }

    boolean isPersonal() {
        return month != NOBODY;
    }

    int keyHash() {
        return Arrays.hashCode(key);
    }

    /** Where an entry stands. Immutable. */
    record Place(long number, String stream) {}
}
