package io.citytwin.rules.internal.engine;

import java.util.Arrays;

/** Numbers for signatures, from 1, and which one follows from which when one position changes. For one thread at a time. */
final class Signatures {

    private static final int SMALLEST = 16;
    private static final int CODE_BITS = 24;
    private static final int AT_BITS = 12;

    private int[][] all = new int[SMALLEST][];
    private int[] places = new int[2 * SMALLEST];
    private final LongIntMap moves = new LongIntMap();
    private int end = 1;

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
        int place = place(signature);
        return places[place] == 0 ? add(signature.clone(), place) : places[place];
    }

    /** The number of the signature with another code in one position. */
    int moved(int from, int position, int code) {
        if (all[from][position] == code) {
            return from;
        }
        long key = ((long) from << CODE_BITS | code) << AT_BITS | position;
        int to = moves.get(key);
        if (to == LongIntMap.ABSENT) {
            int[] signature = all[from].clone();
            signature[position] = code;
            int place = place(signature);
            to = places[place] == 0 ? add(signature, place) : places[place];
            moves.put(key, to);
        }
        return to;
    }

    private int add(int[] signature, int place) {
        if (end == all.length) {
            all = Arrays.copyOf(all, 2 * end);
        }
        all[end] = signature;
        places[place] = end++;
        if (3 * end > 2 * places.length) {
            places = new int[2 * places.length];
            putAll();
        }
        return end - 1;
    }

    private void putAll() {
        for (int number = 1; number < end; number++) {
            places[place(all[number])] = number;
        }
    }

    private int place(int[] signature) {
        int mask = places.length - 1;
        int hash = Arrays.hashCode(signature) * 0x9E3779B9;
        int place = (hash ^ hash >>> 15) & mask;
        while (places[place] != 0 && !Arrays.equals(all[places[place]], signature)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Keeps those that have a new number only; numbers from 1, in the same order. */
    void rename(int[] numbers) {
        int kept = 1;
        for (int number = 1; number < end; number++) {
            if (numbers[number] != 0) {
                all[kept++] = all[number];
            }
        }
        Arrays.fill(all, kept, end, null);
        end = kept;
        moves.clear();
        Arrays.fill(places, 0);
        putAll();
    }
}
