using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>A step of a path, compiled.</summary>
internal sealed class Step
{
    public required Eval Eval { get; init; }

    /// <summary>Set if the step puts its input in order.</summary>
    public Ordering? Sort { get; init; }

    public required StepStage[] Stages { get; init; }

    public bool IsTuple { get; init; }

    public string? Focus { get; init; }

    public string? Index { get; init; }

    public string? AncestorLabel { get; init; }

    public bool IsConstructedArray { get; init; }
}
