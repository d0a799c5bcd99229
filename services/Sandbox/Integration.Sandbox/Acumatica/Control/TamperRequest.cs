using System.Text.Json;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>A change behind everyone's back: no form, no new stamp, no push notification.</summary>
internal sealed record TamperRequest
{
    /// <summary>Entity of the record.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Its key, in the order of the address.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Scalar fields of the record with their new values; null empties one.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>True: the record is gone.</summary>
    public bool Delete { get; init; }
}
