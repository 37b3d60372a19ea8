package dev.demur.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/// Iceberg, Parquet, Avro and Hadoop come from us and from Spark; two of one class would be taken
/// from either, as it happens.
class ClassPathTest {
  private static final List<String> WATCHED =
      List.of(
          "org/apache/iceberg/", "org/apache/parquet/", "org/apache/avro/", "org/apache/hadoop/");

  @Test
  void noClassOfIcebergParquetAvroOrHadoopIsThereTwice() throws IOException {
    Map<String, List<String>> jarsOf = new TreeMap<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (each.endsWith(".jar")) {
        classesIn(new File(each))
            .forEach(name ->
                jarsOf.computeIfAbsent(name, n -> new ArrayList<>()).add(new File(each).getName()));
      }
    }
    assertThat(jarsOf).containsKey("org/apache/iceberg/Table.class");
    TreeSet<String> twice = new TreeSet<>();
    jarsOf.values().stream().filter(jars -> jars.size() > 1).forEach(jars -> twice.add("" + jars));
    assertThat(twice).isEmpty();
  }

  private static List<String> classesIn(File file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .filter(name -> WATCHED.stream().anyMatch(name::startsWith))
          .toList();
    }
  }
}
