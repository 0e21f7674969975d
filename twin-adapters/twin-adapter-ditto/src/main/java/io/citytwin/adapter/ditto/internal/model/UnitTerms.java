package io.citytwin.adapter.ditto.internal.model;

import io.citytwin.core.model.Unit;

/** What QUDT calls our units, or we ourselves where QUDT has no word. Safe for use by many threads. */
final class UnitTerms {

    private UnitTerms() {}

    // Without a default on purpose: a new unit does not compile until it has its term.
    static String of(Unit unit) {
        return switch (unit) {
            case ONE -> "unit:UNITLESS";
            case PERCENT -> "unit:PERCENT";
            case MICROGRAM_PER_CUBIC_METRE -> "unit:MicroGM-PER-M3";
            case MILLIGRAM_PER_CUBIC_METRE -> "unit:MilliGM-PER-M3";
            case DEGREE_CELSIUS -> "unit:DEG_C";
            case KELVIN -> "unit:K";
            case DEGREE_DAYS -> "citytwin:DegreeDay";
            case METRE -> "unit:M";
            case KILOMETRE -> "unit:KiloM";
            case SQUARE_METRE -> "unit:M2";
            case WATT_PER_SQUARE_METRE -> "unit:W-PER-M2";
            case WATT_PER_SQUARE_METRE_KELVIN -> "unit:W-PER-M2-K";
            case LITRE -> "unit:L";
            case WATT -> "unit:W";
            case KILOWATT -> "unit:KiloW";
            case KILOWATT_HOUR -> "unit:KiloW-HR";
            case MEGAWATT_HOUR -> "unit:MegaW-HR";
            case GRAM_PER_KILOMETRE -> "unit:GM-PER-KiloM";
            case KILOGRAM -> "unit:KiloGM";
            case TONNE -> "unit:TONNE";
            case KILOGRAM_PER_KILOWATT_HOUR -> "citytwin:KilogramPerKilowattHour";
            case TONNE_PER_MEGAWATT_HOUR -> "citytwin:TonnePerMegawattHour";
            case DECIBEL_A -> "unit:DeciB_A";
            case LUX -> "unit:LUX";
            case CANDELA_PER_SQUARE_METRE -> "unit:CD-PER-M2";
            case EURO -> "unit:CCY_EUR";
            case EURO_PER_KILOWATT_HOUR -> "unit:CCY_EUR-PER-KiloW-HR";
            case EURO_PER_HOUR -> "citytwin:EuroPerHour";
            case MINUTES -> "unit:MIN";
            case HOURS -> "unit:HR";
            case DAYS -> "unit:DAY";
            case YEARS -> "unit:YR";
            case STARS -> "citytwin:Star";
            case INHABITANTS -> "citytwin:Inhabitant";
        };
    }
}
