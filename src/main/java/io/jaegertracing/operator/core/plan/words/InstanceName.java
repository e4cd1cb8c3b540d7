package io.jaegertracing.operator.core.plan.words;

import io.jaegertracing.operator.core.plan.KubernetesVersion;
import io.jaegertracing.operator.core.plan.Names;
import io.jaegertracing.operator.core.problem.Findings;
import io.jaegertracing.operator.core.problem.Rule;
import java.util.regex.Pattern;

/** What a Jaeger may be called, so that everything named after it has a name and labels that Kubernetes takes. */
public final class InstanceName {
  private static final String WORD = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(WORD + "(\\." + WORD + ")*");

  /** Names of Services, CronJobs and volumes are cut; of the others this one has the longest suffix. */
  private static final int LONGEST = Names.OBJECT - "-sampling-configuration".length();

  /** The first that takes a Service whose name begins with a digit, unless it is told otherwise. */
  private static final KubernetesVersion DIGIT_FIRST = new KubernetesVersion(1, 36);

  private InstanceName() {}

  public static void check(String name, KubernetesVersion kubernetes, Findings findings) {
    if (name.length() > LONGEST) {
      findings.refuse(
          Rule.BAD_NAME,
          "metadata.name",
          Words.quoted(name),
          "it has " + name.length() + " characters and may have " + LONGEST + " at most");
    } else if (!DOMAIN.matcher(name).matches()) {
      findings.refuse(
          Rule.BAD_NAME,
          "metadata.name",
          Words.quoted(name),
          "use lower-case letters, digits, - and ., with a letter or digit at both ends and beside each .");
    } else if (Character.isDigit(name.charAt(0)) && kubernetes.compareTo(DIGIT_FIRST) < 0) {
      findings.refuse(
          Rule.BAD_NAME,
          "metadata.name",
          Words.quoted(name),
          "begin it with a letter: Services are named after it, and Kubernetes " + kubernetes
              + " takes no digit there, as " + DIGIT_FIRST + " does");
    }
  }
}
