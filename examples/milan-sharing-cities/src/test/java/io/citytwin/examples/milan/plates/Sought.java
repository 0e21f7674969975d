package io.citytwin.examples.milan.plates;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for words in files of any size: as they are, in capitals or not, with blanks or dashes in between, in one or two
 * bytes a letter, as hexadecimal digits, in base 64, and as the hash that a list of plates turns back. For one thread at a
 * time.
 */
final class Sought {

    private static final int RING = 64;
    private static final int TAIL = 7;
    private static final long MASK = (1L << TAIL * Byte.SIZE) - 1;

    /** What to look for, by its last letters, and the word that it is a form of. */
    private final Map<Long, SortedMap<String, String>> byTail = new HashMap<>();

    private final byte[] ring = new byte[RING];

    Sought(Collection<String> words) throws GeneralSecurityException {
        for (String word : words) {
            for (String form : forms(word)) {
                byte[] letters = form.getBytes(StandardCharsets.ISO_8859_1);
                long tail = 0;
                for (byte letter : letters) {
                    tail = tail << Byte.SIZE | letter;
                }
                byTail.computeIfAbsent(tail & MASK, none -> new TreeMap<>()).put(form, word);
            }
        }
    }

    private static List<String> forms(String word) throws GeneralSecurityException {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return Stream.of(
                        word,
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().formatHex(hash, 0, 8),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .map(form -> form.toUpperCase(Locale.ROOT).replaceAll("[ .-]", ""))
                .toList();
    }

    /** Which words a file holds, in its name or its bytes. */
    SortedSet<String> in(Path file) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        search(new ByteArrayInputStream(file.getFileName().toString().getBytes(StandardCharsets.UTF_8)), found);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            search(in, found);
        }
        return found;
    }

    /** The same for all files of a folder; files that hold none are left out. */
    SortedMap<String, SortedSet<String>> below(Path folder) throws IOException {
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            SortedSet<String> words = in(file);
            if (!words.isEmpty()) {
                found.put(folder.relativize(file).toString(), words);
            }
        }
        return found;
    }

    private void search(InputStream in, SortedSet<String> found) throws IOException {
        Arrays.fill(ring, (byte) 0);
        long tail = 0;
        int at = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == 0 || next == ' ' || next == '-' || next == '.') {
                continue;
            }
            byte letter = (byte) (next >= 'a' && next <= 'z' ? next - 'a' + 'A' : next);
            ring[at++ & RING - 1] = letter;
            tail = (tail << Byte.SIZE | letter & 0xffL) & MASK;
            SortedMap<String, String> candidates = byTail.get(tail);
            if (candidates != null) {
                int end = at;
                candidates.forEach((form, word) -> {
                    if (endsWith(form, end)) {
                        found.add(word);
                    }
                });
            }
        }
    }

    private boolean endsWith(String form, int end) {
        for (int back = 1; back <= form.length(); back++) {
            if (ring[end - back & RING - 1] != (byte) form.charAt(form.length() - back)) {
                return false;
            }
        }
        return true;
    }
}
