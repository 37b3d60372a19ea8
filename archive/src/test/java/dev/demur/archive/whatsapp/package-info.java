@NullMarked
package dev.demur.archive.whatsapp;

import org.jspecify.annotations.NullMarked;
