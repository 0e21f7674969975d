package io.citytwin.rules.internal.binary;

/** How the values of one type are written as bytes, and read again. Immutable once all shapes are known. */
interface Shape {

    void write(Object value, ByteWriter to);

    Object read(ByteReader from);
}
