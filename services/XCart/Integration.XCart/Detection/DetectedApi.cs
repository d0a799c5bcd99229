using Integration.Connectors.Outcomes;
using Integration.XCart.Setup;

namespace Integration.XCart.Detection;

/// <summary>Which API a shop speaks, or why it cannot be told.</summary>
internal abstract record DetectedApi
{
    private DetectedApi()
    {
    }

    /// <summary>It answered in its own way; the key may still be refused.</summary>
    public sealed record Found(ApiChoice Api) : DetectedApi;

    /// <summary>It cannot be told.</summary>
    public sealed record Not(WriteOutcome Outcome) : DetectedApi;
}
