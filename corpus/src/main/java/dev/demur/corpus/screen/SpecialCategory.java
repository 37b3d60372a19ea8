package dev.demur.corpus.screen;

/// The special categories of GDPR Art. 9(1), and criminal matters (Art. 10).
public enum SpecialCategory {
  HEALTH,
  RELIGION,
  POLITICS,
  UNION,
  ORIENTATION,
  ETHNICITY,
  BIOMETRICS,
  CRIMINAL
}
