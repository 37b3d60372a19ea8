package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Role;
import java.io.Console;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "account",
    description = "Who may sign in to the pages.",
    subcommands = AccountCommand.Put.class,
    footer = {"", "Example: demur account set anna-berg"})
final class AccountCommand {
  private static final String VARIABLE = "DEMUR_PASSWORD";
  private static final int SHORTEST = 12;
  private static final String ROLES = "member|recruiter|dpo|engineer|auditor";

  @Command(
      name = "set",
      description = {
        "Adds an account, or gives it a new password.",
        "The password is asked for, or taken from DEMUR_PASSWORD; it has at least 12 characters."
      })
  static final class Put implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A member's id, or a name of your own.")
    String name = "";

    @Option(
        names = "--role",
        paramLabel = ROLES,
        defaultValue = "member",
        description = "Default: ${DEFAULT-VALUE}.")
    String role = "member";

    @Override
    public Integer call() {
      Role given = role();
      String password = password();
      if (password.length() < SHORTEST) {
        throw new InputRefused("the password must have at least 12 characters");
      }
      try (Home home = common.open()) {
        home.accounts().put(name, password, given);
        common
            .output()
            .result(
                Output.object("account", name, "role", role),
                "%s can sign in as %s".formatted(name, role));
      }
      return ExitCode.DONE;
    }

    private Role role() {
      return Role.of(role)
          .orElseThrow(() ->
              new ParameterException(
                  Objects.requireNonNull(spec).commandLine(),
                  "--role must be %s, got: %s".formatted(ROLES.replace("|", ", "), role)));
    }

    /// JDK 25 again has no console where input or output is redirected.
    @SuppressWarnings("SystemConsoleNull")
    private static String password() {
      String variable = System.getenv(VARIABLE);
      if (variable != null) {
        return variable;
      }
      Console console = System.console();
      char[] typed = console == null ? null : console.readPassword("Password: ");
      if (typed == null) {
        throw new InputRefused("no terminal to ask for the password; give it in " + VARIABLE);
      }
      return new String(typed);
    }
  }
}
