namespace Integration.Dynamics;

/// <summary>How sales orders are cancelled and opened again.</summary>
internal sealed record Cancellation
{
    /// <summary>The way.</summary>
    public CancelBy By { get; init; } = CancelBy.Person;

    /// <summary>Name of the action that cancels, without its namespace.</summary>
    public string? CancelAction { get; init; }

    /// <summary>Name of the action that opens again; null where there is none.</summary>
    public string? ReopenAction { get; init; }
}
