package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * Who was recognised. Immutable.
 *
 * @param caller who
 * @param expires until when; empty for ever
 */
record Login(Caller caller, Optional<Instant> expires) {}
