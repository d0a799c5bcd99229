namespace Integration.Sandbox.Acumatica.Records;

/// <summary>What a request says about one record: only the fields that it names; a null value empties the field.</summary>
internal sealed class Change
{
    /// <summary>The record or detail row meant, when the request names it.</summary>
    public Guid? Id { get; set; }

    /// <summary>True for a detail row to be removed.</summary>
    public bool Delete { get; set; }

    public string? Note { get; set; }

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Custom fields by <c>View.Field</c>, with the value as sent.</summary>
    public Dictionary<string, object?> Custom { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Change> Linked { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<Change>> Details { get; } = new(StringComparer.Ordinal);

    public string Text(string field) => Values.GetValueOrDefault(field) as string ?? "";

    /// <summary>A key field as the text that an address holds.</summary>
    public string Key(string field) => Values.GetValueOrDefault(field) is long number
        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : Text(field);
}
