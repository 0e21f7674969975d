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

    private final Records all = new Records();
    private final Records.Field[] codes;
    private long[] hashes = new long[SMALLEST];
    private int[] places = new int[2 * SMALLEST];
    /** Some moves that were made before, each with where it led, at a place that follows from its hash. */
    private long[] moves = new long[2 * SMALLEST];

    Signatures(int length) {
        codes = new Records.Field[length];
        Arrays.setAll(codes, position -> all.field());
        // Nobody has the number 0.
        all.add();
    }

    /** One more than the last number. */
    int end() {
        return all.size();
    }

    /** More than all numbers, until there are so many. */
    int room() {
        return hashes.length;
    }

    /** The code in one position. */
    int at(int number, int position) {
        return codes[position].get(number);
    }

    /** A copy. */
    int[] get(int number) {
        int[] signature = new int[codes.length];
        Arrays.setAll(signature, position -> at(number, position));
        return signature;
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
            if (hashes[number] == hash && is(number, signature)) {
                return number;
            }
            place = next(place);
        }
        int fresh = all.add();
        for (int position = 0; position < signature.length; position++) {
            codes[position].set(fresh, signature[position]);
        }
        return put(fresh, hash, place);
    }

    private boolean is(int number, int[] signature) {
        for (int position = 0; position < signature.length; position++) {
            if (at(number, position) != signature[position]) {
                return false;
            }
        }
        return true;
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
        int before = at(from, position);
        // Where the law does not hold, nothing else counts.
        if (before == code || at(from, Outlook.WHERE) == Wheres.ELSEWHERE) {
            return from;
        }
        long hash = hashes[from] ^ part(position, before) ^ part(position, code);
        int place = start(hash);
        while (places[place] != 0) {
            int number = places[place];
            if (hashes[number] == hash
                    && at(number, position) == code
                    && all.areSameBut(codes[position], number, from)) {
                return number;
            }
            place = next(place);
        }
        int fresh = all.add();
        all.copy(from, fresh);
        codes[position].set(fresh, code);
        return put(fresh, hash, place);
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

    private int put(int number, long hash, int place) {
        if (number == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * number);
        }
        hashes[number] = hash;
        places[place] = number;
        if (2 * all.size() > places.length) {
            places = new int[2 * places.length];
            moves = new long[places.length];
            putAll();
        }
        return number;
    }

    private void putAll() {
        for (int number = 1; number < all.size(); number++) {
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
        for (int number = 1; number < numbers.length; number++) {
            if (numbers[number] != 0) {
                hashes[kept] = hashes[number];
                all.copy(number, kept++);
            }
        }
        all.cut(kept);
        Arrays.fill(places, 0);
        Arrays.fill(moves, 0);
        putAll();
    }
}
