package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegulationsTest {

    // tag::cases[]
    @Test
    void everyCaseComesOutAsExpected() {
        RegulationBundle shipped = RegulationBundle.classpath();
        RegulationBundle bundle = shipped.and(RegulationBundle.directory(Path.of("src/main/regulations")));
        assertEquals(List.of(), bundle.top().report().errors());
        bundle.top().regulations().forEach(one -> {
            CaseReport report = Cases.run(bundle, one);
            assertTrue(report.passed(), report::toString);
        });
    }
    // end::cases[]
}
