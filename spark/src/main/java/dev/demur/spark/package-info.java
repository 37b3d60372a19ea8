/// Builds of the corpus on Apache Spark, in a process of their own: its libraries are many, and
/// nothing else needs them. Open [dev.demur.spark.SparkEngine] first.
@NullMarked
package dev.demur.spark;

import org.jspecify.annotations.NullMarked;
