using System.Text.Json;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>A change past the forms; unless told otherwise behind everyone's back: no new stamp, no push notification.</summary>
internal sealed record TamperRequest
{
    /// <summary>Entity of the record.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Its key, in the order of the address.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Scalar fields of the record with their new values; null empties one.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Instead of fields: a record as the API takes it (<c>{"MainContact": {"Phone1": {"value": "…"}}}</c>), for linked records.</summary>
    public JsonElement? Record { get; init; }

    /// <summary>False: the change is stamped and pushed like one that a person makes on the form.</summary>
    public bool Silent { get; init; } = true;

    /// <summary>True: the record is gone.</summary>
    public bool Delete { get; init; }
}
