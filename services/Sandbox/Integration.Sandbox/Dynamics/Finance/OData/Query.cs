using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>The options of a read.</summary>
internal sealed record Query
{
    public Filter Filter { get; private init; } = Filter.None;

    /// <summary>Properties asked for; null for all.</summary>
    public IReadOnlyList<Property>? Select { get; private init; }

    public IReadOnlyList<(Property Property, bool Descending)> OrderBy { get; private init; } = [];

    public IReadOnlyList<Navigation> Expand { get; private init; } = [];

    public int? Top { get; private init; }

    public int Skip { get; private init; }

    public bool Count { get; private init; }

    /// <summary>True: rows of every legal entity that the user may see, not only of his own.</summary>
    public bool CrossCompany { get; private init; }

    /// <exception cref="FinanceFault">An option is unknown or does not fit the entity.</exception>
    public static Query Read(EntitySet set, string queryString)
    {
        var query = new Query();
        foreach (var (name, values) in QueryHelpers.ParseQuery(queryString))
        {
            var value = values.ToString();
            query = name switch
            {
                "$filter" => query with { Filter = FilterParser.Read(set, value) },
                "$select" => query with { Select = value == "*" ? null : [.. Names(value).Select(property => Known(set, property))] },
                "$orderby" => query with { OrderBy = [.. Names(value).Select(part => Order(set, part))] },
                "$expand" => query with { Expand = [.. Names(value).Select(part => Way(set, part))] },
                "$top" => query with { Top = Number(name, value) },
                "$skip" => query with { Skip = Number(name, value) },
                "$count" => query with { Count = Flag(name, value) },
                "cross-company" => query with { CrossCompany = value.Equals("true", StringComparison.OrdinalIgnoreCase) },
                _ when name.StartsWith('$') => throw FinanceFault.Query($"The query parameter '{name}' is not supported."),
                _ => query,
            };
        }

        return query;
    }

    private static string[] Names(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Property Known(EntitySet set, string name) =>
        set.Find(name) ?? throw FinanceFault.Query($"Could not find a property named '{name}' on type '{set.TypeName}'.");

    private static (Property Property, bool Descending) Order(EntitySet set, string part) => part.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var name] => (Known(set, name), false),
        [var name, "asc"] => (Known(set, name), false),
        [var name, "desc"] => (Known(set, name), true),
        _ => throw FinanceFault.Query($"Syntax error in '$orderby': '{part}'."),
    };

    private static Navigation Way(EntitySet set, string part) => set.Navigations.FirstOrDefault(way => way.Name == part)
        ?? throw FinanceFault.Query(part.Contains('(', StringComparison.Ordinal) || part.Contains('/', StringComparison.Ordinal)
            ? $"Only the first level can be expanded: '{part}'."
            : $"Could not find a property named '{part}' on type '{set.TypeName}'.");

    private static int Number(string name, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : throw FinanceFault.Query($"Invalid value '{value}' for {name} query option found. The {name} query option requires a non-negative integer value.");

    private static bool Flag(string name, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw FinanceFault.Query($"Invalid value '{value}' for {name} query option found. Valid values are 'true' or 'false'."),
    };
}
