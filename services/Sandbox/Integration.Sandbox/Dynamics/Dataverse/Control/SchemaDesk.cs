using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Plays whoever imports a solution: adds custom columns and alternate keys.</summary>
internal sealed partial class SchemaDesk(Books books, KeyBook keys, TimeProvider time)
{
    /// <summary>Adds what the options name.</summary>
    /// <exception cref="ArgumentException">A column or key cannot be read.</exception>
    public async Task PlantAsync(DataverseOptions options, CancellationToken cancellationToken)
    {
        foreach (var text in options.Columns)
        {
            var match = Spelled().Match(text);
            if (!match.Success || books.Schema.Find(match.Groups["table"].Value) is not { } table || !Enum.TryParse<ColumnType>(match.Groups["type"].Value, out var type))
            {
                throw new ArgumentException($"'{text}' is no column: table.column:Type is expected.", nameof(options));
            }

            if (table.Find(match.Groups["column"].Value) is null)
            {
                var length = match.Groups["length"].Success ? int.Parse(match.Groups["length"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 100;
                await books.AddColumnAsync(table.Name, new Column { Name = match.Groups["column"].Value, Type = type, Length = length }, cancellationToken);
            }
        }

        foreach (var parts in options.Keys.Select(key => key.Split(':')))
        {
            if (parts is not [var table, var columns] || books.Schema.Find(table) is not { } found || !columns.Split(',').All(column => found.Find(column) is not null))
            {
                throw new ArgumentException($"'{string.Join(':', parts)}' is no key: table:column,column is expected.", nameof(options));
            }

            if (books.Keys.All(key => key.Table != table || !key.Columns.SequenceEqual(columns.Split(','))))
            {
                await books.AddKeyAsync(new AlternateKey { Table = table, Name = $"{columns.Replace(',', '_')}_key", Columns = columns.Split(','), CreatedOn = DateTimeOffset.UnixEpoch }, cancellationToken);
            }
        }
    }

    /// <summary>Adds a column: <c>table</c> and the properties of a column.</summary>
    public async Task<JsonObject> AddColumnAsync(JsonElement body, CancellationToken cancellationToken)
    {
        var table = Table(body);
        var column = body.Deserialize<Column>(OrganizationSchema.Json)!;
        if (!column.IsWhole || column.Name.Any(char.IsUpper))
        {
            throw DataverseFault.Invalid("A column needs a lower-case name, a lookup its targets, a choice its options.");
        }

        await books.AddColumnAsync(table.Name, column with { Length = column.Length > 0 ? column.Length : 100 }, cancellationToken);
        return new JsonObject { ["table"] = table.Name, ["name"] = column.Name };
    }

    /// <summary>Adds an alternate key: <c>table</c>, <c>columns</c>, <c>name</c>, and a <c>status</c> to keep it in.</summary>
    public async Task<JsonObject> AddKeyAsync(JsonElement body, CancellationToken cancellationToken)
    {
        var table = Table(body);
        var columns = body.TryGetProperty("columns", out var given) ? given.EnumerateArray().Select(column => column.GetString()!).ToList() : [];
        if (columns.Count is 0 or > 16 || !columns.TrueForAll(column => table.Find(column) is { Type: not (ColumnType.Boolean or ColumnType.Money or ColumnType.State or ColumnType.Status) }))
        {
            throw DataverseFault.Invalid("A key has 1 to 16 columns of the types Decimal, Integer, String, DateTime, Lookup or Choice.");
        }

        var name = body.TryGetProperty("name", out var named) ? named.GetString()! : $"{string.Join('_', columns)}_key";
        KeyIndexStatus? forced = body.TryGetProperty("status", out var status) ? Enum.Parse<KeyIndexStatus>(status.GetString()!) : null;
        if (books.Keys.Count(key => key.Table == table.Name && key.Name != name) >= 10)
        {
            throw DataverseFault.Invalid("A table has at most 10 alternate keys.");
        }

        var key = new AlternateKey { Table = table.Name, Name = name, Columns = columns, CreatedOn = time.GetUtcNow(), Forced = forced };
        await books.AddKeyAsync(key, cancellationToken);
        return new JsonObject { ["table"] = table.Name, ["name"] = name, ["status"] = keys.StatusOf(key).ToString() };
    }

    private TableSchema Table(JsonElement body) => body.TryGetProperty("table", out var name) && books.Schema.Find(name.GetString() ?? "") is { } table
        ? table : throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, "There is no such table.");

    [GeneratedRegex(@"^(?<table>[a-z]+)\.(?<column>[a-z0-9_]+):(?<type>\w+)(?:\((?<length>\d+)\))?$")]
    private static partial Regex Spelled();
}
