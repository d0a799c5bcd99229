namespace Integration.Mapping.Jsonata.Paths;

/// <summary>A filter or an index variable of a step.</summary>
internal sealed record StepStage(Filter? Filter, string? Index);
