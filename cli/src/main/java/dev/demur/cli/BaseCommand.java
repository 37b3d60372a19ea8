package dev.demur.cli;

import picocli.CommandLine.Command;

@Command(
    name = "base",
    description = "The base model, trained on public text only.",
    subcommands = BaseTrainCommand.class,
    footer = {"", "Example: demur base train --text handbook.jsonl --out ./base"})
final class BaseCommand {}
