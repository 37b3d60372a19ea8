package dev.demur.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreeTest {
  private final Map<String, Tile> tiles = new HashMap<>();

  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  @Test
  void rootsAreThoseOfTheReferenceTree() {
    for (int size = 0; size <= 8; size++) {
      assertThat(treeOf(Vectors.LEAVES.subList(0, size)).root().hex())
          .isEqualTo(Vectors.ROOTS.get(size));
    }
  }

  @Test
  void proofsAreThoseOfTheReferenceTree() {
    TiledTree tree = treeOf(Vectors.LEAVES);

    assertThat(tree.inclusionProof(0))
        .isEqualTo(
            Vectors.hashes(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    assertThat(tree.inclusionProof(5))
        .isEqualTo(
            Vectors.hashes(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(MerkleTree.consistencyProof(tree, 6, 8))
        .isEqualTo(
            Vectors.hashes(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(MerkleTree.consistencyProof(tree, 2, 5))
        .isEqualTo(
            Vectors.hashes(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  @Test
  void everyProofOfEverySmallTreeIsTheDefinitionsAndHolds() {
    for (int size = 1; size <= 40; size++) {
      List<byte[]> leaves = leaves(size, size);
      TiledTree tree = treeOf(leaves);
      NaiveTree naive = new NaiveTree(leaves);
      Hash root = Hash.of(naive.root());
      assertThat(tree.root()).isEqualTo(root);
      for (int i = 0; i < size; i++) {
        List<Hash> path = naive.path(i).stream().map(Hash::of).toList();
        assertThat(tree.inclusionProof(i)).isEqualTo(path);
        assertThat(ProofCheck.rootOfInclusion(MerkleTree.leafHash(leaves.get(i)), i, size, path))
            .contains(root);
      }
      for (int first = 1; first <= size; first++) {
        List<Hash> proof = naive.proof(first).stream().map(Hash::of).toList();
        Hash firstRoot = Hash.of(new NaiveTree(leaves.subList(0, first)).root());
        assertThat(MerkleTree.consistencyProof(tree, first, size)).isEqualTo(proof);
        assertThat(ProofCheck.consistent(first, firstRoot, size, root, proof)).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noOtherIndexSizeOrPathLeadsToTheRoot(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = random.nextInt(2, 600);
    int index = random.nextInt(size);
    List<byte[]> leaves = leaves(size, seed);
    TiledTree tree = treeOf(leaves);
    Hash root = tree.root();
    Hash leaf = MerkleTree.leafHash(leaves.get(index));
    List<Hash> proof = tree.inclusionProof(index);

    assertThat(ProofCheck.rootOfInclusion(leaf, index, size, proof)).contains(root);
    for (long other = 0; other < size; other++) {
      if (other != index) {
        assertThat(ProofCheck.rootOfInclusion(leaf, other, size, proof))
            .isNotEqualTo(java.util.Optional.of(root));
      }
    }
    assertThat(ProofCheck.rootOfInclusion(leaf, size, size, proof)).isEmpty();
    assertThat(ProofCheck.rootOfInclusion(leaf, -1, size, proof)).isEmpty();
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(root);
    assertThat(ProofCheck.rootOfInclusion(leaf, index, size, longer)).isEmpty();
    assertThat(ProofCheck.rootOfInclusion(leaf, index, size, proof.subList(0, proof.size() - 1)))
        .isEmpty();
    List<Hash> changed = new ArrayList<>(proof);
    changed.set(random.nextInt(proof.size()), leaf);
    assertThat(ProofCheck.rootOfInclusion(leaf, index, size, changed))
        .isNotEqualTo(java.util.Optional.of(root));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTreeThatIsNotAContinuationIsNotConsistent(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = random.nextInt(2, 600);
    int first = random.nextInt(1, size);
    TiledTree tree = treeOf(leaves(size, seed));
    Hash firstRoot = treeOf(leaves(size, seed).subList(0, first)).root();
    Hash forged = treeOf(leaves(first, seed + 1)).root();
    List<Hash> proof = MerkleTree.consistencyProof(tree, first, size);

    assertThat(ProofCheck.consistent(first, firstRoot, size, tree.root(), proof)).isTrue();
    assertThat(ProofCheck.consistent(first, forged, size, tree.root(), proof)).isFalse();
    assertThat(ProofCheck.consistent(first, firstRoot, size, forged, proof)).isFalse();
    assertThat(ProofCheck.consistent(first, firstRoot, size, tree.root(), List.of())).isFalse();
    assertThat(ProofCheck.consistent(size + 1, firstRoot, size, tree.root(), proof)).isFalse();
    assertThat(ProofCheck.consistent(0, MerkleTree.EMPTY_ROOT, size, tree.root(), List.of()))
        .isTrue();
    assertThat(ProofCheck.consistent(0, firstRoot, size, tree.root(), List.of())).isFalse();
    assertThat(ProofCheck.consistent(size, tree.root(), size, tree.root(), List.of())).isTrue();
    assertThat(ProofCheck.consistent(size, tree.root(), size, forged, List.of())).isFalse();
  }

  @Test
  void treesBeyondOneTileHoldAndCanBeTakenUpAgain() {
    TiledTree tree = TiledTree.empty(this::tile);
    Map<Long, Hash> roots = new HashMap<>();
    for (int i = 0; i < 66_000; i++) {
      tree.add(MerkleTree.leafHash(leaf(i))).forEach(this::store);
      if (i == 254 || i == 255 || i == 256 || i == 65_535 || i == 65_536 || i == 65_999) {
        roots.put(tree.size(), tree.root());
      }
    }
    TiledTree resumed =
        TiledTree.resume(this::tile, tree.size(), (level, width) -> tree.edge().get(level).copy());
    assertThat(resumed.root()).isEqualTo(tree.root());
    for (long first : roots.keySet()) {
      List<Hash> proof = MerkleTree.consistencyProof(resumed, first, tree.size());
      assertThat(ProofCheck.consistent(first, roots.get(first), tree.size(), tree.root(), proof))
          .isTrue();
    }
    for (long index : List.of(0L, 255L, 256L, 40_000L, 65_535L, 65_536L, 65_999L)) {
      Hash leaf = MerkleTree.leafHash(leaf(Math.toIntExact(index)));
      assertThat(
              ProofCheck.rootOfInclusion(leaf, index, tree.size(), resumed.inclusionProof(index)))
          .contains(tree.root());
    }
    assertThat(tiles).hasSize(257 + 1);
  }

  @Test
  void proofsOfWhatIsNotThereAreRefused() {
    TiledTree tree = treeOf(Vectors.LEAVES);

    assertThatThrownBy(() -> tree.inclusionProof(8))
        .hasMessage("the leaf index must be 0 to 7, got 8");
    assertThatThrownBy(() -> MerkleTree.consistencyProof(tree, 9, 8))
        .hasMessage("the first tree size must be 1 to 8, got 9");
  }

  private TiledTree treeOf(List<byte[]> leaves) {
    TiledTree tree = TiledTree.empty(this::tile);
    leaves.forEach(leaf -> tree.add(MerkleTree.leafHash(leaf)).forEach(this::store));
    return tree;
  }

  private void store(TiledTree.Filled filled) {
    tiles.put(filled.level() + "/" + filled.number(), Tile.of(filled.tile().bytes()));
  }

  private Tile tile(int level, long number) {
    return tiles.get(level + "/" + number);
  }

  private static byte[] leaf(int index) {
    return ("leaf " + index).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<byte[]> leaves(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] leaf = new byte[random.nextInt(8, 40)];
      random.nextBytes(leaf);
      leaves.add(leaf);
    }
    return leaves;
  }
}
