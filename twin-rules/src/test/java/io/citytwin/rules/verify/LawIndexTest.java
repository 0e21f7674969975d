package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.IndexedProvision.Change;
import io.citytwin.rules.verify.IndexedProvision.Unread;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LawIndexTest {

    private static final RegulationBundle HARBOUR = RegulationBundle.directory(Path.of("src/test/resources/index"));
    private static final RegulationBundle NORTHLAND = RegulationBundle.directory(Northland.FOLDER);
    private static final String AT = "2026-03-13";

    private static LawIndex index(RegulationBundle bundle, String at) {
        return LawIndex.of(bundle, bundle.regulations(), LocalDate.parse(at));
    }

    private static IndexedRegulation harbour(String at) {
        return index(HARBOUR, at).regulations().get(0);
    }

    private static IndexedProvision provision(RegulationBundle bundle, String name) {
        return index(bundle, AT).regulations().stream()
                .flatMap(one -> one.provisions().stream())
                .filter(one -> one.provision().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Document page(LawIndex index, String language) throws Exception {
        String html = index.html(language).replaceFirst("<!DOCTYPE html>", "").replaceAll("(<meta [^>]*)>", "$1/>");
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
    }

    @Test
    void tellsEverythingOfAFolder() {
        assertThat(index(HARBOUR, AT).text("en")).isEqualTo("""
                Regulations as of 2026-03-13
                Not legal advice. Law as read up to the day that each regulation names; facts marked as not sure must be checked before use.
                xx.harbour.quiet  Quiet <b onclick='x()'>& "harbour"</b>; XX-001-H; read as of 2026-03-13; in force 2/3; 2 VERIFIED/A, 1 VERIFIED/P, 2 RECALLED, 1 CHECK, 3 CONFLICT, 1 OPEN
                1 regulations, 2 VERIFIED/A, 1 VERIFIED/P, 2 RECALLED, 1 CHECK, 3 CONFLICT, 1 OPEN

                xx.harbour.quiet  en: Quiet <b onclick='x()'>& "harbour"</b>; it: Silenzio
                  holds in XX-001-H; Town of <Harbour> (municipality); read as of 2026-03-13
                  How sure its facts are: 2 VERIFIED/A, 1 VERIFIED/P, 2 RECALLED, 1 CHECK, 3 CONFLICT, 1 OPEN
                  provisions
                    ban  Vans stopped; since 2020-01-01; in force; order1
                      "Vans stand still (daily 07:30-19:30)."
                    fee  Day ticket; 2021-01-01 to 2027-12-31; in force; CONFLICT; order2
                    night  Nights; since 2028-01-01; order2
                  Sources
                    order1: Order 1 of 2019-12-01, article 2 <https://example.org/order1>
                    order2: Order 2 <javascript:alert(1)>
                  Not sure
                    OPEN  hours since 2022-01-01 = unknown [h.hours h.more]: hours of 2022 were not read
                    CONFLICT  hours since 2023-01-01 = daily 07:30-19:30: another source: one page prints 20:30
                    RECALLED  hours since 2026-10-01 = daily 06:30-19:30
                    RECALLED  hours since 2027-10-01 = daily 06:30-19:30: moved by a year
                    CHECK  Left since 2028-01-01 = tables/left.csv
                    CONFLICT  fee (provision) 2021-01-01 to 2027-12-31 = Day ticket: another source: one page says that nobody pays
                    CONFLICT  Left (row of the table) since 2029-01-01 = category N3: heavy ones; another source: another page has 2030
                  Planned
                    RECALLED  hours since 2027-10-01 = daily 06:30-19:30: moved by a year
                    CHECK  Left since 2028-01-01 = tables/left.csv
                    night (provision) since 2028-01-01 = Nights
                    VERIFIED/A  Left (row of the table) since 2028-01-01 = category N2 [h.n2]
                    CONFLICT  Left (row of the table) since 2029-01-01 = category N3: heavy ones; another source: another page has 2030
                  Known gaps
                    Who may go to the quay was not read, and nobody says.
                    <script>alert(1)</script>
                """);
    }

    @Test
    void whatIsInForceOrPlannedTurnsOnTheDay() {
        assertThat(harbour("2020-12-31").inForceOn(LocalDate.parse("2020-12-31")))
                .extracting(one -> one.provision().name())
                .containsExactly("ban");
        assertThat(harbour("2021-01-01").inForceOn(LocalDate.parse("2021-01-01")))
                .hasSize(2);
        assertThat(harbour("2027-12-31").inForceOn(LocalDate.parse("2027-12-31")))
                .hasSize(2);
        assertThat(harbour("2028-01-01").inForceOn(LocalDate.parse("2028-01-01")))
                .extracting(one -> one.provision().name())
                .containsExactly("ban", "night");
        assertThat(harbour("2027-09-30").planned()).hasSize(5);
        assertThat(harbour("2027-10-01").planned()).hasSize(4);
        assertThat(index(HARBOUR, "2020-12-31").json()).contains("\"inForce\" : false");
    }

    @Test
    void sentencesSayTheLawOfTheDay() {
        assertThat(index(HARBOUR, "2021-12-31").text("en")).contains("\"Vans stand still (Mon-Fri 07:30-19:30).\"");
        assertThat(index(HARBOUR, "2022-01-01").text("en")).contains("\"Vans stand still (unknown).\"");
        assertThat(index(HARBOUR, "2019-12-31").text("en")).contains("\"Vans stand still ({Law.hours}).\"");
        assertThat(index(HARBOUR, "2023-01-01").text("it")).contains("\"I furgoni sono fermi (daily 07:30-19:30).\"");
    }

    /** 1 October 2026 was moved to 1 October 2027: nothing happens on it. */
    @Test
    void aProvisionTurnsWithTheValuesThatItsRulesRead() {
        IndexedProvision ban = provision(HARBOUR, "ban");
        assertThat(ban.changes())
                .containsExactly(
                        new Change(LocalDate.parse("2022-01-01"), List.of("hours")),
                        new Change(LocalDate.parse("2023-01-01"), List.of("hours")),
                        new Change(LocalDate.parse("2027-10-01"), List.of("hours")));
        assertThat(ban.unread())
                .containsExactly(new Unread(
                        new Period(LocalDate.parse("2022-01-01"), Optional.of(LocalDate.parse("2022-12-31"))),
                        List.of("hours"),
                        true));
        assertThat(ban.nextAfter(LocalDate.parse("2027-09-30"))).contains(LocalDate.parse("2027-10-01"));
        assertThat(ban.nextAfter(LocalDate.parse("2027-10-01"))).isEmpty();
        assertThat(ban.nextAfter(LocalDate.parse("2019-12-31"))).contains(LocalDate.parse("2020-01-01"));
        assertThat(provision(HARBOUR, "fee").nextAfter(LocalDate.parse(AT))).contains(LocalDate.parse("2028-01-01"));
    }

    /** A level's run reads a limit, and a rule reads what another regulation says. */
    @Test
    void valuesAreReadThroughLevelsAndThroughOtherRegulations() {
        assertThat(provision(NORTHLAND, "on").changes())
                .containsExactly(new Change(LocalDate.parse("2024-10-01"), List.of("onDays")));
        assertThat(provision(NORTHLAND, "traffic").unread())
                .containsExactly(new Unread(
                        new Period(LocalDate.parse("2023-10-01"), Optional.of(LocalDate.parse("2024-09-30"))),
                        List.of("Stopped"),
                        true));
        assertThat(provision(NORTHLAND, "heating").unread()).isEmpty();
    }

    @Test
    void whatIsNotSureIsWhatCheckLists() {
        for (RegulationBundle bundle : List.of(HARBOUR, NORTHLAND)) {
            List<String> open = bundle.report().problems().stream()
                    .filter(problem -> problem.severity() == Severity.OPEN_POINT)
                    .map(problem ->
                            problem.place().file() + " " + problem.place().line())
                    .toList();
            assertThat(index(bundle, AT).regulations().stream()
                            .flatMap(one -> one.doubtful().stream())
                            .map(fact ->
                                    fact.place().file() + " " + fact.place().line()))
                    .hasSameSizeAs(open);
            int doubtful = index(bundle, AT).counts().entrySet().stream()
                    .filter(count -> count.getKey().doubtful())
                    .mapToInt(count -> count.getValue())
                    .sum();
            assertThat(doubtful).isEqualTo(open.size()).isPositive();
        }
    }

    @Test
    void aFolderWithoutAPageNamesWhatIsNotKnown() {
        assertThat(index(NORTHLAND, AT).regulations())
                .filteredOn(one -> one.regulation().id().equals(Northland.ID))
                .flatExtracting(IndexedRegulation::gaps)
                .contains("Stopped: annex of 2023 not read");
    }

    @Test
    void jsonHoldsWhatAConsumerReads() throws Exception {
        IndexedPlace quay = new IndexedPlace("Quay", List.of("XX-001-H", "XX-001"), Optional.empty());
        JsonNode root =
                new ObjectMapper().readTree(index(HARBOUR, AT).in(List.of(quay)).json());

        assertThat(root.path("format").asText()).isEqualTo("citytwin-index/1");
        assertThat(root.path("at").asText()).isEqualTo(AT);
        assertThat(root.at("/counts/CONFLICT").asInt()).isEqualTo(3);
        JsonNode one = root.at("/regulations/0");
        assertThat(one.path("id").asText()).isEqualTo("xx.harbour.quiet");
        assertThat(one.at("/title/it").asText()).isEqualTo("Silenzio");
        assertThat(one.path("rank").asText()).isEqualTo("municipality");
        assertThat(one.path("verified").asText()).isEqualTo("2026-03-13");
        assertThat(one.at("/counts/OPEN").asInt()).isEqualTo(1);
        assertThat(one.at("/sources/0/url").asText()).isEqualTo("https://example.org/order1");
        assertThat(one.at("/provisions/1/conflict").asText()).isEqualTo("one page says that nobody pays");
        assertThat(one.at("/provisions/1/lastDay").asText()).isEqualTo("2027-12-31");
        assertThat(one.at("/provisions/0/unread/0/lastDay").asText()).isEqualTo("2022-12-31");
        assertThat(one.at("/provisions/0/changes/0/day").asText()).isEqualTo("2022-01-01");
        JsonNode unknown = one.at("/doubtful/0");
        assertThat(unknown.path("sureness").asText()).isEqualTo("OPEN");
        assertThat(unknown.path("rows")).extracting(JsonNode::asText).containsExactly("h.hours", "h.more");
        assertThat(unknown.path("note").asText()).isEqualTo("hours of 2022 were not read");
        assertThat(unknown.path("file").asText()).isEqualTo("harbour/parameters.yaml");
        assertThat(StreamSupport.stream(one.path("planned").spliterator(), false)
                        .map(fact -> fact.path("firstDay").asText()))
                .containsExactly("2027-10-01", "2028-01-01", "2028-01-01", "2028-01-01", "2029-01-01");
        assertThat(one.path("gaps")).hasSize(2);
        assertThat(root.at("/places/0/regulations/0").asText()).isEqualTo("xx.harbour.quiet");
    }

    @Test
    void thePageIsWellFormedAndTextStaysText() throws Exception {
        Document page = page(index(HARBOUR, AT), "en");

        assertThat(page.getElementsByTagName("b").getLength()).isZero();
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent())
                .contains(
                        "Quiet <b onclick='x()'>& \"harbour\"</b>", "<script>alert(1)</script>", "javascript:alert(1)");
        assertThat(index(HARBOUR, AT).html("en"))
                .contains("href=\"https://example.org/order1\"")
                .doesNotContain("href=\"javascript", "http-equiv", "src=");
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(index(HARBOUR, AT).html("en")).isEqualTo(index(HARBOUR, AT).html("en"));
    }

    @Test
    void theTimelineHatchesWhatIsUnknownAndMarksChanges() {
        String page = index(HARBOUR, AT).html("en");
        assertThat(page)
                .contains("<title>ban, Vans stopped: since 2020-01-01</title>")
                .contains("<title>ban, Vans stopped: unknown 2022-01-01 to 2022-12-31: hours</title>")
                .contains("<title>ban, Vans stopped: changes on 2027-10-01: hours</title>")
                .contains("<title>night, Nights: since 2028-01-01</title>")
                .doesNotContain("changes on 2026-10-01");
        assertThat(page.split("class=\"bar later\"", -1)).hasSize(2);
        assertThat(index(HARBOUR, "2028-01-01").html("en")).doesNotContain("class=\"bar later\"");
    }

    @Test
    void placesAreDrawnWithWhatAppliesInThem() throws Exception {
        List<Location> ring = List.of(
                Location.of("9.1 45.4"), Location.of("9.2 45.4"), Location.of("9.2 45.5"), Location.of("9.1 45.4"));
        Outline outline = new Outline(List.of(new Outline.Polygon(List.of(ring))));
        IndexedPlace quay = new IndexedPlace("Quay <i>", List.of("XX-001-H", "XX-001"), Optional.of(outline));
        IndexedPlace town = new IndexedPlace("Town", List.of("XX-001"), Optional.empty());
        LawIndex index = index(HARBOUR, AT).in(List.of(quay, town));

        assertThat(index.in(quay)).hasSize(1);
        assertThat(index.in(town)).isEmpty();
        assertThat(page(index, "en").getElementsByTagName("i").getLength()).isZero();
        assertThat(index.html("en"))
                .contains("class=\"zone z0\"", "In force on 2026-03-13: Quay &lt;i&gt; (XX-001-H, XX-001)")
                .contains("Nothing is in force there on that day.");
        assertThat(index(HARBOUR, AT).html("en")).doesNotContain("class=\"zone z0\"");
        assertThat(index.summary("en")).contains("Quay <i>: xx.harbour.quiet\n", "Town: \n");
    }

    @Test
    void lawOfAWholeStateHoldsEverywhere() {
        IndexedPlace town = new IndexedPlace("Town", List.of("XX-9"), Optional.empty());
        assertThat(index(NORTHLAND, AT).in(town))
                .extracting(one -> one.regulation().id())
                .containsExactly("xx.state.heating");
    }

    @Test
    void howFarAFactCanBeReliedOnIsDecidedOnce() {
        assertThat(harbour(AT).counts()).containsEntry(Sureness.OWN, 0).containsEntry(Sureness.CONFLICT, 3);
        assertThat(Sureness.CONFLICT.shown()).isEqualTo("CONFLICT: sources disagree");
    }
}
