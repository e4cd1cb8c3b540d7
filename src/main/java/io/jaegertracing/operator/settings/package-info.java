/** What the program was told: flags, environment and file, as one immutable value. Read {@link io.jaegertracing.operator.settings.Flag} first. */
@NullMarked
package io.jaegertracing.operator.settings;

import org.jspecify.annotations.NullMarked;
