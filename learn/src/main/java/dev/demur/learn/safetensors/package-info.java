/// Tensors in files, in the safetensors format of Hugging Face.
///
/// The writer is canonical: equal tensors and metadata give equal bytes. The reader is strict: a
/// file that does not say exactly what it holds is refused. Open
/// [dev.demur.learn.safetensors.Safetensors] first.
@NullMarked
package dev.demur.learn.safetensors;

import org.jspecify.annotations.NullMarked;
