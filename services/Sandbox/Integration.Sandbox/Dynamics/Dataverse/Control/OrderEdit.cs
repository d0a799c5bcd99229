using System.Text.Json;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>What a person changes on an order; only what is given is changed.</summary>
internal sealed record OrderEdit : OrderReference
{
    /// <summary>Lines that change or are removed; a line without a number is added.</summary>
    public IReadOnlyList<LineEdit> Lines { get; init; } = [];

    /// <summary>Columns of the order with their values, as the Web API takes them.</summary>
    public JsonElement? Fields { get; init; }
}
