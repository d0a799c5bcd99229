namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>The same as lines of general journals.</summary>
public sealed class DualWriteJournalCompliance : DynamicsJournalCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DualWriteErp.StartAsync();
}
