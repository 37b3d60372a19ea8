package dev.demur.server;

import dev.demur.home.Home;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What anybody needs to check the log, and whether the server is well. No member data.
@Controller
class LogApi {
  private final Home home;
  private final WarmUp warmUp;

  LogApi(Home home, WarmUp warmUp) {
    this.home = home;
    this.warmUp = warmUp;
  }

  /// Well is a server that can reach its ledger. Suggestions are answered while they are still
  /// being read, but slowly.
  @GetMapping(value = "/v1/health", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ResponseEntity<byte[]> health() {
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("status", "up").put("position", home.ledger().view().position());
    json.put("suggestions", warmUp.state().code());
    json.put("clockBehindSeconds", home.ledger().clockBehind().toSeconds());
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  /// The newest signed head, a C2SP checkpoint.
  @GetMapping(value = "/v1/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  ResponseEntity<String> checkpoint() {
    return ResponseEntity.of(home.ledger().checkpoint());
  }

  @GetMapping(value = "/v1/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String key() {
    return home.ledger().publicKey().toString() + "\n";
  }

  /// The proof that the log of `from` entries is the start of that of `to` entries.
  @GetMapping(value = "/v1/log/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ResponseEntity<byte[]> consistency(@RequestParam long from, @RequestParam long to) {
    long size = home.ledger().view().position();
    if (from < 1 || to < from || to > size) {
      throw new RefusedRequest(
          HttpStatus.BAD_REQUEST,
          "from and to must be 1 to %d, in order; got %d and %d".formatted(size, from, to));
    }
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode hashes = json.putArray("hashes");
    home.ledger().consistencyProof(from, to).forEach(hash -> hashes.add(hash.toString()));
    return JsonAnswers.of(HttpStatus.OK, json);
  }
}
