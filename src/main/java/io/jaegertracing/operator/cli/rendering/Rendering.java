package io.jaegertracing.operator.cli.rendering;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jaegertracing.operator.Exit;
import io.jaegertracing.operator.cli.OptionLists;
import io.jaegertracing.operator.cli.Platforms;
import io.jaegertracing.operator.core.operand.Operands;
import io.jaegertracing.operator.core.options.OptionCheck;
import io.jaegertracing.operator.core.plan.JaegerPlan.Owner;
import io.jaegertracing.operator.core.plan.Planned;
import io.jaegertracing.operator.core.plan.reading.Planner;
import io.jaegertracing.operator.core.problem.Problem;
import io.jaegertracing.operator.core.validation.JaegerRules;
import io.jaegertracing.operator.documents.Document;
import io.jaegertracing.operator.documents.Documents;
import io.jaegertracing.operator.documents.JaegerReader;
import io.jaegertracing.operator.documents.YamlText;
import io.jaegertracing.operator.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of every Jaeger in a text, as YAML, with what is to be said about them; refused when one of them is. */
record Rendering(Exit exit, String yaml, List<String> remarks) {

  static Rendering of(Settings settings, String text, String source) {
    var jaegers = Documents.read(source, text).stream().flatMap(Document::items).toList();
    var yaml = new StringBuilder();
    var remarks = new ArrayList<String>();
    var places = new HashMap<Owner, String>();
    var refused = false;
    var found = false;
    for (var document : jaegers) {
      if (!document.isKind("Jaeger")) {
        remarks.add(
            document.place() + ": " + document.kind() + " is left out; generate reads Jaegers");
        continue;
      }
      found = true;
      // A file that an older operator took is still rendered; in the cluster a new Jaeger would be
      // refused.
      JaegerRules.misspelt(document.tree())
          .forEach(problem -> remarks.add(document.place() + ": warning: " + problem.text()));
      refused |= planned(document, settings)
          .fold(
              ready -> isRepeated(document, ready.plan().owner(), places, remarks)
                  || print(document, ready, yaml, remarks),
              no -> explain(document, no, remarks));
    }
    if (!found) {
      remarks.add(source + " holds no Jaeger; give a file with kind: Jaeger");
    }
    return new Rendering(
        refused || !found ? Exit.REFUSED : Exit.OK, yaml.toString(), List.copyOf(remarks));
  }

  /** What was not read is one more reason, and no other follows from it. */
  private static Planned planned(Document document, Settings settings) {
    var reading = JaegerReader.reading(document.tree());
    var planned = Planner.plan(reading.jaeger(), Platforms.of(settings));
    if (reading.mistakes().isEmpty()) {
      return planned;
    }
    var reasons = new ArrayList<>(reading.mistakes());
    planned.fold(ready -> List.<Problem>of(), Planned.Refused::problems).stream()
        .filter(problem -> reading.mistakes().stream().noneMatch(problem::followsFrom))
        .forEach(reasons::add);
    return new Planned.Refused(reasons);
  }

  /** Objects of both would have the same names, and whichever is applied last would win. */
  private static boolean isRepeated(
      Document document, Owner owner, Map<Owner, String> places, List<String> remarks) {
    var first = places.putIfAbsent(owner, document.place());
    if (first != null) {
      remarks.add(document.place() + ": metadata.name: a Jaeger named " + owner.name()
          + " is already at " + first + "; give each a name or a namespace of its own");
    }
    return first != null;
  }

  private static boolean print(
      Document document, Planned.Ready ready, StringBuilder yaml, List<String> remarks) {
    ready.notes().forEach(note -> remarks.add(document.place() + ": note: " + note.tagged()));
    OptionCheck.of(ready.plan(), OptionLists.read())
        .forEach(problem -> remarks.add(document.place() + ": warning: " + problem.text()));
    for (var object : Operands.desired(ready.plan())) {
      yaml.append(YamlText.of(withoutOwner(object)));
    }
    Operands.secretsMadeInTheCluster(ready.plan())
        .forEach(secret -> remarks.add(document.place()
            + ": note: the operator itself creates the Secret " + secret + " in the cluster"));
    return false;
  }

  private static boolean explain(Document document, Planned.Refused refused, List<String> remarks) {
    refused.reasons().forEach(reason -> remarks.add(document.place() + ": " + reason));
    return true;
  }

  /** The owner has no identity yet: it is given by the cluster. */
  private static HasMetadata withoutOwner(HasMetadata object) {
    object.getMetadata().setOwnerReferences(List.of());
    return object;
  }
}
