using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Writing;

/// <summary>What a request says about one record: only the columns that it names; a null value empties the column.</summary>
internal sealed class Payload(TableSchema table)
{
    public TableSchema Table { get; } = table;

    /// <summary>Values by logical name.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Where lookups shall point, by logical name; null empties one.</summary>
    public Dictionary<string, RecordAddress?> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Records to be made for a lookup to point to, by logical name.</summary>
    public Dictionary<string, Payload> Parents { get; } = new(StringComparer.Ordinal);

    /// <summary>Records to be made that point to this one, by navigation property.</summary>
    public Dictionary<string, List<Payload>> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>The record meant, as <c>@odata.id</c> says.</summary>
    public RecordAddress? Address { get; set; }

    /// <summary>True when <c>@odata.type</c> was given.</summary>
    public bool IsTyped { get; set; }

    /// <summary>True when records are nested in it.</summary>
    public bool IsDeep => Parents.Count > 0 || Children.Count > 0;

    /// <summary>Columns that it names.</summary>
    public IEnumerable<string> Columns => [.. Values.Keys, .. Links.Keys, .. Parents.Keys];

    public Guid? Id => Values.GetValueOrDefault(Table.Id) as Guid?;
}
