/**
 * Values as bytes and back: records, and what records are made of ({@code RecordCodec}). What may be written follows
 * from the declared types of one record, so no name of a class stands in the bytes and nothing in them can run.
 */
@NullMarked
package io.citytwin.rules.internal.binary;

import org.jspecify.annotations.NullMarked;
