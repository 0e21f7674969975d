package io.citytwin.examples.benchmark.measure;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the machines of one engine and one size printed. For one thread at a time. */
final class Figures {

    private final Contender contender;
    private final int size;
    private final Map<String, List<Double>> numbers = new HashMap<>();
    private final Map<String, String> hashes = new TreeMap<>();

    Figures(Contender contender, int size) {
        this.contender = contender;
        this.size = size;
    }

    Contender contender() {
        return contender;
    }

    int size() {
        return size;
    }

    /** Takes a line that a machine printed. */
    void add(String line) {
        List<String> words = Splitter.on(' ').splitToList(line);
        if (!words.get(0).startsWith("hash.")) {
            numbers.computeIfAbsent(words.get(0), name -> new ArrayList<>()).add(Double.valueOf(words.get(1)));
            return;
        }
        String before = hashes.put(words.get(0), words.get(1));
        if (before != null && !before.equals(words.get(1))) {
            throw new IllegalStateException(contender.title() + " says something else when it runs again");
        }
    }

    /** Hashes of all that it found, by checkpoint. */
    Map<String, String> hashes() {
        return hashes;
    }

    /** The median of a figure; NaN if no machine printed it. */
    double median(String name) {
        List<Double> sorted =
                numbers.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
