/// Adapters: what the model learns from members, so that any member can leave exactly.
///
/// Members are spread over shards and slices by a keyed hash. Each shard is trained slice by slice,
/// with a checkpoint after each; a member who leaves costs the training from the member's slice on,
/// in one shard. The shards' adapters are then averaged.
///
/// Open [dev.demur.learn.adapter.AdapterTraining] first, then [dev.demur.learn.adapter.Assignment]
/// and [dev.demur.learn.adapter.Merge].
@NullMarked
package dev.demur.learn.adapter;

import org.jspecify.annotations.NullMarked;
