package dev.demur.server;

import dev.demur.home.Accounts;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import dev.demur.home.Suggesting;
import dev.demur.home.TraceDesk;
import dev.demur.server.access.AccessSettings;
import dev.demur.server.access.LookTrail;
import dev.demur.server.access.SecurityConfig;
import dev.demur.server.pages.StaticTemplates;
import dev.demur.server.pages.Templates;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What the server is made of; everything by name, nothing found by scanning.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SecurityConfig.class)
class ServerConfig {
  @Bean
  Templates templates() {
    return new StaticTemplates();
  }

  @Bean
  Accounts accounts(Home home) {
    return home.accounts();
  }

  @Bean
  SignInPages signInPages(AccessSettings access, Templates pages) {
    return new SignInPages(access, pages);
  }

  @Bean
  SettingsPages settingsPages(Home home, Templates pages) {
    return new SettingsPages(home, pages);
  }

  @Bean
  HeldPages heldPages(Home home, Templates pages) {
    return new HeldPages(home, pages);
  }

  @Bean
  WritePages writePages(
      Home home, Suggesting suggesting, Matchmaking matchmaking, Templates pages) {
    return new WritePages(home, suggesting, matchmaking, pages);
  }

  @Bean
  TraceDesk traceDesk(Home home) {
    return new TraceDesk(home);
  }

  @Bean
  TracePages tracePages(TraceDesk desk, Templates pages) {
    return new TracePages(desk, pages);
  }

  @Bean
  TraceApi traceApi(TraceDesk desk) {
    return new TraceApi(desk);
  }

  @Bean
  OperatorPages operatorPages(Home home, Templates pages) {
    return new OperatorPages(home, pages);
  }

  @Bean
  DecisionsApi decisionsApi(Home home) {
    return new DecisionsApi(home);
  }

  @Bean
  ChoicesPages choicesPages(Home home, Templates pages) {
    return new ChoicesPages(home, pages);
  }

  @Bean
  ConsolePages consolePages(Home home, Witnessing witnessing, Templates pages) {
    return new ConsolePages(home, witnessing, pages);
  }

  @Bean
  Witnessing witnessing(Home home, AccessSettings access) {
    return new Witnessing(home, access.witness());
  }

  @Bean
  CasePages casePages(Home home, LookTrail trail, Templates pages) {
    return new CasePages(home, trail, pages);
  }

  @Bean
  RemovalPages removalPages(Home home, Templates pages) {
    return new RemovalPages(home, pages);
  }

  @Bean
  ReviewPages reviewPages(Home home, LookTrail trail, Templates pages) {
    return new ReviewPages(home, trail, pages);
  }

  @Bean
  MembersApi membersApi(Home home) {
    return new MembersApi(home);
  }

  @Bean
  VisitorPages visitorPages(Home home, Templates pages) {
    return new VisitorPages(home, pages);
  }

  @Bean
  NoticeApi noticeApi(Home home) {
    return new NoticeApi(home);
  }

  @Bean
  VisitorsApi visitorsApi(Home home) {
    return new VisitorsApi(home);
  }

  @Bean
  Matchmaking matchmaking(Home home) {
    return new Matchmaking(home);
  }

  @Bean(destroyMethod = "close")
  WarmUp warmUp(Suggesting suggesting, Matchmaking matchmaking) {
    return new WarmUp(suggesting, matchmaking);
  }

  @Bean
  MatchApi matchApi(Matchmaking matchmaking, LookTrail trail) {
    return new MatchApi(matchmaking, trail);
  }

  @Bean
  SuggestApi suggestApi(Home home, Suggesting suggesting, Matchmaking matchmaking) {
    return new SuggestApi(home, suggesting, matchmaking);
  }

  @Bean
  CareerApi careerApi(Matchmaking matchmaking) {
    return new CareerApi(matchmaking);
  }

  @Bean
  JobPages jobPages(Matchmaking matchmaking, Templates pages) {
    return new JobPages(matchmaking, pages);
  }

  @Bean
  RecruitPages recruitPages(Matchmaking matchmaking, LookTrail trail, Templates pages) {
    return new RecruitPages(matchmaking, trail, pages);
  }

  @Bean
  LogApi logApi(Home home, WarmUp warmUp) {
    return new LogApi(home, warmUp);
  }

  @Bean
  PageProblems pageProblems() {
    return new PageProblems();
  }

  @Bean
  ApiProblems apiProblems() {
    return new ApiProblems();
  }

  @Bean
  LookTrail lookTrail(Home home) {
    return new LookTrail(home);
  }

  @Bean
  WebMvcConfigurer trailOfLooks(LookTrail trail, Home home) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(trail);
        registry.addInterceptor(new SignalHeaders(home));
      }
    };
  }

  @Bean
  Problems problems(Templates pages) {
    return new Problems(pages);
  }
}
