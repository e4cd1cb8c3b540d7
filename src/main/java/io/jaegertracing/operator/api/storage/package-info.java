/** What users may say about the storage and the jobs that look after it. */
package io.jaegertracing.operator.api.storage;
