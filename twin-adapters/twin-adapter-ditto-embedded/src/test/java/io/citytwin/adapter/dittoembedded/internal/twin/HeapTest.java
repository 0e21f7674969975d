package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Journal;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HeapTest {

    private static final int MANY = 10_000;

    @Test
    void tenThousandThingsTakeAFewMegabytes() {
        Town town = new Town(Journal.forgetful(), new FakePolicies(), Limits.USUAL);
        town.policies.admit(Town.POLICY);
        long before = used();
        for (int i = 0; i < MANY; i++) {
            town.admin("create lamp-" + i + " / " + lamp(i));
            town.events.clear();
        }
        long kilobytes = (used() - before) / 1024;
        LoggerFactory.getLogger(HeapTest.class).info("{} Things take {} kB.", MANY, kilobytes);
        assertThat(town.things.all()).hasSize(MANY);
        assertThat(kilobytes).isLessThan(32 * 1024);
    }

    static String lamp(int i) {
        String entry =
                "{\"at\":\"2026-01-16T08:00:00Z\",\"received\":\"2026-01-16T08:00:01Z\",\"source\":\"lamps\",\"quality\":\"GOOD\"}";
        return "{\"policyId\":\"org.test:pol\",\"definition\":\"io.citytwin:LampPost:1.0.0\",\"attributes\":{\"place\":\"it.milano:milano\","
                + "\"location\":{\"type\":\"Point\",\"coordinates\":[9.19" + i + ",45.46" + i
                + "]},\"ratedPower\":120,\"lightingClass\":\"M3\","
                + "\"zones\":[\"it.milano:area-b\",\"it.milano:area-c\"]},\"features\":{\"state\":{\"definition\":[\"io.citytwin:LampPost.State:1.0.0\"],"
                + "\"properties\":{\"power\":" + i + ",\"energy\":" + i + ",\"dimming\":80,\"observed\":{\"power\":"
                + entry + ",\"energy\":" + entry
                + ",\"dimming\":" + entry + "}}}}}";
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
