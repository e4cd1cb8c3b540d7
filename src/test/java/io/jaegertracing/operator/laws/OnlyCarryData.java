package io.jaegertracing.operator.laws;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** Accessors, equality and what is left over from JSON: nothing else belongs into a class of the API outside of its package json. */
final class OnlyCarryData extends ArchCondition<JavaMethod> {
  private static final Pattern DATA = Pattern.compile(
      "(get|set|is|init|of|with)([A-Z].*)?|equals|hashCode|toString|values|valueOf");

  private OnlyCarryData() {
    super("only carry data");
  }

  static OnlyCarryData inTheApi() {
    return new OnlyCarryData();
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    var owner = method.getOwner();
    var accessor = DATA.matcher(method.getName()).matches() || owner.isRecord();
    var rest =
        method.isAnnotatedWith(JsonAnyGetter.class) || method.isAnnotatedWith(JsonAnySetter.class);
    var json = owner.getPackageName().endsWith(".api.json");
    var generated = method.getName().startsWith("lambda$") || method.getName().startsWith("$");
    if (!accessor && !rest && !json && !generated) {
      events.add(SimpleConditionEvent.violated(
          method, method.getFullName() + " does more than carry data"));
    }
  }
}
