package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An adapter that keeps its contract passes; each one that breaks it in one way is found. */
class ContractsTest {

    @Nested
    class WhoKeepsIt
            implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract, PlateContract {
        @Override
        public SlotPeer peer() {
            return new SlotPeer(Breach.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LEAVES_A_THREAD, itLeavesNoThread",
        "SHOWS_ITS_SECRET, itShowsNoSecret",
        "LOSES_SOME, nothingIsLostWhenMuchComesAtOnce",
        "NAMES_ANOTHER_SOURCE, aValueArrivesAsItWasTold",
        "TELLS_ITS_OWN_TIME, aValueArrivesAsItWasTold",
        "TELLS_ITS_OWN_TIME, whatIsToldTwiceIsKeptOnce",
        "TELLS_ITS_OWN_TIME, whatComesInAnotherOrderKeepsItsTime",
        "DROPS_NONSENSE, nonsenseIsKeptAndDisturbsNothing",
        "STOPS_AT_NONSENSE, nonsenseIsKeptAndDisturbsNothing",
        "BELIEVES_ANY_CLOCK, aWrongClockIsNotBelieved",
        "ACTS_AGAIN, theSameDirectiveIsDoneOnce",
        "NEVER_ANSWERS, aDirectiveIsDoneAndAcknowledged",
        "ANSWERS_FOR_THE_DEVICE, silenceIsNoAnswer",
        "TAKES_A_NO_FOR_A_YES, aRefusalIsTold",
        "FORGETS_THE_LEASE, aLeaseReachesTheDevice",
        "HIDES_A_CUT, aCutIsSeenAndOutlived",
        "HIDES_A_CUT, thePeerMayComeLater",
        "STAYS_AWAY, aCutIsSeenAndOutlived",
        "STAYS_AWAY, thePeerMayComeLater",
        "TAKES_WHAT_IS_NOT_KEPT, whatNoJournalTookIsToldAgain",
        "STOPS_LATE, itStopsDuringACut",
        "SHOWS_A_PLATE, aPlateBecomesAPseudonym",
        "KEEPS_A_PLATE, aDeadLetterShowsNoPlate"
    })
    void whoBreaksItIsFound(Breach breach, String test) throws ReflectiveOperationException {
        Method method = Slot.class.getMethod(test);
        assertThatThrownBy(() -> method.invoke(new Slot(breach)))
                .cause()
                .isInstanceOfAny(AssertionError.class, ConditionTimeoutException.class);
    }

    @Test
    void eachBreachIsTried() throws ReflectiveOperationException {
        List<String> tried = Arrays.asList(ContractsTest.class
                .getDeclaredMethod("whoBreaksItIsFound", Breach.class, String.class)
                .getAnnotation(CsvSource.class)
                .value());
        assertThat(Stream.of(Breach.values()).filter(breach -> breach != Breach.NONE))
                .allMatch(breach -> tried.stream().anyMatch(row -> row.startsWith(breach + ",")));
    }
}
