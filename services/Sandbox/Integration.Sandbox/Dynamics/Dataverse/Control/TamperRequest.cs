using System.Text.Json;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>A change behind everyone's back: no rule, no new version, no webhook.</summary>
internal sealed record TamperRequest
{
    /// <summary>Logical name of the table.</summary>
    public string Entity { get; init; } = "";

    /// <summary>The record: its id, or its number (order, invoice, account or product number), or our external id.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Columns with their new values; null empties one.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>True: the record is gone.</summary>
    public bool Delete { get; init; }
}
