namespace Integration.Console.Reconciliation;

internal sealed record ListRow
{
    public string Entity { get; init; } = "";
    public string Side { get; init; } = "";
    public int Pass { get; init; }
    public int Part { get; init; }
    public string State { get; init; } = "";
    public int Count { get; init; }
    public string Note { get; init; } = "";
}
