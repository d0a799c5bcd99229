using System.Text.RegularExpressions;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Publishing;

/// <summary>Names of what a pair publishes.</summary>
public static partial class DocumentNames
{
    /// <summary>The mapping document from the canonical order to the ERP's.</summary>
    public const string OrdersToErp = "orders.toErp";

    /// <summary>The flow document of the order lane.</summary>
    public const string OrdersFlow = "orders.flow";

    private const string Lookups = "lookups.";

    /// <summary>Everything that the pair has or could have of its own.</summary>
    public static IReadOnlyList<string> Of(PairDefinition pair, IReadOnlyList<MappingPort> mappings) =>
        [.. mappings.Select(port => port.Name), OrdersFlow, .. pair.Lookups.Select(table => Lookup(table.Key)).Order(StringComparer.Ordinal)];

    /// <summary>Lane and direction of a mapping document's name: <c>products.toStore</c>.</summary>
    public static (string Lane, MappingDirection Direction) MappingOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return (name[..Math.Max(0, dot)], name[(dot + 1)..] == "toErp" ? MappingDirection.ToErp : MappingDirection.ToStorefront);
    }

    /// <summary>True for a name that can be part of a file's name.</summary>
    public static bool CanBePublished(string name) => FileSafe().IsMatch(name);

    /// <summary>The name of a code table.</summary>
    public static string Lookup(string table) => Lookups + table;

    /// <summary>The code table that the name stands for, or null.</summary>
    public static string? TableOf(string name) => name.StartsWith(Lookups, StringComparison.Ordinal) && name.Length > Lookups.Length ? name[Lookups.Length..] : null;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._ -]{0,99}$")]
    private static partial Regex FileSafe();
}
