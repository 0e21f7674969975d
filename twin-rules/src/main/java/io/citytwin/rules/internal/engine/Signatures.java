package io.citytwin.rules.internal.engine;

import java.util.Arrays;

/**
 * Numbers for signatures, from 1. The hash of a signature is made of one number for each position and its code, so that
 * that of one with another code in one position follows from it without looking at the rest. For one thread at a time.
 */
final class Signatures {

    private static final int SMALLEST = 16;
    /** Moves are remembered of so many classes and positions; together they fit into half a long. */
    private static final int MOST_FROM = 1 << 24;

    private static final int MOST_POSITIONS = 1 << 8;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final long SCATTER_MORE = 0xBF58476D1CE4E5B9L;

    private int[][] all = new int[SMALLEST][];
    private long[] hashes = new long[SMALLEST];
    private int[] places = new int[2 * SMALLEST];
    private int end = 1;
    /** Some moves that were made before, each with where it led, at a place that follows from its hash. */
    private long[] moves = new long[2 * SMALLEST];

    /** One more than the last number. */
    int end() {
        return end;
    }

    /** More than all numbers, until there are so many. */
    int room() {
        return all.length;
    }

    int[] get(int number) {
        return all[number];
    }

    /** The number of a signature, which is copied if it is new. */
    int of(int[] signature) {
        long hash = 0;
        for (int position = 0; position < signature.length; position++) {
            hash ^= part(position, signature[position]);
        }
        int place = start(hash);
        while (places[place] != 0) {
            int number = places[place];
            if (hashes[number] == hash && Arrays.equals(all[number], signature)) {
                return number;
            }
            place = next(place);
        }
        return add(signature.clone(), hash, place);
    }

    /** The number of the signature with another code in one position. */
    int moved(int from, int position, int code) {
        if (from >= MOST_FROM || position >= MOST_POSITIONS) {
            return found(from, position, code);
        }
        long move = (long) code << Integer.SIZE | (long) from * MOST_POSITIONS | position;
        long mixed = move * SCATTER;
        int at = 2 * (int) (mixed ^ mixed >>> Integer.SIZE) & (moves.length - 2);
        if (moves[at] == move) {
            return (int) moves[at + 1];
        }
        int to = found(from, position, code);
        moves[at] = move;
        moves[at + 1] = to;
        return to;
    }

    private int found(int from, int position, int code) {
        int[] signature = all[from];
        if (signature[position] == code) {
            return from;
        }
        long hash = hashes[from] ^ part(position, signature[position]) ^ part(position, code);
        int place = start(hash);
        while (places[place] != 0) {
            int number = places[place];
            if (hashes[number] == hash && isMoved(all[number], signature, position, code)) {
                return number;
            }
            place = next(place);
        }
        int[] moved = signature.clone();
        moved[position] = code;
        return add(moved, hash, place);
    }

    private static boolean isMoved(int[] signature, int[] from, int position, int code) {
        return signature[position] == code
                && Arrays.mismatch(signature, from) == position
                && Arrays.equals(signature, position + 1, signature.length, from, position + 1, from.length);
    }

    private static long part(int position, int code) {
        long mixed = ((long) position << 32 | code) * SCATTER;
        mixed = (mixed ^ mixed >>> 32) * SCATTER_MORE;
        return mixed ^ mixed >>> 29;
    }

    private int start(long hash) {
        return (int) hash & (places.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }

    private int add(int[] signature, long hash, int place) {
        if (end == all.length) {
            all = Arrays.copyOf(all, 2 * end);
            hashes = Arrays.copyOf(hashes, 2 * end);
        }
        all[end] = signature;
        hashes[end] = hash;
        places[place] = end++;
        if (2 * end > places.length) {
            places = new int[2 * places.length];
            moves = new long[places.length];
            putAll();
        }
        return end - 1;
    }

    private void putAll() {
        for (int number = 1; number < end; number++) {
            int place = start(hashes[number]);
            while (places[place] != 0) {
                place = next(place);
            }
            places[place] = number;
        }
    }

    /** Keeps those that have a new number only; numbers from 1, in the same order. */
    void rename(int[] numbers) {
        int kept = 1;
        for (int number = 1; number < end; number++) {
            if (numbers[number] != 0) {
                hashes[kept] = hashes[number];
                all[kept++] = all[number];
            }
        }
        Arrays.fill(all, kept, end, null);
        end = kept;
        Arrays.fill(places, 0);
        Arrays.fill(moves, 0);
        putAll();
    }
}
