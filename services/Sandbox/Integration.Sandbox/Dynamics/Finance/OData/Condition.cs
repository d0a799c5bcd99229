namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>One comparison that every row found must pass; what an index can be asked.</summary>
/// <param name="Property">The property.</param>
/// <param name="Operator"><c>eq</c>, <c>ne</c>, <c>gt</c>, <c>ge</c>, <c>lt</c> or <c>le</c>.</param>
/// <param name="Value">What it is compared with.</param>
/// <param name="Holds">The comparison.</param>
internal sealed record Condition(string Property, string Operator, object Value, Func<Records.Row, bool> Holds)
{
    /// <summary>The text that rows must have exactly; null when it is another comparison.</summary>
    public string? Exact => Operator == "eq" && Value is string text && !text.Contains('*', StringComparison.Ordinal) ? text : null;
}
