namespace Integration.Connectors.Flows;

/// <summary>A half of a lane that waits.</summary>
public sealed record LanePause
{
    /// <summary>The rule that failed or stopped record after record.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Its document.</summary>
    public string Document { get; init; } = "";

    /// <summary>The document's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>See <see cref="RuleStop.Stamp"/>.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Plain words.</summary>
    public string Reason => $"Rule '{Rule}' of {Document}{(Version.Length > 0 ? $", version {Version}," : "")} failed or stopped more than {LaneGuard.InARow} records in a row.";
}
