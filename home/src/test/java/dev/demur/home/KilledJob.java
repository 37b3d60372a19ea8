package dev.demur.home;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// A process of its own, to be killed while it trains or forgets.
final class KilledJob {
  private KilledJob() {}

  /// @param arguments folder of the network, name of the home, `train` or the member to forget
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    TestNetwork network = new TestNetwork(folder, folder.resolve("base"), folder.resolve("key"));
    try (Home home = network.open(arguments[1])) {
      System.out.println("open");
      if (arguments[2].equals("train")) {
        network.train(home);
      } else {
        network.forget(home, Set.of(new MemberId(arguments[2])));
      }
      System.out.println("done");
    }
  }
}
