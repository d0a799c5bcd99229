using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>What <c>$filter</c> asks.</summary>
/// <param name="Holds">Tells whether a row passes.</param>
/// <param name="Conditions">Comparisons that all hold for every row that passes.</param>
internal sealed record Filter(Func<Row, bool> Holds, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Everything passes.</summary>
    public static Filter None { get; } = new(_ => true, []);

    /// <summary>Texts of which every row that passes has one in this property, whichever way they are joined; null when that is not said.</summary>
    public (string Property, IReadOnlySet<string> Values)? AnyOf { get; private init; }

    public static Filter Of(Condition condition) => new(condition.Holds, [condition])
    {
        // The legal entity tells the tables apart, not their rows.
        AnyOf = condition is { Exact: { } value, Property: not "dataAreaId" } ? (condition.Property, new HashSet<string>([value], StringComparer.OrdinalIgnoreCase)) : null,
    };

    public Filter And(Filter other) => new(row => Holds(row) && other.Holds(row), [.. Conditions, .. other.Conditions]) { AnyOf = AnyOf ?? other.AnyOf };

    public Filter Or(Filter other) => new(row => Holds(row) || other.Holds(row), [])
    {
        AnyOf = AnyOf is { } one && other.AnyOf is { } two && one.Property == two.Property
            ? (one.Property, one.Values.Concat(two.Values).ToHashSet(StringComparer.OrdinalIgnoreCase)) : null,
    };
}
