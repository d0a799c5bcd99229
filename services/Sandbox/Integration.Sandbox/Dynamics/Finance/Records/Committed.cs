namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>What one save did to one row: made it (no row before), changed it, or deleted it (no row after).</summary>
internal sealed record Committed(Row? Before, Row? After)
{
    public Row Any => (After ?? Before)!;

    public string Table => Any.Table;
}
