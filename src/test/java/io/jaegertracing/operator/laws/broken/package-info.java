/** Small trees that break each law of the house once: the proof that the laws can fail. */
package io.jaegertracing.operator.laws.broken;
