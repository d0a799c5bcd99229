using System.Globalization;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>What a query asks for.</summary>
internal sealed record View
{
    private const int DeepestExpansion = 3;

    /// <summary>Columns asked for; null for all.</summary>
    public IReadOnlyList<Column>? Select { get; init; }

    public Filter Filter { get; init; } = Filter.None;

    public IReadOnlyList<Ordering> OrderBy { get; init; } = [];

    public IReadOnlyList<Expansion> Expand { get; init; } = [];

    public int? Top { get; init; }

    /// <summary>Reads the query options of a request.</summary>
    public static View Of(ApiRequest request, TableSchema table, Books books, bool isList)
    {
        foreach (var option in request.Options.Where(option => option.StartsWith('$')))
        {
            if (option is "$skip")
            {
                throw DataverseFault.Query("The query parameter $skip is not supported.");
            }

            if (option is not ("$select" or "$expand") && !(isList && option is "$filter" or "$orderby" or "$top" or "$count" or "$skiptoken" or "$deltatoken"))
            {
                throw DataverseFault.Query($"The query parameter {option} is not supported.");
            }
        }

        return Of(request.Query, table, books, 0);
    }

    private static View Of(Func<string, string?> option, TableSchema table, Books books, int depth) => new()
    {
        Select = option("$select") is { Length: > 0 } select
            ? [.. select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => table.FindWire(name) is { Secret: false } column ? column : throw DataverseFault.NoProperty(name, table))]
            : null,
        Filter = option("$filter") is { Length: > 0 } filter ? FilterParser.Read(filter, table, books) : Filter.None,
        OrderBy = option("$orderby") is { Length: > 0 } order ? [.. order.Split(',', StringSplitOptions.TrimEntries).Select(step => Order(step, table, books))] : [],
        Expand = option("$expand") is { Length: > 0 } expand ? [.. Cut(expand, ',').Select(part => Expansion(part, table, books, depth + 1))] : [],
        Top = option("$top") is { Length: > 0 } top
            ? int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : throw DataverseFault.Query($"Invalid value '{top}' for $top query option found.")
            : null,
    };

    private static Ordering Order(string step, TableSchema table, Books books) => step.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var name] => new Ordering(PropertyPath.Of(name, table, books), false),
        [var name, "asc" or "desc"] parts => new Ordering(PropertyPath.Of(name, table, books), parts[1] == "desc"),
        _ => throw DataverseFault.Query($"Syntax error in $orderby: '{step}'."),
    };

    private static Expansion Expansion(string part, TableSchema table, Books books, int depth)
    {
        var open = part.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? part : part[..open]).Trim();
        if (open >= 0 && !part.EndsWith(')') || depth > DeepestExpansion)
        {
            throw DataverseFault.Query($"Syntax error in $expand: '{part}'.");
        }

        var options = open < 0 ? [] : Cut(part[(open + 1)..^1], ';').Select(option => option.Split('=', 2, StringSplitOptions.TrimEntries)).ToDictionary(option => option[0], option => option.ElementAtOrDefault(1) ?? "");
        string? Option(string option) => options.GetValueOrDefault(option);
        if (table.TryNavigation(name, out var lookup, out var target))
        {
            return new Expansion(name, books.Schema[target], lookup, null, Of(Option, books.Schema[target], books, depth));
        }

        return table.Children.TryGetValue(name, out var link)
            ? new Expansion(name, books.Schema[link.Table], null, link, Of(Option, books.Schema[link.Table], books, depth))
            : throw DataverseFault.NoProperty(name, table);
    }

    private static IEnumerable<string> Cut(string text, char at)
    {
        var (start, depth, isQuoted) = (0, 0, false);
        for (var index = 0; index < text.Length; index++)
        {
            isQuoted ^= text[index] == '\'';
            depth += isQuoted ? 0 : text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[index] == at && depth == 0 && !isQuoted)
            {
                yield return text[start..index].Trim();
                start = index + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..].Trim();
        }
    }
}
