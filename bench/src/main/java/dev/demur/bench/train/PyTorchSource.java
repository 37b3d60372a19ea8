package dev.demur.bench.train;

import dev.demur.learn.model.LlamaConfig;

/// One training step of the same model in TorchScript: forward, gradients, clipping and AdamW in
/// one call, with PyTorch's own fused kernels wherever it has one.
final class PyTorchSource {
  /// `w` holds the embedding, nine weights of each layer, and the gain of the last norm; `down` and
  /// `up` the As and Bs of seven projections of each layer, or one number where there is no
  /// adapter. `m`, `v` and `steps` are what AdamW keeps of each tensor that learns. `B A x` is
  /// computed beside the frozen weight, as PEFT does.
  private static final String STEP =
      """
        def project(self: __torch__.M, x: Tensor, weight: Tensor, down: List[Tensor], up: List[Tensor], i: int) -> Tensor:
          y = torch.linear(x, weight, None)
          if torch.gt(torch.len(up), 1):
            z = torch.add(y, torch.linear(torch.linear(x, down[i], None), up[i], None), alpha=2.)
          else:
            z = y
          return z
        def loss(self: __torch__.M, w: List[Tensor], down: List[Tensor], up: List[Tensor], ids: Tensor, targets: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
          layers = LAYERS
          heads = HEADS
          B = torch.size(ids, 0)
          T = torch.size(ids, 1)
          x = torch.embedding(w[0], ids)
          d = torch.size(x, 2)
          hd = d // heads
          for l in range(layers):
            p = 1 + l * 9
            j = l * 7
            h = torch.rms_norm(x, [d], w[p], 1.0000000000000001e-05)
            q = self.project(h, w[p + 1], down, up, j)
            k = self.project(h, w[p + 2], down, up, j + 1)
            v = self.project(h, w[p + 3], down, up, j + 2)
            q = torch.transpose(torch.view(q, [B, T, heads, hd]), 1, 2)
            k = torch.transpose(torch.view(k, [B, T, heads, hd]), 1, 2)
            v = torch.transpose(torch.view(v, [B, T, heads, hd]), 1, 2)
            q1, q2 = torch.chunk(q, 2, 3)
            k1, k2 = torch.chunk(k, 2, 3)
            qr = torch.add(torch.mul(q, cos), torch.mul(torch.cat([torch.neg(q2), q1], 3), sin))
            kr = torch.add(torch.mul(k, cos), torch.mul(torch.cat([torch.neg(k2), k1], 3), sin))
            a = torch.scaled_dot_product_attention(qr, kr, v, None, 0., True)
            a = torch.reshape(torch.transpose(a, 1, 2), [B, T, d])
            x = torch.add(x, self.project(a, w[p + 4], down, up, j + 3))
            h = torch.rms_norm(x, [d], w[p + 5], 1.0000000000000001e-05)
            g = torch.mul(torch.silu(self.project(h, w[p + 6], down, up, j + 4)), self.project(h, w[p + 7], down, up, j + 5))
            x = torch.add(x, self.project(g, w[p + 8], down, up, j + 6))
          x = torch.rms_norm(x, [d], w[1 + layers * 9], 1.0000000000000001e-05)
          return torch.cross_entropy_loss(torch.linear(torch.view(x, [-1, d]), w[0], None), targets)
        def forward(self: __torch__.M, ids: Tensor, targets: Tensor, cos: Tensor, sin: Tensor, w: List[Tensor], down: List[Tensor], up: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor]) -> Tensor:
          trained = TRAINED
          torch.set_grad_enabled(True)
          loss = self.loss(w, down, up, ids, targets, cos, sin)
          found = torch.grad([loss], trained, None, None, False, False)
          torch.set_grad_enabled(False)
          gradients = annotate(List[Tensor], [])
          weights = annotate(List[Tensor], [])
          square = torch.zeros([])
          for i in range(torch.len(trained)):
            g = found[i]
            if torch.__isnot__(g, None):
              g1 = unchecked_cast(Tensor, g)
              gradients.append(g1)
              weights.append(torch.detach(trained[i]))
              norm = torch.norm(g1)
              square = torch.add(square, torch.mul(norm, norm))
          clip = torch.clamp(torch.sqrt(square), 1.)
          torch._foreach_add_(steps, 1)
          torch._fused_adamw_(weights, gradients, m, v, annotate(List[Tensor], []), steps, lr=RATE, beta1=0.90000000000000002, beta2=0.94999999999999996, weight_decay=0., eps=1e-08, amsgrad=False, maximize=False, grad_scale=clip)
          return torch.detach(loss)
      """;

  private PyTorchSource() {}

  static String of(LlamaConfig config, Mode mode) {
    return STEP.replace("LAYERS", Integer.toString(config.layers()))
        .replace("HEADS", Integer.toString(config.heads()))
        .replace("RATE", Float.toString(ModelSize.LEARNING_RATE))
        .replace("TRAINED", mode == Mode.LORA ? "up" : "w");
  }
}
