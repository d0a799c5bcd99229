namespace Integration.Connectors.Looks;

/// <summary>The dirty looks of one scope and entity.</summary>
internal sealed class LooksWaiting
{
    public string Scope { get; init; } = "";

    public string Entity { get; init; } = "";

    public long Count { get; init; }

    /// <summary>When the one that has waited longest was marked, Unix milliseconds.</summary>
    public long Oldest { get; init; }
}
