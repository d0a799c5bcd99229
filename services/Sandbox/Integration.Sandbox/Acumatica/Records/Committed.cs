namespace Integration.Sandbox.Acumatica.Records;

/// <summary>One record before and after a commit; null before an insert and after a delete.</summary>
internal sealed record Committed(string Entity, Row? Before, Row? After)
{
    public Guid Id => (After ?? Before)!.Id;
}
