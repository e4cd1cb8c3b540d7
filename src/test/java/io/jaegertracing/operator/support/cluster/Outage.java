package io.jaegertracing.operator.support.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** While a test started the API server again: until that has read the roles it refuses everybody. */
record Outage(Instant from, Instant to) {
  private static final String FILE = "kube-apiserver.outages";

  static List<Outage> of(Path folder) {
    try {
      var file = folder.resolve(FILE);
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(Outage::parse).toList()
          : List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  void keep(Path folder) {
    try {
      Files.writeString(
          folder.resolve(FILE),
          from + " " + to + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  boolean covers(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  private static Outage parse(String line) {
    var times = line.split(" ", 2);
    return new Outage(Instant.parse(times[0]), Instant.parse(times[1]));
  }
}
