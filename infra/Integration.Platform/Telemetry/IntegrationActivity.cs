using System.Diagnostics;

namespace Integration.Platform.Telemetry;

/// <summary>The source of our own spans. Tags never hold payloads, personal data or secrets.</summary>
public static class IntegrationActivity
{
    /// <summary>The source's name, <c>Integration</c>.</summary>
    public const string Name = "Integration";

    /// <summary>The source.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
