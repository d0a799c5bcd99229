namespace Integration.Console.Records;

/// <summary>How many orders of a pair are in a state.</summary>
public sealed class StateCount
{
    /// <summary>The pair.</summary>
    public string Pair { get; init; } = "";

    /// <summary>The state.</summary>
    public string State { get; init; } = "";

    /// <summary>How many.</summary>
    public long Count { get; init; }
}
