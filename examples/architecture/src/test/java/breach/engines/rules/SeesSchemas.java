package breach.engines.rules;

import com.networknt.schema.Schema;

record SeesSchemas(Schema schema) {}
