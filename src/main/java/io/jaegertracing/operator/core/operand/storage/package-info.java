/** What a storage needs beside the programs: the jobs that look after it, and the clusters that others run for it. */
@NullMarked
package io.jaegertracing.operator.core.operand.storage;

import org.jspecify.annotations.NullMarked;
