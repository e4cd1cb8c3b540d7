/** What users may say about each part of an installation that runs. */
package io.jaegertracing.operator.api.component;
