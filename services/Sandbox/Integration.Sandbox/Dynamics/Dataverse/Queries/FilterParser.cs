using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.OData;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>
/// The filters that the Web API documents: <c>eq ne gt ge lt le and or not</c>, parentheses, <c>contains startswith endswith</c>, properties of
/// single-valued navigations, <c>Microsoft.Dynamics.CRM.In</c>. Anything else is refused.
/// </summary>
internal sealed class FilterParser : FilterGrammar<Record>
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    private readonly TableSchema _table;
    private readonly Books _books;
    private readonly List<(string Column, IReadOnlyList<object> Values)> _equal = [];
    private DateTimeOffset? _since;

    private FilterParser(string text, TableSchema table, Books books)
        : base(FilterLexer.Cut(text), knowsNot: true)
    {
        _table = table;
        _books = books;
    }

    /// <exception cref="DataverseFault">400.</exception>
    public static Filter Read(string text, TableSchema table, Books books)
    {
        var parser = new FilterParser(text, table, books);
        var holds = parser.Whole();
        return new Filter(holds, parser._equal.Select(equal => ((string, IReadOnlyList<object>)?)equal).FirstOrDefault(), parser._since);
    }

    protected override void Widen()
    {
        _equal.Clear();
        _since = null;
    }

    protected override Exception Fault(string text) => DataverseFault.Query(text);

    protected override Func<Record, bool> Call(string name)
    {
        Take(TokenKind.Open);
        if (name == "Microsoft.Dynamics.CRM.In")
        {
            return In();
        }

        if (name is not ("contains" or "startswith" or "endswith"))
        {
            throw DataverseFault.Query($"An unknown function with name '{name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.");
        }

        var path = Path(Take(TokenKind.Word).Text);
        Take(TokenKind.Comma);
        var text = Take(TokenKind.Literal).Value as string ?? throw DataverseFault.Query($"No function signature for the function with name '{name}' matches the specified arguments.");
        Take(TokenKind.Close);
        return record => path.Read(record) is string value && (name switch
        {
            "contains" => value.Contains(text, StringComparison.OrdinalIgnoreCase),
            "startswith" => value.StartsWith(text, StringComparison.OrdinalIgnoreCase),
            _ => value.EndsWith(text, StringComparison.OrdinalIgnoreCase),
        });
    }

    private Func<Record, bool> In()
    {
        Named("PropertyName");
        var name = Take(TokenKind.Literal).Value as string ?? "";
        Take(TokenKind.Comma);
        Named("PropertyValues");
        Take(TokenKind.OpenList);
        var path = Path(_table.Find(name) is { Type: ColumnType.Lookup } lookup ? lookup.WireName : name);
        var values = new List<object>();
        while (Next != TokenKind.CloseList)
        {
            values.Add(Converted(Take(TokenKind.Literal).Value, path.Column));
            if (Next == TokenKind.Comma)
            {
                Take(TokenKind.Comma);
            }
        }

        Take(TokenKind.CloseList);
        Take(TokenKind.Close);
        Narrow(path, values);
        return record => values.Exists(value => Order(path.Read(record), value) == 0);
    }

    // The function takes its values as texts, whatever the column's type is.
    private static object Converted(object? value, Column column) => (column.Type, value) switch
    {
        (ColumnType.Lookup or ColumnType.Guid, string text) when Guid.TryParse(text, out var id) => id,
        (not ColumnType.String, string text) when decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        (_, { } given) => given,
        _ => throw DataverseFault.Query("A value of the list is missing."),
    };

    protected override Func<Record, bool> Compare(string name)
    {
        var path = Path(name);
        var comparison = Take(TokenKind.Word).Text;
        if (Array.IndexOf(Comparisons, comparison) < 0)
        {
            throw DataverseFault.Query($"Syntax error: the operator '{comparison}' is not supported.");
        }

        var literal = Take(TokenKind.Literal).Value;
        Fits(path.Column, literal, comparison);
        if (comparison == "eq" && literal is not null)
        {
            Narrow(path, [literal]);
        }

        if (comparison is "gt" or "ge" && path is { IsOwn: true, Column.Name: RecordTable.Stamp } && literal is DateTimeOffset from && !IsConditional && !(_since > from))
        {
            _since = from;
        }

        return record => Holds(path.Read(record), literal, comparison);
    }

    private void Narrow(PropertyPath path, IReadOnlyList<object> values)
    {
        if (!IsConditional && path.IsOwn && path.Column.Type is ColumnType.String or ColumnType.Lookup or ColumnType.Guid)
        {
            _equal.Add((path.Column.Name, values));
        }
    }

    private static void Fits(Column column, object? literal, string comparison)
    {
        var fits = literal switch
        {
            null => true,
            string => column.Type == ColumnType.String,
            bool => column.Type == ColumnType.Boolean,
            Guid => column.Type is ColumnType.Guid or ColumnType.Lookup,
            DateTimeOffset => column.Type == ColumnType.DateTime,
            _ => column.Type is not (ColumnType.String or ColumnType.Boolean or ColumnType.Guid or ColumnType.Lookup or ColumnType.DateTime),
        };
        if (!fits)
        {
            throw DataverseFault.Query($"A binary operator with incompatible types was detected. Found operand types '{column.Type}' and '{literal!.GetType().Name}' for operator kind '{comparison}'.");
        }
    }

    private static bool Holds(object? value, object? literal, string comparison) => (comparison, literal) switch
    {
        ("eq", null) => value is null,
        ("ne", null) => value is not null,
        // An empty column is not equal to any value.
        ("ne", _) => value is null || Order(value, literal) != 0,
        ("eq", _) => Order(value, literal) == 0,
        ("gt", _) => Order(value, literal) > 0,
        ("ge", _) => Order(value, literal) >= 0,
        ("lt", _) => Order(value, literal) < 0,
        _ => Order(value, literal) <= 0,
    };

    /// <returns>Null when the two cannot be ordered, as with an empty column.</returns>
    internal static int? Order(object? value, object? other) => (value, other) switch
    {
        // The database compares text without regard to case, and without trailing blanks.
        (string left, string right) => string.Compare(left.TrimEnd(' '), right.TrimEnd(' '), StringComparison.OrdinalIgnoreCase),
        (long left, decimal right) => ((decimal)left).CompareTo(right),
        (decimal left, decimal right) => left.CompareTo(right),
        (long left, long right) => left.CompareTo(right),
        (bool left, bool right) => left.CompareTo(right),
        (Guid left, Guid right) => left.CompareTo(right),
        (DateTimeOffset left, DateTimeOffset right) => left.CompareTo(right),
        _ => null,
    };

    private PropertyPath Path(string name) => PropertyPath.Of(name, _table, _books);

    private void Named(string name)
    {
        if (Take(TokenKind.Word).Text != name)
        {
            throw DataverseFault.Query($"The parameter '{name}' is missing.");
        }

        Take(TokenKind.Equals);
    }
}
