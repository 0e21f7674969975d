package breach.engines.rules;

import org.drools.model.Model;

record SeesDrools(Model model) {}
