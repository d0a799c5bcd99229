using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>What the reconciliation made of what was falsified behind our back.</summary>
internal sealed record ReconciliationFigures
{
    /// <summary>Records compared.</summary>
    [JsonPropertyName("checked")]
    public required int Checked { get; init; }

    /// <summary>Differences found.</summary>
    [JsonPropertyName("found")]
    public required int Found { get; init; }

    /// <summary>Of these, mended by the platform.</summary>
    [JsonPropertyName("healed")]
    public required int Healed { get; init; }

    /// <summary>Of these, with a person.</summary>
    [JsonPropertyName("remaining")]
    public required int Remaining { get; init; }

    /// <summary>Differences reported that nobody made.</summary>
    [JsonPropertyName("falseAlarms")]
    public required int FalseAlarms { get; init; }
}
