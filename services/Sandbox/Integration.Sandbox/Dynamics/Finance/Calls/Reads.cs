using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Finance.OData;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Answers reads: lists by pages, single records, counts.</summary>
internal sealed partial class Reads(Books books, FinanceSettings settings)
{
    // Texts in the order in which filters compare them.
    private static readonly Comparer<object> ByValue = Comparer<object>.Create((one, other) => (one, other) switch
    {
        (string text, string next) => string.CompareOrdinal(text, next),
        _ => Comparer<object>.Default.Compare(one, other),
    });

    /// <summary>Answers a read.</summary>
    /// <param name="path">What is asked.</param>
    /// <param name="request">How it is asked.</param>
    /// <param name="root">Address of the service, with <c>/data/</c>.</param>
    public DataAnswer Answer(DataPath path, DataRequest request, string root)
    {
        var query = Query.Read(path.Set, request.Query);
        if (path.Key is { } key)
        {
            return Single(path.Set, key, query, root);
        }

        return path.IsCount
            ? new DataAnswer(200, Encoding.UTF8.GetBytes(Found(path.Set, query).LongCount().ToString(CultureInfo.InvariantCulture))) { ContentType = "text/plain" }
            : List(path.Set, query, request, root);
    }

    /// <summary>The row that a key names, as far as the call may see it.</summary>
    /// <exception cref="FinanceFault">404: there is none, or it belongs to a legal entity that the call does not see.</exception>
    public Row Find(EntitySet set, string key, bool crossCompany)
    {
        var values = KeyAddress.Read(set, key);
        var company = set.HasCompany ? values[0].ToLowerInvariant() : "";
        var isSeen = !set.HasCompany || Companies(crossCompany).Contains(company);
        return (isSeen ? books.Of(set.Table, company).Find(values) : null) ?? throw FinanceFault.NotFound($"{set.Name}({key})");
    }

    /// <summary>Legal entities that a call sees.</summary>
    public IReadOnlyList<string> Companies(bool crossCompany) =>
        [.. settings.Companies.Where(company => crossCompany || company.Equals(settings.DefaultCompany, StringComparison.OrdinalIgnoreCase)).Select(company => company.ToLowerInvariant())];

