using System.Text.Json;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>A change behind everyone's back: no rule, no event, and what lines hold of the stock stays.</summary>
internal sealed record TamperRequest
{
    /// <summary>Entity set of the record.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Its key, in the order of the metadata.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Properties of the record with their new values; null empties one.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>True: the record is gone.</summary>
    public bool Delete { get; init; }
}
