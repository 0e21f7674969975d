package io.citytwin.adapter.sqlite.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One transaction in the hash chain. Its hash covers the one before, the entries that came with it (stream by stream, so that
 * one digest stands for all of a stream once they are forgotten), the marks and the event. For one thread at a time.
 */
final class Link {

    /** What the first link follows. */
    static final byte[] START = new byte[Digests.BYTES];

    private static final int MARK_BYTES = Integer.BYTES + Digests.BYTES;

    private final long number;
    private final long last;
    private final byte[] marks;
    private final String event;
    private final SortedMap<String, List<byte[]>> entries = new TreeMap<>();
    private final SortedMap<String, byte[]> whole = new TreeMap<>();

    /** A link whose marks are written as {@link #marks(List)} says, and whose event is as {@link Event} writes it. */
    Link(long number, long last, byte[] marks, String event) {
        this.number = number;
        this.last = last;
        this.marks = marks;
        this.event = event;
    }

    long number() {
        return number;
    }

    /** The number of the last entry by then. */
    long last() {
        return last;
    }

    byte[] marks() {
        return marks;
    }

    String event() {
        return event;
    }

    void add(String stream, byte[] digest) {
        entries.computeIfAbsent(stream, name -> new ArrayList<>()).add(digest);
    }

    /** All entries of a stream at once, of which only their common digest is left. */
    void addWhole(String stream, byte[] digest) {
        whole.put(stream, digest);
    }

    /** The streams of which this link was told. */
    boolean has(String stream) {
        return entries.containsKey(stream) || whole.containsKey(stream);
    }

    byte[] hash(byte[] before, Digests digests) {
        SortedMap<String, byte[]> groups = new TreeMap<>(whole);
        entries.forEach((stream, own) -> groups.put(stream, digests.group(stream, own)));
        return digests.link(before, this, List.copyOf(groups.values()));
    }

    static byte[] marks(List<MarkDigest> marks) {
        ByteBuffer bytes = ByteBuffer.allocate(marks.size() * MARK_BYTES);
        marks.forEach(mark -> bytes.putInt(mark.name).put(mark.digest));
        return bytes.array();
    }

    /** What {@link #marks(List)} wrote. */
    static List<MarkDigest> marks(byte[] bytes) {
        List<MarkDigest> marks = new ArrayList<>();
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.remaining() >= MARK_BYTES; ) {
            int name = left.getInt();
            byte[] digest = new byte[Digests.BYTES];
            left.get(digest);
            marks.add(new MarkDigest(name, digest));
        }
        return marks;
    }

    /** A mark in a link: its name in the table of names, and its digest. Immutable. */
    static final class MarkDigest {
        final int name;
        final byte[] digest;

        MarkDigest(int name, byte[] digest) {
            this.name = name;
            this.digest = digest;
        }
    }
}
