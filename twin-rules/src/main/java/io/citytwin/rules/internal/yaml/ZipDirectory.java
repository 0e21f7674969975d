package io.citytwin.rules.internal.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip archive read in one way only: what its directory lists, nothing beside, between or under it. The JDK's readers do
 * not tell links from files, and trust either the directory or the entries. Safe for use by many threads.
 */
final class ZipDirectory {

    private static final int ENTRY = 0x02014b50;
    private static final int FILE = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int FILE_LENGTH = 30;
    private static final int UNIX = 3;
    private static final int KIND_OF_FILE = 0xF000;
    private static final int PLAIN = 0x8000;
    private static final int DIRECTORY = 0x4000;

    private final ByteBuffer zip;
    private final List<Entry> entries = new ArrayList<>();

    private ZipDirectory(byte[] bytes) {
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * An entry.
     *
     * @param name as it stands there
     * @param kind of file by Unix, 0 if not told
     * @param encrypted whether it needs a password
     * @param method how it is packed: 0 or 8
     * @param crc of the unpacked bytes
     * @param packed length
     * @param size unpacked length
     * @param offset of its header
     */
    record Entry(String name, int kind, boolean encrypted, int method, int crc, long packed, long size, long offset) {

        boolean isDirectory() {
            return name.endsWith("/");
        }

        /** Whether it is anything else than a file or directory, such as a link or a device. */
        boolean isSpecial() {
            return kind != 0 && kind != (isDirectory() ? DIRECTORY : PLAIN);
        }
    }

    /** What the directory lists, in its order. */
    static ZipDirectory read(byte[] bytes) throws IOException {
        ZipDirectory directory = new ZipDirectory(bytes);
        try {
            directory.list();
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyond) {
            throw new IOException("the directory points beyond the file", beyond);
        }
        return directory;
    }

    List<Entry> entries() {
        return entries;
    }

    private void list() throws IOException {
        int end = end();
        int count = zip.getShort(end + 10) & 0xFFFF;
        long length = zip.getInt(end + 12) & 0xFFFFFFFFL;
        long start = zip.getInt(end + 16) & 0xFFFFFFFFL;
        if (start + length != end) {
            throw new IOException("something stands beside its directory");
        }
        int at = (int) start;
        while (at < end) {
            if (zip.getInt(at) != ENTRY) {
                throw new IOException("its directory is damaged");
            }
            int name = zip.getShort(at + 28) & 0xFFFF;
            entries.add(entry(at, name));
            at += ENTRY_LENGTH + name + (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
        }
        if (entries.size() != count) {
            throw new IOException("its directory counts wrongly");
        }
        refuseOverlaps(start);
    }

    private int end() throws IOException {
        for (int at = zip.limit() - END_LENGTH; at >= Math.max(0, zip.limit() - END_LENGTH - 0xFFFF); at--) {
            if (zip.getInt(at) == END && at + END_LENGTH + (zip.getShort(at + 20) & 0xFFFF) == zip.limit()) {
                return at;
            }
        }
        throw new IOException("it is no zip archive");
    }

    private Entry entry(int at, int nameLength) throws IOException {
        int system = (zip.getShort(at + 4) & 0xFFFF) >> 8;
        return new Entry(
                text(at + ENTRY_LENGTH, nameLength),
                system == UNIX ? (zip.getInt(at + 38) >>> 16) & KIND_OF_FILE : 0,
                (zip.getShort(at + 8) & 1) != 0,
                zip.getShort(at + 10) & 0xFFFF,
                zip.getInt(at + 16),
                zip.getInt(at + 20) & 0xFFFFFFFFL,
                zip.getInt(at + 24) & 0xFFFFFFFFL,
                zip.getInt(at + 42) & 0xFFFFFFFFL);
    }

    private String text(int at, int length) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(zip.slice(at, length))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new IOException("a name in it is not UTF-8", other);
        }
    }

    /** Entries that share bytes unpack to far more than they are. */
    private void refuseOverlaps(long end) throws IOException {
        long free = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingLong(Entry::offset)).toList()) {
            if (entry.offset() < free) {
                throw new IOException("entries in it overlap");
            }
            free = entry.offset() + FILE_LENGTH + entry.packed();
        }
        if (free > end) {
            throw new IOException("an entry runs into its directory");
        }
    }

    /** The bytes of an entry, whose size was found to be bearable. */
    byte[] unpack(Entry entry) throws IOException {
        try {
            int at = (int) entry.offset();
            int nameLength = zip.getShort(at + 26) & 0xFFFF;
            if (zip.getInt(at) != FILE || !text(at + FILE_LENGTH, nameLength).equals(entry.name())) {
                throw new IOException("an entry is not what the directory says");
            }
            int start = at + FILE_LENGTH + nameLength + (zip.getShort(at + 28) & 0xFFFF);
            byte[] bytes = unpack(zip.slice(start, (int) entry.packed()), entry);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if ((int) crc.getValue() != entry.crc()) {
                throw new IOException("an entry is damaged");
            }
            return bytes;
        } catch (IndexOutOfBoundsException beyond) {
            throw new IOException("an entry points beyond the file", beyond);
        }
    }

    private static byte[] unpack(ByteBuffer packed, Entry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.size()];
        if (entry.method() == 0 && entry.packed() == entry.size()) {
            packed.get(bytes);
            return bytes;
        } else if (entry.method() != 8) {
            throw new IOException("an entry is packed in an unusual way");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int length = inflater.inflate(bytes);
            // One more byte than announced is one too many.
            if (length < bytes.length || inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                throw new IOException("an entry has another size than announced");
            }
            return bytes;
        } catch (DataFormatException damaged) {
            throw new IOException("an entry is damaged", damaged);
        } finally {
            inflater.end();
        }
    }
}
