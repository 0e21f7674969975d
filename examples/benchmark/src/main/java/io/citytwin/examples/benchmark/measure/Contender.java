package io.citytwin.examples.benchmark.measure;

import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.drools.NaiveDroolsEngine;
import io.citytwin.examples.benchmark.drools.TunedDroolsEngine;
import io.citytwin.examples.benchmark.hand.HandWrittenEngine;
import io.citytwin.examples.benchmark.ours.OursEngine;
import java.util.Arrays;

/** The engines that are measured. */
enum Contender {
    NAIVE("naive", "Drools, naive", "#9a9a9a"),
    TUNED("tuned", "Drools, well tuned", "#4c78a8"),
    OURS("ours", "CityTwin", "#f58518"),
    HAND("hand", "hand-written Java", "#54a24b");

    private final String option;
    private final String title;
    private final String colour;

    Contender(String option, String title, String colour) {
        this.option = option;
        this.title = title;
        this.colour = colour;
    }

    static Contender of(String option) {
        return Arrays.stream(values())
                .filter(one -> one.option.equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + option + "` is no engine"));
    }

    String option() {
        return option;
    }

    String title() {
        return title;
    }

    /** Of its bars. */
    String colour() {
        return colour;
    }

    Engine make() {
        return switch (this) {
            case NAIVE -> NaiveDroolsEngine.compile().get();
            case TUNED -> TunedDroolsEngine.compile().get();
            case OURS -> new OursEngine();
            case HAND -> new HandWrittenEngine();
        };
    }
}
