package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.Role;
import dev.demur.home.Signals;
import dev.demur.home.Snapshots;
import dev.demur.model.MemberId;
import dev.demur.model.Signal;
import dev.demur.server.access.LookTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;

/// Hears the signals in what members' software sends, before anything else is done with it.
final class SignalHeaders implements HandlerInterceptor {
  static final String GPC = "Sec-GPC";
  static final String USAGE = "Content-Usage";
  private static final String TRAIN_AI = "train-ai";

  private final Home home;

  SignalHeaders(Home home) {
    this.home = home;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object to) {
    if ((request.getHeader(GPC) != null || request.getHeader(USAGE) != null)
        && request.getUserPrincipal() instanceof Authentication user
        && LookTrail.roles(user).contains(Role.MEMBER)) {
      Set<Signal> signals = signals(request);
      if (!signals.isEmpty()) {
        Signals.heed(home, Snapshots.program(home), new MemberId(user.getName()), signals);
      }
    }
    return true;
  }

  private static Set<Signal> signals(HttpServletRequest request) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    if ("1".equals(request.getHeader(GPC))) {
      signals.add(Signal.GPC);
    }
    Enumeration<String> usages = request.getHeaders(USAGE);
    while (usages.hasMoreElements()) {
      if (forbidsTraining(usages.nextElement())) {
        signals.add(Signal.TRAIN_AI);
      }
    }
    return signals;
  }

  /// A dictionary of structured fields (RFC 9651), of which one key counts. Whatever is said of it
  /// but a plain `y` is a no.
  static boolean forbidsTraining(String usage) {
    for (String member : usages(usage)) {
      String[] pair = member.split(";", 2)[0].split("=", 2);
      if (pair[0].strip().toLowerCase(Locale.ROOT).equals(TRAIN_AI)
          && !(pair.length == 2 && pair[1].strip().equals("y"))) {
        return true;
      }
    }
    return false;
  }

  private static String[] usages(String usage) {
    return usage.split(",", -1);
  }
}