    /// <summary>The body of one record.</summary>
    public ReadOnlyMemory<byte> Write(EntitySet set, Row row, Query query, string root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RowWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{root}$metadata#{set.Name}/$entity");
            Members(json, set, row, query);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private DataAnswer Single(EntitySet set, string key, Query query, string root)
    {
        var row = Find(set, key, query.CrossCompany);
        return new DataAnswer(200, Write(set, row, query, root)) { ETag = RowWriter.ETag(set, row) };
    }

    private DataAnswer List(EntitySet set, Query query, DataRequest request, string root)
    {
        var found = Found(set, query);
        long? count = query.Count ? found.LongCount() : null;
        var wanted = Math.Min(query.Top ?? int.MaxValue, PageSize(request.Prefer));
        var page = found.Skip(query.Skip).Take(wanted + (wanted == query.Top ? 0 : 1)).ToList();
        var more = page.Count > wanted;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RowWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{root}$metadata#{set.Name}");
            if (count is { } all)
            {
                json.WriteNumber("@odata.count", all);
            }

            json.WriteStartArray("value");
            foreach (var row in page.Take(wanted))
            {
                json.WriteStartObject();
                Members(json, set, row, query);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (more)
            {
                json.WriteString("@odata.nextLink", Next(root + set.Name, request.Query, query.Skip + wanted, query.Top - wanted));
            }

            json.WriteEndObject();
        }

        return new DataAnswer(200, buffer.WrittenMemory);
    }

    private int PageSize(string? prefer) => settings.HeedsMaxPageSize && Preference().Match(prefer ?? "") is { Success: true } wish
        ? Math.Min(settings.PageSize, int.Parse(wish.Groups["rows"].Value, CultureInfo.InvariantCulture)) : settings.PageSize;

    [GeneratedRegex(@"\bodata\.maxpagesize=(?<rows>[1-9][0-9]{0,5})\b")]
    private static partial Regex Preference();

    private void Members(Utf8JsonWriter json, EntitySet set, Row row, Query query)
    {
        RowWriter.Write(json, set, row, query.Select);
        foreach (var way in query.Expand)
        {
            var target = books.Metadata[way.Target];
            var related = books.Of(target.Table, row.Company).Sorted(Relations.Of(books, set.Table, target.Table, row));
            json.WritePropertyName(way.Name);
            if (way.IsMany)
            {
                json.WriteStartArray();
                foreach (var line in related)
                {
                    json.WriteStartObject();
                    RowWriter.Write(json, target, line, null);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
            else if (related.Count > 0)
            {
                json.WriteStartObject();
                RowWriter.Write(json, target, related[0], null);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }

    private IEnumerable<Row> Found(EntitySet set, Query query)
    {
        var named = query.Filter.Conditions.FirstOrDefault(condition => condition is { Property: "dataAreaId", Exact: not null })?.Exact;
        IEnumerable<string> companies = !set.HasCompany ? [""] : Companies(query.CrossCompany).Where(company => named is null || company.Equals(named, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
        var rows = companies.SelectMany(company => Candidates(books.Of(set.Table, company), set, query.Filter)).Where(query.Filter.Holds);
        return query.OrderBy.Count == 0 ? rows : Sorted(rows, query.OrderBy);
    }

    /// <summary>The rows that can pass, in the order of their keys: looked up where the filter names a value, so that a read costs what it finds.</summary>
    private static IEnumerable<Row> Candidates(Table<Row, long> table, EntitySet set, Filter filter)
    {
        if (filter.AnyOf is { } anyOf)
        {
            return table.Sorted(anyOf.Values.SelectMany(value => table.By(anyOf.Property, value)));
        }

        var conditions = filter.Conditions.ToList();
        if (conditions.Find(condition => condition is { Operator: "ge" or "gt" or "eq", Value: DateTimeOffset }) is { } since && (DateTimeOffset)since.Value > Comparison.NoDate)
        {
            return table.Sorted(table.Since(since.Property, (DateTimeOffset)since.Value));
        }

        return conditions.Find(condition => condition is { Operator: "eq", Value: EnumMember member } && member.Name != set.Find(condition.Property)!.Enum!.Default) is { } state
            ? table.Sorted(table.By(state.Property, ((EnumMember)state.Value).Name)) : table.Sorted();
    }

    private static IEnumerable<Row> Sorted(IEnumerable<Row> rows, IReadOnlyList<(Property Property, bool Descending)> orders)
    {
        IOrderedEnumerable<Row>? sorted = null;
        foreach (var (property, descending) in orders)
        {
            var of = Value(property);
            sorted = (sorted, descending) switch
            {
                (null, false) => rows.OrderBy(of, ByValue),
                (null, true) => rows.OrderByDescending(of, ByValue),
                ({ } before, false) => before.ThenBy(of, ByValue),
                ({ } before, true) => before.ThenByDescending(of, ByValue),
            };
        }

        return sorted!;
    }

    private static Func<Row, object> Value(Property property) => property.Kind switch
    {
        EdmKind.Decimal or EdmKind.Int32 or EdmKind.Int64 => row => row.Number(property.Name),
        EdmKind.DateTimeOffset => row => row.Instant(property.Name) ?? Comparison.NoDate,
        EdmKind.Enum => row => property.Enum!.Members.FirstOrDefault(member => member.Name == row.Text(property.Name)).Value,
        _ => row => row.Text(property.Name).ToUpperInvariant(),
    };

    private static string Next(string address, string queryString, int skip, int? top)
    {
        var kept = queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(option => Uri.UnescapeDataString(option.Split('=')[0]) is not ("$skip" or "$top"));
        string[] paging = top is { } left ? [$"$top={left}", $"$skip={skip}"] : [$"$skip={skip}"];
        return $"{address}?{string.Join('&', [.. kept, .. paging])}";
    }
}
