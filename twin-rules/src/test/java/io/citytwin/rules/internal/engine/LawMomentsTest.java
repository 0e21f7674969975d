package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At no moment do rules see law that they see at none of the moments that stand for all. */
class LawMomentsTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();

    private static Object seen(Group group, Law law, Moment moment) {
        Scene scene = new Scene();
        new LawFacts(group, moment, scene, law::find).add();
        return List.of(scene.facts, scene.unknown, scene.switchedOn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify/northland", "gates", "directives/northland", "folders/northland"})
    void everyMomentIsLikeOneOfThem(String folders) {
        List<Regulation> regulations = RegulationBundle.directory(Path.of("src/test/resources", folders))
                .regulations();
        Law law = new Law(regulations);
        List<Parameter> parameters = regulations.stream()
                .flatMap(one -> one.parameters().byName().values().stream())
                .toList();
        List<Provision> provisions = regulations.stream()
                .flatMap(one -> one.provisions().values().stream())
                .toList();
        List<LocalDate> published = parameters.stream()
                .flatMap(parameter -> parameter.values().stream())
                .flatMap(dated -> dated.published().stream())
                .toList();
        List<Moment> moments = LawMoments.of(parameters, provisions, CALENDAR);
        Random random = new Random(7);
        law.groups().forEach(group -> {
            Set<Object> all = new HashSet<>();
            moments.forEach(moment -> all.add(seen(group, law, moment)));
            for (int round = 0; round < 2_000; round++) {
                Instant at = CALENDAR.at(
                        LocalDate.of(2016, 1, 1).plusDays(random.nextInt(5_000)),
                        LocalTime.MIN.plusMinutes(random.nextInt(24 * 60)));
                LocalDate view = published.isEmpty() || random.nextBoolean()
                        ? LocalDate.MAX
                        : published.get(random.nextInt(published.size())).plusDays(random.nextInt(3) - 1L);
                Moment moment = Moment.of(at, view, Instant.MAX, CALENDAR);
                assertThat(all).as(group.id() + " " + moment).contains(seen(group, law, moment));
            }
        });
    }
}
