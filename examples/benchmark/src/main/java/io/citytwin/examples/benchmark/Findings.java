package io.citytwin.examples.benchmark;

import io.citytwin.examples.benchmark.city.Mix;
import java.util.HashMap;
import java.util.Map;

/** Adds findings up to one number. */
final class Findings {

    private Findings() {}

    static long hash(Engine engine, int twins) {
        Map<String, Long> known = new HashMap<>();
        long sum = 0;
        for (int twin = 0; twin < twins; twin++) {
            for (String finding : engine.findings(twin)) {
                sum += Mix.of(known.computeIfAbsent(finding, Findings::hash) ^ Mix.of(twin));
            }
        }
        return sum;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = Mix.of(hash ^ text.charAt(i));
        }
        return hash;
    }
}
