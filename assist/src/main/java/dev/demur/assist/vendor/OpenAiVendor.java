package dev.demur.assist.vendor;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model behind an API like OpenAI's: OpenAI itself, Azure OpenAI, Ollama, vLLM and others.
public final class OpenAiVendor implements Vendor {
  private static final int MAX_TOKENS = 1_000;

  /// Longer answers are cut; no suggestion is that long.
  private static final int MAX_CHARACTERS = 20_000;

  /// For a service that asks for none; the client insists on one.
  private static final String NO_KEY = "none";

  private final String name;
  private final OpenAiChatModel model;

  /// @throws IllegalArgumentException when the key cannot be read
  public OpenAiVendor(VendorSettings settings) {
    String key = key(settings);
    OpenAiChatModel.OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder()
            .baseUrl(settings.url())
            .modelName(settings.model())
            .apiKey(settings.keyHeader().isEmpty() && !key.isEmpty() ? key : NO_KEY)
            .timeout(settings.timeout())
            .maxRetries(0)
            .maxTokens(MAX_TOKENS)
            .logRequests(false)
            .logResponses(false);
    settings.keyHeader().ifPresent(header -> builder.customHeaders(Map.of(header, key)));
    this.name = settings.name();
    this.model = builder.build();
  }

  private static String key(VendorSettings settings) {
    try {
      return settings.key();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the vendor's key cannot be read: " + e.getMessage() + "; see key-file in its settings",
          e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> write(Commission commission) throws VendorFailed {
    String answer;
    try {
      answer =
          Optional.ofNullable(
                  model
                      .chat(
                          SystemMessage.from(commission.rules()),
                          UserMessage.from(commission.request()))
                      .aiMessage()
                      .text())
              .orElse("");
    } catch (RuntimeException e) {
      throw new VendorFailed(reason(e));
    }
    String kept = answer.substring(0, Math.min(answer.length(), MAX_CHARACTERS));
    return Arrays.stream(kept.split("(?m)^\\s*" + Commission.BETWEEN + "+\\s*$"))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .limit(commission.drafts())
        .toList();
  }

  /// The kind of failure alone: vendors repeat in their messages what they were sent.
  private static String reason(RuntimeException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getClass().getSimpleName();
  }
}
