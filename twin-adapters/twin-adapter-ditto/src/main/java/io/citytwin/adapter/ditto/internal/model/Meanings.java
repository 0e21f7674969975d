package io.citytwin.adapter.ditto.internal.model;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What types and properties mean in public vocabularies. Only what is obviously right is said; beside it always stands
 * a word of our own. Safe for use by many threads.
 */
final class Meanings {

    private static final String OWN = "citytwin:";

    /** The prefixes of all terms that a model may have. */
    static final Map<String, String> PREFIXES = Map.of(
            "citytwin", "urn:citytwin:",
            "geojson", "https://purl.org/geojson/vocab#",
            "s4bldg", "https://saref.etsi.org/saref4bldg/",
            "saref", "https://saref.etsi.org/core/",
            "schema", "https://schema.org/",
            "sosa", "http://www.w3.org/ns/sosa/",
            "unit", "http://qudt.org/vocab/unit/");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("AirStation", "sosa:Platform"),
            Map.entry("Bike", "schema:Vehicle"),
            Map.entry("Building", "s4bldg:Building"),
            Map.entry("BuildingUnit", "s4bldg:BuildingSpace"),
            Map.entry("CarPark", "schema:ParkingFacility"),
            Map.entry("Connector", "saref:Device"),
            Map.entry("District", "schema:Place"),
            Map.entry("Evse", "saref:Device"),
            Map.entry("Gate", "saref:Device"),
            Map.entry("HeatPump", "saref:Device"),
            Map.entry("HeatingPlant", "saref:Device"),
            Map.entry("HotWater", "s4bldg:Tank"),
            Map.entry("LampPost", "saref:Device"),
            Map.entry("Meter", "saref:Meter"),
            Map.entry("Municipality", "schema:AdministrativeArea"),
            Map.entry("NoiseMeter", "saref:Device"),
            Map.entry("Photovoltaic", "s4bldg:SolarDevice"),
            Map.entry("Province", "schema:AdministrativeArea"),
            Map.entry("Region", "schema:AdministrativeArea"),
            Map.entry("SolarThermal", "s4bldg:SolarDevice"),
            Map.entry("Vehicle", "schema:Vehicle"),
            Map.entry("Zone", "schema:Place"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("co2", "schema:emissionsCO2"),
            Map.entry("contractedPower", "saref:Power"),
            Map.entry("energy", "saref:Energy"),
            Map.entry("floorArea", "schema:floorSize"),
            Map.entry("fuel", "schema:fuelType"),
            Map.entry("indoorTemperature", "saref:Temperature"),
            Map.entry("label", "schema:name"),
            Map.entry("occupied", "saref:Occupancy"),
            Map.entry("peakPower", "saref:Power"),
            Map.entry("power", "saref:Power"),
            Map.entry("ratedPower", "saref:Power"),
            Map.entry("temperature", "saref:Temperature"));

    private Meanings() {}

    static List<String> of(AssetType type) {
        List<String> terms = new ArrayList<>(List.of(OWN + type.name()));
        if (TYPES.containsKey(type.name())) {
            terms.add(TYPES.get(type.name()));
        }
        return terms;
    }

    static List<String> of(AssetType type, String property, ValueType held) {
        List<String> terms = new ArrayList<>(List.of(OWN + type.name() + "." + property));
        if (NAMES.containsKey(property)) {
            terms.add(NAMES.get(property));
        }
        if (held instanceof ValueType.Relation) {
            terms.add(type.within().contains(property) ? OWN + "Within" : OWN + "Relation");
        }
        if (held instanceof ValueType.Point) {
            terms.add("geojson:Point");
        } else if (held instanceof ValueType.Ground) {
            terms.add("geojson:MultiPolygon");
        }
        if (type.reported().contains(property)) {
            terms.add("sosa:ObservableProperty");
        }
        if (type.actuators().containsKey(property)) {
            terms.add("sosa:ActuatableProperty");
        }
        return terms;
    }

    static String target(ValueType.Relation relation) {
        return OWN + relation.assetType();
    }
}
