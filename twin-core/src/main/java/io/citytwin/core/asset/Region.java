package io.citytwin.core.asset;

/** The largest area that makes law below the state, such as Lombardy. Immutable. */
public interface Region extends Area {}
