using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>Writes records as the Web API does: the ETag, every column asked for (empty ones as null), lookups as <c>_x_value</c>, annotations when they are wanted.</summary>
internal sealed class RecordWriter(Books books, DataverseSettings settings)
{
    private const string Formatted = "OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string LookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    public JsonObject Write(Record record, View view, Preferences preferences)
    {
        var json = new JsonObject { ["@odata.etag"] = record.ETag };
        var columns = view.Select ?? record.Table.Columns;
        foreach (var column in columns.Where(column => !column.Secret))
        {
            Add(json, record, column, preferences);
        }

        if (!json.ContainsKey(record.Table.Id))
        {
            json[record.Table.Id] = record.Id;
        }

        foreach (var expansion in view.Expand)
        {
            json[expansion.Name] = expansion.Lookup is { } lookup
                ? One(record, lookup, expansion, preferences)
                : new JsonArray([.. Many(record, expansion).Select(child => Write(child, expansion.View, preferences))]);
        }

        return json;
    }

    /// <summary>Value of a column as people read it; null when it has no such form.</summary>
    public string? FormattedValue(Record record, Column column)
    {
        var culture = CultureInfo.GetCultureInfo("en-US");
        return (column.Type, record[column.Name]) switch
        {
            (_, long option) when column.Options.TryGetValue(option, out var found) => found.Label,
            (_, bool flag) => flag ? "Yes" : "No",
            (_, DateTimeOffset instant) => instant.ToString(column.DateOnly ? "M/d/yyyy" : "M/d/yyyy h:mm tt", culture),
            (ColumnType.Money, decimal amount) => $"{Currency(record)?.Text("currencysymbol")}{amount.ToString("N2", culture)}",
            (_, decimal number) => number.ToString("N2", culture),
            (ColumnType.Integer, long number) => number.ToString("N0", culture),
            (_, Reference link) => books.Find(link.Table, link.Id) is { } target ? target.Text(target.Table.NameColumn) : null,
            _ => null,
        };
    }

    /// <summary>A value as JSON.</summary>
    public JsonNode? Value(Column column, object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        decimal number => JsonValue.Create(number),
        long whole => JsonValue.Create(whole),
        bool flag => JsonValue.Create(flag),
        Guid id => JsonValue.Create(id),
        Reference link => JsonValue.Create(link.Id),
        DateTimeOffset instant => JsonValue.Create(
            instant.UtcDateTime.ToString(column.DateOnly && settings.DateOnlyAsDate ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"A column cannot hold a {value.GetType().Name}."),
    };

    private void Add(JsonObject json, Record record, Column column, Preferences preferences)
    {
        var (name, value) = (column.WireName, record[column.Name]);
        if (value is not null && preferences.Wants(Formatted) && FormattedValue(record, column) is { } text)
        {
            json[$"{name}@{Formatted}"] = text;
        }

        if (value is Reference link)
        {
            if (preferences.Wants(LookupTable))
            {
                json[$"{name}@{LookupTable}"] = link.Table;
            }

            if (preferences.Wants(LookupNavigation) && TableSchema.NavigationOf(column, link.Table) is { } navigation)
            {
                json[$"{name}@{LookupNavigation}"] = navigation;
            }
        }

        json[name] = Value(column, value);
    }

    private JsonObject? One(Record record, Column lookup, Expansion expansion, Preferences preferences) =>
        record.Link(lookup.Name) is { } link && link.Table == expansion.Target.Name && books.Find(link.Table, link.Id) is { } target ? Write(target, expansion.View, preferences) : null;

    private IEnumerable<Record> Many(Record record, Expansion expansion)
    {
        var children = books.Table(expansion.Link!.Table).By([expansion.Link.Column], [record.Reference]).Where(expansion.View.Filter.Holds);
        return Ordering.Sort(children, expansion.View.OrderBy).Take(expansion.View.Top ?? Preferences.LargestPage);
    }

    private Record? Currency(Record record) => record.Link("transactioncurrencyid") is { } currency ? books.Find(currency.Table, currency.Id) : null;
}
