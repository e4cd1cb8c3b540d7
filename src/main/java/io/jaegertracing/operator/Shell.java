package io.jaegertracing.operator;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What the process was given. Everything else receives it from here, so that a test can give something else;
 * to quit is to end the process at once, for the end of a signal.
 */
public record Shell(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock,
    Runnable quit) {}
