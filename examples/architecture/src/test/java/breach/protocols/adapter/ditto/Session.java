package breach.protocols.adapter.ditto;

import org.eclipse.ditto.json.JsonObject;

record Session(JsonObject json) {}
