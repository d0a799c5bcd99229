using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>
/// The columns of one table. Dataverse refuses a whole record for one unknown column; naming it beforehand costs no call. Custom columns, which have their publisher's prefix
/// (<c>new_color</c>), are an organization's own and pass; the probe asks for them.
/// </summary>
internal sealed partial class TableModel : IDocumentSchema
{
    private const string BindSuffix = "@odata.bind";

    // Options that an organization adds begin with its publisher's number, 10000 to 99999, and four digits.
    private const decimal FirstOfPublishers = 100_000_000;

    private static readonly string[] PrefixesOfTheirOwn = ["address1_", "address2_", "address3_", "billto_", "shipto_"];

    private readonly IReadOnlyDictionary<string, TableColumn> _columns;
    private readonly IReadOnlyDictionary<string, string> _lookups;

    private TableModel(string table, string set, IReadOnlyDictionary<string, TableColumn> columns, IReadOnlyDictionary<string, string> lookups) =>
        (Name, Set, _columns, _lookups) = (table, set, columns, lookups);

    /// <summary>The table's logical name.</summary>
    public string Name { get; }

    /// <summary>Its entity set.</summary>
    public string Set { get; }

    /// <summary>Reads a table's file from this assembly's resources.</summary>
    public static TableModel Load(string table)
    {
        using var stream = typeof(TableModel).Assembly.GetManifestResourceStream($"Integration.Dynamics.Dataverse.Tables.{table}.json")
            ?? throw new InvalidOperationException($"The table file {table} is missing.");
        var file = JsonNode.Parse(stream)!;
        return new TableModel(
            (string)file["table"]!, (string)file["set"]!,
            file["columns"]!.AsObject().ToDictionary(column => column.Key, column => Column((string)column.Value!), StringComparer.Ordinal),
            file["lookups"]!.AsObject().ToDictionary(lookup => lookup.Key, lookup => (string)lookup.Value!, StringComparer.Ordinal));
    }

    /// <summary>True for a column with a publisher's prefix.</summary>
    public static bool IsCustom(string column) => Custom().IsMatch(column) && !PrefixesOfTheirOwn.Any(prefix => column.StartsWith(prefix, StringComparison.Ordinal));

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = SchemaType.Text;
        if (_columns.TryGetValue(path, out var column))
        {
            type = column.Type switch
            {
                ColumnType.Integer or ColumnType.Decimal or ColumnType.Money or ColumnType.Choice => SchemaType.Number,
                ColumnType.Boolean => SchemaType.Flag,
                _ => SchemaType.Text,
            };
            return true;
        }

        if (!IsCustom(path)) return path.EndsWith(BindSuffix, StringComparison.Ordinal) && (_lookups.ContainsKey(path[..^BindSuffix.Length]) || IsCustomLookup(path[..^BindSuffix.Length]));
        type = SchemaType.Any;
        return true;
    }

    /// <summary>Everything in a record that Dataverse would refuse; empty when it may be sent.</summary>
    public IReadOnlyList<Reason> Problems(JsonObject record, string prefix = "") =>
        [.. record.Where(entry => entry.Value is not null).Select(entry => Problem(entry.Key, entry.Value!) is { } words ? new Reason(prefix + entry.Key, words) : null).OfType<Reason>()];

    private string? Problem(string name, JsonNode value)
    {
        if (!_columns.TryGetValue(name, out var column)) return Knows(name, out _) ? null : $"The table {Name} has no such column.";
        var text = value is JsonValue plain && plain.TryGetValue<string>(out var given) ? given : null;
        return column.Type switch
        {
            _ when column.ReadOnly => "Dataverse works this column out itself.",
            ColumnType.String when text is null => "Text is expected here.",
            ColumnType.String when column.Length is { } most && text!.Length > most => string.Create(CultureInfo.InvariantCulture, $"Longer than the {most} characters that Dataverse keeps."),
            ColumnType.Decimal or ColumnType.Money when JsonText.Number(value) is null => "A number is expected here.",
            ColumnType.Integer or ColumnType.Choice when JsonText.Number(value) is not { } whole || !decimal.IsInteger(whole) => "A whole number is expected here.",
            ColumnType.Choice when column.Options.Count > 0 && JsonText.Number(value) is < FirstOfPublishers and var option && !column.Options.Contains((int)option) => $"One of {string.Join(", ", column.Options)} is expected here.",
            ColumnType.Boolean when value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) => "True or false is expected here.",
            ColumnType.DateTime when text is null || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => "A date is expected here.",
            ColumnType.Guid when text is null || !Guid.TryParse(text, out _) => "A GUID is expected here.",
            _ => null,
        };
    }

    private static bool IsCustomLookup(string navigation) => CustomLookup().IsMatch(navigation);

    private static TableColumn Column(string text)
    {
        var words = text.Split(' ');
        var type = Enum.Parse<ColumnType>(words[0]);
        return new TableColumn(
            type,
            type == ColumnType.String && words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
            type == ColumnType.Choice && words.Length > 1 ? [.. words[1].Split(',').Select(option => int.Parse(option, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))] : [],
            words[^1] == "read");
    }

    [GeneratedRegex("^[a-z][a-z0-9]{1,7}_[a-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Custom();

    // Bound by the schema name, which keeps the case that people wrote.
    [GeneratedRegex("^[a-z][a-z0-9]{1,7}_[A-Za-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CustomLookup();
}
