package dev.demur.home.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DefaultRunFacet;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/// Run events by the OpenLineage specification (facets of version 2-0-2).
final class RunEvents {
  static final String NAMESPACE = "demur";
  private static final URI PRODUCER = URI.create("urn:demur");

  private final OpenLineage lineage = new OpenLineage(PRODUCER);

  RunEvent started(Job job, UUID run, Instant at) {
    return event(EventType.START, job, run, at, facets(job), List.of());
  }

  /// @param kind of what went wrong
  RunEvent failed(Job job, UUID run, Instant at, String kind) {
    RunFacetsBuilder facets =
        facets(job).errorMessage(lineage.newErrorMessageRunFacet(kind, "Java", null));
    return event(EventType.FAIL, job, run, at, facets, List.of());
  }

  RunEvent completed(Job job, UUID run, Instant at, Outcome outcome) {
    DefaultRunFacet figures = new DefaultRunFacet(PRODUCER);
    figures.getAdditionalProperties().putAll(outcome.figures());
    List<OutputDataset> outputs = outcome.outputs().stream().map(this::output).toList();
    return event(EventType.COMPLETE, job, run, at, facets(job).put("demur", figures), outputs);
  }

  private RunEvent event(
      EventType type,
      Job job,
      UUID run,
      Instant at,
      RunFacetsBuilder facets,
      List<OutputDataset> outputs) {
    return lineage
        .newRunEventBuilder()
        .eventType(type)
        .eventTime(at(at))
        .run(lineage.newRunBuilder().runId(run).facets(facets.build()).build())
        .job(job(job))
        .inputs(job.inputs().stream().map(this::input).toList())
        .outputs(outputs)
        .build();
  }

  private RunFacetsBuilder facets(Job job) {
    String version = RunEvents.class.getPackage().getImplementationVersion();
    RunFacetsBuilder facets =
        lineage
            .newRunFacetsBuilder()
            .processing_engine(
                lineage.newProcessingEngineRunFacet(
                    version == null ? "unpackaged" : version, "Demur", null));
    job.asOf()
        .ifPresent(asOf -> facets.nominalTime(lineage.newNominalTimeRunFacet(at(asOf), null)));
    return facets;
  }

  private OpenLineage.Job job(Job job) {
    var facets =
        lineage
            .newJobFacetsBuilder()
            .jobType(lineage.newJobTypeJobFacet("BATCH", "DEMUR", "JOB", null))
            .documentation(lineage.newDocumentationJobFacet(job.description(), "text/plain"))
            .build();
    return lineage.newJobBuilder().namespace(NAMESPACE).name(job.name()).facets(facets).build();
  }

  private InputDataset input(Dataset dataset) {
    return lineage
        .newInputDatasetBuilder()
        .namespace(NAMESPACE)
        .name(dataset.name())
        .facets(version(dataset))
        .build();
  }

  private OutputDataset output(Dataset dataset) {
    var output =
        lineage
            .newOutputDatasetBuilder()
            .namespace(NAMESPACE)
            .name(dataset.name())
            .facets(version(dataset));
    dataset
        .rows()
        .ifPresent(rows ->
            output.outputFacets(
                lineage
                    .newOutputDatasetOutputFacetsBuilder()
                    .outputStatistics(
                        lineage.newOutputStatisticsOutputDatasetFacet(rows, null, null))
                    .build()));
    return output.build();
  }

  private OpenLineage.DatasetFacets version(Dataset dataset) {
    var facets = lineage.newDatasetFacetsBuilder();
    dataset
        .version()
        .ifPresent(version -> facets.version(lineage.newDatasetVersionDatasetFacet(version)));
    return facets.build();
  }

  private static ZonedDateTime at(Instant instant) {
    return instant.atZone(ZoneOffset.UTC);
  }
}
