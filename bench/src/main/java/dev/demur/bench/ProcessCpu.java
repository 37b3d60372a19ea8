package dev.demur.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The CPU that this process has used, on all cores, compiling and collecting garbage included.
public final class ProcessCpu {
  private ProcessCpu() {}

  /// In nanoseconds; wall clock where the machine does not say.
  public static long nanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  /// In seconds.
  public static double seconds() {
    return nanos() / 1e9;
  }
}
