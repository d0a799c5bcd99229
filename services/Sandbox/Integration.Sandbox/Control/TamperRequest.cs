using System.Text.Json;

namespace Integration.Sandbox.Control;

/// <summary>A change behind everyone's back: no rule, no new stamp or version, nothing that follows from it, nobody is told.</summary>
internal sealed record TamperRequest
{
    /// <summary>The ERP's name of what the record is: its entity, entity set or table.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Its key as the ERP's addresses name it.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Fields of the record with their new values; null empties one.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>True: the record is gone.</summary>
    public bool Delete { get; init; }
}
