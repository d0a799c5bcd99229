namespace Integration.Acumatica.Protocol;

/// <summary>The query options of a call; every value is escaped, so that a <c>+</c> arrives as <c>%2B</c>.</summary>
internal sealed record EntityQuery
{
    /// <summary>No options.</summary>
    public static EntityQuery None { get; } = new();

    /// <summary><c>$filter</c>, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>True when the filter names a person: it is hidden where the call is shown.</summary>
    public bool IsPersonal { get; init; }

    /// <summary><c>$select</c>, or null for all scalar fields. Expanded collections must be named too, or they are dropped.</summary>
    public string? Select { get; init; }

    /// <summary><c>$expand</c>, or null.</summary>
    public string? Expand { get; init; }

    /// <summary><c>$top</c>, or null.</summary>
    public int? Top { get; init; }

    /// <inheritdoc />
    public override string ToString()
    {
        (string Name, string? Value)[] options = [("$filter", Filter), ("$select", Select), ("$expand", Expand), ("$top", Top?.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        var given = options.Where(option => option.Value is not null).Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
