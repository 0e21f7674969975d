package breach.layers.regulations.it;

import breach.layers.adapter.air.Air;

public record LawReachesAdapter(Air air) {}
