/**
 * A winter as text and as one HTML file. {@link io.citytwin.examples.milan.report.Winter} holds all that is shown;
 * {@link io.citytwin.examples.milan.report.WinterText} and {@link io.citytwin.examples.milan.report.WinterPage} write
 * it. The package knows no engine: whoever fills the records can print them.
 */
@NullMarked
package io.citytwin.examples.milan.report;

import org.jspecify.annotations.NullMarked;
