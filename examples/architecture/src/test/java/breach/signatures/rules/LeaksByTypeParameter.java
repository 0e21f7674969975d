package breach.signatures.rules;

import com.networknt.schema.Schema;

public interface LeaksByTypeParameter<T extends Schema> {}
