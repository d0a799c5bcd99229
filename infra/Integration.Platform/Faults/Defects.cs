namespace Integration.Platform.Faults;

/// <summary>
/// Known mistakes that a test switches on, to prove that its own check would see them: set <c>INTEGRATION_ENVIRONMENT=Test</c> and
/// <c>INTEGRATION_DEFECT=NAME</c> (several with commas). Anywhere else asking costs one null check.
/// </summary>
public static class Defects
{
    /// <summary>Messages are sent after the commit without a row that outlives the process.</summary>
    public const string OutboxOff = "outbox-off";

    /// <summary>What was begun and not finished is written again without waiting and without a look.</summary>
    public const string ClaimOff = "claim-off";

    /// <summary>A hint is answered before its row is durable.</summary>
    public const string HintEarly = "hint-early";

    /// <summary>A hint's signature is not looked at.</summary>
    public const string SignatureCheckOff = "signature-check-off";

    /// <summary>A record that is not found at once is taken for gone.</summary>
    public const string NotFoundFinal = "not-found-final";

    private static readonly IReadOnlySet<string>? Chosen = Read(
        Environment.GetEnvironmentVariable("INTEGRATION_ENVIRONMENT"), Environment.GetEnvironmentVariable("INTEGRATION_DEFECT"));

    /// <summary>Whether this process has the mistake.</summary>
    public static bool Has(string name) => Chosen is not null && Chosen.Contains(name);

    internal static IReadOnlySet<string>? Read(string? environment, string? setting) => environment != "Test" || string.IsNullOrEmpty(setting)
        ? null
        : setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
