package breach.protocols.core;

import org.eclipse.ditto.json.JsonObject;

record SeesDitto(JsonObject json) {}
