package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;

/** Sets scenes: the facts that a group of rules sees of a twin at a moment. Safe for use by many threads. */
final class Scenes {

    private final Law law;
    private final AssetTypes assets;

    Scenes(Law law, AssetTypes assets) {
        this.law = law;
        this.assets = assets;
    }

    Scene set(Group group, Twin subject, Moment moment, CityView city) {
        Scene scene = new Scene();
        new LawFacts(group, moment, scene, law::find).add();
        new AssetFacts(group, moment, scene, city, assets).add(subject);
        return scene;
    }
}
