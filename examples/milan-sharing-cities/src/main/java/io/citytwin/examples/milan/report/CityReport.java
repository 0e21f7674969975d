package io.citytwin.examples.milan.report;

import java.util.List;

/**
 * All that a winter of a city shows, as text or as a page. The same city, seed and air always give the same report.
 * Immutable.
 *
 * @param heading what it is about
 * @param inventory how many twins of each type there are, sorted by type
 * @param winter levels, their reasons and their law; without provinces if levels do not follow from days above a limit
 * @param gates passages by gate, outcome and reason, sorted by gate
 * @param fees what was asked at the gates, sorted by provision
 * @param directives what devices were asked, sorted by day, type, property and provision
 * @param energy figures on energy and emissions, with what they rest on
 * @param evenings a working day of each district that shares the power that law allows it; empty if law limits none
 * @param assumptions what is assumed and is not law
 * @param explained decisions told in full
 * @param map zones, gates and assets
 */
public record CityReport(
        CityHeading heading,
        List<InventoryCount> inventory,
        Winter winter,
        List<GateTally> gates,
        List<FeeTally> fees,
        List<DirectiveTally> directives,
        List<Figure> energy,
        List<DistrictDay> evenings,
        List<Assumption> assumptions,
        List<Explained> explained,
        CityMap map) {

    /** Copies the lists. */
    public CityReport {
        inventory = List.copyOf(inventory);
        gates = List.copyOf(gates);
        fees = List.copyOf(fees);
        directives = List.copyOf(directives);
        energy = List.copyOf(energy);
        evenings = List.copyOf(evenings);
        assumptions = List.copyOf(assumptions);
        explained = List.copyOf(explained);
    }
}
