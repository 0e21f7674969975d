package io.citytwin.adapter.tck;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.privacy.Pseudonyms;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import io.citytwin.core.time.CivilCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks into a slot each minute: an adapter that keeps its contract, or breaks it in one way. */
final class SlotAdapter implements DeviceAdapter {

    private final SlotPeer slot;
    private final Breach breach;
    private Optional<AdapterContext> city = Optional.empty();
    private Optional<Pseudonyms> plates = Optional.empty();
    private Optional<Instant> away = Optional.empty();
    private boolean stuck;
    private int read;
    private int looked;

    SlotAdapter(SlotPeer slot, Breach breach) {
        this.slot = slot;
        this.breach = breach;
    }

    @Override
    public String name() {
        return "slot";
    }

    @Override
    public String toString() {
        return breach == Breach.SHOWS_ITS_SECRET ? "slot with " + SlotPeer.SECRET.reveal() : "slot";
    }

    @Override
    public boolean serves(Twin twin) {
        return twin.type().name().equals("Connector") || twin.type().name().equals("Gate");
    }

    @Override
    public LeaseSupport leaseSupport() {
        return LeaseSupport.DEVICE;
    }

    @Override
    public void start(AdapterContext context) {
        city = Optional.of(context);
        plates = Optional.of(Pseudonyms.daily(context.clock(), CivilCalendar.italy()));
        if (breach == Breach.LEAVES_A_THREAD) {
            Thread left = new Thread(() -> slot.waitForEver(), "left-behind");
            left.setDaemon(true);
            left.start();
        }
        look(context);
    }

    @Override
    public void stop() {
        if (breach == Breach.STOPS_LATE) {
            slot.clock().advanceTo(slot.clock().now().plusSeconds(60));
        }
    }

    @Override
    public List<AdapterProblem> health() {
        return away.filter(since -> breach != Breach.HIDES_A_CUT)
                .map(since -> List.of(new AdapterProblem("slot", since, "The slot is blocked.")))
                .orElse(List.of());
    }

    private void look(AdapterContext context) {
        Instant now = context.clock().now();
        context.at(now.plusSeconds(60), () -> look(context));
        if (slot.isCut() || (away.isPresent() && breach == Breach.STAYS_AWAY)) {
            away = away.or(() -> Optional.of(now));
            return;
        }
        away = Optional.empty();
        for (Optional<String> text = slot.told(looked); text.isPresent(); text = slot.told(looked)) {
            looked++;
            hear(context, text.get());
            take(context, text.get());
        }
    }

    // Until then it lies in the slot for whoever looks next.
    private void take(AdapterContext context, String text) {
        if (breach == Breach.TAKES_WHAT_IS_NOT_KEPT) {
            taken(text);
        } else {
            context.kept(() -> taken(text));
        }
    }

    private void taken(String text) {
        slot.taken(text);
        looked--;
    }

    private void hear(AdapterContext context, String text) {
        read++;
        if (stuck || (breach == Breach.LOSES_SOME && read % 10 == 0)) {
            return;
        } else if (text.startsWith("plate ")) {
            pass(context, text.substring(6));
        } else if (text.startsWith("broken plate ")) {
            String shown = breach == Breach.KEEPS_A_PLATE ? text : "broken plate ***";
            context.refuse(new DeadLetter(
                    "slot", "T100", "no plate", shown, context.clock().now()));
        } else if (!text.startsWith("power ") && breach == Breach.DROPS_NONSENSE) {
            return;
        } else {
            stuck = breach == Breach.STOPS_AT_NONSENSE && !text.startsWith("power ");
            tell(context, text);
        }
    }

    private void tell(AdapterContext context, String text) {
        if (breach == Breach.BELIEVES_ANY_CLOCK && text.startsWith("power ")) {
            context.observe(read(context, text));
        } else {
            context.report(text, () -> read(context, text));
        }
    }

    private Observation read(AdapterContext context, String text) {
        String[] words = text.split(" ");
        Instant now = context.clock().now();
        return new Observation(
                SlotPeer.CONNECTOR,
                "power",
                Optional.of(Quantity.of(words[1], Unit.KILOWATT)),
                breach == Breach.TELLS_ITS_OWN_TIME ? now : Instant.parse(words[2]),
                now,
                breach == Breach.NAMES_ANOTHER_SOURCE ? "elsewhere" : "slot",
                Quality.GOOD);
    }

    private void pass(AdapterContext context, String plate) {
        Instant now = context.clock().now();
        String name = breach == Breach.SHOWS_A_PLATE
                ? plate
                : plates.orElseThrow().of(plate, now).orElseThrow();
        context.passed(new Passage("passage", new TwinId("passing", name), SlotPeer.GATE, now));
    }

    @Override
    public void command(Directive directive) {
        command(directive, new Lease(Instant.MAX));
    }

    @Override
    public void command(Directive directive, Lease lease) {
        AdapterContext context = city.orElseThrow();
        String id = breach == Breach.ACTS_AGAIN ? directive.id() + ++read : directive.id();
        Instant until = breach == Breach.FORGETS_THE_LEASE ? slot.leaseEnd().orElse(lease.until()) : lease.until();
        Optional<String> said = slot.take(id, directive.value(), until);
        boolean answered = said.isPresent() || breach == Breach.ANSWERS_FOR_THE_DEVICE;
        if (answered && breach != Breach.NEVER_ANSWERS) {
            Optional<String> refused =
                    said.filter(word -> !word.equals("done") && breach != Breach.TAKES_A_NO_FOR_A_YES);
            context.acknowledge(
                    new Acknowledgement(directive.id(), refused, context.clock().now()));
        }
    }
}
