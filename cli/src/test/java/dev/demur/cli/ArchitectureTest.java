package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the code to the table of modules in `ARCHITECTURE.md`: a module may use only those above
/// it.
class ArchitectureTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)/` \\|");
  private static final ClassFileImporter IMPORTER =
      new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);

  /// Started in processes of their own, and so on nobody's class path; built before this module.
  private static final Path SPARK = Path.of("..", "spark", "target", "classes");

  private static final List<JavaClass> CODE = code();

  private static List<JavaClass> code() {
    List<JavaClass> code = new ArrayList<>();
    IMPORTER.importPackages("dev.demur").forEach(code::add);
    IMPORTER.importPath(SPARK).forEach(code::add);
    return code;
  }

  @Test
  void everyModuleUsesOnlyThoseAboveItInTheTable() throws IOException {
    List<String> order = modulesInTheTable();
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass code : CODE) {
      for (Dependency dependency : code.getDirectDependenciesFromSelf()) {
        String from = module(code);
        String to = module(dependency.getTargetClass());
        if (!to.isEmpty() && order.indexOf(to) > order.indexOf(from)) {
          wrong.add(from + " uses " + to + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyModuleOfTheCodeStandsInTheTable() throws IOException {
    TreeSet<String> modules = new TreeSet<>();
    CODE.forEach(code -> modules.add(module(code)));
    modules.remove("testsupport"); // stands beside the others: any module's tests may use it

    assertThat(modulesInTheTable()).containsAll(modules);
  }

  @Test
  void onlyTheServerKnowsSpring() {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass code : CODE) {
      boolean spring =
          code.getDirectDependenciesFromSelf().stream()
              .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("org.springframework"));
      if (spring && !module(code).equals("server")) {
        wrong.add(code.getName());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> modulesInTheTable() throws IOException {
    String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
    return ROW.matcher(page).results().map((MatchResult row) -> row.group(1)).toList();
  }

  private static String module(JavaClass code) {
    String name = code.getPackageName();
    return name.startsWith("dev.demur.") ? name.split("\\.")[2] : "";
  }
}
