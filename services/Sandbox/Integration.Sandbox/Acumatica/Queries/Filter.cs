using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.OData;

namespace Integration.Sandbox.Acumatica.Queries;

/// <summary>
/// The part of OData v3 filters that contract REST documents: <c>eq ne gt ge lt le and or</c>, parentheses,
/// <c>substringof startswith endswith</c>, paths into linked records. Anything else is a 500, as on the ERP.
/// </summary>
internal sealed class Filter : FilterGrammar<Row>
{
    // What integrations find records by; anything else is looked for among all.
    private static readonly string[] Narrow = ["ExternalRef", "CustomerOrder", "Email", "MainContact/Email"];
    private static readonly string[] Stamps = ["LastModified", "LastModifiedDateTime"];
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    private readonly EndpointSchema _endpoint;
    private readonly EntitySchema _schema;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Value)> _equal = [];
    private readonly List<(string Field, DateTimeOffset From)> _since = [];
    private readonly bool _isV4;

    private Filter(string text, EndpointSchema endpoint, EntitySchema schema, bool isV4)
        : base(FilterLexer.Cut(text, isV4), knowsNot: false)
    {
        _isV4 = isV4;
        _endpoint = endpoint;
        _schema = schema;
    }

    /// <summary>Reads a filter.</summary>
    /// <inheritdoc cref="Parse"/>
    public static FilterTest Read(string text, EndpointSchema endpoint, EntitySchema schema, out IReadOnlyCollection<string> used)
    {
        var filter = new Filter(text, endpoint, schema, isV4: false);
        var holds = filter.Whole(out used);
        return new FilterTest(holds, First(filter._equal, equal => Narrow.Contains(equal.Field)), First(filter._since, since => Stamps.Contains(since.Field)));
    }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The filter, decoded.</param>
    /// <param name="endpoint">Entities.</param>
    /// <param name="schema">Entity that is filtered.</param>
    /// <param name="used">First steps of the paths that the filter looks at.</param>
    /// <param name="isV4">True for OData v4: bare instants, <c>contains</c> in place of <c>substringof</c>.</param>
    public static Func<Row, bool> Parse(string text, EndpointSchema endpoint, EntitySchema schema, out IReadOnlyCollection<string> used, bool isV4 = false)
    {
        return new Filter(text, endpoint, schema, isV4).Whole(out used);
    }

    private Func<Row, bool> Whole(out IReadOnlyCollection<string> used)
    {
        var test = Whole();
        used = _used;
        return test;
    }

    protected override void Widen()
    {
        _equal.Clear();
        _since.Clear();
    }

    protected override Exception Fault(string text) => FilterSyntax.Fault(text);

    protected override Func<Row, bool> Call(string name)
    {
        Take(TokenKind.Open);
        Func<Row, object?> field;
        string text;
        if (name == "substringof" && !_isV4)
        {
            text = Take(TokenKind.Literal).Value as string ?? "";
            Take(TokenKind.Comma);
            field = Path(Take(TokenKind.Word).Text);
        }
        else if (name is "startswith" or "endswith" || (name == "contains" && _isV4))
        {
            field = Path(Take(TokenKind.Word).Text);
            Take(TokenKind.Comma);
            text = Take(TokenKind.Literal).Value as string ?? "";
        }
        else
        {
            throw FilterSyntax.Fault($"An unknown function with name '{name}' was found.");
        }

        Take(TokenKind.Close);
        if (Skip("eq"))
        {
            // "substringof(…) eq true" is accepted and finds nothing.
            Take(TokenKind.Literal);
            return _ => false;
        }

        return row => field(row) is string value && (name switch
        {
            "substringof" or "contains" => value.Contains(text, StringComparison.OrdinalIgnoreCase),
            "startswith" => value.StartsWith(text, StringComparison.OrdinalIgnoreCase),
            _ => value.EndsWith(text, StringComparison.OrdinalIgnoreCase),
        });
    }

    protected override Func<Row, bool> Compare(string path)
    {
        var field = Path(path);
        var comparison = Take(TokenKind.Word).Text;
        if (Array.IndexOf(Comparisons, comparison) < 0)
        {
            throw FilterSyntax.Fault($"Unknown operator '{comparison}'.");
        }

        var literal = Take(TokenKind.Literal).Value;
        if (comparison == "eq" && !IsConditional && literal is string wanted)
        {
            _equal.Add((path, wanted));
        }

        if (comparison is "gt" or "ge" && !IsConditional && literal is DateTimeOffset from)
        {
            _since.Add((path, from));
        }

        return row => Holds(Order(field(row), literal), comparison);
    }

    private static T? First<T>(List<T> found, Func<T, bool> isIt) where T : struct => found.Where(isIt).Select(one => (T?)one).FirstOrDefault();

    private static bool Holds(int? order, string comparison) => comparison switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        "lt" => order < 0,
        _ => order <= 0,
    };

    /// <returns>Null when the two cannot be ordered, as with an empty field.</returns>
    private static int? Order(object? value, object? literal) => (value, literal) switch
    {
        (null, null) => 0,
        (null, false) => 0,
        // The database compares text without regard to case, and without trailing blanks.
        (string left, string right) => string.Compare(left, right.TrimEnd(' '), StringComparison.OrdinalIgnoreCase),
        (decimal left, decimal right) => left.CompareTo(right),
        (long left, decimal right) => ((decimal)left).CompareTo(right),
        (bool left, bool right) => left.CompareTo(right),
        (Guid left, Guid right) => left.CompareTo(right),
        (DateTimeOffset left, DateTimeOffset right) => left.CompareTo(right),
        _ => null,
    };

    private Func<Row, object?> Path(string path)
    {
        var steps = path.Split('/');
        _used.Add(steps[0]);
        if (path == "id")
        {
            return row => row.Id;
        }

        // cf.String(f='View.Field') was cut to one word.
        if (path.StartsWith(FilterLexer.Custom, StringComparison.Ordinal))
        {
            return row => row.Custom.GetValueOrDefault(path[FilterLexer.Custom.Length..]);
        }

        var schema = _schema;
        foreach (var step in steps[..^1])
        {
            schema = schema.Find(step) is { Entity: { } entity, IsDetail: false }
                ? _endpoint[entity] : throw FilterSyntax.Fault($"Could not find a property named '{step}' that can be filtered by.");
        }

        var name = steps[^1];
        if (schema.Find(name)?.Scalar is null)
        {
            throw FilterSyntax.Fault($"Could not find a property named '{name}' on type '{schema.Name}'.");
        }

        return row =>
        {
            var inner = row;
            foreach (var step in steps[..^1])
            {
                inner = inner?.Linked(step);
            }

            return inner?.Values.GetValueOrDefault(name);
        };
    }
}
