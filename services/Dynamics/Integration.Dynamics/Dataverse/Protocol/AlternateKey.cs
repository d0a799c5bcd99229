using System.Buffers;
using System.Text.Json.Nodes;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>A record's alternate key: text columns with their values.</summary>
/// <param name="Parts">Columns and values, in the key's order.</param>
internal sealed record AlternateKey(params IReadOnlyList<(string Column, string Value)> Parts)
{
    /// <summary>These break addresses, escaped or not (Microsoft, "Define alternate keys").</summary>
    private static readonly SearchValues<char> Breaking = SearchValues.Create("/<>*%&:\\?+");

    /// <summary>True when the record can be addressed by it.</summary>
    public bool IsAddressable => Parts.All(part => part.Value.Length > 0 && part.Value.AsSpan().IndexOfAny(Breaking) < 0);

    /// <summary>The key as it stands in the address's parentheses: quotes doubled, everything else escaped.</summary>
    public string Address => string.Join(',', Parts.Select(part => $"{part.Column}={Uri.EscapeDataString(Quoted(part.Value))}"));

    /// <summary>The same as a filter, for what cannot be addressed.</summary>
    public string Filter => Dynamics.Protocol.Filter.All(Parts.Select(part => Dynamics.Protocol.Filter.Equal(part.Column, part.Value)));

    /// <summary>True for a record that has exactly this key, case apart, as the database compares.</summary>
    public bool Is(DataverseRecord record) => Parts.All(part => record.Text(part.Column).Equals(part.Value.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The record with the key's columns in it.</summary>
    public JsonObject In(JsonObject record)
    {
        var named = (JsonObject)record.DeepClone();
        foreach (var (column, value) in Parts) named[column] = value;
        return named;
    }

    /// <summary>The record without the key's columns: the address says them, and on an update the body's are dropped.</summary>
    public JsonObject Without(JsonObject record)
    {
        var rest = (JsonObject)record.DeepClone();
        foreach (var (column, _) in Parts) rest.Remove(column);
        return rest;
    }

    private static string Quoted(string value) => Dynamics.Protocol.Filter.Literal(value);
}
