using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>A column of a table, under its logical name.</summary>
internal sealed record Column
{
    /// <summary>Logical name.</summary>
    public string Name { get; init; } = "";

    public ColumnType Type { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int Length { get; init; }

    public RequiredLevel Required { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public IReadOnlyDictionary<long, Option> Options { get; init; } = new Dictionary<long, Option>();

    /// <summary>Tables that a lookup may point to.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>False: what is sent for it with a new record is ignored.</summary>
    public bool Create { get; init; } = true;

    /// <summary>False: what is sent for it later is ignored.</summary>
    public bool Update { get; init; } = true;

    /// <summary>What a new record has in it.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>True for a date without a time.</summary>
    public bool DateOnly { get; init; }

    /// <summary>True: it can be written but never read back.</summary>
    public bool Secret { get; init; }

    /// <summary>True for a lookup that names its target in its navigation property, though it has one target only.</summary>
    public bool Polymorphic { get; init; }

    /// <summary>True for a lookup without a navigation property.</summary>
    public bool Plain { get; init; }

    /// <summary>Name in which a custom lookup is bound; the logical name when left out.</summary>
    public string? SchemaName { get; init; }

    /// <summary>Name under which its value is read.</summary>
    [JsonIgnore]
    public string WireName => Type == ColumnType.Lookup ? $"_{Name}_value" : Name;

    /// <summary>Names under which a lookup is bound and expanded, each with the table that it leads to.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, string Target)> Navigations => Type != ColumnType.Lookup || Plain ? []
        : Targets.Count > 1 || Polymorphic ? Targets.Select(target => ($"{SchemaName ?? Name}_{target}", target)) : [(SchemaName ?? Name, Targets[0])];

    /// <summary>True when a custom column says nothing that cannot be.</summary>
    [JsonIgnore]
    public bool IsWhole => Name.Length > 0 && (Type != ColumnType.Lookup || Targets.Count > 0) && (Type != ColumnType.Choice || Options.Count > 0);
}
